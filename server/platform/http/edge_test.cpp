// The edge as a client meets it: real sockets, a real server on a free port.
#include "platform/http/edge_test_house.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace http::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(Edge, OneConnectionServesManyRequests)
{
    House house;
    auto client = house.client();
    for (auto const* name : {"/a", "/b", "/c"}) EXPECT_EQ(client.get(name).body, "hello " + std::string(name + 1));
    EXPECT_EQ(house.server->counts().connections, 1u);
    EXPECT_EQ(client.get("/last", "Connection: close\r\n").field("Connection"), "close");
    EXPECT_TRUE(client.is_closed());
}

TEST(Edge, AnOldClientKeepsTheConnectionOnlyWhenItAsks)
{
    House house;
    auto client = house.client();
    client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(client.read().field("Connection"), "keep-alive");
    client.send("GET /b HTTP/1.0\r\n\r\n");
    EXPECT_EQ(client.read().body, "hello b");
    EXPECT_TRUE(client.is_closed());
}

TEST(Edge, RequestsSentTogetherAreAnsweredInOrder)
{
    House house;
    auto client = house.client();
    std::string all;
    for (int n = 0; n < 200; ++n) all += "GET /" + std::to_string(n) + " HTTP/1.1\r\nHost: test\r\n\r\n";
    client.send(all);
    for (int n = 0; n < 200; ++n) ASSERT_EQ(client.read().body, "hello " + std::to_string(n));
}

TEST(Edge, ABodyInChunksArrivesWhole)
{
    House house;
    auto client = house.client();
    client.send("POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    client.send("1;note=x\r\n \r\n");
    client.send("5\r\nworld\r\n0\r\nCookie: forged=1\r\n\r\n");
    EXPECT_EQ(client.read().body, "hello world");
    EXPECT_EQ(client.get("/next").body, "hello next");
}

TEST(Edge, AClientThatAsksBeforeSendingIsToldToContinue)
{
    House house;
    auto client = house.client();
    client.send("POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_THAT(client.take_through("\r\n\r\n"), StartsWith("HTTP/1.1 100"));
    client.send("ok");
    EXPECT_EQ(client.read().body, "ok");
}

TEST(Edge, ABodyOverTheLimitIsRefusedBeforeItIsRead)
{
    House house;
    auto client = house.client();
    client.send("POST /small HTTP/1.1\r\nHost: test\r\nContent-Length: 11\r\n\r\n");
    auto const answer = client.read();
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.field("Content-Type"), "application/problem+json");
    EXPECT_THAT(answer.body, HasSubstr("\"code\":\"too_large\""));
    EXPECT_TRUE(client.is_closed());
}

TEST(Edge, AChunkedBodyIsRefusedAtTheByteThatPassesTheLimit)
{
    House house;
    auto client = house.client();
    client.send("POST /small HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n");
    client.send("1\r\nx\r\n");
    EXPECT_EQ(client.read().status, 413);
    EXPECT_EQ(house.client().ask("POST", "/small", "", "0123456789").body, "0123456789");
}

TEST(Edge, AnUploadGoesToDiskAndIsGoneAfterwards)
{
    House house;
    auto client = house.client();
    EXPECT_EQ(client.ask("PUT", "/upload", "", std::string(3'000'000, 'x') + "y").body, "3000001 y");
    EXPECT_EQ(client.get("/next").body, "hello next");
    EXPECT_TRUE(fs::is_empty(house.folder.file("spool")));
}

TEST(Edge, AnUploadThatBreaksOffLeavesNothing)
{
    House house;
    {
        auto client = house.client();
        client.send("PUT /upload HTTP/1.1\r\nHost: test\r\nContent-Length: 1000000\r\n\r\n" + std::string(600'000, 'x'));
        client.stop_sending();
        EXPECT_TRUE(client.is_closed());
    }
    EXPECT_TRUE(fs::is_empty(house.folder.file("spool")));
}

TEST(Edge, WhatCannotBeReadAsOneRequestIsRefused)
{
    House house;
    auto const status_of = [&house](std::string const& bytes) {
        auto client = house.client();
        client.send(bytes);
        return client.read().status;
    };
    EXPECT_EQ(status_of("nonsense\r\n\r\n"), 400);
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\n\r\n"), 400) << "no Host";
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
    EXPECT_EQ(status_of("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
    EXPECT_EQ(status_of("GET /%FF HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
    EXPECT_EQ(status_of("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
    EXPECT_EQ(status_of("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"), 400);
    EXPECT_EQ(status_of("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n"), 501);
    EXPECT_EQ(status_of("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"), 501);
    EXPECT_EQ(status_of("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"), 400);
    EXPECT_EQ(status_of("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;" + std::string(200'000, 'x')),
              400);
}

TEST(Edge, AHeaderOverTheLimitIsRefusedWhetherItIsOneFieldOrThousands)
{
    House house({.max_header_bytes = 8 * 1024});
    auto one = house.client();
    EXPECT_EQ(one.get("/a", "X: " + std::string(9'000, 'x') + "\r\n").status, 431);
    std::string many;
    for (int n = 0; n < 2'000; ++n) many += "X: y\r\n";
    EXPECT_EQ(house.client().get("/a", many).status, 431);
    EXPECT_EQ(house.client().get("/a", "X: " + std::string(7'000, 'x') + "\r\n").status, 200);
    auto endless = house.client();
    endless.send("GET /" + std::string(9'000, 'x'));
    EXPECT_EQ(endless.read().status, 431);
}

TEST(Edge, AFileIsSentWholeInPartsAndWithItsName)
{
    House house;
    auto client = house.client();
    auto const whole = client.get("/file");
    EXPECT_EQ(whole.body, "0123456789");
    EXPECT_EQ(whole.field("Content-Disposition"), "attachment; filename*=UTF-8''%E5%90%8D%E7%B0%BF.csv");
    auto const part = client.get("/file", "Range: bytes=2-4\r\n");
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, "234");
    EXPECT_EQ(part.field("Content-Range"), "bytes 2-4/10");
    EXPECT_EQ(client.get("/file", "Range: bytes=-3\r\n").body, "789");
    EXPECT_EQ(client.get("/file", "Range: bytes=7-99\r\n").body, "789");
    EXPECT_EQ(client.get("/file", "Range: bytes=4-2\r\n").status, 200);
    EXPECT_EQ(client.get("/file", "Range: bytes=0-1,3-4\r\n").body, "0123456789");
    auto const beyond = client.get("/file", "Range: bytes=10-\r\n");
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.field("Content-Range"), "bytes */10");
}

TEST(Edge, APartIsSentOnlyOfTheVersionTheClientHas)
{
    House house;
    auto client = house.client();
    EXPECT_EQ(client.get("/file", "Range: bytes=2-4\r\nIf-Range: \"v1\"\r\n").status, 206);
    EXPECT_EQ(client.get("/file", "Range: bytes=2-4\r\nIf-Range: \"v0\"\r\n").body, "0123456789");
    EXPECT_EQ(client.get("/file", "Range: bytes=2-4\r\nIf-None-Match: \"v1\"\r\n").status, 304);
}

TEST(Edge, HeadSaysWhatGetWouldSendAndSendsNothing)
{
    House house;
    auto client = house.client();
    for (auto const* target : {"/file", "/page", "/x"}) {
        auto const head = client.ask("HEAD", target);
        auto const get = client.get(target);
        EXPECT_EQ(head.status, 200);
        EXPECT_EQ(head.field("Content-Length"), get.field("Content-Length")) << target;
        EXPECT_EQ(head.field("Content-Type"), get.field("Content-Type")) << target;
    }
}

TEST(Edge, EachEncodingHasItsOwnTagAndOnlyThatTagIsNotModified)
{
    House house;
    auto client = house.client();
    std::string const brotli = "Accept-Encoding: gzip, deflate, br, zstd\r\n", gzip = "Accept-Encoding: br;q=0, gzip\r\n";
    EXPECT_EQ(client.get("/page").body, "<p>hello</p>");
    EXPECT_EQ(client.get("/page", brotli).body, "(br)");
    EXPECT_EQ(client.get("/page", brotli).field("Content-Encoding"), "br");
    EXPECT_EQ(client.get("/page", gzip).field("ETag"), "\"abc-gz\"");
    EXPECT_EQ(client.get("/page", brotli).field("Vary"), "Accept-Encoding");
    EXPECT_EQ(client.get("/page", brotli + "If-None-Match: \"abc-br\"\r\n").status, 304);
    EXPECT_EQ(client.get("/page", gzip + "If-None-Match: \"abc-br\"\r\n").status, 200);
    EXPECT_EQ(client.get("/page", gzip + "If-None-Match: W/\"zzz\", W/\"abc-gz\"\r\n").status, 304);
    EXPECT_EQ(client.get("/page", "If-None-Match: \"abc-br\"\r\n").status, 200);
    EXPECT_EQ(client.get("/tagged", "If-None-Match: \"7\"\r\n").status, 304);
    EXPECT_EQ(client.get("/tagged", "If-None-Match: \"8\"\r\n").body, "{}");
}

TEST(Edge, AnAnswerThatIsForgottenOrBreaksIsStillAnAnswer)
{
    House house;
    auto client = house.client();
    EXPECT_EQ(client.get("/forget").status, 503);
    auto const broken = client.get("/break");
    EXPECT_EQ(broken.status, 500);
    EXPECT_THAT(broken.body, Not(HasSubstr("a bug")));
    EXPECT_EQ(client.get("/next").body, "hello next");
}

TEST(Edge, AnEventReachesEveryViewerOfItsTopic)
{
    House house;
    std::vector<Client> viewers;
    for (int n = 0; n < 20; ++n) {
        viewers.push_back(house.client());
        viewers.back().send("GET /events HTTP/1.1\r\nHost: test\r\n\r\n");
        EXPECT_THAT(viewers.back().take_through("\r\n\r\n"), HasSubstr("Content-Type: text/event-stream\r\n"));
        EXPECT_EQ(viewers.back().take_through("\n\n"), "event: hello\ndata: welcome\n\n");
    }
    house.server->publish("other", "job", "not for them");
    house.server->publish("news", "job", "{\"a\":1}\nsecond line");
    for (auto& viewer : viewers) EXPECT_EQ(viewer.take_through("\n\n"), "event: job\ndata: {\"a\":1}\ndata: second line\n\n");
    house.server->stop();
    for (auto& viewer : viewers) EXPECT_TRUE(viewer.is_closed());
}

TEST(Edge, AQuietStreamShowsThatItIsAlive)
{
    House house({.heartbeat = 50ms});
    auto viewer = house.client();
    viewer.send("GET /events HTTP/1.1\r\nHost: test\r\n\r\n");
    viewer.take_through("welcome\n\n");
    EXPECT_EQ(viewer.take_through("\n\n"), ":\n\n");
}

/// A certificate for the length of a test.
void write_certificate(std::string const& certificate_path, std::string const& key_path)
{
    std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> const key(::EVP_EC_gen("P-256"), ::EVP_PKEY_free);
    std::unique_ptr<X509, void (*)(X509*)> const certificate(::X509_new(), ::X509_free);
    ::X509_gmtime_adj(::X509_getm_notBefore(certificate.get()), 0);
    ::X509_gmtime_adj(::X509_getm_notAfter(certificate.get()), 3600);
    ::X509_set_pubkey(certificate.get(), key.get());
    auto* const name = ::X509_get_subject_name(certificate.get());
    ::X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("localhost"), -1, -1, 0);
    ::X509_set_issuer_name(certificate.get(), name);
    ::X509_sign(certificate.get(), key.get(), ::EVP_sha256());
    std::unique_ptr<FILE, int (*)(FILE*)> const certificate_file(::fopen(certificate_path.c_str(), "w"), ::fclose);
    ::PEM_write_X509(certificate_file.get(), certificate.get());
    std::unique_ptr<FILE, int (*)(FILE*)> const key_file(::fopen(key_path.c_str(), "w"), ::fclose);
    ::PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

TEST(Edge, EncryptedItIsTheSameServer)
{
    Folder keys;
    write_certificate(keys.file("cert.pem"), keys.file("key.pem"));
    House house({.certificate = keys.file("cert.pem"), .private_key = keys.file("key.pem")});
    auto client = house.client();
    client.encrypt();
    EXPECT_EQ(client.get("/a").body, "hello a");
    EXPECT_EQ(client.ask("POST", "/echo", "", std::string(900'000, 'x')).body.size(), 900'000u);
    EXPECT_EQ(client.ask("PUT", "/upload", "", std::string(1'000'000, 'x') + "y").body, "1000001 y");
    EXPECT_EQ(client.get("/file", "Range: bytes=2-4\r\n").body, "234");
    EXPECT_EQ(client.get("/bye", "Connection: close\r\n").status, 200);
    EXPECT_TRUE(client.is_closed());
    auto plain = house.client();
    plain.send("GET /a HTTP/1.1\r\nHost: test\r\n\r\n");
    EXPECT_THAT(plain.take_through("\r\n\r\n"), Not(HasSubstr("hello")));
}

}  // namespace
}  // namespace http::testing
