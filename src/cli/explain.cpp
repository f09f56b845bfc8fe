#include "cli/cases.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/terminal.h"

#include <fmt/format.h>

namespace regreen {

int run_explain(const CommonOptions& common, const ExplainOptions& options) {
  const auto one = load_case(common, options.id);
  if (!one) return complain_about_case(one.error());
  fmt::print("{}", explain_text(*one, colour_of_output()));
  return exit_well;
}

}  // namespace regreen
