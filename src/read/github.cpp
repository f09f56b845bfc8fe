#include "base/text.h"
#include "read/dialect.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t header_lines_max = 5000;  // a script longer than this is no header; its end mark was lost

// A step begins with "##[group]Run …", the script in bold cyan, its inputs, shell and environment, "##[endgroup]".
// Programs may open a group of such a name too: the next line tells.
bool begins_header(const Line& line, std::string_view title) {
  const bool is_title = !title.empty() && line.text == title;
  return line.is_cyan || is_title || line.text == "with:" || line.text == "env:" || line.text.starts_with("shell: ");
}

// Post steps of these actions run only when the job succeeded (post-if: success()), so their words prove that it did.
bool is_said_after_success_only(std::string_view text) {
  constexpr std::array words = {"Cache saved with key: ", "Cache saved with the key: ", "Cache saved successfully"};
  const auto says = [&](std::string_view word) { return text.starts_with(word); };
  return std::ranges::any_of(words, says) ||
         (text.starts_with("Cache hit occurred on the primary key ") && text.ends_with(", not saving cache."));
}

std::optional<int> exit_code_of(std::string_view text) {
  if (const auto code = exit_code_after(text, "Process completed with exit code ")) return code;
  // Azure: "Bash exited with code '1'."
  const auto at = text.find(" exited with code '");
  return at == std::string_view::npos || contains(text.substr(0, at), " ")
             ? std::nullopt
             : exit_code_after(text.substr(at), " exited with code '");
}

constexpr std::array runner_tags = {"##[endgroup]", "##[command]", "[command]", "##[debug]",
                                    "##[notice]",   "##[verbose]", "##vso["};

}  // namespace

std::optional<int> exit_code_after(std::string_view text, std::string_view before) {
  if (!text.starts_with(before)) return std::nullopt;
  text.remove_prefix(before.size());
  const auto end = text.find_first_not_of("0123456789");
  if (end == 0 || (end != std::string_view::npos && !contains(".'\" ,)", text.substr(end, 1)))) return std::nullopt;
  const auto code = parse_number(text.substr(0, end));
  constexpr long code_max = 0xFFFFFFFF;  // Windows has 32 bits of them
  if (!code || *code > code_max) return std::nullopt;
  return static_cast<int>(*code);
}

std::optional<Heard> GitHubDialect::hear(const Line& line, Outline& outline) {
  step_began_ = false;
  if (line.has_columns) follow_columns(line, outline);
  if (in_header(line, outline)) return Heard{Voice::runner, line.text};
  const char first = line.text.empty() ? ' ' : line.text.front();
  if (first == '#' || first == '[' || first == 'E') {
    if (auto heard = hear_command(line.text, outline)) return heard;
  } else if (first == 'C' || first == 'P') {
    if (auto heard = hear_runner(line.text, outline)) return heard;
  }
  if (aside_ != outline.index()) return std::nullopt;
  if (is_said_after_success_only(line.text)) outline.job().saved_on_success = true;
  return Heard{Voice::runner, line.text};
}

// `gh` names a step that it could not find in the archive "UNKNOWN STEP": there the groups tell steps.
void GitHubDialect::follow_columns(const Line& line, Outline& outline) {
  if (line.job == job_ && line.step == step_) return;
  const bool same_job = line.job == job_;
  job_ = line.job;
  step_ = line.step;
  named_outside_ = !step_.empty() && step_ != "UNKNOWN STEP";
  if (!same_job || named_outside_) outline.open_step(job_, named_outside_ ? step_ : "");
  outline.job().steps_are_gates = true;
  step_began_ = true;
  header_ = Header::none;
}

bool GitHubDialect::in_header(const Line& line, Outline& outline) {
  if (header_ == Header::none && !step_began_) return false;
  if (header_ == Header::awaited) {
    header_ = begins_header(line, title_) ? Header::open : Header::none;
    header_lines_ = 0;
    if (header_ == Header::open && !named_outside_) outline.open_step_above("Run " + title_);
    if (header_ == Header::open) outline.job().steps_are_gates = true;
  }
  // `gh run view --log-failed` may begin amid a header.
  if (step_began_ && begins_header(line, "")) header_ = Header::open;
  if (header_ != Header::open) return false;
  const bool ended = line.text.starts_with("##[") || ++header_lines_ > header_lines_max;
  if (ended) header_ = Header::none;
  return !ended;
}

// What begins with '#', '[' or 'E'.
std::optional<Heard> GitHubDialect::hear_command(std::string_view text, Outline& outline) {
  constexpr std::string_view error = "##[error]", warning = "##[warning]", group = "##[group]";
  if (text.starts_with(error)) return hear_error(text.substr(error.size()), outline);
  if (text.starts_with(warning)) return hear_warning(text.substr(warning.size()), outline);
  // As the web page shows it, from where people copy logs.
  if (text.starts_with("Error: Process completed with exit code ")) return hear_error(text.substr(7), outline);
  if (text.starts_with(group)) {
    text.remove_prefix(group.size());
    if (text.starts_with("Run ")) {
      header_ = Header::awaited;
      title_ = text.substr(4);
    }
    return Heard{Voice::runner, text};
  }
  const auto begins = [&](std::string_view tag) { return text.starts_with(tag); };
  if (std::ranges::any_of(runner_tags, begins)) return Heard{Voice::runner, text};
  constexpr std::string_view starting = "##[section]Starting: ", section = "##[section]";
  if (!text.starts_with(section)) return std::nullopt;
  if (text.starts_with(starting)) {
    outline.open_step(std::string(text.substr(starting.size())));
    outline.job().steps_are_gates = true;
  }
  return Heard{Voice::runner, text};
}

Heard GitHubDialect::hear_error(std::string_view text, Outline& outline) {
  OpenStep& step = outline.current();
  const auto code = exit_code_of(text);
  if (!code) {
    step.complained = true;
    if (text.starts_with("The operation was canceled")) step.exited = true;
    return {Voice::program, text};
  }
  step.step.exit_code = *code;
  step.exited = *code != 0;
  constexpr int killed = 137;  // of all codes the one that names a cause
  return {*code == killed ? Voice::program : Voice::runner, text};
}

// A step that may fail ends with a warning where others end with an error.
Heard GitHubDialect::hear_warning(std::string_view text, Outline& outline) {
  const auto code = exit_code_of(text);
  if (!code) return {Voice::program, text};
  outline.current().step.exit_code = *code;
  outline.current().is_advisory = true;
  return {Voice::runner, text};
}

void GitHubDialect::open_aside(const std::string& name, Outline& outline) {
  if (!named_outside_) outline.open_step(name);
  outline.current().is_aside = true;
  aside_ = outline.index();
}

// What begins with 'C' or 'P'.
std::optional<Heard> GitHubDialect::hear_runner(std::string_view text, Outline& outline) {
  constexpr std::string_view job = "Complete job name: ";
  if (text.starts_with("Current runner version: '")) {
    if (!named_outside_) outline.current().step.name = "Set up job";
    outline.job().steps_are_gates = true;
    return Heard{Voice::runner, text};
  }
  if (text.starts_with(job) && outline.current().step.job.empty()) {
    outline.name_job(std::string(text.substr(job.size())));
    return Heard{Voice::runner, text};
  }
  if (text == "Post job cleanup.") {
    open_aside("Post job cleanup", outline);
    return Heard{Voice::runner, text};
  }
  if (text == "Cleaning up orphan processes") {
    open_aside("Complete job", outline);
    outline.job().is_complete = true;
    return Heard{Voice::runner, text};
  }
  return std::nullopt;
}

}  // namespace regreen
