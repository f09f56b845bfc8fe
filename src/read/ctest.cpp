#include "base/text.h"
#include "read/report.h"

#include <pugixml.hpp>

// Test.xml, as `ctest -T Test` writes it for a dashboard.

namespace regreen {
namespace {

std::string value_of(const pugi::xml_node& results, std::string_view name) {
  for (const auto& one : results.children("NamedMeasurement")) {
    if (one.attribute("name").value() == name) return one.child("Value").text().get();
  }
  return "";
}

FailedTest failed_test(const pugi::xml_node& test, LineCounter& counter) {
  const auto results = test.child("Results");
  const auto output = results.child("Measurement").child("Value");
  FailedTest one;
  one.name = test.child("Name").text().get();
  one.message = trim(value_of(results, "Exit Code") + " " + value_of(results, "Exit Value"));
  one.line = one.traceback_line = counter.line_at(static_cast<std::size_t>(test.offset_debug()));
  if (!output.attribute("compression").empty()) {
    one.message += ", output is compressed; use --no-compress-output";
  } else if (const auto text = output.first_child()) {
    one.traceback = text.value();
    one.traceback_line = counter.line_at(static_cast<std::size_t>(text.offset_debug()));
  }
  return one;
}

}  // namespace

TestReport parse_ctest(std::string_view text) {
  pugi::xml_document document;
  const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  LineCounter counter(text);
  TestReport report;
  if (!parsed)
    report.damage = std::string("the XML is cut off or damaged (") + parsed.description() + "); read up to there";
  bool any = false;
  for (const auto& test : document.child("Site").child("Testing").children("Test")) {
    const std::string_view status = test.attribute("Status").value();
    any |= status == "passed";
    if (status == "failed") report.failed.push_back(failed_test(test, counter));
  }
  report.conclusion = !report.failed.empty() ? Conclusion::failure
                      : parsed && any        ? Conclusion::success
                                             : Conclusion::unknown;
  return report;
}

}  // namespace regreen
