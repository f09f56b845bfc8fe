#include "base/text.h"
#include "report/finding.h"
#include "report/sarif.h"

#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using nlohmann::json;

std::string severity_of(const Diagnosis& diagnosis) {
  if (diagnosis.category == "unknown") return "INFO";
  return diagnosis.severity == Severity::low ? "WARNING" : "ERROR";
}

json location_of(const Location& place) {
  json location = {{"path", valid_utf8(place.file)}};
  if (place.line == 0) return location;
  json start = {{"line", place.line}};
  if (place.column > 0) start["column"] = place.column;
  location["range"] = {{"start", std::move(start)}};
  return location;
}

json diagnostic_of(const DiagnosedRun& run, const Diagnosis& diagnosis) {
  const auto places = finding_places(run, diagnosis);
  json result = {{"message", finding_text(diagnosis)},
                 {"location", location_of(places.front())},
                 {"severity", severity_of(diagnosis)},
                 {"code", {{"value", valid_utf8(finding_id(diagnosis))}}}};
  for (std::size_t i = 1; i < places.size(); ++i) {
    result["related_locations"].push_back({{"message", "also here"}, {"location", location_of(places[i])}});
  }
  std::vector<std::string> lines;
  for (const auto& line : diagnosis.evidence) lines.push_back(printable(line.text));
  if (!lines.empty()) result["original_output"] = join(lines, "\n");
  return result;
}

}  // namespace

json diagnosis_rdjson(const std::vector<DiagnosedRun>& runs) {
  json diagnostics = json::array();
  for (const auto& run : runs) {
    for (const auto& diagnosis : run.diagnoses) diagnostics.push_back(diagnostic_of(run, diagnosis));
  }
  return {{"source", {{"name", "regreen"}}}, {"severity", "ERROR"}, {"diagnostics", std::move(diagnostics)}};
}

}  // namespace regreen
