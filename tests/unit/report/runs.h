#pragma once

#include "report/diagnosed_run.h"

namespace regreen {

/// A run that failed for one cause, to be changed by tests.
inline DiagnosedRun red_run() {
  Diagnosis cause;
  cause.category = "dependency_missing";
  cause.confidence = 0.97;
  cause.severity = Severity::high;
  cause.auto_fixable = true;
  cause.root_cause = "Python module yaml is not installed";
  cause.signature = {"00000000000000000000000000000001"};
  cause.rule = {"python.module-not-found"};
  cause.job = "test";
  cause.step = "Run tests";
  cause.jobs = {"test"};
  cause.evidence = {{{"", 412}, "E   ModuleNotFoundError: No module named 'yaml'"}};
  cause.locations = {{"hostplan/load.py", 3, 0}};
  cause.captures = {{"module", "yaml"}};
  cause.suggestions = {"Add PyYAML to requirements.txt"};
  DiagnosedRun run;
  run.source = "job.log";
  run.conclusion = Conclusion::failure;
  run.steps = {{"test", "Set up", {"", 1}, {"", 9}, Conclusion::success, {}},
               {"test", "Run tests", {"", 10}, {"", 500}, Conclusion::failure, 2}};
  run.diagnoses = {cause};
  return run;
}

}  // namespace regreen
