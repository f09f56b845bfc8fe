#include <cstdlib>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "adapters/bubblewrap/workspace.h"
#include "adapters/local/forge.h"
#include "adapters/local/identify.h"
#include "adapters/system/clock.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "engine/engine.h"
#include "os/file.h"
#include "os/folder.h"
#include "os/program.h"
#include "report/json.h"
#include "report/text.h"

namespace regreen {
namespace {

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

Result<Case> heal(const CommonOptions& common, const HealCommand& options) {
  Progress progress;
  const std::string state = TRY(state_folder());
  const LocalRepository repository = TRY(identify(options.repository));
  if (!options.out.empty()) TRY(real_path(parent_of(options.out)));  // before anything is changed
  const RuleSet rules = TRY(load_rules(common, repository.path));
  const auto forge = TRY(open_local_forge({repository.path, options.log, state}));
  const Configured configured = TRY(load_config(repository.path, options.config));
  for (const auto& warning : configured.warnings) warn(warning);
  const auto store = TRY(open_store(common));
  const auto workspace = TRY(open_workspace(repository.path, workspace_settings(options, state)));
  SystemClock clock;
  Engine engine({*forge, *workspace, *store, clock}, rules, configured.config);
  HealOptions how;
  how.verify = verify_command(options, configured.config);
  how.deliver = {options.mode, options.patch_file, configured.config.co_author};
  how.version = version;
  how.progress = [&](std::string_view line) { progress.show(line); };
  return engine.heal({repository.path, repository.head, "", repository.branch}, how);
}

}  // namespace

int run_heal(const CommonOptions& common, const HealCommand& options) {
  const auto one = heal(common, options);
  if (!one) {
    complain(one.error().message);
    return exit_trouble;
  }
  if (const auto written = write_out(options.out, *one); !written) {
    complain(written.error().message);
    return exit_trouble;
  }
  if (options.format == Format::json) {
    fmt::print("{}\n", dump(heal_json(*one), Indent::yes));
  } else {
    fmt::print("{}", heal_text(*one, colour_of_output()));
  }
  return exit_code_of(one->outcome()->decision);
}

}  // namespace regreen
