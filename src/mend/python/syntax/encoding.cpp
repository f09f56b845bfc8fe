// python.say-encoding: files are opened in UTF-8, whatever the locale. text.to-utf8: a source that is not UTF-8 becomes it.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/source.h"
#include "mend/python/syntax/fault.h"
#include "mend/python/syntax/text_call.h"
#include "mend/text/charsets.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto path_makers = std::to_array<std::string_view>(
    {"Path", "joinpath", "with_suffix", "with_name", "with_stem", "resolve", "absolute", "expanduser"});

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

// Windows writes signs where ISO 8859-1 has controls, which no source holds.
bool is_of_windows(std::string_view text) {
  constexpr std::string_view unused = "\x81\x8d\x8f\x90\x9d";
  return text.find_first_of(unused) == std::string_view::npos && std::ranges::any_of(text, [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte >= 0x80 && byte < 0xa0;
         });
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

// Is what stands before the dot a path: `Path(p).open()`, `p.with_suffix(".txt").open()`, `(folder / "a").open()`? An archive or a
// server is opened by the same word.
bool is_path(const PythonSource& source, std::size_t dot) {
  if (source.is(dot - 1, "path")) return true;
  const auto open = source.is(dot - 1, ")") ? opening(source, dot - 1) : std::nullopt;
  if (!open || *open == 0) return false;
  if (is_among(source.text(*open - 1), path_makers)) return true;
  const bool is_call = source.is_name(*open - 1) || source.is(*open - 1, ")") || source.is(*open - 1, "]");
  for (auto i = *open + 1; i + 1 < dot && !is_call; ++i) {
    if (source.is(i, "/") && source.tokens()[i].depth == source.tokens()[*open].depth) return true;
  }
  return false;
}

// Is the argument a mode of text, as it is written?
bool is_text_mode(const PythonSource& source, const PyValue& value) {
  const auto text = source.text(value.first);
  return value.last == value.first + 1 && source.tokens()[value.first].kind == PyKind::string && !contains(text, "b");
}

// Is the call one of a text file without an encoding: `open(p, "w")`, `path.read_text()`?
bool wants_encoding(const PythonSource& source, std::size_t name, std::size_t close) {
  const bool method = name > 1 && source.is(name - 1, ".") && !source.is(name - 2, "io");
  const bool opens = source.is(name, "open") && (!method || is_path(source, name - 1));
  const bool writes = source.is(name, "write_text"), reads = method && (writes || source.is(name, "read_text"));
  if (!opens && !reads) return false;
  const std::size_t before_mode = method ? 0 : 1, before_encoding = reads ? (writes ? 1 : 0) : before_mode + 2;
  std::size_t count = 0;  // of those without a name
  for (const auto& value : arguments_between(source, name + 1, close)) {
    if (source.is(value.first, "encoding") || source.is(value.first, "*") || source.is(value.first, "**")) return false;
    const bool is_named = source.is(value.first + 1, "=");
    const bool is_mode = is_named ? source.is(value.first, "mode") : count == before_mode;
    if (opens && is_mode && !is_text_mode(source, {is_named ? value.first + 2 : value.first, value.last})) return false;
    if (!is_named && count++ == before_encoding) return false;
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
      if (!text || is_utf8(*text)) continue;
      draft.write(place.file, is_of_windows(*text) ? readings_of(*text).front() : from_latin1(*text));
    }
  }
  return draft.patches();
}

}  // namespace regreen
