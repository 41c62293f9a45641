// How a handler's signature becomes an endpoint: what is decoded before it runs and how its answer is sent. Included by
// table.hpp.
#pragma once
#include "platform/http/table.hpp"

namespace http::detail {

std::string json_body(Request const&);  ///< refuses what is not sent as JSON
TextBody text_body(Request const&);
Upload upload(Request const&);
Response answer(Download&&);
Response answer(FileBody&&);
Response answer(EventStream&&);

template <class In>
inline constexpr BodyKind kBodyKind = std::same_as<In, Upload>     ? BodyKind::upload
                                      : std::same_as<In, TextBody> ? BodyKind::text
                                                                   : BodyKind::json;

template <class T>
inline constexpr bool has_headers = false;
template <class T>
inline constexpr bool has_headers<WithHeaders<T>> = true;

template <class In>
In decode_body(Request const& request)
{
    if constexpr (std::same_as<In, Upload>)
        return upload(request);
    else if constexpr (std::same_as<In, TextBody>)
        return text_body(request);
    else
        return json::read<In>(json_body(request));
}

template <class Out>
Response answer(Out&& out, int status)
{
    using T = std::remove_cvref_t<Out>;
    if constexpr (std::same_as<T, Response>) {
        return std::forward<Out>(out);
    } else if constexpr (has_headers<T>) {
        auto response = answer(std::move(out.value), status);
        for (auto const& [name, value] : out.headers) response.headers.add(name, value);
        return response;
    } else if constexpr (std::same_as<T, Download> || std::same_as<T, FileBody> || std::same_as<T, EventStream>) {
        return answer(std::forward<Out>(out));
    } else {
        return Response::json(json::write(out), status);
    }
}

template <class Out>
constexpr AnswerKind answer_kind()
{
    if (std::same_as<Out, EventStream>) return AnswerKind::events;
    if (std::same_as<Out, Download> || std::same_as<Out, FileBody> || std::same_as<Out, Response>) return AnswerKind::bytes;
    return AnswerKind::json;
}

template <class Out>
std::string output_schema(json::Components& components)
{
    if constexpr (has_headers<Out>)
        return output_schema<decltype(Out::value)>(components);
    else if constexpr (std::is_void_v<Out>)
        return json::schema_of<json::Nothing>(components, json::Side::output);
    else if constexpr (answer_kind<Out>() == AnswerKind::json)
        return json::schema_of<Out>(components, json::Side::output);
    else
        return {};
}

template <class Query>
std::vector<QueryParameter> query_parameters(json::Components& components)
{
    std::vector<QueryParameter> parameters;
    boost::mp11::mp_for_each<json::Members<Query>>([&](auto member) {
        using M = std::remove_cvref_t<decltype(std::declval<Query&>().*member.pointer)>;
        auto const limits = json::limits_of<Query>(member.name);
        auto const schema = [&] {
            if constexpr (json::is_optional<M>)
                return json::schema_of<typename M::value_type>(components, json::Side::input, limits);
            else
                return json::schema_of<M>(components, json::Side::input, limits);
        };
        parameters.push_back({member.name, limits.find("required") != nullptr, schema()});
    });
    return parameters;
}

}  // namespace http::detail

namespace http::detail {

/// Which of a handler's inputs come from where; a GET or DELETE has no body.
template <Method method, class... In>
struct Inputs {
    using Values = std::tuple<In...>;
    using First = std::tuple_element_t<0, std::tuple<In..., void>>;
    using Last = std::tuple_element_t<sizeof...(In), std::tuple<void, In...>>;
    static constexpr bool kQuery = sizeof...(In) == 2 || (sizeof...(In) == 1 && (method == Method::get || method == Method::del));
    static constexpr bool kBody = sizeof...(In) == 2 || (sizeof...(In) == 1 && !kQuery);

    static std::shared_ptr<void const> decode(Request const& request)
    {
        auto values = std::make_shared<Values>();
        if constexpr (kQuery) std::get<0>(*values) = read_query<First>(request.query);
        if constexpr (kBody) std::get<sizeof...(In) - 1>(*values) = decode_body<Last>(request);
        return values;
    }

    template <class Out>
    static Ends ends(json::Components& components)
    {
        Ends ends;
        if constexpr (kQuery) ends.query = query_parameters<First>(components);
        if constexpr (kBody) {
            if constexpr (kBodyKind<Last> == BodyKind::json) ends.input = json::schema_of<Last>(components, json::Side::input);
        }
        ends.output = output_schema<Out>(components);
        return ends;
    }
};

template <class C>
constexpr Endpoint::Runs runs()
{
    if (std::same_as<C, Call>) return Endpoint::Runs::in_transaction;
    return std::same_as<C, LongCall> ? Endpoint::Runs::on_its_own : Endpoint::Runs::at_root;
}

}  // namespace http::detail

namespace http {

template <Method method, class Out, class C, class... In>
void Table::add(std::string_view pattern, Route route, Out (*handler)(C const&, In const&...))
{
    static_assert(std::derived_from<C, Circumstance>, "a handler's first parameter is Call, LongCall or RootCall");
    static_assert(sizeof...(In) <= 2, "at most a query and a body");
    using Inputs = detail::Inputs<method, In...>;

    Endpoint endpoint{method, std::string(pattern), std::move(route), detail::runs<C>(), BodyKind::none, AnswerKind::json, {}, {},
                      {}};
    if constexpr (Inputs::kBody) endpoint.body = detail::kBodyKind<typename Inputs::Last>;
    if constexpr (!std::is_void_v<Out>) endpoint.answer = detail::answer_kind<Out>();
    endpoint.decode = Inputs::decode;
    endpoint.ends = Inputs::template ends<Out>;
    endpoint.run = [handler, status = endpoint.route.success](Circumstance const& circumstance, void const* values) {
        auto const invoke = [&](In const&... in) { return handler(static_cast<C const&>(circumstance), in...); };
        auto const& given = *static_cast<typename Inputs::Values const*>(values);
        if constexpr (std::is_void_v<Out>) {
            std::apply(invoke, given);
            return Response::json("{}", status);
        } else {
            return detail::answer(std::apply(invoke, given), status);
        }
    };
    insert(std::move(endpoint));
}

}  // namespace http
