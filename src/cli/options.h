#pragma once

#include "base/time.h"
#include "model/proposal.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace regreen {

/// What people can type, as values. The one description of it is description.cpp: help and man page come from there.

enum class Format { text, json, jsonl, md, sarif, rdjson };
enum class Permission { no, yes };

/// What every command takes.
struct CommonOptions {
  std::string database;            ///< empty: $REGREEN_DB, else in the state folder
  std::vector<std::string> rules;  ///< further files and folders of rules
  std::string model;               ///< a classifier's file; empty: the one that ships
};

/// What may be said of a run beside its log; what is not said is looked for (run_context.h).
struct RunNames {
  std::string repository, workflow;
  std::string job;  ///< where the log does not name it
  std::string branch;
  std::optional<Timestamp> at;  ///< when it was; now where nothing else is said
};

/// A run on GitHub instead of a log.
struct RemoteOptions {
  std::string repository;  ///< owner/name; empty: where the current folder's `origin` is
  std::optional<std::uint64_t> run;
  Permission latest = Permission::no;  ///< the newest failed one instead
  std::string branch;                  ///< of that

  bool wanted() const { return run || latest == Permission::yes; }
};

struct DiagnoseOptions {
  std::vector<std::string> files;
  RemoteOptions remote;
  Format format = Format::text;
  std::string conclusion;  ///< "", "failure" or "success"
  std::string artifacts;   ///< a folder to write documents for other jobs into; empty: none
  RunNames run;
  std::vector<std::string> without_rules;  ///< ids of rules that have no say
  Permission record = Permission::no;      ///< keep the run in the history
  Permission compare = Permission::yes;    ///< with what green runs print
};

struct LearnGreenOptions {
  enum class Verb { learn, list, forget } verb = Verb::learn;
  std::vector<std::string> files;
  Format format = Format::text;
  bool stated_green = false;
  RunNames run;
};

struct HealCommand {
  std::string repository;  ///< empty: the current folder, or for a run on GitHub a checkout of our own
  std::string log;
  RemoteOptions remote;
  std::string verify;
  DeliveryMode mode = DeliveryMode::none;
  std::string patch_file;
  std::string out;
  std::string save;  ///< where the whole case goes; empty: nowhere
  Format format = Format::text;
  std::string config;  ///< empty: $REGREEN_CONFIG, else the repository's, else the user's
  std::vector<std::string> environment;
  Permission network = Permission::no;
  bool unattended = false;  ///< nobody waits: what only warns a person binds
  Permission unsafe_no_sandbox = Permission::no;
  std::optional<double> time_limit_s;
};

/// What `heal --save` wrote, handed over by a process that runs nobody's code.
struct DeliverCommand {
  std::string file;
  RemoteOptions remote;
  DeliveryMode mode = DeliveryMode::pull;
  std::string config;
};

/// A repair that waits in the history is wanted.
struct ApproveOptions {
  std::string id;
  std::optional<DeliveryMode> mode;  ///< nothing: a pull request for a run on GitHub, else the working tree
};

/// A workflow that heals, for a repository.
struct InitOptions {
  std::string repository = ".";
  std::string action;                  ///< "OWNER/regreen@COMMIT"
  std::vector<std::string> workflows;  ///< the names of those to heal; empty: all that the repository has
  bool two_workflows = false;          ///< what may write shares no run with what runs code
  bool replace = false;
};

struct ExplainOptions {
  std::string id;  ///< a Case or the beginning of its id; empty: the newest
};

struct ReproduceOptions {
  std::string id;
  std::string output;  ///< where the script goes; empty: standard output
};

struct ReplayOptions {
  std::string id;
  std::string repository;  ///< empty: where it lay when it was healed
  std::vector<std::string> environment;
};

struct RollbackOptions {
  std::string id;
  std::string why;  ///< of rejections(): it is not wanted; empty: it is only taken back
};

struct StopOptions {
  std::string reason;
};

struct ResumeOptions {};
struct FixesOptions {};

struct StatsOptions {
  Format format = Format::text;
};

struct TrendsOptions {
  Format format = Format::text;
  std::size_t days = 28;
};

struct RulesOptions {
  enum class Verb { check, list, test } verb = Verb::list;
  std::vector<std::string> files;
};

struct TrainCommand {
  std::vector<std::string> custom;  ///< files of users' samples
  std::string output = "causes.model";
};

struct EvaluateOptions {
  std::string samples;  ///< empty: the shipped ones, each judged by a model that did not see it
  std::string svg;      ///< where the reliability diagram goes
};

struct PredictOptions {
  std::string text;  ///< "-": standard input
  Format format = Format::text;
};

struct DoctorOptions {
  std::string repository;  ///< on GitHub; empty: where the current folder's origin is, if that is there
};
struct ManOptions {};

/// What was asked for.
struct Invocation {
  using Command = std::variant<DiagnoseOptions, LearnGreenOptions, HealCommand, DeliverCommand, ApproveOptions,
                               InitOptions, ExplainOptions, ReproduceOptions, ReplayOptions, RollbackOptions,
                               StopOptions, ResumeOptions, FixesOptions, StatsOptions, TrendsOptions, RulesOptions,
                               TrainCommand, EvaluateOptions, PredictOptions, DoctorOptions, ManOptions>;

  CommonOptions common;
  Command what;
};

/// Reads a command line. Where there is nothing to do (help, version, a mistake) it has said so and answers the exit
/// code.
tl::expected<Invocation, int> parse(int argc, const char* const* argv);

/// The manual page, in mdoc's older sister man(7), made from the same description as the help.
std::string man_page();

}  // namespace regreen
