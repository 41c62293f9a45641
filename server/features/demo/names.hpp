// Names nobody has: made of common family and given names, with the characters that rosters stumble over (髙 﨑 邉 栁 濵 …).
#pragma once
#include "features/demo/dice.hpp"

#include <string>

namespace demo {

struct Name {
    std::string name, kana, former_name;
    bool woman = false;
};
Name made_up_name(Dice&);

}  // namespace demo
