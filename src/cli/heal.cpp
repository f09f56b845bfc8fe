#include "adapters/bubblewrap/workspace.h"
#include "adapters/github/ci_workspace.h"
#include "adapters/local/forge.h"
#include "adapters/local/identify.h"
#include "adapters/system/clock.h"
#include "base/text.h"
#include "cli/actions.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/remote.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "deliver/pull_request.h"
#include "engine/engine.h"
#include "model/case_file.h"
#include "os/file.h"
#include "os/folder.h"
#include "os/program.h"
#include "report/actions.h"
#include "report/json.h"
#include "report/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace regreen {
namespace {

constexpr double ci_time_s = 3600;  // that CI may take for an attempt

int exit_code_of(Decision decision) {
  const bool well = decision == Decision::patched || decision == Decision::retry || decision == Decision::nothing;
  return well ? exit_well : exit_look;
}

Command verify_command(const HealCommand& options, const Config& config) {
  Command command{options.verify.empty() ? config.verify : options.verify, config.limits, config.network};
  if (options.network == Permission::yes) command.network = Network::allowed;
  if (options.time_limit_s) command.limits.time_s = *options.time_limit_s;
  return command;
}

WorkspaceSettings workspace_settings(const HealCommand& options, const std::string& state) {
  WorkspaceSettings settings;
  settings.state_folder = state;
  settings.environment = own_environment();
  settings.more_variables = options.environment;
  if (options.unsafe_no_sandbox == Permission::yes) settings.isolation = WorkspaceSettings::Isolation::none;
  return settings;
}

Result<void> write_out(const std::string& path, const Case& one) {
  if (path.empty()) return {};
  return replace_file(path, dump(heal_json(one), Indent::yes) + "\n");
}

/// What is healed: a folder in the state that failed, the run's log, and who says what may be done.
struct Site {
  LocalRepository repository;
  RunRef run;
  std::string log;
  std::string config;  ///< a file; empty: the repository's
  std::string policy;  ///< the repository whose rules and configuration count
};

/// A finished Case, and where its repair can be seen.
struct Healed {
  Case one;
  std::string where;
  Texts texts;  ///< by which people are told
};

Result<Site> site_of_log(const HealCommand& options) {
  LocalRepository repository = TRY(identify(options.repository.empty() ? "." : options.repository));
  RunRef run{repository.path, repository.head, "", repository.branch};
  const std::string path = repository.path;
  return Site{std::move(repository), std::move(run), options.log, options.config, path};
}

// The user's own checkout has to be of the commit that the run built.
Result<LocalRepository> checkout_of(const HealCommand& options, Remote& remote) {
  if (options.repository.empty()) {
    const bool stays_here = options.mode == DeliveryMode::apply || options.mode == DeliveryMode::commit;
    if (stays_here)
      return fail(ErrorKind::invalid,
                  "--deliver apply and commit change a checkout of yours: name it (regreen heal REPO --run …)");
    return identify(TRY(remote.checkout()));
  }
  LocalRepository repository = TRY(identify(options.repository));
  const std::string& head = remote.run().head;
  if (repository.head == head) return repository;
  return fail(ErrorKind::invalid,
              fmt::format("{} is not at {}, which the run built: check that out, or leave the folder out",
                          repository.path, head.substr(0, 12)));
}

Result<Site> site_of_run(const HealCommand& options, Remote& remote) {
  const RemoteRun& run = remote.run();
  Site site;
  site.log = TRY(remote.log());
  site.repository = TRY(checkout_of(options, remote));
  site.run = run.ref();
  site.config = options.config.empty() ? TRY(remote.configuration()) : options.config;
  site.policy = run.is_trusted() ? site.repository.path : "/";
  return site;
}

// `--verify ci`: the run's own workflow has to be green with the repair, on the branch that it is then proposed from.
constexpr std::string_view ci = "ci";

bool may_ask_ci(const HealCommand& options) { return options.remote.wanted() && options.mode == DeliveryMode::pull; }

Result<void> check(const HealCommand& options) {
  for (const auto& file : {options.out, options.save}) {
    if (!file.empty()) TRY(real_path(parent_of(file)));  // before anything is changed
  }
  if (options.verify != ci || may_ask_ci(options)) return {};
  return fail(ErrorKind::invalid,
              "--verify ci is for a run on GitHub, with --deliver pr: CI builds what it is shown there");
}

/// Where commands of a healing run: here, but what verifies it may be CI.
struct Stage {
  std::unique_ptr<Workspace> here;
  std::unique_ptr<Workspace> in_ci;

  Workspace& workspace() const { return in_ci ? *in_ci : *here; }
};

Result<Stage> set_up(const HealCommand& options, const Site& site, Remote* remote, const std::string& state,
                     Command& verify) {
  Stage stage{TRY(open_workspace(site.repository.path, workspace_settings(options, state))), nullptr};
  if (verify.line != ci) return stage;
  verify.line.clear();
  if (!may_ask_ci(options)) return stage;
  stage.in_ci = TRY(remote->ci(*stage.here, site.log, case_id(site.run)));
  verify.line = ci_command(remote->run());
  verify.limits.time_s = options.time_limit_s.value_or(ci_time_s);
  return stage;
}

Result<Healed> heal(const CommonOptions& common, const HealCommand& options) {
  Progress progress;
  const std::string state = TRY(state_folder());
  TRY(check(options));
  std::unique_ptr<Remote> remote;
  if (options.remote.wanted()) {
    const auto access = goes_to_forge(options.mode) ? Access::write : Access::read;
    remote = TRY(Remote::open(options.remote, options.repository.empty() ? "." : options.repository, access, progress));
  }
  const Site site = TRY(remote ? site_of_run(options, *remote) : site_of_log(options));
  const RuleSet rules = TRY(load_rules(common, site.policy));
  const auto local = TRY(open_local_forge({site.repository.path, site.log, state}));
  Healed healed;
  const auto tell = [&](std::string_view where) { healed.where = where; };
  const auto github = remote ? remote->forge(*local, tell) : nullptr;
  const Configured configured = TRY(load_config(site.policy, site.config));
  for (const auto& warning : configured.warnings) warn(warning);
  const auto read = [&](const std::string& path) { return remote->read(path); };
  healed.texts = TRY(load_texts(configured.config, remote ? read : at_head(site.policy)));
  const auto store = TRY(open_store(common));
  HealOptions how;
  how.verify = verify_command(options, configured.config);
  const Stage stage = TRY(set_up(options, site, remote.get(), state, how.verify));
  SystemClock clock;
  Engine engine({github ? *github : *local, stage.workspace(), *store, clock}, rules, configured.config);
  how.deliver = deliver_options(configured.config, healed.texts, options.mode, options.patch_file);
  how.attended = options.unattended ? Attended::no : Attended::yes;
  how.version = version;
  how.progress = [&](std::string_view line) { progress.show(line); };
  healed.one = TRY(engine.heal(site.run, how));
  return healed;
}

}  // namespace

int run_heal(const CommonOptions& common, const HealCommand& options) {
  const auto healed = heal(common, options);
  if (!healed) {
    complain(healed.error().message);
    return exit_trouble;
  }
  const Case& one = healed->one;
  if (const auto written = write_out(options.out, one); !written) {
    complain(written.error().message);
    return exit_trouble;
  }
  if (const auto saved = options.save.empty() ? Result<void>() : replace_file(options.save, case_file(one)); !saved) {
    complain(saved.error().message);
    return exit_trouble;
  }
  tell_actions(step_outputs(one, healed->where), summary_text(one, healed->texts));
  if (options.format == Format::json) {
    fmt::print("{}\n", dump(heal_json(one), Indent::yes));
  } else {
    fmt::print("{}", heal_text(one, colour_of_output()));
    if (!healed->where.empty()) fmt::print("{}\n", printable(healed->where));
  }
  return exit_code_of(one.outcome()->decision);
}

}  // namespace regreen
