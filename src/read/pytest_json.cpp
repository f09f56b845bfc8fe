#include "base/text.h"
#include "read/report.h"

#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using Json = nlohmann::json;

// What stands under a key, as text; "" where it is missing or something else.
std::string text_at(const Json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

const Json& at(const Json& object, const char* key) {
  static const Json nothing;
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() ? *found : nothing;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), counter_(text) {}

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
    one.line = one.traceback_line = line_of(one.name);
    one.is_spread = false;
    result_.failed.push_back(std::move(one));
  }

  // Tests stand in the order of the file.
  std::size_t line_of(const std::string& name) {
    const auto found = text_.find(Json(name).dump(-1, ' ', false, Json::error_handler_t::replace), offset_);
    if (found != std::string_view::npos) offset_ = found;
    return counter_.line_at(offset_);
  }

  std::string_view text_;
  LineCounter counter_;
  std::size_t offset_ = 0;
  TestReport result_;
};

}  // namespace

TestReport parse_pytest_json(std::string_view text) {
  constexpr std::string_view bom = "\xEF\xBB\xBF";
  const std::string_view body = text.starts_with(bom) ? text.substr(bom.size()) : text;
  const Json report = Json::parse(body, nullptr, false);
  if (report.is_discarded()) return {{}, Conclusion::unknown, {}, "the JSON is cut off or damaged; skipped"};
  return Reader(text).read(report);
}

}  // namespace regreen
