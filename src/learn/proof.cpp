#include "learn/proof.h"

#include <algorithm>

namespace regreen {
namespace {

std::string name_of(const Step& step) {
  if (step.job.empty() && step.name.empty()) return "it";
  if (step.job.empty() || step.name.empty()) return step.job + step.name;
  return step.job + " › " + step.name;
}

}  // namespace

std::string why_not_green(const Evidence& evidence, Stated stated) {
  if (evidence.conclusion == Conclusion::success) return "";
  const auto failed = [](const Step& step) { return step.conclusion == Conclusion::failure; };
  const auto exited = [&](const Step& step) { return failed(step) && step.exit_code.value_or(0) != 0; };
  const auto& steps = evidence.steps;
  if (const auto red = std::ranges::find_if(steps, exited); red != steps.end()) {
    return "it is red: " + name_of(*red) + " exited with code " + std::to_string(*red->exit_code);
  }
  if (stated == Stated::green) return "";
  const auto red = std::ranges::find_if(steps, failed);
  if (red != steps.end()) {
    return "it looks red: " + name_of(*red) + " failed; if you know that the run was green, add --conclusion success";
  }
  return "it does not prove that it is green; if you know that it was, add --conclusion success";
}

}  // namespace regreen
