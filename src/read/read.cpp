#include "read/read.h"

#include "base/cores.h"
#include "read/merge.h"
#include "read/report.h"
#include "read/text.h"
#include "read/unpack.h"

#include <algorithm>
#include <numeric>
#include <thread>

namespace regreen {

namespace {

constexpr std::size_t head_bytes = 4096;                 // in which a report or a prefix shows what it is
constexpr std::size_t threads_max = 16;                  // each needs a few MB
constexpr std::uint64_t bytes_for_threads = 256 * 1024;  // less is read before a thread has started

class Reading {
 public:
  Reading(const RuleSet& rules, bool plainly) : rules_(rules), plainly_(plainly) {}

  Result<void> visit(const std::string& file, const Pull& bytes) {
    const TextName name = parse_name(file);
    const Peeked text = TRY(peek(bytes, head_bytes));
    if (const ReportFormat* format = report_format(text.head)) {
      if (auto part = TRY(read_report(*format, name, text.all, rules_, notes_)))
        parts_.push_back({name, *std::move(part)});
    } else if (is_other_data(text.head) && !file.empty()) {
      notes_.add(file + ": skipped, neither a log nor a test report");
    } else {
      parts_.push_back({name, TRY((plainly_ ? read_text_plainly : read_text)(name, text, rules_))});
    }
    return {};
  }

  /// What another one read, behind what this one did.
  void append(Reading other) {
    for (auto& note : other.notes_.take()) notes_.add(std::move(note));
    std::ranges::move(other.parts_, std::back_inserter(parts_));
  }

  Notes& notes() { return notes_; }
  std::vector<NamedPart> take_parts() { return std::move(parts_); }

 private:
  std::reference_wrapper<const RuleSet> rules_;
  bool plainly_;
  Notes notes_;
  std::vector<NamedPart> parts_;
};

// A file of a ZIP, read by itself.
struct ReadEntry {
  Reading reading;
  bool is_sound = false;
};

void read_entry(const ZipEntry& entry, ReadEntry& one) {
  bool is_sound = false;
  const Pull bytes = unpacked(entry, is_sound);
  const auto visited =
      visit_unpacked(entry.label, bytes, one.reading.notes(),
                     [&](const std::string& file, const Pull& text) { return one.reading.visit(file, text); });
  if (!visited || !*visited) return;
  while (!bytes()->empty()) {  // what a visitor left, for the checksum
  }
  one.is_sound = is_sound;
}

// Each thread has entries of its own, the large ones dealt out first, and shares nothing with the others.
void read_entries(const std::vector<ZipEntry>& entries, std::vector<ReadEntry>& read, std::size_t threads) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return entries[i].bytes; });
  const auto read_share = [&](std::size_t first) {
    for (std::size_t i = first; i < order.size(); i += threads) read_entry(entries[order[i]], read[order[i]]);
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(read_share, i);
  read_share(0);
}

std::size_t threads_for(const std::vector<ZipEntry>& entries, const ReadOptions& options) {
  std::uint64_t bytes = 0;
  for (const auto& entry : entries) bytes += entry.bytes;
  if (bytes < bytes_for_threads) return 1;
  const std::size_t wanted = options.threads > 0 ? options.threads : usable_cores();
  return std::clamp<std::size_t>(std::min(wanted, entries.size()), 1, threads_max);
}

// The same as visiting them one by one, or nothing at all.
bool read_zip(const std::vector<ZipEntry>& entries, const RuleSet& rules, const ReadOptions& options, Reading& whole) {
  std::vector<ReadEntry> read(entries.size(), ReadEntry{Reading(rules, options.plainly)});
  read_entries(entries, read, threads_for(entries, options));
  if (!std::ranges::all_of(read, &ReadEntry::is_sound)) return false;
  for (auto& one : read) whole.append(std::move(one.reading));
  return true;
}

Error nothing_to_read(const Evidence& evidence) {
  const std::string why = evidence.notes.empty() ? "is empty; CI systems drop old logs, fetch it again"
                                                 : "holds nothing to read: " + evidence.notes.front();
  return {ErrorKind::invalid, evidence.source + " " + why};
}

}  // namespace

Result<Evidence> read(Source& source, const RuleSet& rules, const ReadOptions& options) {
  Reading reading(rules, options.plainly);
  const auto unpacked = TRY(unpack(
      source, reading.notes(), [&](const std::string& file, const Pull& bytes) { return reading.visit(file, bytes); },
      [&](const std::vector<ZipEntry>& entries) { return read_zip(entries, rules, options, reading); },
      options.hashed ? Hashing::yes : Hashing::no));
  Evidence evidence;
  evidence.source = source.name();
  evidence.hash = unpacked.hash;
  evidence.bytes = unpacked.bytes;
  merge(reading.take_parts(), options, evidence);
  evidence.notes = reading.notes().take();
  if (evidence.lines == 0) return tl::unexpected(nothing_to_read(evidence));
  return evidence;
}

}  // namespace regreen
