// Accounts, sessions, roles, and whom an actor may see.
#pragma once
#include "features/access/accounts.hpp"
#include "features/access/me.hpp"
#include "features/access/roster_accounts.hpp"
#include "features/access/secrets.hpp"
#include "features/access/session.hpp"
#include "features/access/sight.hpp"
#include "features/access/sign_in.hpp"

namespace accounts {

void routes(http::Table&);

}  // namespace accounts
