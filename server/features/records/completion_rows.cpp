#include "features/records/completion_rows.hpp"

#include "platform/core/japan.hpp"
#include "platform/text/fold.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace records {
namespace {

using imports::RowProblem;

constexpr std::string_view kDone[] = {"修了", "完了",     "合格", "受講済",    "受講済み", "修了済", "修了済み", "済",
                                      "済み", "受講完了", "達成", "completed", "complete", "passed", "pass",     "finished",
                                      "done", "はい",     "true", "yes",       "○",        "◯",      "〇"};
constexpr std::string_view kNotDone[] = {
    "未修了",      "未完了",  "不合格",     "受講中", "未受講", "学習中", "未着手", "未", "途中", "欠席", "in progress",
    "not started", "started", "incomplete", "failed", "fail",   "いいえ", "false",  "no", "×",    "✕",    "-"};

using Words = std::set<std::string, std::less<>>;

Words folded(std::span<std::string_view const> words)
{
    Words all;
    for (auto const word : words) all.insert(text::fold(word));
    return all;
}

std::optional<double> number_of(std::string_view text)
{
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

/// 修了 or not, as words or as progress (100, 100%, 1.0); nothing when it is neither.
std::optional<bool> completed_of(sheets::Cell const& cell)
{
    auto const given = text::to_half_width(text::trim(cell.text));
    if (given.empty()) return false;
    auto const percent = given.ends_with('%');
    if (auto const number = number_of(percent ? std::string_view(given).substr(0, given.size() - 1) : given)) {
        auto const is_share = !percent && given.find('.') != given.npos && *number <= 1;
        return *number >= (is_share ? 1 : 100);
    }
    static Words const done = folded(kDone), not_done = folded(kNotDone);
    auto const word = text::fold(given);
    if (done.contains(word)) return true;
    if (not_done.contains(word)) return false;
    return std::nullopt;
}

/// A moment of a service that counts in UTC ("2026-05-31T23:10:00Z") is a day in Japan.
std::optional<Date> day_of_moment(std::string_view given)
{
    auto const time = given.find_first_of("T ");
    if (time != 10 || !date_from_iso(given.substr(0, 10))) return std::nullopt;
    auto const is_utc = given.ends_with('Z') || given.ends_with("UTC") || given.ends_with("GMT") || given.ends_with("+00:00");
    if (!is_utc || given.size() < 16) return date_from_iso(given.substr(0, 10));
    auto const moment = instant_from_iso(std::string(given.substr(0, 10)) + 'T' + std::string(given.substr(11, 5)) + ":00Z");
    if (!moment) return date_from_iso(given.substr(0, 10));
    return day_in_japan(*moment);
}

text::Reading<Date> day_of(sheets::Cell const& cell, text::SerialBase base)
{
    if (auto const day = day_of_moment(text::trim(cell.text))) return *day;
    return sheets::read_date(cell, base);
}

struct Said {
    std::string problem, problem_en, remedy, remedy_en;
};

Said said_of(Recognised const& found)
{
    switch (found.doubt) {
        case Doubt::unnamed:
            return {"だれの記録かがわかりません。", "Nothing says whose record this is.",
                    "職員番号、メール、氏名のどれかを入力してください。", "Give the staff number, the e-mail or the name."};
        case Doubt::no_such_number:
            return {"この番号の職員が見つかりません。", "Nobody has this number.", "先頭の0が落ちていないか確かめてください。",
                    "Check that leading zeros were not lost."};
        case Doubt::no_such_mail:
            return {"このメールアドレスの職員が見つかりません。", "Nobody has this e-mail address.",
                    "職員番号の列を加えるか、名簿のメールアドレスを直してください。",
                    "Add a column with the staff number, or correct the address in the roster."};
        case Doubt::no_such_name:
            return {"この氏名の職員が見つかりません。", "Nobody has this name.", "職員番号の列を加えるか、氏名を直してください。",
                    "Add the staff number or correct the name."};
        case Doubt::several:
            return {"同じ氏名・メールの職員が複数います。", "Several people have this name or address.",
                    "職員番号を入力してください。", "Give the staff number."};
        case Doubt::other_name:
            return {"この番号の職員は" + found.is + "です。", "This number belongs to " + found.is + ".",
                    "番号か氏名を確かめてください。", "Check the number or the name."};
        case Doubt::none: break;
    }
    return {};
}

Field field_of(Doubt doubt, Columns const& columns)
{
    auto const wanted = doubt == Doubt::no_such_mail                                ? Field::email
                        : doubt == Doubt::no_such_number || doubt == Doubt::unnamed ? Field::staff_no
                                                                                    : Field::name;
    for (auto const field : {wanted, Field::staff_no, Field::name, Field::email, Field::family_name})
        if (columns.has(field)) return field;
    return wanted;
}

class Reader {
public:
    Reader(imports::SheetFile const& file, Columns const& columns, Learners const& learners, CourseNames& courses,
           WholeList const& whole, Date today)
        : file_(file), columns_(columns), learners_(learners), courses_(courses), whole_(whole), today_(today)
    {
        must_say(Field::course, !whole.course.empty(), "研修", "the course");
        must_say(Field::completed_on, whole.completed_on.has_value(), "修了日", "the day of completion");
        for (auto const& bad : file.book().undecodable) undecodable_.emplace(bad.row, bad.column);
    }

    ReadCompletions read()
    {
        auto const& rows = file_.sheet().rows;
        for (auto i = file_.header().first_data_row(); i < rows.size(); ++i) {
            if (rows[i].blank()) continue;
            row_ = &rows[i];
            problems_.clear();
            read_row(i);
            if (!problems_.empty()) {
                found_.refused.push_back({static_cast<std::int64_t>(row_->line), text(Field::staff_no), name(), problems_});
                found_.refused_rows.push_back(i);
            }
        }
        return std::move(found_);
    }

private:
    void must_say(Field field, bool said, std::string const& ja, std::string const& en) const
    {
        if (columns_.has(field) || said) return;
        throw Refused{Code::invalid_input,
                      {},
                      {{"/columns", ja + "の列を選ぶか、ファイル全体の" + ja + "を決めてください。",
                        "Choose a column for " + en + ", or say it for the whole file."}}};
    }

    sheets::Cell const* cell(Field field) const
    {
        auto const column = columns_.of(field);
        return column ? &row_->cell(*column) : nullptr;
    }
    std::string text(Field field) const
    {
        auto const* given = cell(field);
        return given ? std::string(text::trim(given->text)) : "";
    }
    std::string name() const
    {
        auto const whole = text(Field::name);
        return whole.empty() ? std::string(text::trim(text(Field::family_name) + " " + text(Field::given_name))) : whole;
    }

    void refuse(Field field, Said said)
    {
        auto const column = columns_.of(field);
        auto const& names = file_.header().names;
        auto const header = !column ? "" : *column < names.size() ? names[*column] : sheets::column_letters(*column) + "列";
        problems_.push_back({header, column ? row_->text(*column) : "", std::move(said.problem), std::move(said.problem_en),
                             std::move(said.remedy), std::move(said.remedy_en), true});
    }

    void read_row(std::size_t index)
    {
        CompletionRow row;
        row.line = static_cast<std::int64_t>(row_->line);
        refuse_undecodable(index);
        if (!problems_.empty()) return;
        auto const taken = course(row);
        if (!taken) return;
        auto const done = completed();
        if (!done) return;
        auto const day = completed_on();
        auto const found = learners_.find({text::to_half_width(text(Field::staff_no)), text(Field::email), name()}, day);
        if (!found.learner) refuse(field_of(found.doubt, columns_), said_of(found));
        if (!problems_.empty() || !found.learner || !day) return;
        row.learner = found.learner;
        row.completed_on = *day;
        if (found.learner->left_on && *day >= *found.learner->left_on)
            refuse(Field::completed_on, {"退職より後の日です。", "The day lies after the person left.",
                                         "修了日か職員番号を確かめてください。", "Check the day or the number."});
        else
            found_.rows.push_back(std::move(row));
    }

    void refuse_undecodable(std::size_t index)
    {
        for (auto const& text : fields()) {
            auto const column = columns_.of(text.field);
            if (column && undecodable_.contains({index, *column}))
                refuse(text.field, {"読み取れない文字があります。", "Holds bytes that are no character.",
                                    "文字コードを確かめてください。", "Check the encoding."});
        }
    }

    /// Whether the row goes on: not when its course is unknown or left out.
    bool course(CompletionRow& row)
    {
        if (!columns_.has(Field::course)) {
            row.course = whole_.course;
            return true;
        }
        auto const given = text(Field::course);
        if (given.empty()) {
            refuse(Field::course, {"研修名が空です。", "The course is empty.", "研修名を入力してください。", "Give the course."});
            return false;
        }
        auto& known = courses_.of(given);
        ++known.rows;
        row.course = known.course;
        if (!known.course.empty()) return true;
        if (known.by == MatchedBy::nothing)
            refuse(Field::course, {"計画のどの研修かが決まっていません。", "It is not said which course of the plan this is.",
                                   "「研修名の対応」で選んでください。", "Choose the course beside its name."});
        else
            ++found_.left_out;
        return false;
    }

    /// Whether the row says that it was completed. A list without such a column holds who has a day.
    bool completed()
    {
        auto const* state = cell(Field::state);
        if (!state) {
            if (!columns_.has(Field::completed_on) || !text(Field::completed_on).empty()) return true;
            ++found_.not_completed;
            return false;
        }
        auto const done = completed_of(*state);
        if (!done)
            refuse(Field::state,
                   {"修了か未修了かがわかりません。", "This says neither completed nor not.",
                    "「修了」「未修了」か、進捗(%)にしてください。", "Write completed or not, or the progress in percent."});
        found_.not_completed += done.has_value() && !*done;
        return done.value_or(false);
    }

    std::optional<Date> completed_on()
    {
        if (!columns_.has(Field::completed_on)) return whole_.completed_on;
        auto const day = day_of(*cell(Field::completed_on), file_.book().serial_base);
        if (!day) {
            refuse(Field::completed_on, {day.reason().ja, day.reason().en, "2026-05-31、R8.5.31 のように入力してください。",
                                         "Write it as 2026-05-31."});
            return std::nullopt;
        }
        if (*day > today_) {
            refuse(Field::completed_on,
                   {"まだ来ていない日です。", "The day is still to come.", "修了日を確かめてください。", "Check the day."});
            return std::nullopt;
        }
        return *day;
    }

    imports::SheetFile const& file_;
    Columns const& columns_;
    Learners const& learners_;
    CourseNames& courses_;
    WholeList const& whole_;
    Date today_;
    std::set<std::pair<std::size_t, std::size_t>> undecodable_;
    sheets::Row const* row_ = nullptr;
    std::vector<RowProblem> problems_;
    ReadCompletions found_;
};

}  // namespace

ReadCompletions read_completions(imports::SheetFile const& file, Columns const& columns, Learners const& learners,
                                 CourseNames& courses, WholeList const& whole, Date today)
{
    return Reader{file, columns, learners, courses, whole, today}.read();
}

}  // namespace records
