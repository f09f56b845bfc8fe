#include "os/git.h"

#include "base/text.h"

#include <array>
#include <cstdlib>

namespace regreen {
namespace {

constexpr double time_s_max = 300;  // a huge repository on a slow disk

// Configuration that beats every file's. Another owner is no danger here: nothing of the repository is run.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> overrides = {{
    {"safe.directory", "*"},
    {"core.hooksPath", "/dev/null"},
    {"core.fsmonitor", "false"},
    {"protocol.allow", "never"},
    {"gc.auto", "0"},
    {"maintenance.auto", "false"},
}};

std::vector<std::string> environment() {
  std::vector<std::string> result = {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1",
                                     "GIT_PAGER=cat"};
  for (const char* name :
       {"PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "TZ"}) {
    if (const char* value = std::getenv(name)) result.push_back(std::string(name) + "=" + value);
  }
  result.push_back("GIT_CONFIG_COUNT=" + std::to_string(overrides.size()));
  for (std::size_t i = 0; i < overrides.size(); ++i) {
    const std::string number = std::to_string(i);
    result.push_back("GIT_CONFIG_KEY_" + number + "=" + std::string(overrides[i].first));
    result.push_back("GIT_CONFIG_VALUE_" + number + "=" + std::string(overrides[i].second));
  }
  return result;
}

}  // namespace

Result<Ended> run_git(const std::string& folder, std::vector<std::string> arguments, GitOptions options) {
  Program git;
  git.arguments = std::move(arguments);
  git.arguments.insert(git.arguments.begin(), "git");
  git.folder = folder;
  git.environment = environment();
  for (auto& entry : options.environment) git.environment.push_back(std::move(entry));
  git.input = std::move(options.input);
  git.time_s = time_s_max;
  git.signal_if_we_die = SIGTERM;  // on which it takes its lock files away
  return run(git);
}

Result<std::string> ask_git(const std::string& folder, std::vector<std::string> arguments, GitOptions options) {
  const std::string what = "git " + join(arguments, " ");
  Ended ended = TRY(run_git(folder, std::move(arguments), std::move(options)));
  if (ended.timed_out) return fail(ErrorKind::unavailable, what + " did not end");
  if (!ended.passed()) return fail(ErrorKind::invalid, what + ": " + printable(trim(ended.errors)));
  if (ended.clipped) return fail(ErrorKind::invalid, what + " answered more than we can take");
  if (ended.output.ends_with('\n')) ended.output.pop_back();
  return std::move(ended.output);
}

}  // namespace regreen
