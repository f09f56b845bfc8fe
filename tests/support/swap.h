#pragma once

#include <atomic>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <thread>

namespace regreen {

/// As long as it lives, two names of a folder change places as fast as they can: who looks at a name first and follows it
/// later is led elsewhere.
class Swap {
 public:
  Swap(std::string a, std::string b)
      : thread_([this, a = std::move(a), b = std::move(b)] {
          while (!stop_) renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE);
        }) {}
  Swap(const Swap&) = delete;
  Swap& operator=(const Swap&) = delete;
  ~Swap() {
    stop_ = true;
    thread_.join();
  }

 private:
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

}  // namespace regreen
