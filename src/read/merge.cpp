#include "read/merge.h"

#include "base/among.h"
#include "base/text.h"
#include "read/secrets.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace regreen {
namespace {

using Parts = std::vector<NamedPart>;
using Kind = TextName::Kind;

constexpr std::size_t checkouts_max = 32;  // of all jobs of a run, which mostly share one

// GitHub drops characters from a job's name when it makes a file name of it, and cuts it at 90 UTF-16 units.
std::string without_odd_characters(std::string_view name) {
  std::string plain;
  for (const char c : lower(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) plain += c;
  }
  return plain;
}

bool names_are_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t cut_at_least = 60;  // what is left of 90 characters once odd ones are gone
  const std::string x = without_odd_characters(a), y = without_odd_characters(b);
  if (x == y) return true;
  return std::min(x.size(), y.size()) >= cut_at_least && (x.starts_with(y) || y.starts_with(x));
}

// A step file is a stretch of a job's file: the timestamp of its first line, to 100 ns, tells where.
Step* step_of(Part& job, const Part& step_file) {
  if (step_file.stamps.empty() || step_file.stamps.front().empty()) return nullptr;
  const auto found = std::ranges::find(job.stamps, step_file.stamps.front());
  return found == job.stamps.end() ? nullptr : &job.steps[static_cast<std::size_t>(found - job.stamps.begin())];
}

// The file of the whole job whose steps lie in a folder.
NamedPart* whole_job(Parts& parts, const std::vector<NamedPart*>& step_files) {
  NamedPart* best = nullptr;
  std::ptrdiff_t most = 0;
  for (auto& candidate : parts) {
    if (candidate.name.kind != Kind::job) continue;
    const auto shared = std::ranges::count_if(
        step_files, [&](NamedPart* one) { return step_of(candidate.part, one->part) != nullptr; });
    if (shared > most) {
      most = shared;
      best = &candidate;
    }
  }
  if (best != nullptr) return best;
  const auto alike = [&](const NamedPart& one) {
    return one.name.kind == Kind::job && one.part.lines > 0 &&
           names_are_alike(one.name.job, step_files.front()->name.job);
  };
  const auto found = std::ranges::find_if(parts, alike);
  return found == parts.end() ? nullptr : &*found;
}

void drop_doubled_steps(Parts& parts) {
  std::map<std::string, std::vector<NamedPart*>> folders;
  for (auto& one : parts) {
    if (one.name.kind == Kind::step) folders[one.name.folder].push_back(&one);
  }
  std::vector<const NamedPart*> doubled;
  for (const auto& [folder, step_files] : folders) {
    NamedPart* job = whole_job(parts, step_files);
    if (job == nullptr) continue;
    for (NamedPart* one : step_files) {
      if (Step* step = step_of(job->part, one->part)) step->name = one->name.step;
      doubled.push_back(one);
    }
  }
  std::erase_if(parts, [&](const NamedPart& one) { return is_among(&one, doubled); });
}

void add_excerpts(Part& part, std::vector<Excerpt>& excerpts) {
  const auto is_gap = [](const KeptLine& one, const KeptLine& next) { return next.number != one.number + 1; };
  for (auto begin = part.kept.begin(); begin != part.kept.end();) {
    const auto gap = std::adjacent_find(begin, part.kept.end(), is_gap);
    const auto end = gap == part.kept.end() ? gap : std::next(gap);
    auto& lines = excerpts.emplace_back(Excerpt{{part.file, begin->number}, {}}).lines;
    lines.reserve(static_cast<std::size_t>(end - begin));
    for (; begin != end; ++begin) lines.push_back(std::move(begin->text));
  }
}

void add(Part part, Evidence& evidence) {
  const std::size_t first_step = evidence.steps.size();
  for (auto& signal : part.signals) signal.step += first_step;
  if (evidence.signals.empty())  // of one log, as most are
    evidence.signals = std::move(part.signals);
  else
    std::ranges::move(part.signals, std::back_inserter(evidence.signals));
  add_excerpts(part, evidence.excerpts);
  std::ranges::move(part.steps, std::back_inserter(evidence.steps));
  std::ranges::move(part.orders, std::back_inserter(evidence.orders));
  for (auto& folder : part.checkouts) {
    const bool known = is_among(folder, evidence.checkouts);
    if (!known && evidence.checkouts.size() < checkouts_max) evidence.checkouts.push_back(std::move(folder));
  }
  evidence.lines += part.lines;
}

Conclusion conclusion_of(const Parts& parts) {
  bool any_unknown = false, any_success = false;
  for (const auto& [name, part] : parts) {
    for (const auto& step : part.steps) {
      if (step.conclusion == Conclusion::failure) return Conclusion::failure;
      if (part.is_aside) continue;
      (step.conclusion == Conclusion::success ? any_success : any_unknown) = true;
    }
  }
  return any_success && !any_unknown ? Conclusion::success : Conclusion::unknown;
}

// What is known from outside outranks the log.
void state(const ReadOptions& options, Evidence& evidence) {
  auto stated = options.conclusion;
  if (!stated && options.exit_code) stated = *options.exit_code == 0 ? Conclusion::success : Conclusion::failure;
  if (!stated || *stated == Conclusion::unknown || evidence.steps.empty()) return;
  evidence.conclusion = *stated;
  const auto failed = [](const Step& step) { return step.conclusion == Conclusion::failure; };
  if (*stated == Conclusion::success) {
    for (auto& step : evidence.steps) step.conclusion = Conclusion::success;
  } else if (std::ranges::none_of(evidence.steps, failed)) {
    evidence.steps.back().conclusion = Conclusion::failure;
  }
  if (evidence.steps.size() == 1 && options.exit_code) evidence.steps.back().exit_code = options.exit_code;
}

}  // namespace

void merge(Parts parts, const ReadOptions& options, Evidence& evidence) {
  drop_doubled_steps(parts);
  evidence.conclusion = conclusion_of(parts);
  for (auto& one : parts) add(std::move(one.part), evidence);
  state(options, evidence);
  mask_secrets(evidence);
}

}  // namespace regreen
