#include "read/collect.h"

#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t signals_per_rule = 20;  // of one step: a compiler repeats itself for ever
constexpr std::size_t signals_max = 5000;     // of a text; when full, the oldest half goes, since failures end logs
constexpr std::size_t lines_before = 25, lines_after = 25;
constexpr std::size_t tail_lines = 40;  // of a failed step
constexpr std::size_t recent_lines = std::max(tail_lines, lines_before) + 1;
constexpr std::size_t tails_max = 200;  // steps whose end is not known to be good yet
constexpr std::size_t kept_bytes_max = 4 << 20;
constexpr std::size_t last_words_lines = 60;  // what may follow a summary: slow tests, coverage, where the report lies
constexpr std::size_t orders_max = 100;

std::string bounded(std::string_view text) {
  constexpr std::size_t ellipsis = 3;
  return text.size() <= Evidence::line_limit ? std::string(text) : shortened(text, Evidence::line_limit - ellipsis);
}

bool gives_orders(const Rule& rule) { return rule.id.value.starts_with("log.instructions"); }

}  // namespace

void Collector::keep(std::size_t number, std::string_view text) {
  recent_.push_back({number, bounded(text)});
  if (recent_.size() > recent_lines) recent_.pop_front();
  ++step_lines_;
  if (keep_more_ == 0) return;
  --keep_more_;
  keep_line(recent_.back());
}

void Collector::match(std::size_t number, std::string_view text, std::size_t step) {
  if (text.empty()) return;
  for (auto& hit : rules_.match(text)) {
    if (gives_orders(*hit.rule)) {
      if (orders_.empty() || orders_.back().line != number) {
        if (orders_.size() < orders_max) orders_.push_back({file_, number});
      }
      keep_around();
    } else {
      add_signal(number, text, step, std::move(hit));
    }
  }
}

void Collector::add_signal(std::size_t number, std::string_view text, std::size_t step, Hit hit) {
  prove(step, number, *hit.rule);
  Seen& seen = seen_[hit.rule];
  if (++seen.count > signals_per_rule) {
    ++step_signals_[seen.last_kept].again;
    return;
  }
  seen.last_kept = step_signals_.size();
  for (auto& [name, value] : hit.captures) value = bounded(value);
  step_signals_.push_back({hit.rule->id, {file_, number}, bounded(text), step, std::move(hit.captures), 0});
  keep_around();
}

void Collector::prove(std::size_t step, std::size_t number, const Rule& rule) {
  if (rule.role == Role::warning) return;  // of success, it is a milestone: what stands above was survived
  if (proofs_.size() <= step) proofs_.resize(step + 1);
  Proof& proof = proofs_[step];
  if (rule.proves == Conclusion::failure) proof.failed = true;
  if (rule.proves == Conclusion::success) proof.success_line = number;
  if (rule.proves == Conclusion::unknown && rule.role == Role::cause) proof.cause_line = number;
}

// A failure is not undone by a success before or after it. A success speaks for what came before it: it proves how a
// step ended only near the end, with no cause of failure behind it.
Conclusion Collector::proved(const Step& step, std::size_t index) const {
  if (index >= proofs_.size()) return Conclusion::unknown;
  const Proof& proof = proofs_[index];
  if (proof.failed) return Conclusion::failure;
  const bool is_last_word =
      proof.success_line > proof.cause_line && step.last.line - proof.success_line <= last_words_lines;
  return is_last_word ? Conclusion::success : Conclusion::unknown;
}

void Collector::keep_around() {
  const std::size_t count = std::min(recent_.size(), lines_before + 1);
  for (auto line = recent_.end() - static_cast<std::ptrdiff_t>(count); line != recent_.end(); ++line) keep_line(*line);
  keep_more_ = lines_after;
}

void Collector::keep_line(const KeptLine& line) {
  if (!kept_.emplace(line.number, line.text).second) return;
  kept_bytes_ += line.text.size();
  while (kept_bytes_ > kept_bytes_max) {
    kept_bytes_ -= kept_.begin()->second.size();
    kept_.erase(kept_.begin());
  }
}

void Collector::end_step(std::size_t step, std::size_t last_line) {
  Lines tail;
  const std::size_t count = std::min(recent_.size(), step_lines_);
  for (auto line = recent_.end() - static_cast<std::ptrdiff_t>(count); line != recent_.end(); ++line) {
    if (line->number <= last_line) tail.push_back(*line);
  }
  if (tail.size() > tail_lines) tail.pop_front();
  tails_.emplace_back(step, std::move(tail));
  if (tails_.size() > tails_max) tails_.pop_front();
  step_lines_ = 0;
  flush_step();
}

void Collector::flush_step() {
  for (auto& signal : step_signals_) signals_.push_back(std::move(signal));
  step_signals_.clear();
  seen_.clear();
  if (signals_.size() <= signals_max) return;
  signals_.erase(signals_.begin(), signals_.begin() + signals_max / 2);
}

// The last lines of each failed step, or of the text where no step is known to have failed.
void Collector::keep_tails(const std::vector<Step>& steps) {
  const auto failed = [](const Step& step) { return step.conclusion == Conclusion::failure; };
  if (std::ranges::none_of(steps, failed)) {
    const std::size_t count = std::min(recent_.size(), tail_lines);
    for (auto line = recent_.end() - static_cast<std::ptrdiff_t>(count); line != recent_.end(); ++line)
      keep_line(*line);
  }
  for (const auto& [step, lines] : tails_) {
    if (!failed(steps[step])) continue;
    for (const auto& line : lines) keep_line(line);
  }
}

void Collector::finish(Part& part) {
  for (std::size_t index = 0; index < part.steps.size(); ++index) {
    Step& step = part.steps[index];
    if (step.conclusion == Conclusion::unknown) step.conclusion = proved(step, index);
  }
  keep_tails(part.steps);
  part.signals = std::move(signals_);
  part.kept = std::move(kept_);
  part.orders = std::move(orders_);
}

}  // namespace regreen
