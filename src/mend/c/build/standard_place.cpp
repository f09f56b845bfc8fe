#include "mend/c/build/standard_place.h"

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/build/standard_owner.h"
#include "mend/c/language/source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Places = std::vector<StandardPlace>;

// "CMakeFiles/probe.dir/src/probe.cpp.o" → "probe"
void add_target(const FailedLink& link, FailedCompile& failed) {
  for (const std::string_view text : {std::string_view(link.target), std::string_view(link.makefile)}) {
    const auto folder = text.find("CMakeFiles/"), end = text.find(".dir/");
    if (folder == npos || end == npos || end < folder) continue;
    failed.targets.emplace(text.substr(folder + 11, end - folder - 11));
    return;
  }
  if (link.target.empty()) return;
  failed.targets.insert(link.target);
  if (failed.makefile.empty()) failed.makefile = link.makefile, failed.line = link.line;
}

// What the build says around an error: ninja above it, make below the last one.
void note_build(const Occurrence& occurrence, FailedCompile& failed) {
  const auto above = std::ranges::find_if(occurrence.before.rbegin(), occurrence.before.rend(),
                                          [](const auto& line) { return line.starts_with("FAILED: "); });
  FailedLink link;
  if (above != occurrence.before.rend()) note_target(*above, link);
  for (const auto& line : occurrence.after) {
    if (contains(line, "*** [")) note_target(line, link);
    if (!link.target.empty()) break;
  }
  add_target(link, failed);
}

// The targets of CMake that list one of the sources.
std::set<std::string> targets_with(const Tree& tree, const std::vector<CMakeTarget>& all,
                                   const std::set<std::string>& sources) {
  std::set<std::string> targets;
  for (const auto& definition : all) {
    const auto text = tree.read(definition.path).value_or("");
    const std::string folder(folder_of(definition.path));
    for (const auto word : words_in_call(text, definition.call)) {
      if (sources.contains(path_in(folder, unquoted(word)))) targets.insert(definition.name);
    }
  }
  return targets;
}

// Of each kind of place the year that was asked for last.
Places last_of(const Places& places) {
  std::map<std::string, std::string> years;
  for (const auto& place : places) years[place.mark] = place.year;
  Places last;
  std::ranges::copy_if(places, std::back_inserter(last),
                       [&](const auto& place) { return years[place.mark] == place.year; });
  return last;
}

bool is_list(const StandardPlace& place) { return is_cmake_list(place.path); }

// Does a list include the file, by its path or as a module?
bool includes_list(std::string_view text, std::string_view path) {
  const auto name = name_of(path);
  const auto module = name.substr(0, name.size() - std::min(name.size(), std::string_view(".cmake").size()));
  return std::ranges::any_of(cmake_calls(text, "include"), [&](const auto& call) {
    const auto words = words_in_call(text, call);
    return !words.empty() && (unquoted(words[0]) == module || name_of(unquoted(words[0])) == name);
  });
}

// What the folder of a definition asks for above it, what it includes, else the folders around it.
Places in_scope(const Tree& tree, const CMakeTarget& definition, const Places& shared) {
  auto before = definition.call.begin;
  for (auto folder = folder_of(definition.path);; folder = folder_of(folder)) {
    const auto list = path_in(folder, "CMakeLists.txt");
    const auto text = tree.read(list).value_or("");
    Places here;
    for (const auto& place : shared) {
      const bool is_above = place.path == list && place.offset < before;
      if (is_above || (place.path.ends_with(".cmake") && includes_list(text, place.path))) here.push_back(place);
    }
    if (!here.empty() || folder.empty()) return last_of(here);
    before = npos;
  }
}

// The variables that a recipe names, and those that they name.
std::set<std::string> variables_of(std::string_view text, std::set<std::string> names) {
  for (std::size_t known = 0; known != names.size();) {
    known = names.size();
    const Lines lines(text);
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto line = lines.line(number);
      const auto equals = line.find('=');
      if (equals == npos || !names.contains(std::string(word_at(trim(line), 0)))) continue;
      for (const auto& name : words_of(line.substr(equals))) names.insert(name);
    }
  }
  return names;
}

// Of the variables of Makefiles those that the rule which failed uses; one without a recipe uses those that make knows.
Places used_by_rule(const Tree& tree, const FailedCompile& failed, const Places& shared) {
  std::set<std::string> names = {"CXXFLAGS", "CFLAGS", "CPPFLAGS", "CXX", "CC"};
  std::string all;
  for (const auto& path : tree.list()) {
    if (!is_makefile(path) && !path.ends_with(".mk")) continue;
    const auto text = tree.read(path).value_or("");
    all += text + "\n";
    if (path != failed.makefile) continue;
    const Lines lines(text);
    for (const auto& rule : make_rules(lines)) {
      if (failed.line < rule.head || failed.line > rule.last) continue;
      names.clear();
      for (auto number = rule.head; number <= rule.last; ++number) names.merge(words_of(lines.line(number)));
    }
  }
  names = variables_of(all, std::move(names));
  Places used;
  for (const auto& place : shared) {
    if (!is_makefile(place.path) && !place.path.ends_with(".mk")) {
      used.push_back(place);
      continue;
    }
    const auto text = tree.read(place.path).value_or("");
    const Lines lines(text);
    auto line = trim(lines.line(lines.number_at(place.offset)));
    for (const std::string_view word : {"export ", "override "}) {
      if (line.starts_with(word)) line = trim(line.substr(word.size()));
    }
    if (names.contains(std::string(word_at(line, 0)))) used.push_back(place);
  }
  return used;
}

/// The places of a project, told apart.
struct Sorted {
  Places shared, own;              // own: of the targets that failed
  std::set<std::string> with_own;  // targets that failed and ask for themselves
  bool has_others = false;         // some ask for another target alone
};

Sorted sorted(const Tree& tree, const std::set<std::string>& targets, const Places& all) {
  Sorted result;
  std::map<std::string, std::string> texts;
  for (const auto& place : all) {
    auto& text = texts[place.path];
    if (text.empty()) text = tree.read(place.path).value_or("");
    const auto owners = owners_of(tree, place, text);
    bool is_failed = false;
    for (const auto& target : targets) {
      if (std::ranges::none_of(owners.targets, [&](const auto& owner) { return is_named_target(owner, target); }))
        continue;
      is_failed = true;
      result.with_own.insert(target);
    }
    if (is_failed) result.own.push_back(place);
    if (!owners.is_own) result.shared.push_back(place);
    result.has_others |= owners.is_own && !is_failed;
  }
  return result;
}

bool is_uniform(const Places& places) {
  return std::ranges::all_of(places, [&](const auto& place) { return place.year == places.front().year; });
}

std::set<std::string> failed_targets(const Tree& tree, const FailedCompile& failed) {
  return failed.targets.empty() ? targets_with(tree, cmake_targets(tree), failed.sources) : failed.targets;
}

// What holds for a target that asks for nothing itself.
Places shared_by(const Tree& tree, const FailedCompile& failed, const std::string& target,
                 const std::vector<CMakeTarget>& defined, const Places& shared) {
  if (defined.empty()) return used_by_rule(tree, failed, shared);
  const auto definition = std::ranges::find(defined, target, &CMakeTarget::name);
  if (definition == defined.end()) return shared;  // defined by a function of the project's own
  auto found = in_scope(tree, *definition, shared);
  // what is set outside of the lists holds for all
  std::ranges::copy_if(shared, std::back_inserter(found), [](const auto& place) { return !is_list(place); });
  return found;
}

}  // namespace

FailedCompile failed_compile(const Tree& tree, const Diagnosis& diagnosis) {
  FailedCompile failed;
  const auto add = [&](std::string_view printed) {
    if (const auto file = find_file(tree, printed); file && is_c_family_source(*file)) failed.sources.insert(*file);
  };
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    note_build(occurrence, failed);
    for (const auto& place : places_of(tree, occurrence)) add(place.file);
    if (occurrence.before.empty()) continue;
    const auto& above = occurrence.before.back();
    for (const std::string_view mark : {"In file included from ", "from "}) {
      const auto at = above.find(mark);
      if (at == npos) continue;
      const auto rest = std::string_view(above).substr(at + mark.size());
      add(rest.substr(0, rest.find(':')));
    }
  }
  return failed;
}

Places places_for(const Tree& tree, const FailedCompile& failed, const Places& all) {
  const auto targets = failed_targets(tree, failed);
  const auto sort = sorted(tree, targets, all);
  if (targets.empty()) return is_uniform(all) ? all : sort.shared;
  auto wanted = sort.own;
  const auto defined = cmake_targets(tree);
  for (const auto& target : targets) {
    if (!sort.with_own.contains(target))
      std::ranges::move(shared_by(tree, failed, target, defined, sort.shared), std::back_inserter(wanted));
  }
  return wanted.empty() && !sort.has_others ? all : wanted;
}

std::optional<CMakeTarget> bare_target(const Tree& tree, const FailedCompile& failed) {
  const auto targets = failed_targets(tree, failed);
  if (targets.size() != 1) return std::nullopt;
  for (const auto& target : cmake_targets(tree)) {
    if (target.name != *targets.begin()) continue;
    const auto text = tree.read(target.path).value_or("");
    const auto words = words_in_call(text, target.call);
    const bool is_compiled = std::ranges::none_of(
        words, [](auto word) { return word == "INTERFACE" || word == "ALIAS" || word == "IMPORTED"; });
    return is_compiled ? std::optional(target) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace regreen
