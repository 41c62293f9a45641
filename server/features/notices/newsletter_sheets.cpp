#include "features/notices/newsletter_sheets.hpp"

#include "features/notices/blocks.hpp"
#include "platform/core/refused.hpp"
#include "platform/paper/paper.hpp"
#include "platform/text/japanese_date.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <span>

namespace notices {
namespace {

using paper::Align;
using paper::Style;

constexpr double kMargin = 20, kInside = paper::kWidth - 2 * kMargin, kTop = 20, kBottom = paper::kHeight - 22;
constexpr double kBoxesARow = 3, kBoxGap = 5, kBoxHeight = 23;
constexpr double kWorthCutting = 28;  // a lower paragraph goes to the next sheet whole
constexpr Style kBody{.points = 10.5, .leading = 1.65}, kSmall{.points = 8.5, .leading = 1.5, .grey = 0.3};

char const* title_of(NewsKind kind)
{
    switch (kind) {
        case NewsKind::improvement_case: return "庁内の改善事例";
        case NewsKind::answer: return "ひろばで解決した質問";
        case NewsKind::consultation: return "相談から";
        case NewsKind::training: return "申込みを受け付けている研修";
        case NewsKind::figure: return "数字で見る";
        case NewsKind::trend: return "国の動向・支援制度";
        case NewsKind::text: return "お知らせ";
    }
    return "";
}

/// Where a text of `most` characters at most may be cut: never so that the rest begins with a mark that may not begin a line.
std::size_t place_to_cut(std::string_view text, std::size_t most)
{
    constexpr std::string_view kNotFirst = "、。，．）」』】〕!?！？ーゃゅょっァィゥェォャュョッ・：；…々";
    std::vector<std::size_t> begins;
    for (auto rest = text; !rest.empty(); text::take_character(rest)) begins.push_back(text.size() - rest.size());
    auto place = std::min(most, begins.size() - 1);
    while (place > 1) {
        auto after = text.substr(begins[place]);
        auto const whole = after;
        text::take_character(after);
        if (kNotFirst.find(whole.substr(0, whole.size() - after.size())) == std::string_view::npos) break;
        --place;
    }
    return begins[place];
}

/// One issue being put on sheets, from the top of the first to the foot of the last.
class Issue {
public:
    Issue(paper::Sheets& sheets, Newsletter const& issue, std::string const& address, int of_sheets)
        : sheets_(sheets), issue_(issue), address_(address), of_sheets_(of_sheets)
    {
    }

    /// How many sheets it takes.
    int draw()
    {
        new_sheet();
        title_block();
        blocks(issue_.opening_pieces, 0);
        auto const items = std::span<ShownItem const>(issue_.items);
        for (std::size_t i = 0; i < items.size();) {
            auto end = i + 1;
            while (end < items.size() && items[end].item.kind == items[i].item.kind) ++end;
            section(items.subspan(i, end - i));
            i = end;
        }
        if (!issue_.closing_pieces.empty()) {
            y_ += 5;
            blocks(issue_.closing_pieces, 0);
        }
        colophon();
        return sheet_;
    }

private:
    void new_sheet()
    {
        sheets_.begin_sheet();
        ++sheet_;
        y_ = kTop;
        auto const of = of_sheets_ > 0 ? " / " + std::to_string(of_sheets_) : "";
        sheets_.text({kMargin, paper::kHeight - 15, kInside}, std::to_string(sheet_) + of,
                     {.points = 8.5, .align = Align::centre, .grey = 0.3});
        if (sheet_ > 1) {
            sheets_.text({kMargin, 11, kInside}, heading_of(issue_.line), {.points = 8, .align = Align::right, .grey = 0.4});
        }
    }
    void need(double height)
    {
        if (y_ + height > kBottom && y_ > kTop) new_sheet();
    }

    void title_block()
    {
        auto const& of = issue_.colophon;
        sheets_.frame({kMargin, 16, kInside}, 0.01, 1.2);
        sheets_.text({kMargin, 20, kInside}, of.municipality, {.points = 10.5, .tracking = 0.1});
        sheets_.text({kMargin, 26, kInside}, "ニュースレター", {.points = 25, .bold = true, .leading = 1.3, .tracking = 0.08});
        auto const number = issue_.line.number ? "第" + std::to_string(*issue_.line.number) + "号" : "下書き";
        sheets_.text({kMargin, 21, kInside}, number, {.points = 16, .bold = true, .align = Align::right});
        auto const day = issue_.line.issued_on ? text::era_text(*issue_.line.issued_on) : "";
        sheets_.text({kMargin, 30, kInside}, day + (day.empty() || of.publisher.empty() ? "" : "　") + of.publisher,
                     {.points = 9.5, .align = Align::right, .grey = 0.2});
        sheets_.line(kMargin, 41, kInside);
        y_ = 46;
        y_ += sheets_.text({kMargin, y_, kInside}, issue_.line.title, {.points = 17, .bold = true, .leading = 1.45}) + 4;
    }

    void section(std::span<ShownItem const> items)
    {
        need(26);
        y_ += 6;
        auto const height = sheets_.text({kMargin, y_, kInside}, std::string("■ ") + title_of(items.front().item.kind),
                                         {.points = 12.5, .bold = true});
        y_ += height + 1;
        sheets_.line(kMargin, y_, kInside);
        y_ += 3.5;
        if (items.front().item.kind == NewsKind::figure) return figures(items);
        for (auto const& item : items) this->item(item);
    }

    void item(ShownItem const& shown)
    {
        auto const& item = shown.item;
        Style const bold{.points = 11.5, .bold = true, .leading = 1.5};
        auto const beside = item.figure.empty() ? 0.0 : 45.0;
        auto const height = sheets_.height_of(kInside - beside, item.title, bold);
        need(height + 14);
        sheets_.text({kMargin, y_, kInside - beside}, item.title, bold);
        if (beside > 0)
            sheets_.text({kMargin + kInside - beside, y_, beside}, item.figure,
                         {.points = 11, .bold = true, .align = Align::right});
        y_ += height + 1;
        blocks(shown.pieces, 3);
        if (!item.url.empty()) {
            auto const where = item.url.starts_with("/") ? address_ + item.url : item.url;
            paragraph(where, kSmall, 3);
        }
        y_ += 3.5;
    }

    /// In boxes side by side: the number large, what it is above it.
    void figures(std::span<ShownItem const> items)
    {
        auto const width = (kInside - (kBoxesARow - 1) * kBoxGap) / kBoxesARow;
        auto place = 0.0;
        for (auto const& shown : items) {
            if (place == 0) need(kBoxHeight + 4);
            auto const x = kMargin + place * (width + kBoxGap);
            sheets_.frame({x, y_, width}, kBoxHeight, 0.2);
            sheets_.text({x + 2, y_ + 2, width - 4}, shown.item.title, {.points = 8.5, .align = Align::centre, .leading = 1.3});
            sheets_.text({x + 2, y_ + 10, width - 4}, shown.item.figure,
                         {.points = 17, .bold = true, .align = Align::centre, .leading = 1.3});
            if (++place < kBoxesARow) continue;
            place = 0;
            y_ += kBoxHeight + 4;
        }
        if (place > 0) y_ += kBoxHeight + 4;
        for (auto const& shown : items)
            for (auto const& block : blocks_of(shown.pieces)) paragraph(shown.item.title + ": " + block.text, kSmall, 0);
    }

    void blocks(std::vector<markdown::Piece> const& pieces, double indent)
    {
        for (auto const& block : blocks_of(pieces)) {
            auto const in = indent + block.depth * 4.0;
            if (block.heading) {
                need(16);
                y_ += 2;
                y_ += sheets_.text({kMargin + in, y_, kInside - in}, block.text, {.points = 11, .bold = true}) + 1;
                continue;
            }
            if (!block.mark.empty()) {
                need(7);
                sheets_.text({kMargin + in, y_, 6}, block.mark, kBody);
            }
            paragraph(block.text, kBody, block.mark.empty() ? in : in + 5);
            y_ += 1.2;
        }
    }

    /// As much of it as there is room for, the rest on the next sheet.
    void paragraph(std::string_view text, Style const& style, double indent)
    {
        auto const width = kInside - indent;
        auto const height = sheets_.height_of(width, text, style);
        if (y_ + height <= kBottom) {
            y_ += sheets_.text({kMargin + indent, y_, width}, text, style);
            return;
        }
        if (height < kWorthCutting || y_ + 12 > kBottom) {
            new_sheet();
            return paragraph(text, style, indent);
        }
        std::size_t fits = 1, too_many = text::character_count(text);
        while (fits + 1 < too_many) {
            auto const half = fits + (too_many - fits) / 2;
            auto const cut = place_to_cut(text, half);
            (y_ + sheets_.height_of(width, text.substr(0, cut), style) <= kBottom ? fits : too_many) = half;
        }
        auto const cut = place_to_cut(text, fits);
        sheets_.text({kMargin + indent, y_, width}, text.substr(0, cut), style);
        new_sheet();
        paragraph(text.substr(cut), style, indent);
    }

    void colophon()
    {
        auto const& of = issue_.colophon;
        std::string contact;
        auto const say = [&](char const* before, std::string const& value) {
            if (!value.empty()) contact += (contact.empty() ? "" : before) + value;
        };
        say("", of.address);
        say("　電話 ", of.tel);
        say("　FAX ", of.fax);
        say("\n", of.email);  // an address is not parted
        say(of.email.empty() ? "\n" : "　", of.url);
        need(contact.empty() ? 14 : 22);
        y_ = std::max(y_ + 6, kBottom - (contact.empty() ? 9 : 16));
        sheets_.line(kMargin, y_, kInside);
        y_ += 2;
        auto const publisher = of.publisher.starts_with(of.municipality) ? of.publisher : of.municipality + " " + of.publisher;
        y_ += sheets_.text({kMargin, y_, kInside}, "発行　" + publisher, {.points = 9.5, .bold = true});
        if (!contact.empty()) sheets_.text({kMargin, y_, kInside}, contact, kSmall);
    }

    paper::Sheets& sheets_;
    Newsletter const& issue_;
    std::string const& address_;
    int of_sheets_;
    int sheet_ = 0;
    double y_ = kTop;
};

std::string title_of(Newsletter const& issue) { return "ニュースレター " + heading_of(issue.line); }

}  // namespace

std::string newsletter_pdf(Newsletter const& issue, std::string const& address)
{
    try {
        paper::Sheets counted{title_of(issue)};
        auto const sheets_needed = Issue{counted, issue, address, 0}.draw();
        paper::Sheets sheets{title_of(issue)};
        Issue{sheets, issue, address, sheets_needed}.draw();
        return sheets.finish();
    } catch (paper::NoFonts const&) {
        throw Refused{
            Code::conflict,
            {"サーバーに日本語のフォントがないため、PDFを作れません。管理者に fonts-noto-cjk の導入を依頼してください。",
             "The server has no Japanese fonts for PDF. Ask the administrator to install fonts-noto-cjk."}};
    }
}

}  // namespace notices
