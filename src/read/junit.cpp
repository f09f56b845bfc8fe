#include "base/text.h"
#include "read/report.h"

#include <pugixml.hpp>

namespace regreen {
namespace {

constexpr int depth_max = 16;  // of suites within suites

std::string first_line(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return "";
  text.remove_prefix(start);
  return std::string(trim(text.substr(0, text.find('\n'))));
}

// pytest writes "tests.test_cart.TestCart" for tests/test_cart.py::TestCart; the traceback names the file.
std::string python_name(const std::string& class_name, std::string_view traceback) {
  std::string best;
  for (const auto line : split_lines(traceback)) {
    const auto end = line.find(".py:");
    if (end == std::string_view::npos || end == 0 || line.find(' ') < end) continue;
    const std::string path(line.substr(0, end));
    const std::string dotted = replace_all(path, "/", ".");
    if (class_name != dotted && !class_name.starts_with(dotted + ".")) continue;
    const std::string rest = class_name.substr(dotted.size());
    best = path + ".py" + replace_all(rest, ".", "::");
  }
  return best;
}

std::string name_of(const pugi::xml_node& test, std::string_view traceback) {
  const std::string name = test.attribute("name").value();
  const std::string class_name = test.attribute("classname").value();
  std::string where = test.attribute("file").value();
  if (where.empty()) where = python_name(class_name, traceback);
  if (where.empty()) where = class_name;
  return where.empty() || where == name ? name : name.empty() ? where : where + "::" + name;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : counter_(text) {}

  void read_suite(const pugi::xml_node& suite, int depth) {
    total_failed_ += suite.attribute("failures").as_ullong() + suite.attribute("errors").as_ullong();
    for (const auto& child : suite.children()) {
      const std::string_view name = child.name();
      if (name == "testcase") read_test(child);
      if ((name == "testsuite" || name == "testsuites") && depth < depth_max) read_suite(child, depth + 1);
    }
  }

  TestReport take(const pugi::xml_parse_result& parsed) {
    if (!parsed)
      report_.damage = std::string("the XML is cut off or damaged (") + parsed.description() + "); read up to there";
    if (!report_.failed.empty() || total_failed_ > 0) {
      report_.conclusion = Conclusion::failure;
    } else if (parsed && tests_ > 0) {
      report_.conclusion = Conclusion::success;
    }
    return std::move(report_);
  }

 private:
  void read_test(const pugi::xml_node& test) {
    ++tests_;
    for (const auto& child : test.children()) {
      const std::string_view verdict = child.name();
      if (verdict == "failure") add(test, child, FailedTest::How::failed);
      if (verdict == "error") add(test, child, FailedTest::How::errored);
    }
  }

  void add(const pugi::xml_node& test, const pugi::xml_node& verdict, FailedTest::How how) {
    FailedTest one;
    one.how = how;
    one.line = counter_.line_at(static_cast<std::size_t>(verdict.offset_debug()));
    one.traceback = verdict.text().get();
    one.traceback_line = one.line;
    if (const auto text = verdict.first_child()) {
      one.traceback_line = counter_.line_at(static_cast<std::size_t>(text.offset_debug()));
    }
    if (trim(one.traceback).empty()) read_output(test, one);
    one.name = name_of(test, one.traceback);
    one.message = first_line(verdict.attribute("message").value());
    if (one.message.empty()) one.message = first_line(one.traceback);
    report_.failed.push_back(std::move(one));
  }

  // Where the verdict has no words: what the test printed, as ctest keeps it.
  void read_output(const pugi::xml_node& test, FailedTest& one) {
    const auto text = test.child("system-out").first_child();
    if (!text) return;
    one.traceback = text.value();
    one.traceback_line = counter_.line_at(static_cast<std::size_t>(text.offset_debug()));
  }

  LineCounter counter_;
  TestReport report_;
  std::size_t tests_ = 0;
  unsigned long long total_failed_ = 0;
};

}  // namespace

TestReport parse_junit(std::string_view text) {
  pugi::xml_document document;
  const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  Reader reader(text);
  reader.read_suite(document, 0);
  return reader.take(parsed);
}

}  // namespace regreen
