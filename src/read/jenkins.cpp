#include "base/text.h"
#include "read/dialect.h"

namespace regreen {

std::optional<Heard> JenkinsDialect::hear(const Line& line, Outline& outline) {
  constexpr std::string_view pipeline = "[Pipeline] ", stage = "{ (", finished = "Finished: ";
  std::string_view text = line.text;
  const Heard heard{Voice::runner, text};
  if (text.starts_with(pipeline)) {
    seen_ = true;
    text.remove_prefix(pipeline.size());
    if (text.starts_with(stage) && text.ends_with(')')) {
      text.remove_prefix(stage.size());
      outline.open_step(std::string(text.substr(0, text.size() - 1)));
      outline.current().is_aside = text.starts_with("Declarative: Post Actions");
    }
    return heard;
  }
  if (text.starts_with(finished)) {
    const auto result = text.substr(finished.size());
    if (result == "SUCCESS") outline.job().said = Conclusion::success;
    if (result == "FAILURE" || result == "UNSTABLE" || result == "ABORTED") outline.job().said = Conclusion::failure;
    if (outline.job().said != Conclusion::unknown) return heard;
  }
  if (!seen_) return std::nullopt;
  if (text.starts_with("Stage \"") && contains(text, "\" skipped due to ")) {
    outline.current().is_aside = true;
    return heard;
  }
  if (const auto code = exit_code_after(text, "ERROR: script returned exit code ")) {
    outline.job().exit_code = code;
    return heard;
  }
  return std::nullopt;
}

}  // namespace regreen
