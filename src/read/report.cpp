#include "read/report.h"

#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t report_bytes_max = 64 << 20;  // parsed as a whole; 100,000 tests need about 20 MB

std::string_view without_front(std::string_view head) {
  constexpr std::string_view bom = "\xEF\xBB\xBF";
  if (head.starts_with(bom)) head.remove_prefix(bom.size());
  const auto first = head.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : head.substr(first);
}

// The name of the first element: behind "<?xml …?>", comments and "<!DOCTYPE …>".
std::string_view first_element(std::string_view head) {
  while (head.starts_with("<?") || head.starts_with("<!")) {
    const std::string_view end = head.starts_with("<!--") ? "-->" : ">";
    const auto at = head.find(end);
    if (at == std::string_view::npos) return {};
    head = without_front(head.substr(at + end.size()));
  }
  return head.starts_with('<') ? head.substr(1, head.find_first_of(" \t\r\n/>") - 1) : std::string_view();
}

// The whole file, or nothing where it is too large.
Result<std::optional<std::string>> collect_bytes(const Pull& bytes) {
  std::string text;
  while (true) {
    const auto chunk = TRY(bytes());
    if (chunk.empty()) return text;
    if (text.size() + chunk.size() > report_bytes_max) return std::nullopt;
    text += chunk;
  }
}

void collect_test(const FailedTest& test, ListedTrail& trail, Collector& collector) {
  const auto say = [&](std::size_t line, std::string_view text) {
    const std::string shown = printable(text);
    trail.add(line, shown);
    collector.match(line, shown, 0);
    collector.catch_up();
  };
  const std::string verdict = test.how == FailedTest::How::failed ? "FAILED " : "ERROR ";
  say(test.line, verdict + test.name + (test.message.empty() ? "" : " - " + test.message));
  std::size_t line = test.traceback_line;
  for (const auto text : split_lines(test.traceback)) {
    say(line, text.ends_with('\r') ? text.substr(0, text.size() - 1) : text);
    if (test.is_spread) ++line;
  }
}

}  // namespace

std::size_t LineCounter::line_at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset <= offset_) return line_;
  line_ += static_cast<std::size_t>(std::ranges::count(text_.substr(offset_, offset - offset_), '\n'));
  offset_ = offset;
  return line_;
}

ReportKind report_kind(std::string_view head) {
  head = without_front(head);
  if (head.starts_with('{')) {
    const bool is_pytest = contains(head, "\"exitcode\"") && contains(head, "\"created\"");
    const bool is_json = without_front(head.substr(1)).starts_with('"');
    return is_pytest ? ReportKind::pytest_json : is_json ? ReportKind::other : ReportKind::none;
  }
  const std::string_view element = first_element(head);
  if (element == "testsuites" || element == "testsuite") return ReportKind::junit;
  const bool is_page = head.starts_with("<?xml") || head.starts_with("<!DOCTYPE") || lower(element) == "html";
  return is_page ? ReportKind::other : ReportKind::none;
}

Result<std::optional<Part>> read_report(ReportKind kind, const TextName& name, const Pull& bytes, const RuleSet& rules,
                                        Notes& notes) {
  const std::string shown_name = name.file.empty() ? "the report" : name.file;
  const auto text = TRY(collect_bytes(bytes));
  if (!text) {
    notes.add(shown_name + ": a test report of more than 64 MB; skipped");
    return std::nullopt;
  }
  const TestReport report = kind == ReportKind::junit ? parse_junit(*text) : parse_pytest_json(*text);
  if (!report.damage.empty()) notes.add(shown_name + ": " + report.damage);
  ListedTrail trail;
  Collector collector(name.file, rules, trail);
  for (const auto& test : report.failed) collect_test(test, trail, collector);
  Part part;
  part.file = name.file;
  part.lines = split_lines(*text).size();
  collector.end_step(0, part.lines);
  part.steps.push_back(
      {name.job, "test report", {name.file, 1}, {name.file, part.lines}, report.conclusion, report.exit_code});
  part.stamps.emplace_back();
  collector.finish(part);
  return part;
}

}  // namespace regreen
