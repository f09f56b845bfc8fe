#include "diagnose/diagnose.h"

#include "adapters/local/log_source.h"
#include "base/among.h"
#include "cli/actions.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/recall.h"
#include "cli/remote.h"
#include "cli/run_context.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "read/read.h"
#include "report/actions.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/sarif.h"
#include "report/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace regreen {
namespace {

using Stopwatch = std::chrono::steady_clock;

double ms_since(Stopwatch::time_point start) {
  return std::chrono::duration<double, std::milli>(Stopwatch::now() - start).count();
}

ReadOptions read_options(const DiagnoseOptions& options) {
  ReadOptions read;
  read.hashed = options.record == Permission::yes;  // the hash names the run in the history
  if (!options.conclusion.empty())
    read.conclusion = options.conclusion == "failure" ? Conclusion::failure : Conclusion::success;
  return read;
}

Result<Evidence> read_log(const std::string& path, const RuleSet& rules, const DiagnoseOptions& options) {
  const auto source = TRY(open_log(path));
  Evidence evidence = TRY(read(*source, rules, read_options(options)));
  name_jobs(evidence, options.run);
  std::erase_if(evidence.signals,
                [&](const Signal& signal) { return is_among(signal.rule.value, options.without_rules); });
  return evidence;
}

DiagnosedRun diagnose_one(const std::string& path, const RuleSet& rules, const Model& model,
                          const DiagnoseOptions& options, Recall& recall) {
  DiagnosedRun run;
  run.source = path;
  const auto start = Stopwatch::now();
  auto evidence = read_log(path, rules, options);
  run.read_ms = ms_since(start);
  if (!evidence) {
    run.error = evidence.error().message;
    return run;
  }
  recall.compare_with_green(*evidence);
  const auto middle = Stopwatch::now();
  run.diagnoses = diagnose(*evidence, rules, model);
  run.diagnose_ms = ms_since(middle);
  recall.record(*evidence, run.diagnoses);
  recall.fill(run.diagnoses);
  run.conclusion = evidence->conclusion;
  run.bytes = evidence->bytes;
  run.steps = std::move(evidence->steps);
  run.notes = std::move(evidence->notes);
  return run;
}

int exit_code_of(const DiagnosedRun& run) {
  if (!run.error.empty()) return exit_trouble;
  const bool unknown = !run.diagnoses.empty() && run.diagnoses.front().category == "unknown";
  return unknown ? exit_look : exit_well;
}

// Formats that tell one run after the other; the others are one document.
void print_run(const DiagnosedRun& run, Format format) {
  if (format == Format::text) fmt::print("{}", diagnosis_text(run, colour_of_output()));
  if (format == Format::jsonl) fmt::print("{}\n", dump(diagnosis_line(run), Indent::no));
}

void print_document(const std::vector<DiagnosedRun>& runs, Format format) {
  switch (format) {
    case Format::json: fmt::print("{}\n", dump(diagnosis_json(runs), Indent::yes)); break;
    case Format::md: fmt::print("{}", diagnosis_markdown(runs)); break;
    case Format::sarif: fmt::print("{}\n", dump(diagnosis_sarif(runs, version), Indent::yes)); break;
    case Format::rdjson: fmt::print("{}\n", dump(diagnosis_rdjson(runs), Indent::yes)); break;
    case Format::text:
    case Format::jsonl: break;
  }
}

// What GitHub says of a run besides its log.
DiagnoseOptions with_run(DiagnoseOptions options, const RemoteRun& run, std::string log) {
  options.files = {std::move(log)};
  if (options.conclusion.empty() && (run.conclusion == "success" || run.conclusion == "failure"))
    options.conclusion = run.conclusion;
  if (run.conclusion == "timed_out") options.conclusion = "failure";
  if (options.run.repository.empty()) options.run.repository = run.repository;
  if (options.run.workflow.empty()) options.run.workflow = run.workflow;
  if (options.run.branch.empty()) options.run.branch = run.branch;
  return options;
}

int diagnose_files(const CommonOptions& common, const DiagnoseOptions& options, const std::string& source);

int diagnose_run(const CommonOptions& common, const DiagnoseOptions& options) {
  Progress progress;
  const auto remote = Remote::open(options.remote, ".", Access::read, progress);
  if (!remote) {
    complain(remote.error().message);
    return exit_trouble;
  }
  const auto log = (*remote)->log();
  if (!log) {
    complain(log.error().message);
    return exit_trouble;
  }
  const int code = diagnose_files(common, with_run(options, (*remote)->run(), *log), (*remote)->run().url);
  if (options.format == Format::text && code != exit_trouble) fmt::print("{}", (*remote)->since_green());
  return code;
}

// `source` names what was read, where that is not the file's path.
int diagnose_files(const CommonOptions& common, const DiagnoseOptions& options, const std::string& source) {
  // Never taken apart again: that would only delay the end of the process.
  static const auto& rules = *new auto(load_rules(common));
  if (!rules) {
    complain(rules.error().message);
    return exit_trouble;
  }
  const auto model = load_model(common);
  if (!model) {
    complain(model.error().message);
    return exit_trouble;
  }
  for (const auto& id : options.without_rules) {
    if (rules->find(RuleId{id}) != nullptr) continue;
    complain("there is no rule " + id);
    return exit_usage;
  }
  const bool told_one_by_one = options.format == Format::text || options.format == Format::jsonl;
  Progress progress;
  Recall recall(common, options);
  std::vector<DiagnosedRun> runs;  // kept only where a document needs them all
  int code = exit_well;
  for (const auto& path : options.files) {
    progress.show("reading " + path);
    DiagnosedRun run = diagnose_one(path, *rules, *model, options, recall);
    if (!source.empty()) run.source = source;
    code = std::max(code, exit_code_of(run));
    print_run(run, options.format);
    if (!told_one_by_one || !options.artifacts.empty() || is_step()) runs.push_back(std::move(run));
  }
  print_document(runs, options.format);
  if (is_step()) {
    tell_actions(step_outputs(runs), diagnosis_markdown(runs));
    fmt::print(stderr, "{}", step_annotations(runs));
  }
  if (recall.could_not_record()) code = exit_trouble;
  if (options.artifacts.empty()) return code;
  const auto written = write_artifacts(options.artifacts, runs, run_context(options.run));
  if (written) return code;
  complain(written.error().message);
  return exit_trouble;
}

}  // namespace

int run_diagnose(const CommonOptions& common, const DiagnoseOptions& options) {
  return options.remote.wanted() ? diagnose_run(common, options) : diagnose_files(common, options, "");
}

}  // namespace regreen
