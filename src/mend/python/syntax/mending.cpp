#include "mend/python/syntax/mending.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::array<std::string_view, 14> compound_words = {
    "def", "class", "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "async", "match", "case"};

}  // namespace

MendedTexts mended(const PythonSource& source, std::vector<Edit> edits) {
  if (edits.empty()) return {};
  auto text = apply_edits(source.text(), std::move(edits));
  if (!text || !PythonSource(*text).is_balanced()) return {};
  return {std::move(*text)};
}

const PyStatement* statement_of(const PythonSource& source, const PythonFault& fault) {
  const auto* statement = source.statement_at(fault.line);
  return statement != nullptr || fault.line < 2 ? statement : source.statement_at(fault.line - 1);
}

bool is_compound(const PythonSource& source, std::size_t token) {
  return std::ranges::any_of(compound_words, [&](auto word) { return source.is(token, word); });
}

}  // namespace regreen
