#include "verify/preparation.h"

#include "base/among.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace regreen {
namespace {

// Beginnings of commands whose results later steps need.
// clang-format off
constexpr auto builders = std::to_array<std::string_view>({
    "cmake", "make", "ninja", "meson", "./configure", "./bootstrap", "./autogen.sh", "autoreconf", "cargo build", "go build",
    "go generate", "tsc", "npx tsc", "npm run build", "npm run compile", "npm run generate", "yarn build", "yarn run build",
    "pnpm build", "pnpm run build", "mvn", "./mvnw", "gradle", "./gradlew", "dotnet build", "bazel build", "cabal build",
    "stack build", "javac", "kotlinc", "gcc", "g++", "cc", "c++", "clang", "clang++", "rustc", "ghc", "protoc", "mkdir", "cp",
    "ln", "python setup.py build_ext", "python3 setup.py build_ext", "python -m build", "python3 -m build",
});
// clang-format on

// Words of commands that set up a machine: they need a network, or rights that the sandbox does not give.
// clang-format off
constexpr auto installers = std::to_array<std::string_view>({
    "sudo", "apt", "apt-get", "apk", "dnf", "yum", "brew", "choco", "pip", "pip3", "pipx", "uv", "poetry", "pdm", "conda", "mamba",
    "gem", "bundle", "curl", "wget", "docker", "rustup", "corepack", "nvm", "pyenv", "gh", "ssh", "scp", "aws", "az", "gcloud",
    "install", "ci", "restore", "clone", "push", "login", "upload", "deploy", "publish",
});
// clang-format on

bool begins_with(std::string_view line, std::string_view command) {
  return line.starts_with(command) && (line.size() == command.size() || line[command.size()] == ' ');
}

bool builds(std::string_view line) {
  return std::ranges::any_of(builders, [&](const auto command) { return begins_with(line, command); });
}

bool installs(std::string_view line) {
  return std::ranges::any_of(split(line, ' '), [](const auto word) { return is_among(word, installers); });
}

enum class Purpose { building, setting_up, other };

Purpose purpose_of(const Task& task) {
  bool builder = false, installer = false;
  for (const auto line : split_lines(task.run)) {
    builder = builder || builds(trim(line));
    installer = installer || installs(trim(line));
  }
  if (installer) return Purpose::setting_up;
  return builder ? Purpose::building : Purpose::other;
}

}  // namespace

Preparation preparation_for(const std::vector<Task>& before) {
  Preparation preparation;
  for (const auto& task : before) {
    if (!task.action.empty() || !task.may_run) continue;
    const Purpose purpose = purpose_of(task);
    if (purpose == Purpose::building && task.unknown.empty())
      preparation.tasks.push_back(task);
    else if (purpose != Purpose::other)
      preparation.left_out.push_back(task.name);
  }
  return preparation;
}

}  // namespace regreen
