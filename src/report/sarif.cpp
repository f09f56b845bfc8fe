#include "report/sarif.h"

#include "base/text.h"
#include "model/category.h"
#include "report/finding.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace regreen {
namespace {

using nlohmann::json;

constexpr const char* schema = "https://json.schemastore.org/sarif-2.1.0.json";

// "[text](target)" would be a link.
json message(const std::string& text) { return {{"text", replace_all(printable(text), "](", "] (")}}; }

json messages(const std::vector<std::string>& texts) {
  std::vector<std::string> lines;
  for (const auto& text : texts) lines.push_back(replace_all(printable(text), "](", "] ("));
  return {{"text", join(lines, "\n")}};
}

// A path as a URI: relative ones are the repository's, absolute ones lie outside of it. Bytes of any encoding survive.
std::string uri_of(std::string_view path) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string uri;
  if (path.starts_with('/')) uri = "file://";
  for (const char c : path) {
    if (plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

json region_of(const Location& place) {
  json region = {{"startLine", place.line}};
  if (place.column > 0) region["startColumn"] = place.column;
  return region;
}

json location_of(const Location& place) {
  json artifact = {{"uri", uri_of(place.file)}};
  json physical = {{"artifactLocation", std::move(artifact)}};
  if (place.line > 0) physical["region"] = region_of(place);
  return {{"physicalLocation", std::move(physical)}};
}

std::string level_of(const Diagnosis& diagnosis) {
  return diagnosis.severity == Severity::low || diagnosis.category == "unknown" ? "warning" : "error";
}

// The rules that spoke, in the order of their first result.
class Rules {
 public:
  std::size_t index_of(const Diagnosis& diagnosis) {
    const std::string id = finding_id(diagnosis);
    const auto [found, is_new] = index_.try_emplace(id, rules_.size());
    if (is_new) rules_.push_back(describe(id, diagnosis));
    return found->second;
  }
  json take() { return std::move(rules_); }

 private:
  static json describe(const std::string& id, const Diagnosis& diagnosis) {
    json rule = {
        {"id", valid_utf8(id)},
        {"shortDescription", message(replace_all(diagnosis.category, "_", " "))},
        {"fullDescription", message(fmt::format("A failure of category {}, recognised by {}", diagnosis.category, id))},
        {"defaultConfiguration", {{"level", level_of(diagnosis)}}},
        {"properties", {{"tags", {valid_utf8(diagnosis.category)}}}}};
    const bool has_advice = !diagnosis.suggestions.empty();  // code scanning asks for help with every rule
    rule["help"] =
        has_advice ? messages(diagnosis.suggestions) : message("Read the lines of the log that the result names");
    return rule;
  }

  std::map<std::string, std::size_t> index_;
  json rules_ = json::array();
};

json result_of(const DiagnosedRun& run, const Diagnosis& diagnosis, std::size_t rule_index) {
  json result = {{"ruleId", valid_utf8(finding_id(diagnosis))},
                 {"ruleIndex", rule_index},
                 {"level", level_of(diagnosis)},
                 {"message", message(finding_text(diagnosis))},
                 {"rank", diagnosis.confidence * 100},
                 {"locations", json::array()},
                 {"partialFingerprints", {{"regreenSignature/v1", diagnosis.signature.value}}}};
  for (const auto& place : finding_places(run, diagnosis)) result["locations"].push_back(location_of(place));
  json related = json::array();
  for (const auto& line : diagnosis.evidence) {
    json location = location_of(log_place(run, line));
    location["message"] = message(line.text);
    related.push_back(std::move(location));
  }
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  return result;
}

json notification(const char* level, const DiagnosedRun& run, const std::string& text) {
  return {{"level", level}, {"message", message(run.source + ": " + text)}};
}

}  // namespace

json diagnosis_sarif(const std::vector<DiagnosedRun>& runs, const std::string& version) {
  Rules rules;
  json results = json::array(), notifications = json::array();
  bool successful = true;
  for (const auto& run : runs) {
    if (!run.error.empty()) notifications.push_back(notification("error", run, run.error));
    successful &= run.error.empty();
    for (const auto& note : run.notes) notifications.push_back(notification("note", run, note));
    for (const auto& diagnosis : run.diagnoses) results.push_back(result_of(run, diagnosis, rules.index_of(diagnosis)));
  }
  json driver = {{"name", "regreen"}, {"version", version}, {"semanticVersion", version}};
  driver["rules"] = rules.take();
  json invocation = {{"executionSuccessful", successful}};
  if (!notifications.empty()) invocation["toolExecutionNotifications"] = std::move(notifications);
  json run = {{"tool", {{"driver", std::move(driver)}}},
              {"columnKind", "unicodeCodePoints"},
              {"invocations", {std::move(invocation)}},
              {"results", std::move(results)}};
  return {{"$schema", schema}, {"version", "2.1.0"}, {"runs", {std::move(run)}}};
}

}  // namespace regreen
