// A town to test in: a real database with all migrations (SQLite, or PostgreSQL when HAGUKUMI_TEST_POSTGRES names one), every
// route of the product, the clock at 2026-06-01, no sockets. Every answer is held against the contract of its route.
#pragma once
#include "app/composition.hpp"

#include <boost/json/value.hpp>

namespace testing_town {
class Ground;
}

struct Answer {
    int status = 0;
    boost::json::value body;  ///< null when the answer is not JSON
    std::string bytes;        ///< the answer as it was sent; of a file, its content
    http::Headers headers;
    std::string code() const;  ///< of a refusal, else empty
};

class Town;

/// Somebody at a browser.
class Client {
public:
    Answer get(std::string_view path) const { return send("GET", path, {}, {}); }  ///< "/staff?q=x", below /town/api
    Answer post(std::string_view path, boost::json::value const& json = boost::json::object{}) const
    {
        return send("POST", path, json);
    }
    Answer put(std::string_view path, boost::json::value const& json) const { return send("PUT", path, json); }
    Answer patch(std::string_view path, boost::json::value const& json) const { return send("PATCH", path, json); }
    Answer del(std::string_view path) const { return send("DELETE", path, {}, {}); }
    /// A raw file or text.
    Answer upload(std::string_view path, std::string bytes, std::string_view mime = "application/octet-stream") const
    {
        return send("PUT", path, std::move(bytes), mime);
    }
    Answer send(std::string_view method, std::string_view path, std::string body, std::string_view mime) const;
    Answer send(std::string_view method, std::string_view path, boost::json::value const& json) const;

    AccountId account() const { return account_; }
    std::optional<StaffId> staff() const { return staff_; }
    std::string cookie;  ///< what the browser would send
    std::string address = "10.1.2.3";
    std::vector<std::pair<std::string, std::string>> more_headers;

private:
    friend class Town;
    explicit Client(Town& town) : town_(&town) {}
    Town* town_;
    AccountId account_;
    std::optional<StaffId> staff_;
};

/// A person as most tests need one.
struct Person {
    std::string no;
    std::string name = "試験 太郎";
    OrgUnitId unit{};  ///< none given: the town's first unit
    std::string rank = "係員";
    bool is_head = false;
    std::string kana = "シケン タロウ";
};

class Town {
public:
    Town();
    ~Town();

    FixedClock& clock();
    db::Database& database();
    app::Municipality& municipality();
    http::Table const& table() const;

    /// The first unit is made with the town: 試験市. Parent {} means below it.
    OrgUnitId unit(std::string const& name, OrgUnitId parent = {});
    OrgUnitId first_unit() const { return first_unit_; }
    StaffId person(Person const&);
    /// Their account, signed in without paying for argon2. The person is made when there is none with that number.
    Client staff(std::string const& no);
    /// The same with a role, in the unit and below when one is given.
    Client staff(std::string const& no, Role, std::optional<OrgUnitId> unit = {});
    /// Somebody of that role who is not a person of the roster.
    Client as(Role, std::optional<OrgUnitId> unit = {});
    Client nobody();
    /// Sets up or looks at what the API does not offer.
    template <class F>
    auto write(F&& f)
    {
        return database().write(std::forward<F>(f));
    }
    template <class F>
    auto read(F&& f)
    {
        return database().read(std::forward<F>(f));
    }

    Answer ask(http::Request);

private:
    Client signed_in(std::string const& login, std::optional<StaffId>, std::vector<Grant> const&);
    std::unique_ptr<testing_town::Ground> ground_;
    OrgUnitId first_unit_;
};
