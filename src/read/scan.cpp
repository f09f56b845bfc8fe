#include "read/scan.h"

#include "base/cores.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace regreen {
namespace {

constexpr std::size_t blocks_before_threads = 8;  // half a megabyte: shorter texts are read before a thread has begun
constexpr std::size_t blocks_ahead = 5;           // more would cost memory, and the cores' caches

void look(const RuleSet& rules, ScannedBlock& scanned) {
  scanned.sightings.clear();
  rules.find({scanned.block.text(), scanned.block.begins()}, scanned.sightings);
}

}  // namespace

// A ring of blocks that two threads fill for the reader, one cutting lines and one looking for patterns behind it: about
// as much work each, whatever the text. The reader holds the block it was given last.
class Scan::Ahead {
 public:
  Ahead(Blocks& blocks, const RuleSet& rules)
      : blocks_(blocks), rules_(rules), cutter_([this] { cut(); }), finder_([this] { find(); }) {}

  ~Ahead() {
    {
      const std::lock_guard lock(mutex_);
      is_unwanted_ = true;
    }
    changed_.notify_all();
    cutter_.join();
    finder_.join();
  }

  Result<const ScannedBlock*> next() {
    std::unique_lock lock(mutex_);
    if (holds_one_) ++taken_;
    holds_one_ = false;
    changed_.notify_all();
    changed_.wait(lock, [&] { return found_ > taken_ || (end_ && found_ == cut_); });
    if (found_ > taken_) {
      holds_one_ = true;
      return &at(taken_);
    }
    if (!*end_) return tl::unexpected(end_->error());
    return nullptr;
  }

 private:
  void cut() {
    while (wait([&] { return cut_ - taken_ < ring_.size(); })) {
      Block& block = at(cut_).block;
      auto more = blocks_.next(block);
      if (more && *more) block.keep_bytes();  // the next ones may take their place
      const std::lock_guard lock(mutex_);
      if (more && *more) {
        ++cut_;
      } else {
        end_ = more ? Result<void>() : tl::unexpected(std::move(more).error());
      }
      changed_.notify_all();
      if (end_) return;
    }
  }

  void find() {
    bool is_end = false;
    while (wait([&] { return (is_end = end_ && cut_ == found_) || cut_ > found_; }) && !is_end) {
      ScannedBlock& scanned = at(found_);
      look(rules_, scanned);
      const std::lock_guard lock(mutex_);
      ++found_;
      changed_.notify_all();
    }
  }

  // False where the reader wants no more.
  template <class Condition>
  bool wait(Condition condition) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return condition() || is_unwanted_; });
    return !is_unwanted_;
  }

  ScannedBlock& at(std::size_t number) { return ring_[number % ring_.size()]; }

  Blocks& blocks_;
  const RuleSet& rules_;
  std::array<ScannedBlock, blocks_ahead + 1> ring_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t cut_ = 0, found_ = 0, taken_ = 0;  // blocks that each is done with, since the threads began
  bool holds_one_ = false;                       // the reader, the one after those taken
  bool is_unwanted_ = false;
  std::optional<Result<void>> end_;  // of the text, behind the blocks that are cut
  std::thread cutter_, finder_;      // last: they use the others
};

Scan::Scan(const Peeked& text, const RuleSet& rules) : blocks_(text), rules_(rules) {}
Scan::~Scan() = default;

Result<const ScannedBlock*> Scan::next() {
  if (ahead_) return ahead_->next();
  if (scanned_ == blocks_before_threads && usable_cores() > 1) {
    ahead_ = std::make_unique<Ahead>(blocks_, rules_);
    return ahead_->next();
  }
  ++scanned_;
  const bool is_there = TRY(blocks_.next(here_.block));
  if (!is_there) return nullptr;
  look(rules_, here_);
  return &here_;
}

}  // namespace regreen
