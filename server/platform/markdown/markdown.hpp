// What people write, as a flat list of pieces in pre-order. No HTML is read and none is made: a browser that puts each piece down
// as text cannot be made to run anything. The parser stays in parse.cpp.
#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace markdown {

enum class Kind {
    paragraph,
    heading,  ///< number: 1 to 6
    quote,
    list,
    ordered_list,  ///< number: the first item's
    item,
    code_block,  ///< text: its lines
    table,
    table_row,
    table_head,  ///< a cell of the first row
    table_cell,
    rule,
    text,
    strong,
    emphasis,
    strike,
    code,
    link,
    image,  ///< text: what it shows, in words
    line_break,
};
BOOST_DESCRIBE_ENUM(Kind, paragraph, heading, quote, list, ordered_list, item, code_block, table, table_row, table_head,
                    table_cell, rule, text, strong, emphasis, strike, code, link, image, line_break)

/// Inside of a piece is what follows it with a greater depth.
struct Piece {
    Kind kind = Kind::text;
    int depth = 0;
    int number = 0;
    std::string text;  ///< of text, code, code_block and image
    /// link: http://, https://, mailto: or a path of this house, "/…"; image: "attachment:123". Nothing else ever stands here.
    std::string href;
    friend bool operator==(Piece const&, Piece const&) = default;
};
BOOST_DESCRIBE_STRUCT(Piece, (), (kind, depth, number, text, href))

inline constexpr int kDeepest = 24;
inline constexpr std::size_t kMostPieces = 6'000, kLongest = 200'000;  ///< bytes

/// CommonMark without HTML, with tables and ~~strike~~. A line break of the writer stays one, addresses become links,
/// **「強調」**は needs no spaces. Links and images to elsewhere are shown as text. What is deeper than kDeepest loses its frame
/// and not its text; a text that is longer, or would be more pieces, is shown as it was typed. Any bytes are taken: what is not
/// UTF-8 shows as U+FFFD.
std::vector<Piece> pieces(std::string_view text);

/// The words without the marks, a line for each block: for searching and for snippets.
std::string plain(std::string_view text);

}  // namespace markdown
