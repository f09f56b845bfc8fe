#include "mend/node/language/script_function.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/node/language/chain.h"
#include "mend/text/code_text.h"

#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What calls a function and does not wait for it, or takes its promise for an answer.
constexpr auto impatient = std::to_array<std::string_view>(
    {"forEach",  "filter",     "some",        "every",           "find",   "findIndex", "findLast", "sort",
     "toSorted", "reduce",     "reduceRight", "flatMap",         "map",    "describe",  "suite",    "from",
     "replace",  "replaceAll", "useEffect",   "useLayoutEffect", "useMemo"});

constexpr auto blocks =
    std::to_array<std::string_view>({"if", "for", "while", "switch", "catch", "with", "await", "return"});

std::size_t name_before(std::string_view code, std::size_t end) {
  while (end > 0 && is_name_byte(code[end - 1])) --end;
  return end;
}

// The bracket that opens the one that closes at `close`.
std::size_t opening(std::string_view code, std::size_t close) { return bracket_around(code, close); }

// The bracket of the call that takes what begins at `at` among its arguments; npos where none does.
std::size_t call_around(std::string_view code, std::size_t at) {
  const auto end = end_of_code_before(code, at);
  if (end == 0 || !contains("(,", code.substr(end - 1, 1))) return npos;
  const auto open = bracket_around(code, at);
  return open != npos && code[open] == '(' ? open : npos;
}

std::string_view name_ending_at(std::string_view code, std::size_t end) {
  const auto begin = name_before(code, end);
  return code.substr(begin, end - begin);
}

// Is it a function that is called where it stands, as a statement of its own: `(() => { … })();`?
bool is_called_at_once(std::string_view code, std::size_t open) {
  const auto before = trim(line_before(code, open));
  return before.empty() || before == ";" || before == "void";
}

// By what a function is called that has no name of its own: `const has = (a) =>`, `exports.has = function`, `has: (a) =>`.
void set_name(ScriptFunction& function, std::string_view code) {
  auto end = end_of_code_before(code, function.at);
  if (function.is_async) end = end_of_code_before(code, end - 5);
  if (const auto open = call_around(code, end); open != npos) {
    const auto caller = name_ending_at(code, end_of_code_before(code, open));
    function.is_callback = caller.empty() ? is_called_at_once(code, open) : !is_among(caller, blocks);
    return;
  }
  const auto sign = code.substr(end == 0 ? 0 : end - 1, 1);
  if (sign != "=" && sign != ":") return;
  function.name = name_ending_at(code, end_of_code_before(code, end - 1));
  auto head = trim(head_before(code, end));
  for (const std::string_view word : {"export ", "const ", "let ", "var "}) {
    if (sign == "=" && head.starts_with(word)) head.remove_prefix(word.size());
  }
  if (const auto typed = word_at(head, 0); head.substr(typed.size()).starts_with(':')) function.name = typed;
  if (function.name == "exports") function.name = "";
}

void set_begin(ScriptFunction& function, std::string_view code, std::size_t at) {
  function.at = at;
  const auto end = end_of_code_before(code, at);
  function.is_async = word_before(code, end) == "async";
}

// (a, b) => and a =>; `arrow` is where the "=>" is.
std::optional<ScriptFunction> arrow_function(std::string_view code, std::size_t arrow) {
  ScriptFunction function;
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
  set_name(function, code);
  return function;
}

// Behind the arguments: a type, or nothing. The offset of the bracket that closes them.
std::size_t arguments_end(std::string_view code, std::size_t open, ScriptFunction& function) {
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
std::optional<ScriptFunction> block_function(std::string_view code, std::size_t open) {
  ScriptFunction function;
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
    set_name(function, code);
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
  function.name = name;
  const bool is_generator = before > 0 && code[before - 1] == '*';
  function.can_be_async = name != "constructor" && word != "get" && word != "set" && !is_generator;
  return function;
}

}  // namespace

bool is_waited_for(std::string_view code, std::size_t at) {
  const auto open = call_around(code, at);
  if (open == npos) return true;
  const auto caller = name_ending_at(code, open);
  return !is_among(caller, impatient) || (caller == "map" && contains(line_before(code, at), "Promise.all"));
}

std::optional<ScriptFunction> script_function_around(std::string_view code, std::size_t at) {
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

}  // namespace regreen
