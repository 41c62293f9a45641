// Holds an answer against api/openapi.json: the part of JSON Schema that our printer writes.
#pragma once
#include "platform/http/table.hpp"

#include <boost/json/value.hpp>

namespace testing_town {

/// What does not fit; empty when all does. `document` is the whole contract.
std::vector<std::string> violations(boost::json::value const& document, boost::json::value const& schema,
                                    boost::json::value const& value);

/// Fails the running test when the status is not declared for the endpoint or the body does not fit its schema.
void hold_against_contract(boost::json::value const& document, http::Endpoint const&, int status, boost::json::value const& body);

}  // namespace testing_town
