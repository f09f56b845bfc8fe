// workflow.part-artifacts: several jobs of a run upload artifacts under one name, which version 4 of the action refuses: the jobs of
// a matrix, or two jobs. Each gets a name of its own, and who downloads that name downloads all of them into the same folder.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/workflow/fixers.h"
#include "mend/workflow/matrix_keys.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A step that uploads or downloads an artifact.
struct Transfer {
  bool is_upload = false;
  std::string job;
  std::size_t job_number = 0;
  std::string name;           ///< "" where it says none
  std::size_t name_line = 0;  ///< 0 where it says none
  std::size_t name_end = 0;   ///< behind the name, before its closing quote
  std::string condition;      ///< `if:`
  bool is_settled = false;    ///< says itself what is to become of others of the name
  bool is_old = false;        ///< of a version before 4
};

std::string_view plain_value(std::string_view value) {
  value = trim(value.substr(0, value.find(" #")));
  const bool is_quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  return is_quoted ? value.substr(1, value.size() - 2) : value;
}

// actions/upload-artifact@v3 is old; a commit is taken for what the log shows.
bool is_old_version(std::string_view uses) {
  const auto version = uses.substr(std::min(uses.find('@') + 1, uses.size()));
  return version.size() > 1 && version[0] == 'v' && version[1] >= '1' && version[1] <= '3' &&
         (version.size() == 2 || !is_digit(version[2]));
}

std::optional<Transfer> transfer_of(const Lines& lines, const WorkflowStep& step) {
  Transfer transfer;
  bool is_transfer = false;
  for (auto number = step.first; number <= step.last; ++number) {
    const auto line = lines.line(number);
    auto item = trim(line);
    if (number == step.first && item.starts_with("- ")) item = trim(item.substr(2));
    const auto colon = item.find(':');
    if (colon == npos || item.starts_with('#')) continue;
    const auto key = item.substr(0, colon), value = plain_value(item.substr(colon + 1));
    const bool is_own = line.size() > step.column && line.substr(step.column).starts_with(key);
    if (is_own && key == "uses") {
      transfer.is_upload = value.starts_with("actions/upload-artifact@");
      is_transfer = transfer.is_upload || value.starts_with("actions/download-artifact@");
      transfer.is_old = is_old_version(value);
    } else if (is_own && key == "if") {
      transfer.condition = value;
    } else if (!is_own && key == "name") {
      transfer.name = value;
      transfer.name_line = number;
      transfer.name_end = lines.begin(number) + static_cast<std::size_t>(value.data() + value.size() - line.data());
    } else if (!is_own) {
      transfer.is_settled |= key == "overwrite" || key == "pattern" || key == "artifact-ids" || key == "run-id";
    }
  }
  return is_transfer ? std::optional(transfer) : std::nullopt;
}

std::vector<Transfer> transfers_in(const Lines& lines) {
  std::vector<Transfer> transfers;
  const auto jobs = job_lines(lines);
  for (const auto& steps : workflow_steps(lines)) {
    const auto job = std::ranges::find(jobs, steps.front().job_first, &JobLines::first);
    for (const auto& step : steps) {
      auto transfer = transfer_of(lines, step);
      if (!transfer || job == jobs.end()) continue;
      transfer->job = job->name;
      transfer->job_number = static_cast<std::size_t>(job - jobs.begin());
      transfers.push_back(std::move(*transfer));
    }
  }
  return transfers;
}

/// The artifacts of one workflow.
class Artifacts {
 public:
  explicit Artifacts(std::string_view text)
      : text_(text), lines_(text), jobs_(job_lines(lines_)), transfers_(transfers_in(lines_)) {}

  // Those of a matrix share a name for certain; two jobs may be meant to run one without the other, unless nothing else can be it.
  std::vector<Edit> edits() const {
    std::map<std::string, std::vector<const Transfer*>> by_name;
    for (const auto& one : transfers_) {
      if (one.is_upload && !one.is_old && !one.is_settled && one.name_line != 0) by_name[one.name].push_back(&one);
    }
    std::vector<Edit> edits;
    for (const auto& [name, uploads] : by_name) {
      if (uploads.size() == 1) add(edits, parted(name, {{uploads[0], of_matrix(*uploads[0])}}));
    }
    if (!edits.empty()) return edits;
    for (const auto& [name, uploads] : by_name) {
      if (uploads.size() == 1 || !are_of_different_jobs(uploads)) continue;
      std::vector<std::pair<const Transfer*, std::string>> names;
      for (const auto* one : uploads) names.emplace_back(one, "-" + one->job + of_matrix(*one));
      add(edits, parted(name, names));
    }
    return edits;
  }

 private:
  static void add(std::vector<Edit>& all, std::vector<Edit> some) { std::ranges::move(some, std::back_inserter(all)); }

  static bool are_of_different_jobs(const std::vector<const Transfer*>& uploads) {
    return std::ranges::all_of(uploads, [&](const auto* one) {
      return one->condition.empty() && std::ranges::count(uploads, one->job, &Transfer::job) == 1;
    });
  }

  // "-${{ matrix.os }}" for what the name does not tell yet; "" where the job has no matrix, or the step chooses one of its jobs.
  std::string of_matrix(const Transfer& upload) const {
    if (contains(upload.condition, "matrix.") || contains(upload.name, "strategy.job-index")) return "";
    return matrix_suffix(lines_, jobs_[upload.job_number], upload.name);
  }

  // The names get what is put behind them; downloads of the name take all that begin with it.
  std::vector<Edit> parted(const std::string& name,
                           const std::vector<std::pair<const Transfer*, std::string>>& uploads) const {
    std::vector<Edit> edits;
    for (const auto& [upload, suffix] : uploads) {
      if (suffix.empty()) return {};
      edits.push_back({upload->name_end, 0, suffix});
    }
    for (const auto& one : transfers_) {
      const bool begins_so = one.name.starts_with(name + "-");
      if (one.is_upload && begins_so) return {};  // a pattern would take it, too
      if (one.is_upload || (one.name_line != 0 && one.name != name)) continue;
      if (one.is_old || one.is_settled) return {};
      if (one.name_line != 0)
        edits.push_back(taking_all(one));
      else if (contains(text_, name + "/") || contains(text_, "/" + name))  // a folder for each artifact, by its name
        return {};
    }
    return contains(text_, "gh run download") ? std::vector<Edit>{} : edits;
  }

  // name: wheels → pattern: wheels-*, merge-multiple: true
  Edit taking_all(const Transfer& download) const {
    const auto line = lines_.line(download.name_line);
    const auto key = line.find("name:");
    const auto begin = lines_.begin(download.name_line);
    const auto written = text_.substr(begin + key + 5, download.name_end - begin - key - 5);
    const auto behind = text_.substr(download.name_end, lines_.end(download.name_line) - download.name_end);
    const auto blanks = std::string(line_end(text_)) + std::string(key, ' ');
    return {begin + key, lines_.end(download.name_line) - begin - key,
            "pattern:" + std::string(written) + "-*" + std::string(behind) + blanks + "merge-multiple: true"};
  }

  std::string_view text_;
  Lines lines_;
  std::vector<JobLines> jobs_;
  std::vector<Transfer> transfers_;
};

// Is the artifact's name one that another workflow knows?
bool is_known_elsewhere(const Tree& tree, const std::string& workflow) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    return path != workflow && is_workflow(path) && contains(tree.read(path).value_or(""), "workflow_run") &&
           contains(tree.read(path).value_or(""), "download-artifact");
  });
}

}  // namespace

std::vector<Patch> part_artifacts(const Patient& patient) {
  const auto is_said = [](const Occurrence& one) {
    return contains(one.at.text, "artifact with this name already exists");
  };
  if (std::ranges::none_of(occurrences_of(patient.diagnosis), is_said)) return {};
  Draft draft(patient.tree);
  for (const auto& path : workflows_of(patient)) {
    const auto text = draft.read(path);
    if (!text || !contains(*text, "actions/upload-artifact@") || is_known_elsewhere(patient.tree, path)) continue;
    draft.edit(path, Artifacts(*text).edits());
  }
  return draft.patch().changes.size() == 1 ? draft.patches() : std::vector<Patch>{};
}

}  // namespace regreen
