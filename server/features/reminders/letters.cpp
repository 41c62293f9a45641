#include "features/reminders/letters.hpp"

namespace reminders {
namespace {

struct Address {
    StaffId staff_id;
    std::string email;
};
BOOST_DESCRIBE_STRUCT(Address, (), (staff_id, email))
db::Sql const kAddresses{"SELECT id AS staff_id, email FROM staff WHERE email <> ''"};
db::Sql const kHead{R"(
    WITH RECURSIVE up (id, parent_id, step) AS (
        SELECT u.id, u.parent_id, 0 FROM posting p JOIN org_unit u ON u.id = p.unit_id
         WHERE p.staff_id = $1 AND p.kind = 'primary' AND p.effective_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2)
        UNION ALL SELECT a.id, a.parent_id, up.step + 1 FROM org_unit a JOIN up ON a.id = up.parent_id)
    SELECT s.id AS staff_id, s.name, s.email
      FROM up JOIN posting h ON h.unit_id = up.id AND h.is_head = 1 AND h.staff_id <> $1 AND h.effective_on <= $2
                            AND (h.ended_on IS NULL OR h.ended_on > $2)
      JOIN staff s ON s.id = h.staff_id WHERE s.email <> '' ORDER BY up.step, s.id LIMIT 1)"};

struct LetterLine {
    RoundId round_id;
    StaffId staff_id;
    std::string address, subject, text, state;
    Instant next_at, created_at;
};
BOOST_DESCRIBE_STRUCT(LetterLine, (), (round_id, staff_id, address, subject, text, state, next_at, created_at))

}  // namespace

std::map<StaffId, std::string> addresses(db::Tx& tx)
{
    std::map<StaffId, std::string> by_person;
    for (auto& each : tx.all<Address>(kAddresses))
        if (mail::is_address(each.email)) by_person.emplace(each.staff_id, std::move(each.email));
    return by_person;
}

std::optional<Head> head_of(db::Tx& tx, StaffId staff, Date today)
{
    auto head = tx.maybe_one<Head>(kHead, staff, today);
    if (head && !mail::is_address(head->email)) return std::nullopt;
    return head;
}

void put_on_their_way(db::Tx& tx, Outbox& outbox, RoundId round, std::vector<Letter> const& letters, Instant now)
{
    std::vector<LetterLine> lines;
    for (auto const& letter : letters)
        lines.push_back({round, letter.staff, letter.address, letter.subject, letter.text, "queued", now, now});
    auto const& names = db::member_names<LetterLine>();
    tx.insert_many<LetterLine>("letter", {names.begin(), names.end()}, lines);
    tx.after_commit([&outbox] { outbox.wake(); });
}

}  // namespace reminders
