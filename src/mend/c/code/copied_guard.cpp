// c.rename-guard: a header still has the include guard of the one that it was copied from; of what is read second, nothing is there.
//
//   src/writer.c:10:5: error: unknown type name ‘tl_rate’       ring.h and rate.h begin with #ifndef TL_RING_H
//
// The header whose name the guard tells keeps it. Headers that declare the same, and those that are called like a kind of the other
// or speak of it, are alternatives of each other, and share it on purpose.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/declared.h"
#include "mend/c/language/guard.h"
#include "mend/c/language/project.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Where more headers share their guards, or two share more words, it is not by a slip.
constexpr std::size_t shared_max = 20, words_max = 300;

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
    const auto at = ("_" + macro + "_").rfind("_" + names[i] + "_");
    if (at != npos && names[i].size() > told.length) told = {at, names[i].size(), i};
  }
  return told;
}

// Does the guard tell a name as that of its file, which is its last part: GAUGE_RING_H is that of "ring.h", not of "gauge.h"?
bool is_last(const std::string& macro, const Told& told) {
  static constexpr auto ends = std::to_array<std::string_view>(
      {"", "H", "HH", "HPP", "HXX", "H_INCLUDED", "HPP_INCLUDED", "INCLUDED", "HEADER", "GUARD", "H_GUARD"});
  auto rest = std::string_view(macro).substr(told.at + told.length);
  rest.remove_prefix(std::min(rest.find_first_not_of('_'), rest.size()));
  return is_among(rest.substr(0, rest.find_last_not_of('_') + 1), ends);
}

// The only header whose name the guard tells, or tells in most words; "" where none or two are told alike.
std::string owner_of(const std::string& macro, const std::set<std::string>& headers) {
  std::string owner;
  std::size_t best = 0;
  for (const auto& header : headers) {
    const auto told = told_in(macro, header);
    const auto length = told.length;
    if (length == 0 || length < best || !is_last(macro, told)) continue;
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
  auto both = words_of(*a);
  std::erase_if(both, [&](const auto& word) { return word == macro || !words.contains(word); });
  return both.size() > words_max || std::ranges::any_of(both, [&](const std::string& word) {
           return !word.starts_with("__") && declares(*a, word) && declares(*b, word);
         });
}

// Is a header called like a kind of another one, "ring_lite.h", "no_ring.h" of "ring.h", or does it speak of that one?
bool stands_for(const CSource& source, std::string_view header, std::string_view owner) {
  const auto names = spellings(owner), own = spellings(header);
  const bool is_kind = std::ranges::any_of(own, [&](const auto& one) {
    return std::ranges::any_of(names, [&](const auto& name) { return contains("_" + one + "_", "_" + name + "_"); });
  });
  return is_kind || std::ranges::any_of(split(source.text, '\n'), [&](auto line) {
           return !trim(line).starts_with('#') && contains(line, name_of(owner));
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

/// The headers that share their guards with others, and who reads them.
class SharedGuards {
 public:
  explicit SharedGuards(const CProject& project) : project_(project) {
    for (const auto& [path, source] : project.sources()) {
      const auto guard = is_c_header(path) ? guard_of(source) : std::nullopt;
      if (guard) headers_[guard->macro].insert(path);
    }
    std::erase_if(headers_, [](const auto& one) { return one.second.size() < 2; });
    std::size_t count = 0;
    for (const auto& [macro, headers] : headers_) count += headers.size();
    if (count > shared_max) headers_.clear();
  }

  bool empty() const { return headers_.empty(); }

  // By their guards, the headers that a source reads together: one that reads the file, or is it.
  std::set<std::pair<std::string, std::set<std::string>>> around(const std::string& file) {
    std::set<std::pair<std::string, std::set<std::string>>> all;
    for (const auto& [macro, headers] : headers_) {
      for (const auto& user : users_of(file)) {
        if (is_c_header(user)) continue;
        std::set<std::string> read;
        for (const auto& header : headers) {
          if (users_of(header).contains(user)) read.insert(header);
        }
        if (read.size() > 1) all.emplace(macro, std::move(read));
      }
    }
    return all;
  }

 private:
  const std::set<std::string>& users_of(const std::string& file) {
    const auto found = users_.find(file);
    return found != users_.end() ? found->second : users_.emplace(file, project_.users_of(file)).first->second;
  }

  const CProject& project_;
  std::map<std::string, std::set<std::string>> headers_, users_;
};

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
    if (says_generated(source.text) || stands_for(source, header, owner)) continue;
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
  std::optional<SharedGuards> shared;
  std::set<std::vector<std::string>> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_c_family(places[0].file) || is_foreign(places[0].file)) continue;
    if (!project) shared.emplace(project.emplace(patient.tree, draft));
    if (shared->empty()) break;
    const auto symbol = capture(occurrence, "symbol"), module = capture(occurrence, "module");
    if (!seen.insert({places[0].file, std::string(symbol), std::string(module)}).second) continue;
    const Lacking lacking(patient, *project, occurrence);
    for (const auto& [macro, headers] : shared->around(places[0].file))
      rename_guards(*project, macro, headers, lacking, draft);
  }
  return draft.patches();
}

}  // namespace regreen
