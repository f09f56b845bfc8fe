#include "base/text.h"
#include "read/dialect.h"

namespace regreen {
namespace {

constexpr std::size_t quoted_lines_max = 300;  // a command of more lines than this has lost its end
constexpr std::size_t told_bytes_max =
    200;  // of the line that tells which command failed: a longer one quotes a script

std::optional<int> exit_code_of(std::string_view text, std::string_view before) {
  const auto at = text.rfind(before);
  return at == std::string_view::npos ? std::nullopt : exit_code_after(text.substr(at), before);
}

// Phases whose end does not count.
bool is_aside(std::string_view fold) {
  return fold.starts_with("cache.") || fold.starts_with("after_") || fold.starts_with("artifacts.");
}

void end_step(OpenStep& step, int code) {
  if (step.exited) return;  // the first of two commands failed
  step.step.exit_code = code;
  step.exited = code != 0;
  step.passed = code == 0;
}

// On macOS workers, "nl" stands before what the worker itself prints.
std::string_view without_nl(std::string_view text) {
  if (!text.starts_with("nl")) return text;
  const std::string_view rest = text.substr(2);
  const bool is_worker = rest.empty() || rest.starts_with("travis_") || rest.starts_with("Done. Your build ") ||
                         rest.starts_with("The command \"");
  return is_worker ? rest : text;
}

}  // namespace

std::optional<Heard> TravisDialect::hear(const Line& line, Outline& outline) {
  for (const auto& mark : line.erased) follow_mark(mark, outline);
  const std::string_view text = without_nl(line.text);
  const bool is_mark = text.starts_with("travis_fold:") || text.starts_with("travis_time:");
  if (is_mark) follow_mark(text, outline);
  if (!seen_) return std::nullopt;
  if (is_mark || text.empty()) return Heard{Voice::runner, text};
  const bool may_be_verdict = text.front() == 'D' || text.front() == 'Y' || text.front() == 'T';
  if (may_be_verdict || quoting_ > 0) {
    if (const auto heard = hear_verdict(text, outline)) return heard;
  }
  if (text.starts_with("$ ")) {
    if (timed_ && !folded_) {
      outline.open_step(std::string(text.substr(2)));
      in_command_ = true;
    }
    timed_ = between_ = false;
    return Heard{Voice::runner, text};
  }
  if (std::exchange(between_, false)) outline.open_step("");
  return std::nullopt;
}

// A command may print folds of its own; they belong to it.
void TravisDialect::follow_mark(std::string_view mark, Outline& outline) {
  constexpr std::string_view fold_start = "travis_fold:start:", fold_end = "travis_fold:end:";
  if (!mark.starts_with("travis_")) return;
  seen_ = true;
  if (mark.starts_with("travis_time:start:")) {
    timed_ = true;
  } else if (mark.starts_with("travis_time:end:")) {
    in_command_ = timed_ = false;
  } else if (mark.starts_with(fold_start) && !in_command_) {
    outline.open_step(std::string(mark.substr(fold_start.size())));
    outline.current().is_aside = is_aside(outline.current().step.name);
    folded_ = true;
    between_ = false;
  } else if (mark.starts_with(fold_end) && !in_command_) {
    folded_ = false;
    between_ = true;
  }
}

// What begins with 'D', 'Y' or 'T', or goes on behind such a line.
std::optional<Heard> TravisDialect::hear_verdict(std::string_view text, Outline& outline) {
  const Heard heard{Voice::runner, text};
  if (const auto code = exit_code_after(text, "Done. Your build exited with ")) {
    outline.job().said = *code == 0 ? Conclusion::success : Conclusion::failure;
    return heard;
  }
  if (text == "Your build has been stopped.") {
    outline.job().said = Conclusion::failure;
    return heard;
  }
  if (text.starts_with("The command \"")) quoting_ = quoted_lines_max;
  if (quoting_ == 0) return std::nullopt;
  --quoting_;
  for (const std::string_view before : {"\" exited with ", "\" failed and exited with "}) {
    if (const auto code = exit_code_of(text, before)) {
      end_step(outline.current(), *code);
      quoting_ = 0;
      // Which command failed may be all that there is to know: "The command "make lint" exited with 2."
      if (*code != 0 && text.starts_with("The command \"") && text.size() <= told_bytes_max) {
        return Heard{Voice::program, text};
      }
    }
  }
  // "… failed. Retrying, 2 of 3.", "… failed 3 times."
  if (contains(text, "\" failed")) quoting_ = 0;
  return contains(text, "\" failed. Retrying, ") ? Heard{Voice::program, text} : heard;
}

}  // namespace regreen
