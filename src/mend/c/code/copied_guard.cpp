// c.rename-guard: a header still has the include guard of the one that it was copied from; of what is read second, nothing is there.
//
//   src/writer.c:10:5: error: unknown type name ‘tl_rate’       ring.h and rate.h begin with #ifndef TL_RING_H
//
// The header whose name the guard tells keeps it. Headers that declare the same are alternatives of each other, and share it on
// purpose.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/declared.h"
#include "mend/c/language/project.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// The guard around a whole header: its macro, and where that is written.
struct Guard {
  std::string macro;
  std::vector<std::size_t> places;
};

// "#ifndef A", "#if !defined(A)", "#define A" → "A".
std::string_view macro_of(std::string_view line, std::initializer_list<std::string_view> fronts) {
  line = trim(line);
  if (!line.starts_with('#')) return {};
  line = trim(line.substr(1));
  for (const auto front : fronts) {
    if (!line.starts_with(front)) continue;
    auto word = trim(line.substr(front.size()));
    if (word.starts_with('(') && word.ends_with(')')) word = trim(word.substr(1, word.size() - 2));
    return is_identifier(word) ? word : std::string_view{};
  }
  return {};
}

// The lines with code on them.
std::vector<std::size_t> lines_with_code(const Lines& lines, std::string_view code) {
  std::vector<std::size_t> numbers;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (!trim(code.substr(lines.begin(number), lines.line(number).size())).empty()) numbers.push_back(number);
  }
  return numbers;
}

// Does the last line end what the first one begins?
bool is_around_all(const Lines& code, const std::vector<std::size_t>& numbers) {
  std::size_t depth = 0;
  for (const auto number : numbers) {
    const auto line = trim(code.line(number));
    const auto directive = line.starts_with('#') ? trim(line.substr(1)) : std::string_view{};
    if (directive.starts_with("if")) ++depth;
    if (directive.starts_with("else") || directive.starts_with("elif")) {
      if (depth == 1) return false;
    }
    if (directive.starts_with("endif") && (depth == 0 || --depth == 0)) return number == numbers.back();
  }
  return false;
}

std::optional<Guard> guard_of(const CSource& source) {
  const Lines lines(source.code);
  const auto numbers = lines_with_code(lines, source.code);
  if (numbers.size() < 4 || !is_around_all(lines, numbers)) return std::nullopt;
  Guard guard;
  guard.macro = macro_of(lines.line(numbers[0]), {"ifndef ", "if !defined", "if ! defined"});
  if (guard.macro.empty() || macro_of(lines.line(numbers[1]), {"define "}) != guard.macro) return std::nullopt;
  guard.places = words_in(source.code, guard.macro);
  if (guard.places.size() != 2) return std::nullopt;
  const auto end = lines.begin(numbers.back());
  for (const auto at : words_in(std::string_view(source.text).substr(end), guard.macro))
    guard.places.push_back(end + at);
  return guard;
}

// How a guard may write the name of a file: "RateLimiter.h" as RATELIMITER and as RATE_LIMITER.
std::vector<std::string> spellings(std::string_view path) {
  const auto name = name_of(path).substr(0, name_of(path).find('.'));
  std::string plain, parted;
  for (const char c : name) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (is_capital && !parted.empty() && parted.back() != '_') parted += '_';
    (plain += c, parted += c);
  }
  for (auto* text : {&plain, &parted}) {
    for (auto& c : *text) c = is_word_byte(c) ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : '_';
  }
  return {plain, parted};
}

// Where a guard tells the name of a file, and by which spelling: the longest.
struct Told {
  std::size_t at = npos, length = 0, spelling = 0;
};

Told told_in(const std::string& macro, std::string_view path) {
  Told told;
  const auto names = spellings(path);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto at = ("_" + macro + "_").find("_" + names[i] + "_");
    if (at != npos && names[i].size() > told.length) told = {at, names[i].size(), i};
  }
  return told;
}

// The only header whose name the guard tells, or tells in most words; "" where none or two are told alike.
std::string owner_of(const std::string& macro, const std::set<std::string>& headers) {
  std::string owner;
  std::size_t best = 0;
  for (const auto& header : headers) {
    const auto length = told_in(macro, header).length;
    if (length == 0 || length < best) continue;
    owner = length == best ? "" : header;
    best = length;
  }
  return owner;
}

// RING_H, which tells "ring.h", for "rate.h": RATE_H.
std::string guard_for(const std::string& macro, std::string_view owner, std::string_view header) {
  const auto told = told_in(macro, owner);
  auto guard = macro;
  return guard.replace(told.at, told.length, spellings(header)[told.spelling]);
}

// A header's code without what stands in brackets, except those of namespaces and of `extern "C"`; nothing where brackets do not pair.
std::optional<std::string> top_of(std::string code) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (contains(")}]", {&code[i], 1})) depth -= depth > 0 ? 1 : 0;
    const bool opens = contains("({[", {&code[i], 1});
    const auto head = opens && depth == 0 && code[i] == '{' ? head_before(code, i) : std::string_view{};
    const bool is_scope = contains(head, "namespace") || contains(head, "extern");
    if (opens && !is_scope) {
      ++depth;
    } else if (depth > 0 && code[i] != '\n') {
      code[i] = ' ';
    }
  }
  return depth == 0 ? std::optional(std::move(code)) : std::nullopt;
}

// Do two headers declare a thing of the same name, or may they?
bool are_alternatives(const CSource& one, const CSource& other, const std::string& macro) {
  const auto a = top_of(one.code), b = top_of(other.code);
  if (!a || !b) return true;
  const auto words = words_of(*b);
  return std::ranges::any_of(words_of(*a), [&](const std::string& word) {
    return word != macro && !word.starts_with("__") && words.contains(word) && declares(*a, word) && declares(*b, word);
  });
}

/// What a diagnosis lacks, and the headers that would bring it.
class Lacking {
 public:
  Lacking(const Patient& patient, const CProject& project, const Occurrence& occurrence) : project_(project) {
    const auto symbol = capture(occurrence, "symbol");
    name_ = symbol.substr(symbol.rfind(':') + 1);
    if (const auto module = capture(occurrence, "module"); module.starts_with('<')) headers_.emplace(module);
    for (const auto* table : {"c-headers", "cpp-headers"}) {
      const auto& rows = patient.rules.table(table);
      if (const auto row = rows.find(name_); row != rows.end()) headers_.insert("<" + row->second + ">");
    }
  }

  bool comes_with(const std::string& header) const {
    const auto read = project_.included_by(header);
    return is_identifier(name_) && std::ranges::any_of(read, [&](const std::string& one) {
             const auto& source = project_.sources().at(one);
             return declares(source.code, name_) ||
                    std::ranges::any_of(headers_, [&](const auto& system) { return includes(source.text, system); });
           });
  }

 private:
  const CProject& project_;
  std::string name_;
  std::set<std::string> headers_;
};

// The headers that are read together with a file, by their guards: those that the file includes; and where it is a header, those
// that a source which reads it does.
std::vector<std::map<std::string, std::set<std::string>>> guards_around(const CProject& project,
                                                                        const std::string& file) {
  std::vector<std::map<std::string, std::set<std::string>>> all;
  for (const auto& user : project.users_of(file)) {
    if (is_c_header(user)) continue;
    auto& guards = all.emplace_back();
    for (const auto& header : project.included_by(user)) {
      const auto guard = is_c_header(header) ? guard_of(project.sources().at(header)) : std::nullopt;
      if (guard) guards[guard->macro].insert(header);
    }
  }
  return all;
}

bool is_taken(const CProject& project, const std::string& macro) {
  return std::ranges::any_of(project.sources(), [&](const auto& one) { return contains(one.second.text, macro); });
}

void rename_guards(const CProject& project, const std::string& macro, const std::set<std::string>& headers,
                   const Lacking& lacking, Draft& draft) {
  const auto owner = owner_of(macro, headers);
  if (owner.empty()) return;
  const bool is_hidden = lacking.comes_with(owner);
  for (const auto& header : headers) {
    const auto& source = project.sources().at(header);
    if (header == owner || draft.patch().find(header) != nullptr || (!is_hidden && !lacking.comes_with(header)))
      continue;
    if (are_alternatives(source, project.sources().at(owner), macro)) continue;
    const auto right = guard_for(macro, owner, header);
    if (right == macro || is_taken(project, right)) continue;
    const auto guard = guard_of(source);
    std::vector<Edit> edits;
    for (const auto at : guard->places) edits.push_back({at, macro.size(), right});
    draft.edit(header, std::move(edits));
  }
}

}  // namespace

std::vector<Patch> rename_header_guard(const Patient& patient) {
  Draft draft(patient.tree);
  std::optional<CProject> project;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_c_family(places[0].file) || is_foreign(places[0].file)) continue;
    if (!project) project.emplace(patient.tree, draft);
    const Lacking lacking(patient, *project, occurrence);
    for (const auto& guards : guards_around(*project, places[0].file)) {
      for (const auto& [macro, headers] : guards) {
        if (headers.size() > 1) rename_guards(*project, macro, headers, lacking, draft);
      }
    }
  }
  return draft.patches();
}

}  // namespace regreen
