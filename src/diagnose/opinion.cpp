#include "diagnose/opinion.h"

#include <re2/re2.h>

#include <algorithm>

namespace regreen {
namespace {

bool holds(const Step& step, const Place& place) {
  return step.first.file == place.file && step.first.line <= place.line && place.line <= step.last.line;
}

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

std::vector<EvidenceLine> kept_lines(const Evidence& evidence, const std::string& job) {
  const auto steps = judged_steps(evidence, job);
  std::vector<EvidenceLine> lines;
  for (const auto& excerpt : evidence.excerpts) {
    for (std::size_t i = 0; i < excerpt.lines.size(); ++i) {
      const Place place{excerpt.first.file, excerpt.first.line + i};
      if (std::ranges::any_of(steps, [&](const Step* step) { return holds(*step, place); })) {
        lines.push_back({place, excerpt.lines[i]});
      }
    }
  }
  return lines;
}

// Says outright that something went wrong.
bool cries(const std::string& line) {
  static const RE2 cry(
      R"re((?i)^\W*(?:npm |gyp |lerna )?(?:error|fatal|panic|fail(?:ed|ure)?|err|exception|abort(?:ed|ing)?|traceback|critical|severe|killed)\b|\b\w*(?:Error|Exception)\b:|: (?:fatal |internal )?error\b|\berror(?:\[\w+\]| \w+)?:|\b(?:cannot|could not|unable to|failed to|can't|no such file|not found|permission denied|timed out|segmentation fault|out of memory|no space left)\b)re",
      RE2::Latin1);
  static const RE2 mild(
      R"re((?i)\bwarn|deprecat|\bignor|\b(?:0|no|zero|without) (?:\w+ )?(?:errors?|fail)|(?:fail\w*|errors?)[ :=]+0\b|\bok$|\bpass(?:ed)?\b|✓|\bskip|retry|\bnote:|\bhint|optional|XFAIL|expected (?:failure|error))re",
      RE2::Latin1);
  return RE2::PartialMatch(line, cry) && !RE2::PartialMatch(line, mild);
}

// Says that something went well.
bool soothes(const std::string& line) {
  static const RE2 good(
      R"re((?i)pass|success|succeed|\bdone\b|\bok\b|finish|built|complete|\b0 (?:err|fail)|clean|no (?:errors|problems|issues)|generated|✓|✔|saved|created|exit(?:ed)? (?:code|status)?:? ?0\b|up-to-date|loaded)re",
      RE2::Latin1);
  return RE2::PartialMatch(line, good);
}

bool is_outcry(const std::vector<EvidenceLine>& all, const std::vector<std::size_t>& deciding) {
  for (std::size_t i = all.size(); i-- > 0;) {
    if (std::ranges::find(deciding, i) != deciding.end() && cries(all[i].text)) return true;
    if (soothes(all[i].text)) return false;
  }
  return false;
}

}  // namespace

Opinion opinion_of(const Model& model, const Evidence& evidence, const std::string& job) {
  if (model.knows_nothing()) return {};
  const auto lines = kept_lines(evidence, job);
  std::vector<std::string> texts;
  for (const auto& line : lines) texts.push_back(line.text);
  Opinion opinion;
  if (texts.empty()) return opinion;
  opinion.prediction = model.predict(texts);
  for (const auto index : opinion.prediction.lines) opinion.lines.push_back(lines[index]);
  opinion.is_outcry = is_outcry(lines, opinion.prediction.lines);
  return opinion;
}

}  // namespace regreen
