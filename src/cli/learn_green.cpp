#include "adapters/local/log_source.h"
#include "base/hash.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/run_context.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "learn/lesson.h"
#include "learn/proof.h"
#include "read/each_line.h"
#include "read/read.h"
#include "report/green.h"
#include "report/json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t piped_bytes_max = std::size_t{1} << 30;  // of standard input, which is read once and needed twice

Result<std::string> all_bytes(Source& source) {
  std::string bytes;
  TRY(source.next_file());
  while (true) {
    const std::string_view chunk = TRY(source.next_chunk());
    if (chunk.empty()) return bytes;
    if (bytes.size() + chunk.size() > piped_bytes_max) {
      return fail(ErrorKind::invalid, "standard input is longer than 1 GiB; write it to a file and name that");
    }
    bytes += chunk;
  }
}

// A log that is read twice: first for its steps and how it ended, then, if it may be learned, for all of its lines.
class TwiceReadLog {
 public:
  explicit TwiceReadLog(std::string path) : path_(std::move(path)) {}

  Result<std::unique_ptr<Source>> open() {
    if (path_ != "-") return open_log(path_);
    if (!piped_) {
      const auto source = TRY(open_log(path_));
      piped_ = TRY(all_bytes(*source));
    }
    return std::unique_ptr<Source>(std::make_unique<MemorySource>(path_, *piped_));
  }

 private:
  std::string path_;
  std::optional<std::string> piped_;
};

class Teacher {
 public:
  Teacher(const RuleSet& rules, Store& store, const LearnGreenOptions& options)
      : rules_(rules), store_(store), options_(options), context_(run_context(options.run)) {}

  LearnedLog learn(const std::string& path) {
    const auto learned = try_to_learn(path);
    if (learned) return *learned;
    return {path, LearnedLog::How::unreadable, learned.error().message};
  }

  /// What is known now of the steps of all logs that were learned.
  Result<std::vector<GreenStep>> steps() {
    auto steps = TRY(store_.green_steps({context_.repository, context_.workflow, {}, {}}));
    std::erase_if(steps, [&](const GreenStep& step) { return !taught_.contains(step.key); });
    return steps;
  }

 private:
  Result<LearnedLog> try_to_learn(const std::string& path) {
    TwiceReadLog log(path);
    const auto first = TRY(log.open());
    Evidence evidence = TRY(read(*first, rules_));
    name_jobs(evidence, options_.run);
    const auto why = why_not_green(evidence, options_.stated_green ? Stated::green : Stated::no);
    if (!why.empty()) return LearnedLog{path, LearnedLog::How::refused, why};
    const auto second = TRY(log.open());
    Lesson lesson(evidence);
    TRY(each_line(*second, [&](const std::string& file, std::size_t number, std::string_view line) {
      lesson.hear(file, number, line);
    }));
    const GreenRun run = lesson.finish(hash_number(evidence.hash + context_.commit), context_.at, context_.repository,
                                       context_.workflow);
    const bool is_new = TRY(store_.learn_green(run));
    for (const auto& step : run.steps) taught_.insert(step.key);
    return LearnedLog{path, is_new ? LearnedLog::How::learned : LearnedLog::How::known};
  }

  const RuleSet& rules_;
  Store& store_;
  const LearnGreenOptions& options_;
  RunContext context_;
  std::set<StepKey> taught_;
};

int trouble(const Error& error) {
  complain(error.message);
  return exit_trouble;
}

int exit_code_of(const LearnedLog& log) {
  if (log.how == LearnedLog::How::unreadable) return exit_trouble;
  return log.how == LearnedLog::How::refused ? exit_look : exit_well;
}

int learn(const CommonOptions& common, const LearnGreenOptions& options) {
  const auto rules = load_rules(common);
  if (!rules) return trouble(rules.error());
  const auto store = open_store(common);
  if (!store) return trouble(store.error());
  Teacher teacher(*rules, **store, options);
  std::vector<LearnedLog> logs;
  int code = exit_well;
  Progress progress;
  for (const auto& path : options.files) {
    progress.show(fmt::format("learning {} of {}: {}", logs.size() + 1, options.files.size(), path));
    logs.push_back(teacher.learn(path));
    code = std::max(code, exit_code_of(logs.back()));
    if (logs.back().reason.empty()) continue;
    progress.show("");
    complain(fmt::format("{}: not learned: {}", path, logs.back().reason));
  }
  progress.show("");
  const auto steps = teacher.steps();
  if (!steps) return trouble(steps.error());
  if (options.format == Format::json) {
    fmt::print("{}\n", dump(green_json(logs, *steps), Indent::yes));
  } else {
    fmt::print("{}", learned_text(logs, *steps));
  }
  return code;
}

StepFilter filter_of(const RunNames& said) {
  const auto part = [](const std::string& name) { return name.empty() ? std::nullopt : std::optional(name); };
  return {part(said.repository), part(said.workflow), part(said.job), {}};
}

Result<std::vector<GreenStep>> list_or_forget(const CommonOptions& common, const LearnGreenOptions& options) {
  const auto store = TRY(open_store_that_exists(common));
  if (store == nullptr) return std::vector<GreenStep>();
  const StepFilter filter = filter_of(options.run);
  auto steps = TRY(store->green_steps(filter));
  if (options.verb == LearnGreenOptions::Verb::forget) TRY(store->forget_green(filter));
  return steps;
}

}  // namespace

int run_learn_green(const CommonOptions& common, const LearnGreenOptions& options) {
  if (options.verb == LearnGreenOptions::Verb::learn) return learn(common, options);
  const auto steps = list_or_forget(common, options);
  if (!steps) return trouble(steps.error());
  if (options.format == Format::json) {
    fmt::print("{}\n", dump(green_json({}, *steps), Indent::yes));
  } else if (options.verb == LearnGreenOptions::Verb::list) {
    fmt::print("{}", green_steps_text(*steps, colour_of_output()));
  } else {
    fmt::print("forgot the green runs of {} {}\n", steps->size(), steps->size() == 1 ? "step" : "steps");
  }
  return exit_well;
}

}  // namespace regreen
