#include "cli/description.h"

#include "base/text.h"
#include "cli/version.h"

#include <map>

namespace regreen {
namespace {

const std::map<std::string, Format> text_or_json = {{"text", Format::text}, {"json", Format::json}};
const std::map<std::string, Format> all_formats = {{"text", Format::text},   {"json", Format::json},
                                                   {"jsonl", Format::jsonl}, {"md", Format::md},
                                                   {"sarif", Format::sarif}, {"rdjson", Format::rdjson}};
void add_format(CLI::App& app, Format& format, const std::map<std::string, Format>& words) {
  std::vector<std::string> names;
  for (const auto& [name, value] : words) names.push_back(name);
  app.add_option_function<std::string>(
         "--format", [&format, &words](const std::string& word) { format = words.at(word); }, "How to print the answer")
      ->check(CLI::IsMember(names).description(""))
      ->default_str("text")
      ->type_name(join(names, "|"));
}

void add_names(CLI::App& command, RunNames& run) {
  command
      .add_option("--repository", run.repository,
                  "The repository; without it the environment's, else the current folder's")
      ->type_name("NAME");
  command.add_option("--workflow", run.workflow, "The workflow; without it the environment's")->type_name("NAME");
  command.add_option("--job-name", run.job, "The job's name, where the log does not tell it")->type_name("NAME");
}

void add_remote(CLI::App& command, RemoteOptions& remote, bool& latest) {
  command.add_option("--run", remote.run, "A run on GitHub, by its id, instead of a log")->type_name("ID");
  command.add_flag("--latest", latest, "The newest failed run on GitHub instead");
  command.add_option("--repo", remote.repository, "Its repository; without it where the current folder's origin is")
      ->type_name("OWNER/NAME");
}

void add_diagnose(CLI::App& app, Typed& typed) {
  auto* command = app.add_subcommand("diagnose", "Say why a run failed");
  command->add_option("FILE", typed.diagnose.files,
                      "Logs: plain, gzip, zstd, a GitHub run-log ZIP, a folder of artifacts, or - for standard input");
  add_remote(*command, typed.diagnose.remote, typed.latest);
  add_format(*command, typed.diagnose.format, all_formats);
  command
      ->add_option("--conclusion", typed.diagnose.conclusion,
                   "How the run ended, where the log alone does not prove it")
      ->check(CLI::IsMember({"failure", "success"}).description(""))
      ->type_name("failure|success");
  command
      ->add_option(
          "--write-artifacts", typed.diagnose.artifacts,
          "Also write failure_context.json, failure_analysis.json, healing_context.json and failure_report.md there")
      ->type_name("FOLDER");
  add_names(*command, typed.diagnose.run);
  command->add_option("--branch", typed.diagnose.run.branch, "The branch that was built")->type_name("NAME");
  command->add_option("--without-rule", typed.diagnose.without_rules, "A rule that has no say this time")
      ->type_name("ID")
      ->allow_extra_args(false);
  command->add_flag("--no-green", typed.no_green, "Do not compare with what green runs print (regreen learn-green)");
  command->add_flag("--record", typed.record,
                    "Keep the run in the history: what failed, or that its jobs are green again");
  command
      ->add_option("--at", typed.at,
                   "When the run was, where that is not now: 2026-01-31T12:00:00Z; for keeping old runs")
      ->check([](const std::string& text) {
        return from_iso(text) ? "" : "'" + text + "' is no time such as 2026-01-31T12:00:00Z";
      })
      ->type_name("TIME");
}

void add_learn_green(CLI::App& app, Typed& typed) {
  auto* command =
      app.add_subcommand("learn-green", "Learn what green runs print, so that diagnose takes it for what it is: noise");
  auto& learn = typed.learn_green;
  command->add_option("FILE", learn.files, "Logs of green runs: as for diagnose; each is a run");
  command
      ->add_option_function<std::string>(
          "--conclusion", [&learn](const std::string&) { learn.stated_green = true; },
          "You know that the runs were green, where their logs alone do not prove it")
      ->check(CLI::IsMember({"success"}).description(""))
      ->type_name("success");
  add_names(*command, learn.run);
  command->add_flag("--list", typed.list, "List the steps of which green runs are known");
  command->add_flag("--forget", typed.forget,
                    "Forget green runs: of this --repository, --workflow and --job-name, or else all");
  add_format(*command, learn.format, text_or_json);
}

void add_heal(CLI::App& app, Typed& typed) {
  auto* command = app.add_subcommand("heal", "Repair a repository, prove the repair, hand it over");
  auto& heal = typed.heal;
  command->add_option("REPO", heal.repository,
                      "The repository in the state that failed; without it the current folder, or of a run on GitHub a "
                      "checkout made for it");
  command->add_option("--log", heal.log, "The failed run's log: as for diagnose")->type_name("FILE");
  add_remote(*command, heal.remote, typed.latest);
  command->add_option("--branch", heal.remote.branch, "With --latest: of this branch")->type_name("NAME");
  command
      ->add_option(
          "--verify", heal.verify,
          "The command that must pass; without it, the failed step's own is looked for. `ci`: the run's own workflow, "
          "on a branch of its own before anything is proposed")
      ->type_name("COMMAND");
  command
      ->add_option(
          "--deliver", typed.deliver,
          "What to do with a proved repair: show it (none), write it to a file (patch FILE), change the working "
          "tree (apply), commit it on the current branch (commit); of a run on GitHub also: push it to the branch that "
          "was "
          "built (push), or open a draft pull request (pr)")
      ->expected(1, 2)
      ->default_str("none")
      ->type_name("none|patch FILE|apply|commit|push|pr");
  command->add_option("--out", heal.out, "Also write the answer as JSON to this file")->type_name("FILE");
  command->add_option("--save", heal.save, "Also write the whole case to this file, for `regreen deliver`")
      ->type_name("FILE");
  add_format(*command, heal.format, text_or_json);
  command->add_option("--config", heal.config, "Use this configuration instead of the repository's .github/regreen.yml")
      ->type_name("FILE");
  command->add_option("--env", heal.environment, "Let the command see this variable too; repeat for more")
      ->type_name("NAME")
      ->take_all()
      ->allow_extra_args(false);
  command->add_flag("--allow-network", typed.network, "Let the command use the network");
  command->add_option("--time-limit", heal.time_limit_s, "Seconds that one run of the command may take")
      ->check(CLI::Range(1.0, 21600.0).description(""))
      ->type_name("SECONDS");
  command->add_flag(
      "--unattended", heal.unattended,
      "Nobody waits for the answer: `regreen stop`, the circuit breaker, the daily limits and the thresholds bind");
  command->add_flag("--unsafe-no-sandbox", typed.unsafe_no_sandbox,
                    "Run the repository's code without the sandbox, where the sandbox cannot work");
}

void add_deliver(CLI::App& app, Typed& typed) {
  auto* command =
      app.add_subcommand("deliver", "Hand over what `heal --save` found out about a run on GitHub; runs nobody's code");
  command->add_option("FILE", typed.handed.file, "What heal --save wrote")->required();
  command->add_option("--run", typed.handed.remote.run, "The run, by its id; without it the one that the case is about")
      ->type_name("ID");
  command
      ->add_option("--repo", typed.handed.remote.repository,
                   "Its repository; without it where the current folder's origin is")
      ->type_name("OWNER/NAME");
  command
      ->add_option("--deliver", typed.handed_mode,
                   "Push to the branch that was built (push), or open a draft pull request (pr)")
      ->check(CLI::IsMember({"push", "pr"}).description(""))
      ->default_str("pr")
      ->type_name("push|pr");
  command->add_option("--config", typed.handed.config, "Use this configuration instead of the default branch's")
      ->type_name("FILE");
}

void add_init(CLI::App& app, Typed& typed) {
  auto* command =
      app.add_subcommand("init", "Write a workflow that heals failed runs, and a configuration, into a repository");
  auto& init = typed.init;
  command->add_option("REPO", init.repository, "The repository; without it the current folder");
  command->add_option("--action", init.action, "Where GitHub finds regreen, pinned by its commit")
      ->type_name("OWNER/NAME@COMMIT")
      ->required();
  command
      ->add_option("--workflow", init.workflows,
                   "The name of a workflow to heal; repeat for more; without any, all that the repository has")
      ->type_name("NAME")
      ->take_all()
      ->allow_extra_args(false);
  command->add_flag("--two-workflows", init.two_workflows,
                    "What may write becomes a workflow of its own, which shares no run with the one that runs code");
  command->add_flag("--force", init.replace, "Replace what is there");
}

void add_case(CLI::App& command, std::string& id) {
  command.add_option("CASE", id, "The case, or the beginning of its id; without it the newest");
}

void add_cases(CLI::App& app, Typed& typed) {
  add_case(*app.add_subcommand("explain", "Tell everything that was known, tried and decided in a case"),
           typed.explain.id);
  auto* reproduce = app.add_subcommand("reproduce", "Write a case's failure as one script that anybody can run");
  add_case(*reproduce, typed.reproduce.id);
  reproduce
      ->add_option("--output", typed.reproduce.output, "Write it to this file, to be run; without it, it is printed")
      ->type_name("FILE");
  auto* replay = app.add_subcommand(
      "replay", "Check the proof of a repair again: the files, the failure before it, the pass after");
  add_case(*replay, typed.replay.id);
  replay
      ->add_option("--repo", typed.replay.repository,
                   "A clone that has the commit; without it, where it lay when it was healed")
      ->type_name("FOLDER");
  replay->add_option("--env", typed.replay.environment, "Let the command see this variable too; repeat for more")
      ->type_name("NAME")
      ->take_all()
      ->allow_extra_args(false);
}

void add_restraints(CLI::App& app, Typed& typed) {
  auto* rollback =
      app.add_subcommand("rollback", "Take the delivered repair of a case back, where its files are as it left them");
  add_case(*rollback, typed.rollback.id);
  auto* approve = app.add_subcommand("approve", "Hand over the proved repair of a case that was only shown");
  add_case(*approve, typed.approve.id);
  approve
      ->add_option("--deliver", typed.approve_mode,
                   "As for heal; without it a pull request for a run on GitHub, else the working tree (apply)")
      ->check(CLI::IsMember({"apply", "commit", "push", "pr"}).description(""))
      ->type_name("apply|commit|push|pr");
  auto* reject = app.add_subcommand(
      "reject", "Say that the repair of a case is not wanted, and why; where it was delivered, it is taken back");
  add_case(*reject, typed.rollback.id);
  const std::vector<std::string> words(rejections().begin(), rejections().end());
  reject->add_option("--reason", typed.rollback.why, "Why")
      ->required()
      ->check(CLI::IsMember(words).description(""))
      ->type_name(join(words, "|"));
  auto* stop = app.add_subcommand("stop", "Stop all healing that nobody watches, until `regreen resume`");
  stop->add_option("--reason", typed.stop.reason, "Why, for those who will ask")->type_name("TEXT");
  app.add_subcommand("resume", "Let healing go on after `regreen stop`");
}

void add_rules(CLI::App& app, Typed& typed) {
  auto* command = app.add_subcommand("rules", "Look at what is known about failures");
  command->require_subcommand(1);
  const auto add = [&](const char* name, const char* help, RulesOptions::Verb verb) {
    auto* one = command->add_subcommand(name, help);
    one->add_option("FILE", typed.rules.files, "Rule files; without any, all that are in use");
    one->callback([&typed, verb] { typed.rules.verb = verb; });
  };
  add("check", "Tell the mistakes of rule files, with file and line", RulesOptions::Verb::check);
  add("list", "List the rules", RulesOptions::Verb::list);
  add("test", "Try every rule on the lines that it must and must not match", RulesOptions::Verb::test);
}

void add_classifier(CLI::App& app, Typed& typed) {
  auto* train = app.add_subcommand("train", "Train the classifier, with samples of your own beside ours");
  train
      ->add_option("--custom", typed.train.custom,
                   "Samples, CSV or JSON lines, with the columns category and text; repeat for more")
      ->type_name("FILE")
      ->take_all()
      ->allow_extra_args(false);
  train->add_option("--output", typed.train.output, "Where the model goes; use it with --model")->type_name("MODEL");
  auto* evaluate = app.add_subcommand("evaluate", "Measure the classifier: precision, recall, calibration, confusions");
  evaluate
      ->add_option("--samples", typed.evaluate.samples,
                   "Judge these samples; without it ours, each by a model that did not see it")
      ->type_name("FILE");
  evaluate->add_option("--svg", typed.evaluate.svg, "Also draw the reliability diagram")->type_name("FILE");
  auto* predict = app.add_subcommand("predict", "Say what a text reads like, by the classifier alone");
  predict->add_option("TEXT", typed.predict.text, "The text, or - for standard input")->required();
  add_format(*predict, typed.predict.format, text_or_json);
}

}  // namespace

std::unique_ptr<CLI::App> describe(Typed& typed) {
  auto app = std::make_unique<CLI::App>(
      "Turns a red CI run green again: says why it failed, repairs it, proves the repair", "regreen");
  app->set_version_flag("--version", std::string("regreen ") + version);
  app->require_subcommand(1);
  app->fallthrough();
  app->add_option("--db", typed.common.database, "Where the history is kept (REGREEN_DB)")->type_name("FILE");
  app->add_option("--rules", typed.common.rules, "Further rule files or folders; repeat for more")
      ->type_name("PATH")
      ->take_all()
      ->allow_extra_args(false);
  app->add_option("--model", typed.common.model, "Use this classifier (regreen train)")->type_name("FILE");
  add_diagnose(*app, typed);
  add_learn_green(*app, typed);
  add_heal(*app, typed);
  add_deliver(*app, typed);
  add_init(*app, typed);
  add_cases(*app, typed);
  add_restraints(*app, typed);
  app->add_subcommand("fixes", "List the remedies");
  auto* stats = app->add_subcommand("stats", "Count failures and repairs by category");
  add_format(*stats, typed.stats.format, text_or_json);
  auto* trends = app->add_subcommand("trends", "Show what fails more, and what less, day by day");
  add_format(*trends, typed.trends.format, text_or_json);
  trends->add_option("--days", typed.trends.days, "How far to look back")
      ->check(CLI::Range(2, 366).description(""))
      ->default_str("28")
      ->type_name("DAYS");
  add_rules(*app, typed);
  add_classifier(*app, typed);
  auto* doctor = app->add_subcommand("doctor", "Check what healing needs: git, sandbox, store, rules, tools, GitHub");
  doctor
      ->add_option("--repo", typed.doctor.repository,
                   "A repository on GitHub; without it where the current folder's origin is")
      ->type_name("OWNER/NAME");
  app->add_subcommand("man", "Print the manual page")->group("");
  app->footer(
      "Exit codes: 0 it went well, 1 a person has to look, 2 a mistake on the command line, 3 trouble of our own.");
  return app;
}

}  // namespace regreen
