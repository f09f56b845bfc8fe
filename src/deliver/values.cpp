#include "deliver/values.h"

#include "base/text.h"
#include "model/command.h"

#include <fmt/format.h>

#include <array>

namespace regreen {
namespace {

constexpr std::size_t quote_bytes_max = 300, span_bytes_max = quote_bytes_max + 5;
constexpr std::size_t lines_max = 5, files_max = 20;
constexpr std::size_t line_bytes_max = span_bytes_max + 60;  // with its number, or the counts of a file

constexpr auto names = std::to_array<ValueName>({
    {"category", ValueKind::quoted, span_bytes_max},
    {"cause", ValueKind::quoted, span_bytes_max},
    {"confidence"},
    {"lines", ValueKind::block, lines_max* line_bytes_max},
    {"decision"},
    {"reason", ValueKind::quoted, span_bytes_max},
    {"rule", ValueKind::quoted, span_bytes_max},
    {"remedies", ValueKind::quoted, span_bytes_max},
    {"changes", ValueKind::list, (files_max + 1) * line_bytes_max},
    {"command", ValueKind::quoted, span_bytes_max},
    {"ci", ValueKind::quoted, span_bytes_max},
    {"exit_before"},
    {"verify_s"},
    {"total_s"},
    {"tokens"},
    {"cost_usd"},
    {"case", ValueKind::quoted, span_bytes_max},
});

std::string code(std::string_view text) { return code_span(text, quote_bytes_max); }

std::string indented_lines(const Diagnosis& cause) {
  std::vector<std::string> lines;
  for (const auto& line : cause.evidence) {
    if (lines.size() == lines_max) break;
    lines.push_back(fmt::format("    {:>6}: {}", line.place.line,
                                replace_all(shortened(printable(line.text), quote_bytes_max), "\n", " ")));
  }
  return join(lines, "\n");
}

std::string changes(const Patch& patch) {
  std::vector<std::string> lines;
  for (const auto& change : patch.changes) {
    if (lines.size() == files_max) {
      lines.push_back(fmt::format("- and {} more files", patch.changes.size() - files_max));
      break;
    }
    const LineCounts counts = count_lines(change);
    lines.push_back(fmt::format("- {} (+{} −{})", code(change.path), counts.added, counts.removed));
  }
  return join(lines, "\n");
}

void add_proof(Values& values, const Case& one) {
  const Outcome& outcome = *one.outcome();
  if (!outcome.proof) return;
  const Reproduction* seen = one.reproduction();
  const bool is_of_ci = seen != nullptr && seen->witness && seen->witness->sandbox == ci_sandbox;
  values[is_of_ci ? "ci" : "command"] = code(in_one_line(outcome.proof->command));
  values["exit_before"] = std::to_string(outcome.proof->exit_before);
  values["verify_s"] = fmt::format("{:.1f}", outcome.verify_s);
}

}  // namespace

std::span<const ValueName> value_names() { return names; }

Values values_of(const Case& one) {
  const Outcome& outcome = *one.outcome();
  Values values = {{"decision", std::string(name_of(outcome.decision))},
                   {"reason", code(outcome.reason)},
                   {"rule", code(outcome.rule)},
                   {"remedies", code(join(one.remedies(), ", "))},
                   {"changes", changes(outcome.patch)},
                   {"total_s", fmt::format("{:.0f}", outcome.total_s)},
                   {"tokens", std::to_string(outcome.usage.tokens_in + outcome.usage.tokens_out)},
                   {"cost_usd", fmt::format("{:.2f}", outcome.usage.cost_usd)},
                   {"case", code(one.id().value)}};
  add_proof(values, one);
  if (const Diagnosis* cause = one.subject(); cause != nullptr) {
    values["category"] = code(cause->category);
    values["cause"] = code(cause->root_cause);
    values["confidence"] = fmt::format("{:.0f}", cause->confidence * 100);
    values["lines"] = indented_lines(*cause);
  }
  return values;
}

}  // namespace regreen
