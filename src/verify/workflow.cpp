#include "verify/workflow.h"

#include "base/text.h"
#include "verify/workflow_name.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t jobs_max = 2000;  // of all files together
constexpr int calls_max = 4;            // GitHub's own limit of workflows that call workflows

/// Stands in texts for the folder of the repository, which has no name before the script runs.
constexpr std::string_view workspace_mark = "$GITHUB_WORKSPACE";

// GitHub makes file names of the names of jobs and steps: "/" and ":" are left out, and they end after 90 characters.
std::string without_odd_characters(std::string_view name) {
  std::string plain;
  for (const char c : lower(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) plain += c;
  }
  return plain;
}

// A name in which only the run could fill in parts.
bool fits_around_expressions(std::string_view printed, std::string_view name) {
  bool first = true;
  while (true) {
    const auto open = name.find("${{");
    const std::string_view piece = name.substr(0, open);
    if (open == std::string_view::npos) return !first && printed.ends_with(piece);
    const auto at = first ? (printed.starts_with(piece) ? 0 : std::string_view::npos) : printed.find(piece);
    const auto close = name.find("}}", open);
    if (at == std::string_view::npos || close == std::string_view::npos) return false;
    printed.remove_prefix(at + piece.size());
    name.remove_prefix(close + 2);
    first = false;
  }
}

// Walks through workflow files and those that they call.
class Collector {
 public:
  explicit Collector(const Tree& tree) : tree_(tree) {}

  void add_file(const std::string& file, const std::string& caller, const std::map<std::string, Value>& inputs,
                int depth) {
    const auto text = tree_.read(file);
    const auto workflow = text ? parse_yaml(*text) : std::nullopt;  // one that does not parse may be the very failure
    if (!workflow) return;
    WorkflowJob job{file, "", "", *workflow, {}, false, std::nullopt, inputs};
    (*workflow)["on"]["workflow_call"]["inputs"].each_entry([&](const std::string& name, const Yaml& input) {
      job.inputs.try_emplace(name, resolved(input["default"], scope_of(job)).value_or(Value()));
    });
    (*workflow)["jobs"].each_entry([&](const std::string& id, const Yaml& node) {
      job.id = id;
      job.job = node;
      add_jobs(job, caller, depth);
    });
  }

  std::vector<WorkflowJob> take() { return std::move(jobs_); }

 private:
  void add_jobs(WorkflowJob job, const std::string& caller, int depth) {
    const Yaml matrix = job.job["strategy"]["matrix"];
    job.has_matrix = matrix.is_there();
    const auto all = job.has_matrix ? combinations(matrix, scope_of(job)) : std::nullopt;
    if (!all) return add_job(std::move(job), caller, depth);
    for (const auto& one : *all) {
      job.matrix = one;
      add_job(job, caller, depth);
    }
    if (jobs_.size() == jobs_max || job.job["uses"].is_there()) return;
    job.matrix.reset();  // the run may have had another matrix than this file
    job.printed.clear();
    jobs_.push_back(std::move(job));
  }

  void add_job(WorkflowJob job, const std::string& caller, int depth) {
    if (jobs_.size() == jobs_max) return;
    job.printed = caller + name_of(job);
    const std::string called = job.job["uses"].text();
    if (called.empty()) return jobs_.push_back(std::move(job));
    if (!called.starts_with("./") || depth == calls_max) return;
    std::map<std::string, Value> inputs;
    job.job["with"].each_entry([&](const std::string& name, const Yaml& given) {
      if (const auto value = resolved(given, scope_of(job))) inputs.emplace(name, *value);
    });
    add_file(called.substr(2, called.find('@') - 2), job.printed + " / ", inputs, depth + 1);
  }

  static std::string name_of(const WorkflowJob& job) {
    const std::string given = job.job["name"].text();
    const bool tells_all = contains(given, "${{");
    std::string name = given.empty() ? job.id : filled(given, scope_of(job)).text;
    const std::string label = job.matrix && !tells_all ? label_of(*job.matrix) : "";
    return label.empty() ? name : name + " (" + label + ")";
  }

  const Tree& tree_;
  std::vector<WorkflowJob> jobs_;
};

}  // namespace

std::string WorkflowJob::system() const {
  const auto value = resolved(job["runs-on"], scope_of(*this));
  std::string runner = value ? lower(text_of(*value)) : "";
  job["runs-on"].each([&](const Yaml& label) { runner += lower(label.text()) + " "; });
  if (contains(runner, "windows")) return "Windows";
  return contains(runner, "macos") ? "macOS" : "Linux";
}

std::vector<WorkflowJob> jobs_of(const Tree& tree) {
  Collector collector(tree);
  for (const auto& path : tree.list()) {
    if (is_workflow_path(path)) collector.add_file(path, "", {}, 0);
  }
  return collector.take();
}

Scope scope_of(const WorkflowJob& job) {
  return [job](std::string_view context, const std::string& name) -> std::optional<Value> {
    if (context == "matrix" && job.matrix) {
      const auto found = std::ranges::find(*job.matrix, name, &Combination::value_type::first);
      return found == job.matrix->end() ? Value() : found->second;
    }
    if (context == "inputs") {
      const auto found = job.inputs.find(name);
      return found == job.inputs.end() ? std::nullopt : std::optional(found->second);
    }
    if (context == "github" && name == "workspace") return std::string(workspace_mark);
    if (context == "github" && name == "job") return job.id;
    if (context != "runner") return std::nullopt;
    if (name == "os" && !contains(job.job["runs-on"].text(), "runner.")) return job.system();
    if (name == "arch") return "X64";
    return name == "temp" ? std::optional<Value>("/tmp") : std::nullopt;
  };
}

Likeness likeness(const std::string& printed, const std::string& name) {
  constexpr std::size_t cut_at_least = 60;  // what is left of 90 characters once odd ones are gone
  if (printed.empty() || name.empty()) return Likeness::none;
  if (printed == name) return Likeness::whole;
  const std::string x = without_odd_characters(printed), y = without_odd_characters(name);
  if (x.empty()) return Likeness::none;
  if (x == y || (x.size() >= cut_at_least && y.starts_with(x))) return Likeness::plain;
  return fits_around_expressions(printed, name) ? Likeness::plain : Likeness::none;
}

Likeness likeness(const std::string& printed, const WorkflowJob& job) {
  if (printed.empty()) return Likeness::part;
  if (const auto whole = likeness(printed, job.printed); whole != Likeness::none) return whole;
  std::string_view last = printed;
  if (const auto slash = last.rfind(" / "); slash != std::string_view::npos) last.remove_prefix(slash + 3);
  if (last == job.printed) return Likeness::part;
  last = last.substr(0, last.find(" ("));
  const bool is_bare = last == job.id || last == job.job["name"].text();
  // Where the matrix is known, one of its jobs has the whole name.
  return is_bare && (!job.matrix || last == printed) ? Likeness::part : Likeness::none;
}

}  // namespace regreen
