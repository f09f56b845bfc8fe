// js.name-arguments: a function takes one object of what it took one by one before, and does with it what it did.
//
//   connect(server, 8443, !plain)                             Expected 1 arguments, but got 3.
//   connect({ host: server, port: 8443, secure: !plain })     connect(host, port, secure = true) before the newest commit
//
// Only where the function is the same but for that, and all around it says what it said (object_parameter.h). Only the calls that
// the log names, and not those of tests: what they call may be what was promised.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/node/fixers.h"
#include "mend/node/language/asked_name.h"
#include "mend/node/language/object_parameter.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Nothing in the file but its import and calls is called so.
bool is_only_called(std::string_view code, const AskedName& asked, std::string_view name) {
  return std::ranges::all_of(words_in(code, name), [&](std::size_t at) {
    const auto before = word_before(code, end_of_code_before(code, at));
    const bool is_call =
        code.substr(at + name.size(), 1) == "(" && before != "function" && !code.substr(0, at).ends_with('.');
    return is_call || (at >= asked.begin && at < asked.end);
  });
}

// The edits that make one object of the arguments.
std::vector<Edit> as_object(std::string_view text, std::string_view code, std::size_t open,
                            const std::vector<std::string>& names) {
  const auto close = closing_bracket(code, open);
  if (close == npos) return {};
  const auto inside = code.substr(open + 1, close - open - 1);
  const auto is_wide = [](std::string_view edge) { return edge == "\n" || edge == "\r"; };
  std::vector<Edit> edits{{open + 1, 0, is_wide(text.substr(open + 1, 1)) ? "{" : "{ "}};
  std::size_t i = 0;
  for (const auto item : items_of(inside, Speech::javascript)) {
    if (item.empty()) continue;
    if (i == names.size() || item.starts_with("...")) return {};
    const auto& name = names[i++];
    const auto at = offset_in(code, item);
    if (item != name && at == open + 1)
      edits.front().text += name + ": ";
    else if (item != name)
      edits.push_back({at, 0, name + ": "});
  }
  const auto last = text.find_last_not_of(" \t", close - 1);
  edits.push_back({close, 0, is_wide(text.substr(last, 1)) ? "}" : " }"});
  return i > 1 ? edits : std::vector<Edit>();  // one may be the object
}

// Did the commit change nothing that the function may lean on? Whoever calls it was changed along with it.
bool is_all_of_commit(const LastCommit& commit, const std::string& home, std::string_view text, std::string_view name) {
  return std::ranges::all_of(commit.before, [&](const auto& one) {
    const auto& [path, before] = one;
    const auto stem = name_of(path).substr(0, name_of(path).find('.'));
    const bool is_caller = before && !words_in(*before, name).empty() && words_in(text, stem).empty();
    return path == home || is_test(path) || is_caller || !(is_script_source(path) || path.ends_with(".json")) ||
           name_of(path) == "package.json";
  });
}

// The edits of the call that the log names.
std::vector<Edit> mend_call(const Patient& patient, const TreePlace& place, const std::string& text) {
  const auto code = code_only(text, Speech::javascript);
  const auto at = offset_of(text, place.line, place.column);
  const auto open = at ? bracket_around(code, *at) : npos;
  const std::string name(open == npos || code[open] != '(' ? std::string_view() : word_before(code, open));
  const auto asked = is_identifier(name) ? asked_name(text, code, name) : std::nullopt;
  if (!asked || asked->is_export || asked->is_alias || !is_only_called(code, *asked, name)) return {};
  const auto home = script_source_of(patient.tree, place.file, asked->module);
  const auto was = patient.last_commit.before.find(home);
  if (home.empty() || was == patient.last_commit.before.end() || !was->second) return {};
  const auto today = patient.tree.read(home).value_or("");
  const auto names = taken_as_object(*was->second, today, name);
  if (!names || names->size() < 2 || !is_all_of_commit(patient.last_commit, home, today, name)) return {};
  return as_object(text, code, open, *names);
}

}  // namespace

std::vector<Patch> name_script_arguments(const Patient& patient) {
  std::map<std::string, std::vector<Edit>> edits;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!contains(occurrence.at.text, " TS2554: Expected 1 arguments, but got ")) continue;
    const auto places = places_of(patient.tree, occurrence);
    const bool is_own = !places.empty() && is_script_source(places[0].file) && !is_vendored(places[0].file);
    const auto text = is_own && !is_test(places[0].file) ? patient.tree.read(places[0].file) : std::nullopt;
    if (!text || text->size() > source_bytes_max || says_generated(*text)) continue;
    for (auto& edit : mend_call(patient, places[0], *text)) edits[places[0].file].push_back(std::move(edit));
  }
  Draft draft(patient.tree);
  for (auto& [file, all] : edits) draft.edit(file, std::move(all));
  return draft.patches();
}

}  // namespace regreen
