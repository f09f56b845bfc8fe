#include "base/text.h"
#include "read/dialect.h"

namespace regreen {
namespace {

// What runs whether the script failed or not.
bool is_aside(std::string_view section) {
  return section == "after_script" || section.starts_with("cleanup_") || section.starts_with("upload_artifacts") ||
         section.starts_with("archive_cache");
}

}  // namespace

std::optional<Heard> GitLabDialect::hear(const Line& line, Outline& outline) {
  for (const auto& mark : line.erased) follow_mark(mark, outline);
  const std::string_view text = line.text;
  const Heard heard{Voice::runner, text};
  if (text.starts_with("section_start:") || text.starts_with("section_end:")) {
    follow_mark(text, outline);
    return heard;
  }
  if (text.starts_with("Running with gitlab-runner ")) {
    seen_ = true;
    return heard;
  }
  if (!seen_) return std::nullopt;
  if (text == "Job succeeded") {
    outline.job().said = Conclusion::success;
    return heard;
  }
  constexpr std::string_view failed = "ERROR: Job failed";
  if (!text.starts_with(failed)) return std::nullopt;
  outline.job().said = Conclusion::failure;
  for (const std::string_view before : {": exit code ", ": exit status "}) {
    const auto code = exit_code_after(text.substr(failed.size()), before);
    if (!code) continue;
    outline.job().exit_code = code;
    return heard;
  }
  return Heard{Voice::program, text};  // "… : execution took longer than 1h0m0s seconds" is a cause
}

// "section_start:1560896352:step_script[collapsed=true]"; the script may open sections of its own.
void GitLabDialect::follow_mark(std::string_view mark, Outline& outline) {
  if (!mark.starts_with("section_")) return;
  const auto parts = split(mark, ':');
  if (parts.size() < 3 || !parse_number(parts[1])) return;
  seen_ = true;
  const std::string name(trim(parts[2].substr(0, parts[2].find('['))));
  outline.job().steps_are_gates = true;
  if (mark.starts_with("section_start:") && section_.empty()) {
    outline.open_step(name);
    outline.current().is_aside = is_aside(name);
    section_ = name;
  } else if (mark.starts_with("section_end:") && section_ == name) {
    section_.clear();
  }
}

}  // namespace regreen
