// A tiny SMTP server for tests: says what a relay says, keeps what it was given, refuses whom it is told to.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class FakeRelay {
public:
    struct Received {
        std::string from, to, message;
    };

    FakeRelay()
    {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(listener_, 16);
        socklen_t size = sizeof address;
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~FakeRelay()
    {
        stopping_ = true;
        ::shutdown(listener_, SHUT_RDWR);
        ::close(listener_);
        thread_.join();
    }
    FakeRelay(FakeRelay const&) = delete;

    std::uint16_t port() const { return port_; }
    /// What it answers to the next recipients: "250 ok", "451 later", "550 nobody".
    void answer_recipients(std::string line)
    {
        std::lock_guard const lock(mutex_);
        recipient_ = std::move(line);
    }
    std::vector<Received> received() const
    {
        std::lock_guard const lock(mutex_);
        return received_;
    }

private:
    void serve()
    {
        while (!stopping_) {
            auto const peer = ::accept(listener_, nullptr, nullptr);
            if (peer < 0) return;
            talk(peer);
            ::close(peer);
        }
    }
    static void say(int peer, std::string const& line)
    {
        auto const text = line + "\r\n";
        [[maybe_unused]] auto const sent = ::send(peer, text.data(), text.size(), MSG_NOSIGNAL);
    }
    /// False when the other side has gone.
    static bool hear(int peer, std::string& buffer, std::string& line)
    {
        for (;;) {
            if (auto const end = buffer.find("\r\n"); end != buffer.npos) {
                line = buffer.substr(0, end);
                buffer.erase(0, end + 2);
                return true;
            }
            char bytes[4096];
            auto const count = ::recv(peer, bytes, sizeof bytes, 0);
            if (count <= 0) return false;
            buffer.append(bytes, static_cast<std::size_t>(count));
        }
    }
    void talk(int peer)
    {
        std::string buffer, line;
        Received letter;
        say(peer, "220 relay.example");
        while (hear(peer, buffer, line)) {
            if (line.starts_with("MAIL FROM:")) {
                letter = {line.substr(10), {}, {}};
                say(peer, "250 ok");
            } else if (line.starts_with("RCPT TO:")) {
                letter.to = line.substr(8);
                std::lock_guard const lock(mutex_);
                say(peer, recipient_);
            } else if (line == "DATA") {
                say(peer, "354 go on");
                while (hear(peer, buffer, line) && line != ".") letter.message += line + "\r\n";
                {
                    std::lock_guard const lock(mutex_);
                    received_.push_back(letter);
                }
                say(peer, "250 taken");
            } else if (line == "QUIT") {
                say(peer, "221 bye");
                return;
            } else {
                say(peer, "250 relay.example");
            }
        }
    }

    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_ = false;
    mutable std::mutex mutex_;
    std::string recipient_ = "250 ok";
    std::vector<Received> received_;
    std::thread thread_;
};
