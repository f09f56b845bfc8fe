#include "mend/go/language/literals.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/go/language/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "counts, sums map[string]int `json:…`" → the type, where the field is one of the names.
std::string type_of_field(std::string_view line, std::string_view field) {
  auto names = go_list(trim(line.substr(0, line.find('`'))));
  const auto blank = names.empty() ? npos : names.back().find(' ');
  if (blank == npos) return "";
  const std::string type(trim(std::string_view(names.back()).substr(blank)));
  names.back().resize(blank);
  return !is_among(field, names) ? "" : type;
}

// The head of the function around an offset; "" outside of all.
std::string_view function_around(std::string_view code, const Lines& lines, std::size_t at) {
  for (auto number = lines.number_at(at); number >= 1; --number) {
    const auto line = code.substr(lines.begin(number), lines.line(number).size());
    if (line.starts_with("func ")) return line;
    if (line.starts_with('}') || line.starts_with("var ") || line.starts_with("type ")) return "";
  }
  return "";
}

bool answers(std::string_view head, const std::string& type) {
  return std::ranges::any_of(go_results(head.substr(0, head.find(" {"))), [&](std::string one) {
    if (one.starts_with('*')) one.erase(0, 1);
    return one.substr(0, one.find('[')) == type;
  });
}

// `return Tally{}, err`: what nobody looks at.
bool comes_with_error(std::string_view code, std::size_t close) {
  const auto rest = trim(code.substr(close + 1, code.find('\n', close) - close - 1));
  return rest.starts_with(',') && trim(rest.substr(1)) != "nil";
}

// The fields of a literal between its braces, with one more.
std::optional<Edit> with_field(std::string_view text, std::string_view code, std::size_t open, std::size_t close,
                               const GoFieldValue& wanted) {
  const auto inside = code.substr(open + 1, close - open - 1);
  const auto pair = wanted.field + ": " + wanted.value;
  if (trim(inside).empty()) return Edit{open + 1, 0, pair};
  if (!contains(inside, ":") || !words_in(inside, wanted.field).empty()) return std::nullopt;
  const auto end = end_of_code_before(code, close);
  if (!contains(inside, "\n")) return Edit{end, 0, (code[end - 1] == ',' ? " " : ", ") + pair};
  if (code[end - 1] != ',') return std::nullopt;
  const Lines lines(text);
  const auto number = lines.number_at(close);
  const std::string indent(indentation(lines.line(number)));
  return Edit{lines.begin(number), 0, indent + "\t" + pair + "," + std::string(line_end(text))};
}

/// What becomes of one place that makes the struct.
struct Making {
  bool is_one = false;  ///< does it make one that is handed out?
  std::optional<Edit> edit;
};

Making making_at(std::string_view text, std::string_view code, const Lines& lines, std::size_t at,
                 const std::string& type, const GoFieldValue& wanted) {
  const auto end = at + type.size();
  if (!answers(function_around(code, lines, at), type)) return {};
  const auto before = code.substr(0, at);
  if (before.ends_with("new(") && code.substr(end, 1) == ")") {
    const std::string literal = "&" + type + "{" + wanted.field + ": " + wanted.value + "}";
    return {true, Edit{at - 4, type.size() + 5, literal}};
  }
  auto open = end;
  if (code.substr(open, 1) == "[") open = std::min(closing_bracket(code, open), code.size() - 1) + 1;  // Set[T]{}
  if (code.substr(open, 1) != "{" || before.ends_with(']') || before.ends_with('.') || before.ends_with("struct "))
    return {};
  const auto close = closing_bracket(code, open);
  if (close == npos || comes_with_error(code, close)) return {};
  return {true, with_field(text, code, open, close, wanted)};
}

}  // namespace

std::string go_type_in_head(std::string_view head, std::string_view name) {
  for (const auto at : words_in(head, name)) {
    if (at == 0 || !contains("( ", head.substr(at - 1, 1))) continue;
    const auto rest = head.substr(at + name.size());
    if (!rest.starts_with(' ')) continue;
    std::size_t end = 1;
    for (int depth = 0; end < rest.size() && (depth > 0 || !contains(",)", rest.substr(end, 1))); ++end) {
      if (contains("([{", rest.substr(end, 1))) ++depth;
      if (contains(")]}", rest.substr(end, 1))) --depth;
    }
    return std::string(trim(rest.substr(0, end)));
  }
  return "";
}

std::string go_field_type(const Tree& tree, std::string_view folder, const std::string& type,
                          const std::string& field) {
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder || !path.ends_with(".go")) continue;
    const auto code = code_only(tree.read(path).value_or(""), Speech::go);
    bool inside = false;
    for (const auto line : split_lines(code)) {
      if (line.starts_with("type " + type + " struct {") || line.starts_with("type " + type + "[")) inside = true;
      if (line.starts_with('}')) inside = false;
      if (!inside || line.starts_with("type ")) continue;
      if (auto found = type_of_field(line, field); !found.empty()) return found;
    }
  }
  return "";
}

bool set_go_field(Draft& draft, const Tree& tree, std::string_view folder, const std::string& type,
                  const GoFieldValue& wanted) {
  bool is_made = false;
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder || !path.ends_with(".go") || path.ends_with("_test.go")) continue;
    const auto text = draft.read(path).value_or("");
    if (text.size() > source_bytes_max) continue;
    const auto code = code_only(text, Speech::go);
    const Lines lines(text);
    std::vector<Edit> edits;
    for (const auto at : words_in(code, type)) {
      auto making = making_at(text, code, lines, at, type, wanted);
      is_made |= making.is_one;
      if (making.edit) edits.push_back(std::move(*making.edit));
    }
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
  return is_made;
}

}  // namespace regreen
