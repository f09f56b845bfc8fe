#include "read/collect.h"

#include "base/among.h"
#include "base/text.h"

#include <algorithm>
#include <iterator>

namespace regreen {
namespace {

constexpr std::size_t signals_per_rule = 20;  // the first of one step, and its last: a compiler repeats itself for ever
constexpr std::size_t signals_max = 5000;     // of a text; when full, the oldest half goes, since failures end logs
constexpr std::size_t many_lines = 25;        // a cause: fixers look for places there
constexpr std::size_t few_lines = 5;          // what is only a sign of one
constexpr std::size_t tail_lines = 40;        // of a failed step
static_assert(std::max(tail_lines, many_lines) + 1 <= Trail::reach);
constexpr std::size_t tails_max = 200;  // steps whose end is not known to be good yet
constexpr std::size_t kept_bytes_max = 4 << 20;
constexpr std::size_t joined_bytes_max = 4 * Evidence::line_limit;
constexpr std::size_t last_words_lines = 60;  // what may follow a summary: slow tests, coverage, where the report lies
constexpr std::size_t orders_max = 100;

std::string bounded(std::string_view text) {
  constexpr std::size_t ellipsis = 3;
  return text.size() <= Evidence::line_limit ? std::string(text) : shortened(text, Evidence::line_limit - ellipsis);
}

// A line of a report may stand for many: they are kept together, each text once.
void join(std::string& kept, const std::string& text) {
  if (kept.size() + text.size() >= joined_bytes_max) return;
  const auto lines = split_lines(kept);
  if (!is_among(std::string_view(text), lines)) kept += "\n" + text;
}

Captures bounded(Captures captures) {
  for (auto& [name, value] : captures) value = bounded(value);
  return captures;
}

bool gives_orders(const Rule& rule) { return rule.id.value.starts_with("log.instructions"); }

}  // namespace

void Collector::match(std::size_t number, std::string_view text, std::size_t step) {
  if (!text.empty()) take(number, text, step, rules_.recognise(text));
}

void Collector::match(std::size_t number, std::string_view text, std::size_t step,
                      std::span<const Sighting> candidates) {
  take(number, text, step, rules_.recognise(text, candidates));
}

void Collector::take(std::size_t number, std::string_view text, std::size_t step,
                     const std::vector<const Rule*>& rules) {
  for (const Rule* rule : rules) {
    if (gives_orders(*rule)) {
      if (orders_.empty() || orders_.back().line != number) {
        if (orders_.size() < orders_max) orders_.push_back({file_, number});
      }
      keep_around(many_lines);
    } else {
      add_signal(number, text, step, *rule);
    }
  }
}

void Collector::add_signal(std::size_t number, std::string_view text, std::size_t step, const Rule& rule) {
  prove(step, number, rule);
  Seen& seen = seen_[&rule];
  if (++seen.count > signals_per_rule) {
    if (seen.latest > 0) ++step_signals_[seen.last_kept].again;
    seen.latest = number;
    seen.step = step;
    seen.latest_line = text;
    return;
  }
  seen.last_kept = step_signals_.size();
  step_signals_.push_back(signal(rule, number, text, step));
  keep_around(rule.role == Role::cause ? many_lines : few_lines);
}

Signal Collector::signal(const Rule& rule, std::size_t number, std::string_view text, std::size_t step) const {
  Signal one{rule.id, {file_, number}, bounded(text), step, {}, 0};
  if (text.size() > Evidence::line_limit) one.captures = bounded(rules_.captures(rule, text));
  return one;
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

void Collector::keep_around(std::size_t lines) {
  catch_up();
  const std::size_t now = trail_.count();
  keep_span(now - std::min(now - 1, lines), now);
  keep_until_ = std::max(keep_until_, now + lines);
}

void Collector::catch_up() {
  const std::size_t last = std::min(keep_until_, trail_.count());
  if (last > kept_to_) keep_span(kept_to_ + 1, last);
}

// Keeps lines of the trail that were not kept before; what is kept last is one stretch.
void Collector::keep_span(std::size_t first, std::size_t last) {
  if (first > kept_to_ + 1) kept_from_ = first;
  const auto keep = [&](std::size_t from, std::size_t to) {
    for (std::size_t index = from; index <= to; ++index) keep_line(trail_.at(index));
  };
  if (first < kept_from_) keep(first, kept_from_ - 1);
  keep(std::max(first, kept_to_ + 1), last);
  kept_from_ = std::min(kept_from_, first);
  kept_to_ = std::max(kept_to_, last);
}

void Collector::keep_line(const Trail::Entry& line) {
  kept_.push_back({line.number, bounded(line.text)});
  const KeptLine& kept = kept_.back();
  kept_bytes_ += sizeof(kept) + kept.text.size();
  while (kept_bytes_ > kept_bytes_max) {
    kept_bytes_ -= sizeof(kept) + kept_.front().text.size();
    kept_.pop_front();
  }
}

// The last lines of the trail; the very last one may belong to the next step.
PackedLines Collector::tail_of_step(std::size_t last_line) const {
  const std::size_t last = trail_.count();
  std::size_t first = last + 1 - std::min(last - step_start_, tail_lines + 1);
  std::size_t count = 0, bytes = 0;
  for (std::size_t index = first; index <= last; ++index) {
    const auto [number, text] = trail_.at(index);
    count += number <= last_line;
    bytes += text.size();
  }
  if (count > tail_lines) ++first;
  PackedLines lines;
  lines.reserve(count, bytes);
  for (std::size_t index = first; index <= last; ++index) {
    const auto [number, text] = trail_.at(index);
    if (number > last_line) continue;
    text.size() <= Evidence::line_limit ? lines.add(number, text) : lines.add(number, bounded(text));
  }
  return lines;
}

void Collector::end_step(std::size_t step, std::size_t last_line) {
  catch_up();
  tails_.push_back({step, tail_of_step(last_line)});
  if (tails_.size() > tails_max) tails_.pop_front();
  step_start_ = trail_.count();
  flush_step();
}

void Collector::flush_step() {
  for (auto& [rule, seen] : seen_) {
    if (seen.latest > 0) step_signals_.push_back(signal(*rule, seen.latest, seen.latest_line, seen.step));
  }
  const auto by_line = [](const Signal& signal) { return signal.place.line; };
  if (!std::ranges::is_sorted(step_signals_, {}, by_line)) std::ranges::stable_sort(step_signals_, {}, by_line);
  std::ranges::move(step_signals_, std::back_inserter(signals_));
  step_signals_.clear();
  seen_.clear();
  if (signals_.size() <= signals_max) return;
  signals_.erase(signals_.begin(), signals_.begin() + signals_max / 2);
}

// The last lines of each failed step, or of the text where no step is known to have failed.
void Collector::keep_tails(const std::vector<Step>& steps) {
  const auto failed = [](const Step& step) { return step.conclusion == Conclusion::failure; };
  if (std::ranges::none_of(steps, failed)) {
    const std::size_t now = trail_.count();
    for (std::size_t index = now + 1 - std::min(now, tail_lines); index <= now; ++index) keep_line(trail_.at(index));
  }
  for (const auto& [step, lines] : tails_) {
    if (!failed(steps[step])) continue;
    for (std::size_t index = 0; index < lines.size(); ++index) keep_line(lines[index]);
  }
}

Collector::Lines Collector::take_kept() {
  std::vector<KeptLine*> order;  // far lighter to sort than the lines
  order.reserve(kept_.size());
  for (auto& line : kept_) order.push_back(&line);
  std::ranges::stable_sort(order, {}, &KeptLine::number);
  Lines one_each;
  one_each.reserve(order.size());
  for (KeptLine* line : order) {
    if (one_each.empty() || one_each.back().number != line->number) {
      one_each.push_back(std::move(*line));
    } else {
      join(one_each.back().text, line->text);
    }
  }
  kept_ = {};
  return one_each;
}

void Collector::finish(Part& part) {
  for (std::size_t index = 0; index < part.steps.size(); ++index) {
    Step& step = part.steps[index];
    if (step.conclusion == Conclusion::unknown) step.conclusion = proved(step, index);
  }
  keep_tails(part.steps);
  part.signals = std::move(signals_);
  part.kept = take_kept();
  part.orders = std::move(orders_);
}

}  // namespace regreen
