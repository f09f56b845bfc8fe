#include "mend/c/code/only_read.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int depth_max = 4;                // of variables made from variables
constexpr std::size_t arguments_max = 500;  // bytes that anybody reads

// They take what is constant and answer a pointer to it through which it can be changed.
constexpr auto forgetful = std::to_array<std::string_view>(
    {"strchr", "strrchr", "strstr", "strpbrk", "strcasestr", "strchrnul", "strptime", "memchr", "memrchr", "memmem",
     "rawmemchr", "index", "rindex", "bsearch", "wcschr", "wcsrchr", "wcsstr", "wcspbrk", "wmemchr"});
// They store it where their second argument points, if that is not null.
constexpr auto storing = std::to_array<std::string_view>(
    {"strtol", "strtoul", "strtoll", "strtoull", "strtod", "strtof", "strtold", "strtoimax", "strtoumax", "wcstol",
     "wcstoul", "wcstoll", "wcstoull", "wcstod", "wcstof", "wcstold"});

std::size_t next_code(std::string_view code, std::size_t at) { return code.find_first_not_of(" \t\r\n", at); }

// `=`, `+=`, `++`: changes what stands before it.
bool assigns(std::string_view code, std::size_t at) {
  if (at == npos) return false;
  const auto rest = code.substr(at);
  if (rest.starts_with("==")) return false;
  if (rest.starts_with("++") || rest.starts_with("--") || rest.starts_with('=')) return true;
  if (rest.starts_with("<<=") || rest.starts_with(">>=")) return true;
  return rest.size() > 1 && contains("+-*/%&|^", rest.substr(0, 1)) && rest[1] == '=';
}

// Behind the `[…]`, `.name` and `->name` that follow a name.
std::size_t end_of_member(std::string_view code, std::size_t end) {
  for (;;) {
    const auto at = next_code(code, end);
    if (at == npos) return end;
    const auto rest = code.substr(at);
    if (rest[0] == '[') {
      const auto close = closing_bracket(code, at);
      if (close == npos) return end;
      end = close + 1;
    } else if (rest[0] == '.' || rest.starts_with("->")) {
      const auto name = next_code(code, at + (rest[0] == '.' ? 1 : 2));
      end = name == npos ? code.size() : name + word_at(code, name).size();
      if (name != npos && word_at(code, name).empty()) return end;
    } else {
      return end;
    }
  }
}

// Is the star before a name that of its declaration, `char *name`?
bool declares(std::string_view code, std::size_t star) {
  const auto word = word_before(code, end_of_code_before(code, star));
  return !word.empty() && word != "else" && word != "do";
}

// `*name = …`, `*name++ = …`, `name[i] = …`, `name->count++`, `(*name)++`
bool writes_through(std::string_view code, std::size_t at, std::size_t size) {
  const auto end = end_of_member(code, at + size);
  if (end != at + size) return assigns(code, next_code(code, end));
  const auto before = end_of_code_before(code, at);
  if (before == 0 || code[before - 1] != '*' || declares(code, before - 1)) return false;
  auto behind = next_code(code, end);
  if (behind != npos && (code.substr(behind).starts_with("++") || code.substr(behind).starts_with("--")))
    behind = next_code(code, behind + 2);
  if (behind != npos && code[behind] == ')') behind = next_code(code, behind + 1);
  return assigns(code, behind);
}

// `(char *)name`
bool is_cast(std::string_view code, std::size_t at) {
  const auto close = end_of_code_before(code, at);
  if (close == 0 || code[close - 1] != ')') return false;
  const auto line = line_before(code, close - 1);
  const auto type = trim(line.substr(line.rfind('(') + 1));  // npos + 1 is the front
  return type.ends_with('*') && words_in(type, "const").empty();
}

using Span = std::pair<std::size_t, std::size_t>;

// Do brackets hold what a function forgets to be constant?
bool forgets(std::string_view code, std::size_t open, std::size_t close) {
  const auto called = word_before(code, end_of_code_before(code, open));
  if (!is_among(called, storing)) return is_among(called, forgetful);
  if (close - open > arguments_max) return true;
  const auto arguments = items_of(code.substr(open + 1, close - open - 1), Speech::c);
  return arguments.size() > 1 && arguments[1] != "NULL" && arguments[1] != "nullptr" && arguments[1] != "0";
}

// The brackets of all such calls in a block, those within others left out.
std::vector<Span> forgetful_calls(std::string_view code, Span block) {
  std::vector<Span> calls;
  std::vector<std::size_t> open;
  for (auto at = block.first; at < block.second; ++at) {
    if (code[at] == '(') open.push_back(at);
    if (code[at] != ')' || open.empty()) continue;
    const auto begin = open.back();
    open.pop_back();
    if (!forgets(code, begin, at)) continue;
    while (!calls.empty() && calls.back().first > begin) calls.pop_back();
    calls.emplace_back(begin, at);
  }
  return calls;
}

bool is_within(const std::vector<Span>& spans, std::size_t at) {
  const auto behind = std::ranges::upper_bound(spans, at, {}, &Span::first);
  return behind != spans.begin() && at < std::prev(behind)->second;
}

bool is_member(std::string_view code, std::size_t at) {
  const auto before = code.substr(0, end_of_code_before(code, at));
  return before.ends_with('.') || before.ends_with("->");
}

// The name that a value goes to: "rest" of `rest = strchr(`, `while ((rest = strchr(`.
std::string_view assigned_in(std::string_view head) {
  const auto sign = head.rfind('=');
  const bool assigns_it = sign != npos && sign > 0 && !contains("=<>!+-*/%&|^", head.substr(sign - 1, 1));
  return assigns_it ? word_before(head, end_of_code_before(head, sign)) : "";
}

struct Reading {
  std::string_view code;
  Span block;
  std::vector<Span> forgetful_calls;
  std::vector<Edit> edits;
  std::set<std::string_view> names;  // of what is const then

  // Is what the name points to only read? Makes const what is made from it.
  bool is_only_read(std::string_view type, std::string_view name, int depth) {
    names.insert(name);
    for (const auto at : words_in(code.substr(0, block.second), name)) {
      if (at <= block.first || is_member(code, at)) continue;
      if (writes_through(code, at, name.size()) || is_cast(code, at)) return false;
      const auto local = local_made_at(code, at);
      const bool is_pointer = local && local->type == type && local->name != name;
      if (!is_pointer) {
        if (is_within(forgetful_calls, at) && !names.contains(assigned_in(head_before(code, at)))) return false;
        continue;
      }
      const bool is_known = std::ranges::any_of(edits, [&](const Edit& edit) { return edit.offset == local->at; });
      if (is_known) continue;
      edits.push_back({local->at, 0, "const "});
      if (depth == depth_max || !is_only_read(type, local->name, depth + 1)) return false;
    }
    return true;
  }
};

// A type without what says where its variable is stored, which stands in front of `const`.
std::string_view without_storage(std::string_view type) {
  for (;;) {
    const auto word = word_at(type, 0);
    if (word != "static" && word != "register" && word != "extern") return type;
    type = trim(type.substr(word.size()));
  }
}

}  // namespace

std::optional<PointingLocal> local_made_at(std::string_view code, std::size_t value) {
  auto head = head_before(code, value);
  if (const auto loop = head.rfind("for ("); loop != npos) head.remove_prefix(loop + 5);
  const auto sign = head.find('=');
  const auto made = trim(head.substr(0, sign));
  const auto star = made.find('*');
  if (sign == npos || star == npos || head.substr(sign).starts_with("==")) return std::nullopt;
  const auto type = without_storage(trim(made.substr(0, star))), name = trim(made.substr(star + 1));
  const bool is_type = !type.empty() && std::ranges::all_of(type, [](char c) { return is_word_byte(c) || c == ' '; });
  if (!is_type || !is_identifier(name) || !words_in(type, "const").empty() || type == "return") return std::nullopt;
  const auto begin = offset_in(code, head) + sign + 1;
  const auto end = code.find(';', begin);
  if (end == npos || items_of(code.substr(begin, end - begin), Speech::c).size() > 1) return std::nullopt;
  return PointingLocal{offset_in(code, type), type, name};
}

namespace {

// The variable of `rest = …` and `for (rest = …`; "" of `*rest = …` and `line->rest = …`.
std::string_view variable_assigned(std::string_view code, std::size_t value) {
  auto head = trim(head_before(code, value));
  if (head.ends_with('=')) head = trim(head.substr(0, head.size() - 1));
  const auto name = word_before(head, head.size());
  const auto before = trim(head.substr(0, head.size() - name.size()));
  const auto word = word_before(before, before.size());
  const bool begins =
      before.empty() || before.ends_with('(') || before.ends_with(')') || word == "else" || word == "do";
  return begins && is_identifier(name) ? name : "";
}

}  // namespace

std::optional<std::size_t> parameter_assigned_at(std::string_view code, std::size_t value) {
  const auto name = variable_assigned(code, value);
  for (auto open = bracket_around(code, value); open != npos; open = bracket_around(code, open)) {
    const auto end = end_of_code_before(code, open);
    if (name.empty() || code[open] != '{' || end == 0 || code[end - 1] != ')') continue;
    const auto list = bracket_around(code, end - 1);
    const auto places = list == npos ? std::vector<std::size_t>{} : words_in(code.substr(list, end - list), name);
    const auto called = list == npos ? "" : word_before(code, end_of_code_before(code, list));
    if (called == "if" || called == "for" || called == "while" || called == "switch") continue;
    return places.size() == 1 ? std::optional(list + places[0]) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<PointingLocal> local_assigned_at(std::string_view code, std::size_t value) {
  const auto name = variable_assigned(code, value);
  const auto places = !name.empty() ? words_in(code.substr(0, value), name) : std::vector<std::size_t>{};
  for (auto at = places.rbegin(); at != places.rend(); ++at) {
    const auto end = end_of_code_before(code, *at);
    if (end == 0 || code[end - 1] != '*' || !declares(code, end - 1)) continue;
    const auto open = bracket_around(code, *at);
    const bool is_local = open != npos && code[open] == '{' && closing_bracket(code, open) > value;
    if (!is_local) continue;
    const auto head = trim(head_before(code, *at));
    const auto type = without_storage(trim(head.substr(0, head.size() - 1)));
    const bool is_type = std::ranges::all_of(type, [](char c) { return is_word_byte(c) || c == ' '; });
    const auto statement = code.substr(*at, code.find(';', *at) - *at);
    if (!is_type || !words_in(type, "const").empty() || items_of(statement, Speech::c).size() != 1) return std::nullopt;
    return PointingLocal{offset_in(code, type), type, code.substr(*at, name.size())};
  }
  return std::nullopt;
}

std::optional<std::vector<Edit>> made_only_read(std::string_view code, Span block, std::string_view type,
                                                std::string_view name) {
  if (name.empty()) return std::vector<Edit>{};
  if (!words_in(code.substr(block.first, block.second - block.first), "const_cast").empty()) return std::nullopt;
  Reading reading{code, block, forgetful_calls(code, block), {}, {}};
  return reading.is_only_read(type, name, 0) ? std::optional(std::move(reading.edits)) : std::nullopt;
}

}  // namespace regreen
