// A client as blunt as the network: it sends the bytes it is told to and shows the bytes that come back.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace http::testing {

struct Answer {
    int status = 0;
    std::string head;
    std::string body;
    /// The field's value; empty when it is absent. Names as the server writes them.
    std::string field(std::string const& name) const
    {
        auto const at = head.find("\r\n" + name + ": ");
        if (at == head.npos) return {};
        auto const begin = at + name.size() + 4;
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }
};

class Client {
public:
    explicit Client(std::uint16_t port) : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(port);
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval const patience{60, 0};  // a server that hangs fails the test instead of hanging it
        ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&where), sizeof where) != 0)
            throw std::runtime_error("cannot connect");
    }
    Client(Client&& other) noexcept
        : descriptor_(std::exchange(other.descriptor_, -1)), tls_(std::move(other.tls_)), in_(std::move(other.in_))
    {
    }
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;
    ~Client()
    {
        tls_.reset();
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    void encrypt()
    {
        std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> const context(::SSL_CTX_new(::TLS_client_method()), ::SSL_CTX_free);
        tls_.reset(::SSL_new(context.get()));
        ::SSL_set_fd(tls_.get(), descriptor_);
        if (::SSL_connect(tls_.get()) != 1) throw std::runtime_error("no handshake");
    }

    /// False when the server has closed the connection.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            auto const sent = tls_ ? ::SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                                   : ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    Answer get(std::string const& target, std::string const& fields = {}) { return ask("GET", target, fields); }
    Answer ask(std::string const& method, std::string const& target, std::string const& fields = {}, std::string const& body = {})
    {
        auto const length = body.empty() ? std::string{} : "Content-Length: " + std::to_string(body.size()) + "\r\n";
        send(method + " " + target + " HTTP/1.1\r\nHost: test\r\n" + fields + length + "\r\n" + body);
        return read(method != "HEAD");
    }

    Answer read(bool with_body = true)
    {
        Answer answer;
        answer.head = take_through("\r\n\r\n");
        if (answer.head.size() > 12) answer.status = std::atoi(answer.head.c_str() + 9);
        auto const length = answer.field("Content-Length");
        if (with_body && !length.empty()) answer.body = take(std::stoul(length));
        return answer;
    }

    std::string take_through(std::string_view mark)
    {
        for (;;) {
            if (auto const at = in_.find(mark); at != in_.npos) return take(at + mark.size());
            if (!receive()) return std::exchange(in_, {});
        }
    }

    std::string take(std::size_t bytes)
    {
        while (in_.size() < bytes && receive()) {
        }
        auto taken = in_.substr(0, bytes);
        in_.erase(0, bytes);
        return taken;
    }

    /// Waits for the server to close; false if it says something instead.
    bool is_closed() { return in_.empty() && !receive(); }

    void stop_sending() { ::shutdown(descriptor_, SHUT_WR); }

private:
    bool receive()
    {
        char bytes[16 * 1024];
        auto const got = tls_ ? ::SSL_read(tls_.get(), bytes, sizeof bytes) : ::recv(descriptor_, bytes, sizeof bytes, 0);
        if (got > 0) in_.append(bytes, static_cast<std::size_t>(got));
        return got > 0;
    }

    int descriptor_;
    std::unique_ptr<SSL, void (*)(SSL*)> tls_{nullptr, ::SSL_free};
    std::string in_;
};

}  // namespace http::testing
