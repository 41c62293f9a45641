// A letter handed over to the mail relay of the house by SMTP: as a relay inside a municipality's network wants it, without a
// password and without TLS, or over TLS. Nothing is ever sent unless an administrator has named a relay.
#pragma once
#include "platform/core/date.hpp"

#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace mail {

enum class Security { none, starttls, tls };

struct Relay {
    std::string host;  ///< empty: there is none
    std::uint16_t port = 25;
    std::string from;  ///< the sender's address
    Security security = Security::none;
    std::chrono::seconds patience{20};  ///< for one letter, from the first connection to the last answer
    bool named() const { return !host.empty(); }
};

struct Letter {
    std::string to, subject, text;
    std::string id;  ///< the left side of Message-ID; the same letter sent again keeps it
    Instant written_at{};
};

/// Not handed over. what() is what the relay or the connection said.
struct NotSent : std::runtime_error {
    bool for_good;  ///< the relay will not take it another time either (5xx)
    NotSent(std::string const& what, bool never) : std::runtime_error(what), for_good(never) {}
};

/// A plain address that may stand in an envelope: one @, no blanks, no brackets, no line breaks.
bool is_address(std::string const&);

/// The letter as it travels (RFC 5322): subject as encoded words, text in base64, marked as written by a program.
std::string message_of(Relay const&, Letter const&);

/// Blocks until the relay has it. Throws NotSent.
void send(Relay const&, Letter const&);

}  // namespace mail
