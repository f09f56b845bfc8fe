#include "base/text.h"
#include "read/json.h"

namespace regreen {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : finder_(text) {}

  TestReport read(const Json& report) {
    for (const auto& one : at(report, "collectors")) {
      if (text_at(one, "outcome") == "failed") add(one, one, FailedTest::How::errored);
    }
    for (const auto& test : at(report, "tests")) read_test(test);
    if (const auto& code = at(report, "exitcode"); code.is_number_integer()) {
      result_.exit_code = code.get<int>();
      result_.conclusion = *result_.exit_code == 0 ? Conclusion::success : Conclusion::failure;
    }
    if (!result_.failed.empty()) result_.conclusion = Conclusion::failure;
    return std::move(result_);
  }

 private:
  void read_test(const Json& test) {
    const std::string outcome = text_at(test, "outcome");
    if (outcome != "failed" && outcome != "error") return;
    for (const char* stage : {"setup", "call", "teardown"}) {
      const Json& one = at(test, stage);
      if (text_at(one, "outcome") != "failed") continue;
      add(test, one, outcome == "failed" ? FailedTest::How::failed : FailedTest::How::errored);
      return;
    }
  }

  void add(const Json& test, const Json& stage, FailedTest::How how) {
    FailedTest one;
    one.how = how;
    one.name = text_at(test, "nodeid");
    one.traceback = text_at(stage, "longrepr");
    const std::string message = text_at(at(stage, "crash"), "message");
    one.message = message.substr(0, message.find('\n'));
    one.line = one.traceback_line = finder_.line_of(one.name);
    one.is_spread = false;
    result_.failed.push_back(std::move(one));
  }

  TextFinder finder_;  // tests stand in the order of the file
  TestReport result_;
};

}  // namespace

TestReport parse_pytest_json(std::string_view text) { return read_json_report<Reader>(text); }

}  // namespace regreen
