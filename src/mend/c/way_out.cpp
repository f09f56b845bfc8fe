#include "base/text.h"
#include "mend/c/check_result.h"
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
      all.emplace_back(text.substr(static_cast<std::size_t>(one.data() - code.data()), one.size()));
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

// Is it an answer that can only mean that something failed?
bool is_failure(std::string_view leave, std::string_view function) {
  if (leave.starts_with("goto ") || ends_program(leave)) return true;
  auto value = trim(leave.substr(7));
  while (value.starts_with('(') && value.ends_with(')')) value = trim(value.substr(1, value.size() - 2));
  constexpr auto failures = std::to_array<std::string_view>({"-1", "NULL", "nullptr", "false", "EXIT_FAILURE"});
  return std::ranges::find(failures, value) != failures.end() || value.starts_with("-E") ||
         (function == "main" && value == "1");
}

// Do the statements before the last one give back what is held, and otherwise only tell of it?
bool gives_back(const Check& check, const std::vector<Held>& held) {
  std::vector<std::string> missing;
  for (const auto& one : held) {
    if (one.at < check.begin) missing.push_back(one.release);
  }
  // what was checked was not got: `if (!file) return -1;` stands right below
  const bool is_own = check.statements.size() == 1 && !missing.empty();
  for (std::size_t i = 0; i + 1 < check.statements.size(); ++i) {
    auto statement = check.statements[i];
    std::erase(statement, ' ');
    const auto name = word_at(statement, 0);
    const auto known = std::ranges::find(missing, statement);
    if (known != missing.end())
      missing.erase(known);
    else if (std::ranges::find(tells, name) == tells.end())
      return false;
  }
  return missing.size() <= 1 || is_own;
}

// Does the function give it back somewhere, and before the statement only where a check leaves?
bool is_given_back_later(std::string_view code, std::size_t open, std::size_t close, std::size_t statement,
                         std::string_view release, const std::vector<Check>& checks) {
  bool is_ever = false;
  for (auto at = code.find(release, open); at < close; at = code.find(release, at + 1)) {
    is_ever = true;
    const bool is_in_check =
        std::ranges::any_of(checks, [&](const Check& check) { return check.begin < at && at < check.end; });
    if (at < statement && !is_in_check) return false;
  }
  return is_ever;
}

std::string name_of_function(std::string_view code, std::size_t open) {
  const auto round = code.rfind(')', open);
  const auto head = head_before(code, open);
  const auto first = head.find('(');
  return round == npos || first == npos ? "" : std::string(word_before(head, end_of_code_before(head, first)));
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
    if (!is_failure(leave, function)) continue;
    if (!gives_back(check, held) || (!out.leave.empty() && out.leave != leave)) return std::nullopt;
    has_goto |= leave.starts_with("goto ");
    out.tells &= std::ranges::any_of(check.statements, [](const auto& one) { return one.starts_with("perror("); });
    out.leave = leave;
  }
  if (out.leave.empty()) return std::nullopt;
  std::vector<std::string> holding;
  for (const auto& one : held) {
    if (one.at < statement) holding.insert(holding.begin(), one.release);
  }
  if (!std::ranges::all_of(holding, [&](const auto& release) {
        return is_given_back_later(code, open, close, statement, release, checks);
      }))
    return std::nullopt;
  if (!has_goto && !ends_program(out.leave)) out.releases = std::move(holding);
  const Lines lines(text);
  const auto first = lines.number_at(open) + 1;
  out.unit = std::string(indentation(lines.line(first)).substr(indentation(lines.line(lines.number_at(open))).size()));
  return out;
}

}  // namespace regreen
