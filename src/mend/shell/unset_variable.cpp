// shell.default-variable: a variable that `set -u` stops at is given nothing where the script asks whether it is empty: in a test,
// or where its value goes to another one that the script asks about next.
//
//   [ -n "$tag" ]            →  [ -n "${tag:-}" ]
//   label=$2                 →  label=${2:-}
//   [ -n "$label" ] || label=daily

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/shell/fixers.h"
#include "mend/shell/script.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_number(std::string_view name) {
  return !name.empty() && name.find_first_not_of("0123456789") == npos && name.size() <= 2;
}

// How long the expansion of a name is that begins there: `$name`, `${name}`, `$2`; 0 where none does. `$12` is `$1` and a 2.
std::size_t expansion_length(std::string_view rest, const std::string& name) {
  if (rest.starts_with("${" + name + "}")) return name.size() + 3;
  if (!rest.starts_with("$" + name) || (is_number(name) && name.size() > 1)) return 0;
  const auto behind = rest.substr(name.size() + 1);
  return is_number(name) || behind.empty() || !is_word_byte(behind[0]) ? name.size() + 1 : 0;
}

// Does a test want numbers, without one beside it that asks whether there is any? Nothing is no number.
bool wants_number(std::string_view line) {
  static constexpr auto comparing =
      std::to_array<std::string_view>({" -eq ", " -ne ", " -lt ", " -le ", " -gt ", " -ge "});
  const bool is_compared = std::ranges::any_of(comparing, [&](auto word) { return contains(line, word); });
  return is_compared && !contains(line, " -n ") && !contains(line, " -z ");
}

// Is the name at a byte of a line one that the script asks of whether it is empty: `[ -z "$label" ]`, `${label:-daily}`?
bool is_asked_about(std::string_view line, std::size_t at, std::size_t length) {
  auto front = line.substr(0, at);
  auto back = line.substr(at + length);
  if (front.ends_with("${")) {
    if (back.starts_with(":-") || back.starts_with(":=") || back.starts_with(":+")) return true;
    if (!back.starts_with('}')) return false;
    front.remove_suffix(1);
    back.remove_prefix(1);
  }
  if (!front.ends_with('$')) return false;
  front.remove_suffix(1);
  if (front.ends_with('"')) {
    if (!back.starts_with('"')) return false;
    front.remove_suffix(1);
    back.remove_prefix(1);
  }
  if (front.ends_with(" -n ") || front.ends_with(" -z ")) return true;
  if (!front.ends_with("[ ") && !front.ends_with("[ ! ")) return false;
  for (const std::string_view empty : {" ]", " = \"\" ", " == \"\" ", " != \"\" ", " = '' ", " == '' ", " != '' "}) {
    if (back.starts_with(empty)) return true;
  }
  return false;
}

// Is a test true where what ends before `behind` is anything but a text: `[ "$name" != production ]`, `[ ! "$name" = production ]`?
// Without a value it would be true for a reason that nobody had in mind.
bool is_told_apart(std::string_view front, std::string_view behind) {
  if (behind.starts_with('"')) behind.remove_prefix(1);
  const bool is_empty = behind.starts_with(" != \"\"") || behind.starts_with(" != ''");
  const bool is_equal = behind.starts_with(" = ") || behind.starts_with(" == ");
  if (front.ends_with('"')) front.remove_suffix(1);
  const bool is_turned = front.ends_with("! ") || front.ends_with("! [ ") || front.ends_with("! [[ ");
  return is_turned ? is_equal : behind.starts_with(" != ") && !is_empty;
}

// Does the script set a variable whose name the missing one may be a slip of?
bool is_slip_of_another(std::string_view text, std::string_view name) {
  for (auto at = text.find('='); at != npos; at = text.find('=', at + 1)) {
    if (is_slip(word_before(text, at), name)) return true;
  }
  return false;
}

// `[ -n "$name" ]` → `[ -n "${name:-}" ]`: a test of the variable is where it may be unset; an argument, only where it is asked for.
std::string with_default_in_test(const std::string& line, const std::string& name) {
  if (wants_number(line)) return line;
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const auto length = expansion_length(std::string_view(line).substr(i), name);
    const auto spot = i + (line.compare(i, 2, "${") == 0 ? 2 : 1);
    if (length == 0 || !is_in_test(line, i) || (is_number(name) && !is_asked_about(line, spot, name.size()))) {
      out += line[i++];
      continue;
    }
    if (is_told_apart(std::string_view(line).substr(0, i), std::string_view(line).substr(i + length))) return line;
    out += "${" + name + ":-}";
    i += length;
  }
  return out;
}

// Does the next line that names a variable ask whether it is empty? It must be of the same function, and nothing be called in between that
// gets the variable.
bool is_asked_about_next(const Lines& lines, std::size_t number, std::string_view name) {
  if (trim(lines.line(number)).starts_with("export ")) return false;
  for (++number; lines.has(number); ++number) {
    const auto line = lines.line(number);
    if (trim(line) == "}" || contains(line, "()")) return false;
    const auto spots = trim(line).starts_with('#') ? std::vector<std::size_t>{} : words_in(line, name);
    if (!spots.empty()) return is_asked_about(line, spots[0], name.size());
  }
  return false;
}

// `label=$2` → `label=${2:-}`
std::string with_default_in_assignment(const Lines& lines, std::size_t number, const std::string& name) {
  const std::string line(lines.line(number));
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const auto length = expansion_length(std::string_view(line).substr(i), name);
    const bool is_quoted = i > 0 && line[i - 1] == '"';
    const auto equals = i - (is_quoted ? 1 : 0);
    const auto behind = std::string_view(line).substr(std::min(i + length + (is_quoted ? 1 : 0), line.size()));
    const bool is_all = length != 0 && equals > 0 && line[equals - 1] == '=' &&
                        (behind.empty() || contains(" \t;\r", behind.substr(0, 1)));
    const auto to = is_all ? word_before(line, equals - 1) : "";
    if (to.empty() || !is_asked_about_next(lines, number, to)) {
      out += line[i++];
      continue;
    }
    out += "${" + name + ":-}";
    i += length;
  }
  return out;
}

}  // namespace

std::vector<Patch> default_shell_variable(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto place = place_said_by_shell(patient.tree, occurrence.at.text);
    const auto text = place ? draft.read(place->file) : std::nullopt;
    std::string name(capture(occurrence, "key"));
    if (name.starts_with('$')) name.erase(0, 1);
    if (!text || !(is_identifier(name) || is_number(name)) || is_slip_of_another(*text, name)) continue;
    const Lines lines(*text);
    const std::string line(lines.line(place->line));
    auto after = with_default_in_test(line, name);
    if (after == line) after = with_default_in_assignment(lines, place->line, name);
    if (after != line) draft.edit(place->file, {{lines.begin(place->line), line.size(), std::move(after)}});
  }
  return draft.patches();
}

}  // namespace regreen
