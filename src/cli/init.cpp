#include "base/among.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/terminal.h"
#include "os/file.h"
#include "os/folder.h"
#include "report/workflow_file.h"
#include "verify/workflow_name.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <filesystem>

namespace regreen {
namespace {

constexpr std::string_view configuration_path = ".github/regreen.yml";
constexpr std::size_t workflow_bytes_max = 1 << 20;

// A tag or a branch can be moved to other code; a commit cannot.
Result<void> check_action(const std::string& action) {
  static const re2::RE2 pinned(R"([\w.-]+/[\w.-]+(/[\w.-]+)*@[0-9a-f]{40})");
  if (re2::RE2::FullMatch(action, pinned)) return {};
  return fail(ErrorKind::invalid, fmt::format("--action '{}' is not pinned by a commit, such as OWNER/regreen@{}",
                                              printable(action), "0123456789abcdef0123456789abcdef01234567"));
}

// GitHub calls a workflow without a name by its path.
Result<std::vector<std::string>> workflows_of(const std::string& repository) {
  std::vector<std::string> names;
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator(repository + "/.github/workflows", trouble)) {
    const std::string path = ".github/workflows/" + entry.path().filename().string();
    const bool is_ours = is_among(path, workflow_paths);
    if (!is_workflow_path(path) || is_ours || !entry.is_regular_file(trouble)) continue;
    const std::string text = TRY(read_file(repository + "/" + path, workflow_bytes_max));
    names.push_back(workflow_name(text).value_or(path));
  }
  std::ranges::sort(names);
  if (!names.empty()) return names;
  return fail(ErrorKind::not_found,
              fmt::format("{} has no workflow: name those that will be there with --workflow", repository));
}

Result<void> put(const InitOptions& options, std::string_view path, const std::string& text) {
  const std::string file = options.repository + "/" + std::string(path);
  const auto there = read_file(file, workflow_bytes_max);
  if (there && *there == text) return {};
  if (there && !options.replace) return fail(ErrorKind::denied, file + " is there already: --force replaces it");
  TRY(make_folders(parent_of(file)));
  TRY(replace_file(file, text));
  fmt::print("wrote {}\n", printable(file));
  return {};
}

Result<void> init(const InitOptions& options) {
  TRY(check_action(options.action));
  TRY(real_path(options.repository));
  const auto workflows = options.workflows.empty() ? TRY(workflows_of(options.repository)) : options.workflows;
  const auto form = options.two_workflows ? WorkflowForm::two : WorkflowForm::one;
  for (const auto& file : workflow_files(workflows, options.action, form)) TRY(put(options, file.path, file.text));
  TRY(put(options, configuration_path, configuration_file()));
  fmt::print(
      "It heals failed runs of: {}\nCommit these files to the default branch: a workflow_run event runs what lies "
      "there.\n",
      printable(join(workflows, ", ")));
  return {};
}

}  // namespace

int run_init(const InitOptions& options) {
  const auto done = init(options);
  if (done) return exit_well;
  complain(done.error().message);
  return done.error().kind == ErrorKind::denied    ? exit_look
         : done.error().kind == ErrorKind::invalid ? exit_usage
                                                   : exit_trouble;
}

}  // namespace regreen
