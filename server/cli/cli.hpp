// The command line for administrators and scripts. Exit status: 0 done, 1 refused (reasons on standard error), 2 wrong use.
#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace cli {

/// `arguments` without the program's name.
int run(std::vector<std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace cli
