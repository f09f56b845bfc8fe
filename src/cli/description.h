#pragma once

#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace regreen {

/// What was typed, as CLI11 fills it in: the options of every command, and words that become values of theirs.
struct Typed {
  CommonOptions common;
  DiagnoseOptions diagnose;
  LearnGreenOptions learn_green;
  HealCommand heal;
  ExplainOptions explain;
  ReproduceOptions reproduce;
  ReplayOptions replay;
  RollbackOptions rollback;
  StopOptions stop;
  FixesOptions fixes;
  StatsOptions stats;
  TrendsOptions trends;
  RulesOptions rules;
  TrainCommand train;
  EvaluateOptions evaluate;
  PredictOptions predict;
  DoctorOptions doctor;
  DeliverCommand handed;
  ApproveOptions approve;
  std::string approve_mode;
  std::string handed_mode;
  InitOptions init;
  std::vector<std::string> deliver;
  bool latest = false;
  std::string at;
  bool record = false, no_green = false;
  bool list = false, forget = false;
  bool network = false;
  bool unsafe_no_sandbox = false;
};

/// The one description of what can be typed: help, the manual page and reading a command line are made from it. What is read goes to
/// `typed`, which has to outlive it.
std::unique_ptr<CLI::App> describe(Typed& typed);

}  // namespace regreen
