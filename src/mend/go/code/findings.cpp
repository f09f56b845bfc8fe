// go.fix-finding: what vet and the compiler find in one statement and say how to write.

#include "base/among.h"
#include "base/text.h"
#include "mend/go/code/goroutine.h"
#include "mend/go/code/string_conversion.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/go/language/literals.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// fmt.Println("done\n") → fmt.Print("done\n\n"): a program goes on to print what it does.
std::vector<Edit> said_as_printed(const GoPlace& place) {
  constexpr auto calls =
      std::to_array<std::pair<std::string_view, std::size_t>>({{"fmt.Println(", 1}, {"fmt.Fprintln(", 2}});
  const auto code = place.line_code();
  for (const auto& [name, items] : calls) {
    const auto at = code.find(name);
    const auto open = at == npos ? npos : at + name.size() - 1;
    const auto close = open == npos ? npos : closing_bracket(code, open);
    if (close == npos || !place.line().substr(0, close).ends_with("\\n\"")) continue;
    const auto list = go_list(code.substr(open + 1, close - open - 1));
    if (list.size() != items || !list.back().starts_with('"')) continue;
    const auto begin = place.lines.begin(place.number);
    return {{begin + open - 2, 2, ""}, {begin + close - 1, 0, "\\n"}};
  }
  return {};
}

// t.Log("done\n") → t.Log("done")
std::vector<Edit> without_newline(const GoPlace& place) {
  if (auto edits = said_as_printed(place); !edits.empty()) return edits;
  const auto at = place.line().rfind("\\n\")");
  return at == npos ? std::vector<Edit>{} : std::vector<Edit>{{place.lines.begin(place.number) + at, 2, ""}};
}

// `for _, one := range list {` gets `one := one` as its first line.
std::vector<Edit> own_copy(const GoPlace& place, std::string_view said) {
  const auto mark = said.find("loop variable ");
  const auto rest = said.substr(mark + 14);
  const std::string name(rest.substr(0, rest.find(' ')));
  auto depth = indentation(place.line()).size();
  if (!is_identifier(name)) return {};
  for (auto number = place.number; number-- > 1;) {
    const auto line = place.lines.line(number);
    if (trim(line).empty() || indentation(line).size() >= depth) continue;
    depth = indentation(line).size();
    if (!trim(line).starts_with("for ") || words_in(line, name).empty()) continue;
    if (trim(place.lines.line(number + 1)) == name + " := " + name || !trim(line).ends_with('{')) return {};
    const auto front = std::string(indentation(line)) + "\t";
    return {line_below(place.text, place.lines.begin(number), front + name + " := " + name)};
  }
  return {};
}

// Can nothing of a context live on in what a function answers: a body to be read, rows, a worker? `main` answers nothing and ends all.
bool answers_plain_values(std::string_view head) {
  constexpr auto plain =
      std::to_array<std::string_view>({"string", "[]string", "[]byte", "bool", "error", "int", "int32", "int64", "uint",
                                       "uint32", "uint64", "float32", "float64", "time.Time", "time.Duration"});
  return std::ranges::all_of(go_results(head), [&](const auto& type) { return type.empty() || is_among(type, plain); });
}

// `worker.Start(ctx)`, `s.pool = newPool(ctx)`, `s.connect(ctx)`: what is begun with a context goes on when the function has ended,
// but for what only the function has: `conn, err := dial(ctx)`.
bool begins_something(std::string_view code, const std::string& context) {
  constexpr auto verbs = std::to_array<std::string_view>(
      {"start", "launch", "spawn", "watch", "subscribe", "listen", "new", "open", "connect", "dial", "init", "setup"});
  constexpr std::size_t always = 6;
  if (words_in(code, context).empty()) return false;
  const auto sign = code.find(" := "), assigned = code.find(" = ");
  if (assigned != npos && contains(code.substr(0, assigned), ".")) return true;
  const auto left = sign == npos ? "" : trim(code.substr(0, sign));
  const bool is_local = !left.empty() && left != "err" && left != "if err";
  const auto verbs_asked = std::span(verbs).first(is_local ? always : verbs.size());
  return std::ranges::any_of(words_in(code, context), [&](std::size_t at) {
    const auto open = bracket_around(code, at);
    const auto name = lower(std::string(word_before(code, open == npos ? 0 : open)));
    return std::ranges::any_of(verbs_asked, [&](auto verb) { return name.starts_with(verb); });
  });
}

// `ctx, _ := context.WithTimeout(…)`: cancelled when the function ends, where nothing of it outlives the function.
std::vector<Edit> call_cancel(const GoPlace& place) {
  const auto line = place.line();
  const auto mark = line.find(", _ := context.With"), assigned = line.find(", _ = context.With");
  const auto function = go_function_at(place);
  if (mark == npos || assigned != npos || function == 0) return {};
  const std::string name(trim(line.substr(0, mark))), front(indentation(line));
  if (!is_identifier(name) || front != "\t") return {};
  const auto head = place.lines.line(function);
  const bool is_all = head.starts_with("func main(") || contains(head, "*testing.");
  if (!answers_plain_values(head)) return {};
  for (auto number = place.number + 1; place.lines.has(number) && place.lines.line(number) != "}"; ++number) {
    const auto code = place.code.substr(place.lines.begin(number), place.lines.line(number).size());
    const auto use = trim(code);
    const bool outlives = !words_in(code, "go").empty() || (!is_all && begins_something(code, name)) ||
                          contains(code, ": " + name) || contains(code, "." + name + " =") ||
                          contains(code, "= " + name) ||
                          (use.starts_with("return") &&
                           std::ranges::any_of(go_list(use.substr(6)), [&](const auto& one) { return one == name; }));
    if (outlives || !words_in(code, "cancel").empty()) return {};
  }
  return {{place.lines.begin(place.number) + mark + 2, 1, "cancel"},
          {place.lines.end(place.number), 0, std::string(line_end(place.text)) + front + "defer cancel()"}};
}

// `defer res.Body.Close()` goes behind the block that looks at the error.
std::vector<Edit> close_later(const GoPlace& place) {
  const auto& lines = place.lines;
  const auto front = std::string(indentation(place.line()));
  if (!trim(place.line()).starts_with("defer ") || trim(lines.line(place.number + 1)) != "if err != nil {") return {};
  auto last = place.number + 2;
  while (lines.has(last) && lines.line(last) != front + "}") ++last;
  if (!lines.has(last)) return {};
  const auto length = lines.begin(place.number + 1) - lines.begin(place.number);
  const std::string moved(place.text.substr(lines.begin(place.number), length));
  return {{lines.begin(place.number), length, ""}, {lines.begin(last + 1), 0, moved}};
}

// `(item Item, err error) {`
bool is_result(std::string_view head, std::string_view name) {
  const auto open = head.rfind('(');
  return open != npos && trim(head.substr(0, open)).ends_with(')') && !words_in(head.substr(open), name).empty();
}

// Was a name handed to the function by value, and is it not what the function answers? Then what is changed is a copy.
bool is_lost_copy(const GoPlace& place, const std::string& name) {
  const auto function = go_function_at(place);
  const auto type = function == 0 ? "" : go_type_in_head(place.lines.line(function), name);
  if (type.empty() || type.starts_with('*') || is_result(place.lines.line(function), name)) return false;
  for (auto number = function + 1; place.lines.has(number) && place.lines.line(number) != "}"; ++number) {
    const auto line = trim(place.lines.line(number));
    if (!line.starts_with("return")) continue;
    const auto answers = go_list(line.substr(6));
    if (is_among(name, answers) || is_among("&" + name, answers)) return false;
  }
  return true;
}

// `json.Unmarshal(data, item)` → `json.Unmarshal(data, &item)`
std::vector<Edit> by_address(const GoPlace& place, std::string_view call) {
  const auto code = place.line_code();
  const auto at = code.find(std::string(call) + "(");
  const auto open = at == npos ? npos : at + call.size();
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos) return {};
  const auto comma = code.rfind(',', close);
  const auto begin = code.find_first_not_of(' ', comma == npos || comma < open ? open + 1 : comma + 1);
  const std::string name(code.substr(begin, close - begin));
  if (!is_identifier(name) || is_lost_copy(place, name)) return {};
  return {{place.lines.begin(place.number) + begin, 0, "&"}};
}

// "call of Unmarshal passes non-pointer as second argument"
std::vector<Edit> pass_address(const GoPlace& place, std::string_view said) {
  const auto mark = said.find("call of ");
  const auto rest = said.substr(mark + 8);
  return by_address(place, rest.substr(0, rest.find(' ')));
}

// `append(list, i)` → `list = append(list, i)`
std::vector<Edit> keep_result(const GoPlace& place) {
  const auto code = place.line_code();
  const auto front = indentation(code).size();
  const auto rest = code.substr(front);
  if (!rest.starts_with("append(")) return {};
  const auto name = rest.substr(7, rest.find(',') - 7);
  const bool plain = !name.empty() && std::ranges::all_of(name, [](char c) { return is_word_byte(c) || c == '.'; });
  return plain && !is_lost_copy(place, std::string(name.substr(0, name.find('.'))))
             ? std::vector<Edit>{{place.lines.begin(place.number) + front, 0, std::string(name) + " = "}}
             : std::vector<Edit>{};
}

// The fields of `type NAME struct { … }` in a folder, in their order.
std::vector<std::string> fields_of(const Tree& tree, std::string_view folder, const std::string& name) {
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder || !path.ends_with(".go")) continue;
    const auto text = tree.read(path).value_or("");
    const auto code = code_only(text, Speech::go);
    const auto head = code.find("type " + name + " struct {");
    const auto open = head == npos ? npos : code.find('{', head);
    const auto close = open == npos ? npos : closing_bracket(code, open);
    if (close == npos) continue;
    std::vector<std::string> fields;
    for (const auto line : split_lines(std::string_view(code).substr(open + 1, close - open - 1))) {
      const auto said = trim(line);
      if (said.empty()) continue;
      auto end = said.find(' ');
      while (end != npos && said[end - 1] == ',') end = said.find(' ', end + 1);
      if (end == npos || said.starts_with('*')) return {};
      for (auto& one : go_list(said.substr(0, end))) {
        if (!is_identifier(one)) return {};
        fields.push_back(std::move(one));
      }
    }
    return fields;
  }
  return {};
}

// `geo.Point{1, 2}` → `geo.Point{X: 1, Y: 2}`
std::vector<Edit> name_fields(const GoPlace& place, std::string_view said) {
  const auto mark = said.find(" composite literal uses unkeyed");
  const auto front = said.substr(0, mark);
  const auto type = front.substr(front.find_last_of("/ ") + 1);
  const auto dot = type.find('.');
  const auto code = place.line_code();
  const auto at = code.find(std::string(type) + "{");
  const auto open = at == npos ? npos : at + type.size();
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (dot == npos || close == npos) return {};
  const auto folder = go_folder_of_import(place, type.substr(0, dot));
  const auto fields =
      folder.empty() ? std::vector<std::string>{} : fields_of(place.tree, folder, std::string(type.substr(dot + 1)));
  const auto values = go_list(code.substr(open + 1, close - open - 1));
  if (fields.empty() || fields.size() != values.size()) return {};
  std::vector<Edit> edits;
  std::size_t from = open + 1;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto begin = code.find_first_not_of(' ', from);
    edits.push_back({place.lines.begin(place.number) + begin, 0, fields[i] + ": "});
    from = begin + values[i].size() + 1;
  }
  return edits;
}

// `fmt.Printf(text)` → `fmt.Printf("%s", text)`
std::vector<Edit> constant_format(const GoPlace& place) {
  const auto code = place.line_code();
  for (const std::string_view name : {"rintf(", "rrorf(", "atalf(", "ogf(", "anicf(", "kipf("}) {
    const auto at = code.find(name);
    const auto open = at == npos ? npos : at + name.size() - 1;
    const auto close = open == npos ? npos : closing_bracket(code, open);
    if (close == npos || go_list(code.substr(open + 1, close - open - 1)).size() != 1) continue;
    return {{place.lines.begin(place.number) + open + 1, 0, "\"%s\", "}};
  }
  return {};
}

std::vector<Edit> mend_finding(const GoPlace& place, NumberAs untold) {
  const std::string_view said = place.said.at.text;
  if (contains(said, "arg list ends with redundant newline")) return without_newline(place);
  if (contains(said, "captured by func literal")) return own_copy(place, said);
  if (contains(said, "should be called, not discarded")) return call_cancel(place);
  if (contains(said, "before checking for errors")) return close_later(place);
  if (contains(said, "passes non-pointer")) return pass_address(place, said);
  if (contains(said, "second argument to errors.As must be a non-nil pointer")) return by_address(place, "errors.As");
  if (contains(said, "yields a string of one rune")) return say_what_string_holds(place, untold);
  if (contains(said, "is not used") && contains(said, "append(")) return keep_result(place);
  if (contains(said, "composite literal uses unkeyed")) return name_fields(place, said);
  if (contains(said, "from a non-test goroutine")) return fail_and_return(place);
  if (contains(said, "non-constant format string")) return constant_format(place);
  return {};
}

}  // namespace

std::vector<Patch> fix_go_finding(const Patient& patient) {
  const auto with = [&](NumberAs untold) {
    return mend_go_places(patient, [untold](const GoPlace& place) { return mend_finding(place, untold); });
  };
  auto patches = with(NumberAs::digits), others = with(NumberAs::rune);
  if (others != patches) std::ranges::move(others, std::back_inserter(patches));
  return patches;
}

}  // namespace regreen
