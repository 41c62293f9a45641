// Claims as they are offered, made, listed and decided.
#pragma once
#include "features/practice/practice.hpp"

namespace practice {

struct SourceQuery {
    Kind kind = Kind::improvement_case;
    std::int64_t id = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SourceQuery, (), (kind, id))

struct OfferedSkill {
    std::string skill, name, name_en, area_name;
    bool needed = false, holds = false;  ///< of the actor, today
    std::optional<Status> claimed;       ///< waiting or confirmed already, or returned last
};
BOOST_DESCRIBE_STRUCT(OfferedSkill, (), (skill, name, name_en, area_name, needed, holds, claimed))

/// A row of the plan that makes the offer.
struct OfferRule {
    std::string text, clause, note;
};
BOOST_DESCRIBE_STRUCT(OfferRule, (), (text, clause, note))

/// What the actor may claim for one thing they did; nothing when the plan has no rule for its kind.
struct Offer {
    Kind kind = Kind::improvement_case;
    std::int64_t source = 0;
    std::string title, url;
    std::optional<Date> on;
    std::vector<OfferRule> rules;
    std::vector<OfferedSkill> skills;  ///< what is needed and not held comes first
};
BOOST_DESCRIBE_STRUCT(Offer, (), (kind, source, title, url, on, rules, skills))

/// Refuses with not_found what is not in sight or was done by others.
Offer offer(http::Call const&, SourceQuery const&);

struct NewClaims {
    Kind kind = Kind::improvement_case;
    std::int64_t id = 0;     ///< 0 for a project
    std::string title;       ///< of a project; else the thing's own title stands
    std::optional<Date> on;  ///< of a project; else the thing's own day stands
    std::vector<std::string> skills;
    std::string note;  ///< what shows the skill
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NewClaims, (), (kind, id, title, on, skills, note))

/// All of them or none. Refuses as claim does, with invalid_input a project without title or day or of a day to come.
Claims make_claims(http::Call const&, NewClaims const&);

struct ClaimQuery {
    std::optional<StaffId> staff;
    std::optional<Kind> kind;
    std::optional<std::int64_t> source;
    std::optional<Status> status;
    bool to_decide = false;  ///< only what waits for the actor's word
};
BOOST_DESCRIBE_STRUCT(ClaimQuery, (), (staff, kind, source, status, to_decide))

/// The actor's own and those of the people in sight.
Claims claims(http::Call const&, ClaimQuery const&);

struct Word {
    std::string word;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(Word, (), (word))
struct ReturnWord {
    std::string word;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ReturnWord, (), (word))

/// As confirm_skills reaches, never one's own (not_allowed): one row of evidence. Refuses with wrong_status what does not wait,
/// with not_eligible a skill the plan has dropped since.
Claim confirm_claim(http::Call const&, ClaimId, Word const&);
/// With a word to the person. What was confirmed is evidence no longer.
Claim return_claim(http::Call const&, ClaimId, ReturnWord const&);
/// By the person, while it waits or after it was returned. Refuses with wrong_status what is confirmed.
Claim withdraw_claim(http::Call const&, ClaimId);

}  // namespace practice
