#include "read/scan.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace regreen {
namespace {

constexpr std::size_t blocks_before_thread = 8;  // half a megabyte: shorter texts are read before a thread has begun
constexpr std::size_t blocks_ahead = 3;          // more would cost memory, and the cores' caches

Result<bool> scan(Blocks& blocks, const RuleSet& rules, ScannedBlock& scanned) {
  scanned.sightings.clear();
  const bool is_there = TRY(blocks.next(scanned.block));
  if (is_there) rules.find({scanned.block.text(), scanned.block.begins()}, scanned.sightings);
  return is_there;
}

}  // namespace

// A ring of blocks between the scanning thread and the reader. The reader holds the one it was given last.
class Scan::Ahead {
 public:
  Ahead(Blocks& blocks, const RuleSet& rules) : blocks_(blocks), rules_(rules), thread_([this] { run(); }) {}

  ~Ahead() {
    {
      const std::lock_guard lock(mutex_);
      is_unwanted_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  Result<const ScannedBlock*> next() {
    std::unique_lock lock(mutex_);
    if (holds_one_) ++taken_;
    holds_one_ = false;
    changed_.notify_all();
    changed_.wait(lock, [&] { return made_ > taken_ || end_; });
    if (made_ > taken_) {
      holds_one_ = true;
      return &ring_[taken_ % ring_.size()];
    }
    if (!*end_) return tl::unexpected(end_->error());
    return nullptr;
  }

 private:
  void run() {
    while (ScannedBlock* const free = wait_for_room()) {
      auto more = scan(blocks_, rules_, *free);
      if (more && *more) free->block.keep_bytes();  // the next ones may take their place
      const std::lock_guard lock(mutex_);
      if (more && *more) {
        ++made_;
      } else {
        end_ = more ? Result<void>() : tl::unexpected(std::move(more).error());
      }
      changed_.notify_all();
      if (end_) return;
    }
  }

  // Nothing where the reader wants no more.
  ScannedBlock* wait_for_room() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return made_ - taken_ < ring_.size() || is_unwanted_; });
    return is_unwanted_ ? nullptr : &ring_[made_ % ring_.size()];
  }

  Blocks& blocks_;
  const RuleSet& rules_;
  std::array<ScannedBlock, blocks_ahead + 1> ring_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t made_ = 0, taken_ = 0;  // blocks, since the thread began
  bool holds_one_ = false;            // the reader, the one after those taken
  bool is_unwanted_ = false;
  std::optional<Result<void>> end_;  // of the text
  std::thread thread_;               // last: it uses the others
};

Scan::Scan(const Pull& bytes, const RuleSet& rules) : blocks_(bytes), rules_(rules) {}
Scan::~Scan() = default;

Result<const ScannedBlock*> Scan::next() {
  if (ahead_) return ahead_->next();
  if (scanned_ == blocks_before_thread && std::thread::hardware_concurrency() > 1) {
    ahead_ = std::make_unique<Ahead>(blocks_, rules_);
    return ahead_->next();
  }
  ++scanned_;
  return TRY(scan(blocks_, rules_, here_)) ? &here_ : nullptr;
}

}  // namespace regreen
