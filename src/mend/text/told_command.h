#pragma once

#include "mend/place.h"
#include "model/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// Words without the signs around them: "Run 'make docs'." → Run, make, docs
std::vector<std::string> words_of_line(std::string_view line);

/// Is a word, or a command, about what tests are compared with? That is nobody's to make anew without a look.
bool is_expectation(std::string_view word);

/// The command of the project that an occurrence tells to run, on its line or near it: a target of its Makefile, a script of its
/// package.json, `go generate`, a program in its tree, without arguments. "" where it tells none.
std::string told_command(const Tree& tree, const Occurrence& occurrence);

/// The call that mends what a program in the tree found, as it says itself: "Run `python3 tools/header.py --fix src`". The program
/// knows the option, and every other word of the call is a file or folder of the tree. "" where it says none.
std::string told_fix(const Tree& tree, const Occurrence& occurrence);

}  // namespace regreen
