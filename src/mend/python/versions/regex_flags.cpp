// python.move-regex-flags: `(?i)` stands at the start of a regular expression; since Python 3.11 nowhere else.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/source.h"
#include "mend/python/versions/regex_data.h"
#include "mend/trace.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Where the text of a literal begins: r"…, b'''…
std::size_t begin_of_text(std::string_view literal) {
  const auto quote = literal.find_first_of("'\"");
  if (quote == npos) return npos;
  const auto triple = literal.substr(quote, 3);
  return quote + (triple == "'''" || triple == "\"\"\"" ? 3 : 1);
}

std::vector<Edit> moved_in_literal(std::string_view literal, std::size_t offset) {
  const auto begin = begin_of_text(literal);
  return begin == npos ? std::vector<Edit>{} : moved_flags(literal, begin, offset);
}

// Only in files that use `re`, and not in a literal that continues another one.
std::vector<Edit> edits_in(std::string_view text) {
  const PythonSource source(text);
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < source.tokens().size(); ++i) {
    const auto& token = source.tokens()[i];
    const bool continues = i > 0 && source.tokens()[i - 1].kind == PyKind::string;
    if (token.kind != PyKind::string || continues) continue;
    const auto moved = moved_in_literal(source.text(token), token.offset);
    edits.insert(edits.end(), moved.begin(), moved.end());
  }
  return edits;
}

}  // namespace

std::vector<Patch> move_regex_flags(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = place.file.ends_with(".py") ? draft.read(place.file) : std::nullopt;
      if (!text || !contains(*text, "import re")) continue;
      auto edits = edits_in(*text);
      if (!edits.empty()) draft.edit(place.file, std::move(edits));
    }
    if (draft.patch().empty()) move_flags_in_data(patient, occurrence, draft);
  }
  return draft.patches();
}

}  // namespace regreen
