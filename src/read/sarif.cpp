#include "base/text.h"
#include "read/json.h"

#include <algorithm>
#include <array>

// SARIF 2.1.0: what compilers, linters and scanners found. A finding becomes the line that a compiler or eslint would have
// printed; for other tools, one that says whose it is: "src/a.py:3:5: Bandit security error: Use of assert [B101]".
// Warnings count only where there are no errors.

namespace regreen {
namespace {

constexpr std::array<std::string_view, 3> compilers = {"GNU C", "clang", "MSVC"};

struct Tool {
  std::string name;
  const Json& rules;
};

bool is_compiler(const Tool& tool) {
  return std::ranges::any_of(compilers, [&](std::string_view one) { return tool.name.starts_with(one); });
}

// What scanners say of a rule that is about security.
bool is_security(const Json& properties) {
  if (!at(properties, "security-severity").is_null()) return true;
  for (const auto& tag : at(properties, "tags")) {
    if (tag.is_string() && contains(lower(tag.get<std::string>()), "security")) return true;
  }
  return false;
}

const Json& rule_of(const Tool& tool, const Json& result) {
  static const Json nothing;
  const Json& index = at(result, "ruleIndex");
  if (index.is_number_unsigned() && tool.rules.is_array() && index.get<std::size_t>() < tool.rules.size()) {
    return tool.rules[index.get<std::size_t>()];
  }
  for (const auto& rule : tool.rules) {
    if (text_at(rule, "id") == text_at(result, "ruleId")) return rule;
  }
  return nothing;
}

std::string level_of(const Json& result, const Json& rule) {
  std::string level = text_at(result, "level");
  if (level.empty()) level = text_at(at(rule, "defaultConfiguration"), "level");
  return level.empty() ? "warning" : level;  // so the standard says
}

// "src/a.js:3:5: ", or "" without a place.
std::string place_of(const Json& result) {
  const Json& locations = at(result, "locations");
  if (!locations.is_array() || locations.empty()) return "";
  const Json& physical = at(locations.front(), "physicalLocation");
  std::string file = text_at(at(physical, "artifactLocation"), "uri");
  if (file.empty()) return "";
  if (file.starts_with("file://")) file.erase(0, 7);
  const Json& region = at(physical, "region");
  const std::size_t line = count_at(region, "startLine"), column = count_at(region, "startColumn");
  return file + (line > 0 ? ":" + std::to_string(line) : "") +
         (line > 0 && column > 0 ? ":" + std::to_string(column) : "") + ": ";
}

bool counts(const Json& result) {
  const std::string kind = text_at(result, "kind");
  const Json& suppressions = at(result, "suppressions");
  return (kind.empty() || kind == "fail") && !(suppressions.is_array() && !suppressions.empty());
}

class Reader {
 public:
  explicit Reader(std::string_view text) : finder_(text) {}

  TestReport read(const Json& report) {
    for (const auto& run : at(report, "runs")) read_run(run);
    if (any_error_) report_.conclusion = Conclusion::failure;
    report_.lines = std::move(any_error_ ? errors_ : warnings_);
    return std::move(report_);
  }

 private:
  void read_run(const Json& run) {
    const Json& driver = at(at(run, "tool"), "driver");
    const Tool tool{text_at(driver, "name"), at(driver, "rules")};
    for (const auto& result : at(run, "results")) {
      if (counts(result)) read_result(tool, result);
    }
    for (const auto& invocation : at(run, "invocations")) {
      if (at(invocation, "executionSuccessful") == false) any_error_ = true;
      for (const auto& note : at(invocation, "toolExecutionNotifications")) {
        if (text_at(note, "level") != "error") continue;
        any_error_ = true;
        say(errors_, text_at(at(note, "message"), "text"), tool.name + ": ", "");
      }
    }
  }

  void read_result(const Tool& tool, const Json& result) {
    const Json& rule = rule_of(tool, result);
    const std::string level = level_of(result, rule), id = text_at(result, "ruleId");
    if (level == "none" || level == "note") return;
    any_error_ |= level == "error";
    auto& told = level == "error" ? errors_ : warnings_;
    const std::string message = text_at(at(result, "message"), "text"), place = place_of(result);
    if (is_compiler(tool)) {
      say(told, message, place + level + ": ", id.empty() || id == level ? "" : " [" + id + "]");
    } else if (tool.name == "ESLint") {
      say(told, message, place, level == "error" ? " [Error/" + id + "]" : " [Warning/" + id + "]");
    } else {
      const bool security = is_security(at(rule, "properties")) || is_security(at(result, "properties"));
      say(told, message, place + tool.name + (security ? " security " : " ") + level + ": ",
          id.empty() ? "" : " [" + id + "]");
    }
  }

  // A message of several lines goes on below.
  void say(std::vector<ReportLine>& told, const std::string& message, const std::string& before,
           const std::string& after) {
    const std::size_t line = finder_.line_of(message);
    const auto texts = split_lines(message);
    told.push_back({line, before + std::string(texts.empty() ? "" : texts.front()) + after});
    for (std::size_t i = 1; i < texts.size(); ++i) told.push_back({line, "  " + std::string(texts[i])});
  }

  std::vector<ReportLine> errors_, warnings_;
  TextFinder finder_;
  TestReport report_;
  bool any_error_ = false;
};

}  // namespace

TestReport parse_sarif(std::string_view text) { return read_json_report<Reader>(text); }

}  // namespace regreen
