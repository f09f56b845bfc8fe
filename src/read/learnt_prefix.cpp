#include "read/learnt_prefix.h"

#include "base/character.h"
#include "base/text.h"
#include "read/prefix.h"

#include <algorithm>
#include <cctype>

namespace regreen {
namespace {

constexpr std::size_t clock_lines_needed = 3;  // in a row
constexpr std::size_t in_sight_for = 32;       // lines that begin as one before
constexpr std::size_t name_bytes_max = 80;
constexpr std::size_t indent_max = 24;

// How clocks look: a time, and what stands behind it, longer ends first. '0' is a digit, '#' are digits, '~' blanks, 'a' a
// letter, everything else itself.
struct Clock {
  std::string_view time;
  std::array<std::string_view, 8> ends;
};
// clang-format off
constexpr auto clocks = std::to_array<Clock>({
    {"00:00:00", {" AM: ", " PM: ", " | ", "  ", " ", ".# | ", ".# ", ".#\t"}},  // Jenkins, foreman, Netlify
    {"0:00:00", {" AM: ", " PM: "}},
    {"0000-00-00 00:00:00", {" | ", " ", ".# | ", ".# ", ",# "}},                // Zuul
    {"0000/00/00 00:00:00", {" ", ".# "}},
    {"[00:00:00", {"] :\t ", "]a:\t ", "]: ", "]\t", "] ", ".#] "}},             // TeamCity, fastlane, AppVeyor, Vercel
    {"[0000-00-00 00:00:00", {"]: ", "] ", ".#] ", ",#] "}},
    {"[~#", {"s] ", ".#] "}}});                                                  // Open Build Service, kernels
// clang-format on

std::size_t run_of_blanks(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && text[length] == ' ') ++length;
  return length;
}

// How long a clock of a form is at the front of a text; 0 where there is none.
std::size_t length_in(std::string_view form, std::string_view text) {
  std::size_t at = 0;
  for (const char want : form) {
    const std::string_view rest = text.substr(at);
    if (want == '~') {
      at += run_of_blanks(rest);
    } else if (want == '#') {
      const std::size_t number = digits_length(rest);
      if (number == 0) return 0;
      at += number;
    } else {
      if (rest.empty()) return 0;
      const char is = rest.front();
      const bool fits = want == '0'   ? is_digit(is)
                        : want == 'a' ? std::isalpha(static_cast<unsigned char>(is)) != 0
                                      : want == is;
      if (!fits) return 0;
      ++at;
    }
  }
  return at;
}

std::size_t length_of(const Clock& clock, std::string_view text) {
  if ((clock.time.front() == '[') != (text.front() == '[')) return 0;
  const bool is_form = clock.time.back() == '0';
  const std::size_t time = !is_form ? length_in(clock.time, text) : has_form(text, clock.time) ? clock.time.size() : 0;
  if (time == 0) return 0;
  const std::string_view rest = text.substr(time);
  for (const auto form : clock.ends) {
    if (form.empty()) break;
    if (const std::size_t end = rest.starts_with(form.front()) ? length_in(form, rest) : 0; end > 0) return time + end;
  }
  return 0;
}

// What programs put into brackets themselves, to say how grave a line is, or how a test ended.
// clang-format off
constexpr auto own_words = std::to_array<std::string_view>(
    {"completed", "critical", "debug", "done", "err", "error", "fail", "failed", "failure", "fatal", "info", "missing", "note",
     "notice", "ok", "panic", "pass", "passed", "pipeline", "skip", "skipped", "started", "success", "trace", "verbose", "warn",
     "warning"});
// clang-format on

bool is_own_word(std::string_view text) {
  const std::string_view word = trim(text);
  const auto is_same = [](char c, char small) { return (is_upper(c) ? c - 'A' + 'a' : c) == small; };
  return (word.size() == 1 && !is_digit(word.front())) || std::ranges::any_of(own_words, [&](std::string_view own) {
           return own.size() == word.size() && std::ranges::equal(word, own, is_same);
         });
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isalpha(c) != 0; });
}

// How long blanks and a bar are ("  | "); 0 where something else follows.
std::size_t bar_length(std::string_view text) {
  const std::size_t blanks = run_of_blanks(text);
  const std::string_view bar = text.substr(blanks);
  return blanks > 0 && bar.starts_with("| ") ? blanks + 2 : 0;
}

// A name in front of a line, with what parts it from the line; and in how many lines it must stand to be believed.
struct Name {
  std::size_t length = 0;
  std::size_t needed = 3;
};
constexpr std::size_t needed_of_weak = 5;  // of what a program might print as well

// "[unit] ", "[web]: ", "[CI/build]   | ", and Ant's "     [exec] ".
Name bracketed(std::string_view text) {
  const std::size_t end = text.substr(0, name_bytes_max).find_first_of("[]", 1);
  if (end == std::string_view::npos || text[end] != ']') return {};
  const std::string_view inner = text.substr(1, end - 1), rest = text.substr(end + 1);
  if (const std::size_t bar = bar_length(rest); bar > 0) return {end + 1 + bar};
  const bool is_padded = inner.starts_with(' ') || inner.ends_with(' ');
  const bool is_name =
      !is_padded && std::ranges::any_of(inner, [](char c) { return is(c, alnum); }) && !is_own_word(inner);
  const std::size_t colon = rest.starts_with(':') ? 1 : 0;
  return is_name && rest.substr(colon).starts_with(' ') ? Name{end + colon + 2, needed_of_weak} : Name{};
}

bool is_path(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is(c, dotted) || c == '/' || c == '@'; });
}

// A package's name with its scope, or a task: "@shop/web", "web:build"; the number of a test of ctest.
bool is_task(std::string_view name) {
  if (digits_length(name) == name.size() || (name.starts_with('@') && contains(name, "/"))) return !name.empty();
  const auto parts = split(name, ':');
  const auto is_part = [](std::string_view part) { return has_letter(part) && !is_own_word(part) && is_path(part); };
  return parts.size() > 1 && std::ranges::all_of(parts, is_part);
}

bool is_package(std::string_view name) {
  return std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::ranges::all_of(name, [](char c) { return is(c, dotted); });
}

// "packages/web build: " of pnpm: a folder and a script.
std::size_t script_length(std::string_view folder, std::string_view rest) {
  const std::size_t end = rest.substr(0, name_bytes_max).find(": ", 1);
  if (end == std::string_view::npos || end < 2 || !contains(folder, "/") || !is_path(folder)) return 0;
  const std::string_view script = rest.substr(1, end - 1);
  const bool is_name = std::ranges::all_of(script, [](char c) { return is(c, dotted) || c == ':'; });
  return is_name && !is_own_word(script) ? end + 2 : 0;
}

// "Step #1: " and "Step #1 - "build": " of Cloud Build.
std::size_t cloud_step_length(std::string_view text) {
  constexpr std::string_view step = "Step #";
  if (!text.starts_with(step)) return 0;
  const std::size_t number = step.size() + digits_length(text.substr(step.size()));
  if (text.substr(number).starts_with(": ")) return number + 2;
  if (!text.substr(number).starts_with(" - \"")) return 0;
  const std::size_t end = text.substr(0, name_bytes_max).find("\": ");
  return end == std::string_view::npos ? 0 : end + 3;
}

// How many lines must show what parts itself by a colon: "web: > web@1.0.0 test" of npm, below Lerna, shows it at once.
Name before_colon(std::string_view name, std::string_view rest) {
  const std::size_t length = name.size() + 2;
  if (is_task(name)) return {length, needed_of_weak};
  return rest.starts_with(" > ") && is_package(name) && !is_own_word(name) ? Name{length, 2} : Name{};
}

// "web-1  | ", "@shop/web:build: ", "packages/web build: ", and Nix' "shop> ".
Name worded(std::string_view text) {
  const std::size_t end = text.substr(0, name_bytes_max).find(' ');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view word = text.substr(0, end), rest = text.substr(end), name = text.substr(0, end - 1);
  switch (text[end - 1]) {
    case ':': return before_colon(name, rest);
    case '>': return is_package(name) ? Name{end + 1, needed_of_weak} : Name{};
    default: break;
  }
  if (const std::size_t bar = bar_length(rest); bar > 0)
    return has_letter(word) && !is_own_word(word) ? Name{end + bar} : Name{};
  const std::size_t script = script_length(word, rest);
  return script > 0 ? Name{end + script} : Name{};
}

// What stands behind blanks: Ant's names, and what Nix shows again of a builder that failed.
Name indented(std::string_view text) {
  const std::size_t indent = run_of_blanks(text.substr(0, indent_max));
  const std::string_view words = text.substr(indent);
  if (words.starts_with("> ") && indent >= 4) return {indent + 2, needed_of_weak};
  Name name = words.starts_with('[') ? bracketed(words) : Name{};
  if (name.length > 0) name.length += indent;
  return name;
}

Name name_of(std::string_view text) {
  constexpr std::string_view box = "│ ", arrow = "▸ ", pushed = "remote:        ";
  static_assert(box.front() == arrow.front());
  switch (text.front()) {
    case ' ': return indented(text);
    case '[': return bracketed(text);
    case '|': return {text.starts_with("| ") && !text.ends_with('|') ? std::size_t{2} : 0, needed_of_weak};  // no table
    case box.front(): return {text.starts_with(box) || text.starts_with(arrow) ? box.size() : 0};            // as long
    default: break;
  }
  if (text.starts_with(pushed)) return {pushed.size(), needed_of_weak};
  if (const std::size_t step = cloud_step_length(text); step > 0) return {step};
  return worded(text);
}

}  // namespace

std::size_t LearntPrefixes::clock_length(std::string_view text) {
  static_assert(clocks.size() <= clocks_max);
  for (std::size_t i = clock_, asked = 0; asked < clocks.size(); i = (i + 1) % clocks.size(), ++asked) {
    const std::size_t length = length_of(clocks[i], text);
    if (length == 0) continue;
    clock_lines_ = clock_ == i ? clock_lines_ + 1 : 1;
    clock_ = i;
    if (clock_lines_ == clock_lines_needed) clocks_.set(i);
    return clocks_[i] ? length : 0;
  }
  return no_clock();
}

std::size_t LearntPrefixes::known_name_length(std::string_view text, bool may_be_learnt) {
  for (const auto& name : names_) {
    if (text.starts_with(name)) return name.size();
    if (text.size() + 1 == name.size() && name.starts_with(text)) return text.size();  // and nothing behind it
  }
  return may_be_learnt && names_.size() < names_max ? learn(text) : 0;
}

// A line that begins as one just before it did.
std::size_t LearntPrefixes::learn(std::string_view text) {
  const Name found = name_of(text);
  if (found.length == 0) return 0;
  const std::string_view name = text.substr(0, found.length);
  auto one = std::ranges::find(candidates_, name, &Candidate::name);
  if (one == candidates_.end()) {
    if (candidates_.size() < candidates_max) candidates_.emplace_back();
    one = candidates_.begin() + static_cast<std::ptrdiff_t>(next_candidate_++ % candidates_max);
    *one = {std::string(name), 1};  // the line before was the first, as like as not
  }
  in_sight_ = in_sight_for;
  if (++one->lines < found.needed) return 0;
  fronts_.set(front_of(name));
  names_.push_back(std::move(one->name));
  one->lines = 0;
  return found.length;
}

}  // namespace regreen
