// go.fix-types: a value of another type than its use needs, where saying so loses nothing: `int64(n)`, `string(data)`,
// `&item`, `""` for nil; and results that a function lacks or has too many of.

#include "base/among.h"
#include "base/text.h"
#include "mend/go/code/number.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/go/language/zero.h"
#include "mend/text/code_text.h"
#include "mend/text/set_aside.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Other conversions that lose nothing.
bool converts(std::string_view from, std::string_view to) {
  constexpr auto rows = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"[]byte", "string"}, {"string", "[]byte"}, {"rune", "string"}, {"byte", "rune"}});
  return go_widens(from, to) || is_among(std::pair(from, to), rows);
}

// `type Celsius float64` of the same folder
bool is_named_for(const GoPlace& place, std::string_view name, std::string_view type) {
  if (!is_identifier(name)) return false;
  const auto declared = "type " + std::string(name) + " " + std::string(type);
  return std::ranges::any_of(place.tree.list(), [&](const std::string& path) {
    if (folder_of(path) != folder_of(place.file) || !path.ends_with(".go")) return false;
    const auto text = place.tree.read(path).value_or("");
    return std::ranges::any_of(split_lines(text), [&](auto line) { return trim(line) == declared; });
  });
}

// The only place of an expression on the line, as words of its own.
std::size_t place_of(const GoPlace& place, const std::string& expression) {
  const auto line = place.line();
  const auto at = expression.empty() ? npos : line.find(expression);
  if (at == npos || line.find(expression, at + 1) != npos) return npos;
  const auto end = at + expression.size();
  const bool alone = (at == 0 || (!is_word_byte(line[at - 1]) && line[at - 1] != '.')) &&
                     (end == line.size() || !is_word_byte(line[end]));
  return alone ? place.lines.begin(place.number) + at : npos;
}

// Is a name the value of a `range`? Its address is not the element's.
bool is_ranged_over(const GoPlace& place, const std::string& name) {
  const auto function = go_function_at(place);
  for (auto number = std::max<std::size_t>(function, 1); number < place.number; ++number) {
    const auto line = place.lines.line(number);
    const auto range = line.find(":= range ");
    if (range != npos && !words_in(line.substr(0, range), name).empty()) return true;
  }
  return false;
}

// "cannot use count (variable of type int) as int64 value in argument to show"
std::vector<Edit> use_as(const GoPlace& place, std::string_view said) {
  const std::string what(between(said, "cannot use ", " ("));
  const auto mark = said.find(" of type ");
  const auto as = mark == npos ? npos : said.find(") as ", mark);
  const auto value = as == npos ? npos : said.find(" value in ", as);
  if (value == npos) return {};
  const auto from = std::string(said.substr(mark + 9, as - mark - 9)),
             to = std::string(said.substr(as + 5, value - as - 5));
  if (contains(said, "pointer receiver")) {
    const auto begin = place.lines.begin(place.number) + std::max<std::size_t>(place.column, 1) - 1;
    const bool here = place.code.substr(begin).starts_with(from) ||
                      (is_identifier(what) && place.code.substr(begin).starts_with(what));
    return here && begin < place.text.size() ? std::vector<Edit>{{begin, 0, "&"}} : std::vector<Edit>{};
  }
  auto at = offset_of(place.text, place.number, place.column, is_identifier(what) ? what : "").value_or(npos);
  if (at == npos || !place.text.substr(at).starts_with(what)) at = place_of(place, what);
  if (at == npos || contains(said.substr(0, mark), "constant")) return {};
  if (to == "*" + from && is_identifier(what))
    return is_ranged_over(place, what) ? std::vector<Edit>{} : std::vector<Edit>{{at, 0, "&"}};
  const bool is_named = is_named_for(place, to, from) && !is_of_another_unit(to, what);
  if (!converts(from, to) && !is_named && !is_named_for(place, from, to)) return {};
  const auto call = (to.starts_with('*') ? "(" + to + ")" : to) + "(";
  if (place.text.substr(0, at).ends_with(call)) return {};  // an old log
  return {{at, 0, call}, {at + what.size(), 0, ")"}};
}

// The operator of an expression that is evaluated last, behind and before blanks: where it begins.
std::size_t last_operator(std::string_view text, std::string_view code) {
  constexpr auto weakest = std::to_array<std::string_view>(
      {" == ", " != ", " < ", " <= ", " > ", " >= ", " + ", " - ", " * ", " / ", " % "});
  constexpr std::array<std::size_t, 3> levels = {6, 8, 11};
  std::size_t first = 0;
  for (const auto last : levels) {
    std::size_t found = npos;
    int depth = 0;
    for (std::size_t at = 0; at < code.size(); ++at) {
      if (contains("([{", code.substr(at, 1))) ++depth;
      if (contains(")]}", code.substr(at, 1))) --depth;
      for (auto i = first; i < last; ++i) {
        if (depth == 0 && code.substr(at).starts_with(weakest[i])) found = at;
      }
    }
    if (found != npos) return found;
    first = last;
  }
  return text.find('\0');
}

// "invalid operation: sum / len(all) (mismatched types float64 and int)"
std::vector<Edit> operate_alike(const GoPlace& place, std::string_view said) {
  const auto mark = said.find(" (mismatched types ");
  const auto begin = said.find("invalid operation: ");
  if (mark == npos || begin == npos) return {};
  const std::string whole(said.substr(begin + 19, mark - begin - 19));
  const std::string types(between(said, "(mismatched types ", ")"));
  const auto both = types.find(" and ");
  const auto at = place_of(place, whole);
  if (at == npos || both == npos) return {};
  const auto left = types.substr(0, both), right = types.substr(both + 5);
  const auto code = place.code.substr(at, whole.size());
  const auto sign = last_operator(whole, code);
  if (sign == npos) return {};
  const auto behind = code.find(' ', sign + 1) + 1;
  const auto wrap = [&](std::size_t from, std::size_t to, const std::string& type) -> std::vector<Edit> {
    return {{at + from, 0, type + "("}, {at + to, 0, ")"}};
  };
  const bool adds = code.substr(sign, 3) == " + ";
  const auto shown = [](std::string_view type) { return std::string(type == "int" ? "strconv.Itoa" : "fmt.Sprint"); };
  const auto is_number = [](std::string_view type) { return type == "int" || type == "int64" || type == "float64"; };
  if (adds && left.ends_with("string") && is_number(right)) return wrap(behind, whole.size(), shown(right));
  if (adds && right.ends_with("string") && is_number(left)) return wrap(0, sign, shown(left));
  if (go_widens(right, left)) return wrap(behind, whole.size(), left);
  if (go_widens(left, right)) return wrap(0, sign, right);
  return {};
}

// "\thave (error)", "\twant (int, error)" below the message
std::vector<std::string> types_below(const Occurrence& said, std::string_view word) {
  for (std::size_t i = 0; i < std::min<std::size_t>(said.after.size(), 3); ++i) {
    const auto line = trim(said.after[i]);
    if (!line.starts_with(word) || !line.ends_with(')')) continue;
    const auto open = line.find('(');
    return go_list(line.substr(open + 1, line.size() - open - 2));
  }
  return {};
}

// One line `return …` with a result too few or too many.
std::vector<Edit> answer(const GoPlace& place, std::size_t number, const std::vector<std::string>& want) {
  const bool is_told = number == place.number;
  const auto begin_of_line = place.lines.begin(number);
  const auto code = place.code.substr(begin_of_line, place.lines.line(number).size());
  const auto word = words_in(code, "return");
  const auto end = end_of_code_before(place.code, place.lines.end(number));
  const auto begin = word.size() == 1 ? begin_of_line + word[0] + 7 : npos;
  if (begin == npos || end <= begin || contains("{(,", place.code.substr(end - 1, 1)) || contains(code, "}")) return {};
  const auto list = place.code.substr(begin, end - begin);
  const auto have = go_list(list);
  if (have.size() == want.size() + 1 && have.back() == "nil") return {{end - 5, 5, ""}};
  if (have.size() + 1 == want.size() && have.size() > 1) return {{end, 0, ", nil"}};
  if (have.size() != 1 || want.back() != "error") return {};
  const bool is_error = list == "err" || list.starts_with("errors.") || list.starts_with("fmt.Errorf(") ||
                        (list.starts_with("Err") && is_identifier(list)) ||
                        (list.starts_with("err") && is_identifier(list)) ||
                        (is_told && types_below(place.said, "have ") == std::vector<std::string>{"error"});
  const bool may_be_anything = list.ends_with(')') && (want[0] == "any" || want[0] == "interface{}");
  if (!is_error && may_be_anything) return {};
  if (!is_error) return want.size() == 2 && list != "nil" ? std::vector<Edit>{{end, 0, ", nil"}} : std::vector<Edit>{};
  std::string zeros;
  for (std::size_t i = 0; i + 1 < want.size(); ++i) {
    const auto zero = go_zero(place, want[i]);
    if (zero.empty()) return {};
    zeros += zero + ", ";
  }
  return {{begin, 0, zeros}};
}

// All of the function's returns that are like the one that the message is about.
std::vector<Edit> answer_all(const GoPlace& place) {
  const auto want = types_below(place.said, "want "), have = types_below(place.said, "have ");
  const auto function = go_function_at(place);
  if (want.empty() || have.empty() || function == 0 || answer(place, place.number, want).empty()) return {};
  if (have.size() < want.size() && want.back() != "error") return {};
  std::vector<Edit> edits;
  for (auto number = function + 1; place.lines.has(number) && place.lines.line(number) != "}"; ++number) {
    auto code = place.code.substr(place.lines.begin(number), place.lines.line(number).size());
    if (contains(code, "func(")) return answer(place, place.number, want);
    if (trim(code).starts_with("return ")) std::ranges::move(answer(place, number, want), std::back_inserter(edits));
  }
  return edits;
}

// What the function around the place does with an error: `t.Fatal(err)`, `return nil, err`.
std::string hand_on(const GoPlace& place) {
  const auto function = go_function_at(place);
  if (function == 0) return "";
  const auto head = place.lines.line(function);
  for (const std::string_view name : {"t", "b", "tb", "f"}) {
    if (contains(head, std::string(name) + " *testing.") || contains(head, std::string(name) + " testing.TB"))
      return std::string(name) + ".Fatal(err)";
  }
  const auto results = go_results(head);
  if (results.empty() || results.back() != "error") return "";
  std::string zeros;
  for (std::size_t i = 0; i + 1 < results.size(); ++i) {
    const auto zero = go_zero(place, results[i]);
    if (zero.empty()) return "";
    zeros += zero + ", ";
  }
  return "return " + zeros + "err";
}

// `n := strconv.Atoi(text)`: the error is taken, and handed on as the function does with errors.
std::vector<Edit> take_error(const GoPlace& place) {
  const auto code = place.line_code();
  const auto front = indentation(place.line());
  const auto sign = code.find(" := ");
  if (sign == npos || !is_identifier(trim(code.substr(0, sign))) || !trim(code).ends_with(')')) return {};
  const auto action = hand_on(place);
  if (action.empty() || trim(code.substr(0, sign)) == "err") return {};
  const std::string indent(front), end(line_end(place.text));
  return {{place.lines.begin(place.number) + sign, 0, ", err"},
          {place.lines.end(place.number), 0,
           end + indent + "if err != nil {" + end + indent + "\t" + action + end + indent + "}"}};
}

// `n, err := f()` where f has no error any more: neither it nor what is done about it.
std::vector<Edit> drop_error(const GoPlace& place) {
  const auto code = place.line_code();
  const auto mark = code.find(", err := ");
  const auto& lines = place.lines;
  if (mark == npos || trim(lines.line(place.number + 1)) != "if err != nil {") return {};
  auto last = place.number + 2;
  const auto front = indentation(place.line());
  while (lines.has(last) && lines.line(last) != std::string(front) + "}") ++last;
  if (!lines.has(last) || last > place.number + 4) return {};
  return {{lines.begin(place.number) + mark, 5, ""},
          {lines.begin(place.number + 1), lines.begin(last + 1) - lines.begin(place.number + 1), ""}};
}

std::vector<Edit> mend_type(const GoPlace& place) {
  const std::string_view said = place.said.at.text;
  if (contains(said, "cannot use nil as ")) return go_zero_for_nil(place);
  if (contains(said, "cannot use ")) return use_as(place, said);
  if (contains(said, "mismatched types")) {
    auto edits = operate_alike(place, said);
    if (!edits.empty()) return edits;
    edits = convert_go_operand(place.line_code(), said);
    for (auto& edit : edits) edit.offset += place.lines.begin(place.number);
    return edits;
  }
  if (contains(said, "not enough return values") || contains(said, "too many return values")) return answer_all(place);
  if (contains(said, "cannot initialize 1 variables with 2 values") ||
      (contains(said, "assignment mismatch: 1 variable but ") && contains(said, "returns 2 values")))
    return take_error(place);
  if (contains(said, "cannot initialize 2 variables with 1 values") ||
      (contains(said, "assignment mismatch: 2 variables but ") && contains(said, "returns 1 value")))
    return drop_error(place);
  return {};
}

}  // namespace

std::vector<Patch> fix_go_types(const Patient& patient) { return mend_go_places(patient, mend_type); }

}  // namespace regreen
