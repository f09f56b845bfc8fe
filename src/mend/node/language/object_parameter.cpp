#include "mend/node/language/object_parameter.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A function of a module: what stands between its brackets, all behind them, and the module around it.
struct Function {
  std::string list, rest;
  std::string around;
};

// Does the bracket behind what is said of a result open a type: `: {`, `: Promise<{`?
bool opens_type(std::string_view result) {
  const auto said = trim(result);
  return !said.empty() && !is_word_byte(said.back()) && !contains(">)]", said.substr(said.size() - 1));
}

// `export function NAME(…)…{…}`, where there is one of that name.
std::optional<Function> function_in(const std::string& text, const std::string& name) {
  if (text.size() > source_bytes_max) return std::nullopt;
  const auto code = code_only(text, Speech::javascript);
  const auto head = "export function " + name + "(", of_promise = "export async function " + name + "(";
  const auto plain = code.find(head), promise = code.find(of_promise);
  if ((plain == npos) == (promise == npos)) return std::nullopt;
  const auto front = plain != npos ? plain : promise;
  const auto begin = front + (plain != npos ? head : of_promise).size() - 1;
  if (code.find("function " + name + "(", begin) != npos) return std::nullopt;
  const auto end = closing_bracket(code, begin), open = end == npos ? npos : code.find('{', end);
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos || opens_type(code.substr(end + 1, open - end - 1))) return std::nullopt;
  return Function{text.substr(begin + 1, end - begin - 1), text.substr(end + 1, close - end),
                  text.substr(0, front) + "\n" + text.substr(close + 1)};
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

/// What a function takes.
struct Parameter {
  std::string name;
  std::string type;
  std::string value;  ///< where nothing is said

  auto operator<=>(const Parameter&) const = default;
};

// The type of a value that is written out; "" where only a compiler knows.
std::string type_of(std::string_view value) {
  if (value == "true" || value == "false") return "boolean";
  if (value.starts_with('\'') || value.starts_with('"') || value.starts_with('`')) return "string";
  return !value.empty() && is_digit(value[0]) && !value.ends_with('n') ? "number" : "";
}

// `host: string, secure = true` and `host, secure = true`; nothing where one is no plain name.
std::optional<std::vector<Parameter>> parameters_in(std::string_view list) {
  const auto code = code_only(list, Speech::javascript);
  std::vector<Parameter> all;
  for (const auto item : items_of(code, Speech::javascript)) {
    if (item.empty()) continue;
    const std::string name(word_at(item, 0));
    const auto said = list.substr(offset_in(code, item), item.size());
    const auto sign = item.find(" = ");
    auto behind = trim(said.substr(name.size(), sign == npos ? npos : sign - name.size()));
    if (behind.starts_with('?')) behind = trim(behind.substr(1));
    const auto value = sign == npos ? "" : flat(said.substr(sign + 3));
    const bool is_plain = behind.empty() || behind.starts_with(':');
    if (!is_identifier(name) || !is_plain || contains(item, "=>")) return std::nullopt;
    all.push_back({name, behind.empty() ? type_of(value) : flat(behind.substr(1)), value});
  }
  return all;
}

/// The types of the fields of an object, by name.
using Fields = std::map<std::string, std::string>;

// `host: string; port?: number`, and one to a line.
std::optional<Fields> fields_in(std::string_view body) {
  if (contains(body, "//") || contains(body, "/*")) return std::nullopt;
  const auto fields = parameters_in(replace_all(replace_all(std::string(body), ";", ","), "\n", ","));
  if (!fields) return std::nullopt;
  Fields types;
  for (const auto& one : *fields) {
    if (one.type.empty() || !one.value.empty() || !types.emplace(one.name, one.type).second) return std::nullopt;
  }
  return types;
}

/// A type that a module gives a name.
struct Named {
  std::string body;
  std::size_t begin = 0, end = 0;
};

// `export interface NAME {…}`, `type NAME = {…};`
std::optional<Named> type_in(std::string_view text, const std::string& name) {
  const auto code = code_only(text, Speech::javascript);
  for (const auto& head : {"interface " + name + " {", "type " + name + " = {"}) {
    const auto at = code.find(head);
    if (at == npos || code.find(head, at + 1) != npos) continue;
    const auto open = at + head.size() - 1, close = closing_bracket(code, open);
    if (close == npos) return std::nullopt;
    const std::string_view exported = "export ";
    const bool is_exported = std::string_view(code).substr(0, at).ends_with(exported);
    const auto end = close + (code.substr(close + 1, 1) == ";" ? 2 : 1);
    return Named{std::string(text.substr(open + 1, close - open - 1)), at - (is_exported ? exported.size() : 0), end};
  }
  return std::nullopt;
}

// The fields of the type that an object is said to have: `{ host: string }`, or one of a name; its declaration is taken out of
// `around` where it is new.
std::optional<Fields> fields_of(std::string_view type, const std::string& before, std::string& around) {
  if (type.starts_with('{') && type.ends_with('}')) return fields_in(type.substr(1, type.size() - 2));
  const std::string name(type);
  const auto named = is_identifier(name) ? type_in(around, name) : std::nullopt;
  if (!named) return std::nullopt;
  if (words_in(before, name).empty()) around.erase(named->begin, named->end - named->begin);
  return fields_in(named->body);
}

/// How a function takes its object apart: into what, what type the object has, and what is left of the function.
struct Apart {
  std::string names, type, rest;
};

// `({ host, port }: Way)`, or `(way: Way)` where `const { host, port } = way;` comes first of all.
std::optional<Apart> taken_apart(const Function& today) {
  const auto list = trim(today.list);
  if (list.starts_with('{')) {
    const auto end = list.find('}');
    const auto behind = end == npos ? std::string_view() : trim(list.substr(end + 1));
    if (!behind.starts_with(':')) return std::nullopt;
    const auto type = trim(behind.substr(1));
    return Apart{std::string(list.substr(1, end - 1)),
                 std::string(type.ends_with(',') ? trim(type.substr(0, type.size() - 1)) : type), today.rest};
  }
  const auto one = parameters_in(list);
  const std::string_view rest = today.rest;
  const auto open = rest.find('{'), begin = rest.find("const {", open);
  const auto end = begin == npos ? npos : rest.find('}', begin);
  if (!one || one->size() != 1 || !one->front().value.empty() || end == npos ||
      !trim(rest.substr(open + 1, begin - open - 1)).empty())
    return std::nullopt;
  const auto mark = " = " + one->front().name;
  auto left = rest.substr(end + 1);
  if (!left.starts_with(mark)) return std::nullopt;
  left.remove_prefix(mark.size());
  if (!left.starts_with(';') && !left.starts_with('\n')) return std::nullopt;
  if (left.starts_with(';')) left.remove_prefix(1);
  return Apart{std::string(rest.substr(begin + 7, end - begin - 7)), one->front().type,
               std::string(rest.substr(0, open + 1)) + "\n" + std::string(left)};
}

// The same names with the same values, and each field of the type of its parameter.
bool is_same(std::vector<Parameter> before, std::string_view pattern, const Fields& fields) {
  auto today = contains(pattern, ":") || contains(pattern, "...") ? std::nullopt : parameters_in(pattern);
  if (!today || today->size() != fields.size()) return false;
  for (auto& one : *today) one.type = fields.contains(one.name) ? fields.at(one.name) : "";
  std::ranges::sort(*today);
  std::ranges::sort(before);
  return *today == before && std::ranges::none_of(before, [](const auto& one) { return one.type.empty(); });
}

}  // namespace

std::optional<std::vector<std::string>> taken_as_object(const std::string& before, const std::string& today,
                                                        const std::string& name) {
  const auto was = function_in(before, name);
  auto is = function_in(today, name);
  const auto apart = was && is ? taken_apart(*is) : std::nullopt;
  const auto taken = apart ? parameters_in(was->list) : std::nullopt;
  const auto fields = taken ? fields_of(apart->type, before, is->around) : std::nullopt;
  if (!fields || !is_same(*taken, apart->names, *fields) || flat(apart->rest) != flat(was->rest) ||
      flat(is->around) != flat(was->around))
    return std::nullopt;
  std::vector<std::string> names;
  for (const auto& one : *taken) names.push_back(one.name);
  return names;
}

}  // namespace regreen
