#include "mend/node/language/base_class.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/node/language/script_names.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int bases_max = 5;  // of a class that extends one that extends one …

/// A base class that everybody has: it wants a parameter of a certain name, none, or takes whatever it is given.
struct Known {
  std::string_view name, parameter;
  bool takes_any = false;
};
constexpr auto known = std::to_array<Known>({{"Error", "message"},
                                             {"TypeError", "message"},
                                             {"RangeError", "message"},
                                             {"SyntaxError", "message"},
                                             {"ReferenceError", "message"},
                                             {"Component", "props"},
                                             {"PureComponent", "props"},
                                             {"EventEmitter", ""},
                                             {"EventTarget", ""},
                                             {"HTMLElement", ""},
                                             {"Object", ""},
                                             {"Map", "", true},
                                             {"Set", "", true}});

bool is_name_byte(char c) { return is_word_byte(c) || c == '$' || c == '.'; }

// "class NotFound extends HttpError " → "HttpError"; "?" where that is no plain name.
std::string base_in(std::string_view head) {
  const auto words = words_in(head, "extends");
  if (words.empty()) return "";
  auto rest = trim(head.substr(words.back() + 7));
  rest = trim(rest.substr(0, words_in(rest, "implements").empty() ? rest.size() : words_in(rest, "implements")[0]));
  if (const auto angle = rest.find('<'); angle != npos && rest.ends_with('>')) rest = trim(rest.substr(0, angle));
  return !rest.empty() && std::ranges::all_of(rest, is_name_byte) ? std::string(rest) : "?";
}

// The constructor whose keyword stands at a place.
std::optional<Constructor> constructor_from(std::string_view code, std::size_t keyword) {
  Constructor one;
  one.parameters = code.find_first_not_of(" \t\r\n", keyword + 11);
  const auto of_class = bracket_around(code, keyword);
  if (one.parameters == npos || code[one.parameters] != '(' || of_class == npos || code[of_class] != '{') return {};
  one.parameters_end = closing_bracket(code, one.parameters);
  one.open = one.parameters_end == npos ? npos : code.find_first_not_of(" \t\r\n", one.parameters_end + 1);
  if (one.open == npos || code[one.open] != '{') return {};
  one.close = closing_bracket(code, one.open);
  if (one.close == npos) return {};
  const auto head = head_before(code, of_class);
  const auto words = words_in(head, "class");
  if (words.empty()) return {};
  one.base = base_in(head.substr(words.back()));
  return one;
}

std::optional<Parameter> parameter_in(std::string_view text) {
  Parameter one;
  text = trim(text);
  for (const std::string_view word : {"public ", "private ", "protected ", "override ", "readonly "}) {
    if (text.starts_with(word)) text = trim(text.substr(word.size()));
  }
  if (text.starts_with("...")) {
    one.is_rest = true;
    text = trim(text.substr(3));
  }
  const auto end = text.find_first_of("?:= ");
  one.name = text.substr(0, end);
  one.is_optional = contains(text, "=") || (end != npos && text[end] == '?');
  return is_identifier(one.name) ? std::optional(one) : std::nullopt;
}

std::optional<ScriptClass> class_in(std::string_view text, std::string_view name) {
  if (text.size() > source_bytes_max || !contains(text, "class " + std::string(name))) return std::nullopt;
  const auto code = code_only(text, Speech::javascript);
  for (const auto at : words_in(code, name)) {
    const auto before = end_of_code_before(code, at);
    if (before < 5 || code.substr(before - 5, 5) != "class") continue;
    const auto open = code.find('{', at), close = open == npos ? npos : closing_bracket(code, open);
    if (close == npos) continue;
    ScriptClass found;
    found.base = base_in(std::string_view(code).substr(at, open - at));
    for (const auto word : words_in(code.substr(open, close - open), "constructor")) {
      const auto one = bracket_around(code, open + word) == open ? constructor_from(code, open + word) : std::nullopt;
      if (!one) continue;
      if (found.is_built) return std::nullopt;  // overloaded
      found.is_built = true;
      found.parameters = parameters_of(text, code, *one);
    }
    return found;
  }
  return std::nullopt;
}

// The only class of that name in the project.
std::optional<ScriptClass> only_class(const Tree& tree, std::string_view name) {
  std::optional<ScriptClass> found;
  for (const auto& path : tree.list()) {
    const bool may_be_there = is_script_source(path) && !is_built(path);
    auto one = may_be_there ? class_in(tree.read(path).value_or(""), name) : std::nullopt;
    if (one && found) return std::nullopt;
    if (one) found = std::move(one);
  }
  return found;
}

std::optional<std::vector<Parameter>> known_parameters(std::string_view base, const std::vector<Parameter>& given) {
  const auto name = base.substr(base.rfind('.') == npos ? 0 : base.rfind('.') + 1);
  const auto row = std::ranges::find(known, name, &Known::name);
  if (row == known.end() || (row->takes_any && !given.empty())) return std::nullopt;
  return row->parameter.empty() ? std::vector<Parameter>{} : std::vector{Parameter{std::string(row->parameter)}};
}

}  // namespace

std::vector<Constructor> constructors_in(std::string_view code) {
  std::vector<Constructor> all;
  for (const auto at : words_in(code, "constructor")) {
    if (auto one = constructor_from(code, at)) all.push_back(std::move(*one));
  }
  return all;
}

std::optional<Constructor> constructor_at(std::string_view text, std::string_view code, std::size_t line) {
  const Lines lines(text);
  if (!lines.has(line)) return std::nullopt;
  std::optional<Constructor> found;
  for (const auto& one : constructors_in(code)) {
    if (one.parameters < lines.end(line) && one.close >= lines.begin(line)) found = one;
  }
  return found;
}

std::optional<std::vector<Parameter>> parameters_of(std::string_view text, std::string_view code,
                                                    const Constructor& one) {
  std::vector<Parameter> all;
  std::size_t depth = 0, begin = one.parameters + 1;
  for (auto at = begin; at <= one.parameters_end; ++at) {
    const bool ends = at == one.parameters_end || (code[at] == ',' && depth == 0);
    if (ends && !trim(text.substr(begin, at - begin)).empty()) {
      auto parameter = parameter_in(code.substr(begin, at - begin));
      if (!parameter) return std::nullopt;
      all.push_back(std::move(*parameter));
    }
    if (ends) begin = at + 1;
    if (contains("([{<", code.substr(at, 1))) ++depth;
    if (contains(")]}>", code.substr(at, 1)) && depth > 0) --depth;
  }
  return all;
}

// A class of the same file is meant before one of another.
const std::optional<ScriptClass>& BaseClasses::class_of(const std::string& file, const std::string& name) {
  const auto [here, is_new] = known_.try_emplace({file, name});
  if (is_new) here->second = class_in(tree_.read(file).value_or(""), name);
  if (here->second) return here->second;
  const auto [only, is_first] = known_.try_emplace({"", name});
  if (is_first) only->second = only_class(tree_, name);
  return only->second;
}

std::optional<std::vector<Parameter>> BaseClasses::parameters(const std::string& file, std::string_view base,
                                                              const std::vector<Parameter>& given) {
  std::string name(base);
  for (int i = 0; i < bases_max; ++i) {
    const auto one = is_identifier(name) ? class_of(file, name) : std::nullopt;
    if (!one) return known_parameters(name, given);
    if (one->is_built) return one->parameters;
    if (one->base.empty()) return std::vector<Parameter>{};
    name = one->base;
  }
  return std::nullopt;
}

}  // namespace regreen
