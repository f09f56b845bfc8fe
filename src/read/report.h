#pragma once

#include "read/collect.h"
#include "read/pull.h"
#include "read/text.h"

namespace regreen {

/// A failed test of a report, as text.
struct FailedTest {
  enum class How { failed, errored };
  How how = How::failed;
  std::string name;     ///< "tests/test_cart.py::test_total"
  std::string message;  ///< first line only
  std::size_t line = 0;
  std::string traceback;
  std::size_t traceback_line = 0;  ///< of its first line
  bool is_spread = true;           ///< each line of the traceback has a line of the file to itself
};

/// A line that a tool would have printed, had it not written a report.
struct ReportLine {
  std::size_t line = 0;  ///< of the file, where it stands
  std::string text;
};

/// What a report says.
struct TestReport {
  std::vector<FailedTest> failed;
  std::vector<ReportLine> lines;
  Conclusion conclusion = Conclusion::unknown;
  std::optional<int> exit_code;
  std::string damage;  ///< why it could be read in part only; empty where all is well
};

/// A report of which nothing could be read.
inline TestReport damaged_report(std::string why) {
  TestReport report;
  report.damage = std::move(why);
  return report;
}

TestReport parse_junit(std::string_view text);
TestReport parse_ctest(std::string_view text);        ///< Test.xml
TestReport parse_pytest_json(std::string_view text);  ///< of the plugin pytest-json-report
TestReport parse_go_test(std::string_view text);      ///< `go test -json`
TestReport parse_cargo(std::string_view text);        ///< `cargo --message-format=json`, libtest's `--format json`
TestReport parse_jest(std::string_view text);         ///< `jest --json`, vitest's JSON
TestReport parse_sarif(std::string_view text);        ///< 2.1.0

/// A kind of report that a file can be, told by its first bytes.
struct ReportFormat {
  const char* what;
  bool (*recognises)(std::string_view head);
  TestReport (*parse)(std::string_view text);
};

/// The format of a file that begins so; null where it is none.
const ReportFormat* report_format(std::string_view head);

/// Is a file that is no report no log either: a page or data in HTML, XML or JSON?
bool is_other_data(std::string_view head);

/// Reads a report. Each failed test becomes the lines that pytest prints for one, "FAILED path::name - message" and its
/// traceback, and what a tool would have printed those lines, at their place in the report, so that the same rules
/// recognise them; the totals prove how it ended. Nothing where it cannot be read, with a note.
Result<std::optional<Part>> read_report(const ReportFormat& format, const TextName& name, const Pull& bytes,
                                        const RuleSet& rules, Notes& notes);

/// Counts lines in a text that is looked at from front to back.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  /// The number of the line that an offset lies in; offsets must not decrease.
  std::size_t line_at(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t offset_ = 0, line_ = 1;
};

}  // namespace regreen
