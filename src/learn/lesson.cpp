#include "learn/lesson.h"

#include <algorithm>

namespace regreen {

void Gathering::add(TemplateHash hash) {
  if (hash > highest_) {
    is_cut_ = true;
    return;
  }
  hashes_.push_back(hash);
  if (hashes_.size() >= 2 * Sketch::templates_max) compact();
}

void Gathering::compact() {
  std::ranges::sort(hashes_);
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  if (hashes_.size() <= Sketch::templates_max) return;
  hashes_.resize(Sketch::templates_max);
  highest_ = hashes_.back();
  is_cut_ = true;
}

Printed Gathering::finish() {
  compact();
  return {std::move(hashes_), is_cut_};
}

Lesson::Lesson(const Evidence& evidence) : evidence_(evidence) {
  for (const auto& signal : evidence.signals) {
    turn_to(signal.step);
    if (current_ != nullptr) current_->add(hash_(signal.text, true));
  }
  for (const auto& excerpt : evidence.excerpts) {
    for (std::size_t i = 0; i < excerpt.lines.size(); ++i) {
      Gathering* step = gathering_of({excerpt.first.file, excerpt.first.line + i});
      if (step != nullptr) step->add(hash_(excerpt.lines[i], true));
    }
  }
}

void Lesson::hear(const std::string& file, std::size_t number, std::string_view line) {
  const bool goes_on = step_ && number <= evidence_.steps[*step_].last.line &&
                       number >= evidence_.steps[*step_].first.line && evidence_.steps[*step_].first.file == file;
  if (!goes_on) {
    if (!silent_file_.empty() && silent_file_ == file) return;
    if (gathering_of({file, number}) == nullptr && !has_steps(file)) silent_file_ = file;
  }
  if (current_ == nullptr) return;
  const TemplateHash hash = hash_(line, false);
  TemplateHash& recent = recent_[hash % recent_.size()];
  if (std::exchange(recent, hash) != hash) current_->add(hash);
}

Gathering* Lesson::gathering_of(const Place& place) {
  const auto step = step_at(evidence_, place, step_.value_or(0));
  if (step) {
    turn_to(*step);
  } else {
    step_.reset();
    current_ = nullptr;
  }
  return current_;
}

bool Lesson::has_steps(const std::string& file) const {
  return std::ranges::any_of(evidence_.steps, [&](const Step& step) { return step.first.file == file; });
}

void Lesson::turn_to(std::size_t step) {
  if (step_ == step) return;
  step_ = step;
  recent_.fill(0);
  const Step& one = evidence_.steps[step];
  const bool is_full = gatherings_.size() >= GreenRun::steps_max;
  const auto known = gatherings_.find({one.job, one.name});
  if (known != gatherings_.end()) {
    current_ = &known->second;
  } else {
    current_ = is_full ? nullptr : &gatherings_[{one.job, one.name}];
  }
}

GreenRun Lesson::finish(std::uint64_t id, Timestamp at, const std::string& repository, const std::string& workflow) {
  GreenRun run{id, at, {}};
  for (auto& [name, gathering] : gatherings_) {
    run.steps.push_back({{repository, workflow, name.first, name.second}, gathering.finish()});
  }
  return run;
}

}  // namespace regreen
