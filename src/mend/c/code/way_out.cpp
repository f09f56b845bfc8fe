#include "base/among.h"
#include "base/text.h"
#include "mend/c/code/check_result.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// What gives something to hold, and what gives it back.
struct Pair {
  std::string_view opens, closes;
};

constexpr auto pairs = std::to_array<Pair>({{"fopen", "fclose"},
                                            {"fdopen", "fclose"},
                                            {"tmpfile", "fclose"},
                                            {"popen", "pclose"},
                                            {"open", "close"},
                                            {"openat", "close"},
                                            {"creat", "close"},
                                            {"socket", "close"},
                                            {"accept", "close"},
                                            {"opendir", "closedir"},
                                            {"malloc", "free"},
                                            {"calloc", "free"},
                                            {"strdup", "free"},
                                            {"strndup", "free"},
                                            {"realloc", "free"}});

constexpr auto tells =
    std::to_array<std::string_view>({"perror", "fprintf", "printf", "puts", "fputs", "warn", "warnx", "syslog"});

/// Something that a function holds from a place on.
struct Held {
  std::size_t at = 0;
  std::string release;  ///< "fclose(file)"
};

/// A check that leaves: `if (…) { …; return -1; }`.
struct Check {
  std::size_t begin = 0, end = 0;
  std::vector<std::string> statements;  ///< without blanks around them, the last one leaves
};

// The '{' of the function around a place; npos outside of all.
std::size_t function_around(std::string_view code, std::size_t at) {
  for (auto open = bracket_around(code, at); open != npos; open = bracket_around(code, open)) {
    if (code[open] != '{') continue;
    const auto head = trim(head_before(code, open));
    constexpr auto inner =
        std::to_array<std::string_view>({"if", "else", "for", "while", "do", "switch", "try", "catch"});
    const bool is_inner =
        head.empty() || std::ranges::any_of(inner, [&](auto word) { return word_at(head, 0) == word; });
    if (!is_inner) return head.ends_with(')') || head.ends_with("const") || head.ends_with("noexcept") ? open : npos;
  }
  return npos;
}

// Does the function come by a place wherever it comes by a statement: in a block around that, and under no condition of its own?
bool is_passed(std::string_view code, std::size_t open, std::size_t place, std::size_t statement) {
  auto around = bracket_around(code, place);
  while (around != npos && code[around] == '(')
    around = bracket_around(code, around);  // if ((file = fopen(…)) == NULL)
  if (around == npos || around < open || around > statement || closing_bracket(code, around) < statement) return false;
  const auto head = trim(head_before(code, place));
  const auto condition = head.find('(');
  const bool is_asked = word_at(head, 0) == "if" && condition != npos && closing_bracket(head, condition) == npos;
  constexpr auto conditions = std::to_array<std::string_view>({"if", "else", "for", "while", "do", "case", "default"});
  constexpr auto signs = std::to_array<std::string_view>({"&&", "||", "?", "#"});
  return word_at(trim(head_before(code, around)), 0) != "switch" &&
         (is_asked || !is_among(word_at(head, 0), conditions)) &&
         std::ranges::none_of(signs, [&](auto sign) { return contains(head, sign); });
}

std::vector<Held> held_in(std::string_view code, std::size_t open, std::size_t end, bool& is_known) {
  std::vector<Held> held;
  for (const auto& pair : pairs) {
    for (const auto at : words_in(code.substr(0, end), pair.opens)) {
      if (at < open || code.substr(at + pair.opens.size(), 1) != "(") continue;
      auto equals = end_of_code_before(code, at);
      if (equals > 0 && code[equals - 1] == ')')
        equals = end_of_code_before(code, code.rfind('(', equals - 1));  // a cast
      const auto name_end = equals > 0 && code[equals - 1] == '=' ? end_of_code_before(code, equals - 1) : npos;
      const auto name = name_end == npos ? std::string_view{} : word_before(code, name_end);
      const auto before = name.empty() ? ' ' : code[name_end - name.size() - 1];
      is_known &= !name.empty() && before != '.' && before != '>';
      is_known &= pair.opens != "realloc" || word_at(code, at + pair.opens.size() + 1) == name;  // it takes the old one
      held.push_back({at, std::string(pair.closes) + "(" + std::string(name) + ")"});
    }
  }
  std::ranges::sort(held, {}, &Held::at);
  return held;
}

std::vector<std::string> statements_of(std::string_view text, std::string_view code, std::size_t begin,
                                       std::size_t end) {
  std::vector<std::string> all;
  for (auto at = begin; at < end;) {
    const auto close = std::min(code.find(';', at), end);
    if (const auto one = trim(code.substr(at, close - at)); !one.empty())
      all.emplace_back(text.substr(offset_in(code, one), one.size()));
    at = close + 1;
  }
  return all;
}

bool ends_program(std::string_view statement) { return statement == "exit(1)" || statement == "exit(EXIT_FAILURE)"; }

bool leaves(std::string_view statement) {
  return statement.starts_with("return ") || statement.starts_with("goto ") || ends_program(statement);
}

std::vector<Check> checks_in(std::string_view text, std::string_view code, std::size_t open, std::size_t close) {
  std::vector<Check> checks;
  for (const auto at : words_in(code.substr(0, close), "if")) {
    const auto condition = at < open ? npos : code.find('(', at);
    const auto end = condition == npos ? npos : closing_bracket(code, condition);
    const auto body = end == npos ? npos : code.find_first_not_of(" \t\r\n", end + 1);
    if (body == npos) continue;
    const bool has_braces = code[body] == '{';
    const auto body_end = has_braces ? closing_bracket(code, body) : code.find(';', body) + 1;
    if (body_end == npos || body_end > close) continue;
    Check check{at, body_end, statements_of(text, code, has_braces ? body + 1 : body, body_end)};
    if (!check.statements.empty() && leaves(check.statements.back())) checks.push_back(std::move(check));
  }
  return checks;
}

// Is it an answer that can only mean that something failed? -EINVAL and its like say what it was, which is not so of another call.
bool is_failure(std::string_view leave, std::string_view function) {
  if (ends_program(leave)) return true;
  if (!leave.starts_with("return ")) return false;
  auto value = trim(leave.substr(7));
  while (value.starts_with('(') && value.ends_with(')')) value = trim(value.substr(1, value.size() - 2));
  constexpr auto failures = std::to_array<std::string_view>({"-1", "-EIO", "NULL", "nullptr", "false", "EXIT_FAILURE"});
  return is_among(value, failures) || (function == "main" && value == "1");
}

// What is answered behind a label below a statement: `goto out;` … `out: free(p); return -1;`; "" where there is none.
std::string_view answer_behind(std::string_view code, std::string_view label, std::size_t statement,
                               std::size_t close) {
  code = code.substr(0, close);
  for (const auto at : words_in(code, label)) {
    const auto colon = code.find_first_not_of(" \t", at + label.size());
    const auto head = trim(head_before(code, at));
    if (at < statement || colon == npos || code[colon] != ':' || !(head.empty() || head.ends_with(':'))) continue;
    const auto leaves = words_in(code.substr(at), "return");
    const auto rest = leaves.empty() ? std::string_view{} : code.substr(at + leaves.front());
    return trim(rest.substr(0, rest.find(';')));
  }
  return "";
}

// How to give back what is held at a place: each once, the last first. Who asks again for one name holds one thing.
std::vector<std::string> releases_before(const std::vector<Held>& held, std::size_t at) {
  std::vector<std::string> releases;
  for (const auto& one : held) {
    if (one.at < at && !is_among(one.release, releases)) releases.insert(releases.begin(), one.release);
  }
  return releases;
}

// Do the statements before the last one give back what is held, and otherwise only tell of it?
bool gives_back(const Check& check, const std::vector<Held>& held) {
  auto missing = releases_before(held, check.begin);
  // what was checked was not got: `if (!file) return -1;` stands right below
  const bool is_own = check.statements.size() == 1 && !missing.empty();
  for (std::size_t i = 0; i + 1 < check.statements.size(); ++i) {
    auto statement = check.statements[i];
    std::erase(statement, ' ');
    const auto name = word_at(statement, 0);
    const auto known = std::ranges::find(missing, statement);
    if (known != missing.end())
      missing.erase(known);
    else if (!is_among(name, tells))
      return false;
  }
  return missing.size() <= 1 || is_own;
}

// Does the function give it back somewhere, before the statement only where a check leaves, and below it without asking whether
// there is anything?
bool is_given_back_later(std::string_view code, std::size_t open, std::size_t close, std::size_t statement,
                         std::string_view release, const std::vector<Check>& checks) {
  bool is_ever = false;
  for (auto at = code.find(release, open); at < close; at = code.find(release, at + 1)) {
    is_ever = true;
    const bool is_in_check =
        std::ranges::any_of(checks, [&](const Check& check) { return check.begin < at && at < check.end; });
    if (!is_in_check && (at < statement || !is_passed(code, open, at, statement))) return false;
  }
  return is_ever;
}

std::string_view name_of_function(std::string_view code, std::size_t open) {
  const auto head = head_before(code, open);
  const auto first = head.find('(');
  return first == npos ? std::string_view{} : word_before(head, end_of_code_before(head, first));
}

// One step of indentation, as the first line of a block goes in; nothing where that line stands elsewhere.
std::optional<std::string> unit_of(std::string_view text, std::size_t open, std::size_t close) {
  const Lines lines(text);
  const auto head = indentation(lines.line(lines.number_at(open)));
  for (auto number = lines.number_at(open) + 1; lines.begin(number) < close; ++number) {
    const auto line = lines.line(number);
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    const auto inside = indentation(line);
    const bool is_in = inside.size() > head.size() && inside.starts_with(head);
    return is_in ? std::optional(std::string(inside.substr(head.size()))) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<WayOut> way_out_of(std::string_view text, std::string_view code, std::size_t statement) {
  const auto open = function_around(code, statement);
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos) return std::nullopt;
  const auto function = name_of_function(code, open);
  bool is_known = true;
  const auto held = held_in(code, open, close, is_known);
  const auto checks = checks_in(text, code, open, close);
  if (!is_known || checks.empty()) return std::nullopt;
  WayOut out;
  out.tells = true;
  bool has_goto = false;
  for (const auto& check : checks) {
    const auto& leave = check.statements.back();
    const bool is_goto = leave.starts_with("goto ");
    const auto answer = is_goto ? answer_behind(code, trim(leave.substr(5)), statement, close) : leave;
    if (!is_failure(answer, function)) continue;
    if (!gives_back(check, held) || (!out.leave.empty() && out.leave != leave)) return std::nullopt;
    has_goto |= is_goto;
    out.tells &= std::ranges::any_of(check.statements, [](const auto& one) { return one.starts_with("perror("); });
    out.leave = leave;
  }
  if (out.leave.empty()) return std::nullopt;
  const auto is_sure = [&](const Held& one) { return one.at > statement || is_passed(code, open, one.at, statement); };
  auto holding = releases_before(held, statement);
  if (!std::ranges::all_of(held, is_sure) || !std::ranges::all_of(holding, [&](const auto& release) {
        return is_given_back_later(code, open, close, statement, release, checks);
      }))
    return std::nullopt;
  if (!has_goto && !ends_program(out.leave)) out.releases = std::move(holding);
  auto unit = unit_of(text, open, close);
  if (!unit) return std::nullopt;
  out.unit = std::move(*unit);
  return out;
}

}  // namespace regreen
