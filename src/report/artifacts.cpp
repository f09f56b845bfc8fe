#include "report/artifacts.h"

#include "base/among.h"
#include "base/text.h"
#include "model/record.h"
#include "report/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::size_t tests_max = 10, log_lines_max = 50, files_max = 20;

struct FixType {
  std::string_view category, type;
};

// Which kind of repair a cause asks for; all others are "unknown" to whoever repairs by these kinds.
constexpr auto fix_types = std::to_array<FixType>({{"deprecation", "warning"},
                                                   {"import_error", "import_error"},
                                                   {"dependency_missing", "import_error"},
                                                   {"type_error", "type_error"},
                                                   {"flaky_test", "flaky_test"},
                                                   {"lint", "lint"},
                                                   {"format", "lint"},
                                                   {"drift", "drift"}});

std::string fix_type_of(const Diagnosis& diagnosis) {
  for (const auto& row : fix_types) {
    if (row.category == diagnosis.category) return std::string(row.type);
  }
  return "unknown";
}

std::string_view level_of(double confidence) {
  if (confidence >= 0.85) return "high";
  return confidence >= 0.6 ? "medium" : "low";
}

// The surest cause of all runs.
const Diagnosis& cause_of(const std::vector<DiagnosedRun>& runs) {
  static const Diagnosis none;
  const Diagnosis* best = &none;
  for (const auto& run : runs) {
    if (run.diagnoses.empty()) continue;
    if (const Diagnosis& first = run.diagnoses.front(); best == &none || first.confidence > best->confidence)
      best = &first;
  }
  return *best;
}

void add_unknown(std::vector<std::string>& list, std::string text, std::size_t limit) {
  if (!text.empty() && list.size() < limit && !is_among(text, list)) list.push_back(std::move(text));
}

json failed_tests(const std::vector<DiagnosedRun>& runs) {
  json tests = json::array();
  for (const auto& run : runs) {
    for (const auto& diagnosis : run.diagnoses) {
      for (const auto& one : diagnosis.occurrences) {
        const auto test = one.captures.find("test");
        if (test == one.captures.end() || tests.size() == tests_max) continue;
        tests.push_back(
            {{"nodeid", valid_utf8(test->second)}, {"outcome", "failed"}, {"message", valid_utf8(one.at.text)}});
      }
    }
  }
  return tests;
}

struct Told {
  std::vector<std::string> lines, files, suggestions;
};

Told told_by(const std::vector<DiagnosedRun>& runs) {
  Told told;
  for (const auto& run : runs) {
    for (const auto& diagnosis : run.diagnoses) {
      for (const auto& line : diagnosis.evidence) add_unknown(told.lines, valid_utf8(line.text), log_lines_max);
      for (const auto& location : diagnosis.locations) add_unknown(told.files, valid_utf8(location.file), files_max);
      for (const auto& suggestion : diagnosis.suggestions)
        add_unknown(told.suggestions, valid_utf8(suggestion), files_max);
    }
  }
  return told;
}

bool failed(const Step& step) { return step.conclusion == Conclusion::failure; }

// Jobs with steps that failed, in the order of the log, each step with its number in its job.
json failed_jobs(const std::vector<DiagnosedRun>& runs) {
  json jobs = json::array();
  for (const auto& run : runs) {
    std::map<std::string, std::size_t> number, index;
    for (const auto& step : run.steps) {
      ++number[step.job];
      if (!failed(step)) continue;
      const auto [found, is_new] = index.try_emplace(step.job, jobs.size());
      if (is_new) jobs.push_back({{"name", valid_utf8(step.job)}, {"id", nullptr}, {"steps", json::array()}});
      jobs[found->second]["steps"].push_back(
          {{"name", valid_utf8(step.name)}, {"conclusion", "failure"}, {"number", number[step.job]}});
    }
  }
  return jobs;
}

std::string error_logs(const Diagnosis& diagnosis) {
  std::vector<std::string> lines;
  for (const auto& line : diagnosis.evidence) lines.push_back(printable(line.text));
  return join(lines, "\n");
}

json details(const std::vector<DiagnosedRun>& runs) {
  json all = json::array();
  for (const auto& run : runs) {
    for (const auto& diagnosis : run.diagnoses) {
      json steps = json::array();
      if (!diagnosis.step.empty()) steps.push_back(valid_utf8(diagnosis.step));
      all.push_back({{"job_name", valid_utf8(diagnosis.job)},
                     {"failed_steps", std::move(steps)},
                     {"error_logs", error_logs(diagnosis)},
                     {"diagnosis", to_json(diagnosis)}});
    }
  }
  return all;
}

std::string summary_of(const std::vector<DiagnosedRun>& runs, const Diagnosis& cause) {
  const auto red = std::ranges::any_of(runs, [](const auto& run) { return !run.diagnoses.empty(); });
  return red ? fmt::format("{}: {}", cause.category, valid_utf8(cause.root_cause)) : "Nothing failed";
}

json context_json(const char* name, const RunContext& context) {
  return {{"schema", fmt::format("regreen.{}/1", name)}, {"workflow_name", valid_utf8(context.workflow)},
          {"run_id", valid_utf8(context.run_id)},        {"branch", valid_utf8(context.branch)},
          {"commit_sha", valid_utf8(context.commit)},    {"repository", valid_utf8(context.repository)}};
}

}  // namespace

json failure_context_json(const std::vector<DiagnosedRun>& runs, const RunContext& context) {
  const Diagnosis& cause = cause_of(runs);
  const std::string type = fix_type_of(cause);
  const bool known = type != "unknown";
  const Told told = told_by(runs);
  return {{"schema", "regreen.failure_context/1"},
          {"fix_type", type},
          {"can_auto_fix", known && type != "drift" && cause.auto_fixable},
          {"confidence", known ? level_of(cause.confidence) : "none"},
          {"failures", failed_tests(runs)},
          {"relevant_logs", told.lines},
          {"affected_files", told.files},
          {"suggestions", told.suggestions},
          {"summary", summary_of(runs, cause)},
          {"workflow_run_id", valid_utf8(context.run_id)},
          {"category", cause.category},
          {"probability", cause.confidence},
          {"signature", cause.signature.value}};
}

json failure_analysis_json(const std::vector<DiagnosedRun>& runs, const RunContext& context) {
  json jobs = failed_jobs(runs);
  json document = context_json("failure_analysis", context);
  document["workflow_url"] = valid_utf8(context.url);
  document["failed_at"] = to_iso(context.at);
  document["failed_jobs_count"] = jobs.size();
  document["failed_jobs"] = std::move(jobs);
  document["failure_details"] = details(runs);
  return document;
}

json healing_context_json(const std::vector<DiagnosedRun>& runs, const RunContext& context) {
  const Diagnosis& cause = cause_of(runs);
  json document = context_json("healing_context", context);
  document["timestamp"] = to_iso(context.at);
  document["failed_jobs_count"] = failed_jobs(runs).size();
  document["category"] = cause.category;
  document["confidence"] = cause.confidence;
  document["root_cause"] = valid_utf8(cause.root_cause);
  document["signature"] = cause.signature.value;
  document["auto_fixable"] = cause.auto_fixable;
  document["transient"] = cause.transient;
  document["suggestions"] = told_by(runs).suggestions;
  document["affected_files"] = told_by(runs).files;
  return document;
}

}  // namespace regreen
