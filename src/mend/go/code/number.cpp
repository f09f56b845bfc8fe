#include "mend/go/code/number.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool counts(std::string_view type) { return type == "int" || type == "int64" || type == "int32"; }

bool is_part(char c) { return is_word_byte(c) || c == '.'; }

// A name, a field, a call: nothing that an operator could tear apart.
bool is_operand(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (depth == 0 && !is_part(c) && c != ')' && c != ']') return false;
  }
  return !text.empty() && depth == 0;
}

// Where an operand of the message stands in the code of a line, alone; npos where it does not stand once.
std::size_t place_of(std::string_view line, std::string_view operand) {
  std::size_t found = npos;
  for (auto at = line.find(operand); at != npos; at = line.find(operand, at + 1)) {
    const bool begins = at == 0 || !is_part(line[at - 1]);
    const auto end = at + operand.size();
    const bool ends = end >= line.size() || (!is_part(line[end]) && line[end] != '(' && line[end] != '[');
    if (!begins || !ends) continue;
    if (found != npos) return npos;
    found = at;
  }
  return found;
}

std::vector<Edit> converted(std::string_view line, std::string_view operand, std::string_view type) {
  const auto at = is_operand(operand) ? place_of(line, operand) : npos;
  if (at == npos || (at > 0 && line[at - 1] == '(' && line.substr(0, at).ends_with(std::string(type) + "("))) return {};
  return {{at, 0, std::string(type) + "("}, {at + operand.size(), 0, ")"}};
}

}  // namespace

bool go_widens(std::string_view from, std::string_view to) {
  struct Row {
    std::string_view from, to;
  };
  constexpr auto rows = std::to_array<Row>({
      {"int8", "int16 int32 int64 int float32 float64"},
      {"int16", "int32 int64 int float32 float64"},
      {"int32", "int64 int float64"},
      {"rune", "int64 int float64"},
      {"int", "int64 float64"},
      {"uint8", "int16 uint16 int32 uint32 int64 uint64 int uint float32 float64"},
      {"byte", "int16 uint16 int32 uint32 int64 uint64 int uint float32 float64"},
      {"uint16", "int32 uint32 int64 uint64 int uint float32 float64"},
      {"uint32", "int64 uint64 uint float64"},
      {"uint", "uint64"},
      {"float32", "float64"},
      {"int64", "float64"},
  });
  return std::ranges::any_of(rows, [&](const Row& row) {
    const auto all = split(row.to, ' ');
    return row.from == from && is_among(to, all);
  });
}

std::vector<Edit> convert_go_operand(std::string_view line, std::string_view said) {
  const auto mark = said.find("invalid operation: "), types = said.rfind(" (mismatched types ");
  if (mark == npos || types == npos || types < mark) return {};
  const auto expression = said.substr(mark + 19, types - mark - 19);
  auto names = said.substr(types + 19);
  names = names.substr(0, names.find(')'));
  const auto both = names.find(" and ");
  if (both == npos) return {};
  const auto left = names.substr(0, both), right = names.substr(both + 5);
  for (const std::string_view sign : {" + ", " - ", " * ", " / ", " % ", " < ", " > ",
                                      " <= ", " >= ", " == ", " != ", " += ", " -= ", " *= ", " /= "}) {
    const auto at = expression.find(sign);
    if (at == npos || expression.find(sign, at + 1) != npos) continue;
    const auto first = expression.substr(0, at), second = expression.substr(at + sign.size());
    const bool time = sign == " * " || sign == " / ";
    if (go_widens(right, left) || (time && left == "time.Duration" && counts(right)))
      return converted(line, second, left);
    const bool assigns = sign.ends_with("= ") && contains("+-*/", sign.substr(1, 1));
    if (!assigns && (go_widens(left, right) || (time && right == "time.Duration" && counts(left))))
      return converted(line, first, right);
  }
  return {};
}

}  // namespace regreen
