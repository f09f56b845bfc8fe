#include "report/statement.h"

#include "base/sha256.h"
#include "base/text.h"
#include "base/time.h"

#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using nlohmann::json;

constexpr const char* statement_type = "https://in-toto.io/Statement/v1";
constexpr const char* predicate_type = "regreen.repair/1";

json digest(std::string_view bytes) { return {{"sha256", sha256_hex(bytes)}}; }

// A file that the patch makes, or one that it deletes, is on one side only.
json files_of(const Patch& patch, std::optional<std::string> FileChange::*side) {
  json files = json::array();
  for (const auto& change : patch.changes) {
    const auto& text = change.*side;
    if (text) files.push_back({{"name", valid_utf8(change.path)}, {"digest", digest(*text)}});
  }
  return files;
}

json run_json(const Witness& witness, std::size_t runs) {
  return {{"exit", witness.exit},
          {"seconds", witness.seconds},
          {"runs", runs},
          {"sandbox", witness.sandbox},
          {"output", {{"digest", {{"sha256", witness.sha256}}}, {"excerpt", witness.excerpt}}}};
}

const Attempt* last_that_helped(const Case& one) {
  const auto steps = one.steps();
  return steps.empty() ? nullptr : steps.back();
}

}  // namespace

json statement_json(const Case& one) {
  const Outcome& outcome = *one.outcome();
  const Reproduction* seen = one.reproduction();
  const Attempt* last = last_that_helped(one);
  json predicate = {{"case", one.id().value},
                    {"category", outcome.category},
                    {"signature", outcome.signature.value},
                    {"remedies", one.remedies()},
                    {"patch", {{"digest", digest(unified_diff(outcome.patch))}}},
                    {"startedFrom", files_of(outcome.patch, &FileChange::before)},
                    {"startedOn", to_iso(one.chapters().front().at)},
                    {"finishedOn", to_iso(one.chapters().back().at)}};
  if (const RunRef* run = one.run()) {
    predicate["repository"] = valid_utf8(run->repository);
    predicate["commit"] = run->head;
    predicate["log"] = {{"xxh128", one.evidence() == nullptr ? "" : one.evidence()->hash}};
  }
  if (outcome.proof) {
    predicate["command"] = valid_utf8(outcome.proof->command);
    predicate["regreen"] = outcome.proof->version;
  }
  if (seen != nullptr && seen->witness) predicate["before"] = run_json(*seen->witness, seen->passes + seen->failures);
  if (last != nullptr && last->witness) predicate["after"] = run_json(*last->witness, last->runs);
  return {{"_type", statement_type},
          {"subject", files_of(outcome.patch, &FileChange::after)},
          {"predicateType", predicate_type},
          {"predicate", std::move(predicate)}};
}

}  // namespace regreen
