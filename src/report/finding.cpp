#include "report/finding.h"

#include "base/text.h"
#include "report/words.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t places_max = 10;  // of one finding: reviewers read the first ones

std::string log_name(const DiagnosedRun& run) { return run.source.empty() || run.source == "-" ? "stdin" : run.source; }

}  // namespace

std::string finding_id(const Diagnosis& diagnosis) {
  return diagnosis.rule.empty() ? diagnosis.category : diagnosis.rule.value;
}

std::string finding_text(const Diagnosis& diagnosis) {
  const std::string job = job_text(diagnosis);
  return printable(diagnosis.root_cause) + (job.empty() ? "" : " (" + job + ")");
}

Location log_place(const DiagnosedRun& run, const EvidenceLine& line) {
  const std::string name = log_name(run);
  return {line.place.file.empty() ? name : name + "/" + line.place.file, line.place.line, 0};
}

std::vector<Location> finding_places(const DiagnosedRun& run, const Diagnosis& diagnosis) {
  std::vector<Location> places;
  for (const auto& location : diagnosis.locations) {
    if (!location.file.empty() && places.size() < places_max) places.push_back(location);
  }
  if (!places.empty()) return places;
  if (!diagnosis.evidence.empty()) return {log_place(run, diagnosis.evidence.front())};
  return {{log_name(run), 1, 0}};
}

}  // namespace regreen
