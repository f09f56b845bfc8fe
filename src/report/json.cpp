#include "report/json.h"

#include "base/among.h"
#include "base/text.h"
#include "model/record.h"
#include "report/statement.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 3> conclusions = {"unknown", "failure", "success"};
constexpr const char* diagnosis_schema = "regreen.diagnosis/1";
constexpr const char* heal_schema = "regreen.heal/1";

json run_json(const DiagnosedRun& run) {
  json result;
  result["source"] = valid_utf8(run.source);
  if (!run.error.empty()) {
    result["error"] = valid_utf8(run.error);
    return result;
  }
  result["conclusion"] = conclusions[static_cast<std::size_t>(run.conclusion)];
  result["diagnoses"] = json::array();
  for (const auto& diagnosis : run.diagnoses) result["diagnoses"].push_back(to_json(diagnosis));
  if (!run.notes.empty()) result["notes"] = run.notes;
  return result;
}

json timing_json(std::uint64_t bytes, double read_ms, double diagnose_ms) {
  return {{"bytes", bytes}, {"read_ms", read_ms}, {"diagnose_ms", diagnose_ms}};
}

json attempts_json(const Case& one) {
  json all = json::array();
  const auto steps = one.steps();
  for (const auto* attempt : one.attempts()) {
    json entry = {{"remedy", attempt->remedy.value},
                  {"verdict", name_of(attempt->verdict)},
                  {"detail", valid_utf8(attempt->detail)},
                  {"seconds", attempt->seconds}};
    if (helped(*attempt) && !is_among(attempt, steps)) entry["taken_back"] = true;
    all.push_back(std::move(entry));
  }
  return all;
}

json proof_json(const Proof& proof) {
  json result = {{"before", {{"exit", proof.exit_before}, {"category", proof.category_before}}},
                 {"command", valid_utf8(proof.command)}};
  if (proof.exit_after) result["after"] = {{"exit", *proof.exit_after}};
  return result;
}

// Characters that move a terminal's cursor or turn its text round can only stand in strings: there they are escaped, as
// the library escapes those below 32.
std::string escape_hidden(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (true) {
    const auto plain = std::ranges::find_if(text, [](char c) { return c == '\xC2' || c == '\xE2'; });
    result.append(text.begin(), plain);
    text.remove_prefix(static_cast<std::size_t>(plain - text.begin()));
    if (text.empty()) return result;
    const auto byte = [&](std::size_t n) { return n < text.size() ? static_cast<unsigned char>(text[n]) : 0U; };
    std::size_t length = 1;
    if (byte(0) == 0xC2 && byte(1) < 0xA0) {
      result += fmt::format("\\u00{:02x}", byte(1));
      length = 2;
    } else if (byte(0) == 0xE2 && ((byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||
                                   (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9))) {
      result += fmt::format("\\u20{:02x}", (byte(1) - 0x80) * 0x40 + byte(2) - 0x80);
      length = 3;
    } else {
      result += text.front();
    }
    text.remove_prefix(std::min(length, text.size()));
  }
}

}  // namespace

json diagnosis_json(const std::vector<DiagnosedRun>& runs) {
  json document = {{"schema", diagnosis_schema}, {"runs", json::array()}};
  DiagnosedRun sum;
  for (const auto& run : runs) {
    document["runs"].push_back(run_json(run));
    sum.bytes += run.bytes;
    sum.read_ms += run.read_ms;
    sum.diagnose_ms += run.diagnose_ms;
  }
  document["timing"] = timing_json(sum.bytes, sum.read_ms, sum.diagnose_ms);
  return document;
}

json diagnosis_line(const DiagnosedRun& run) {
  json document = run_json(run);
  document["schema"] = diagnosis_schema;
  document["timing"] = timing_json(run.bytes, run.read_ms, run.diagnose_ms);
  return document;
}

json heal_json(const Case& one) {
  const Outcome& outcome = *one.outcome();
  json document = {{"schema", heal_schema},
                   {"decision", name_of(outcome.decision)},
                   {"category", outcome.category},
                   {"signature", outcome.signature.value},
                   {"case", one.id().value},
                   {"reason", valid_utf8(outcome.reason)},
                   {"rule", outcome.rule},
                   {"files", outcome.patch.paths()},
                   {"patch", valid_utf8(unified_diff(outcome.patch))},
                   {"attempts", attempts_json(one)},
                   {"usage",
                    {{"tokens_in", outcome.usage.tokens_in},
                     {"tokens_out", outcome.usage.tokens_out},
                     {"cost_usd", outcome.usage.cost_usd}}},
                   {"timing", {{"total_s", outcome.total_s}, {"verify_s", outcome.verify_s}}}};
  if (outcome.proof) document["proof"] = proof_json(*outcome.proof);
  if (outcome.proof && outcome.decision == Decision::patched) document["proof"]["statement"] = statement_json(one);
  return document;
}

std::string dump(const json& document, Indent indent) {
  return escape_hidden(document.dump(indent == Indent::yes ? 2 : -1, ' ', false, json::error_handler_t::replace));
}

}  // namespace regreen
