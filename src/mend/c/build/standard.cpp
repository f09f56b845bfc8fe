// c.raise-standard: the language standard that the code needs, where the build asks for an older one.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/build/standard_owner.h"
#include "mend/c/build/standard_place.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;

struct Standard {
  bool cpp = false;
  std::string year;  // "17", "99"
};

// The order of the standards: 89 comes before 99, 99 before 11.
int age(std::string_view year) {
  if (year == "0x") return 111;
  if (year == "1y") return 114;
  if (year == "1z") return 117;
  if (year == "2a") return 120;
  const auto number = static_cast<int>(parse_number(year).value_or(0));
  return number >= 80 ? number : number + 100;
}

// "is only available from C++17 onwards", "are only allowed in C99 or C11 mode", "only available with -std=c++17"
Standard told_standard(std::string_view line) {
  for (const std::string_view mark :
       {"available from C++", "available with '-std=c++", "available with ‘-std=c++", "available with -std=c++",
        "available with '-std=gnu++", "only allowed in C", "not allowed before C++", "are a C++"}) {
    const auto at = line.find(mark);
    if (at == npos) continue;
    const auto year = line.substr(at + mark.size(), 2);
    if (parse_number(year) || age(year) > 100) return {contains(mark, "++"), std::string(year)};
  }
  return {};
}

// What the header of a name came with, where the file includes the header and the name is not there all the same.
Standard standard_of_header(const Patient& patient, const Occurrence& occurrence) {
  const auto& standards = patient.rules.table("cpp-header-standards");
  const auto& headers = patient.rules.table("cpp-headers");
  std::string name(capture(occurrence, "symbol"));
  const bool is_std =
      name.starts_with("std::") || contains(occurrence.at.text, "‘std") || contains(occurrence.at.text, "'std");
  if (name.starts_with("std::")) name.erase(0, 5);
  if (const auto row = headers.find(name); row != headers.end()) name = row->second;
  const auto row = standards.find(name);
  const auto places = places_of(patient.tree, occurrence);
  if (!is_std || row == standards.end() || places.empty()) return {};
  return includes(patient.tree.read(places[0].file).value_or(""), "<" + name + ">") ? Standard{true, row->second}
                                                                                    : Standard{};
}

Standard wanted_standard(const Patient& patient) {
  Standard best;
  const auto take = [&](const Standard& told) {
    if (!told.year.empty() && (best.year.empty() || age(told.year) > age(best.year))) best = told;
  };
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    std::vector<std::string_view> lines = {occurrence.at.text};
    for (const auto& line : occurrence.after) lines.push_back(line);
    for (const auto line : lines) take(told_standard(line));
    take(standard_of_header(patient, occurrence));
  }
  return best;
}

// The year behind `at`: two bytes.
std::string_view year_at(std::string_view text, std::size_t at) {
  const auto year = text.substr(at, 2);
  return year.size() == 2 && is_word_byte(year[0]) && is_word_byte(year[1]) &&
                 !is_word_byte(text.substr(at + 2, 1).empty() ? ' ' : text[at + 2])
             ? year
             : std::string_view();
}

// What may stand between the name of a setting and its value: `CMAKE_CXX_STANDARD "14"`, `-DCMAKE_CXX_STANDARD=14`,
// `"CMAKE_CXX_STANDARD": "14"`.
std::size_t value_behind(std::string_view text, std::size_t at, std::string_view mark) {
  if (!mark.ends_with("_STANDARD")) return at;
  if (text.substr(at).starts_with(":STRING")) at += 7;
  return std::min(text.find_first_not_of(" \t=:\"", at), text.size());
}

void find_after(std::string_view path, std::string_view text, std::string_view mark,
                std::vector<StandardPlace>& places) {
  for (auto at = text.find(mark); at != npos; at = text.find(mark, at + 1)) {
    if (mark.ends_with("_STANDARD") && at > 0 && (is_word_byte(text[at - 1]))) continue;
    const auto place = value_behind(text, at + mark.size(), mark);
    const auto year = year_at(text, place);
    const bool is_known =
        std::ranges::any_of(places, [&](const auto& one) { return one.offset == place && one.path == path; });
    if (!year.empty() && age(year) > 80 && !is_known)
      places.push_back({std::string(path), place, 2, std::string(mark), std::string(year)});
  }
}

// All that a build file asks for in the language.
void find_places(std::string_view path, std::string_view text, bool cpp, std::vector<StandardPlace>& places) {
  static constexpr auto for_cpp = std::to_array<std::string_view>(
      {"-std=c++", "-std=gnu++", "CMAKE_CXX_STANDARD", "CXX_STANDARD", "cxx_std_", "cpp_std=c++", "cpp_std=gnu++"});
  static constexpr auto for_c = std::to_array<std::string_view>(
      {"-std=c", "-std=gnu", "CMAKE_C_STANDARD", "C_STANDARD", "c_std_", "c_std=c", "c_std=gnu"});
  for (const auto mark : cpp ? std::span<const std::string_view>(for_cpp) : std::span<const std::string_view>(for_c))
    find_after(path, text, mark, places);
  for (auto at = cpp ? npos : text.find("-ansi"); at != npos; at = text.find("-ansi", at + 1))
    places.push_back({std::string(path), at, 5, "-ansi", "89"});
}

constexpr auto build_files = std::to_array<std::string_view>(
    {"meson.build", "CMakePresets.json", "setup.py", "binding.gyp", "build.rs", ".bazelrc"});

bool is_build_file(std::string_view path) {
  return is_makefile(path) || is_cmake(path) || path.ends_with(".cmake") || path.ends_with(".mk") ||
         path.ends_with(".sh") || is_among(name_of(path), build_files);
}

// Where nothing asks for a standard yet: behind project(…), or in the flags that the Makefile sets.
std::vector<Edit> asked(std::string_view path, std::string_view text, const Standard& wanted) {
  const std::string language = wanted.cpp ? "CXX" : "C";
  if (is_cmake(path)) {
    const auto projects = cmake_calls(text, "project");
    const std::string set = "set(CMAKE_" + language + "_STANDARD", end(line_end(text));
    if (projects.empty()) return {};
    return {line_below(text, projects[0].close, set + " " + wanted.year + ")" + end + set + "_REQUIRED ON)")};
  }
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto equals = line.find('=');
    const auto name = trim(line.substr(0, std::min(line.find_first_of("=:?+"), line.size())));
    if (!is_makefile(path) || equals == npos || name != language + "FLAGS" || line.ends_with('\\')) continue;
    const auto flag = (wanted.cpp ? "-std=c++" : "-std=c") + wanted.year;
    const auto value = line.find_first_not_of(" \t", equals + 1);
    if (value == npos) return {{lines.end(number), 0, " " + flag}};
    return {{lines.begin(number) + value, 0, flag + " "}};
  }
  return {};
}

bool names_standard(std::string_view text, const Standard& wanted) {
  return contains(text, "-std=") || contains(text, "-ansi") ||
         contains(text, wanted.cpp ? "CXX_STANDARD" : "C_STANDARD") ||
         contains(text, wanted.cpp ? "cxx_std_" : "c_std_");
}

// Below the target that failed, where the others ask for themselves: who uses a library reads its headers, too.
void ask_for_target(const CMakeTarget& target, const Standard& wanted, Draft& draft) {
  const auto text = draft.read(target.path);
  if (!text) return;
  const auto line = "target_compile_features(" + target.name + (target.is_library ? " PUBLIC " : " PRIVATE ") +
                    (wanted.cpp ? "cxx_std_" : "c_std_") + wanted.year + ")";
  draft.edit(target.path, {line_below(*text, target.call, line)});
}

void ask_for_project(const Patient& patient, const Standard& wanted, Draft& draft) {
  for (const std::string& path : {std::string("CMakeLists.txt"), top_makefile(patient.tree)}) {
    const auto text = draft.read(path);
    auto edits = text ? asked(path, *text, wanted) : std::vector<Edit>{};
    if (!edits.empty() && draft.edit(path, std::move(edits))) return;
  }
}

}  // namespace

std::vector<Patch> raise_c_standard(const Patient& patient) {
  const auto wanted = wanted_standard(patient);
  if (wanted.year.empty()) return {};
  std::vector<StandardPlace> all;
  bool is_named = false;
  for (const auto& path : patient.tree.list()) {
    const auto text = is_build_file(path) && !is_foreign(path) ? patient.tree.read(path) : std::nullopt;
    if (!text) continue;
    find_places(path, *text, wanted.cpp, all);
    is_named |= names_standard(*text, wanted);
  }
  const auto failed = failed_compile(patient.tree, patient.diagnosis);
  const auto places = places_for(patient.tree, failed, all);
  std::map<std::string, std::vector<Edit>> edits;
  for (const auto& [path, offset, length, mark, year] : places) {
    const auto text = mark == "-ansi" ? "-std=c" + wanted.year : wanted.year;
    if (age(year) < age(wanted.year)) edits[path].push_back({offset, length, text});
  }
  Draft draft(patient.tree);
  for (auto& [path, changes] : edits) {
    std::ranges::sort(changes, {}, &Edit::offset);
    const auto twice = std::ranges::unique(changes, {}, &Edit::offset);
    changes.erase(twice.begin(), twice.end());
    draft.edit(path, std::move(changes));
  }
  if (!is_named) ask_for_project(patient, wanted, draft);
  const auto bare = is_named && places.empty() && !all.empty() ? bare_target(patient.tree, failed) : std::nullopt;
  if (bare) ask_for_target(*bare, wanted, draft);
  return draft.patches();
}

}  // namespace regreen
