#include "engine/race.h"

#include <algorithm>
#include <thread>

namespace regreen {

struct Race::Runner {
  std::optional<Result<Attempt>> result = {};
  std::stop_source stop = {};
  std::thread thread = {};
};

Race::Race(std::size_t lanes, Entrants entrants) : lanes_(lanes), coming_(std::move(entrants)) {}

Race::~Race() {
  for (auto& runner : runners_) runner->stop.request_stop();
  for (auto& runner : runners_) {
    if (runner->thread.joinable()) runner->thread.join();
  }
}

std::optional<Result<Attempt>> Race::next() {
  if (lanes_ == 1) {
    const auto run = coming_();
    return run ? std::optional((*run)(Urgency::now, {})) : std::nullopt;
  }
  for (;;) {
    fill_lanes();
    if (runners_.empty()) return std::nullopt;
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return runners_.front()->result || (!all_came_ && has_lane()); });
    if (!runners_.front()->result) continue;
    lock.unlock();
    return take_first();
  }
}

void Race::fill_lanes() {
  for (;;) {
    {
      const std::lock_guard lock(mutex_);
      if (all_came_ || !has_lane()) return;
    }
    auto run = coming_();
    if (run)
      begin(std::move(*run));
    else
      all_came_ = true;
  }
}

// One that is done has left its lane, though its answer may have to wait for those before it.
bool Race::has_lane() const {
  const auto running = std::ranges::count_if(runners_, [](const auto& runner) { return !runner->result; });
  return !won_ && static_cast<std::size_t>(running) < lanes_;
}

void Race::begin(Run run) {
  const Urgency urgency = runners_.empty() ? Urgency::now : Urgency::spare;
  const std::lock_guard lock(mutex_);
  runners_.push_back(std::make_unique<Runner>());
  Runner& own = *runners_.back();
  own.thread =
      std::thread([this, &own, urgency, run = std::move(run)] { end(own, run(urgency, own.stop.get_token())); });
}

// Those behind one that has helped are of no use any more.
void Race::end(Runner& runner, Result<Attempt> result) {
  const std::lock_guard lock(mutex_);
  const bool wins = result && helped(*result) && !runner.stop.stop_requested();
  runner.result = std::move(result);
  if (wins) {
    won_ = true;
    const auto own = std::ranges::find(runners_, &runner, &std::unique_ptr<Runner>::get);
    std::for_each(std::next(own), runners_.end(), [](auto& later) { later->stop.request_stop(); });
  }
  done_.notify_one();
}

Result<Attempt> Race::take_first() {
  const auto first = [&] {
    const std::lock_guard lock(mutex_);
    auto taken = std::move(runners_.front());
    runners_.pop_front();
    return taken;
  }();
  first->thread.join();
  return std::move(*first->result);
}

}  // namespace regreen
