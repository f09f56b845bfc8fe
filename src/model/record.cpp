#include "model/record.h"

#include "base/text.h"
#include "model/category.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

using nlohmann::json;

// Text from outside may be no UTF-8, and a JSON document must be.
json text(const std::string& value) { return valid_utf8(value); }

template <class Enum, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
Enum from_word(const std::array<std::string_view, N>& words, const json& value) {
  const auto name = value.get<std::string>();
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == name) return static_cast<Enum>(i);
  }
  throw json::other_error::create(501, "unknown word " + name, &value);
}

constexpr std::array<std::string_view, 3> conclusions = {"unknown", "failure", "success"};
constexpr std::array<std::string_view, 4> novelties = {"untold", "fresh", "rare", "usual"};
constexpr std::array<std::string_view, 3> severities = {"low", "medium", "high"};
constexpr std::array<std::string_view, 4> remedy_kinds = {"edit", "run", "rerun", "escalate"};
constexpr std::array<std::string_view, 3> risks = {"low", "medium", "high"};
constexpr std::array<std::string_view, 6> verdicts = {"fixed", "progressed", "unchanged",
                                                      "worse", "nothing",    "guarded"};
constexpr std::array<std::string_view, 6> decisions = {"patched",   "retry",   "refused",
                                                       "needs-llm", "unknown", "nothing"};
constexpr std::array<std::string_view, 6> ends = {"exited", "timed_out", "memory", "processes", "output", "disk"};
constexpr std::array<std::string_view, 3> deliveries = {"none", "pending", "done"};
constexpr std::array<std::string_view, 7> kinds = {"run",  "evidence", "diagnoses", "reproduction",
                                                   "plan", "attempt",  "outcome"};

template <class T, class Write>
json list(const std::vector<T>& values, Write write) {
  json result = json::array();
  for (const auto& value : values) result.push_back(write(value));
  return result;
}

template <class Read>
auto read_list(const json& values, Read read) {
  std::vector<decltype(read(values))> result;
  for (const auto& value : values) result.push_back(read(value));
  return result;
}

json write_texts(const std::vector<std::string>& values) { return list(values, text); }
std::vector<std::string> read_texts(const json& j) {
  return read_list(j, [](const json& v) { return v.get<std::string>(); });
}

json write_captures(const Captures& captures) {
  json result = json::object();
  for (const auto& [name, value] : captures) result[name] = text(value);
  return result;
}
Captures read_captures(const json& j) {
  Captures captures;
  for (const auto& [name, value] : j.items()) captures[name] = value.get<std::string>();
  return captures;
}

json write_place(const Place& place) {
  json result = {{"line", place.line}};
  if (!place.file.empty()) result["file"] = text(place.file);
  return result;
}
Place read_place(const json& j) { return {j.value("file", ""), j.at("line").get<std::size_t>()}; }

json write_run(const RunRef& run) {
  return {{"repository", text(run.repository)}, {"head", run.head}, {"run", run.run}, {"branch", text(run.branch)}};
}
RunRef read_run(const json& j) {
  return {j.at("repository").get<std::string>(), j.at("head").get<std::string>(), j.at("run").get<std::string>(),
          j.value("branch", "")};
}

json write_step(const Step& step) {
  json result = {{"job", text(step.job)},
                 {"name", text(step.name)},
                 {"first", write_place(step.first)},
                 {"last", write_place(step.last)},
                 {"conclusion", word(conclusions, step.conclusion)}};
  if (step.exit_code) result["exit"] = *step.exit_code;
  if (step.green_runs > 0) result["green_runs"] = step.green_runs;
  return result;
}
Step read_step(const json& j) {
  Step step{j.at("job").get<std::string>(),
            j.at("name").get<std::string>(),
            read_place(j.at("first")),
            read_place(j.at("last")),
            from_word<Conclusion>(conclusions, j.at("conclusion")),
            std::nullopt,
            j.value("green_runs", std::size_t{0})};
  if (j.contains("exit")) step.exit_code = j.at("exit").get<int>();
  return step;
}

json write_signal(const Signal& signal) {
  return {{"rule", signal.rule.value}, {"place", write_place(signal.place)},          {"text", text(signal.text)},
          {"step", signal.step},       {"captures", write_captures(signal.captures)}, {"again", signal.again}};
}
Signal read_signal(const json& j) {
  return {{j.at("rule").get<std::string>()}, read_place(j.at("place")),       j.at("text").get<std::string>(),
          j.at("step").get<std::size_t>(),   read_captures(j.at("captures")), j.at("again").get<std::size_t>()};
}

// By their words: few words, many places.
json write_novelty(const std::map<Place, Novelty>& novelty) {
  json result = json::object();
  for (const auto& [place, one] : novelty) result[std::string(word(novelties, one))].push_back(write_place(place));
  return result;
}
std::map<Place, Novelty> read_novelty(const json& j) {
  std::map<Place, Novelty> novelty;
  for (const auto& [name, places] : j.items()) {
    for (const auto& place : places) novelty[read_place(place)] = from_word<Novelty>(novelties, json(name));
  }
  return novelty;
}

json write_evidence(const Evidence& evidence) {
  return {{"source", text(evidence.source)},
          {"conclusion", word(conclusions, evidence.conclusion)},
          {"steps", list(evidence.steps, write_step)},
          {"signals", list(evidence.signals, write_signal)},
          {"excerpts", list(evidence.excerpts,
                            [](const Excerpt& e) {
                              return json{{"first", write_place(e.first)}, {"lines", write_texts(e.lines)}};
                            })},
          {"orders", list(evidence.orders, write_place)},
          {"novelty", write_novelty(evidence.novelty)},
          {"checkouts", write_texts(evidence.checkouts)},
          {"hash", evidence.hash},
          {"bytes", evidence.bytes},
          {"lines", evidence.lines},
          {"notes", write_texts(evidence.notes)}};
}
Evidence read_evidence(const json& j) {
  Evidence evidence;
  evidence.source = j.at("source").get<std::string>();
  evidence.conclusion = from_word<Conclusion>(conclusions, j.at("conclusion"));
  evidence.steps = read_list(j.at("steps"), read_step);
  evidence.signals = read_list(j.at("signals"), read_signal);
  evidence.excerpts = read_list(j.at("excerpts"), [](const json& e) {
    return Excerpt{read_place(e.at("first")), read_texts(e.at("lines"))};
  });
  evidence.orders = read_list(j.at("orders"), read_place);
  if (j.contains("novelty")) evidence.novelty = read_novelty(j.at("novelty"));
  if (j.contains("checkouts")) evidence.checkouts = read_texts(j.at("checkouts"));  // older records have none
  evidence.hash = j.at("hash").get<std::string>();
  evidence.bytes = j.at("bytes").get<std::uint64_t>();
  evidence.lines = j.at("lines").get<std::uint64_t>();
  evidence.notes = read_texts(j.at("notes"));
  return evidence;
}

json write_evidence_line(const EvidenceLine& line) {
  json result = write_place(line.place);
  result["text"] = text(line.text);
  return result;
}
EvidenceLine read_evidence_line(const json& j) { return {read_place(j), j.at("text").get<std::string>()}; }

json write_location(const Location& location) {
  json result = {{"file", text(location.file)}, {"line", location.line}};
  if (location.column > 0) result["column"] = location.column;
  return result;
}
Location read_location(const json& j) {
  return {j.at("file").get<std::string>(), j.at("line").get<std::size_t>(), j.value("column", std::size_t{0})};
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
  json result = {{"seen", history.seen}, {"trend", history.trend}};
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

json write_diagnoses(const Diagnoses& diagnoses) { return list(diagnoses, write_diagnosis); }
Diagnoses read_diagnoses(const json& j) { return read_list(j, read_diagnosis); }

json write_reproduction(const Reproduction& r) {
  return {{"command", text(r.command)},
          {"exit", r.exit},
          {"passed", r.passed},
          {"seconds", r.seconds},
          {"diagnoses", write_diagnoses(r.diagnoses)},
          {"passes", r.passes},
          {"failures", r.failures},
          {"end", word(ends, r.end)}};
}
Reproduction read_reproduction(const json& j) {
  return {j.at("command").get<std::string>(),  j.at("exit").get<int>(),
          j.at("passed").get<bool>(),          j.at("seconds").get<double>(),
          read_diagnoses(j.at("diagnoses")),   j.at("passes").get<std::size_t>(),
          j.at("failures").get<std::size_t>(), from_word<Rehearsal::End>(ends, j.value("end", json("exited")))};
}

json write_refusal(const std::optional<Refusal>& refusal) {
  if (!refusal) return nullptr;
  return {{"rule", refusal->rule}, {"reason", text(refusal->reason)}};
}
std::optional<Refusal> read_refusal(const json& j) {
  if (j.is_null()) return std::nullopt;
  return Refusal{j.at("rule").get<std::string>(), j.at("reason").get<std::string>()};
}

json write_planned(const PlannedRemedy& planned) {
  const auto& remedy = planned.remedy;
  return {{"remedy", remedy.id.value},
          {"about", planned.about},
          {"kind", word(remedy_kinds, remedy.kind)},
          {"risk", word(risks, remedy.risk)},
          {"title", remedy.title},
          {"commands", remedy.commands},
          {"may_change", remedy.may_change},
          {"confidence", planned.priority.confidence},
          {"success", planned.priority.success},
          {"severity", planned.priority.severity},
          {"struck", write_refusal(planned.struck)}};
}
PlannedRemedy read_planned(const json& j) {
  PlannedRemedy planned;
  planned.remedy = {{j.at("remedy").get<std::string>()},  from_word<RemedyKind>(remedy_kinds, j.at("kind")),
                    from_word<Risk>(risks, j.at("risk")), j.at("title").get<std::string>(),
                    read_texts(j.at("commands")),         read_texts(j.at("may_change"))};
  planned.about = j.at("about").get<std::size_t>();
  planned.priority = {j.at("confidence").get<double>(), j.at("success").get<double>(), j.at("severity").get<double>()};
  planned.struck = read_refusal(j.at("struck"));
  return planned;
}

json write_plan(const Plan& plan) {
  return {{"remedies", list(plan.remedies, write_planned)},
          {"refusal", write_refusal(plan.refusal)},
          {"warnings", write_texts(plan.warnings)}};
}
Plan read_plan(const json& j) {
  return {read_list(j.at("remedies"), read_planned), read_refusal(j.at("refusal")), read_texts(j.at("warnings"))};
}

// File contents need not be UTF-8, and a patch must come back byte for byte: bytes that are not travel as an array.
json write_bytes(const std::optional<std::string>& bytes) {
  if (!bytes) return nullptr;
  if (valid_utf8(*bytes) == *bytes) return *bytes;
  return json(std::vector<unsigned char>(bytes->begin(), bytes->end()));
}
std::optional<std::string> read_bytes(const json& j) {
  if (j.is_null()) return std::nullopt;
  if (j.is_string()) return j.get<std::string>();
  const auto bytes = j.get<std::vector<unsigned char>>();
  return std::string(bytes.begin(), bytes.end());
}

json write_patch(const Patch& patch) {
  return list(patch.changes, [](const FileChange& change) {
    return json{{"path", text(change.path)},
                {"before", write_bytes(change.before)},
                {"after", write_bytes(change.after)},
                {"executable_before", change.executable_before},
                {"executable_after", change.executable_after}};
  });
}
Patch read_patch(const json& j) {
  return {read_list(j, [](const json& change) {
    return FileChange{change.at("path").get<std::string>(), read_bytes(change.at("before")),
                      read_bytes(change.at("after")), change.at("executable_before").get<bool>(),
                      change.at("executable_after").get<bool>()};
  })};
}

json write_attempt(const Attempt& attempt) {
  return {{"remedy", attempt.remedy.value},
          {"about", attempt.about.value},
          {"candidate", attempt.candidate},
          {"patch", write_patch(attempt.patch)},
          {"verdict", word(verdicts, attempt.verdict)},
          {"detail", text(attempt.detail)},
          {"rule", attempt.rule},
          {"seconds", attempt.seconds},
          {"behind", write_diagnoses(attempt.behind)}};
}
Attempt read_attempt(const json& j) {
  return {{j.at("remedy").get<std::string>()},
          {j.at("about").get<std::string>()},
          j.at("candidate").get<std::size_t>(),
          read_patch(j.at("patch")),
          from_word<Verdict>(verdicts, j.at("verdict")),
          j.at("detail").get<std::string>(),
          j.at("rule").get<std::string>(),
          j.at("seconds").get<double>(),
          read_diagnoses(j.at("behind"))};
}

json write_proof(const std::optional<Proof>& proof) {
  if (!proof) return nullptr;
  return {{"command", text(proof->command)},
          {"exit_before", proof->exit_before},
          {"category_before", proof->category_before},
          {"exit_after", proof->exit_after ? json(*proof->exit_after) : json()}};
}
std::optional<Proof> read_proof(const json& j) {
  if (j.is_null()) return std::nullopt;
  Proof proof{j.at("command").get<std::string>(), j.at("exit_before").get<int>(),
              j.at("category_before").get<std::string>(), std::nullopt};
  if (!j.at("exit_after").is_null()) proof.exit_after = j.at("exit_after").get<int>();
  return proof;
}

json write_outcome(const Outcome& outcome) {
  return {{"decision", word(decisions, outcome.decision)},
          {"category", outcome.category},
          {"signature", outcome.signature.value},
          {"reason", text(outcome.reason)},
          {"rule", outcome.rule},
          {"patch", write_patch(outcome.patch)},
          {"proof", write_proof(outcome.proof)},
          {"tokens_in", outcome.usage.tokens_in},
          {"tokens_out", outcome.usage.tokens_out},
          {"cost_usd", outcome.usage.cost_usd},
          {"total_s", outcome.total_s},
          {"verify_s", outcome.verify_s},
          {"delivery", word(deliveries, outcome.delivery)}};
}
Outcome read_outcome(const json& j) {
  Outcome outcome;
  outcome.decision = from_word<Decision>(decisions, j.at("decision"));
  outcome.category = j.at("category").get<std::string>();
  outcome.signature = {j.at("signature").get<std::string>()};
  outcome.reason = j.at("reason").get<std::string>();
  outcome.rule = j.at("rule").get<std::string>();
  outcome.patch = read_patch(j.at("patch"));
  outcome.proof = read_proof(j.at("proof"));
  outcome.usage = {j.at("tokens_in").get<std::uint64_t>(), j.at("tokens_out").get<std::uint64_t>(),
                   j.at("cost_usd").get<double>()};
  outcome.total_s = j.at("total_s").get<double>();
  outcome.verify_s = j.at("verify_s").get<double>();
  outcome.delivery = from_word<Delivery>(deliveries, j.at("delivery"));
  return outcome;
}

ChapterBody read_body(std::size_t kind, const json& j) {
  switch (kind) {
    case 0: return read_run(j);
    case 1: return read_evidence(j);
    case 2: return read_diagnoses(j);
    case 3: return read_reproduction(j);
    case 4: return read_plan(j);
    case 5: return read_attempt(j);
    default: return read_outcome(j);
  }
}

struct Writer {
  json operator()(const RunRef& body) const { return write_run(body); }
  json operator()(const Evidence& body) const { return write_evidence(body); }
  json operator()(const Diagnoses& body) const { return write_diagnoses(body); }
  json operator()(const Reproduction& body) const { return write_reproduction(body); }
  json operator()(const Plan& body) const { return write_plan(body); }
  json operator()(const Attempt& body) const { return write_attempt(body); }
  json operator()(const Outcome& body) const { return write_outcome(body); }
};

}  // namespace

std::string_view kind_of(const ChapterBody& body) { return kinds[body.index()]; }

json to_json(const ChapterBody& body) { return std::visit(Writer{}, body); }

Result<ChapterBody> chapter_from_json(std::string_view kind, std::string_view text) {
  const auto found = std::ranges::find(kinds, kind);
  if (found == kinds.end()) return fail(ErrorKind::invalid, fmt::format("chapter of an unknown kind '{}'", kind));
  try {
    return read_body(static_cast<std::size_t>(found - kinds.begin()), json::parse(text));
  } catch (const json::exception& e) {
    return fail(ErrorKind::invalid, fmt::format("damaged {} chapter: {}", kind, e.what()));
  }
}

json to_json(const Diagnosis& d) {
  json result = {{"category", d.category},
                 {"aliases", category_aliases(d.category)},
                 {"confidence", d.confidence},
                 {"severity", word(severities, d.severity)},
                 {"transient", d.transient},
                 {"auto_fixable", d.auto_fixable},
                 {"root_cause", text(d.root_cause)},
                 {"signature", d.signature.value},
                 {"identity", text(d.identity)},
                 {"rule", d.rule.value},
                 {"job", text(d.job)},
                 {"step", text(d.step)},
                 {"jobs", write_texts(d.jobs)},
                 {"evidence", list(d.evidence, write_evidence_line)},
                 {"locations", list(d.locations, write_location)},
                 {"captures", write_captures(d.captures)},
                 {"alternatives", list(d.alternatives,
                                       [](const Alternative& a) {
                                         return json{{"category", a.category}, {"confidence", a.confidence}};
                                       })},
                 {"suggestions", write_texts(d.suggestions)}};
  if (d.green_runs > 0) result["green_runs"] = d.green_runs;
  if (d.history) result["history"] = write_history(*d.history);
  return result;
}

}  // namespace regreen
