#pragma once

#include "read/dialect.h"

namespace regreen {

/// All dialects, asked in turn; most lines say nothing in any of them.
class Ear {
 public:
  explicit Ear(GitHubDialect::Groups groups) : github_(groups) {}

  Heard hear(const Line& line, Outline& outline) {
    if (auto folder = folder_named_by(line.text)) outline.add_folder(*std::move(folder));
    if (const auto heard = github_.hear(line, outline)) return *heard;
    if (const auto heard = travis_.hear(line, outline)) return *heard;
    if (const auto heard = gitlab_.hear(line, outline)) return *heard;
    if (const auto heard = jenkins_.hear(line, outline)) return *heard;
    if (const auto heard = buildkite_.hear(line, outline)) return *heard;
    if (const auto heard = buildkit_.hear(line)) return *heard;
    if (const auto heard = package_script_.hear(line)) return *heard;
    if (const auto heard = shell_.hear(line, outline)) return *heard;
    return {Voice::program, line.text};
  }

  /// Must the next line be heard, whatever it says? Else only lines that may be a mark change what is heard later.
  bool awaits() const {
    return github_.awaits() || travis_.awaits() || buildkite_.awaits() || buildkit_.awaits() ||
           package_script_.awaits() || shell_.awaits();
  }

 private:
  GitHubDialect github_;
  TravisDialect travis_;
  GitLabDialect gitlab_;
  JenkinsDialect jenkins_;
  BuildkiteDialect buildkite_;
  BuildKitDialect buildkit_;
  PackageScriptDialect package_script_;
  ShellDialect shell_;
};

/// May a clean line be one by which a dialect's state changes, while no dialect awaits a line? Answers yes too often
/// rather than too rarely.
bool may_be_mark(std::string_view text);

}  // namespace regreen
