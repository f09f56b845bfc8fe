#include "cli/samples.h"

#include "base/text.h"
#include "os/file.h"
#include "read/clean.h"
#include "shipped/shipped.h"

#include <zstd.h>

namespace regreen {
namespace {

constexpr std::size_t sample_bytes_max = 1 << 30;

Result<std::string> unpacked(std::string_view packed) {
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size > sample_bytes_max)
    return fail(ErrorKind::internal, "the shipped samples are damaged");  // errors are huge numbers
  std::string bytes(size, '\0');
  const std::size_t got = ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) != 0 || got != size) return fail(ErrorKind::internal, "the shipped samples are damaged");
  return bytes;
}

}  // namespace

std::vector<std::string> clean_lines(std::string_view text) {
  Cleaner cleaner;
  std::vector<std::string> lines;
  for (const auto line : split_lines(text)) {
    Line clean;
    cleaner.add(line);
    cleaner.finish(clean);
    lines.push_back(std::move(clean.text));
  }
  return lines;
}

Result<std::vector<Sample>> our_samples() {
  const std::string text = TRY(unpacked(shipped_samples()));
  return read_samples(text, "samples.jsonl");
}

Result<std::vector<Sample>> samples_at(const std::string& path) {
  const std::string text = TRY(read_file(path, sample_bytes_max));
  auto samples = TRY(read_samples(text, path));
  for (auto& sample : samples) sample.text = join(clean_lines(sample.text), "\n");
  return samples;
}

}  // namespace regreen
