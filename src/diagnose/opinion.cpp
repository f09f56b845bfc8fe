#include "diagnose/opinion.h"

#include "base/among.h"
#include "diagnose/kept_lines.h"
#include "diagnose/outcry.h"

#include <algorithm>
#include <iterator>

namespace regreen {
namespace {

// The steps by which a job is judged.
std::vector<const Step*> judged_steps(const Evidence& evidence, const std::string& job) {
  std::vector<const Step*> failed, all;
  for (const auto& step : evidence.steps) {
    if (step.job != job) continue;
    all.push_back(&step);
    if (step.conclusion == Conclusion::failure) failed.push_back(&step);
  }
  return failed.empty() ? all : failed;
}

std::vector<LineView> judged_lines(const Evidence& evidence, const std::string& job) {
  std::vector<LineView> lines;
  for (const Step* step : judged_steps(evidence, job)) {
    std::ranges::move(kept_lines(evidence, *step), std::back_inserter(lines));
  }
  return lines;
}

bool is_outcry(const std::vector<LineView>& all, const std::vector<std::size_t>& deciding) {
  for (std::size_t i = all.size(); i-- > 0;) {
    if (is_among(i, deciding) && cries(all[i].text())) return true;
    if (soothes(all[i].text())) return false;
  }
  return false;
}

}  // namespace

Opinion opinion_of(const Model& model, const Evidence& evidence, const std::string& job) {
  if (model.knows_nothing()) return {};
  const auto lines = judged_lines(evidence, job);
  std::vector<std::string_view> texts;
  texts.reserve(lines.size());
  for (const auto& line : lines) texts.emplace_back(line.text());
  Opinion opinion;
  if (texts.empty()) return opinion;
  opinion.prediction = model.predict(texts);
  for (const auto index : opinion.prediction.lines) opinion.lines.push_back(lines[index].line());
  opinion.is_outcry = is_outcry(lines, opinion.prediction.lines);
  return opinion;
}

}  // namespace regreen
