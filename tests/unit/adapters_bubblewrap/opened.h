#pragma once

#include "adapters/bubblewrap/workspace.h"
#include "os/program.h"
#include "support/scratch.h"

#include <gtest/gtest.h>

namespace regreen {

/// How the tests run commands: every promise holds for each.
enum class Way { overlay, copies, unsafe };

inline void PrintTo(Way way, std::ostream* out) {
  *out << (way == Way::overlay ? "overlay" : way == Way::copies ? "copies" : "unsafe");
}

inline WorkspaceSettings settings_for(const ScratchRepository& repository, Way way,
                                      std::vector<std::string> environment = {}) {
  WorkspaceSettings settings;
  settings.state_folder = repository.state();
  settings.environment = std::move(environment);
  settings.environment.push_back("PATH=/usr/local/bin:/usr/bin:/bin");
  if (way == Way::copies) settings.layering = WorkspaceSettings::Layering::copies;
  if (way == Way::unsafe) settings.isolation = WorkspaceSettings::Isolation::none;
  return settings;
}

/// Tests of what only a sandbox can promise, with a workspace at hand; skipped where bubblewrap does not work.
class WithWorkspace : public testing::TestWithParam<Way> {
 protected:
  /// Opens a workspace over `repository`; nothing, and the test is skipped, where it cannot.
  Workspace* open(const ScratchRepository& repository, std::vector<std::string> environment = {}) {
    auto opened = open_workspace(repository.path(), settings_for(repository, GetParam(), std::move(environment)));
    if (!opened && opened.error().kind == ErrorKind::denied) skipped_ = opened.error().message;
    if (!opened && skipped_.empty()) ADD_FAILURE() << opened.error().message;
    workspace_ = opened ? std::move(*opened) : nullptr;
    return workspace_.get();
  }

  /// The result of a command; a failure of the test where there is none.
  Rehearsal rehearse(const std::string& line, const Patch& patch = {}, Limits limits = {}) {
    auto result = workspace_->rehearse(patch, {line, limits, Network::none});
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return result.value_or(Rehearsal{});
  }
  std::string output_of(const std::string& line, const Patch& patch = {}) { return rehearse(line, patch).output; }

  bool in_sandbox() const { return GetParam() != Way::unsafe; }

  std::unique_ptr<Workspace> workspace_;
  std::string skipped_;
};

}  // namespace regreen
