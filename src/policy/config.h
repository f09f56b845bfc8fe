#pragma once

#include "base/result.h"
#include "model/command.h"
#include "policy/owners.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What a repository allows us to do. It comes from `.github/regreen.yml` of the base commit; docs/configuration.md
/// describes every key.
struct Config {
  bool enabled = true;
  double confidence_threshold = 0.85;        ///< A10; binds unattended work
  std::vector<std::string> protected_files;  ///< globs that the repository names: nothing changes these files
  std::vector<std::string> guarded_files;    ///< globs: only remedies made for them do; default_guarded_files()
  std::size_t max_file_changes = 10;
  std::size_t max_line_changes = 500;          ///< added plus removed
  std::size_t max_attempts = 20;               ///< remedies tried for one Case
  std::size_t parallel_attempts = 0;           ///< tried at the same time; 0: as many as suit the machine
  std::size_t max_heal_attempts_per_day = 20;  ///< C7; Cases of a repository with remedies tried; binds unattended work
  std::size_t max_attempts_per_signature = 3;  ///< A16: without success; binds unattended work
  struct CircuitBreaker {
    double threshold = 0.7;  ///< A16: opens where a smaller part of the window helped
    std::size_t window = 10;
    std::size_t cooldown_minutes = 60;
  };
  CircuitBreaker circuit_breaker;              ///< binds unattended work
  std::vector<std::string> never_heal;         ///< categories, beside C9's
  std::vector<std::string> disabled_remedies;  ///< remedy ids or globs of them
  std::string verify;                          ///< the command that proves a repair
  Network network = Network::none;             ///< may the command reach the network?
  Limits limits;
  bool refuse_owned_files = false;  ///< of CODEOWNERS; binds unattended work
  Owners owners;                    ///< of the base commit, where that is asked for
  std::string security_command;     ///< must not find in a repaired tree what it did not find before; empty: none
  std::string co_author;            ///< "Name <mail>" for commits
  bool tracking_issue = false;      ///< an issue for a failure that people have to mend, where no pull request is told?
  std::vector<std::string> templates;  ///< texts of the repository's own in place of ours: "pull-request"
  bool check_runs = true;              ///< may the commit of a failed run get a check that says why?
  bool suggest = false;  ///< repairs as suggestions in the lines of a pull request, where they fit in there?
  bool comments = true;  ///< may the pull request of a failed run be told what became of it?

  Config();
};

/// What is protected where the repository does not name files itself.
std::vector<std::string> default_guarded_files();

/// Reads the text of `.github/regreen.yml`. An unknown key, a wrong type or a value out of bounds is an error with
/// file, line and column; all of them are listed.
Result<Config> parse_config(std::string_view text, std::string_view file);

/// System C's file: `protected_files` and `max_file_changes` count, at top level and under `security:`; everything
/// else is a warning.
struct ForeignConfig {
  std::vector<std::string> warnings;
};
Result<ForeignConfig> add_auto_heal_config(Config& config, std::string_view text, std::string_view file);

}  // namespace regreen
