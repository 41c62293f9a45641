// Beast's parser, filling our Request directly. Fed by hand, so that no template of Beast's streams is instantiated.
// Included only by the edge's own translation units.
#pragma once
#include "platform/http/conditional.hpp"
#include "platform/http/message.hpp"
#include "platform/http/read_buffer.hpp"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <cstdint>

namespace http {

class RequestParser final : public boost::beast::http::basic_parser<true> {
public:
    enum class Fed { some, needs_more, too_large, malformed };

    RequestParser()
    {
        body_limit(boost::none);   // ours is asked of the route, after the header
        header_limit(UINT32_MAX);  // counted by head_bytes(): Beast's limit forgets the fields it has already taken
    }

    /// Parses from the buffer. `some` means progress was made, whether or not anything is complete.
    Fed feed(ReadBuffer& in)
    {
        if (in.empty()) return Fed::needs_more;
        auto const bytes = in.unread();
        boost::beast::error_code error;
        auto const used = put({bytes.data(), bytes.size()}, error);
        in.consume(used);
        if (!is_header_done() || !head_is_counted_) head_bytes_ += used;
        head_is_counted_ = is_header_done();
        if (error == boost::beast::http::error::body_limit) return Fed::too_large;
        if (error && error != boost::beast::http::error::need_more) return Fed::malformed;
        return error || used == 0 ? Fed::needs_more : Fed::some;
    }

    Request& request() { return request_; }
    Wishes& wishes() { return wishes_; }
    std::size_t head_bytes() const { return head_bytes_; }
    std::uint64_t body_bytes() const { return body_bytes_; }
    void limit_body(std::uint64_t most) { most_body_ = most; }

private:
    using Error = boost::beast::error_code;
    using Text = boost::beast::string_view;
    static std::string_view view(Text text) { return {text.data(), text.size()}; }

    void on_request_impl(boost::beast::http::verb, Text method, Text target, int version, Error&) override
    {
        request_.method = view(method);
        request_.target = view(target);
        wishes_.head_only = request_.method == "HEAD";
        wishes_.http10 = version < 11;
    }

    void on_field_impl(boost::beast::http::field name, Text name_text, Text value, Error&) override
    {
        using boost::beast::http::field;
        if (trailer_) return;  // a field after the body must not pass for one that was checked before it
        request_.headers.add(view(name_text), view(value));
        switch (name) {
            case field::if_none_match: wishes_.if_none_match = view(value); break;
            case field::if_range: wishes_.if_range = view(value); break;
            case field::range: wishes_.range = view(value); break;
            case field::accept_encoding: wishes_.accept_encoding = view(value); break;
            default: break;
        }
    }

    void on_header_impl(Error&) override
    {
        trailer_ = true;
        wishes_.keep_alive = keep_alive();
    }

    std::size_t on_body_impl(Text piece, Error& error) override
    {
        body_bytes_ += piece.size();
        if (body_bytes_ > most_body_) {
            error = boost::beast::http::error::body_limit;
            return 0;
        }
        request_.body.append(piece.data(), piece.size());
        return piece.size();
    }

    std::size_t on_chunk_body_impl(std::uint64_t, Text piece, Error& error) override { return on_body_impl(piece, error); }
    void on_response_impl(int, Text, int, Error&) override {}
    void on_body_init_impl(boost::optional<std::uint64_t> const&, Error&) override {}
    void on_chunk_header_impl(std::uint64_t, Text, Error&) override {}
    void on_finish_impl(Error&) override {}

    Request request_;
    Wishes wishes_;
    std::size_t head_bytes_ = 0;
    std::uint64_t body_bytes_ = 0;
    std::uint64_t most_body_ = 0;
    bool trailer_ = false;
    bool head_is_counted_ = false;
};

}  // namespace http
