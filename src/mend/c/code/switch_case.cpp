#include "mend/c/code/switch_case.h"

#include "base/text.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_word_at(std::string_view code, std::size_t at, std::string_view word) {
  const auto end = at + word.size();
  return code.substr(at).starts_with(word) && (at == 0 || !is_word_byte(code[at - 1])) &&
         (end == code.size() || !is_word_byte(code[end]));
}

// The colon that ends a label: not one of `Colour::red`.
std::size_t colon_behind(std::string_view code, std::size_t from) {
  for (auto at = code.find_first_of(":;{}", from); at != npos; at = code.find_first_of(":;{}", at)) {
    if (code[at] != ':') return npos;
    if (code.substr(at, 2) != "::") return at;
    at += 2;
  }
  return npos;
}

// The switch whose body opens at the brace.
Switch read_switch(std::string_view code, std::size_t open) {
  Switch found{open, closing_bracket(code, open), {}};
  if (found.close == npos) return {};
  std::size_t depth = 0;
  for (auto at = open; at < found.close; ++at) {
    if (contains("([{", code.substr(at, 1))) ++depth;
    if (contains(")]}", code.substr(at, 1))) --depth;
    if (depth != 1) continue;
    const bool is_default = is_word_at(code, at, "default");
    if (!is_default && !is_word_at(code, at, "case")) continue;
    const auto word_end = at + (is_default ? 7 : 4);
    const auto colon = colon_behind(code, word_end);
    if (colon == npos) continue;
    found.labels.push_back({at, colon + 1, trim(code.substr(word_end, colon - word_end))});
    at = colon;
  }
  return found;
}

}  // namespace

std::size_t Switch::label_before(std::size_t at) const {
  std::size_t found = labels.size();
  for (std::size_t i = 0; i < labels.size() && labels[i].begin <= at; ++i) found = i;
  return found;
}

std::size_t Switch::end_of(std::size_t label) const {
  return label + 1 < labels.size() ? labels[label + 1].begin : close;
}

Switch switch_around(std::string_view code, std::size_t at) {
  if (code.size() > source_bytes_max) return {};
  const auto open = bracket_around(code, at);
  return open == npos || code[open] != '{' ? Switch{} : read_switch(code, open);
}

}  // namespace regreen
