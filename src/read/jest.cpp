#include "base/text.h"
#include "read/json.h"

// What `jest --json` and `vitest --reporter=json` write: files with their tests. Failures are written as jest prints
// them: the file, the test, its message and stack.

namespace regreen {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : finder_(text) {}

  TestReport read(const Json& report) {
    for (const auto& file : at(report, "testResults")) read_file(file);
    if (const Json& success = at(report, "success"); success.is_boolean()) {
      report_.conclusion = success.get<bool>() ? Conclusion::success : Conclusion::failure;
    }
    if (count_at(report, "numFailedTests") + count_at(report, "numFailedTestSuites") > 0 || !report_.lines.empty()) {
      report_.conclusion = Conclusion::failure;
    }
    return std::move(report_);
  }

 private:
  void read_file(const Json& file) {
    if (text_at(file, "status") != "failed") return;
    const std::string name = text_at(file, "name");
    bool told = false;
    for (const auto& test : at(file, "assertionResults")) {
      if (text_at(test, "status") != "failed") continue;
      if (!std::exchange(told, true)) say(0, "FAIL " + name);
      read_test(test);
      if (const std::size_t line = count_at(at(test, "location"), "line"); line > 0) {
        say(0, " ❯ " + name + ":" + std::to_string(line));
      }
    }
    if (told) return;
    const std::string message = text_at(file, "message");
    const std::size_t line = finder_.line_of(message);
    say(line, "FAIL " + name);
    if (!contains(message, "●")) say(line, "  ● Test suite failed to run");
    for (const auto text : split_lines(message)) say(line, text);
  }

  void read_test(const Json& test) {
    std::string title;
    for (const auto& part : at(test, "ancestorTitles")) {
      if (part.is_string() && part != "") title += part.get<std::string>() + " › ";
    }
    title += text_at(test, "title");
    bool told = false;
    for (const auto& message : at(test, "failureMessages")) {
      if (!message.is_string()) continue;
      const std::string text = message.get<std::string>();
      const std::size_t line = finder_.line_of(text);
      if (!std::exchange(told, true)) say(line, "  ● " + title);
      for (const auto one : split_lines(text)) say(line, "    " + std::string(one));
    }
    if (!told) say(finder_.line_of(text_at(test, "title")), "  ● " + title);
  }

  // Line 0: that of what was found last.
  void say(std::size_t line, std::string text) {
    if (line == 0) line = report_.lines.empty() ? 1 : report_.lines.back().line;
    report_.lines.push_back({line, std::move(text)});
  }
  void say(std::size_t line, std::string_view text) { say(line, std::string(text)); }
  void say(std::size_t line, const char* text) { say(line, std::string(text)); }

  TextFinder finder_;
  TestReport report_;
};

}  // namespace

TestReport parse_jest(std::string_view text) { return read_json_report<Reader>(text); }

}  // namespace regreen
