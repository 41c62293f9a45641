// A refusal the user can act on. Anything else that goes wrong is an ordinary exception and becomes 500 with a request id.
// The ja/en sentence for each code lives in refused.cpp; the status beside it is what HTTP answers.
#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

enum class Code {
    not_signed_in,
    session_expired,
    password_must_change,
    wrong_credentials,
    locked_out,
    weak_password,
    not_allowed,
    not_found,
    other_origin,
    invalid_input,
    too_large,
    unreadable_file,
    unsupported_file,
    conflict,
    already_exists,
    in_use,
    changed_meanwhile,
    immutable_version,
    plan_has_errors,
    dates_overlap,
    not_undoable,
    rows_refused,
    run_closed,
    already_enrolled,
    prerequisite_missing,
    not_eligible,
    wrong_status,
    rate_limited,
    busy,
    disk_full,
};
BOOST_DESCRIBE_ENUM(Code, not_signed_in, session_expired, password_must_change, wrong_credentials, locked_out, weak_password,
                    not_allowed, not_found, other_origin, invalid_input, too_large, unreadable_file, unsupported_file, conflict,
                    already_exists, in_use, changed_meanwhile, immutable_version, plan_has_errors, dates_overlap, not_undoable,
                    rows_refused, run_closed, already_enrolled, prerequisite_missing, not_eligible, wrong_status, rate_limited,
                    busy, disk_full)

/// One wrong place in the input. `pointer` is a JSON pointer (RFC 6901) or "row 12, column 氏名"; `problem` says what is wrong
/// and what would be right, in Japanese and English.
struct Problem {
    std::string pointer;
    std::string problem;
    std::string problem_en;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (pointer, problem, problem_en))

struct Refused : std::runtime_error {
    /// A name or a day is the same in both languages; a sentence is given in both.
    struct Detail {
        std::string ja, en;
        Detail() = default;
        Detail(std::string same) : ja(same), en(std::move(same)) {}
        Detail(char const* same) : Detail(std::string{same}) {}
        Detail(std::string japanese, std::string english) : ja(std::move(japanese)), en(std::move(english)) {}
    };

    Code code;
    std::string detail;             ///< what this case adds to the code's sentence, may be empty
    std::string detail_en;          ///< the same in English
    std::vector<Problem> problems;  ///< the fields, for invalid_input and its kin
    explicit Refused(Code c, Detail d = {}, std::vector<Problem> p = {})
        : std::runtime_error("refused"), code(c), detail(std::move(d.ja)), detail_en(std::move(d.en)), problems(std::move(p))
    {
    }
};

struct RefusalText {
    int status;
    std::string_view ja;
    std::string_view en;
};
/// Total: every code has a status and both sentences.
RefusalText text_of(Code);
std::string_view name_of(Code);
