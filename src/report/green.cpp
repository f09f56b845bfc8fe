#include "report/green.h"

#include "base/text.h"
#include "base/time.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 4> hows = {"learned", "known", "refused", "unreadable"};

// 4210 as "4,210".
std::string grouped(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : "s");
}

std::string place_of(const StepKey& key) {
  const auto shown = [](const std::string& name) { return name.empty() ? std::string("–") : printable(name); };
  return shown(key.job) + " › " + shown(key.step);
}

std::string heading(const StepKey& key, Colour colour) {
  std::string text = key.repository.empty() ? "no repository" : printable(key.repository);
  if (!key.workflow.empty()) text += " · " + printable(key.workflow);
  return colour == Colour::yes ? fmt::format("\x1b[1m{}\x1b[0m\n", text) : text + "\n";
}

json step_json(const GreenStep& step) {
  return {{"repository", valid_utf8(step.key.repository)},
          {"workflow", valid_utf8(step.key.workflow)},
          {"job", valid_utf8(step.key.job)},
          {"step", valid_utf8(step.key.step)},
          {"runs", step.runs},
          {"templates", step.templates},
          {"learned_at", to_iso(step.learned_at)}};
}

json log_json(const LearnedLog& log) {
  json result = {{"source", valid_utf8(log.source)}, {"result", hows[static_cast<std::size_t>(log.how)]}};
  if (!log.reason.empty()) result["reason"] = valid_utf8(log.reason);
  return result;
}

}  // namespace

std::string learned_text(const std::vector<LearnedLog>& logs, const std::vector<GreenStep>& steps) {
  const auto count = [&](LearnedLog::How how) {
    return static_cast<std::size_t>(std::ranges::count(logs, how, &LearnedLog::how));
  };
  const auto templates = std::accumulate(steps.begin(), steps.end(), std::size_t{0},
                                         [](std::size_t sum, const GreenStep& step) { return sum + step.templates; });
  std::string text = fmt::format("learned {}", counted(count(LearnedLog::How::learned), "green run"));
  if (!steps.empty()) text += fmt::format(": {}, {}", counted(steps.size(), "step"), counted(templates, "template"));
  if (const auto known = count(LearnedLog::How::known); known > 0) text += fmt::format("; {} known already", known);
  const auto failed = count(LearnedLog::How::refused) + count(LearnedLog::How::unreadable);
  if (failed > 0) text += fmt::format("; {} not learned", failed);
  return text + "\n";
}

std::string green_steps_text(const std::vector<GreenStep>& steps, Colour colour) {
  if (steps.empty()) return "No green runs are known yet: `regreen learn-green LOG…` learns them.\n";
  std::string text;
  const StepKey* before = nullptr;
  for (const auto& step : steps) {
    const StepKey& key = step.key;
    if (before == nullptr || before->repository != key.repository || before->workflow != key.workflow) {
      text += (before == nullptr ? "" : "\n") + heading(key, colour);
      text += fmt::format("{:>6} {:>10}  {:<10}  {}\n", "runs", "templates", "learned", "job › step");
    }
    before = &key;
    text += fmt::format("{:>6} {:>10}  {:<10}  {}\n", step.runs, grouped(step.templates),
                        to_iso(step.learned_at).substr(0, 10), place_of(key));
  }
  return text;
}

json green_json(const std::vector<LearnedLog>& logs, const std::vector<GreenStep>& steps) {
  json document = {{"schema", "regreen.green/1"}, {"logs", json::array()}, {"steps", json::array()}};
  for (const auto& log : logs) document["logs"].push_back(log_json(log));
  for (const auto& step : steps) document["steps"].push_back(step_json(step));
  return document;
}

}  // namespace regreen
