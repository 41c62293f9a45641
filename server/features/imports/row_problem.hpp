// Why a row of a file cannot be taken in, said to the person who can correct it.
#pragma once
#include <boost/describe/class.hpp>

#include <string>

namespace imports {

/// What is wrong with a cell, and what to do about it. A warning does not keep the row out.
struct RowProblem {
    std::string column;  ///< as the file names it
    std::string value;   ///< as given
    std::string problem, problem_en;
    std::string remedy, remedy_en;
    bool refuses = true;
};
BOOST_DESCRIBE_STRUCT(RowProblem, (), (column, value, problem, problem_en, remedy, remedy_en, refuses))

}  // namespace imports
