#include "adapters/github/archive.h"

#include "base/character.h"
#include "os/fd.h"
#include "os/file.h"

#include <algorithm>
#include <cstdint>
#include <fcntl.h>
#include <unistd.h>

namespace regreen {
namespace {

constexpr std::string_view end_mark = "PK\x05\x06", entry_mark = "PK\x01\x02";
constexpr std::size_t end_bytes = 22, entry_bytes = 46;  // before names and comments
constexpr off_t end_reach = 65557;                       // the end record and its comment
constexpr std::size_t directory_bytes_max = std::size_t{16} << 20;
constexpr std::size_t name_bytes_told = 60;  // of the 90 characters that GitHub keeps

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  while (count-- > 0) value = value << 8U | static_cast<unsigned char>(bytes[at + count]);
  return value;
}

std::string bytes_at(int file, off_t at, std::size_t most) {
  if (lseek(file, at, SEEK_SET) < 0) return "";
  return read_all(file, most).value_or("");
}

std::vector<std::string> names_of(std::string_view directory) {
  std::vector<std::string> names;
  while (directory.size() >= entry_bytes && directory.starts_with(entry_mark)) {
    const std::size_t name = little_endian(directory, 28, 2);
    const std::size_t more = little_endian(directory, 30, 2) + little_endian(directory, 32, 2);
    names.emplace_back(directory.substr(entry_bytes, name));
    directory.remove_prefix(std::min(directory.size(), entry_bytes + name + more));
  }
  return names;
}

// What of a name nobody leaves out.
std::string core(std::string_view name) {
  std::string kept;
  std::ranges::copy_if(name, std::back_inserter(kept),
                       [](char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; });
  return kept.substr(0, name_bytes_told);
}

// "0_build.txt", "build/2_Run make.txt"
std::string_view job_in(std::string_view name) {
  if (const auto slash = name.find('/'); slash != std::string_view::npos) return name.substr(0, slash);
  name.remove_prefix(std::min(name.find('_') + 1, name.size()));
  if (name.ends_with(".txt")) name.remove_suffix(4);
  return name;
}

}  // namespace

std::optional<std::vector<std::string>> names_in_zip(const std::string& file) {
  const Fd in(open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!in) return std::nullopt;
  const off_t size = lseek(in.get(), 0, SEEK_END);
  const std::string tail = bytes_at(in.get(), std::max<off_t>(0, size - end_reach), end_reach);
  const auto at = tail.rfind(end_mark);
  if (at == std::string::npos || tail.size() - at < end_bytes || static_cast<std::size_t>(size) == tail.size() - at)
    return std::nullopt;
  const std::size_t bytes = little_endian(tail, at + 12, 4);
  const std::string directory = bytes_at(in.get(), little_endian(tail, at + 16, 4), directory_bytes_max);
  return names_of(std::string_view(directory).substr(0, bytes));
}

bool has_log_of(const std::vector<std::string>& names, std::string_view job) {
  const std::string wanted = core(job);
  return std::ranges::any_of(names, [&](std::string_view name) { return core(job_in(name)) == wanted; });
}

}  // namespace regreen
