#pragma once

#include "read/collect.h"
#include "read/pull.h"
#include "read/text.h"

namespace regreen {

/// What a file is, told by its first bytes.
enum class ReportKind {
  none,         ///< a text
  junit,        ///< JUnit XML, as most test runners write it
  pytest_json,  ///< of the plugin pytest-json-report
  other,        ///< a page or data that is no log: HTML, XML, JSON
};

ReportKind report_kind(std::string_view head);

/// Reads a test report. Each failed test becomes the lines that pytest prints for one, "FAILED path::name - message" and
/// its traceback, at their place in the report, so that the same rules recognise them; the totals prove how it ended.
/// Nothing where it cannot be read, with a note.
Result<std::optional<Part>> read_report(ReportKind kind, const TextName& name, const Pull& bytes, const RuleSet& rules,
                                        Notes& notes);

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

/// What a report says.
struct TestReport {
  std::vector<FailedTest> failed;
  Conclusion conclusion = Conclusion::unknown;
  std::optional<int> exit_code;
  std::string damage;  ///< why it could be read in part only; empty where all is well
};

TestReport parse_junit(std::string_view text);
TestReport parse_pytest_json(std::string_view text);

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
