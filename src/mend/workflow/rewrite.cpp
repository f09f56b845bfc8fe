#include "mend/workflow/rewrite.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "model/patch.h"

#include <algorithm>
#include <array>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto functions =
    std::to_array<std::string_view>({"always", "cancelled", "contains", "endsWith", "failure", "format", "fromJSON",
                                     "hashFiles", "join", "startsWith", "success", "toJSON"});

// Those that say how it went so far, and take nothing.
constexpr auto statuses = std::to_array<std::string_view>({"always", "cancelled", "failure", "success"});

// The expression with what stands outside of its texts written anew.
std::string outside_texts(std::string_view expression, const Rewrite& rewrite) {
  std::string out;
  while (!expression.empty()) {
    const auto quote = std::min(expression.find('\''), expression.size());
    out += rewrite(expression.substr(0, quote));
    expression.remove_prefix(quote);
    const auto close = expression.empty() ? npos : expression.find('\'', 1);
    const auto length = close == npos ? expression.size() : close + 1;
    out += expression.substr(0, length);
    expression.remove_prefix(length);
  }
  return out;
}

// "main" → 'main'
std::string in_single_quotes(std::string_view expression) {
  bool is_open = false;
  auto out = outside_texts(expression, [&](std::string_view code) {
    std::string text;
    for (auto at = code.find('"'); at != npos; at = code.find('"')) {
      const auto close = code.find('"', at + 1);
      if (close == npos) is_open = true;
      if (close == npos) break;
      text += std::string(code.substr(0, at)) + "'" + std::string(code.substr(at + 1, close - at - 1)) + "'";
      code.remove_prefix(close + 1);
    }
    return text + std::string(code);
  });
  return is_open ? std::string(expression) : out;
}

// A sign that stands alone, doubled: `a = b` → `a == b`
std::string doubled(std::string_view code, char sign) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char before = i > 0 ? code[i - 1] : ' ', after = i + 1 < code.size() ? code[i + 1] : ' ';
    const bool alone = code[i] == sign && before != sign && after != sign && !contains("<>!", {&before, 1});
    out.append(alone ? 2 : 1, code[i]);
  }
  return out;
}

bool is_member(std::string_view code, std::size_t at) { return at > 0 && contains(".-", code.substr(at - 1, 1)); }

// `a and b` → `a && b`
std::string joined_by_signs(std::string_view code) {
  struct Word {
    std::string_view word, sign;
  };
  constexpr auto words = std::to_array<Word>({{"and", "&&"}, {"AND", "&&"}, {"or", "||"}, {"OR", "||"}});
  std::vector<Edit> edits;
  for (const auto& [word, sign] : words) {
    for (const auto at : words_in(code, word)) {
      if (!is_member(code, at)) edits.push_back({at, word.size(), std::string(sign)});
    }
  }
  return apply_edits(code, std::move(edits)).value_or(std::string(code));
}

/// What a `not` of other languages denies: all that is joined by no `and` or `or`.
struct Denied {
  std::size_t end = 0;
  bool is_comparison = false;
};

Denied denied_at(std::string_view code, std::size_t begin) {
  Denied denied{begin, false};
  int depth = 0;
  for (auto at = begin; at < code.size(); ++at) {
    if (contains("([", code.substr(at, 1))) ++depth;
    if (contains(")]", code.substr(at, 1)) && --depth < 0) break;
    const auto sign = code.substr(at, 2);
    if (depth == 0 && (sign == "&&" || sign == "||" || code[at] == ',')) break;
    if (depth == 0 && contains("=<>", code.substr(at, 1))) denied.is_comparison = true;
    if (!contains(" \n", code.substr(at, 1))) denied.end = at + 1;
  }
  return denied;
}

// `not a` → `!a`, `not a == b` → `!(a == b)`: the sign binds tighter than the word.
std::string denied_by_sign(std::string_view expression) {
  bool is_text = false;
  std::string code(expression);
  for (char& c : code) {
    if (c == '\'') is_text = !is_text;
    if (is_text) c = '\'';
  }
  std::vector<Edit> edits;
  for (const auto at : words_in(code, "not")) {
    const auto begin = code.find_first_not_of(" \n", at + 3);
    if (begin == npos || is_member(code, at)) continue;
    const auto denied = denied_at(code, begin);
    edits.push_back({at, begin - at, denied.is_comparison ? "!(" : "!"});
    if (denied.is_comparison) edits.push_back({denied.end, 0, ")"});
  }
  return apply_edits(expression, std::move(edits)).value_or(std::string(expression));
}

// `a and not b` → `a && !b`
std::string with_signs(std::string_view expression) {
  return denied_by_sign(outside_texts(expression, joined_by_signs));
}

std::string replaced(std::string_view code, std::string_view word, std::string_view now) {
  std::vector<Edit> edits;
  for (const auto at : words_in(code, word)) {
    const bool is_called = trim(code.substr(at + word.size())).starts_with('(');
    if (is_called == now.ends_with(')')) continue;  // a name for a name of a function, brackets for one without
    if (!is_member(code, at)) edits.push_back({at, word.size(), std::string(now)});
  }
  return apply_edits(code, std::move(edits)).value_or(std::string(code));
}

std::string_view function_near(std::string_view word) {
  std::vector<std::string> names;
  for (const auto one : functions) names.push_back(lower(one));
  auto near = only_near(names, lower(word));
  if (near.empty()) near = only_near(names, lower(word) + "s");  // startWith
  const auto found = std::ranges::find(names, near.empty() ? lower(word) : near);
  return found == names.end() ? "" : functions[static_cast<std::size_t>(found - names.begin())];
}

// What stands in the quotes behind a mark, which ends with the opening one.
std::string_view named_in(std::string_view said, std::string_view mark) {
  return between(said, mark, mark.substr(mark.size() - 1));
}

}  // namespace

Rewrite rewrite_for(std::string_view said) {
  const auto code = [](Rewrite one) -> Rewrite {
    return [one = std::move(one)](std::string_view expression) { return outside_texts(expression, one); };
  };
  const auto sign = [&](char c) { return code([c](std::string_view one) { return doubled(one, c); }); };
  const auto symbol = between(said, "Unexpected symbol: '", "'. Located");
  if (contains(said, "unexpected character '\"' while lexing") || symbol.starts_with('"')) return in_single_quotes;
  if (contains(said, "while lexing == operator") || symbol == "=") return sign('=');
  if (contains(said, "while lexing && operator") || symbol == "&") return sign('&');
  for (const std::string_view word : {"and", "or", "not", "AND", "OR"}) {
    if (symbol == word) return with_signs;
  }
  if (contains(said, "parser did not reach end of input")) return with_signs;
  for (const std::string_view mark : {"undefined function \"", "Unrecognized function: '"}) {
    const std::string name(named_in(said, mark));
    const auto meant = name.empty() ? std::string_view() : function_near(name);
    if (!meant.empty()) return code([=](std::string_view one) { return replaced(one, name, meant); });
  }
  for (const std::string_view mark : {"undefined variable \"", "Unrecognized named-value: '"}) {
    const std::string name(named_in(said, mark));
    if (!is_among(name, statuses)) continue;
    return code([=](std::string_view one) { return replaced(one, name, name + "()"); });
  }
  return nullptr;
}

}  // namespace regreen
