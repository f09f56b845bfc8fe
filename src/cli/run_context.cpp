#include "cli/run_context.h"

#include "adapters/local/identify.h"
#include "adapters/system/clock.h"
#include "cli/setting.h"
#include "os/file.h"
#include "os/folder.h"
#include "report/json.h"
#include "report/markdown.h"

#include <nlohmann/json.hpp>

namespace regreen {
namespace {

// Inside GitHub Actions, the run that regreen is part of.
RunContext of_environment() {
  RunContext context;
  context.workflow = variable("GITHUB_WORKFLOW");
  context.run_id = variable("GITHUB_RUN_ID");
  context.repository = variable("GITHUB_REPOSITORY");
  context.branch = variable("GITHUB_REF_NAME");
  context.commit = variable("GITHUB_SHA");
  const std::string server = variable("GITHUB_SERVER_URL");
  if (!server.empty() && !context.run_id.empty()) {
    context.url = server + "/" + context.repository + "/actions/runs/" + context.run_id;
  }
  return context;
}

void add_of_repository(RunContext& context) {
  const auto here = identify(".");
  if (!here || here->head.empty()) return;
  if (context.repository.empty()) context.repository = here->path;
  if (context.commit.empty()) context.commit = here->head;
  if (context.branch.empty()) context.branch = here->branch;
}

}  // namespace

RunContext run_context(const RunNames& said) {
  RunContext context = of_environment();
  if (!said.repository.empty()) context.repository = said.repository;
  if (!said.workflow.empty()) context.workflow = said.workflow;
  if (context.repository.empty() || context.commit.empty()) add_of_repository(context);
  if (!said.branch.empty()) context.branch = said.branch;
  context.at = said.at ? *said.at : SystemClock().now();
  return context;
}

void name_jobs(Evidence& evidence, const RunNames& said) {
  for (auto& step : evidence.steps) {
    if (step.job.empty()) step.job = said.job;
  }
}

Result<void> write_artifacts(const std::string& folder, const std::vector<DiagnosedRun>& runs,
                             const RunContext& context) {
  TRY(make_folders(folder));
  const auto write = [&](const char* name, const nlohmann::json& document) {
    return replace_file(folder + "/" + name, dump(document, Indent::yes) + "\n");
  };
  TRY(write("failure_context.json", failure_context_json(runs, context)));
  TRY(write("failure_analysis.json", failure_analysis_json(runs, context)));
  TRY(write("healing_context.json", healing_context_json(runs, context)));
  return replace_file(folder + "/failure_report.md", diagnosis_markdown(runs));
}

}  // namespace regreen
