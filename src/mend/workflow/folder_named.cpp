#include "mend/workflow/folder_named.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"
#include "mend/workflow/source.h"
#include "mend/workflow/steps.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_path_byte(char c) { return is_word_byte(c) || contains("-./@", std::string_view(&c, 1)); }

// Does a path of the repository begin at a byte: `a/b`, `./a/b`, `!a/b`, `${{ github.workspace }}/a/b`?
bool begins_path(std::string_view line, std::size_t at) {
  const auto before = line.substr(0, at);
  if (before.ends_with("}}/")) return true;
  if (before.ends_with("./")) return before.size() == 2 || !is_path_byte(before[before.size() - 3]);
  return before.empty() || !is_path_byte(before.back());
}

std::string_view path_at(std::string_view rest) { return rest.substr(0, rest.find_first_of(" \t\r'\"),;]|")); }

// A path as far as no pattern begins.
std::string_view fixed_part(std::string_view path) {
  const auto glob = path.find_first_of("*?[{$");
  return glob == npos ? path : path.substr(0, path.rfind('/', glob) + 1);
}

bool is_there(const Tree& tree, std::string path) {
  if (tree.has(path)) return true;
  if (!path.ends_with('/')) path += '/';
  const auto next = std::ranges::lower_bound(tree.list(), path);
  return next != tree.list().end() && next->starts_with(path);
}

/// What a line of a workflow is part of.
struct Part {
  bool is_script = false;
  bool is_upload = false;  ///< names what a step hands over, which the steps before it make
};

// `path: dist`, and the list below `path: |`.
void mark_uploaded(const Lines& lines, const WorkflowStep& step, std::vector<Part>& parts) {
  std::optional<std::size_t> column;
  for (auto number = step.first; number <= step.last; ++number) {
    const auto path = key_on(lines.line(number), "path");
    if (path || (column && indentation(lines.line(number)).size() <= *column)) column = path;
    parts[number].is_upload = column.has_value();
  }
}

std::vector<Part> parts_of(const Lines& lines) {
  std::vector<Part> parts(lines.count() + 1);
  for (const auto& steps : workflow_steps(lines)) {
    for (const auto& step : steps) {
      for (auto number = step.run; step.run != 0 && number <= std::max(step.run, step.script_last); ++number)
        parts[number].is_script = true;
      bool uploads = false;
      for (auto number = step.first; number <= step.last; ++number) {
        const auto line = lines.line(number);
        uploads |= key_on(line, "uses").has_value() && contains(line, "/upload-");
      }
      if (uploads) mark_uploaded(lines, step, parts);
    }
  }
  return parts;
}

// What a job hands over goes with the folder only where its steps work there: not what a script of its own names, or another repository is.
void keep_uploads_of_others(const Lines& lines, const std::string& old, const std::string& meant,
                            std::vector<Part>& parts) {
  for (const auto& job : job_lines(lines)) {
    bool works_there = false, has_own = false;
    for (auto number = job.first; number <= job.last; ++number) {
      const auto line = lines.line(number);
      works_there |= key_on(line, "working-directory") && (contains(line, old) || contains(line, meant));
      has_own |=
          key_on(line, "repository") || (!parts[number].is_upload && key_on(line, "path") && contains(line, old + "/"));
      has_own |= (parts[number].is_script || key_on(line, "run")) && contains(line, old + "/");
    }
    for (auto number = job.first; number <= job.last && (!works_there || has_own); ++number)
      parts[number].is_upload = false;
  }
}

// `path: frontend` of a checkout or a download, which makes the folder.
bool is_made(const Lines& lines, const std::string& folder) {
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!key_on(line, "path")) continue;
    const auto at = line.find(folder, line.find(':'));
    if (at == npos || !begins_path(line, at)) continue;
    const auto rest = path_at(line.substr(at + folder.size()));
    if (rest.empty() || rest == "/") return true;
  }
  return false;
}

}  // namespace

std::vector<Edit> follow_folder(const Tree& tree, std::string_view text, const std::string& old,
                                const std::string& meant) {
  const Lines lines(text);
  if (is_made(lines, old)) return {};
  std::vector<Edit> edits;
  auto parts = parts_of(lines);
  keep_uploads_of_others(lines, old, meant, parts);
  const auto inside = old + "/";
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    auto line = lines.line(number);
    line = trim(line).starts_with('#') ? "" : line.substr(0, line.find(" #"));
    if (parts[number].is_script || key_on(line, "run") || key_on(line, "working-directory")) continue;
    for (auto at = line.find(inside); at != npos; at = line.find(inside, at + 1)) {
      const auto rest = fixed_part(path_at(line.substr(at + old.size())));
      if (begins_path(line, at) && (parts[number].is_upload || is_there(tree, meant + std::string(rest))))
        edits.push_back({lines.begin(number) + at, old.size(), meant});
    }
  }
  return edits;
}

}  // namespace regreen
