#pragma once

#include "policy/guard/language.h"
#include "policy/guard/source.h"
#include "policy/guard/test_census.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// One place where a test says what must be.
struct Assertion {
  std::string words;                ///< in one spelling: without blanks, line breaks, styles of quotes, messages
  std::string meaning;              ///< the words in the form that a linter asks for
  std::vector<std::string> tokens;  ///< names, numbers and strings in it
  std::vector<std::string> values;  ///< what it compares with: numbers, strings, true, null
  int strength = 0;  ///< equal 60 · nearly equal 50 · contains 40 · is of a kind 30 · is there 15 · always true 0
  std::optional<double> slack;  ///< how far off a number may be
  bool raises = false;          ///< it wants an error
  bool any_error = false;       ///< … whatever error it is
  std::size_t arguments = 0;    ///< of its first call
  bool awaited = false;
  std::size_t conditions = 0;    ///< ifs and catches around it, within its test
  std::size_t alternatives = 0;  ///< parts of it of which one is enough
  std::size_t owner = 0;         ///< which test it stands in, counted from 1; 0: none
};

/// All assertions of a file, in their order.
std::vector<Assertion> assertions_in(const CodeText& source, Language language, const std::vector<Test>& tests);

/// How much two lists of words have in common, 0 to 1.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Names, numbers and strings of a stretch of text.
std::vector<std::string> words_of(const CodeText& source, std::size_t begin, std::size_t end);

}  // namespace regreen
