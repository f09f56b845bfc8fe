// rust.fix-include: a file that is compiled in, or a module with a path of its own, lies elsewhere today.
//
//   error: couldn't read src/../data/words.txt: No such file or directory (os error 2)
//    --> src/words.rs:2:25
//
// It is the only file of the package (else of the tree) that has the name; among several the only one that most of the
// written folders fit, or of those the only one that can be meant; else the only one beside it that the name can be a slip of.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/module_tree.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"
#include "mend/text/ignored.h"
#include "mend/text/moved_file.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t lines_above = 2, lines_below = 4;  // `#[path = "…"]`, an include! over several lines

/// A path as a source writes it, and the file of the tree that it means.
struct Written {
  std::size_t offset = 0, length = 0;
  std::string folder;  ///< that it counts from
  std::string path;
  bool is_joined = false;  ///< behind CARGO_MANIFEST_DIR, with a slash in front
};

std::string without_root(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  return resolved(path).value_or("");
}

bool is_same(std::string_view printed, std::string_view path) {
  return !path.empty() && (printed == path || printed.ends_with("/" + std::string(path)) ||
                           (!printed.empty() && path.ends_with("/" + std::string(printed))));
}

// The literal near a line that names the file which the message prints.
std::optional<Written> written_near(const Tree& tree, const TreePlace& place, std::string_view text,
                                    const std::string& printed) {
  const Lines lines(text);
  const auto code = code_only(text, Speech::rust);
  const auto begin = lines.begin(place.line > lines_above ? place.line - lines_above : 1);
  const auto end = lines.begin(std::min(place.line + lines_below, lines.count() + 1));
  const std::string package(folder_of(rust_manifest_of(tree, place.file)));
  for (auto open = code.find('"', begin); open < end; open = code.find('"', open + 1)) {
    const auto close = code.find('"', open + 1);
    if (close == npos) break;
    const auto value = text.substr(open + 1, close - open - 1);
    const bool is_joined = value.starts_with('/');
    const bool is_manifest = contains(text.substr(begin, open - begin), "CARGO_MANIFEST_DIR");
    const std::string folder = is_joined ? package : std::string(folder_of(place.file));
    const auto path = without_root(path_in(folder, is_joined ? value.substr(1) : value));
    if (is_joined == is_manifest && is_same(printed, path) && !tree.has(path))
      return Written{open + 1, value.size(), folder, path, is_joined};
    open = close;
  }
  return std::nullopt;
}

std::size_t common_end(std::string_view a, std::string_view b) {
  const auto first = split(a, '/'), second = split(b, '/');
  std::size_t count = 0;
  while (count < std::min(first.size(), second.size()) &&
         first[first.size() - 1 - count] == second[second.size() - 1 - count])
    ++count;
  return count;
}

// Those that most of the written folders fit.
std::vector<std::string> best_of(const std::vector<std::string>& files, const std::string& path) {
  std::vector<std::string> best;
  std::size_t most = 0;
  for (const auto& file : files) {
    const auto common = common_end(file, path);
    if (common < most) continue;
    if (common > most) best.clear();
    most = common;
    best.push_back(file);
  }
  return best;
}

// The only one of several; of a source the only one that is no module of another one yet; else the only one in the same folder of
// the project: what was moved within `tests` lies there.
std::string only_of(const Tree& tree, std::vector<std::string> files, std::string_view top) {
  if (files.size() > 1)
    std::erase_if(files, [&](const std::string& file) { return rust_module_line(tree, file).has_value(); });
  if (files.size() > 1)
    std::erase_if(files, [&](const std::string& file) { return top.empty() || !file.starts_with(top); });
  return files.size() == 1 ? files.front() : "";
}

// "crates/bed/tests/" of "crates/bed/tests/data/up.sql"; "" of what lies in the folder of the package itself.
std::string top_folder(std::string_view package, const std::string& path) {
  const auto front = path_in(package, "");
  const auto end = path.starts_with(front) ? path.find('/', front.size()) : std::string::npos;
  return end == std::string::npos ? "" : path.substr(0, end + 1);
}

// What is compiled into a program is none of its tests' data, and what git does not keep has not moved.
bool may_be_today(const std::string& file, const std::string& source, const std::string& path) {
  return !is_for_tests(file) || is_for_tests(source) || is_for_tests(path);
}

std::string file_today(const Tree& tree, const std::string& source, const std::string& path) {
  if (is_ignored(tree, path)) return "";
  const auto package = rust_manifest_of(tree, source);
  std::vector<std::string> own, others;
  std::set<std::string> beside;
  for (const auto& file : tree.list()) {
    if (!may_be_today(file, source, path)) continue;
    if (folder_of(file) == folder_of(path)) beside.insert(file);
    if (name_of(file) != name_of(path)) continue;
    (rust_manifest_of(tree, file) == package ? own : others).push_back(file);
  }
  if (own.empty() && others.empty()) return only_near(beside, path);
  return only_of(tree, best_of(own.empty() ? others : own, path), top_folder(folder_of(package), path));
}

// Is a text of a source the path of a file that is compiled in: `#[path = "…"]`, `include_str!("…")`?
bool is_compiled_in(std::string_view code, std::size_t open) {
  auto head = code.substr(0, end_of_code_before(code, open));
  if (head.ends_with('(')) return word_before(head, head.size() - 2).starts_with("include") && head.ends_with("!(");
  if (!head.ends_with('=')) return false;
  head = trim(head.substr(head.size() - std::min<std::size_t>(head.size(), line_head_max)));
  head = trim(head.substr(0, head.size() - 1));
  return head.ends_with("#[path");
}

// All sources of the package that name a file by the way from where they lie, which is another one now. Each is a program of its
// own, of which the log need not show all.
void name_everywhere(const Tree& tree, const std::string& manifest, const std::string& gone, const std::string& today,
                     Draft& draft) {
  for (const auto& source : rust_sources(tree, manifest)) {
    const auto text = draft.read(source).value_or("");
    if (!contains(text, name_of(gone)) || text.size() > source_bytes_max) continue;
    const auto code = code_only(text, Speech::rust);
    std::vector<Edit> edits;
    for (auto open = code.find('"'); open != npos; open = code.find('"', open + 1)) {
      const auto close = code.find('"', open + 1);
      if (close == npos) break;
      const auto value = text.substr(open + 1, close - open - 1);
      if (resolved(path_in(folder_of(source), value)) == gone && is_compiled_in(code, open))
        edits.push_back({open + 1, value.size(), path_from(folder_of(source), today)});
      open = close;
    }
    draft.edit(source, std::move(edits));
  }
}

}  // namespace

std::vector<Patch> fix_rust_include(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto printed = without_root(capture(occurrence, "path"));
    const auto place = rustc_place(patient.tree, occurrence);
    const auto text = printed.empty() || !place ? std::nullopt : draft.read(place->file);
    const auto written = text ? written_near(patient.tree, *place, *text, printed) : std::nullopt;
    const auto today = written ? file_today(patient.tree, place->file, written->path) : "";
    if (today.empty()) continue;
    const auto path = (written->is_joined ? "/" : "") + path_from(written->folder, today);
    draft.edit(place->file, {{written->offset, written->length, path}});
    name_everywhere(patient.tree, rust_manifest_of(patient.tree, place->file), written->path, today, draft);
  }
  return draft.patches();
}

}  // namespace regreen
