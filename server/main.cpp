#include "cli/cli.hpp"

#include <iostream>

int main(int count, char** arguments) { return cli::run({arguments + 1, arguments + count}, std::cout, std::cerr); }
