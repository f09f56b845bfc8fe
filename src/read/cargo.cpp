#include "base/text.h"
#include "read/json.h"

// `cargo … --message-format=json` and libtest's `--format json`: one message on each line. Errors of the compiler carry
// the text that it would have printed; of tests we write it again.

namespace regreen {
namespace {

class Reader {
 public:
  TestReport read(std::string_view text) {
    std::size_t number = 0;
    for (const auto line : split_lines(text)) {
      ++number;
      const bool is_message = line.starts_with('{');
      const Json message = is_message ? parse_json(line) : Json(nullptr);
      if (message.is_discarded()) report_.damage = "a message is cut off or damaged; read without it";
      if (message.is_object()) read_message(number, message);
      if (!is_message && !line.empty()) say(number, line);
    }
    return std::move(report_);
  }

 private:
  void read_message(std::size_t number, const Json& message) {
    const std::string reason = text_at(message, "reason"), type = text_at(message, "type");
    if (reason == "compiler-message") read_diagnostic(number, at(message, "message"));
    if (reason == "build-finished") conclude(at(message, "success") == true);
    if (type == "test") read_test(number, message);
    if (type == "suite") read_suite(number, message);
  }

  void read_diagnostic(std::size_t number, const Json& diagnostic) {
    if (!text_at(diagnostic, "level").starts_with("error")) return;
    const std::string rendered = text_at(diagnostic, "rendered");
    for (const auto line : split_lines(rendered)) say(number, line);
  }

  void read_test(std::size_t number, const Json& test) {
    const std::string event = text_at(test, "event"), name = text_at(test, "name");
    if (event == "timeout") say(number, "test " + name + " has been running for over 60 seconds");
    if (event != "failed") return;
    say(number, "test " + name + " ... FAILED");
    say(number, "---- " + name + " stdout ----");
    const std::string printed = text_at(test, "stdout");
    for (const auto line : split_lines(printed)) say(number, line);
  }

  void read_suite(std::size_t number, const Json& suite) {
    const std::string event = text_at(suite, "event");
    if (event != "ok" && event != "failed") return;
    conclude(event == "ok");
    say(number, "test result: " + std::string(event == "ok" ? "ok. " : "FAILED. ") +
                    std::to_string(count_at(suite, "passed")) + " passed; " +
                    std::to_string(count_at(suite, "failed")) + " failed; " +
                    std::to_string(count_at(suite, "ignored")) + " ignored");
  }

  void conclude(bool passed) {
    if (!passed) report_.conclusion = Conclusion::failure;
    if (passed && report_.conclusion == Conclusion::unknown) report_.conclusion = Conclusion::success;
  }

  void say(std::size_t number, std::string_view line) { report_.lines.push_back({number, std::string(line)}); }

  TestReport report_;
};

}  // namespace

TestReport parse_cargo(std::string_view text) { return Reader().read(text); }

}  // namespace regreen
