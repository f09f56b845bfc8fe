#include "base/text.h"
#include "read/json.h"

#include <set>
#include <vector>

// `go test -json` wraps each line that `go test` would have printed into an event of its own. Unwrapped they are the
// log that rules know, without what tests printed that passed.

namespace regreen {
namespace {

struct Printed {
  std::size_t line;
  std::string about;  // package and test; "" for what always counts
  std::string text;
};

class Reader {
 public:
  TestReport read(std::string_view text) {
    std::size_t number = 0;
    for (const auto line : split_lines(text)) {
      ++number;
      if (!line.empty()) read_event(number, line);
    }
    for (auto& one : printed_) {
      if (one.about.empty() || failed_.contains(one.about)) report_.lines.push_back({one.line, std::move(one.text)});
    }
    report_.conclusion = !failed_.empty() ? Conclusion::failure : passed_ ? Conclusion::success : Conclusion::unknown;
    return std::move(report_);
  }

 private:
  // A line that is no event was printed by the compiler, or by whoever wrote into the same file.
  void read_event(std::size_t number, std::string_view line) {
    const Json event = line.starts_with('{') ? parse_json(line) : Json(nullptr);
    if (event.is_discarded()) report_.damage = "an event is cut off or damaged; read without it";
    if (event.is_discarded()) return;
    if (!event.is_object()) return printed_.push_back({number, "", std::string(line)});
    const std::string action = text_at(event, "Action");
    const std::string package = text_at(event, "Package") + text_at(event, "ImportPath");
    const std::string about = package + "\t" + text_at(event, "Test");
    if (action == "fail" || action == "build-fail") failed_.insert(about);
    if (action == "pass") passed_ = true;
    if (action == "output" || action == "build-output") add(number, about, text_at(event, "Output"));
  }

  void add(std::size_t number, const std::string& about, std::string_view output) {
    if (output.ends_with('\n')) output.remove_suffix(1);
    printed_.push_back({number, about, std::string(output)});
  }

  std::vector<Printed> printed_;
  std::set<std::string> failed_;
  bool passed_ = false;
  TestReport report_;
};

}  // namespace

TestReport parse_go_test(std::string_view text) { return Reader().read(text); }

}  // namespace regreen
