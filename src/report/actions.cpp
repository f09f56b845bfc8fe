#include "report/actions.h"

#include "base/text.h"

#include <fmt/format.h>

namespace regreen {
namespace {

constexpr std::size_t annotations_max = 10;  // of a step, GitHub shows no more
constexpr std::size_t value_bytes_max = 500;

std::string one_line(std::string_view text) {
  return replace_all(replace_all(shortened(printable(text), value_bytes_max), "\r", " "), "\n", " ");
}

std::string output(std::string_view name, std::string_view value) {
  return fmt::format("{}={}\n", name, one_line(value));
}

std::string outputs_of(const Diagnosis& cause) {
  return output("category", cause.category) + output("confidence", fmt::format("{:.2f}", cause.confidence)) +
         output("auto_fixable", cause.auto_fixable ? "true" : "false");
}

std::string data(std::string_view text) { return replace_all(one_line(text), "%", "%25"); }

std::string property(std::string_view text) { return replace_all(replace_all(data(text), ":", "%3A"), ",", "%2C"); }

}  // namespace

std::string step_outputs(const std::vector<DiagnosedRun>& runs) {
  for (const auto& run : runs) {
    if (!run.diagnoses.empty()) return outputs_of(run.diagnoses.front());
  }
  return output("category", "") + output("confidence", "0.00") + output("auto_fixable", "false");
}

std::string step_outputs(const Case& one, std::string_view where) {
  const Diagnosis unknown;
  const Diagnosis& cause = one.subject() != nullptr ? *one.subject() : unknown;
  return outputs_of(cause) + output("decision", name_of(one.outcome()->decision)) + output("pr", where);
}

std::string step_annotations(const std::vector<DiagnosedRun>& runs) {
  std::string text;
  std::size_t count = 0;
  for (const auto& run : runs) {
    for (const auto& cause : run.diagnoses) {
      if (count++ == annotations_max) return text;
      text += "::error ";
      if (!cause.locations.empty() && !is_absolute(cause.locations.front().file)) {
        const Location& place = cause.locations.front();
        text += fmt::format("file={},", property(place.file));
        if (place.line > 0) text += fmt::format("line={},", place.line);
      }
      text += fmt::format("title={}::{}\n", property(cause.category), data(cause.root_cause));
    }
  }
  return text;
}

}  // namespace regreen
