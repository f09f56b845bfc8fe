#include "cli/actions.h"

#include "cli/setting.h"
#include "cli/terminal.h"
#include "os/fd.h"
#include "os/file.h"

#include <fcntl.h>

namespace regreen {
namespace {

void append_to(const char* name, std::string_view text) {
  const std::string path = variable(name);
  if (path.empty() || text.empty()) return;
  const Fd file(open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644));
  if (!file || !write_all(file.get(), text)) warn(path + " ($" + name + ") cannot be written");
}

}  // namespace

bool is_step() { return variable("GITHUB_ACTIONS") == "true"; }

void tell_actions(std::string_view outputs, std::string_view summary) {
  if (!is_step()) return;
  append_to("GITHUB_OUTPUT", outputs);
  append_to("GITHUB_STEP_SUMMARY", summary);
}

}  // namespace regreen
