#include "read/zip.h"

#include "base/text.h"
#include "read/archive.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

// A ZIP is a row of files, each behind a local header, and behind them a directory that repeats all headers; the last
// record tells where the directory is. Who streams a ZIP goes by local headers, so both must say the same here.

namespace regreen {
namespace {

constexpr std::size_t entries_max = 10'000;       // as for each_entry()
constexpr std::size_t descriptor_bytes_max = 24;  // what may stand behind a file whose size its local header lacks
constexpr std::size_t buffer_bytes = 128 * 1024;
constexpr std::size_t end_bytes = 22, central_bytes = 46, local_bytes = 30;
constexpr std::uint64_t in_zip64 = 0xFFFFFFFF;
constexpr std::uint64_t encrypted = 1, size_follows = 8, name_is_utf8 = 0x800;

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

// The directory, from its first record to its end; the ZIP without it and what follows.
struct Directory {
  std::string_view records, files;
  std::uint64_t count = 0;
};

std::optional<Directory> find_directory(std::string_view zip) {
  constexpr std::string_view signature = "PK\x05\x06";
  const auto end = zip.rfind(signature);
  if (end == std::string_view::npos || zip.size() - end < end_bytes) return std::nullopt;
  const std::string_view last = zip.substr(end);
  const bool is_last = number_at(last, 20, 2) == last.size() - end_bytes;
  const bool is_whole = number_at(last, 4, 4) == 0 && number_at(last, 8, 2) == number_at(last, 10, 2);
  const std::uint64_t bytes = number_at(last, 12, 4), offset = number_at(last, 16, 4);
  if (!is_last || !is_whole || offset == in_zip64 || offset + bytes != end) return std::nullopt;
  return Directory{zip.substr(offset, bytes), zip.substr(0, offset), number_at(last, 8, 2)};
}

struct Record {
  std::uint64_t flags, method, crc, packed, bytes, offset;
  std::string_view name;
};

// Takes a record off the directory's front.
std::optional<Record> take_record(std::string_view& records) {
  if (records.size() < central_bytes || !records.starts_with("PK\x01\x02")) return std::nullopt;
  const std::size_t name = number_at(records, 28, 2);
  const std::size_t size = central_bytes + name + number_at(records, 30, 2) + number_at(records, 32, 2);
  if (records.size() < size) return std::nullopt;
  Record record{number_at(records, 8, 2),           number_at(records, 10, 2), number_at(records, 16, 4),
                number_at(records, 20, 4),          number_at(records, 24, 4), number_at(records, 42, 4),
                records.substr(central_bytes, name)};
  records.remove_prefix(size);
  return record;
}

bool is_simple(const Record& record) {
  const bool is_stored = record.method == 0 && record.packed == record.bytes && (record.flags & size_follows) == 0;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const bool is_named = (record.flags & name_is_utf8) != 0 || std::ranges::all_of(record.name, is_ascii);
  return (record.flags & encrypted) == 0 && (record.method == Z_DEFLATED || is_stored) && is_named &&
         record.packed != in_zip64 && record.bytes != in_zip64;
}

// The packed bytes of a file that begins where those before it end.
std::optional<std::string_view> bytes_of(const Record& record, std::string_view files, std::size_t expected) {
  if (record.offset < expected || record.offset > expected + descriptor_bytes_max) return std::nullopt;
  if (record.offset > files.size()) return std::nullopt;
  const std::string_view local = files.substr(record.offset);
  if (local.size() < local_bytes || !local.starts_with("PK\x03\x04")) return std::nullopt;
  const std::size_t name = number_at(local, 26, 2), data = local_bytes + name + number_at(local, 28, 2);
  if (local.size() < data || local.size() - data < record.packed) return std::nullopt;
  if (local.substr(local_bytes, name) != record.name || number_at(local, 6, 2) != record.flags) return std::nullopt;
  if (number_at(local, 8, 2) != record.method) return std::nullopt;
  return local.substr(data, record.packed);
}

class Inflating {
 public:
  Inflating(const ZipEntry& entry, bool& is_sound) : entry_(entry), is_sound_(is_sound) {
    ready_ = inflateInit2(&zlib_, -MAX_WBITS) == Z_OK;
    zlib_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(entry.packed.data()));
    zlib_.avail_in = static_cast<uInt>(entry.packed.size());  // below 4 GB: no ZIP64
  }
  ~Inflating() { inflateEnd(&zlib_); }
  Inflating(const Inflating&) = delete;
  Inflating& operator=(const Inflating&) = delete;

  Result<std::string_view> next() {
    if (!ready_ || ended_) return std::string_view();
    zlib_.next_out = reinterpret_cast<Bytef*>(buffer_.data());
    zlib_.avail_out = static_cast<uInt>(buffer_.size());
    const int answer = inflate(&zlib_, Z_NO_FLUSH);
    const std::string_view chunk(buffer_.data(), buffer_.size() - zlib_.avail_out);
    count(chunk);
    ended_ = answer != Z_OK || bytes_ > entry_.bytes;
    if (answer == Z_STREAM_END) is_sound_ = zlib_.avail_in == 0 && bytes_ == entry_.bytes && crc_ == entry_.crc;
    return chunk;
  }

 private:
  void count(std::string_view chunk) {
    bytes_ += chunk.size();
    crc_ = crc32(crc_, reinterpret_cast<const Bytef*>(chunk.data()), static_cast<uInt>(chunk.size()));
  }

  ZipEntry entry_;
  bool& is_sound_;
  z_stream zlib_{};
  std::vector<char> buffer_ = std::vector<char>(buffer_bytes);
  uLong crc_ = crc32(0, nullptr, 0);
  std::uint64_t bytes_ = 0;
  bool ready_ = false, ended_ = false;
};

}  // namespace

std::optional<std::vector<ZipEntry>> list_zip(std::string_view zip) {
  auto directory = find_directory(zip);
  if (!directory || directory->count > entries_max) return std::nullopt;
  std::vector<ZipEntry> entries;
  std::set<std::string> labels;
  std::size_t expected = 0;
  for (std::uint64_t i = 0; i < directory->count; ++i) {
    const auto record = take_record(directory->records);
    if (!record || !is_simple(*record)) return std::nullopt;
    const auto packed = bytes_of(*record, directory->files, expected);
    if (!packed) return std::nullopt;
    expected = static_cast<std::size_t>(packed->data() + packed->size() - zip.data());
    if (record->name.ends_with('/')) continue;
    entries.push_back({entry_label(record->name), *packed, record->method == Z_DEFLATED, record->bytes,
                       static_cast<std::uint32_t>(record->crc)});
    if (!labels.insert(entries.back().label).second) return std::nullopt;
  }
  const bool is_all = directory->records.empty() && directory->files.size() <= expected + descriptor_bytes_max;
  return is_all ? std::optional(std::move(entries)) : std::nullopt;
}

Pull unpacked(const ZipEntry& entry, bool& is_sound) {
  is_sound = false;
  if (entry.is_deflated) {
    return [one = std::make_shared<Inflating>(entry, is_sound)] { return one->next(); };
  }
  return [rest = entry.packed, expected = entry.crc, crc = crc32(0, nullptr, 0),
          &is_sound]() mutable -> Result<std::string_view> {
    const std::string_view piece = rest.substr(0, buffer_bytes);
    rest.remove_prefix(piece.size());
    crc = crc32(crc, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size()));
    is_sound = rest.empty() && crc == expected;
    return piece;
  };
}

}  // namespace regreen
