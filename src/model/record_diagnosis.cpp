#include "model/category.h"
#include "model/record.h"
#include "model/record_parts.h"

namespace regreen::record {
namespace {

constexpr std::array<std::string_view, 3> severities = {"low", "medium", "high"};

json write_evidence_line(const EvidenceLine& line) {
  json result = write_place(line.place);
  result["text"] = text(line.text);
  return result;
}
EvidenceLine read_evidence_line(const json& j) { return {read_place(j), j.at("text").get<std::string>()}; }

json write_location(const Location& location) {
  json result;
  result["file"] = text(location.file);
  result["line"] = location.line;
  if (location.column > 0) result["column"] = location.column;
  return result;
}
Location read_location(const json& j) {
  return {j.at("file").get<std::string>(), j.at("line").get<std::size_t>(), j.value("column", std::size_t{0})};
}

json write_alternative(const Alternative& one) {
  json result;
  result["category"] = one.category;
  result["confidence"] = one.confidence;
  return result;
}

json write_occurrence(const Occurrence& one) {
  return {{"at", write_evidence_line(one.at)},
          {"captures", write_captures(one.captures)},
          {"locations", list(one.locations, write_location)},
          {"before", write_texts(one.before)},
          {"after", write_texts(one.after)}};
}
Occurrence read_occurrence(const json& j) {
  return {read_evidence_line(j.at("at")), read_captures(j.at("captures")), read_list(j.at("locations"), read_location),
          read_texts(j.at("before")), read_texts(j.at("after"))};
}

std::string text_or_empty(const json& j, const char* name) {
  return j.contains(name) && j.at(name).is_string() ? j.at(name).get<std::string>() : "";
}

json write_history(const History& history) {
  json result;
  result["seen"] = history.seen;
  result["trend"] = history.trend;
  result["first_seen"] = history.first_seen ? json(to_iso(*history.first_seen)) : json();
  result["last_seen"] = history.last_seen ? json(to_iso(*history.last_seen)) : json();
  result["mttr_minutes"] = history.mttr_minutes ? json(*history.mttr_minutes) : json();
  result["success_rate"] = history.success_rate ? json(*history.success_rate) : json();
  return result;
}
History read_history(const json& j) {
  History history;
  history.seen = j.at("seen").get<std::size_t>();
  history.trend = j.at("trend").get<std::string>();
  history.first_seen = from_iso(text_or_empty(j, "first_seen"));
  history.last_seen = from_iso(text_or_empty(j, "last_seen"));
  if (!j.at("mttr_minutes").is_null()) history.mttr_minutes = j.at("mttr_minutes").get<double>();
  if (!j.at("success_rate").is_null()) history.success_rate = j.at("success_rate").get<double>();
  return history;
}

// The public words of a diagnosis (CONTRACT.md), and what only the record needs.
json write_diagnosis(const Diagnosis& diagnosis) {
  json result = to_json(diagnosis);
  result["remedies"] = list(diagnosis.remedies, [](const RemedyId& id) { return id.value; });
  result["occurrences"] = list(diagnosis.occurrences, write_occurrence);
  return result;
}

Diagnosis read_diagnosis(const json& j) {
  Diagnosis d;
  d.category = j.at("category").get<std::string>();
  d.confidence = j.at("confidence").get<double>();
  d.severity = from_word<Severity>(severities, j.at("severity"));
  d.transient = j.at("transient").get<bool>();
  d.auto_fixable = j.at("auto_fixable").get<bool>();
  d.root_cause = j.at("root_cause").get<std::string>();
  d.signature = {j.at("signature").get<std::string>()};
  d.rule = {j.at("rule").get<std::string>()};
  d.job = j.at("job").get<std::string>();
  d.step = j.at("step").get<std::string>();
  d.identity = j.value("identity", "");
  if (j.contains("jobs")) d.jobs = read_texts(j.at("jobs"));
  d.evidence = read_list(j.at("evidence"), read_evidence_line);
  d.locations = read_list(j.at("locations"), read_location);
  d.captures = read_captures(j.at("captures"));
  d.alternatives = read_list(j.at("alternatives"), [](const json& a) {
    return Alternative{a.at("category").get<std::string>(), a.at("confidence").get<double>()};
  });
  d.suggestions = read_texts(j.at("suggestions"));
  d.remedies = read_list(j.at("remedies"), [](const json& id) { return RemedyId{id.get<std::string>()}; });
  d.occurrences = read_list(j.at("occurrences"), read_occurrence);
  d.green_runs = j.value("green_runs", std::size_t{0});
  if (j.contains("history")) d.history = read_history(j.at("history"));
  return d;
}

}  // namespace

json write_diagnoses(const Diagnoses& diagnoses) { return list(diagnoses, write_diagnosis); }
Diagnoses read_diagnoses(const json& j) { return read_list(j, read_diagnosis); }

}  // namespace regreen::record

namespace regreen {

nlohmann::json to_json(const Diagnosis& d) {
  using namespace record;
  json result;  // name by name: a list of pairs is copied several times
  result["category"] = d.category;
  result["aliases"] = category_aliases(d.category);
  result["confidence"] = d.confidence;
  result["severity"] = word(severities, d.severity);
  result["transient"] = d.transient;
  result["auto_fixable"] = d.auto_fixable;
  result["root_cause"] = text(d.root_cause);
  result["signature"] = d.signature.value;
  result["identity"] = text(d.identity);
  result["rule"] = d.rule.value;
  result["job"] = text(d.job);
  result["step"] = text(d.step);
  result["jobs"] = write_texts(d.jobs);
  result["evidence"] = list(d.evidence, write_evidence_line);
  result["locations"] = list(d.locations, write_location);
  result["captures"] = write_captures(d.captures);
  result["alternatives"] = list(d.alternatives, write_alternative);
  result["suggestions"] = write_texts(d.suggestions);
  if (d.green_runs > 0) result["green_runs"] = d.green_runs;
  if (d.history) result["history"] = write_history(*d.history);
  return result;
}

}  // namespace regreen
