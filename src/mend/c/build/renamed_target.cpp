#include "mend/c/build/renamed_target.h"

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/build/target_place.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Names = std::map<std::string, std::string, std::less<>>;

bool is_own_list(const std::string& path) { return is_cmake_list(path) && !is_vendored(path); }

/// What is known of a target by the call that makes it: its kind and sources, or what it is an alias of. "" where it says none.
using Makings = std::map<std::string, std::string>;

std::string making_of(std::string_view command, const std::vector<std::string_view>& words) {
  std::string making(command);
  const bool has_source = std::any_of(words.begin() + 1, words.end(), [](auto word) { return contains(word, "."); });
  for (std::size_t i = 1; i < words.size(); ++i) making += " " + std::string(unquoted(words[i]));
  return has_source ? making : "";
}

Makings makings_in(std::string_view text) {
  Makings makings;
  Names aliases;
  for (const std::string_view command : {"add_library", "add_executable"}) {
    for (const auto& call : cmake_calls(text, command)) {
      const auto words = words_in_call(text, call);
      if (words.empty() || contains(words[0], "$")) continue;
      const bool is_alias = words.size() == 3 && words[1] == "ALIAS";
      if (is_alias) aliases[std::string(words[0])] = words[2];
      if (!is_alias) makings[std::string(words[0])] = making_of(command, words);
    }
  }
  for (const auto& [name, target] : aliases) {
    const auto known = makings.find(target);
    makings[name] = "alias " + (known == makings.end() || known->second.empty() ? target : known->second);
  }
  return makings;
}

// Adds the targets that a list makes of the same by other names today.
void add_renamed(std::string_view before, std::string_view today, Names& names) {
  const auto then = makings_in(before), now = makings_in(today);
  for (const auto& [name, making] : then) {
    std::vector<std::string> same;
    for (const auto& [other, its_making] : now) {
      if (its_making == making && !then.contains(other)) same.push_back(other);
    }
    const auto alike =
        std::ranges::count_if(then, [&](const auto& one) { return one.second == making && !now.contains(one.first); });
    if (!making.empty() && !now.contains(name) && same.size() == 1 && alike == 1) names[name] = same[0];
  }
}

// The targets that the newest commit renamed; not what the tree makes by that name today.
Names renamed_targets(const Patient& patient, std::set<std::string>& homes) {
  Names names;
  for (const auto& [path, before] : patient.last_commit.before) {
    const auto today = before && is_own_list(path) ? patient.tree.read(path) : std::nullopt;
    if (!today) continue;
    const auto known = names.size();
    add_renamed(*before, *today, names);
    if (names.size() > known) homes.insert(cmake_project_list(patient.tree, folder_of(path)));
  }
  if (names.empty()) return names;
  for (const auto& path : patient.tree.list()) {
    const auto text = is_own_list(path) ? patient.tree.read(path) : std::nullopt;
    if (!text) continue;
    for (const auto& [name, making] : makings_in(*text)) names.erase(name);
  }
  return names;
}

/// A call that the log names, and the targets it misses there.
struct Said {
  TreePlace place;
  std::set<std::string> targets;
};

std::vector<Said> said_of(const Patient& patient, const Names& names) {
  constexpr std::string_view mark = "CMake Error at ";
  std::vector<Said> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    Said* said = nullptr;
    for (auto line : lines_of(occurrence)) {
      if (const auto at = line.find(mark); at != npos) {
        const auto colon = line.find(':', at), open = line.find(" (", at);
        const auto file = find_file(patient.tree, line.substr(at + mark.size(), colon - at - mark.size()));
        const auto number =
            open == npos || colon > open ? std::nullopt : line_number(line.substr(colon + 1, open - colon - 1));
        said = nullptr;
        if (file && number) said = &all.emplace_back(Said{{*file, static_cast<std::size_t>(*number)}, {}});
      }
      std::ranges::replace_if(
          line, [](char byte) { return contains("\",'", std::string_view(&byte, 1)); }, ' ');
      for (const auto word : split(line, ' ')) {
        if (said != nullptr && names.contains(word)) said->targets.emplace(word);
      }
    }
  }
  std::erase_if(all, [](const Said& one) { return one.targets.empty(); });
  return all;
}

// "audio::${name}": what comes of the front where all that is missed changed it alike; "" where that cannot be told.
std::string front_today(const Names& names, const std::set<std::string>& targets, std::string_view front) {
  std::string today;
  for (const auto& target : targets) {
    if (!target.starts_with(front)) continue;
    const auto& name = names.find(target)->second;
    const auto rest = target.substr(front.size());
    if (rest.empty() || !name.ends_with(rest)) return "";
    const auto begin = name.substr(0, name.size() - rest.size());
    if (!today.empty() && today != begin) return "";
    today = begin;
  }
  return today;
}

// What a word that stands for a target is to say; "" where it is right.
std::string target_today(const Names& names, const std::set<std::string>& missed,
                         const std::set<std::string>& missed_here, std::string_view word) {
  const auto variable = word.find("${");
  if (variable != npos && variable > 0) {
    const auto front = word.substr(0, variable);
    const auto today = front.ends_with("::") ? front_today(names, missed_here, front) : "";
    return today.empty() ? "" : today + std::string(word.substr(variable));
  }
  for (const auto& name : missed) {
    if (word == name) return names.find(name)->second;
    if (const auto of_target = ":" + name + ">"; word.starts_with("$<") && contains(word, of_target))
      return replace_all(std::string(word), of_target, ":" + names.find(name)->second + ">");
  }
  return "";
}

// The same of any word: "$<TARGET_FILE:mixer>".
std::string expression_today(const Names& names, const std::set<std::string>& missed, std::string_view word) {
  for (const auto& name : missed) {
    const auto colon = word.find(":" + name + ">");
    const auto open = colon == npos ? npos : word.rfind("$<", colon);
    if (open == npos || !word.substr(open + 2, colon - open - 2).starts_with("TARGET_")) continue;
    return std::string(word.substr(0, colon + 1)) + names.find(name)->second +
           std::string(word.substr(colon + 1 + name.size()));
  }
  return "";
}

// The edits by which a call follows what it wants; `missed` is what the log says of this very call.
void add_edits(std::string_view text, std::string_view command, const CMakeCall& call, const Names& names,
               const std::set<std::string>& wanted, const std::set<std::string>& missed,
               std::map<std::size_t, Edit>& edits) {
  const auto words = words_in_call(text, call);
  const auto are_targets = stand_for_targets(command, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto plain = unquoted(words[i]);
    const auto today =
        are_targets[i] ? target_today(names, wanted, missed, plain) : expression_today(names, wanted, plain);
    const auto at = offset_in(text, plain);
    if (!today.empty()) edits[at] = {at, plain.size(), today};
  }
}

void follow_in(const std::string& path, const Names& names, const std::vector<Said>& said,
               const std::set<std::string>& missed, Draft& draft) {
  const auto text = draft.read(path);
  if (!text) return;
  std::map<std::size_t, Edit> edits;
  const Lines lines(*text);
  auto unasked = missed;
  for (const auto& name : targets_asked_for(*text)) unasked.erase(name);
  for (const auto command : target_users()) {
    for (const auto& call : cmake_calls(*text, command)) {
      std::set<std::string> here;
      for (const auto& one : said) {
        if (one.place.file == path && one.place.line == lines.number_at(call.begin))
          here.insert(one.targets.begin(), one.targets.end());
      }
      auto both = here;
      if (!here.empty()) both.insert(unasked.begin(), unasked.end());
      add_edits(*text, command, call, names, here.empty() ? unasked : both, here, edits);
    }
  }
  std::vector<Edit> all;
  for (auto& [at, edit] : edits) all.push_back(std::move(edit));
  draft.edit(path, std::move(all));
}

}  // namespace

void follow_renamed_targets(const Patient& patient, Draft& draft) {
  std::set<std::string> homes, missed, places;
  const auto names = renamed_targets(patient, homes);
  const auto said = said_of(patient, names);
  for (const auto& one : said) {
    missed.insert(one.targets.begin(), one.targets.end());
    places.insert(one.place.file);
  }
  if (missed.empty()) return;
  for (const auto& path : patient.tree.list()) {
    const bool is_of_project = homes.contains(cmake_project_list(patient.tree, folder_of(path)));
    if (is_own_list(path) && (is_of_project || places.contains(path))) follow_in(path, names, said, missed, draft);
  }
}

}  // namespace regreen
