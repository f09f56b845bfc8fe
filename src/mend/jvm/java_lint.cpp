// java.fix-warning: warnings of javac -Xlint that name what to write: the version of a serializable class, a cast that
// changes nothing.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Warning {
  std::string file;
  std::size_t line = 0;
  std::string said;

  auto operator<=>(const Warning&) const = default;
};

// "src/A.java:3: warning: [serial] …", "[WARNING] /app/src/A.java:[3,8] [serial] …"
std::optional<Warning> warning_of(const Tree& tree, std::string_view line) {
  const auto java = line.find(".java:");
  if (java == npos || line.find('[', java) == npos) return std::nullopt;
  const auto front = line.substr(0, java + 5);
  const auto begin = front.rfind(' ') == npos ? 0 : front.rfind(' ') + 1;
  auto rest = line.substr(java + 6);
  if (rest.starts_with('[')) rest.remove_prefix(1);
  const auto number = line_number(rest.substr(0, rest.find_first_not_of("0123456789")));
  const auto file = find_file(tree, front.substr(begin));
  if (!number || !file) return std::nullopt;
  return Warning{*file, static_cast<std::size_t>(*number), std::string(rest)};
}

std::set<Warning> warnings_around(const Patient& patient) {
  std::set<Warning> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    auto lines = occurrence.before;
    lines.push_back(occurrence.at.text);
    lines.insert(lines.end(), occurrence.after.begin(), occurrence.after.end());
    for (const auto& line : lines) {
      if (auto one = warning_of(patient.tree, line)) all.insert(std::move(*one));
    }
  }
  return all;
}

std::optional<Edit> with_version(std::string_view text, const Warning& warning) {
  const Lines lines(text);
  const auto code = code_only(text, Speech::java);
  const auto open = lines.has(warning.line) ? code.find('{', lines.begin(warning.line)) : npos;
  const auto head =
      open == npos ? "" : std::string_view(code).substr(lines.begin(warning.line), open - lines.begin(warning.line));
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos || words_in(head, "class").empty() || contains(head, ";")) return std::nullopt;
  if (contains(code.substr(open, close - open), "serialVersionUID")) return std::nullopt;
  const auto line = lines.line(warning.line);
  const std::string end(line_end(text));
  const auto next = lines.line(lines.number_at(open) + 1);
  const bool inner = !trim(next).empty() && indentation(next).size() > indentation(line).size();
  const auto indent = inner ? std::string(indentation(next)) : std::string(indentation(line)) + "    ";
  const auto gap = trim(next).empty() || trim(next).starts_with('}') ? "" : end;
  return Edit{open + 1, 0, end + indent + "private static final long serialVersionUID = 1L;" + gap};
}

// "[cast] redundant cast to String"
std::optional<Edit> without_cast(std::string_view text, const Warning& warning) {
  const Lines lines(text);
  const auto at = warning.said.find("redundant cast to ");
  const auto cast = "(" + std::string(trim(std::string_view(warning.said).substr(at + 18))) + ")";
  const auto line = lines.line(warning.line);
  const auto place = line.find(cast);
  if (place == npos || line.find(cast, place + 1) != npos) return std::nullopt;
  const auto blank = line.substr(place + cast.size(), 1) == " " ? 1 : 0;
  return Edit{lines.begin(warning.line) + place, cast.size() + static_cast<std::size_t>(blank), ""};
}

}  // namespace

std::vector<Patch> fix_java_warning(const Patient& patient) {
  Draft draft(patient.tree);
  const auto all = warnings_around(patient);
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    const auto text = draft.read(one->file);
    if (!text) continue;
    std::optional<Edit> edit;
    if (contains(one->said, "has no definition of serialVersionUID")) edit = with_version(*text, *one);
    if (contains(one->said, "redundant cast to ")) edit = without_cast(*text, *one);
    if (edit) draft.edit(one->file, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
