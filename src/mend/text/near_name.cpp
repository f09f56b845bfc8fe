// text.fix-name: a misspelt name becomes the one that the interpreter suggests, that it lists as available, or that is
// the only one near it in the file, or in the module that it should come from.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/fixers.h"
#include "mend/trace.h"
#include "model/last_commit.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t lines_said_max = 6;

bool is_name_byte(char c) { return is_word_byte(c) || c == '.' || c == '-'; }

std::string name_at(std::string_view text) {
  const auto begin = std::ranges::find_if(text, is_word_byte);
  const auto end = std::find_if_not(begin, text.end(), is_name_byte);
  std::string name(begin, end);
  while (name.ends_with('.') || name.ends_with('-')) name.pop_back();
  return name;
}

// "Did you mean: 'amount'?", "Did you mean?  amount"
std::string suggested(const Occurrence& occurrence) {
  std::string said = occurrence.at.text;
  for (std::size_t i = 0; i < std::min(lines_said_max, occurrence.after.size()); ++i)
    said += "\n" + occurrence.after[i];
  if (const auto at = said.find("erhaps you meant"); at != std::string::npos) {  // GHC: ‘null’ (imported from Prelude)
    const auto rest = std::string_view(said).substr(at);
    const auto open = rest.find("‘");
    return open == std::string_view::npos ? "" : name_at(rest.substr(open + std::string_view("‘").size()));
  }
  for (const std::string_view mark : {"; maybe \"", "; maybe '"}) {  // mypy and pylint, where only one name is near
    const auto begin = occurrence.at.text.find(mark);
    if (begin == std::string::npos) continue;
    const auto rest = std::string_view(occurrence.at.text).substr(begin + mark.size());
    const auto end = rest.find(mark.back());
    return end != std::string_view::npos && rest.substr(end + 1).starts_with('?') ? std::string(rest.substr(0, end))
                                                                                  : "";
  }
  const auto at = said.find("id you mean");
  if (at == std::string::npos) return "";
  const auto rest = std::string_view(said).substr(at + 11);
  return name_at(rest.substr(0, rest.find('\n')));
}

// Python proposes what is only half alike, also for what is just not imported: `float` for `floor`.
bool is_believed(const Occurrence& occurrence, std::string_view today, std::string_view name) {
  const auto plain = [](std::string_view word) { return replace_all(lower(word), "_", ""); };
  return !contains(occurrence.at.text, "NameError: ") || is_slip(today, name) || plain(today) == plain(name);
}

// Is the name asked of something other than oneself: "order.total", not "self.total"?
bool is_asked_of_another(std::string_view line, std::string_view name) {
  return std::ranges::any_of(words_in(line, name), [&](std::size_t at) {
    const auto front = line.substr(0, at);
    return front.ends_with('.') && !front.ends_with("self.") && !front.ends_with("cls.") && !front.ends_with("this.");
  });
}

// What pytest lists: "available fixtures: cache, capsys, warehouse"
std::set<std::string> listed(const Occurrence& occurrence) {
  for (const auto& line : occurrence.after) {
    const auto at = line.find("available fixtures: ");
    if (at != std::string::npos) return words_of(std::string_view(line).substr(at + 20));
  }
  return {};
}

std::optional<std::string> module_file(const Tree& tree, const TreePlace& place, const Occurrence& occurrence) {
  const auto module = capture(occurrence, "module");
  if (!module.starts_with('.') || !contains(module, "/")) return std::nullopt;
  const auto path = resolved(path_in(folder_of(place.file), module));
  return path && tree.has(*path) ? path : std::nullopt;
}

void replace_on(Draft& draft, const std::string& file, std::size_t line, const std::string& from,
                const std::string& to) {
  const auto text = draft.read(file);
  if (!text) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  for (const auto at : words_in(*text, from)) {
    if (line == 0 || lines.number_at(at) == line) edits.push_back({at, from.size(), to});
  }
  if (!edits.empty()) draft.edit(file, std::move(edits));
}

// "Line" has no attribute "ammount"; Instance of 'Line' has no 'ammount' member
std::string name_without(std::string_view said) {
  for (const std::string_view mark : {" has no attribute \"", " has no '"}) {
    const auto at = said.find(mark);
    if (at == std::string_view::npos || !contains(said, "; maybe ")) continue;
    const auto rest = said.substr(at + mark.size());
    return std::string(rest.substr(0, rest.find(mark.back())));
  }
  return "";
}

// Did the newest commit take out a line that knew the name: its import, its definition? Then it is no slip.
bool was_known(const Patient& patient, const std::string& file, std::string_view today, const std::string& name) {
  const auto before = patient.last_commit.before.find(file);
  if (before == patient.last_commit.before.end() || !before->second) return false;
  const auto lines = split_lines(today);
  const std::set<std::string_view> left(lines.begin(), lines.end());
  return std::ranges::any_of(split_lines(*before->second), [&](std::string_view line) {
    return !left.contains(line) && !words_in(line, name).empty();
  });
}

void mend_one(const Patient& patient, const Occurrence& occurrence, Draft& draft) {
  std::string name = name_without(occurrence.at.text);
  if (name.empty()) name = capture(occurrence, "symbol");
  if (name.empty()) name = capture(occurrence, "detail").substr(0, capture(occurrence, "detail").find(' '));
  if (name.empty() || !std::ranges::all_of(name, is_name_byte)) return;
  for (const auto& place : places_around(patient.tree, occurrence)) {
    const auto text = draft.read(place.file);
    if (!text || place.line == 0) continue;
    const std::string line(Lines(*text).line(place.line));
    const bool named = !words_in(line, name).empty();
    const bool fixture = contains(occurrence.at.text, "fixture '");
    if (!named && !fixture) continue;
    auto today = suggested(occurrence);
    if (today.empty() && fixture) today = only_near(listed(occurrence), name);
    const auto module = module_file(patient.tree, place, occurrence);
    if (today.empty() && module) today = only_near(words_of(patient.tree.read(*module).value_or("")), name);
    if (today.empty() && !fixture && !module) today = only_near(words_of(*text), name);
    if (today.empty() || today == name || !is_believed(occurrence, today, name) || is_other_word(today, name)) continue;
    if (was_known(patient, place.file, *text, name)) continue;
    if (is_private_one(today, name) && (module || is_asked_of_another(line, name))) continue;
    replace_on(draft, place.file, fixture || module ? 0 : place.line, name, today);
    return;
  }
}

}  // namespace

std::vector<Patch> fix_name(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) mend_one(patient, occurrence, draft);
  return draft.patches();
}

}  // namespace regreen
