#include "base/text.h"
#include "model/record_parts.h"

namespace regreen::record {
namespace {

constexpr std::array<std::string_view, 4> remedy_kinds = {"edit", "run", "rerun", "escalate"};
constexpr std::array<std::string_view, 3> risks = {"low", "medium", "high"};
constexpr std::array<std::string_view, 6> verdicts = {"fixed", "progressed", "unchanged",
                                                      "worse", "nothing",    "guarded"};
constexpr std::array<std::string_view, 6> decisions = {"patched",   "retry",   "refused",
                                                       "needs-llm", "unknown", "nothing"};
constexpr std::array<std::string_view, 7> ends = {"exited", "timed_out", "memory", "processes",
                                                  "output", "disk",      "stopped"};
constexpr std::array<std::string_view, 5> deliveries = {"none", "pending", "done", "taken_back", "merged"};

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
          {"waives", remedy.waives},
          {"confidence", planned.priority.confidence},
          {"success", planned.priority.success},
          {"severity", planned.priority.severity},
          {"struck", write_refusal(planned.struck)}};
}
PlannedRemedy read_planned(const json& j) {
  PlannedRemedy planned;
  planned.remedy = {{j.at("remedy").get<std::string>()},
                    from_word<RemedyKind>(remedy_kinds, j.at("kind")),
                    from_word<Risk>(risks, j.at("risk")),
                    j.at("title").get<std::string>(),
                    read_texts(j.at("commands")),
                    read_texts(j.at("may_change")),
                    {}};
  if (j.contains("waives")) planned.remedy.waives = read_texts(j.at("waives"));
  planned.about = j.at("about").get<std::size_t>();
  planned.priority = {j.at("confidence").get<double>(), j.at("success").get<double>(), j.at("severity").get<double>()};
  planned.struck = read_refusal(j.at("struck"));
  return planned;
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

json write_witness(const std::optional<Witness>& witness) {
  if (!witness) return nullptr;
  return {{"exit", witness->exit},
          {"seconds", witness->seconds},
          {"sandbox", witness->sandbox},
          {"sha256", witness->sha256},
          {"excerpt", text(witness->excerpt)}};
}
// Cases of earlier versions have none.
std::optional<Witness> read_witness(const json& whole) {
  const auto found = whole.find("witness");
  if (found == whole.end() || found->is_null()) return std::nullopt;
  const json& j = *found;
  return Witness{j.at("exit").get<int>(), j.at("seconds").get<double>(), j.at("sandbox").get<std::string>(),
                 j.at("sha256").get<std::string>(), j.at("excerpt").get<std::string>()};
}

json write_proof(const std::optional<Proof>& proof) {
  if (!proof) return nullptr;
  return {{"command", text(proof->command)},
          {"exit_before", proof->exit_before},
          {"category_before", proof->category_before},
          {"exit_after", proof->exit_after ? json(*proof->exit_after) : json()},
          {"version", proof->version}};
}
std::optional<Proof> read_proof(const json& j) {
  if (j.is_null()) return std::nullopt;
  Proof proof{j.at("command").get<std::string>(), j.at("exit_before").get<int>(),
              j.at("category_before").get<std::string>(), std::nullopt};
  if (!j.at("exit_after").is_null()) proof.exit_after = j.at("exit_after").get<int>();
  proof.version = j.value("version", "");
  return proof;
}

}  // namespace

json write_reproduction(const Reproduction& r) {
  return {{"command", text(r.command)},
          {"exit", r.exit},
          {"passed", r.passed},
          {"seconds", r.seconds},
          {"diagnoses", write_diagnoses(r.diagnoses)},
          {"passes", r.passes},
          {"failures", r.failures},
          {"end", word(ends, r.end)},
          {"witness", write_witness(r.witness)}};
}
Reproduction read_reproduction(const json& j) {
  return {j.at("command").get<std::string>(),
          j.at("exit").get<int>(),
          j.at("passed").get<bool>(),
          j.at("seconds").get<double>(),
          read_diagnoses(j.at("diagnoses")),
          j.at("passes").get<std::size_t>(),
          j.at("failures").get<std::size_t>(),
          from_word<Rehearsal::End>(ends, j.value("end", json("exited"))),
          read_witness(j)};
}

json write_plan(const Plan& plan) {
  return {{"remedies", list(plan.remedies, write_planned)},
          {"refusal", write_refusal(plan.refusal)},
          {"warnings", write_texts(plan.warnings)}};
}
Plan read_plan(const json& j) {
  return {read_list(j.at("remedies"), read_planned), read_refusal(j.at("refusal")), read_texts(j.at("warnings"))};
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
          {"behind", write_diagnoses(attempt.behind)},
          {"witness", write_witness(attempt.witness)},
          {"runs", attempt.runs}};
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
          read_diagnoses(j.at("behind")),
          read_witness(j),
          j.value("runs", std::size_t{0})};
}

json write_retreat(const Retreat& retreat) { return {{"reason", text(retreat.reason)}}; }
Retreat read_retreat(const json& j) { return {j.at("reason").get<std::string>()}; }

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
          {"delivery", word(deliveries, outcome.delivery)},
          {"rejected", outcome.rejected}};
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
  outcome.rejected = j.value("rejected", "");
  return outcome;
}

}  // namespace regreen::record
