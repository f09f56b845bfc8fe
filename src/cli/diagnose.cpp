#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "adapters/local/log_source.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "diagnose/diagnose.h"
#include "read/read.h"
#include "report/json.h"
#include "report/text.h"

namespace regreen {
namespace {

using Stopwatch = std::chrono::steady_clock;

double ms_since(Stopwatch::time_point start) {
  return std::chrono::duration<double, std::milli>(Stopwatch::now() - start).count();
}

ReadOptions read_options(const std::string& conclusion) {
  if (conclusion.empty()) return {};
  return {conclusion == "failure" ? Conclusion::failure : Conclusion::success, std::nullopt};
}

Result<Evidence> read_log(const std::string& path, const RuleSet& rules, const ReadOptions& options) {
  const auto source = TRY(open_log(path));
  return read(*source, rules, options);
}

DiagnosedRun diagnose_one(const std::string& path, const RuleSet& rules, const ReadOptions& options) {
  DiagnosedRun run;
  run.source = path;
  const auto start = Stopwatch::now();
  auto evidence = read_log(path, rules, options);
  run.read_ms = ms_since(start);
  if (!evidence) {
    run.error = evidence.error().message;
    return run;
  }
  const auto middle = Stopwatch::now();
  run.diagnoses = diagnose(*evidence, rules);
  run.diagnose_ms = ms_since(middle);
  run.conclusion = evidence->conclusion;
  run.bytes = evidence->bytes;
  run.notes = std::move(evidence->notes);
  return run;
}

int exit_code_of(const DiagnosedRun& run) {
  if (!run.error.empty()) return exit_trouble;
  const bool unknown = !run.diagnoses.empty() && run.diagnoses.front().category == "unknown";
  return unknown ? exit_look : exit_well;
}

}  // namespace

int run_diagnose(const CommonOptions& common, const DiagnoseOptions& options) {
  const auto rules = load_rules(common);
  if (!rules) {
    complain(rules.error().message);
    return exit_trouble;
  }
  Progress progress;
  std::vector<DiagnosedRun> runs;  // kept only where one document needs them all
  int code = exit_well;
  for (const auto& path : options.files) {
    progress.show("reading " + path);
    DiagnosedRun run = diagnose_one(path, *rules, read_options(options.conclusion));
    code = std::max(code, exit_code_of(run));
    switch (options.format) {
      case Format::text: fmt::print("{}", diagnosis_text(run, colour_of_output())); break;
      case Format::jsonl: fmt::print("{}\n", dump(diagnosis_line(run), Indent::no)); break;
      case Format::json: runs.push_back(std::move(run)); break;
    }
  }
  if (options.format == Format::json) fmt::print("{}\n", dump(diagnosis_json(runs), Indent::yes));
  return code;
}

}  // namespace regreen
