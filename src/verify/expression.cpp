#include "verify/expression.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace regreen {
namespace {

constexpr int depth_max = 32;
constexpr std::string_view opening = "${{", closing = "}}";

using Known = std::optional<Value>;

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || trouble != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// YAML's 3.10 is the number 3.1, and so GitHub prints it.
std::string plain_text(const std::string& written) {
  const bool is_decimal = contains(written, ".") && written.find_first_not_of("0123456789.-") == std::string::npos;
  const auto number = is_decimal ? number_in(written) : std::nullopt;
  return number ? fmt::format("{}", *number) : written;
}

Value value_of(const Yaml& node) {
  if (!node.is_there()) return {};
  if (!node.is_scalar()) return node;
  if (node.node().Tag() == "!") return node.text();
  const std::string small = lower(node.text());
  if (small == "true" || small == "false") return small == "true";
  return plain_text(node.text());
}

bool are_equal(const Value& a, const Value& b) {
  const std::string x = lower(text_of(a)), y = lower(text_of(b));
  const auto one = number_in(x), other = number_in(y);
  return one && other ? *one == *other : x == y;
}

std::string formatted(const std::vector<Value>& arguments) {
  std::string text = text_of(arguments.front());
  for (std::size_t i = 1; i < arguments.size(); ++i)
    text = replace_all(text, fmt::format("{{{}}}", i - 1), text_of(arguments[i]));
  return text;
}

bool has_item(const Value& whole, const Value& item) {
  const auto* list = std::get_if<Yaml>(&whole);
  if (list == nullptr) return contains(lower(text_of(whole)), lower(text_of(item)));
  bool found = false;
  list->each([&](const Yaml& one) { found = found || are_equal(value_of(one), item); });
  return found;
}

std::string joined(const Value& whole, const std::string& separator) {
  const auto* list = std::get_if<Yaml>(&whole);
  if (list == nullptr || !list->is_list()) return text_of(whole);
  std::vector<std::string> parts;
  list->each([&](const Yaml& part) { parts.push_back(text_of(value_of(part))); });
  return join(parts, separator);
}

Known from_json(const std::string& text) {
  const auto node = parse_yaml(text);
  return node ? Known(value_of(*node)) : std::nullopt;
}

Known call(const std::string& name, const std::vector<Value>& arguments) {
  const auto text = [&](std::size_t i) { return text_of(arguments[i]); };
  if (name == "always" || name == "success") return true;
  if (name == "failure" || name == "cancelled") return false;
  if (arguments.empty()) return std::nullopt;
  if (name == "format") return formatted(arguments);
  if (name == "fromjson") return from_json(text(0));
  if (name == "join") return joined(arguments[0], arguments.size() > 1 ? text(1) : ",");
  if (arguments.size() != 2) return std::nullopt;
  if (name == "contains") return has_item(arguments[0], arguments[1]);
  if (name == "startswith") return lower(text(0)).starts_with(lower(text(1)));
  if (name == "endswith") return lower(text(0)).ends_with(lower(text(1)));
  return std::nullopt;
}

// Reads an expression and works it out on the way. A part that only the run knew is "unknown", and what depends on it
// as well; a mistake makes all of it so.
class Parser {
 public:
  Parser(std::string_view text, const Scope& scope) : rest_(text), scope_(scope) {}

  Known whole() {
    const Known value = alternatives(0);
    skip_blanks();
    return wrong_ || !rest_.empty() ? std::nullopt : value;
  }

 private:
  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }
  bool takes(std::string_view sign) {
    skip_blanks();
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }
  std::string take_name() {
    skip_blanks();
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    const std::string name(rest_.substr(0, std::min(rest_.find_first_not_of(letters), rest_.size())));
    rest_.remove_prefix(name.size());
    return name;
  }
  Known mistake() {
    wrong_ = true;
    return std::nullopt;
  }

  Known alternatives(int depth) {
    if (depth > depth_max) return mistake();
    Known value = conditions(depth);
    while (takes("||")) {
      const Known other = conditions(depth);
      if (value && !is_true(*value)) value = other;
    }
    return value;
  }
  Known conditions(int depth) {
    Known value = comparison(depth);
    while (takes("&&")) {
      const Known other = comparison(depth);
      if (value && is_true(*value)) value = other;
    }
    return value;
  }
  Known comparison(int depth) {
    Known value = unary(depth);
    for (;;) {
      const bool same = takes("==");
      if (!same && !takes("!=")) return value;
      const Known other = unary(depth);
      if (!value || !other) {
        value = std::nullopt;
      } else {
        value = Value(are_equal(*value, *other) == same);
      }
    }
  }
  Known unary(int depth) {
    skip_blanks();
    if (rest_.starts_with("!") && !rest_.starts_with("!=")) {
      rest_.remove_prefix(1);
      if (depth > depth_max) return mistake();
      const Known value = unary(depth + 1);
      return value ? Known(!is_true(*value)) : std::nullopt;
    }
    if (takes("(")) {
      const Known value = alternatives(depth + 1);
      return takes(")") ? value : mistake();
    }
    if (rest_.starts_with("'")) return literal();
    return named(depth);
  }
  Known literal() {
    std::string text;
    for (rest_.remove_prefix(1); !rest_.empty(); rest_.remove_prefix(1)) {
      if (rest_.starts_with("''"))
        rest_.remove_prefix(1);
      else if (rest_.front() == '\'')
        break;
      text += rest_.front();
    }
    return takes("'") ? Known(text) : mistake();
  }
  Known named(int depth) {
    const std::string name = take_name();
    if (name.empty()) return mistake();
    if (takes("(")) return called(lower(name), depth);
    if (name == "true" || name == "false") return name == "true";
    if (name == "null") return Value();
    if (number_in(name)) return number(name);
    std::vector<Known> path;
    for (;;) {
      if (takes(".")) {
        const std::string part = take_name();
        if (part.empty()) return mistake();  // `.*` as well
        path.emplace_back(part);
      } else if (takes("[")) {
        path.push_back(alternatives(depth + 1));
        if (!takes("]")) return mistake();
      } else {
        return looked_up(lower(name), path);
      }
    }
  }
  Known number(std::string text) {
    if (rest_.starts_with(".")) {
      rest_.remove_prefix(1);
      text += "." + take_name();
    }
    return plain_text(text);
  }
  Known called(const std::string& name, int depth) {
    std::vector<Value> arguments;
    bool known = true;
    while (!takes(")")) {
      const Known argument = alternatives(depth + 1);
      if (wrong_ || rest_.empty()) return mistake();
      known = known && argument;
      if (argument) arguments.push_back(*argument);
      takes(",");
    }
    return known ? call(name, arguments) : std::nullopt;
  }
  Known looked_up(const std::string& context, const std::vector<Known>& path) {
    if (path.empty() || !path.front()) return std::nullopt;
    Known value = scope_(context, text_of(*path.front()));
    for (std::size_t i = 1; i < path.size() && value; ++i) {
      if (!path[i]) return std::nullopt;
      const auto* node = std::get_if<Yaml>(&*value);
      value = node ? value_of(part_of(*node, text_of(*path[i]))) : Value();
    }
    return value;
  }
  static Yaml part_of(const Yaml& node, const std::string& name) {
    auto index = parse_number(name).value_or(-1);
    if (!node.is_list()) return node[name];
    Yaml found;
    node.each([&](const Yaml& part) {
      if (index-- == 0) found = part;
    });
    return found;
  }

  std::string_view rest_;
  const Scope& scope_;
  bool wrong_ = false;
};

}  // namespace

std::string text_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const auto* node = std::get_if<Yaml>(&value)) return node->is_list() ? "Array" : "Object";
  return "";
}

bool is_true(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  return std::holds_alternative<Yaml>(value) || !text_of(value).empty();
}

std::optional<Value> evaluate(std::string_view expression, const Scope& scope) {
  return Parser(expression, scope).whole();
}

Filled filled(std::string_view text, const Scope& scope) {
  Filled result;
  for (;;) {
    const auto begin = text.find(opening);
    const auto end = begin == std::string_view::npos ? begin : text.find(closing, begin);
    if (end == std::string_view::npos) break;
    const std::string_view inner = text.substr(begin + opening.size(), end - begin - opening.size());
    const auto value = evaluate(inner, scope);
    result.text += text.substr(0, begin);
    result.text += value ? text_of(*value) : std::string(text.substr(begin, end + closing.size() - begin));
    if (!value) result.unknown.emplace_back(trim(inner));
    text.remove_prefix(end + closing.size());
  }
  result.text += text;
  return result;
}

std::optional<Value> resolved(const Yaml& node, const Scope& scope) {
  const std::string text = node.text();
  if (!contains(text, opening)) return value_of(node);
  const std::string_view bare = trim(text);
  const bool is_one = bare.starts_with(opening) && bare.find(closing) == bare.size() - closing.size();
  if (is_one) return evaluate(bare.substr(opening.size(), bare.size() - opening.size() - closing.size()), scope);
  Filled all = filled(text, scope);
  if (!all.unknown.empty()) return std::nullopt;
  return std::move(all.text);
}

}  // namespace regreen
