#include "report/markdown.h"

#include "base/text.h"
#include "report/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t report_bytes_max = 20000;  // a comment on GitHub holds 65,536 characters
constexpr std::size_t text_bytes_max = 300;      // of one phrase or line
constexpr std::size_t places_max = 5, suggestions_max = 5;

constexpr std::string_view joiner = "\u2060";  // invisible; breaks what would become a mention or a reference

std::string one_line(std::string_view text) {
  std::string line = shortened(printable(text), text_bytes_max);
  std::ranges::replace(line, '\t', ' ');
  return line;
}

// Text from outside in a sentence of ours.
std::string prose(std::string_view text) {
  constexpr std::string_view special = "\\`*_{}[]<>()#+-.!|~&$@:=^";
  const std::string line = one_line(text);
  std::string result;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (special.find(line[i]) != std::string_view::npos) result += '\\';
    result += line[i];
    const bool begins_address = line[i] == ':' && line.compare(i + 1, 2, "//") == 0;
    if (line[i] == '@' || line[i] == '#' || begins_address) result += joiner;
  }
  return result;
}

std::size_t longest_run_of_backticks(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Text from outside in a code span that it cannot leave.
std::string code(std::string_view text) {
  const std::string line = one_line(text);
  if (trim(line).empty()) return "";
  const std::string ticks(longest_run_of_backticks(line) + 1, '`');
  const std::string_view blank = line.front() == '`' || line.back() == '`' ? " " : "";
  return fmt::format("{}{}{}{}{}", ticks, blank, line, blank, ticks);
}

// … and in a fence that it cannot close.
std::string block(const std::vector<EvidenceLine>& lines) {
  if (lines.empty()) return "";
  std::string text;
  for (const auto& line : lines) text += fmt::format("{:>5}  {}\n", line.place.line, one_line(line.text));
  const std::string fence(std::max<std::size_t>(longest_run_of_backticks(text) + 1, 3), '`');
  return fmt::format("\n{}text\n{}{}\n", fence, text, fence);
}

std::string places(const std::vector<Location>& locations) {
  std::vector<std::string> parts;
  for (const auto& location : locations) {
    if (parts.size() == places_max) break;
    if (auto part = code(place_text(location)); !part.empty()) parts.push_back(std::move(part));
  }
  const std::string more =
      locations.size() > places_max ? fmt::format(" and {} more", locations.size() - places_max) : "";
  return parts.empty() ? "" : fmt::format("\nat {}{}\n", join(parts, ", "), more);
}

std::string suggestions(const Diagnosis& diagnosis) {
  std::string text;
  const auto count = std::min(diagnosis.suggestions.size(), suggestions_max);
  for (std::size_t i = 0; i < count; ++i) text += fmt::format("- {}\n", prose(diagnosis.suggestions[i]));
  if (diagnosis.transient) text += "- Transient: run it again\n";
  return text.empty() ? "" : "\n" + text;
}

std::string small_print(const Diagnosis& diagnosis) {
  std::vector<std::string> parts;
  if (diagnosis.green_runs > 0) parts.push_back(green_text(diagnosis.green_runs));
  if (diagnosis.history) parts.push_back(history_text(*diagnosis.history));
  if (!diagnosis.rule.empty()) parts.push_back("rule " + code(diagnosis.rule.value));
  parts.push_back("signature " + code(diagnosis.signature.value));
  return fmt::format("\n<sub>{}</sub>\n", join(parts, " · "));
}

std::string one_diagnosis(const Diagnosis& diagnosis) {
  std::vector<std::string> facts = {code(diagnosis.category)};
  if (diagnosis.category != "unknown") facts.push_back(fmt::format("{:.0f} % sure", diagnosis.confidence * 100));
  if (const auto job = job_text(diagnosis); !job.empty()) facts.push_back(code(job));
  if (diagnosis.auto_fixable) facts.push_back("can be repaired");
  return fmt::format("\n### {}\n\n{}\n{}{}{}{}", prose(diagnosis.root_cause), join(facts, " · "),
                     block(diagnosis.evidence), places(diagnosis.locations), suggestions(diagnosis),
                     small_print(diagnosis));
}

std::string one_run(const DiagnosedRun& run, bool named) {
  std::string text;
  if (named) text += fmt::format("\n---\n{}\n", code(run.source));
  if (!run.error.empty()) return text + fmt::format("\nCould not be read: {}\n", prose(run.error));
  if (run.diagnoses.empty()) return text + "\n### Nothing failed\n";
  for (const auto& diagnosis : run.diagnoses) text += one_diagnosis(diagnosis);
  return text;
}

}  // namespace

std::string diagnosis_markdown(const std::vector<DiagnosedRun>& runs) {
  std::string text = fmt::format("{}\n", markdown_marker);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::string part = one_run(runs[i], runs.size() > 1);
    if (text.size() + part.size() > report_bytes_max) {
      const std::size_t left = runs.size() - i;
      return text +
             fmt::format("\n… and {} more run{}, left out since this would be too long\n", left, left > 1 ? "s" : "");
    }
    text += part;
  }
  return text;
}

}  // namespace regreen
