#include "mend/c/build/source_variable.h"

#include "base/among.h"
#include "mend/c/build/cmake_call.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Nobody puts variables into more of each other.
constexpr std::size_t parts_max = 50;

// "${SOURCES}" → "SOURCES"; "" for what is more or less than that.
std::string_view variable_of(std::string_view word) {
  word = unquoted(word);
  const auto close = word.starts_with("${") ? word.find('}') : npos;
  return close == npos || close + 1 < word.size() ? std::string_view() : word.substr(2, close - 2);
}

}  // namespace

std::string_view variable_made(std::string_view command, const std::vector<std::string_view>& words) {
  if (command == "set" && !words.empty() && !is_among(std::string_view("CACHE"), words)) return words[0];
  return command == "list" && words.size() > 1 && words[0] == "APPEND" ? words[1] : std::string_view();
}

void SourceVariables::add(std::string_view list) {
  for (auto at = list.find("${"); at != npos; at = list.find("${", at + 2)) {
    const auto close = list.find_first_of("}\n", at);
    if (close != npos) ++uses_[std::string(list.substr(at + 2, close - at - 2))].said;
  }
  for (const std::string_view command :
       {"add_executable", "add_library", "target_sources", "source_group", "set", "list"})
    add_words(list, command);
  for (const std::string_view command : {"if", "elseif", "while", "foreach"}) {
    for (const auto& call : cmake_calls(list, command)) {
      for (const auto word : words_in_call(list, call)) asked_.emplace(unquoted(word));
    }
  }
}

void SourceVariables::add_words(std::string_view list, std::string_view command) {
  for (const auto& call : cmake_calls(list, command)) {
    const auto words = words_in_call(list, call);
    const auto made = variable_made(command, words);
    for (const auto word : words) {
      const auto name = variable_of(word);
      const bool is_part = !made.empty(), is_built = command != "set" && command != "list";
      if (name.empty() || !(is_part || is_built)) continue;
      auto& use = uses_[std::string(name)];
      ++use.built;
      if (is_part) use.parts_of.emplace(made);
    }
  }
}

bool SourceVariables::has(const std::string& name) const {
  std::set<std::string> seen = {name};
  std::vector<std::string> next = {name};
  while (!next.empty()) {
    const auto use = uses_.find(next.back());
    if (use == uses_.end() || use->second.said != use->second.built || asked_.contains(next.back())) return false;
    next.pop_back();
    if (seen.size() > parts_max) return false;
    for (const auto& whole : use->second.parts_of) {
      if (seen.insert(whole).second) next.push_back(whole);
    }
  }
  return true;
}

}  // namespace regreen
