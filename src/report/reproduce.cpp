#include "report/reproduce.h"

#include "base/text.h"

#include <fmt/format.h>

namespace regreen {
namespace {

// What is told in a comment must not leave it.
std::string comment(std::string_view text) { return replace_all(printable(text), "\n", " "); }

std::string expected(const Reproduction& seen) {
  return seen.passed ? fmt::format("it passed {} of {} times", seen.passes, seen.passes + seen.failures)
                     : fmt::format("it exited with {}", seen.exit);
}

constexpr std::string_view body = R"(
clone=${1:-$repository}
git -C "$clone" rev-parse -q --verify "$commit^{commit}" >/dev/null || {
  echo "there is no commit $commit in $clone; name a clone that has it: bash $0 FOLDER" >&2
  exit 2
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q --shared --no-checkout "$clone" "$work/repository"
cd "$work/repository"
git checkout -q --detach "$commit"

export CI=${CI:-true} LANG=${LANG:-C.UTF-8} HOME="$work"
bash -c "$command"
)";

}  // namespace

std::string reproduce_script(const Case& one) {
  const Reproduction& seen = *one.reproduction();
  const RunRef none;
  const RunRef& run = one.run() == nullptr ? none : *one.run();
  const std::string cause = one.subject() == nullptr ? "nothing is wrong" : one.subject()->root_cause;
  std::string text = "#!/usr/bin/env bash\n";
  text += fmt::format("# {}\n", comment(cause));
  text += fmt::format("# Case {}: when regreen ran this, {}. Files that were not committed are not in it.\n",
                      one.id().value, expected(seen));
  text += "# usage: bash THIS [CLONE]\nset -eu\n";
  text += fmt::format("repository={}\n", shell_quoted(run.repository));
  text += fmt::format("commit={}\n", shell_quoted(run.head));
  text += fmt::format("command={}\n", shell_quoted(seen.command));
  return text + std::string(body);
}

}  // namespace regreen
