#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "os/memory.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>

namespace regreen {
namespace {

struct Run {
  const CommonOptions& common;

  int operator()(const DiagnoseOptions& options) const { return run_diagnose(common, options); }
  int operator()(const LearnGreenOptions& options) const { return run_learn_green(common, options); }
  int operator()(const HealCommand& options) const { return run_heal(common, options); }
  int operator()(const DeliverCommand& options) const { return run_deliver(common, options); }
  int operator()(const ApproveOptions& options) const { return run_approve(common, options); }
  int operator()(const InitOptions& options) const { return run_init(options); }
  int operator()(const ExplainOptions& options) const { return run_explain(common, options); }
  int operator()(const ReproduceOptions& options) const { return run_reproduce(common, options); }
  int operator()(const ReplayOptions& options) const { return run_replay(common, options); }
  int operator()(const RollbackOptions& options) const { return run_rollback(common, options); }
  int operator()(const StopOptions& options) const { return run_stop(common, options); }
  int operator()(const ResumeOptions&) const { return run_resume(common); }
  int operator()(const FixesOptions&) const { return run_fixes(common); }
  int operator()(const StatsOptions& options) const { return run_stats(common, options); }
  int operator()(const TrendsOptions& options) const { return run_trends(common, options); }
  int operator()(const RulesOptions& options) const { return run_rules(common, options); }
  int operator()(const TrainCommand& options) const { return run_train(options); }
  int operator()(const EvaluateOptions& options) const { return run_evaluate(common, options); }
  int operator()(const PredictOptions& options) const { return run_predict(common, options); }
  int operator()(const DoctorOptions& options) const { return run_doctor(common, options); }
  int operator()(const ManOptions&) const {
    fmt::print("{}", man_page());
    return exit_well;
  }
};

}  // namespace
}  // namespace regreen

int main(int argc, char** argv) {
  using namespace regreen;
  keep_memory();
  try {
    const auto invocation = parse(argc, argv);
    if (!invocation) return invocation.error();
    settle_what_was_interrupted();
    const int code = std::visit(Run{invocation->common}, invocation->what);
    if (std::fflush(stdout) != 0) {
      complain("could not write the answer to standard output");
      return exit_trouble;
    }
    return code;
  } catch (const std::exception& e) {  // nothing of ours throws; this is for libraries and for no memory left
    complain(fmt::format("internal error: {}", e.what()));
    return exit_trouble;
  }
}
