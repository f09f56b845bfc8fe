// Fields that are set right after a value was made by Default.

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/rust/clippy/clippy_edits.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;
constexpr std::string_view rest = "..Default::default()";

/// `c.a = 3;`
struct Assigned {
  std::string field, value;
  std::size_t end = 0;  ///< behind its `;`
};

std::optional<Assigned> assigned_at(const RustText& source, std::size_t at, const std::string& name) {
  const auto& code = source.code;
  if (code.compare(at, name.size() + 1, name + ".") != 0) return std::nullopt;
  const auto field = std::string(word_at(code, at + name.size() + 1));
  const auto sign = code.find_first_not_of(' ', at + name.size() + 1 + field.size());
  if (field.empty() || sign == npos || code[sign] != '=' || code[sign + 1] == '=') return std::nullopt;
  auto end = sign;
  while (end < code.size() && code[end] != ';') {
    end = contains("([{", code.substr(end, 1)) ? closing_bracket(code, end) : end;
    if (end == npos) return std::nullopt;
    ++end;
  }
  if (end >= code.size() || !words_in(std::string_view(code).substr(sign, end - sign), name).empty())
    return std::nullopt;
  return Assigned{field, std::string(trim(std::string_view(source.text).substr(sign + 1, end - sign - 1))), end + 1};
}

/// The statement before the first assignment: `let mut c = Conf::default();`
struct Made {
  std::size_t value = 0, end = 0;  ///< of what stands behind `=`
};

std::optional<Made> made_before(const std::string& code, std::size_t at, const std::string& name) {
  const auto end = end_of_code_before(code, at);
  if (end == 0 || code[end - 1] != ';') return std::nullopt;
  const auto head = head_before(code, end - 1);
  const auto begin = offset_in(code, head);
  const auto sign = head.find('=');
  if (sign == npos || !trim(head).starts_with("let mut " + name) || !contains(head.substr(sign), "default()"))
    return std::nullopt;
  const auto value = code.find_first_not_of(" \t\r\n", begin + sign + 1);
  return Made{value, end - 1};
}

// Calls that look at nothing but what they are given.
bool is_plain_call(std::string_view function) {
  static constexpr auto functions = std::to_array<std::string_view>(
      {"from", "Some", "Ok", "Err", "Box", "Rc", "Arc", "new", "vec", "format", "to_string", "to_owned", "to_vec",
       "into", "clone", "from_secs", "from_millis", "len", "as_str"});
  return is_among(function, functions);
}

// Default is made first as it is written, and last as it will be: another one may have changed what the value looks at by then.
bool may_come_first(const RustText& source, std::string_view value, const std::string& type) {
  for (std::size_t at = 0; at < value.size(); ++at) {
    const auto word = is_word_byte(value[at]) && (at == 0 || !is_word_byte(value[at - 1])) ? word_at(value, at) : "";
    const auto next = value.substr(std::min(at + word.size(), value.size()), 1);
    if (word.empty() || (next != "(" && next != "!") || is_plain_call(word)) continue;
    const auto structs = words_in(source.code, type.substr(type.rfind(':') + 1));
    return std::ranges::any_of(structs, [&](std::size_t name) {
      const auto head = head_before(source.code, name);
      return trim(head).ends_with("struct") && contains(head, "derive(") && !words_in(head, "Default").empty();
    });
  }
  return true;
}

// "note: consider initializing the variable with `Conf { a: 3, ..Default::default() }` and removing …": the type as it writes it.
std::string proposed(const RustcMessage& message) {
  for (const auto& help : message.helps) {
    const auto open = help.note.find('`'), close = help.note.find("` and removing");
    if (help.note.starts_with("consider initializing") && open != npos && close != npos && open < close)
      return help.note.substr(open + 1, close - open - 1);
  }
  return "";
}

}  // namespace

std::vector<Edit> with_fields(const RustText& source, const RustcMessage& message) {
  const auto at = place_in(source, message);
  const auto literal = proposed(message);
  const auto brace = literal.find(" {");
  if (!at || brace == npos) return {};
  const auto name = std::string(word_at(source.code, *at));
  const auto made = made_before(source.code, *at, name);
  if (!made) return {};
  const auto line = source.lines.number_at(*at);
  const std::string end(line_end(source.text)), indent(indentation(source.lines.line(line)));
  const auto type = literal.substr(0, brace);
  std::string fields;
  std::set<std::string> seen;
  auto last = end_of_code_before(source.code, *at);
  for (auto next = *at; next != npos; next = source.code.find_first_not_of(" \t\r\n", last)) {
    const auto one = assigned_at(source, next, name);
    if (!one || !contains(literal, one->field + ": ") || !seen.insert(one->field).second) break;
    if (!trim(std::string_view(source.text).substr(last, next - last)).empty()) return {};  // a comment is in between
    if (!may_come_first(source, one->value, type)) return {};
    fields += end + indent + "    " + one->field + ": " + one->value + ",";
    last = one->end;
  }
  if (fields.empty()) return {};
  if (contains(literal, rest)) fields += end + indent + "    " + std::string(rest);
  const auto behind = made->end + 1;
  return {{made->value, made->end - made->value, type + " {" + fields + end + indent + "}"},
          {behind, last - behind, ""}};
}

}  // namespace regreen
