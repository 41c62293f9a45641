#include "platform/markdown/addresses.hpp"
#include "platform/markdown/markdown.hpp"
#include "platform/markdown/typed.hpp"

#include <md4c.h>

#include <algorithm>
#include <optional>

namespace markdown {
namespace {

constexpr int kDeepestFrame = 12;  // of quotes and lists; within them a table and its words still find room

std::string_view view(MD_CHAR const* text, MD_SIZE size) { return {text, size}; }

std::string value_of(MD_ATTRIBUTE const& attribute)
{
    std::string out;
    for (int i = 0; attribute.substr_offsets && attribute.substr_offsets[i] < attribute.size; ++i) {
        auto const from = attribute.substr_offsets[i], to = attribute.substr_offsets[i + 1];
        auto const part = view(attribute.text + from, to - from);
        out += attribute.substr_types[i] == MD_TEXT_ENTITY ? named_character(part) : std::string{part};
    }
    return readable(out);
}

// Follows the parser through the text. What stands open is remembered frame by frame, also where no piece stands for it.
class Builder {
public:
    std::vector<Piece> take()
    {
        flush();
        return std::move(pieces_);
    }
    bool full() const { return pieces_.size() > kMostPieces; }

    void enter(MD_BLOCKTYPE type, void* detail)
    {
        opening_ = mark(type);
        switch (type) {
            case MD_BLOCK_QUOTE: return begin({.kind = Kind::quote}, depth_ < kDeepestFrame);
            case MD_BLOCK_UL: return begin({.kind = Kind::list}, depth_ < kDeepestFrame);
            case MD_BLOCK_OL: return begin(ordered_list(*static_cast<MD_BLOCK_OL_DETAIL*>(detail)), depth_ < kDeepestFrame);
            case MD_BLOCK_LI: return begin({.kind = Kind::item}, !frames_.empty() && frames_.back().state == State::stands);
            case MD_BLOCK_H:
                return begin({.kind = Kind::heading, .number = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level)});
            case MD_BLOCK_CODE: return gather({.kind = Kind::code_block});
            case MD_BLOCK_HR: return begin({.kind = Kind::rule});
            case MD_BLOCK_TABLE: return begin({.kind = Kind::table});
            case MD_BLOCK_TR: return begin({.kind = Kind::table_row});
            case MD_BLOCK_TH: return begin({.kind = Kind::table_head});
            case MD_BLOCK_TD: return begin({.kind = Kind::table_cell});
            case MD_BLOCK_P:
            case MD_BLOCK_HTML: return begin({.kind = Kind::paragraph});
            default: return begin({}, false);
        }
    }

    void enter(MD_SPANTYPE type, void* detail)
    {
        opening_ = mark(type);
        if (gathering_) return begin({}, false);
        bool const room = depth_ < kDeepest - 1;
        switch (type) {
            case MD_SPAN_STRONG: return begin({.kind = Kind::strong}, room);
            case MD_SPAN_EM: return begin({.kind = Kind::emphasis}, room);
            case MD_SPAN_DEL: return begin({.kind = Kind::strike}, room);
            case MD_SPAN_CODE: return gather({.kind = Kind::code});
            case MD_SPAN_A: return enter_link(value_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href), room);
            case MD_SPAN_IMG: return enter_image(value_of(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
            default: return begin({}, false);
        }
    }

    /// md4c does not always close in the order it opened, nor only what it opened: what stands within is closed with it, what
    /// never stood open is not closed.
    template <class Type>
    void leave(Type type)
    {
        auto const open =
            std::find_if(frames_.rbegin(), frames_.rend(), [&](Frame const& frame) { return frame.mark == mark(type); });
        if (open == frames_.rend()) return;
        for (auto left = open - frames_.rbegin() + 1; left > 0; --left) close_last();
    }

    void close_last()
    {
        auto const frame = std::move(frames_.back());
        frames_.pop_back();
        switch (frame.state) {
            case State::nothing: return;
            case State::refused:
                if (!frame.href.empty() && run_.substr(std::min(frame.from, run_.size())) != frame.href)
                    run_ += " (" + frame.href + ")";
                return;
            case State::gathers:
                if (pieces_[*gathering_].text.ends_with('\n')) pieces_[*gathering_].text.pop_back();
                gathering_.reset();
                break;
            case State::stands:
                flush();
                if (frame.link) in_link_ = false;
                break;
        }
        --depth_;
    }

    void text(MD_TEXTTYPE type, std::string_view text)
    {
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
            if (gathering_) return words(" ");
            flush();
            return push({.kind = Kind::line_break});
        }
        words(type == MD_TEXT_ENTITY ? named_character(text) : text);
    }

private:
    enum class State { nothing, stands, gathers, refused };
    struct Frame {
        State state = State::nothing;
        bool link = false;
        std::string href{};    // refused: shown behind the words
        std::size_t from = 0;  // refused: where the words begin
        int mark = 0;          // what the parser opened
    };

    // Blocks and spans are numbered each from 0.
    static int mark(MD_BLOCKTYPE type) { return static_cast<int>(type); }
    static int mark(MD_SPANTYPE type) { return 1000 + static_cast<int>(type); }

    static Piece ordered_list(MD_BLOCK_OL_DETAIL const& detail)
    {
        return {.kind = Kind::ordered_list, .number = static_cast<int>(detail.start)};
    }

    void push(Piece piece)
    {
        piece.depth = depth_;
        pieces_.push_back(std::move(piece));
    }

    void begin(Piece piece, bool stands = true)
    {
        frames_.push_back({.state = stands ? State::stands : State::nothing, .mark = opening_});
        if (!stands) return;
        flush();
        push(std::move(piece));
        ++depth_;
    }

    void gather(Piece piece)
    {
        begin(std::move(piece));
        frames_.back().state = State::gathers;
        gathering_ = pieces_.size() - 1;
    }

    void refuse(std::string href)
    {
        frames_.push_back({.state = State::refused, .href = std::move(href), .from = run_.size(), .mark = opening_});
    }

    void enter_link(std::string href, bool room)
    {
        if (!may_lead_to(href)) return refuse(std::move(href));
        begin({.kind = Kind::link, .href = std::move(href)}, room);
        frames_.back().link = in_link_ = room;
    }

    void enter_image(std::string src)
    {
        if (!may_be_shown(src)) return refuse(std::move(src));
        gather({.kind = Kind::image, .href = std::move(src)});
    }

    void words(std::string_view more)
    {
        if (gathering_)
            pieces_[*gathering_].text += readable(more);
        else
            run_ += more;
    }

    void flush()
    {
        if (run_.empty()) return;
        auto const whole = readable(run_);
        run_.clear();
        if (in_link_) return push({.text = whole});
        for (auto const& [text, address] : stretches(whole)) {
            if (address) {
                push({.kind = Kind::link, .href = std::string{text}});
                ++depth_;
            }
            push({.text = std::string{text}});
            if (address) --depth_;
        }
    }

    std::vector<Piece> pieces_;
    std::vector<Frame> frames_;
    int opening_ = 0;  // the mark of what is being opened
    int depth_ = 0;    // of the frames that stand
    std::string run_;
    bool in_link_ = false;
    std::optional<std::size_t> gathering_;  // the piece that takes the words into itself
};

Builder& builder(void* it) { return *static_cast<Builder*>(it); }

MD_PARSER const kParser{
    .abi_version = 0,
    .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
    .enter_block =
        [](MD_BLOCKTYPE type, void* detail, void* it) {
            builder(it).enter(type, detail);
            return builder(it).full() ? 1 : 0;
        },
    .leave_block =
        [](MD_BLOCKTYPE type, void*, void* it) {
            builder(it).leave(type);
            return 0;
        },
    .enter_span =
        [](MD_SPANTYPE type, void* detail, void* it) {
            builder(it).enter(type, detail);
            return builder(it).full() ? 1 : 0;
        },
    .leave_span =
        [](MD_SPANTYPE type, void*, void* it) {
            builder(it).leave(type);
            return 0;
        },
    .text =
        [](MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* it) {
            builder(it).text(type, view(text, size));
            return builder(it).full() ? 1 : 0;
        },
    .debug_log = nullptr,
    .syntax = nullptr,
};

bool begins_line(Kind kind) { return kind < Kind::text && kind != Kind::table_head && kind != Kind::table_cell; }

}  // namespace

std::vector<Piece> pieces(std::string_view typed)
{
    auto const text = readable(typed);
    std::vector<Piece> const as_typed{{.kind = Kind::code_block, .text = text}};
    if (text.size() > kLongest) return as_typed;
    auto const given = loosened(text);
    Builder building;
    if (md_parse(given.data(), static_cast<MD_SIZE>(given.size()), &kParser, &building) != 0) return as_typed;
    auto found = building.take();
    if (found.size() > kMostPieces) return as_typed;
    return found;
}

std::string plain(std::string_view typed)
{
    std::string out;
    auto const apart = [&](char by) {
        if (!out.empty() && out.back() != '\n' && out.back() != by) out += by;
    };
    for (auto const& piece : pieces(typed)) {
        if (begins_line(piece.kind)) apart('\n');
        if (piece.kind == Kind::table_head || piece.kind == Kind::table_cell) apart(' ');
        if (piece.kind == Kind::line_break) apart('\n');
        out += piece.text;
    }
    while (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
}

}  // namespace markdown
