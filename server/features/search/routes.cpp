#include "features/search/search.hpp"

namespace search {

void routes(http::Table& table)
{
    table.get("/search",
              {.id = "search",
               .access = http::Access::signed_in(),
               .summary = "職員・所属・計画の言葉・書かれたものを探す",
               .refusals = {Code::invalid_input}},
              search);
}

}  // namespace search
