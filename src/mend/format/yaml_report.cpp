#include "mend/format/yaml_report.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

bool is_yaml(std::string_view path) {
  return path.ends_with(".yml") || path.ends_with(".yaml") || path.ends_with(".yamllint");
}

// "12:3  error  …" and "12:3: [error] …"
std::optional<YamlFinding> finding_of(std::string_view text) {
  text = trim(text);
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto rest = text.substr(colon + 1);
  const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const auto line = parse_number(text.substr(0, colon)), column = parse_number(rest.substr(0, digits));
  auto message = trim(rest.substr(digits));
  if (message.starts_with(':')) message = trim(message.substr(1));
  const bool error = contains(message.substr(0, 12), "error"), warning = contains(message.substr(0, 12), "warning");
  if (!line || !column || (!error && !warning)) return std::nullopt;
  return YamlFinding{static_cast<std::size_t>(*line), static_cast<std::size_t>(*column), std::string(message), error};
}

/// Reads a report line by line; the standard form names the file once, above its findings.
class Report {
 public:
  explicit Report(const Tree& tree) : tree_(tree) {}

  void read(std::string_view line) {
    if (auto finding = finding_of(line)) return add(std::move(*finding));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) {
      const auto name = trim(line);
      const bool is_heading = is_yaml(name) && !name.empty() && !contains(name, " ");
      if (is_heading) file_ = find_file(tree_, name);
      return;
    }
    auto finding = finding_of(line.substr(colon + 1));
    if (!finding) return;
    file_ = find_file(tree_, line.substr(0, colon));
    add(std::move(*finding));
  }

  void look_at(std::optional<std::string> file) {
    if (file) file_ = std::move(file);
  }

  const YamlFindings& findings() const { return findings_; }

 private:
  void add(YamlFinding finding) {
    if (!file_ || !is_yaml(*file_)) return;
    auto& known = findings_[*file_];
    if (!is_among(finding, known)) known.push_back(std::move(finding));
  }

  const Tree& tree_;
  std::optional<std::string> file_;
  YamlFindings findings_;
};

}  // namespace

YamlFindings yaml_findings_in(const Patient& patient) {
  Report report(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    for (const auto& line : occurrence.before) report.read(line);
    if (const auto file = capture(occurrence, "file"); !file.empty())
      report.look_at(find_file(patient.tree, file));
    else if (!places.empty() && occurrence.before.empty())
      report.look_at(places.front().file);
    report.read(occurrence.at.text);
    for (const auto& line : occurrence.after) report.read(line);
  }
  return report.findings();
}

}  // namespace regreen
