// What reading a person's file tells beside its content: every problem with its place, and where each thing stood.
#pragma once
#include "platform/core/refused.hpp"

#include <map>

/// Lines and columns count from 1; 0 = not from a file.
struct FilePlace {
    int line = 0, column = 0;
};
using Places = std::map<std::string, FilePlace>;  ///< by JSON pointer

/// The place of a pointer, or of the nearest thing around it that has one.
FilePlace nearest(Places const&, std::string pointer);

/// One thing that is wrong: the place, what is wrong and what would be right.
struct PlacedProblem {
    int line = 0, column = 0;
    std::string pointer;  ///< /categories/3/rule, or a cell: スキル!C12
    std::string ja, en;
};
BOOST_DESCRIBE_STRUCT(PlacedProblem, (), (line, column, pointer, ja, en))

/// As a refusal tells them: the place stands in front of the sentence.
std::vector<Problem> as_problems(std::vector<PlacedProblem> const&);

/// Reading goes on past a problem, so that an officer sees all of them at once.
struct FromFile {
    std::vector<PlacedProblem> problems;
    Places places;  ///< for later checks
};
