#include "model/record.h"

#include "model/record_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

using nlohmann::json;
using namespace record;

constexpr std::array<std::string_view, 8> kinds = {"run",  "evidence", "diagnoses", "reproduction",
                                                   "plan", "attempt",  "outcome",   "retreat"};

ChapterBody read_body(std::size_t kind, const json& j) {
  switch (kind) {
    case 0: return read_run(j);
    case 1: return read_evidence(j);
    case 2: return read_diagnoses(j);
    case 3: return read_reproduction(j);
    case 4: return read_plan(j);
    case 5: return read_attempt(j);
    case 6: return read_outcome(j);
    default: return read_retreat(j);
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
  json operator()(const Retreat& body) const { return write_retreat(body); }
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

}  // namespace regreen
