#pragma once

#include "adapters/sqlite/store.h"
#include "base/result.h"
#include "classify/model.h"
#include "cli/options.h"
#include "deliver/deliver.h"
#include "policy/config.h"
#include "rules/rule_set.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace regreen {

/// What commands need from this machine: its environment, rules, configuration, store.

/// A variable of the environment; "" where it is not set.
std::string variable(const char* name);

/// The user's rule files (~/.config/regreen/rules), and those named on the command line.
Result<std::vector<RuleFile>> rule_files(const CommonOptions& common);

/// The shipped rules, and those of files.
Result<RuleSet> load_rules(const std::vector<RuleFile>& files);
Result<RuleSet> load_rules(const CommonOptions& common);

/// … and those in `.github/regreen/rules` of a repository's HEAD commit.
Result<RuleSet> load_rules(const CommonOptions& common, const std::string& repository);

/// The classifier: --model, else the one that ships.
Result<Model> load_model(const CommonOptions& common);

/// Completes or undoes the change of a repository that a killed regreen left half made, and says so.
void settle_what_was_interrupted();

/// Where the history is kept: --db, $REGREEN_DB, else regreen.db in the state folder.
Result<std::string> database_path(const CommonOptions& common);
Result<std::unique_ptr<SqliteStore>> open_store(const CommonOptions& common);

/// The history where there is one; nothing where nothing was ever kept.
Result<std::unique_ptr<SqliteStore>> open_store_that_exists(const CommonOptions& common);

/// The configuration for a repository: the named file, $REGREEN_CONFIG, `.github/regreen.yml` of its HEAD commit,
/// ~/.config/regreen/config.yml, defaults; then what `.github/auto-heal-config.yml` adds. `warnings` are for people.
struct Configured {
  Config config;
  std::vector<std::string> warnings;
};
Result<Configured> load_config(const std::string& repository, const std::string& named);

/// Reads one file of the repository that a configuration is of, as that is read; nothing where there is none.
using ReadOfRepository = std::function<Result<std::optional<std::string>>(const std::string& path)>;

/// The texts that people see: the shipped ones; in their place the user's (~/.config/regreen/templates), and before those the ones that the
/// configuration names, in `.github/regreen/templates`.
Result<Texts> load_texts(const Config& config, const ReadOfRepository& read);

/// Reads from a repository's HEAD commit.
ReadOfRepository at_head(const std::string& repository);

/// How a repair is handed over, as the configuration wants it; `file` for the mode patch.
DeliverOptions deliver_options(const Config& config, Texts texts, DeliveryMode mode, const std::string& file = "");

}  // namespace regreen
