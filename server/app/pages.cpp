#include "app/pages.hpp"

#include "web_files.hpp"

namespace app {
namespace {

http::Response without_web()
{
    http::Response response = http::Response::text(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Hagukumi</title><body><h1>Hagukumi</h1>"
        "<p>This program was built without its pages. The API works; <code>./run</code> builds both.</p></body></html>");
    response.headers = {};
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    return response;
}

http::Response index_page()
{
    auto const* const index = http::find_asset(web_files(), "/index.html");
    if (!index) return without_web();
    http::Response response;
    response.body = index;
    return response;
}

}  // namespace

std::string_view style_hashes() { return HAGUKUMI_STYLE_HASHES; }

std::optional<http::Response> page(http::Request const& request, http::Municipality const* municipality)
{
    if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
    if (municipality) return index_page();
    std::string path;
    for (auto const& segment : request.segments) path.append("/").append(segment);
    if (path == "/") return index_page();
    if (path == "/healthz") return http::Response::text("ok\n");
    auto const* const asset = http::find_asset(web_files(), path);
    if (!asset) return std::nullopt;
    http::Response response;
    response.body = asset;
    return response;
}

}  // namespace app
