#include "mend/node/lint/big_integer.h"

#include "base/text.h"
#include "mend/text/code_text.h"

namespace regreen {

bool speaks_of_big_integers(std::string_view code) {
  if (contains(code, "BigInt") || contains(code, "bigint")) return true;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = 1; at < code.size(); ++at) {
    const bool ends = at + 1 == code.size() || !is_word_byte(code[at + 1]);
    if (code[at] == 'n' && is_digit(code[at - 1]) && ends) {
      auto begin = at;
      while (begin > 0 && is_word_byte(code[begin - 1])) --begin;
      if (is_digit(code[begin])) return true;
    }
  }
  return false;
}

}  // namespace regreen
