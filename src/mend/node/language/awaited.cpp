#include "mend/node/language/awaited.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/node/language/chain.h"
#include "mend/node/language/script_function.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t names_max = 8;  // who hands on what another one hands on is soon the whole program
constexpr std::string_view blanks = " \t\r\n";

constexpr auto waiting = std::to_array<std::string_view>({"await", "yield", "void"});
constexpr auto modifiers =
    std::to_array<std::string_view>({"public", "private", "protected", "static", "async", "abstract"});

// What takes a promise among its arguments.
constexpr auto takers =
    std::to_array<std::string_view>({"Promise.all", "Promise.allSettled", "Promise.any", "Promise.race",
                                     "Promise.resolve", "rejects", "doesNotReject", "await"});

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> fronts) {
  return std::ranges::any_of(fronts, [&](auto front) { return text.starts_with(front); });
}

/// A call of the function: `begin` is where `store.has(…)` begins, `before` ends the code in front of it.
struct Call {
  std::string_view code;
  std::size_t begin = 0, before = 0, close = 0;

  std::string_view front() const { return code.substr(0, before); }
  std::string_view word() const { return word_before(code, before); }
  std::string_view rest() const {
    const auto next = code.find_first_not_of(blanks, close + 1);
    return next == npos ? "" : code.substr(next);
  }
  bool has_line_end_behind() const {
    return contains(code.substr(close + 1, code.size() - close - 1 - rest().size()), "\n");
  }
};

// `function has(a)`, `has(a) {`, `static has(a): boolean {`
bool is_definition(const Call& call, std::size_t at) {
  if (call.word() == "function") return true;
  if (call.begin != at) return false;
  const auto rest = call.rest();
  const bool fronts =
      call.before == 0 || contains("{};,", call.code.substr(call.before - 1, 1)) || is_among(call.word(), modifiers);
  return rest.starts_with('{') || (fronts && rest.starts_with(':'));
}

bool ends_expression(const Call& call) {
  const auto rest = call.rest();
  return rest.empty() || contains(";}),]:", rest.substr(0, 1)) ||
         (call.has_line_end_behind() && !contains(".?[(+-*/%&|^<>=!,`", rest.substr(0, 1)));
}

bool is_statement(const Call& call) {
  const auto front = call.front();
  if (front.ends_with("${")) return false;
  if (front.empty() || contains(";{}", front.substr(front.size() - 1)) || call.word() == "else") return true;
  const auto head = trim(head_before(call.code, call.begin));
  if (head.ends_with(':')) return head.starts_with("case ") || head == "default:";
  if (front.ends_with(')')) {
    const auto open = bracket_around(call.code, call.before - 1);
    const auto word = open == npos ? "" : word_before(call.code, end_of_code_before(call.code, open));
    if (word == "if" || word == "for" || word == "while") return true;
  }
  const bool begins_line = trim(line_before(call.code, call.begin)).empty();
  return begins_line && !contains("=+-*/%&|^<>?:!~,.([", front.substr(front.size() - 1)) && !is_keyword(call.word());
}

// `Promise.all([has(a), has(b)])`, `assert.rejects(has(a))`, `expect(has(a)).resolves`
bool is_gathered(const Call& call) {
  auto open = bracket_around(call.code, call.begin);
  if (open != npos && call.code[open] == '[') open = bracket_around(call.code, open);
  const auto taker = open == npos || call.code[open] != '(' ? std::nullopt : chain_before(call.code, open);
  if (!taker) return false;
  const auto name = taker->of(call.code);
  const auto close = closing_bracket(call.code, open);
  if (name == "expect" && close != npos) return begins_with_any(call.code.substr(close + 1), {".resolves", ".rejects"});
  return std::ranges::any_of(takers, [&](auto one) { return name == one || name.ends_with("." + std::string(one)); });
}

// `return has(a)`, `=> has(a)`, `return b ? has(a) : null`
bool is_answered(const Call& call) {
  const auto front = call.front();
  if (call.word() == "return" || front.ends_with("=>")) return !call.rest().starts_with(':');
  const bool is_choice = front.ends_with('?') || front.ends_with(':');
  return is_choice && !front.ends_with("??") && trim(head_before(call.code, call.begin)).starts_with("return ");
}

// The name without a call: who takes it by another name may call it as he likes.
bool keeps_name(std::string_view code, std::size_t at, std::string_view name) {
  const auto chain = chain_before(code, at + name.size());
  const auto begin = chain ? chain->begin : at;
  const auto before = end_of_code_before(code, begin);
  const auto next = code.find_first_not_of(blanks, at + name.size());
  const auto rest = next == npos ? std::string_view() : code.substr(next);
  if (!is_waited_for(code, begin) || begins_with_any(rest, {"as ", ".call(", ".apply(", ".bind("})) return false;
  const auto sign = code.substr(before == 0 ? 0 : before - 1, 1);
  if (rest.starts_with(':') && contains("{,", sign)) {
    const auto value = trim(rest.substr(1));
    const auto other = word_at(value, 0);
    return other.empty() || other == name || !contains(",}", trim(value.substr(other.size())).substr(0, 1));
  }
  const bool is_value = rest.empty() || contains(";,}\n", rest.substr(0, 1));
  if (!is_value || (sign != "=" && sign != ":")) return true;
  const auto target = word_before(code, end_of_code_before(code, before - 1));
  return target == name || target == "exports";
}

class Callers {
 public:
  explicit Callers(const Tree& tree) : tree_(tree) {}

  bool all_await(const std::string& name) {
    if (!asked_.insert(name).second) return true;
    if (asked_.size() > names_max) return false;
    return std::ranges::all_of(tree_.list(), [&](const std::string& path) {
      const auto text = is_script_source(path) && !is_vendored(path) ? tree_.read(path).value_or("") : "";
      return !contains(text, name) || (text.size() <= source_bytes_max && all_await_in(text, name));
    });
  }

 private:
  bool all_await_in(std::string_view text, const std::string& name) {
    const std::string code = code_only(text, Speech::javascript);
    return std::ranges::all_of(words_in(code, name), [&](std::size_t at) { return awaits(code, at, name); });
  }

  bool awaits(std::string_view code, std::size_t at, std::string_view name) {
    const auto open = at + name.size();
    if (code.substr(open, 1) != "(") return keeps_name(code, at, name);
    const auto chain = chain_before(code, open);
    const auto close = closing_bracket(code, open);
    if (!chain || close == npos) return false;
    const Call call{code, chain->begin, end_of_code_before(code, chain->begin), close};
    if (is_definition(call, at) || is_among(call.word(), waiting)) return true;
    if (begins_with_any(call.rest(), {".then", ".catch", ".finally"})) return true;
    if (!ends_expression(call)) return false;
    return is_answered(call) ? is_handed_on(call) : is_statement(call) || is_gathered(call);
  }

  // Does the function around a call hand on the promise to those who wait for it?
  bool is_handed_on(const Call& call) {
    const auto function = script_function_around(call.code, call.begin);
    if (!function || function->is_async) return function.has_value();
    return function->can_be_async && (function->is_callback || (!function->name.empty() && all_await(function->name)));
  }

  const Tree& tree_;
  std::set<std::string> asked_;
};

}  // namespace

bool is_awaited_everywhere(const Tree& tree, const std::string& name) { return Callers(tree).all_await(name); }

}  // namespace regreen
