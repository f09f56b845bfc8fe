// yaml.fix-format: what yamllint found, and nothing that would change a value.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/format/yaml_check.h"
#include "mend/format/yaml_report.h"
#include "mend/format/yaml_values.h"
#include "mend/lines.h"

#include <algorithm>

namespace regreen {
namespace {

using Finding = YamlFinding;

// The number behind a word of a message.
std::optional<std::size_t> number_behind(std::string_view text, std::string_view word) {
  const auto at = text.find(word);
  if (at == std::string_view::npos) return std::nullopt;
  const auto rest = text.substr(at + word.size());
  const auto number = parse_number(rest.substr(0, rest.find_first_not_of("0123456789")));
  if (!number) return std::nullopt;
  return static_cast<std::size_t>(*number);
}

// One step in is two columns, or what is asked for.
std::size_t step_in(std::size_t missing) { return std::max<std::size_t>(missing, missing == 0 ? 0 : 2); }

bool is_blank(std::string_view line) { return trim(line).empty(); }

// Lines that stand at `level` or deeper, from `first` on.
std::size_t end_of_block(const Lines& lines, std::size_t first, std::size_t level) {
  auto last = first;
  const bool is_list = trim(lines.line(first)).starts_with('-');
  for (auto number = first; number <= lines.count(); ++number) {
    if (is_blank(lines.line(number))) continue;
    const auto line = lines.line(number);
    const auto depth = indentation(line).size();
    // The items of a list may stand at the level of the key above them; what follows there is not theirs.
    const bool left_list = is_list && depth == level && line.substr(depth, 1) != "-" && line.substr(depth, 1) != "#";
    if (depth < level || left_list) break;
    last = number;
  }
  return last;
}

/// Makes one kind of change at a time, each in a text of its own: line numbers of the report hold until lines vanish,
/// so those that remove or add lines come last, from the bottom up.
// What cloud-init looks for, letter by letter.
bool is_first_line_mark(std::string_view line) { return line.starts_with("#cloud-") || line.starts_with("#include"); }

class Formatter {
 public:
  Formatter(std::string file, std::string text, std::vector<Finding> findings, YamlValues& values)
      : file_(std::move(file)), text_(std::move(text)), findings_(std::move(findings)), values_(values) {
    std::ranges::sort(findings_);
  }

  std::string run() {
    indent();
    for (auto finding = findings_.rbegin(); finding != findings_.rend(); ++finding) {
      text_ = values_.with_value(file_, text_, *finding);
      space(*finding);
    }
    for (auto finding = findings_.rbegin(); finding != findings_.rend(); ++finding) trim_line(*finding);
    for (auto finding = findings_.rbegin(); finding != findings_.rend(); ++finding) {
      blank_lines(*finding);
      repeated_key(*finding);
    }
    for (const auto& finding : findings_) whole_file(finding);
    return text_;
  }

 private:
  bool apply(std::vector<Edit> edits) {
    auto after = apply_edits(text_, std::move(edits));
    const bool is_same = after && same_yaml(text_, *after);
    if (is_same) text_ = std::move(*after);
    return is_same;
  }

  // A wrong line moves with all that stands below it; lines that moved along are not moved again.
  void indent() {
    const Lines lines(text_);
    std::vector<long> shift(lines.count() + 1, 0);
    struct Region {
      std::size_t last, level;
    };
    std::vector<Region> regions;
    for (const auto& finding : findings_) {
      auto found = number_behind(finding.text, "but found ");
      auto expected = number_behind(finding.text, "expected ");
      if (const auto least = number_behind(finding.text, "expected at least ")) {
        found = indentation(lines.line(finding.line)).size();
        expected = *found + step_in(*least - std::min(*least, *found));
      }
      if (!contains(finding.text, "wrong indentation") || !found || !expected || !lines.has(finding.line)) continue;
      if (indentation(lines.line(finding.line)).size() != *found) continue;
      const bool moved = std::ranges::any_of(
          regions, [&](const Region& one) { return finding.line <= one.last && *found == one.level; });
      if (moved) continue;
      const auto last = end_of_block(lines, finding.line, *found);
      regions.push_back({last, *found});
      for (auto number = finding.line; number <= last; ++number)
        shift[number] += static_cast<long>(*expected) - static_cast<long>(*found);
    }
    std::vector<Edit> edits;
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto old = static_cast<long>(indentation(lines.line(number)).size());
      shift[number] = is_blank(lines.line(number)) ? 0 : std::max(-old, shift[number]);
      if (shift[number] == 0) continue;
      edits.push_back({lines.begin(number), static_cast<std::size_t>(old),
                       std::string(static_cast<std::size_t>(old + shift[number]), ' ')});
    }
    if (!apply(std::move(edits))) return;
    for (auto& finding : findings_) {  // what they speak of has moved along
      const auto moved = finding.line < shift.size() ? shift[finding.line] : 0;
      const auto column = static_cast<long>(std::min<std::size_t>(finding.column, text_.size() + 1)) + moved;
      finding.column = static_cast<std::size_t>(std::max(0L, column));
    }
  }

  // Blanks around commas, colons, hyphens, brackets and comments.
  void space(const Finding& finding) {
    const Lines lines(text_);
    const auto line = lines.line(finding.line);
    if (!lines.has(finding.line) || finding.column == 0 || finding.column > line.size()) return;
    const auto at = finding.column - 1;
    const auto offset = lines.begin(finding.line) + at;
    if (contains(finding.text, "too few spaces after comma") && at > 0 && line[at - 1] == ',' && line[at] != ' ')
      apply({{offset, 0, " "}});
    if (contains(finding.text, "too few spaces inside") && line[at] != ' ' && (at == 0 || line[at - 1] != ' '))
      apply({{offset, 0, " "}});
    if (contains(finding.text, "missing starting space in comment") && at > 0) space_comment(lines, finding.line);
    if (contains(finding.text, "too few spaces before comment") && line[at] == '#') {
      const auto blanks = at - (line.substr(0, at).find_last_not_of(' ') + 1);
      if (blanks < 2) apply({{offset, 0, std::string(2 - blanks, ' ')}});
    }
    if (contains(finding.text, "comment not indented like content")) return align_comment(lines, finding.line);
    if (!contains(finding.text, "too many spaces")) return;
    if (contains(finding.text, "after hyphen")) return pull_to_hyphen(lines, finding.line);
    auto begin = at, end = at;
    while (begin > 0 && line[begin - 1] == ' ') --begin;
    while (end < line.size() && line[end] == ' ') ++end;
    const std::size_t keep = contains(finding.text, " after ") ? 1 : 0;
    const bool after_hyphen = trim(line.substr(0, begin)) == "-";
    if (begin == 0 || !is_beside(finding.text, line[begin - 1], end < line.size() ? line[end] : ' ')) return;
    if (end - begin > keep && begin > 0 && !after_hyphen)
      apply({{lines.begin(finding.line) + begin, end - begin, std::string(keep, ' ')}});
  }

  void align_comment(const Lines& lines, std::size_t number) {
    auto next = number + 1;
    while (lines.has(next) && (is_blank(lines.line(next)) || trim(lines.line(next)).starts_with('#'))) ++next;
    if (!lines.has(next) || !trim(lines.line(number)).starts_with('#')) return;
    apply({{lines.begin(number), indentation(lines.line(number)).size(), std::string(indentation(lines.line(next)))}});
  }

  // Are the blanks those that the message speaks of?
  static bool is_beside(std::string_view text, char before, char after) {
    if (contains(text, "before comma")) return after == ',';
    if (contains(text, "before colon")) return after == ':';
    if (contains(text, "after comma")) return before == ',';
    if (contains(text, "after colon")) return before == ':' || before == '?';
    return contains("[{", std::string_view(&before, 1)) || contains("]}", std::string_view(&after, 1));
  }

  void space_comment(const Lines& lines, std::size_t number) {
    const auto line = lines.line(number);
    auto at = line.find('#');
    while (at != std::string_view::npos && at > 0 && line[at - 1] != ' ') at = line.find('#', at + 1);
    if (at == std::string_view::npos) return;
    const auto text = line.find_first_not_of('#', at);
    const bool is_mark = number == 1 && is_first_line_mark(line);
    if (text != std::string_view::npos && line[text] != ' ' && line[text] != '!' && !is_mark)
      apply({{lines.begin(number) + text, 0, " "}});
  }

  // `-   a: 1` and the lines that belong to it.
  void pull_to_hyphen(const Lines& lines, std::size_t number) {
    const auto line = lines.line(number);
    const auto hyphen = line.find('-');
    const auto value = hyphen == std::string_view::npos ? hyphen : line.find_first_not_of(' ', hyphen + 1);
    if (value == std::string_view::npos || value <= hyphen + 2) return;
    const auto surplus = value - hyphen - 2;
    std::vector<Edit> edits = {{lines.begin(number) + hyphen + 2, surplus, ""}};
    for (auto below = number + 1; below <= lines.count(); ++below) {
      if (is_blank(lines.line(below))) continue;
      if (indentation(lines.line(below)).size() < value) break;
      edits.push_back({lines.begin(below), surplus, ""});
    }
    apply(std::move(edits));
  }

  void trim_line(const Finding& finding) {
    const Lines lines(text_);
    if (!contains(finding.text, "trailing spaces") || !lines.has(finding.line)) return;
    const auto line = lines.line(finding.line);
    const auto last = line.find_last_not_of(" \t");
    const std::size_t keep = last == std::string_view::npos ? 0 : last + 1;
    apply({{lines.begin(finding.line) + keep, line.size() - keep, ""}});
  }

  // The run of blank lines around the reported one shrinks to what is allowed.
  void blank_lines(const Finding& finding) {
    const auto allowed = number_behind(finding.text, "> ");
    const Lines lines(text_);
    if (!contains(finding.text, "too many blank lines") || !allowed || !lines.has(finding.line)) return;
    if (!is_blank(lines.line(finding.line))) return;
    auto first = finding.line, last = finding.line;
    while (first > 1 && is_blank(lines.line(first - 1))) --first;
    while (lines.has(last + 1) && is_blank(lines.line(last + 1))) ++last;
    if (last - first + 1 <= *allowed) return;
    const auto begin = lines.begin(first + *allowed);
    apply({{begin, lines.begin(last + 1) - begin, ""}});
  }

  // A key that is said twice with the same value goes the second time.
  void repeated_key(const Finding& finding) {
    const Lines lines(text_);
    if (!contains(finding.text, "duplication of key") || !lines.has(finding.line)) return;
    const auto line = lines.line(finding.line);
    const auto level = indentation(line).size();
    const auto value = line.find(": ");
    if (value == std::string_view::npos || contains("|>&*", line.substr(value + 2, 1))) return;
    const auto next = lines.line(finding.line + 1);
    if (!is_blank(next) && indentation(next).size() > level) return;
    for (auto above = finding.line - 1; above >= 1; --above) {
      const auto one = lines.line(above);
      if (is_blank(one)) continue;
      if (indentation(one).size() < level) return;
      if (one != line) continue;
      auto after = text_;
      after.erase(lines.begin(finding.line), lines.begin(finding.line + 1) - lines.begin(finding.line));
      if (!first_yaml_mistake(after)) text_ = std::move(after);
      return;
    }
  }

  void whole_file(const Finding& finding) {
    const std::string end(line_end(text_));
    if (contains(finding.text, "no new line character at the end") && !text_.empty() && !text_.ends_with('\n'))
      apply({{text_.size(), 0, end}});
    if (contains(finding.text, "missing document start") && !contains("\n" + text_, "\n---")) {
      const Lines lines(text_);
      std::size_t number = 1;
      while (lines.line(number).starts_with('#')) ++number;
      apply({{lines.begin(number), 0, "---" + end}});
    }
    if (contains(finding.text, "found forbidden document start") && text_.starts_with("---")) {
      const Lines lines(text_);
      if (trim(lines.line(1)) == "---") apply({{0, lines.begin(2), ""}});
    }
    if (contains(finding.text, "wrong new line character: expected \\n")) {
      auto after = replace_all(text_, "\r\n", "\n");
      if (same_yaml(text_, after)) text_ = std::move(after);
    }
  }

  std::string file_, text_;
  std::vector<Finding> findings_;
  YamlValues& values_;
};

enum class Warnings { no, yes };
constexpr std::size_t findings_max = 1000;  // of a file: more is nobody's to review

Patch formatted(const Patient& patient, const YamlFindings& all, Warnings warnings, YamlValues& values) {
  Draft draft(patient.tree);
  for (const auto& [file, findings] : all) {
    const auto text = draft.read(file);
    if (!text || first_yaml_mistake(*text)) continue;
    std::vector<Finding> wanted;
    std::ranges::copy_if(findings, std::back_inserter(wanted),
                         [&](const Finding& one) { return one.is_error || warnings == Warnings::yes; });
    if (wanted.size() > findings_max) continue;
    draft.write(file, Formatter(file, *text, std::move(wanted), values).run());
  }
  return draft.patch();
}

}  // namespace

std::vector<Patch> fix_yaml_format(const Patient& patient) {
  const auto findings = yaml_findings_in(patient);
  std::vector<Patch> patches;
  YamlValues values(patient.tree);
  // Warnings fail a build only where yamllint was asked to be strict.
  for (const auto warnings : {Warnings::no, Warnings::yes}) {
    auto patch = formatted(patient, findings, warnings, values);
    if (!patch.empty() && !is_among(patch, patches)) patches.push_back(std::move(patch));
  }
  return patches;
}

}  // namespace regreen
