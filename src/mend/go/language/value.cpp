#include "mend/go/language/value.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Functions that only answer: of built-ins, of packages as a whole, and single ones.
bool only_answers(std::string_view function) {
  constexpr auto whole = std::to_array<std::string_view>({"strings.", "math.", "path.", "unicode.", "utf8.", "bits."});
  constexpr auto single = std::to_array<std::string_view>({"len",           "cap",
                                                           "make",          "new",
                                                           "append",        "complex",
                                                           "real",          "imag",
                                                           "min",           "max",
                                                           "string",        "int",
                                                           "int8",          "int16",
                                                           "int32",         "int64",
                                                           "uint",          "uint8",
                                                           "uint16",        "uint32",
                                                           "uint64",        "float32",
                                                           "float64",       "byte",
                                                           "rune",          "bool",
                                                           "fmt.Sprint",    "fmt.Sprintf",
                                                           "fmt.Sprintln",  "fmt.Errorf",
                                                           "errors.New",    "strconv.Itoa",
                                                           "strconv.Quote", "strconv.FormatInt",
                                                           "filepath.Join", "filepath.Base",
                                                           "filepath.Dir",  "filepath.Ext",
                                                           "time.Duration", "time.Now",
                                                           "time.Since",    "bytes.Contains",
                                                           "bytes.Equal",   "context.Background",
                                                           "context.TODO"});
  return std::ranges::any_of(whole, [&](auto package) { return function.starts_with(package); }) ||
         is_among(function, single);
}

std::string_view function_before(std::string_view code, std::size_t open) {
  auto begin = open;
  while (begin > 0 && (is_word_byte(code[begin - 1]) || code[begin - 1] == '.')) --begin;
  return code.substr(begin, open - begin);
}

// The bracket of the last call of `a.b(c).d(e)`; npos for what is no chain of names and calls that ends in one.
std::size_t last_call(std::string_view value) {
  std::size_t last = npos;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] == '(' || value[at] == '[') {
      const auto close = at == 0 ? npos : closing_bracket(value, at);
      if (close == npos) return npos;
      last = value[at] == '(' ? at : last;
      at = close;
    } else if (!is_word_byte(value[at]) && value[at] != '.') {
      return npos;
    }
  }
  return value.ends_with(')') ? last : npos;
}

}  // namespace

// Without channels and function literals, and every call only answers.
bool go_does_something(std::string_view value) {
  if (contains(value, "<-") || contains(value, "func") || contains(value, "[T")) return true;
  for (auto open = value.find('('); open != npos; open = value.find('(', open + 1)) {
    const auto function = function_before(value, open);
    if (!function.empty() && !only_answers(function)) return true;
    if (function.empty() && (open == 0 ? false : contains(")]", value.substr(open - 1, 1)))) return true;
  }
  return false;
}

std::string go_statement_of(std::string_view value, std::string_view code, std::string_view text) {
  const auto open = last_call(code);
  const auto function = open == npos ? "" : function_before(code, open);
  // A call of a function, not the conversion to a type of the file.
  const bool is_type = contains(text, "type " + std::string(function) + " ");
  const bool is_call = open != npos && !only_answers(function) && !is_type;
  return (is_call || code.starts_with("<-") ? "" : "_ = ") + std::string(value);
}

bool may_be_error(std::string_view name) {
  return name.starts_with("err") || name.starts_with("Err") || name.ends_with("Err") || name.ends_with("Error");
}

}  // namespace regreen
