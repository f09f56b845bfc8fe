#include "report/reproduce.h"

#include "cli/cases.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/terminal.h"
#include "os/file.h"

#include <fmt/format.h>

namespace regreen {
namespace {

constexpr int anybody_may_run = 0755;

Result<std::string> script_of(const CommonOptions& common, const std::string& id) {
  const Case one = TRY(load_case(common, id));
  if (one.reproduction() == nullptr) {
    return fail(ErrorKind::not_found,
                fmt::format("case {} knows no command: only `regreen heal` runs one", one.id().value));
  }
  return reproduce_script(one);
}

}  // namespace

int run_reproduce(const CommonOptions& common, const ReproduceOptions& options) {
  const auto script = script_of(common, options.id);
  if (!script) return complain_about_case(script.error());
  if (options.output.empty()) {
    fmt::print("{}", *script);
    return exit_well;
  }
  const auto written = replace_file(options.output, *script, anybody_may_run);
  if (!written) return complain_about_case(written.error());
  fmt::print("bash {}\n", options.output);
  return exit_well;
}

}  // namespace regreen
