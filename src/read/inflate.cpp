#include "read/inflate.h"

#include <zlib.h>
#include <zstd.h>

#include <memory>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t buffer_bytes = 128 * 1024;  // as much as both libraries like to write at once
constexpr int zstd_window_log_max = 27;           // 128 MB: what `zstd --long` may ask of a reader, and no more

std::string cut_off(const std::string& name, std::string_view why) {
  return (name.empty() ? "the log" : name) + ": " + std::string(why) + "; read up to there. Fetch the file again";
}

class Gunzip {
 public:
  Gunzip(Pull packed, std::string name, Notes& notes)
      : packed_(std::move(packed)), name_(std::move(name)), notes_(notes) {
    constexpr int gzip_only = 16 + MAX_WBITS;
    ready_ = inflateInit2(&zlib_, gzip_only) == Z_OK;
  }
  ~Gunzip() { inflateEnd(&zlib_); }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  Result<std::string_view> next() {
    zlib_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
    zlib_.avail_out = static_cast<uInt>(buffer_.size());
    while (!ended_ && zlib_.avail_out > 0) {
      if (zlib_.avail_in == 0 && !TRY(refill())) break;
      step();
    }
    return std::string_view(buffer_.data(), buffer_.size() - zlib_.avail_out);
  }

 private:
  // Is there more input?
  Result<bool> refill() {
    const auto chunk = TRY(packed_());
    if (chunk.empty()) {
      if (in_member_) notes_.add(cut_off(name_, "the gzip data is cut off"));
      ended_ = true;
      return false;
    }
    // zlib reads its input only, but was made before `const`.
    zlib_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(chunk.data()));
    zlib_.avail_in = static_cast<uInt>(chunk.size());
    return true;
  }

  void step() {
    if (!ready_) return damaged();
    in_member_ = true;
    const int answer = inflate(&zlib_, Z_NO_FLUSH);
    if (answer == Z_OK || answer == Z_BUF_ERROR) return;
    if (answer != Z_STREAM_END) return damaged();
    in_member_ = false;  // another member may follow, as after `cat a.gz b.gz`
    after_member_ = true;
    inflateReset(&zlib_);
  }

  void damaged() {
    ended_ = true;
    // Some programs pad their last block: what follows a complete member and is no gzip is not ours.
    const bool padding = after_member_ && zlib_.total_out == 0;
    if (!padding) notes_.add(cut_off(name_, "the gzip data is damaged"));
  }

  Pull packed_;
  std::string name_;
  Notes& notes_;
  z_stream zlib_{};
  std::vector<char> buffer_ = std::vector<char>(buffer_bytes);
  bool ready_ = false, in_member_ = false, after_member_ = false, ended_ = false;
};

class Unzstd {
 public:
  Unzstd(Pull packed, std::string name, Notes& notes)
      : packed_(std::move(packed)), name_(std::move(name)), notes_(notes) {
    ZSTD_DCtx_setParameter(zstd_.get(), ZSTD_d_windowLogMax, zstd_window_log_max);
  }

  Result<std::string_view> next() {
    ZSTD_outBuffer out{buffer_.data(), buffer_.size(), 0};
    while (!ended_ && out.pos == 0) {
      if (in_.pos == in_.size && !flushing_ && !TRY(refill())) break;
      const std::size_t left = ZSTD_decompressStream(zstd_.get(), &out, &in_);
      if (ZSTD_isError(left) != 0) {
        ended_ = true;
        notes_.add(cut_off(name_, std::string("the zstd data is damaged (") + ZSTD_getErrorName(left) + ")"));
      }
      in_frame_ = left != 0;
      flushing_ = out.pos == out.size;
    }
    return std::string_view(buffer_.data(), out.pos);
  }

 private:
  Result<bool> refill() {
    const auto chunk = TRY(packed_());
    if (chunk.empty()) {
      if (in_frame_) notes_.add(cut_off(name_, "the zstd data is cut off"));
      ended_ = true;
      return false;
    }
    in_ = {chunk.data(), chunk.size(), 0};
    return true;
  }

  struct Free {
    void operator()(ZSTD_DCtx* zstd) const { ZSTD_freeDCtx(zstd); }
  };
  Pull packed_;
  std::string name_;
  Notes& notes_;
  std::unique_ptr<ZSTD_DCtx, Free> zstd_{ZSTD_createDCtx()};
  ZSTD_inBuffer in_{nullptr, 0, 0};
  std::vector<char> buffer_ = std::vector<char>(buffer_bytes);
  bool in_frame_ = false, flushing_ = false, ended_ = false;
};

}  // namespace

Pull gunzip(Pull packed, const std::string& name, Notes& notes) {
  return [one = std::make_shared<Gunzip>(std::move(packed), name, notes)] { return one->next(); };
}

Pull unzstd(Pull packed, const std::string& name, Notes& notes) {
  return [one = std::make_shared<Unzstd>(std::move(packed), name, notes)] { return one->next(); };
}

}  // namespace regreen
