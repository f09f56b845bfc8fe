#include "read/read.h"

#include "read/merge.h"
#include "read/report.h"
#include "read/text.h"
#include "read/unpack.h"

namespace regreen {

namespace {

constexpr std::size_t head_bytes = 4096;  // in which a report shows what it is

class Reading {
 public:
  Reading(const RuleSet& rules, bool plainly) : rules_(rules), plainly_(plainly) {}

  Result<void> visit(const std::string& file, const Pull& bytes) {
    const TextName name = parse_name(file);
    const auto [head, all] = TRY(peek(bytes, head_bytes));
    const ReportKind kind = report_kind(head);
    if (kind == ReportKind::junit || kind == ReportKind::pytest_json) {
      if (auto part = TRY(read_report(kind, name, all, rules_, notes_))) parts_.push_back({name, *std::move(part)});
    } else if (kind == ReportKind::other && !file.empty()) {
      notes_.add(file + ": skipped, neither a log nor a test report");
    } else {
      parts_.push_back({name, TRY((plainly_ ? read_text_plainly : read_text)(name, all, rules_))});
    }
    return {};
  }

  Notes& notes() { return notes_; }
  std::vector<NamedPart> take_parts() { return std::move(parts_); }

 private:
  const RuleSet& rules_;
  bool plainly_;
  Notes notes_;
  std::vector<NamedPart> parts_;
};

Error nothing_to_read(const Evidence& evidence) {
  const std::string why = evidence.notes.empty() ? "is empty; CI systems drop old logs, fetch it again"
                                                 : "holds nothing to read: " + evidence.notes.front();
  return {ErrorKind::invalid, evidence.source + " " + why};
}

}  // namespace

Result<Evidence> read(Source& source, const RuleSet& rules, const ReadOptions& options) {
  Reading reading(rules, options.plainly);
  const auto unpacked = TRY(unpack(
      source, reading.notes(), [&](const std::string& file, const Pull& bytes) { return reading.visit(file, bytes); }));
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
