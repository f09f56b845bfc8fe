#include "classify/suggest.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

struct Suggestion {
  std::string_view category, text;
};

constexpr auto suggestions = std::to_array<Suggestion>({
    {"syntax_error", "Correct the source where the message points; the mistake may stand one line above"},
    {"type_error", "Make the types agree, or say what the value may be"},
    {"import_error", "Correct the import: its path, its name, or what the other module exports"},
    {"compile_error", "Mend the first error of the compiler; those behind it often follow from it"},
    {"link_error", "Name the library that defines the symbol, behind what uses it"},
    {"crash", "Find the first frame of your own code in the stack trace; run it under a debugger or sanitizer"},
    {"deprecation", "Replace the deprecated use, or pin the version that still has it"},
    {"test_failure", "Compare what the first failed test expected with what it got"},
    {"test_timeout", "Find what the test waits for; wait for that, with a limit"},
    {"flaky_test", "Run the test alone and repeatedly; look for time, order and shared state"},
    {"api_contract_mismatch", "Compare what was sent and answered with what the interface describes"},
    {"lint", "Run the linter and change what it names"},
    {"format", "Run the formatter and commit what it changes"},
    {"quality_gate", "Bring the measured value back over the threshold; lowering it is a decision"},
    {"security_finding", "Update or replace what the advisory names; let a person decide"},
    {"drift", "Compare with the last good run; let a person decide"},
    {"dependency_missing", "Declare the package that is missing, and install it before it is used"},
    {"dependency_conflict", "Loosen or pin versions until they agree, then renew the lock file"},
    {"toolchain", "Install the tool, in the version that the project asks for"},
    {"missing_file", "Check the path and the working directory; commit or create the file"},
    {"environment_variable", "Set the variable in the job or in the repository's settings"},
    {"configuration_error", "Correct the setting or argument that the message names"},
    {"container_build", "Run the failing instruction of the Dockerfile by itself"},
    {"version_control", "Check the branch, the depth of the checkout and the submodules"},
    {"deployment", "Read what the target says; deploy again only after that"},
    {"network", "Run the job again; retry downloads, or use a cache or mirror"},
    {"rate_limit", "Wait and run again; authenticate, cache, or ask for less"},
    {"credential", "Renew the token or key and check what it may do"},
    {"permission_denied", "Check the owner and mode of the file and the user that the job runs as"},
    {"disk_space", "Free space before the build, or use a larger runner"},
    {"out_of_memory", "Run fewer things at once, raise the limit, or use a larger runner"},
    {"job_timeout", "Find what takes long; raise the limit only when that is right"},
    {"infrastructure", "Run the job again; look at the runner when it returns"},
});

}  // namespace

std::string suggestion_for(std::string_view category) {
  const auto found = std::ranges::find(suggestions, category, &Suggestion::category);
  return std::string(found == suggestions.end() ? "Read the lines that decided" : found->text);
}

}  // namespace regreen
