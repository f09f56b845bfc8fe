// c.declare-function: a function of the project that is called where no header declares it. Its prototype goes into the
// header of the file that defines it, or above the functions of that file where it is the caller itself.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// `double km_of(double miles)` of a definition at the front of a line; "" where the text has none.
std::string head_of(std::string_view text, std::string_view name) {
  if (text.size() > source_bytes_max) return "";
  const auto code = code_only(text, Speech::c);
  for (const auto at : words_in(code, name)) {
    const auto open = code.find_first_not_of(" \t", at + name.size());
    if (open == npos || code[open] != '(') continue;
    const auto begin = code.rfind('\n', at) + 1;
    if (begin == at || contains(" \t#}", code.substr(begin, 1))) continue;
    const auto close = closing_bracket(code, open);
    const auto body = close == npos ? npos : code.find_first_not_of(" \t\r\n", close + 1);
    const auto type = std::string_view(code).substr(begin, at - begin);
    if (body == npos || code[body] != '{' || type.find_first_of("(;=,") != npos) continue;
    std::string head;
    for (const char c : text.substr(begin, close + 1 - begin)) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!blank) head += c;
      if (blank && !head.empty() && head.back() != ' ') head += ' ';
    }
    return head;
  }
  return "";
}

// Behind the last prototype of a header; before the end of its guard where it has none.
std::optional<Edit> in_header(std::string_view text, const std::string& prototype) {
  const Lines lines(text);
  const std::string end(line_end(text));
  std::size_t last = 0, guard = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.ends_with(");") && !line.empty() && !contains(" \t#/", line.substr(0, 1))) last = number;
    if (line.starts_with("#endif")) guard = number;
  }
  if (last != 0) return line_below(text, lines.begin(last), prototype);
  if (guard != 0) return Edit{lines.begin(guard), 0, prototype + end + end};
  return Edit{text.size(), 0, (text.ends_with('\n') || text.empty() ? "" : end) + prototype + end};
}

// Below the last include of the file.
std::optional<Edit> in_source(std::string_view text, const std::string& prototype) {
  const Lines lines(text);
  std::size_t last = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    if (lines.line(number).starts_with("#include")) last = number;
  }
  const std::string end(line_end(text));
  return Edit{lines.begin(last + 1), 0, (last == 0 ? "" : end) + prototype + end + (last == 0 ? end : "")};
}

struct Home {
  std::string source, head;
};

// The only file that defines the function.
std::optional<Home> home_of(const Tree& tree, const std::string& name) {
  std::optional<Home> home;
  for (const auto& path : tree.list()) {
    if (!is_c_family_source(path)) continue;
    const auto text = tree.read(path).value_or("");
    const auto head = contains(text, name) ? head_of(text, name) : "";
    if (head.empty()) continue;
    if (home) return std::nullopt;
    home = {path, head};
  }
  return home;
}

// The header that both include: named as the source is, else the only one.
std::string shared_header(const Tree& tree, const std::string& source, const std::string& caller) {
  const auto text = tree.read(source).value_or(""), other = tree.read(caller).value_or("");
  const auto stem = std::string(name_of(source)).substr(0, name_of(source).rfind('.'));
  std::string found;
  for (const auto& path : tree.list()) {
    if (!is_c_header(path) || !includes_file(text, path) || !includes_file(other, path)) continue;
    if (name_of(path).substr(0, name_of(path).rfind('.')) == stem) return path;
    found = found.empty() ? path : "?";
  }
  return found == "?" ? "" : found;
}

}  // namespace

std::vector<Patch> declare_c_function(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, std::optional<Home>> homes;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string name(capture(occurrence, "symbol"));
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_identifier(name)) continue;
    const auto [known, is_new] = homes.try_emplace(name);
    if (is_new) known->second = home_of(patient.tree, name);
    const auto& home = known->second;
    if (!home) continue;
    const bool own = home->source == places[0].file;
    if (!own && contains(home->head, "static ")) continue;
    const auto target = own ? home->source : shared_header(patient.tree, home->source, places[0].file);
    const auto text = target.empty() ? std::nullopt : draft.read(target);
    const auto prototype = home->head + ";";
    if (!text || contains(*text, prototype)) continue;
    if (const auto edit = own ? in_source(*text, prototype) : in_header(*text, prototype)) draft.edit(target, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
