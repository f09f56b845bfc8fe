// The value of a type that says nothing, and `nil` where a type has another one: part of go.fix-types.

#include "mend/go/language/zero.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int depth_max = 4;  // of types that are declared as other types

struct Zero {
  std::string_view type, value;
};

constexpr auto known = std::to_array<Zero>({{"string", "\"\""},
                                            {"bool", "false"},
                                            {"struct{}", "struct{}{}"},
                                            {"error", "nil"},
                                            {"any", "nil"},
                                            {"io.Reader", "nil"},
                                            {"io.Writer", "nil"},
                                            {"io.Closer", "nil"},
                                            {"io.ReadCloser", "nil"},
                                            {"io.WriteCloser", "nil"},
                                            {"io.ReadWriter", "nil"},
                                            {"context.Context", "nil"},
                                            {"http.Handler", "nil"},
                                            {"http.ResponseWriter", "nil"},
                                            {"http.Header", "nil"},
                                            {"url.Values", "nil"},
                                            {"net.Conn", "nil"},
                                            {"net.IP", "nil"},
                                            {"json.RawMessage", "nil"},
                                            {"time.Time", "time.Time{}"},
                                            {"time.Duration", "0"},
                                            {"time.Month", "0"},
                                            {"time.Weekday", "0"},
                                            {"fs.FileMode", "0"},
                                            {"os.FileMode", "0"},
                                            {"url.URL", "url.URL{}"},
                                            {"http.Cookie", "http.Cookie{}"},
                                            {"http.Request", "http.Request{}"},
                                            {"http.Response", "http.Response{}"},
                                            {"big.Int", "big.Int{}"},
                                            {"big.Rat", "big.Rat{}"},
                                            {"netip.Addr", "netip.Addr{}"},
                                            {"netip.AddrPort", "netip.AddrPort{}"},
                                            {"netip.Prefix", "netip.Prefix{}"},
                                            {"reflect.Value", "reflect.Value{}"},
                                            {"sql.NullString", "sql.NullString{}"},
                                            {"sql.NullInt64", "sql.NullInt64{}"},
                                            {"sql.NullTime", "sql.NullTime{}"},
                                            {"tls.Certificate", "tls.Certificate{}"},
                                            {"json.Number", "\"\""},
                                            {"template.HTML", "\"\""}});
constexpr auto numbers = std::to_array<std::string_view>({"int", "int8", "int16", "int32", "int64", "uint", "uint8",
                                                          "uint16", "uint32", "uint64", "uintptr", "byte", "rune",
                                                          "float32", "float64", "complex64", "complex128"});
constexpr auto nilable =
    std::to_array<std::string_view>({"*", "[]", "map[", "func(", "chan ", "<-chan ", "chan<- ", "interface{"});

// "type Item[T any] struct {", or the same without `type` inside of `type ( … )`: what stands behind the name.
std::string_view declared_as(std::string_view line, std::string_view name, bool grouped) {
  if (line.starts_with("type "))
    line.remove_prefix(5);
  else if (!grouped)
    return "";
  if (!line.starts_with(name) || line.size() == name.size()) return "";
  auto rest = line.substr(name.size());
  if (rest[0] == '[') {
    const auto close = closing_bracket(rest, 0);
    if (close == npos) return "";
    rest.remove_prefix(close + 1);
  }
  if (!rest.starts_with(' ')) return "";
  rest = trim(rest);
  return rest.starts_with("= ") ? rest.substr(2) : rest;
}

// What a folder's type is declared as: `struct {`, `[]string`, `int`; "" where nobody declares it.
std::string declared_as(const Tree& tree, std::string_view folder, std::string_view name) {
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder || !path.ends_with(".go")) continue;
    const auto code = code_only(tree.read(path).value_or(""), Speech::go);
    bool grouped = false;
    for (const auto line : split_lines(code)) {
      if (line.starts_with("type (")) grouped = true;
      if (line.starts_with(')')) grouped = false;
      if (const auto kind = declared_as(trim(line), name, grouped); !kind.empty()) return std::string(kind);
    }
  }
  return "";
}

// Is it a type parameter of the function, or of its receiver? `func First[T any](`, `func (s *Stack[T]) Pop(`
bool is_type_parameter(std::string_view head, std::string_view type) {
  const bool is_method = head.starts_with("func (");
  const auto open = head.find('[');
  const auto bracket = head.find('(', is_method ? 6 : 0);
  if (open == npos || (!is_method && open > bracket)) return false;
  const auto close = closing_bracket(head, open);
  if (close == npos || (is_method && close > head.find(')'))) return false;
  return std::ranges::any_of(go_list(head.substr(open + 1, close - open - 1)),
                             [&](std::string_view item) { return item.substr(0, item.find(' ')) == type; });
}

// `folder` is where the type is named: a type that others declare is named by them.
std::string zero_of(const GoPlace& place, std::string_view folder, std::string_view type, int depth) {
  if (is_among(type, numbers)) return "0";
  if (const auto row = std::ranges::find(known, type, &Zero::type); row != known.end()) return std::string(row->value);
  if (std::ranges::any_of(nilable, [&](auto front) { return type.starts_with(front); })) return "nil";
  if (type.size() > 2 && type[0] == '[' && is_digit(type[1])) return std::string(type) + "{}";
  const bool is_own = depth == depth_max;  // named at the place itself
  if (const auto function = is_own ? go_function_at(place) : 0; function != 0 && is_identifier(type)) {
    if (is_type_parameter(place.lines.line(function), type)) return "*new(" + std::string(type) + ")";
  }
  const auto dot = type.find('.');
  const auto there = dot == npos ? std::string(folder) : is_own ? go_folder_of_import(place, type.substr(0, dot)) : "";
  if (dot != npos && there.empty()) return "";
  auto name = dot == npos ? type : type.substr(dot + 1);
  name = name.substr(0, name.find('['));
  const auto kind = is_identifier(name) && depth > 0 ? declared_as(place.tree, there, name) : "";
  if (kind.starts_with("struct")) return std::string(type) + "{}";
  if (kind.starts_with("interface")) return "nil";
  const auto zero = kind.empty() ? "" : zero_of(place, there, kind, depth - 1);
  return zero.ends_with("}") ? std::string(type) + "{}" : zero;
}

// "cannot use nil as string value in return statement", "cannot use nil as type string in return argument"
std::string type_in(std::string_view said) {
  auto rest = said.substr(said.find("cannot use nil as ") + 18);
  const bool is_old = rest.starts_with("type ");
  if (is_old) rest.remove_prefix(5);
  return std::string(rest.substr(0, rest.find(is_old ? " in " : " value in ")));
}

// All results of `return nil, nil, err` that cannot be nil; nothing where it is not plain what the function answers.
std::vector<Edit> answer_zeros(const GoPlace& place) {
  const auto code = place.line_code();
  const auto word = words_in(code, "return");
  const auto function = go_function_at(place);
  if (word.size() != 1 || function == 0 || contains(code, "func(") || contains(code, "}")) return {};
  const auto want = go_results(place.lines.line(function));
  std::vector<Edit> edits;
  const auto list = code.substr(word[0] + 6);
  const auto have = go_list(list);
  if (have.size() != want.size()) return {};
  for (std::size_t i = 0, at = 0; i < have.size(); at = list.find(have[i], at) + have[i].size(), ++i) {
    const auto zero = have[i] == "nil" ? go_zero(place, want[i]) : "nil";
    if (zero == "nil" || zero.empty()) continue;
    edits.push_back({place.lines.begin(place.number) + word[0] + 6 + list.find("nil", at), 3, zero});
  }
  return edits;
}

// Does `nil` there mean nothing and no more than that? An argument does where it is a struct: no options, no query; what
// a function makes of an empty text or 0 is its own affair.
bool means_nothing(std::string_view said, std::string_view zero) {
  constexpr auto uses = std::to_array<std::string_view>(
      {" in return ", " in assignment", " in variable declaration", " in struct literal", " in field value"});
  return std::ranges::any_of(uses, [&](auto use) { return contains(said, use); }) ||
         (contains(said, " in argument to ") && zero.ends_with("}"));
}

}  // namespace

std::string go_zero(const GoPlace& place, std::string_view type) {
  return zero_of(place, folder_of(place.file), type, depth_max);
}

std::vector<Edit> go_zero_for_nil(const GoPlace& place) {
  const std::string_view said = place.said.at.text;
  if (place.file.ends_with("_test.go")) return {};
  if (contains(said, " in return ")) {
    if (auto edits = answer_zeros(place); !edits.empty()) return edits;
  }
  const auto at = offset_of(place.text, place.number, place.column, "nil");
  const auto zero = go_zero(place, type_in(said));
  if (!at || zero.empty() || zero == "nil" || !means_nothing(said, zero)) return {};
  return {{*at, 3, zero}};
}

}  // namespace regreen
