// js.name-arguments: a function takes one object of what it took one by one before, and does with it what it did.
//
//   connect(server, 8443, !plain)                             Expected 1 arguments, but got 3.
//   connect({ host: server, port: 8443, secure: !plain })     connect(host, port, secure = true) before the newest commit
//
// Only where the function is the same but for that: the object is taken apart into what its parameters were called, with the same
// values where nothing is said, and the rest of it says what it said. Only the calls that the log names, and not those of tests:
// what they call may be what was promised.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/node/asked_name.h"
#include "mend/node/fixers.h"
#include "mend/node/script_names.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A function of a module: what stands between its brackets, and all behind them.
struct Function {
  std::string list, rest;
};

// Does the bracket behind what is said of a result open a type: `: {`, `: Promise<{`?
bool opens_type(std::string_view result) {
  const auto said = trim(result);
  return !said.empty() && !is_word_byte(said.back()) && !contains(">)]", said.substr(said.size() - 1));
}

// `export function NAME(…)…{…}`, where there is one of that name.
std::optional<Function> function_in(const std::string& text, const std::string& name) {
  const auto code = code_only(text, Speech::javascript);
  const auto head = "export function " + name + "(", of_promise = "export async function " + name + "(";
  const auto plain = code.find(head), promise = code.find(of_promise);
  const auto begin = plain != npos ? plain + head.size() - 1 : promise == npos ? npos : promise + of_promise.size() - 1;
  if (begin == npos || code.find("function " + name + "(", begin) != npos) return std::nullopt;
  if (plain != npos && promise != npos) return std::nullopt;
  const auto end = closing_bracket(code, begin), open = end == npos ? npos : code.find('{', end);
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos || text.size() > source_bytes_max || opens_type(code.substr(end + 1, open - end - 1)))
    return std::nullopt;
  return Function{text.substr(begin + 1, end - begin - 1), text.substr(end + 1, close - end)};
}

// Words with one blank between them.
std::string flat(std::string_view text) {
  std::string out;
  for (const auto line : split_lines(text)) {
    for (const auto word : split(line, ' ')) {
      if (!trim(word).empty()) out += std::string(out.empty() ? "" : " ") + std::string(trim(word));
    }
  }
  return out;
}

/// What a function takes: its name, and the value where nothing is said.
using Taken = std::vector<std::pair<std::string, std::string>>;

// `host: string, secure = true` and `host, secure = true`; nothing where one is no plain name.
std::optional<Taken> taken_in(std::string_view list) {
  const auto code = code_only(list, Speech::javascript);
  Taken all;
  for (const auto item : items_of(code, Speech::javascript)) {
    if (item.empty()) continue;
    const std::string name(word_at(item, 0));
    const auto sign = item.find(" = ");
    const auto behind = trim(item.substr(name.size()));
    const bool is_plain =
        behind.empty() || behind.starts_with(':') || behind.starts_with('?') || behind.starts_with('=');
    if (!is_identifier(name) || !is_plain || contains(item, "=>")) return std::nullopt;
    const auto at = offset_in(code, item);
    all.emplace_back(name, sign == npos ? "" : flat(list.substr(at + sign + 3, item.size() - sign - 3)));
  }
  return all;
}

// The same of `{ host, port: number }`: what is called otherwise inside is another thing.
std::optional<Taken> taken_apart(std::string_view pattern) {
  auto taken = contains(pattern, ":") || contains(pattern, "...") ? std::nullopt : taken_in(pattern);
  if (taken) std::ranges::sort(*taken);
  return taken;
}

// Does the function of today take apart, in its brackets or first of all, what it took before?
bool takes_apart(const Function& today, const Function& before, Taken taken) {
  std::ranges::sort(taken);
  const auto list = trim(today.list);
  if (list.starts_with('{')) {
    const auto end = list.find('}');
    return end != npos && taken_apart(list.substr(1, end - 1)) == taken && flat(today.rest) == flat(before.rest);
  }
  const std::string object(word_at(list, 0));
  const auto one = taken_in(list);
  const auto open = today.rest.find('{');
  const auto begin = today.rest.find("const {", open);
  const auto end = begin == npos ? npos : today.rest.find('}', begin);
  if (!one || one->size() != 1 || !one->front().second.empty() || end == npos ||
      !trim(std::string_view(today.rest).substr(open + 1, begin - open - 1)).empty())
    return false;
  const auto behind = std::string_view(today.rest).substr(end + 1);
  const auto mark = " = " + object;
  if (!behind.starts_with(mark)) return false;
  auto left = behind.substr(mark.size());
  if (!left.starts_with(';') && !left.starts_with('\n')) return false;
  if (left.starts_with(';')) left.remove_prefix(1);
  const auto names = std::string_view(today.rest).substr(begin + 7, end - begin - 7);
  return taken_apart(names) == taken &&
         flat(today.rest.substr(0, open + 1) + "\n" + std::string(left)) == flat(before.rest);
}

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
std::vector<Edit> as_object(std::string_view text, std::string_view code, std::size_t open, const Taken& taken) {
  const auto close = closing_bracket(code, open);
  if (close == npos) return {};
  const auto inside = code.substr(open + 1, close - open - 1);
  const auto is_wide = [](std::string_view edge) { return edge == "\n" || edge == "\r"; };
  std::vector<Edit> edits{{open + 1, 0, is_wide(text.substr(open + 1, 1)) ? "{" : "{ "}};
  std::size_t i = 0;
  for (const auto item : items_of(inside, Speech::javascript)) {
    if (item.empty()) continue;
    if (i == taken.size() || item.starts_with("...")) return {};
    const auto& name = taken[i++].first;
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
  const auto before = function_in(*was->second, name), today = function_in(patient.tree.read(home).value_or(""), name);
  const auto taken = before && today ? taken_in(before->list) : std::nullopt;
  if (!taken || taken->size() < 2 || !takes_apart(*today, *before, *taken)) return {};
  return as_object(text, code, open, *taken);
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
