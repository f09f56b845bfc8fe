// python.say-encoding: files are opened in UTF-8, whatever the locale. text.to-utf8: a source that is not UTF-8 becomes it.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/source.h"
#include "mend/python/syntax/fault.h"
#include "mend/python/syntax/text_call.h"
#include "mend/trace.h"

#include <map>
#include <set>

namespace regreen {
namespace {

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    std::size_t more = byte < 0x80 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 9;
    if (more == 9 || i + more >= text.size() + (more == 0 ? 1 : 0)) return false;
    for (; more > 0; --more) {
      if ((static_cast<unsigned char>(text[++i]) & 0xc0) != 0x80) return false;
    }
  }
  return true;
}

std::string from_latin1(std::string_view text) {
  std::string utf8;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      utf8 += static_cast<char>(0xc0 | (byte >> 6));
      utf8 += static_cast<char>(0x80 | (byte & 0x3f));
    } else {
      utf8 += c;
    }
  }
  return utf8;
}

// Is the call one of a text file without an encoding: `open(p, "w")`, `path.read_text()`?
bool wants_encoding(const PythonSource& source, std::size_t name, std::size_t close) {
  const bool method = name > 0 && source.is(name - 1, ".");
  const bool opens = source.is(name, "open") && (!method || source.is(name - 2, "io") || source.is(name - 2, "Path") ||
                                                 source.is(name - 2, ")") || source.is(name - 2, "path"));
  const bool reads = method && (source.is(name, "read_text") || source.is(name, "write_text"));
  if (!opens && !reads) return false;
  for (auto i = name + 2; i < close; ++i) {
    const auto& token = source.tokens()[i];
    if (source.is(i, "encoding") || source.is(i, "*") || source.is(i, "**")) return false;
    const auto text = source.text(token);
    if (opens && token.kind == PyKind::string && text.size() <= 5 && contains(text, "b")) return false;
  }
  return true;
}

using Named = std::set<std::size_t>;  // lines

// Is a call one that the log speaks of?
bool is_named(const PythonSource& source, std::size_t name, std::size_t close, const Named& lines) {
  const auto first = lines.lower_bound(source.tokens()[name].line);
  return first != lines.end() && *first <= source.tokens()[close].line;
}

std::vector<Edit> say_encoding(const PythonSource& source, const Named& lines) {
  const auto imports = imports_of(source);
  const auto bound = bound_names(imports);
  std::vector<Edit> edits;
  for (std::size_t i = 0; i + 1 < source.tokens().size(); ++i) {
    if (!source.is_name(i) || !source.is(i + 1, "(") || (i > 0 && source.is(i - 1, "def"))) continue;
    const auto close = closing_of_call(source, i + 1);
    if (!close) continue;
    const bool is_other = is_named(source, i, *close, lines) && opens_text_otherwise(source, bound, {i, *close});
    if (!is_other && !wants_encoding(source, i, *close)) continue;
    edits.push_back(with_argument(source, i + 1, *close, "encoding=\"utf-8\""));
  }
  return edits;
}

// What tells that any call on its way reads or writes a text; a charmap of Windows may be what a program there writes.
bool speaks_of_all(std::string_view said) {
  return contains(said, "EncodingWarning") || contains(said, "'ascii' codec");
}

}  // namespace

std::vector<Patch> say_python_encoding(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto code = capture(occurrence, "code");  // a linter's finding, and maybe another one
    if (!code.empty() && code != "W1514" && code != "PLW1514") continue;
    std::map<std::string, Named> places;
    for (const auto& place : places_around(patient.tree, occurrence)) places[place.file].insert(place.line);
    for (const auto& [file, lines] : places) {
      const auto text = file.ends_with(".py") ? draft.read(file) : std::nullopt;
      if (text)
        draft.edit(file, say_encoding(PythonSource(*text), speaks_of_all(occurrence.at.text) ? lines : Named{}));
    }
  }
  return draft.patches();
}

std::vector<Patch> store_as_utf8(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = draft.read(place.file);
      if (text && !is_utf8(*text)) draft.write(place.file, from_latin1(*text));
    }
  }
  return draft.patches();
}

}  // namespace regreen
