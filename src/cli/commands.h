#pragma once

#include "cli/options.h"

namespace regreen {

/// One function for each command; each prints its answer and returns the exit code.
int run_diagnose(const CommonOptions& common, const DiagnoseOptions& options);
int run_learn_green(const CommonOptions& common, const LearnGreenOptions& options);
int run_heal(const CommonOptions& common, const HealCommand& options);
int run_deliver(const CommonOptions& common, const DeliverCommand& options);
int run_approve(const CommonOptions& common, const ApproveOptions& options);
int run_init(const InitOptions& options);
int run_explain(const CommonOptions& common, const ExplainOptions& options);
int run_reproduce(const CommonOptions& common, const ReproduceOptions& options);
int run_replay(const CommonOptions& common, const ReplayOptions& options);
int run_rollback(const CommonOptions& common, const RollbackOptions& options);
int run_stop(const CommonOptions& common, const StopOptions& options);
int run_resume(const CommonOptions& common);
int run_fixes(const CommonOptions& common);
int run_stats(const CommonOptions& common, const StatsOptions& options);
int run_trends(const CommonOptions& common, const TrendsOptions& options);
int run_rules(const CommonOptions& common, const RulesOptions& options);
int run_train(const TrainCommand& options);
int run_evaluate(const CommonOptions& common, const EvaluateOptions& options);
int run_predict(const CommonOptions& common, const PredictOptions& options);
int run_doctor(const CommonOptions& common, const DoctorOptions& options);

}  // namespace regreen
