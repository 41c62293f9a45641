#include "testing/town.hpp"

#include "features/people/changes.hpp"
#include "features/people/names.hpp"
#include "platform/http/target.hpp"
#include "testing/contract.hpp"
#include "testing/ground.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <future>

std::string Answer::code() const
{
    auto const* const object = body.if_object();
    auto const* const code = object ? object->if_contains("code") : nullptr;
    return code && code->is_string() ? std::string(code->get_string()) : std::string();
}

Answer Client::send(std::string_view method, std::string_view path, boost::json::value const& json) const
{
    return send(method, path, boost::json::serialize(json), "application/json");
}

Answer Client::send(std::string_view method, std::string_view path, std::string body, std::string_view mime) const
{
    http::Request request{
        .method = std::string(method), .target = "/town/api" + std::string(path), .remote = address, .body = std::move(body)};
    if (!mime.empty()) request.headers.add("Content-Type", mime);
    if (!cookie.empty()) request.headers.add("Cookie", cookie);
    for (auto const& [name, value] : more_headers) request.headers.add(name, value);
    return town_->ask(std::move(request));
}

namespace {

// As the edge does it: a body that the route wants on disk is there.
void spool(http::Request& request)
{
    std::string path = "/tmp/town-upload-XXXXXX";
    int const file = ::mkstemp(path.data());
    if (file < 0) throw std::runtime_error("no temporary file");
    ::close(file);
    std::ofstream(path, std::ios::binary) << request.body;
    request.body.clear();
    request.upload = http::SpooledFile(path);
}

std::string content_of(http::Response const& response)
{
    if (auto const* const text = std::get_if<std::string>(&response.body)) return *text;
    auto const* const file = std::get_if<http::FileBody>(&response.body);
    if (!file) return {};
    std::ifstream in(file->path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

db::Sql const kFirstUnit{R"(
    INSERT INTO org_unit (code, name, kind, valid_from) VALUES ('0', '試験市', '市', '2000-04-01') RETURNING id)"};
db::Sql const kUnit{R"(
    INSERT INTO org_unit (code, name, kind, parent_id, valid_from) VALUES ($1, $2, '課', $3, '2000-04-01') RETURNING id)"};
db::Sql const kUnits{"SELECT count(*) FROM org_unit"};
db::Sql const kStaff{R"(
    INSERT INTO staff (staff_no, name, kana, search_key, joined_on, created_at) VALUES ($1, $2, $3, '', '2015-04-01', $4) RETURNING id)"};
db::Sql const kNumber{"INSERT INTO staff_number (staff_no, staff_id, valid_from) VALUES ($1, $2, '2015-04-01')"};
db::Sql const kEngagement{
    "INSERT INTO engagement (staff_id, employment, occupation, valid_from) VALUES ($1, '正規', '行政職', '2015-04-01')"};
db::Sql const kPosting{R"(
    INSERT INTO posting (staff_id, unit_id, kind, rank, is_head, effective_on, announced_on)
    VALUES ($1, $2, 'primary', $3, $4, '2020-04-01', '2020-03-20'))"};
db::Sql const kFindStaff{"SELECT id FROM staff WHERE staff_no = $1"};
db::Sql const kStaffName{"SELECT name FROM staff WHERE id = $1"};

}  // namespace

Town::Town() : ground_(std::make_unique<testing_town::Ground>())
{
    first_unit_ = OrgUnitId{write([](db::Tx& tx) { return tx.insert(kFirstUnit); })};
}
Town::~Town() = default;

FixedClock& Town::clock() { return ground_->clock; }
app::Municipality& Town::municipality() { return ground_->municipality; }
db::Database& Town::database() { return ground_->municipality.database(); }
http::Table const& Town::table() const { return testing_town::Contract::get().table; }

OrgUnitId Town::unit(std::string const& name, OrgUnitId parent)
{
    return OrgUnitId{write([&](db::Tx& tx) {
        auto const id =
            tx.insert(kUnit, std::to_string(tx.one<std::int64_t>(kUnits)), name, parent == OrgUnitId{} ? first_unit_ : parent);
        people::note_change_of_all(tx);
        return id;
    })};
}

StaffId Town::person(Person const& person)
{
    return write([&](db::Tx& tx) {
        StaffId const id{tx.insert(kStaff, person.no, person.name, person.kana, clock().now())};
        tx.run(kNumber, person.no, id);
        tx.run(kEngagement, id);
        tx.run(kPosting, id, person.unit == OrgUnitId{} ? first_unit_ : person.unit, person.rank, person.is_head);
        people::renew_search_key(tx, id);
        people::note_change(tx, id);
        return id;
    });
}

Client Town::staff(std::string const& no)
{
    auto found = read([&](db::Tx& tx) { return tx.maybe_one<StaffId>(kFindStaff, no); });
    return signed_in(no, found ? *found : person({.no = no}), {});
}

Client Town::staff(std::string const& no, Role role, std::optional<OrgUnitId> unit)
{
    auto found = read([&](db::Tx& tx) { return tx.maybe_one<StaffId>(kFindStaff, no); });
    return signed_in(no, found ? *found : person({.no = no}), {{role, unit}});
}

Client Town::as(Role role, std::optional<OrgUnitId> unit)
{
    auto login = "as-" + std::string(boost::describe::enum_to_string(role, ""));
    if (unit) login += '-' + std::to_string(unit->value);
    return signed_in(login, {}, {{role, unit}});
}

Client Town::nobody() { return Client(*this); }

Client Town::signed_in(std::string const& login, std::optional<StaffId> staff, std::vector<Grant> const& roles)
{
    Client client(*this);
    client.staff_ = staff;
    auto const token = write([&](db::Tx& tx) {
        auto const by = system_actor("test");
        auto const known = accounts::find_account(tx, login);
        auto const name = staff ? tx.one<std::string>(kStaffName, *staff) : login;
        client.account_ =
            known ? *known : accounts::create_account(tx, by, {login, name, staff, {}, roles}, {}, false, clock().now());
        return accounts::open_session(tx, client.account_, client.address, "Town", clock().now(), municipality().settings());
    });
    client.cookie = std::string(accounts::kSessionCookie) + '=' + token;
    return client;
}

Answer Town::ask(http::Request request)
{
    static std::atomic<int> count = 0;
    request.id = "t" + std::to_string(++count);
    http::Target target;
    if (!http::split_target(request.target, target)) throw std::logic_error("no target: " + request.target);
    request.segments = std::move(target.segments);
    request.query = std::move(target.query);
    bool const at_root = request.segments.front() == "api";
    auto const match = table().match(request.method, std::span(request.segments).subspan(at_root ? 1 : 2), at_root);
    if (match.endpoint && match.endpoint->body == http::BodyKind::upload) spool(request);

    std::promise<http::Response> promise;
    ground_->dispatcher(std::move(request), [&](http::Response response) { promise.set_value(std::move(response)); });
    auto response = promise.get_future().get();

    Answer answer{.status = response.status, .body = {}, .bytes = content_of(response), .headers = std::move(response.headers)};
    auto const type = answer.headers.find("Content-Type");
    if (type == "application/json" || type == "application/problem+json") answer.body = boost::json::parse(answer.bytes);
    if (answer.status == 500) ADD_FAILURE() << "500: " << ground_->failure;
    if (match.endpoint)
        testing_town::hold_against_contract(testing_town::Contract::get().document, *match.endpoint, answer.status, answer.body);
    return answer;
}
