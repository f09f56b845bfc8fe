// cmake.enable-language: all sources of a target are in a language that project() does not name.
//
//   CMake Error: CMake can not determine linker language for target: fold
//
// The language is added to those that it names. A target of headers alone, or without sources, needs something else.

#include "base/text.h"
#include "mend/c/cmake_call.h"
#include "mend/c/fixers.h"
#include "mend/c/link.h"
#include "mend/draft.h"
#include "mend/place.h"

#include <algorithm>
#include <array>
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

bool is_project_word(std::string_view word) { return std::ranges::find(project_words, word) != project_words.end(); }

std::string_view language_of(std::string_view source) {
  const auto name = name_of(source);
  const auto dot = name.rfind('.');
  const auto ending = dot == std::string_view::npos ? "" : name.substr(dot);
  const auto kind = std::ranges::find(kinds, ending, &Kind::ending);
  return kind == kinds.end() ? "" : kind->language;
}

std::string_view unquoted(std::string_view word) {
  return word.size() > 1 && word.starts_with('"') && word.ends_with('"') ? word.substr(1, word.size() - 2) : word;
}

// The languages of the words of a call, and of the variables among them that the list sets.
void add_languages(std::string_view list, const CMakeCall& call, std::set<std::string>& languages) {
  for (const auto word : words_in_call(list, call)) {
    const auto plain = unquoted(word);
    if (const auto language = language_of(plain); !language.empty()) languages.emplace(language);
    if (!plain.starts_with("${") || !plain.ends_with('}')) continue;
    const auto values = cmake_call_for(list, "set", plain.substr(2, plain.size() - 3));
    for (const auto value : values ? words_in_call(list, *values) : std::vector<std::string_view>{}) {
      if (const auto language = language_of(unquoted(value)); !language.empty()) languages.emplace(language);
    }
  }
}

std::set<std::string> languages_of(std::string_view list, std::string_view target) {
  std::set<std::string> languages;
  for (const std::string_view command : {"add_library", "add_executable", "target_sources"}) {
    for (const auto& call : cmake_calls(list, command)) {
      const auto words = words_in_call(list, call);
      if (!words.empty() && unquoted(words[0]) == target) add_languages(list, call, languages);
    }
  }
  return languages;
}

// The list with the project() that a list belongs to; "" where there is none.
std::string project_list(const Tree& tree, std::string_view path) {
  for (auto folder = folder_of(path);; folder = folder_of(folder)) {
    auto list = path_in(folder, "CMakeLists.txt");
    if (!cmake_calls(tree.read(list).value_or(""), "project").empty()) return list;
    if (folder.empty()) return "";
  }
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
  const auto named = named_languages(words_in_call(list, calls[0]));
  if (std::ranges::find(named, language) != named.end()) return std::nullopt;
  if (named.empty()) {  // C and C++
    if (language == "C" || language == "CXX") return std::nullopt;
    return line_below(list, calls[0], "enable_language(" + language + ")");
  }
  const auto at = static_cast<std::size_t>(named.back().data() - list.data());
  if (named.back() == "NONE") return Edit{at, named.back().size(), language};
  return Edit{at + named.back().size(), 0, " " + language};
}

}  // namespace

std::vector<Patch> enable_cmake_language(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto target = capture(occurrence, "symbol");
    for (const auto& path : patient.tree.list()) {
      const auto text = is_cmake(path) && !target.empty() ? draft.read(path) : std::nullopt;
      const auto languages = text ? languages_of(*text, target) : std::set<std::string>{};
      const auto home = languages.empty() ? "" : project_list(patient.tree, path);
      for (const auto& language : languages) {
        const auto list = home.empty() ? std::nullopt : draft.read(home);
        const auto edit = list ? with_language(*list, language) : std::nullopt;
        if (edit) draft.edit(home, {*edit});
      }
    }
  }
  return draft.patches();
}

}  // namespace regreen
