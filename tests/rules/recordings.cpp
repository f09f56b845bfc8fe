#include "rules/recordings.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/text.h"
#include "diagnose/diagnose.h"
#include "read/read.h"
#include "shipped/shipped.h"

namespace regreen {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// "# expect: category rule"
void read_expectation(const fs::path& script, Recording& recording) {
  std::istringstream lines(bytes_of(script));
  for (std::string line, rest; std::getline(lines, line);) {
    if (!line.starts_with("# expect:")) continue;
    std::istringstream(line.substr(9)) >> recording.category >> recording.rule;
    return;
  }
}

std::vector<Recording> read_all() {
  std::vector<Recording> all;
  for (const auto& entry : fs::recursive_directory_iterator("tests/logs")) {
    if (entry.path().extension() != ".log") continue;
    Recording one;
    one.name = fs::relative(entry.path(), "tests/logs").replace_extension().string();
    one.text = bytes_of(entry.path());
    read_expectation("tests/foundry/" + one.name + ".sh", one);
    all.push_back(std::move(one));
  }
  std::ranges::sort(all, {}, &Recording::name);
  return all;
}

constexpr std::string_view runner_says = R"(Current runner version: '2.330.0'
##[group]Operating System
Ubuntu
24.04.1
LTS
##[endgroup]
Prepare workflow directory
Complete job name: check
##[group]Run actions/checkout@v4
with:
  repository: example/shop
  fetch-depth: 1
##[endgroup]
Syncing repository: example/shop
[command]/usr/bin/git version
git version 2.51.0
hint: Using 'master' as the name for the initial branch. This default branch name
hint: is subject to change.
[command]/usr/bin/git config --local --get-regexp core\.sshCommand
##[group]Determining the checkout info
##[endgroup]
 * [new ref]         0123456789abcdef -> origin/main
##[group]Run make check
)";

}  // namespace

const std::vector<Recording>& recordings() {
  static const std::vector<Recording> all = read_all();
  return all;
}

const RuleSet& our_rules() {
  static const RuleSet set = shipped_rules();
  return set;
}

const Model& our_model() {
  static const Model model = shipped_model();
  return model;
}

Answer answer_to(std::string_view log) {
  MemorySource source("a.log", std::string(log));
  const auto evidence = read(source, our_rules());
  if (!evidence) return {};  // some tools pass in silence
  return {evidence->conclusion, diagnose(*evidence, our_rules(), our_model())};
}

Wrapped as_github_job(const Recording& recording) {
  const std::string stamp = "2026-11-21T05:00:00.1234567Z ", end = "\n";
  Wrapped wrapped;
  const auto say = [&](std::string_view line) { wrapped.text += stamp + std::string(line) + end; };
  for (const auto& line : split(trim(runner_says), '\n')) say(line);
  say("\x1b[36;1mmake check\x1b[0m");
  say("shell: /usr/bin/bash -e {0}");
  say("##[endgroup]");
  wrapped.lines_above = static_cast<std::size_t>(std::ranges::count(wrapped.text, '\n'));
  std::string_view output = recording.text;
  if (output.ends_with('\n')) output.remove_suffix(1);
  for (const auto& line : split(output, '\n')) say(line);
  if (!recording.is_green()) say("##[error]Process completed with exit code 1.");
  say("Post job cleanup.");
  say("[command]/usr/bin/git version");
  say("Cleaning up orphan processes");
  return wrapped;
}

}  // namespace regreen
