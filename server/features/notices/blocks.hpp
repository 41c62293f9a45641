// What people wrote, as paper takes it: one block below the other, without marks within a line.
#pragma once
#include "platform/markdown/markdown.hpp"

namespace notices {

struct Block {
    std::string text;
    std::string mark;  ///< in front of an item of a list
    int depth = 0;     ///< lists and quotes it lies in, beyond the first list
    bool heading = false;
};
std::vector<Block> blocks_of(std::vector<markdown::Piece> const&);

}  // namespace notices
