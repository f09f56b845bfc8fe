// workflow.part-artifacts: several jobs of a run upload artifacts under one name, which version 4 of the action refuses: the jobs of
// a matrix, or two jobs. Each gets a name of its own, and who downloads that name downloads all of them into the same folder.

#include "base/among.h"
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
#include <array>
#include <map>
#include <optional>
#include <ranges>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t transfers_max = 100;  // of a workflow; each name is compared with each of them

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
    } else if (!is_own && key == "name" && !value.empty()) {
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
    for (const auto& step : steps) {
      auto transfer = transfer_of(lines, step);
      if (!transfer) continue;
      if (transfers.size() == transfers_max) return {};
      const auto job = std::ranges::find(jobs, step.job_first, &JobLines::first);
      if (job == jobs.end()) continue;
      transfer->job = job->name;
      transfer->job_number = static_cast<std::size_t>(job - jobs.begin());
      transfers.push_back(std::move(*transfer));
    }
  }
  return transfers;
}

// always() and the like: what says the same for every job of a matrix.
bool is_same_for_all(std::string_view condition) {
  if (condition.starts_with("${{") && condition.ends_with("}}")) condition = condition.substr(3, condition.size() - 5);
  constexpr auto plain = std::to_array<std::string_view>({"", "always()", "failure()", "success()", "!cancelled()"});
  return is_among(trim(condition), plain);
}

// May a name be the one that the log shows, where `${{ … }}` stands for anything?
bool may_be(std::string_view name, std::string_view shown) {
  std::string glob;
  while (!name.empty()) {
    const auto open = std::min(name.find("${{"), name.size());
    glob += name.substr(0, open);
    name.remove_prefix(open);
    if (name.empty()) break;
    glob += '*';
    name.remove_prefix(std::min(name.find("}}"), name.size() - 2) + 2);
  }
  return glob_matches(glob, shown);
}

/// The names that the log shows of the uploads that failed; those that other workflows and actions download.
struct Names {
  std::set<std::string, std::less<>> shown, taken;

  bool may_part(std::string_view name) const {
    const bool is_meant =
        shown.empty() || std::ranges::any_of(shown, [&](const auto& one) { return may_be(name, one); });
    return is_meant && std::ranges::none_of(taken, [&](const auto& one) { return one == name || may_be(name, one); });
  }
};

/// The artifacts of one workflow.
class Artifacts {
 public:
  explicit Artifacts(std::string_view text)
      : text_(text), lines_(text), jobs_(job_lines(lines_)), transfers_(transfers_in(lines_)) {}

  // Those of a matrix share a name for certain; two jobs may be meant to run one without the other, unless nothing else can be it.
  std::vector<Edit> edits(const Names& names) const {
    std::map<std::string, std::vector<const Transfer*>> by_name;
    for (const auto& one : transfers_) {
      if (one.is_upload && !one.is_old && !one.is_settled && one.name_line != 0 && names.may_part(one.name))
        by_name[one.name].push_back(&one);
    }
    std::vector<Edit> edits;
    for (const auto& [name, uploads] : by_name) {
      if (uploads.size() == 1) add(edits, parted(name, {{uploads[0], of_matrix(*uploads[0])}}));
    }
    if (!edits.empty()) return edits;
    for (const auto& [name, uploads] : by_name) {
      if (uploads.size() == 1 || !are_of_different_jobs(uploads)) continue;
      std::vector<std::pair<const Transfer*, std::string>> suffixes;
      for (const auto* one : uploads) suffixes.emplace_back(one, "-" + one->job + of_matrix(*one));
      add(edits, parted(name, suffixes));
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

  // "-${{ matrix.os }}" for what the name does not tell yet; "" where the job has no matrix, or the step may choose one of its jobs.
  std::string of_matrix(const Transfer& upload) const {
    if (!is_same_for_all(upload.condition) || contains(upload.name, "strategy.job-index")) return "";
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

// Downloads the artifacts of other workflows, or is run by others, whose artifacts are its own then.
bool is_of_several(std::string_view path, std::string_view text) {
  constexpr auto marks = std::to_array<std::string_view>(
      {"workflow_run", "workflow_call", "run-id", "gh run download", "/action-download-"});
  return !path.starts_with(".github/workflows/") ||
         std::ranges::any_of(marks, [&](auto mark) { return contains(text, mark); });
}

/// What a workflow or an action downloads.
struct Downloads {
  std::string path;
  bool is_of_several = false;
  bool is_any = false;  ///< artifacts of names that it does not say
  std::set<std::string, std::less<>> names;
};

Downloads downloads_in(const std::string& path, std::string_view text) {
  Downloads all{path, is_of_several(path, text), false, {}};
  for (const auto& one : transfers_in(Lines(text))) {
    if (one.is_upload) continue;
    all.is_any |= one.name_line == 0 || contains(one.name, "${{");
    all.names.insert(one.name);
  }
  all.is_any |= all.names.empty() || contains(text, "gh run download") || contains(text, "/action-download-");
  return all;
}

std::vector<Downloads> all_downloads(const Tree& tree) {
  std::vector<Downloads> all;
  for (const auto& path : tree.list()) {
    const auto text = tree.read(path);
    if (text && ((is_workflow(path) && contains(*text, "download-artifact")) || contains(*text, "gh run download")))
      all.push_back(downloads_in(path, *text));
  }
  return all;
}

// The names that others download of a workflow; nothing where they may be any.
std::optional<std::set<std::string, std::less<>>> taken_elsewhere(const std::vector<Downloads>& all,
                                                                  const std::string& workflow, std::string_view text) {
  std::set<std::string, std::less<>> names;
  const bool is_called = contains(text, "workflow_call");
  for (const auto& one : all) {
    if (one.path == workflow || !(one.is_of_several || is_called)) continue;
    if (one.is_any) return std::nullopt;
    names.insert(one.names.begin(), one.names.end());
  }
  return names;
}

bool is_said(const Occurrence& one) { return contains(one.at.text, "artifact with this name already exists"); }

// The runner prints what a step is given before what it says.
std::set<std::string, std::less<>> shown_names(const Diagnosis& diagnosis) {
  std::set<std::string, std::less<>> names;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    if (!is_said(occurrence)) continue;
    for (std::string_view line : std::views::reverse(occurrence.before)) {
      line = trim(line);
      if (!line.starts_with("name: ")) continue;
      names.emplace(trim(line.substr(6)));
      break;
    }
  }
  return names;
}

}  // namespace

std::vector<Patch> part_artifacts(const Patient& patient) {
  if (std::ranges::none_of(occurrences_of(patient.diagnosis), is_said)) return {};
  Names names{shown_names(patient.diagnosis), {}};
  const auto downloads = all_downloads(patient.tree);
  Draft draft(patient.tree);
  for (const auto& path : workflows_of(patient)) {
    const auto text = draft.read(path);
    if (!text || !contains(*text, "actions/upload-artifact@")) continue;
    auto taken = taken_elsewhere(downloads, path, *text);
    if (!taken) continue;
    names.taken = std::move(*taken);
    draft.edit(path, Artifacts(*text).edits(names));
  }
  return draft.patch().changes.size() == 1 ? draft.patches() : std::vector<Patch>{};
}

}  // namespace regreen
