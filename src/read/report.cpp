#include "read/report.h"

#include "base/text.h"

#include <algorithm>
#include <array>

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

bool is_json(std::string_view head) { return head.starts_with('{') || head.starts_with('['); }

// Is the first line an event? Where a command or anything else stands before events, it is a log that shows them.
bool begins_event(std::string_view head, std::initializer_list<std::string_view> beginnings, std::string_view key) {
  const std::string_view line = head.substr(0, head.find('\n'));
  const auto begins = [&](std::string_view beginning) { return line.starts_with(beginning); };
  return std::ranges::any_of(beginnings, begins) && contains(line, key);
}

bool is_junit(std::string_view head) {
  const std::string_view element = first_element(head);
  return element == "testsuites" || element == "testsuite";
}
bool is_ctest(std::string_view head) { return first_element(head) == "Site" && contains(head, "Generator=\"ctest"); }
bool is_pytest_json(std::string_view head) {
  return is_json(head) && contains(head, "\"exitcode\"") && contains(head, "\"created\"");
}
bool is_go_test(std::string_view head) {
  return begins_event(head, {"{\"Time\":\"", "{\"Action\":\"", "{\"ImportPath\":\""}, "\"Action\":\"");
}
bool is_cargo(std::string_view head) {
  return begins_event(head, {"{\"reason\":\""}, "-") ||
         begins_event(head, {"{ \"type\": \"suite\", ", "{\"type\":\"suite\","}, "\"event\"");
}
bool is_jest(std::string_view head) {
  return is_json(head) && (contains(head, "\"numFailedTestSuites\"") || contains(head, "\"numTotalTestSuites\""));
}
bool is_sarif(std::string_view head) {
  const bool names_schema = contains(head, "sarif") && (contains(head, "\"$schema\"") || contains(head, "\"version\""));
  return is_json(head) && contains(head, "\"runs\"") && (names_schema || contains(head, "\"driver\""));
}

constexpr auto formats = std::to_array<ReportFormat>({
    {"a JUnit report", is_junit, parse_junit},
    {"a report of ctest", is_ctest, parse_ctest},
    {"a report of pytest", is_pytest_json, parse_pytest_json},
    {"a report of go test", is_go_test, parse_go_test},
    {"a report of cargo", is_cargo, parse_cargo},
    {"a report of jest", is_jest, parse_jest},
    {"a SARIF report", is_sarif, parse_sarif},
});

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

// Takes the lines that a report stands for.
class Teller {
 public:
  Teller(const std::string& file, const RuleSet& rules) : collector_(file, rules, trail_) {}

  void tell(const TestReport& report) {
    for (const auto& test : report.failed) tell(test);
    for (const auto& [line, text] : report.lines) say(line, text);
  }

  void finish(Part& part) {
    collector_.end_step(0, part.lines);
    collector_.finish(part);
  }

 private:
  void say(std::size_t line, std::string_view text);
  void tell(const FailedTest& test);

  ListedTrail trail_;
  Collector collector_;
};

void Teller::say(std::size_t line, std::string_view text) {
  const std::string shown = printable(text);
  trail_.add(line, shown);
  collector_.match(line, shown, 0);
  collector_.catch_up();
}

void Teller::tell(const FailedTest& test) {
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

const ReportFormat* report_format(std::string_view head) {
  head = without_front(head);
  const auto found = std::ranges::find_if(formats, [&](const ReportFormat& one) { return one.recognises(head); });
  return found == formats.end() ? nullptr : &*found;
}

bool is_other_data(std::string_view head) {
  head = without_front(head);
  if (head.starts_with('{')) return without_front(head.substr(1)).starts_with('"');
  return head.starts_with("<?xml") || head.starts_with("<!DOCTYPE") || lower(first_element(head)) == "html";
}

Result<std::optional<Part>> read_report(const ReportFormat& format, const TextName& name, const Pull& bytes,
                                        const RuleSet& rules, Notes& notes) {
  const std::string shown_name = name.file.empty() ? "the report" : name.file;
  const auto text = TRY(collect_bytes(bytes));
  if (!text) {
    notes.add(shown_name + ": " + format.what + " of more than 64 MB; skipped");
    return std::nullopt;
  }
  const TestReport report = format.parse(*text);
  if (!report.damage.empty()) notes.add(shown_name + ": " + report.damage);
  Part part;
  part.file = name.file;
  part.lines = split_lines(*text).size();
  part.steps.push_back(
      {name.job, "test report", {name.file, 1}, {name.file, part.lines}, report.conclusion, report.exit_code});
  part.stamps.emplace_back();
  Teller teller(name.file, rules);
  teller.tell(report);
  teller.finish(part);
  return part;
}

}  // namespace regreen
