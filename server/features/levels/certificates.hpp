// 認定証: the words on the paper are kept as they were printed. Issued again (a new name, a lost paper), it keeps its number and
// gets the next version; the earlier ones stay readable. Whoever holds the paper can check its number, which nobody can guess.
#pragma once
#include "features/actor/actor.hpp"
#include "features/levels/rule.hpp"
#include "platform/core/clock.hpp"
#include "platform/json/json.hpp"

namespace levels {

/// valid: in force on the day. A certification that lies ahead does not exist: nobody is certified before the day.
enum class State { valid, expired, revoked };
BOOST_DESCRIBE_ENUM(State, valid, expired, revoked)

/// What a certificate says, in the city's words.
struct CertificateText {
    std::string city, city_en;
    std::string plan_title, plan_title_en;
    std::string name;
    std::string title, title_en;  ///< what the person is certified as: DX推進リーダー レベル1
    std::string purpose;          ///< what the plan says of the level
    std::string statement;        ///< the sentence above the date
    std::string statement_en;
    Date certified_on;
    std::optional<Date> valid_until;  ///< the first day it is no longer valid
    std::string issuer;               ///< who publishes the plan, when the document names more than the city
};
BOOST_DESCRIBE_STRUCT(CertificateText, (),
                      (city, city_en, plan_title, plan_title_en, name, title, title_en, purpose, statement, statement_en,
                       certified_on, valid_until, issuer))

struct CertificateVersion {
    int version = 0;
    Date issued_on;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CertificateVersion, (), (version, issued_on, reason))

struct Certificate {
    CertificationId certification;
    StaffId staff;
    std::string number;
    int version = 0;
    Date issued_on;
    CertificateText text;
    State state = State::valid;
    std::optional<Date> revoked_on;
    std::vector<CertificateVersion> versions;  ///< the newest first
};
BOOST_DESCRIBE_STRUCT(Certificate, (), (certification, staff, number, version, issued_on, text, state, revoked_on, versions))

/// A version, by default the newest. Refuses with not_found what was never issued and whom the actor does not see.
Certificate certificate(db::Tx&, Actor const&, CertificationId, std::optional<int> version, Clock const&);
/// Asks nobody who acts. Refuses with not_found what was never issued.
Certificate newest_certificate(db::Tx&, CertificationId, Date today);

struct IssueInput {
    std::string reason;  ///< 改姓のため, 紛失のため; may be empty for the first version
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(IssueInput, (), (reason))
/// The first version of a certification that was recorded without one, or the next one. Refuses with invalid_input when a
/// certificate is issued again without a reason, with conflict when the certification no longer holds.
Certificate issue(db::Tx&, Actor const&, plan::Plan const&, CertificationId, IssueInput const&, Clock const&);

/// Writes the first version without asking who acts. `mark` is the part of the number that cannot be guessed.
std::string issue_first(db::Tx&, plan::Plan const&, CertificationId, std::string_view mark, std::optional<AccountId> by, Date on,
                        Instant now);
/// Six letters and digits that cannot be mistaken for one another.
std::string random_mark();

/// What the paper must say to be true.
struct CertificateCheck {
    StaffId staff;
    std::string number, name, title, title_en, city, city_en;
    Date certified_on;
    std::optional<Date> valid_until, revoked_on;
    State state = State::valid;
    int version = 0;  ///< the newest
    Date issued_on;
};
BOOST_DESCRIBE_STRUCT(CertificateCheck, (),
                      (staff, number, name, title, title_en, city, city_en, certified_on, valid_until, revoked_on, state, version,
                       issued_on))
/// Spaces, full-width letters and small letters do not matter. Refuses with not_found a number that was never given.
CertificateCheck check(db::Tx&, std::string_view number, Date on);

}  // namespace levels
