// 認定: many people under one decision (決裁番号・決裁日), in one transaction, each with what it rests on.
// The order of the levels always holds; what another stated basis (みなし認定) replaces are the courses (HKT-12, HKT-16).
#pragma once
#include "features/levels/certificates.hpp"

namespace levels {

/// rule: 必要な研修の修了. deemed: みなし認定 on a stated basis. prior: the same, taken in from a file (既修得).
enum class Ground { rule, deemed, prior };
BOOST_DESCRIBE_ENUM(Ground, rule, deemed, prior)

enum class LevelEvidenceKind { completion, certification };
BOOST_DESCRIBE_ENUM(LevelEvidenceKind, completion, certification)

/// One thing a certification rests on, as it stood on the day.
struct LevelEvidence {
    LevelEvidenceKind kind = LevelEvidenceKind::completion;
    std::string code, name, name_en;
    Date on;
};
BOOST_DESCRIBE_STRUCT(LevelEvidence, (), (kind, code, name, name_en, on))

struct Certification {
    CertificationId id;
    StaffId staff;
    std::string level, level_name, level_name_en;
    Date certified_on;
    std::optional<Date> valid_until;  ///< the first day it is no longer valid
    Ground ground = Ground::rule;
    std::string basis;             ///< in words
    std::string basis_no;          ///< 決裁番号
    std::optional<Date> basis_on;  ///< 決裁日
    std::vector<LevelEvidence> evidence;
    State state = State::valid;
    std::optional<Date> revoked_on;
    std::string revoked_why;
    std::optional<std::string> number;  ///< of the certificate, when one was issued
};
BOOST_DESCRIBE_STRUCT(Certification, (),
                      (id, staff, level, level_name, level_name_en, certified_on, valid_until, ground, basis, basis_no, basis_on,
                       evidence, state, revoked_on, revoked_why, number))

State state_on(std::optional<Date> valid_until, std::optional<Date> revoked_on, Date);

struct CertificationList {
    std::vector<Certification> certifications;
    bool plan_has_levels = false;  ///< without them there is nothing to certify
};
BOOST_DESCRIBE_STRUCT(CertificationList, (), (certifications, plan_has_levels))

/// A person's certifications, those that no longer hold too, the latest first. Refuses with not_found whom the actor does not
/// see.
CertificationList certifications_of(db::Tx&, Actor const&, plan::Plan const&, StaffId, Date today);

/// The document behind certifications. The text of the basis is needed unless the plan's rule is the ground.
struct Decision {
    Date certified_on;
    std::optional<Date> valid_until;
    std::string basis_no;
    Date basis_on;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(Decision, (), (certified_on, valid_until, basis_no, basis_on))

struct CertifyInput : Decision {
    std::vector<StaffId> staff;
    Ground ground = Ground::rule;
    std::optional<std::string> basis;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CertifyInput, (Decision), (staff, ground, basis))

/// Certifies all or nobody. Refuses with invalid_input, naming each person who cannot be certified and why, and with not_found
/// for a person the actor does not reach or a level the plan does not have.
CertificationList certify(db::Tx&, Actor const&, plan::Plan const&, std::string const& level, CertifyInput const&, Clock const&);

/// Why a person may not be certified on the day; nothing when they may. `progress` is none when no required course is completed.
class Judge {
public:
    Judge(db::Tx&, plan::Plan const&, plan::Level const&, Date on);
    struct Reason {
        std::string ja, en;
    };
    std::optional<Reason> against(StaffId, std::optional<Date> left_on, Ground) const;
    std::vector<LevelEvidence> evidence(StaffId) const;

private:
    Progress const* progress(StaffId) const;
    plan::Plan const& plan_;
    plan::Level const& level_;
    plan::Level const* below_;
    Date on_;
    Holders holders_;
    std::map<StaffId, Progress> progress_;
};

/// Refuses with invalid_input a day ahead, or an end that does not lie behind it.
void must_be_dated(Decision const&, Date today);

struct NewCertification {
    StaffId staff;
    Ground ground = Ground::rule;
    Date certified_on;
    std::optional<Date> valid_until;
    std::string basis, basis_no;
    std::optional<Date> basis_on;
    std::vector<LevelEvidence> evidence;
};
/// Writes it with its certificate. Says nothing to the audit: the caller does, once for all.
CertificationId write_certification(db::Tx&, plan::Plan const&, std::string const& level, NewCertification const&, Actor const&,
                                    Clock const&);

struct RevocationInput {
    std::string reason;
    std::optional<Date> revoked_on;  ///< left out: today
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RevocationInput, (), (reason, revoked_on))
/// Refuses with conflict when it has been revoked already, with invalid_input for a day before the certification.
StaffId revoke(db::Tx&, Actor const&, CertificationId, RevocationInput const&, Clock const&);

}  // namespace levels
