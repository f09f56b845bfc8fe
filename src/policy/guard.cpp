#include "policy/guard.h"

#include "base/mask.h"
#include "base/text.h"
#include "model/of_others.h"
#include "policy/guard/changed_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

bool is_listed(std::string_view path, const std::vector<std::string>& globs) {
  return std::ranges::any_of(globs, [&](const auto& glob) { return glob_matches(glob, path); });
}

using FileGuard = std::optional<Refusal> (*)(const FileChange&, const Remedy&, const Config&);

std::optional<Refusal> guard_path(const FileChange& change, const Remedy&, const Config&) {
  if (is_confined_path(change.path) && !change.path.starts_with(".git/") && !contains(change.path, "/.git/"))
    return std::nullopt;
  return Refusal{"guard.path", fmt::format("'{}' does not lie inside the repository", printable(change.path))};
}

std::optional<Refusal> guard_submodule(const FileChange& change, const Remedy&, const Config&) {
  if (change.path != ".gitmodules") return std::nullopt;
  return Refusal{"guard.path", "submodules are other repositories: only a human changes them"};
}

std::optional<Refusal> guard_protected(const FileChange& change, const Remedy& remedy, const Config& config) {
  const bool may_change = is_listed(change.path, remedy.may_change) && !is_listed(change.path, config.protected_files);
  if (may_change || !is_protected(change.path, config)) return std::nullopt;
  return Refusal{"policy.protected-file", fmt::format("{} is protected: only a human changes it", change.path)};
}

// What others wrote, kept here as it came. The failure may stand there, and its mending elsewhere.
std::optional<Refusal> guard_of_others(const FileChange& change, const Remedy& remedy, const Config&) {
  if (!is_of_others(change.path) || is_listed(change.path, remedy.may_change)) return std::nullopt;
  return Refusal{"policy.protected-file", fmt::format("{} is what others wrote: only a human changes it", change.path)};
}

std::optional<Refusal> guard_binary(const FileChange& change, const Remedy&, const Config&) {
  const auto binary = [](const std::optional<std::string>& bytes) {
    return bytes && contains(*bytes, std::string_view("\0", 1));
  };
  if (!binary(change.before) && !binary(change.after)) return std::nullopt;
  return Refusal{"guard.binary", fmt::format("{} is not text", change.path)};
}

std::optional<Refusal> guard_secret(const FileChange& change, const Remedy&, const Config&) {
  if (std::ranges::none_of(added_lines(change), holds_token)) return std::nullopt;
  return Refusal{"guard.secret", fmt::format("the patch would write a secret into {}", change.path)};
}

std::optional<Refusal> guard_mode(const FileChange& change, const Remedy&, const Config&) {
  if (!change.after || !change.executable_after || change.executable_before) return std::nullopt;
  if (change.after->starts_with("#!")) return std::nullopt;
  return Refusal{"guard.mode", fmt::format("{} is no script and would become executable", change.path)};
}

constexpr auto file_guards = std::to_array<FileGuard>(
    {guard_path, guard_submodule, guard_protected, guard_of_others, guard_binary, guard_secret, guard_mode});

constexpr auto patch_guards =
    std::to_array<PatchGuard>({guard_lost_tests, guard_silencers, guard_assertions, guard_expectations, guard_limits,
                               guard_checks, guard_lists, guard_swallowed, guard_special_cases});

}  // namespace

bool is_protected(std::string_view path, const Config& config) {
  return is_listed(path, config.protected_files) || is_listed(path, config.guarded_files);
}

std::optional<Refusal> guard(const Patch& patch, const Remedy& remedy, const Config& config) {
  for (const auto& change : patch.changes) {
    for (const auto judge : file_guards) {
      if (auto refusal = judge(change, remedy, config)) return refusal;
    }
  }
  const auto files = read_changes(patch);
  for (const auto judge : patch_guards) {
    if (auto refusal = judge(files, remedy)) return refusal;
  }
  return std::nullopt;
}

std::optional<Refusal> guard_size(const Patch& patch, const Config& config) {
  if (patch.changes.size() > config.max_file_changes) {
    return Refusal{"policy.max-file-changes",
                   fmt::format("{} files would change, {} are allowed", patch.changes.size(), config.max_file_changes)};
  }
  std::size_t lines = 0;
  for (const auto& change : patch.changes) {
    const LineCounts counts = count_lines(change);
    lines += counts.added + counts.removed;
  }
  if (lines <= config.max_line_changes) return std::nullopt;
  return Refusal{"policy.max-line-changes",
                 fmt::format("{} lines would change, {} are allowed", lines, config.max_line_changes)};
}

std::optional<Refusal> guard_owned(const Patch& patch, const Config& config) {
  if (!config.refuse_owned_files) return std::nullopt;
  for (const auto& change : patch.changes) {
    const auto names = config.owners.of(change.path);
    if (!names.empty()) {
      return Refusal{"policy.owned-file",
                     fmt::format("{} belongs to {}, who have to agree", change.path, printable(join(names, ", ")))};
    }
  }
  return std::nullopt;
}

}  // namespace regreen
