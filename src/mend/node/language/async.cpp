#include "mend/node/language/async.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What calls a function and does not wait for it, or takes its promise for an answer.
constexpr auto impatient =
    std::to_array<std::string_view>({"forEach", "filter", "some", "every", "find", "findIndex", "findLast", "sort",
                                     "toSorted", "reduce", "reduceRight", "flatMap", "map", "describe", "suite"});

constexpr auto blocks =
    std::to_array<std::string_view>({"if", "for", "while", "switch", "catch", "with", "await", "return"});

/// A function around a place.
struct Function {
  std::size_t at = 0;                  ///< where `async` goes
  std::size_t type = 0, type_end = 0;  ///< of what it answers, where that is written
  std::string name;                    ///< of a declared one
  bool is_async = false;
  bool can_be_async = true;
};

bool is_name_byte(char c) { return is_word_byte(c) || c == '$' || c == '#'; }

std::size_t name_before(std::string_view code, std::size_t end) {
  while (end > 0 && is_name_byte(code[end - 1])) --end;
  return end;
}

// The bracket that opens the one that closes at `close`.
std::size_t opening(std::string_view code, std::size_t close) { return bracket_around(code, close); }

// Is the function handed to one that does not wait? `at` is where it begins.
bool is_waited_for(std::string_view code, std::size_t at) {
  const auto open = end_of_code_before(code, at);
  if (open == 0 || code[open - 1] != '(') return true;
  const auto begin = name_before(code, open - 1);
  const auto caller = code.substr(begin, open - 1 - begin);
  if (!is_among(caller, impatient)) return true;
  return caller == "map" && contains(line_before(code, at), "Promise.all");
}

void set_begin(Function& function, std::string_view code, std::size_t at) {
  function.at = at;
  const auto end = end_of_code_before(code, at);
  function.is_async = word_before(code, end) == "async";
}

// (a, b) => and a =>; `arrow` is where the "=>" is.
std::optional<Function> arrow_function(std::string_view code, std::size_t arrow) {
  Function function;
  auto end = end_of_code_before(code, arrow);
  if (end == 0) return std::nullopt;
  if (code[end - 1] != ')' && is_word_byte(code[end - 1])) {
    const auto begin = name_before(code, end);
    if (const auto before = end_of_code_before(code, begin); before > 0 && code[before - 1] == ':') {
      function.can_be_async = false;  // a type that is written there
      set_begin(function, code, begin);
      return function;
    }
    set_begin(function, code, begin);
  } else if (code[end - 1] == ')') {
    const auto open = opening(code, end - 1);
    if (open == npos) return std::nullopt;
    set_begin(function, code, open);
  } else {
    function.can_be_async = false;  // (a): Promise<void> =>
    const auto line = line_before(code, arrow);
    function.is_async = !words_in(line, "async").empty();
    return function;
  }
  function.can_be_async = is_waited_for(code, function.at);
  return function;
}

// Behind the arguments: a type, or nothing. The offset of the bracket that closes them.
std::size_t arguments_end(std::string_view code, std::size_t open, Function& function) {
  const auto end = end_of_code_before(code, open);
  if (end == 0 || code[end - 1] == ')') return end == 0 ? npos : end - 1;
  const auto head = head_before(code, open);
  const auto close = head.rfind("):");
  if (close == npos) return npos;
  const auto at = open - head.size() + close;
  function.type = at + 2 + (code.substr(at + 2).starts_with(" ") ? 1 : 0);
  function.type_end = end;
  return at;
}

// function name(a) {, name(a) { of a class or an object; `open` is where the "{" is. Nothing for other blocks.
std::optional<Function> block_function(std::string_view code, std::size_t open) {
  Function function;
  const auto close = arguments_end(code, open, function);
  const auto list = close == npos ? npos : opening(code, close);
  if (list == npos || code[list] != '(') return std::nullopt;
  const auto end = end_of_code_before(code, list);
  const auto begin = name_before(code, end);
  const auto name = code.substr(begin, end - begin);
  if (is_among(name, blocks)) return std::nullopt;
  if (name == "function") {
    set_begin(function, code, begin);
    function.can_be_async = is_waited_for(code, begin);
    return function;
  }
  const auto before = end_of_code_before(code, begin);
  const auto word = word_before(code, before);
  if (word == "function") {
    set_begin(function, code, before - 8);
    function.name = name;
    return function;
  }
  if (name.empty()) {
    function.can_be_async = false;  // a generator, a computed or quoted name
    return function;
  }
  set_begin(function, code, begin);
  const bool is_generator = before > 0 && code[before - 1] == '*';
  function.can_be_async = name != "constructor" && word != "get" && word != "set" && !is_generator;
  return function;
}

// The innermost function around a place; nothing at the top of a file.
std::optional<Function> function_around(std::string_view code, std::size_t at) {
  for (auto inner = at;;) {
    const auto open = bracket_around(code, inner);
    const auto begin = open == npos ? 0 : open + 1;
    // `=> await x` without a block
    const auto line = code.substr(begin, inner - begin);
    if (const auto arrow = line.rfind("=>");
        arrow != npos && line.find_first_of(";,", arrow) == npos && trim(line.substr(arrow + 2)).find('\n') == npos)
      return arrow_function(code, begin + arrow);
    if (open == npos) return std::nullopt;
    if (code[open] == '{') {
      const auto end = end_of_code_before(code, open);
      if (end >= 2 && code.substr(end - 2, 2) == "=>") return arrow_function(code, end - 2);
      if (auto function = block_function(code, open)) return function;
    }
    inner = open;
  }
}

// Is what the function answers used somewhere as if it were no promise?
bool is_used_at_once(const Tree& tree, const std::string& name) {
  if (name.empty()) return false;
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (!is_script_source(path) || is_vendored(path)) return false;
    const auto text = tree.read(path).value_or("");
    if (!contains(text, name)) return false;
    const auto code = code_only(text, Speech::javascript);
    return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
      const auto end = end_of_code_before(code, at);
      const auto open = at + name.size();
      if (end < 2 || open >= code.size() || code[open] != '(' || code[end - 1] != '=') return false;
      const auto close = closing_bracket(code, open);
      return close != npos && contains("=!<>", std::string_view(code).substr(end - 2, 1)) == false &&
             !trim(std::string_view(code).substr(close + 1)).starts_with(".then");
    });
  });
}

}  // namespace

std::vector<Edit> made_async(const Tree& tree, std::string_view text, std::size_t line) {
  if (text.size() > source_bytes_max) return {};
  const Lines lines(text);
  const auto code = code_only(text, Speech::javascript);
  const auto here = std::string_view(code).substr(lines.begin(line), lines.line(line).size());
  if (!lines.has(line) || words_in(here, "await").empty()) return {};
  std::vector<Edit> edits;
  for (const auto at : words_in(code, "await")) {
    if (at > 0 && contains(".$", std::string_view(code).substr(at - 1, 1))) continue;
    const auto function = function_around(code, at);
    if (!function) continue;
    if (function->is_async) continue;
    if (!function->can_be_async || is_used_at_once(tree, function->name)) return {};
    if (std::ranges::any_of(edits, [&](const Edit& one) { return one.offset == function->at; })) continue;
    edits.push_back({function->at, 0, "async "});
    const auto type = std::string_view(code).substr(function->type, function->type_end - function->type);
    if (type.empty() || type.starts_with("Promise<")) continue;
    edits.push_back({function->type, 0, "Promise<"});
    edits.push_back({function->type_end, 0, ">"});
  }
  return edits;
}

}  // namespace regreen
