#include "cli/setting.h"

#include "adapters/local/journal.h"
#include "base/text.h"
#include "cli/terminal.h"
#include "os/file.h"
#include "os/folder.h"
#include "os/git.h"
#include "shipped/shipped.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace regreen {
namespace {

constexpr std::size_t text_file_bytes_max = 4 << 20;
constexpr std::size_t model_bytes_max = 64 << 20;
constexpr std::size_t config_bytes_max = 1 << 20;

std::string user_folder() {
  if (const auto folder = variable("XDG_CONFIG_HOME"); !folder.empty()) return folder + "/regreen";
  if (const auto home = variable("HOME"); !home.empty()) return home + "/.config/regreen";
  return "";
}

void append(std::vector<RuleFile>& files, std::vector<RuleFile> more) {
  for (auto& file : more) files.push_back(std::move(file));
}

// A file as it is in the HEAD commit: what stands in the working tree may be the change under repair.
Result<std::optional<std::string>> read_at_head(const std::string& repository, const std::string& path) {
  const Ended ended = TRY(run_git(repository, {"cat-file", "blob", "HEAD:" + path}));
  if (!ended.passed()) return std::nullopt;  // no such file there; that it is a repository is checked elsewhere
  return ended.output;
}

Result<Owners> owners_at_head(const std::string& repository) {
  for (const auto path : owners_files) {
    const auto text = TRY(read_at_head(repository, std::string(path)));
    if (text) return Owners::parse(*text);
  }
  return Owners();
}

Result<std::vector<RuleFile>> rule_files_at_head(const std::string& repository) {
  const Ended listed =
      TRY(run_git(repository, {"ls-tree", "-z", "--full-tree", "--name-only", "HEAD", ".github/regreen/rules/"}));
  std::vector<RuleFile> files;
  if (!listed.passed()) return files;  // that it is a repository is checked elsewhere
  for (const auto name : split(listed.output, '\0')) {
    if (!name.ends_with(".toml")) continue;
    auto text = TRY(read_at_head(repository, std::string(name)));
    if (text) files.push_back({std::string(name), std::move(*text)});
  }
  return files;
}

// The file, or those of a folder with such a name.
Result<std::vector<TextFile>> files_at(const std::string& path, std::string_view ending) {
  std::error_code trouble;
  std::vector<std::string> paths;
  if (std::filesystem::is_directory(path, trouble)) {
    for (const auto& entry : std::filesystem::directory_iterator(path, trouble)) {
      if (entry.path().extension() == ending) paths.push_back(entry.path().string());
    }
    std::ranges::sort(paths);
  } else {
    paths.push_back(path);
  }
  std::vector<TextFile> files;
  for (const auto& one : paths) {
    std::string text = TRY(read_file(one, text_file_bytes_max));
    files.push_back({one, std::move(text)});
  }
  return files;
}

Result<Configured> parse_named(const std::string& path) {
  const std::string text = TRY(read_file(path, config_bytes_max));
  Config config = TRY(parse_config(text, path));
  return Configured{std::move(config), {}};
}

Result<Configured> load_main_config(const std::string& repository, const std::string& named) {
  if (!named.empty()) return parse_named(named);
  if (const auto path = variable("REGREEN_CONFIG"); !path.empty()) return parse_named(path);
  const auto of_head = TRY(read_at_head(repository, ".github/regreen.yml"));
  if (of_head) {
    Config config = TRY(parse_config(*of_head, ".github/regreen.yml"));
    return Configured{std::move(config), {}};
  }
  const std::string own = user_folder() + "/config.yml";
  return std::filesystem::exists(own) ? parse_named(own) : Configured{};
}

}  // namespace

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

Result<std::vector<RuleFile>> rule_files(const CommonOptions& common) {
  std::vector<RuleFile> files;
  const std::string own = user_folder() + "/rules";
  if (std::filesystem::exists(own)) {
    auto more = TRY(files_at(own, ".toml"));
    append(files, std::move(more));
  }
  for (const auto& path : common.rules) {
    auto more = TRY(files_at(path, ".toml"));
    append(files, std::move(more));
  }
  return files;
}

Result<RuleSet> load_rules(const std::vector<RuleFile>& files) { return RuleSet::load(shipped_content(), files); }

Result<RuleSet> load_rules(const CommonOptions& common) {
  const auto files = TRY(rule_files(common));
  return load_rules(files);
}

Result<Model> load_model(const CommonOptions& common) {
  if (common.model.empty()) return shipped_model();
  auto bytes = TRY(read_file(common.model, model_bytes_max));
  auto model = Model::read(std::make_shared<const std::string>(std::move(bytes)));
  if (!model) return tl::unexpected(std::move(model).error().during(common.model));
  return model;
}

void settle_what_was_interrupted() {
  const auto state = state_folder();
  if (!state || !std::filesystem::exists(*state)) return;
  const auto recovered = recover(*state);
  if (!recovered) return complain(recovered.error().message);
  for (const auto& one : *recovered) {
    const bool completed = one.how == Recovered::How::completed;
    warn(fmt::format("{}: an interrupted change of {} was {}", one.repository, join(one.files, ", "),
                     completed ? "completed" : "undone"));
  }
}

Result<RuleSet> load_rules(const CommonOptions& common, const std::string& repository) {
  auto files = TRY(rule_files(common));
  auto more = TRY(rule_files_at_head(repository));
  append(files, std::move(more));
  return load_rules(files);
}

Result<std::string> database_path(const CommonOptions& common) {
  if (!common.database.empty()) return common.database;
  if (const auto path = variable("REGREEN_DB"); !path.empty()) return path;
  const std::string folder = TRY(state_folder());
  return folder + "/regreen.db";
}

Result<std::unique_ptr<SqliteStore>> open_store(const CommonOptions& common) {
  const std::string path = TRY(database_path(common));
  return SqliteStore::open(path);
}

Result<std::unique_ptr<SqliteStore>> open_store_that_exists(const CommonOptions& common) {
  const std::string path = TRY(database_path(common));
  std::error_code trouble;
  if (!std::filesystem::exists(path, trouble)) return nullptr;
  return SqliteStore::open(path);
}

Result<Configured> load_config(const std::string& repository, const std::string& named) {
  Configured configured = TRY(load_main_config(repository, named));
  const std::string foreign_path = ".github/auto-heal-config.yml";
  const auto foreign = TRY(read_at_head(repository, foreign_path));
  if (foreign) {
    auto added = TRY(add_auto_heal_config(configured.config, *foreign, foreign_path));
    configured.warnings = std::move(added.warnings);
  }
  if (configured.config.refuse_owned_files) configured.config.owners = TRY(owners_at_head(repository));
  return configured;
}

Result<Texts> load_texts(const Config& config, const ReadOfRepository& read) {
  auto files = shipped_texts();
  if (const auto own = user_folder() + "/templates"; std::filesystem::exists(own)) {
    auto more = TRY(files_at(own, ".md"));
    append(files, std::move(more));
  }
  for (const auto& name : config.templates) {
    const std::string path = fmt::format(".github/regreen/templates/{}.md", name);
    if (!is_confined_path(path))
      return fail(ErrorKind::invalid, "templates: '" + printable(name) + "' is no name of a text");
    auto text = TRY(read(path));
    if (!text) return fail(ErrorKind::invalid, printable(path) + " is named by the configuration, and is not there");
    files.push_back({path, std::move(*text)});
  }
  return Texts::load(files);
}

ReadOfRepository at_head(const std::string& repository) {
  return [repository](const std::string& path) { return read_at_head(repository, path); };
}

DeliverOptions deliver_options(const Config& config, Texts texts, DeliveryMode mode, const std::string& file) {
  DeliverOptions options;
  options.mode = mode;
  options.file = file;
  options.co_author = config.co_author;
  options.issues = config.tracking_issue;
  options.comments = config.comments;
  options.checks = config.check_runs;
  options.suggestions = config.suggest;
  options.texts = std::move(texts);
  return options;
}

}  // namespace regreen
