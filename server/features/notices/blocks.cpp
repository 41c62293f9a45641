#include "features/notices/blocks.hpp"

#include <algorithm>

namespace notices {
namespace {

using markdown::Kind;
using markdown::Piece;

class Laying {
public:
    void add(Piece const& piece)
    {
        while (!around_.empty() && around_.back().depth >= piece.depth) around_.pop_back();
        switch (piece.kind) {
            case Kind::list:
            case Kind::ordered_list:
            case Kind::quote: around_.push_back({piece.kind, piece.depth, piece.number}); break;
            case Kind::item: begin(next_mark()); break;
            case Kind::heading: begin("").heading = true; break;
            case Kind::paragraph:
                if (!awaits_text()) begin("");
                break;
            case Kind::table_row: begin(""); break;
            case Kind::code_block: begin("").text = piece.text; break;
            case Kind::table_head:
            case Kind::table_cell:
                if (!last().text.empty()) last().text += "　";
                break;
            case Kind::line_break: last().text += "\n"; break;
            case Kind::text:
            case Kind::code: last().text += piece.text; break;
            case Kind::image: last().text += "［" + piece.text + "］"; break;
            case Kind::table:
            case Kind::rule:
            case Kind::strong:
            case Kind::emphasis:
            case Kind::strike:
            case Kind::link: break;
        }
    }
    std::vector<Block> take()
    {
        std::erase_if(blocks_, [](Block const& block) { return block.text.empty(); });
        return std::move(blocks_);
    }

private:
    struct Around {
        Kind kind;
        int depth = 0, number = 0;
    };

    /// The first paragraph of an item stands behind its mark.
    bool awaits_text() const { return !blocks_.empty() && !blocks_.back().mark.empty() && blocks_.back().text.empty(); }
    Block& begin(std::string mark)
    {
        auto depth = static_cast<int>(around_.size());
        if (!mark.empty()) --depth;
        blocks_.push_back({"", std::move(mark), std::max(depth, 0), false});
        return blocks_.back();
    }
    Block& last() { return blocks_.empty() ? begin("") : blocks_.back(); }
    std::string next_mark()
    {
        if (around_.empty() || around_.back().kind != Kind::ordered_list) return "・";
        return std::to_string(around_.back().number++) + ".";
    }

    std::vector<Around> around_;
    std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> blocks_of(std::vector<Piece> const& pieces)
{
    Laying laying;
    for (auto const& piece : pieces) laying.add(piece);
    return laying.take();
}

}  // namespace notices
