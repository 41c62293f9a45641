// A small server with a few routes, running for the length of a test.
#pragma once
#include "platform/http/assets.hpp"
#include "platform/http/edge_test_client.hpp"
#include "platform/http/server.hpp"
#include "platform/http/worker_pool.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <latch>
#include <thread>

namespace http::testing {

namespace fs = std::filesystem;

class Folder {
public:
    Folder()
    {
        std::string pattern = ::testing::TempDir() + "edge-XXXXXX";
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() { fs::remove_all(path_); }
    std::string file(std::string const& name) const { return path_ + "/" + name; }
    std::size_t entries() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {})); }
    std::string const& path() const { return path_; }

private:
    std::string path_;
};

inline std::string content_of(std::string const& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline constexpr Asset kPage{.path = "/index.html",
                             .mime = "text/html; charset=utf-8",
                             .identity = {"<p>hello</p>", "\"abc\""},
                             .gzip = {"(gzip bytes)", "\"abc-gz\""},
                             .brotli = {"(br)", "\"abc-br\""},
                             .immutable = false};

/// A server with a few routes, running until the end of the test.
struct House {
    Folder folder;
    WorkerPool pool{2, 8};
    std::latch may_answer{1};
    std::latch is_working{1};
    std::unique_ptr<Server> server;
    std::thread running;

    explicit House(ServerSettings settings = {})
    {
        settings.port = 0;
        settings.spool_dir = folder.file("spool");
        server = std::make_unique<Server>(
            settings, [](Request const& head) { return rule(head); },
            [this](Request&& request, Respond respond) { answer(std::move(request), std::move(respond)); });
        running = std::thread([this] { server->run(); });
    }
    ~House()
    {
        server->stop();
        if (running.joinable()) running.join();
        pool.stop();
    }
    Client client() const { return Client(server->port()); }

    static BodyRule rule(Request const& head)
    {
        if (head.segments[0] == "small") return {.max_bytes = 10, .place = BodyRule::Place::memory};
        if (head.segments[0] == "upload") return {.max_bytes = 64 << 20, .place = BodyRule::Place::spool};
        return {.max_bytes = 1 << 20, .place = BodyRule::Place::memory};
    }

    void answer(Request&& request, Respond respond)
    {
        auto const& what = request.segments[0];
        if (what == "echo" || what == "small") return respond(Response::text(request.body));
        if (what == "upload") return respond(Response::text(upload_report(request)));
        if (what == "page") return respond({.status = 200, .headers = {}, .body = &kPage});
        if (what == "file") return respond(file());
        if (what == "tagged") return respond(tagged());
        if (what == "forget") return;
        if (what == "break") throw std::runtime_error("a bug");
        if (what == "events") return respond({.status = 200, .headers = {}, .body = EventStream{{"news"}, "welcome"}});
        if (what == "work") {
            pool.try_post([this, respond] {
                is_working.count_down();
                may_answer.wait();
                respond(Response::text("done"));
            });
            return;
        }
        respond(Response::text("hello " + what));
    }

    std::string upload_report(Request const& request) const
    {
        auto const content = content_of(request.upload.path());
        return std::to_string(content.size()) + " " + (content.empty() ? "" : content.substr(content.size() - 1)) +
               (request.body.empty() ? "" : " and a body");
    }

    Response file() const
    {
        auto const path = folder.file("list.csv");
        std::ofstream(path) << "0123456789";
        return {.status = 200, .headers = {}, .body = FileBody{path, "text/csv", "\"v1\"", "名簿.csv", nullptr}};
    }

    static Response tagged()
    {
        auto made = Response::json("{}");
        made.headers.add("ETag", "\"7\"");
        return made;
    }
};

}  // namespace http::testing
