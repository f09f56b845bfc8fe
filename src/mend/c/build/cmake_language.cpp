// cmake.enable-language: all sources of a target are in a language that project() does not name.
//
//   CMake Error: CMake can not determine linker language for target: fold
//
// The language is added to those that it names. A target of headers alone, or without sources, needs something else.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace regreen {
namespace {

struct Kind {
  std::string_view ending, language;
};

constexpr auto kinds = std::to_array<Kind>({{".c", "C"},
                                            {".cpp", "CXX"},
                                            {".cc", "CXX"},
                                            {".cxx", "CXX"},
                                            {".c++", "CXX"},
                                            {".C", "CXX"},
                                            {".cu", "CUDA"},
                                            {".f", "Fortran"},
                                            {".f90", "Fortran"},
                                            {".F90", "Fortran"},
                                            {".f95", "Fortran"},
                                            {".m", "OBJC"},
                                            {".mm", "OBJCXX"},
                                            {".s", "ASM"},
                                            {".S", "ASM"}});
constexpr auto project_words =
    std::to_array<std::string_view>({"VERSION", "DESCRIPTION", "HOMEPAGE_URL", "LANGUAGES", "COMPAT_VERSION"});

bool is_project_word(std::string_view word) { return is_among(word, project_words); }

std::string_view language_of(std::string_view source) {
  const auto name = name_of(source);
  const auto dot = name.rfind('.');
  const auto ending = dot == std::string_view::npos ? "" : name.substr(dot);
  const auto kind = std::ranges::find(kinds, ending, &Kind::ending);
  return kind == kinds.end() ? "" : kind->language;
}

/// What the variables of a list are set to first. Views of the list.
using Variables = std::map<std::string_view, std::vector<std::string_view>>;

Variables variables_of(std::string_view list) {
  Variables variables;
  for (const auto& call : cmake_calls(list, "set")) {
    const auto words = words_in_call(list, call);
    if (!words.empty()) variables.emplace(words[0], words);
  }
  return variables;
}

// The languages of the words of a call, and of the variables among them.
void add_languages(std::string_view list, const CMakeCall& call, const Variables& variables,
                   std::set<std::string>& languages) {
  for (const auto word : words_in_call(list, call)) {
    const auto plain = unquoted(word);
    if (const auto language = language_of(plain); !language.empty()) languages.emplace(language);
    if (!plain.starts_with("${") || !plain.ends_with('}')) continue;
    const auto values = variables.find(plain.substr(2, plain.size() - 3));
    if (values == variables.end()) continue;
    for (const auto value : values->second) {
      if (const auto language = language_of(unquoted(value)); !language.empty()) languages.emplace(language);
    }
  }
}

std::set<std::string> languages_of(std::string_view list, std::string_view target) {
  std::set<std::string> languages;
  const auto variables = variables_of(list);
  for (const std::string_view command : {"add_library", "add_executable", "target_sources"}) {
    for (const auto& call : cmake_calls(list, command)) {
      const auto words = words_in_call(list, call);
      if (!words.empty() && unquoted(words[0]) == target) add_languages(list, call, variables, languages);
    }
  }
  return languages;
}

// The languages that project() names, as words of the list; none where it leaves them to CMake.
std::vector<std::string_view> named_languages(const std::vector<std::string_view>& words) {
  auto begin = std::ranges::find(words, "LANGUAGES");
  if (begin == words.end()) begin = words.begin();
  if (begin == words.end()) return {};
  return {begin + 1, std::find_if(begin + 1, words.end(), is_project_word)};
}

std::optional<Edit> with_language(std::string_view list, const std::string& language) {
  const auto calls = cmake_calls(list, "project");
  if (calls.size() != 1) return std::nullopt;
  for (const auto& call : cmake_calls(list, "enable_language")) {
    if (std::ranges::count(words_in_call(list, call), language) > 0) return std::nullopt;
  }
  const auto said = list.substr(calls[0].open, calls[0].close - calls[0].open);
  if (contains(said, "#")) return std::nullopt;  // words of a comment
  const auto named = named_languages(words_in_call(list, calls[0]));
  if (is_among(language, named)) return std::nullopt;
  if (named.empty()) {  // C and C++
    if (language == "C" || language == "CXX") return std::nullopt;
    return line_below(list, calls[0], "enable_language(" + language + ")");
  }
  const auto at = offset_in(list, named.back());
  if (named.back() == "NONE") return Edit{at, named.back().size(), language};
  return Edit{at + named.back().size(), 0, " " + language};
}

/// The languages that a target needs, and the list with the project() that has to name them.
struct Need {
  std::string home;
  std::set<std::string> languages;
};

// What the lists say that have sources for the target; nothing where these are of several projects, or of others.
std::optional<Need> need_of(const Tree& tree, std::string_view target) {
  Need need;
  for (const auto& path : tree.list()) {
    const auto text = is_cmake(path) && !is_foreign(path) ? tree.read(path).value_or("") : "";
    auto languages = contains(text, target) ? languages_of(text, target) : std::set<std::string>{};
    if (languages.empty()) continue;
    const auto home = cmake_project_list(tree, folder_of(path));
    if (home.empty() || (!need.home.empty() && home != need.home)) return std::nullopt;
    need.home = home;
    need.languages.merge(languages);
  }
  return need.home.empty() ? std::nullopt : std::optional(need);
}

}  // namespace

std::vector<Patch> enable_cmake_language(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> seen;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string target(capture(occurrence, "symbol"));
    const bool is_new = !target.empty() && seen.insert(target).second;
    const auto need = is_new ? need_of(patient.tree, target) : std::nullopt;
    for (const auto& language : need ? need->languages : std::set<std::string>{}) {
      const auto list = draft.read(need->home).value_or("");
      if (const auto edit = with_language(list, language)) draft.edit(need->home, {*edit});
    }
  }
  return draft.patches();
}

}  // namespace regreen
