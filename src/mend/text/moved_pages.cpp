// docs.follow-moved-page: a link of a document leads nowhere since the newest commit moved the page that it names, or the document
// itself.
//
//   docs/guide/upgrade.md:5: broken link: installation.md
//   WARNING  -  Documentation file 'guide/upgrade.md' contains a link to 'installation.md' which is not found in the documentation files.
//
// Each link that the log names leads where its page lies today, word for word the same; so do the entries of MkDocs' navigation that
// name one of these pages. A page that is gone, was changed, or laid aside is followed by nobody.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/fixers.h"
#include "mend/text/moved_file.h"
#include "mend/text/near_path.h"
#include "model/last_commit.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t code_indent = 4;

/// A link that leads nowhere. Without a file it is an entry of MkDocs' navigation.
struct DeadLink {
  std::string file, target;
  std::size_t line = 0;  ///< 0: the log does not say which

  auto operator<=>(const DeadLink&) const = default;
};

std::string mkdocs_file(const Tree& tree) { return tree.has("mkdocs.yml") ? "mkdocs.yml" : "mkdocs.yaml"; }

std::string docs_folder(const Tree& tree) {
  const auto text = tree.read(mkdocs_file(tree)).value_or("");
  for (const auto line : split_lines(text)) {
    if (!line.starts_with("docs_dir:")) continue;
    auto folder = trim(line.substr(9, line.find(" #") - 9));
    while (!folder.empty() && contains("\"'", folder.substr(0, 1))) folder = folder.substr(1, folder.size() - 2);
    return std::string(folder);
  }
  return "docs";
}

// "Documentation file 'guide/upgrade.md' contains a link to 'x.md' which …", "A reference to 'x.md' is included in the 'nav' …"
std::optional<DeadLink> said_by_mkdocs(const Tree& tree, std::string_view line) {
  const auto quoted = [&](std::string_view front) {
    return contains(line, front) ? std::string(between(line, front, "'")) : std::string();
  };
  for (const std::string_view front : {"A relative path to '", "A reference to '"}) {
    if (contains(line, "'nav'") && contains(line, front)) return DeadLink{"", quoted(front), 0};
  }
  for (const std::string_view front : {"Documentation file '", "Doc file '"}) {
    for (const std::string_view link : {"contains a link to '", "contains a link '"}) {
      if (contains(line, front) && contains(line, link))
        return DeadLink{path_in(docs_folder(tree), quoted(front)), quoted(link), 0};
    }
  }
  return std::nullopt;
}

// Those that the log names: MkDocs above the line that says how many there are.
std::vector<DeadLink> links_of(const Tree& tree, const Occurrence& occurrence) {
  std::vector<DeadLink> links;
  for (const auto& line : lines_of(occurrence)) {
    if (auto link = said_by_mkdocs(tree, line)) links.push_back(std::move(*link));
  }
  const auto places = places_of(tree, occurrence);
  const auto target = capture(occurrence, "path");
  if (!places.empty() && places[0].line > 0 && !target.empty())
    links.push_back({places[0].file, std::string(target), places[0].line});
  return links;
}

/// Where pages lay before the newest commit, and where they lie today.
class Pages {
 public:
  explicit Pages(const Patient& patient) : patient_(patient) {}

  /// Where the page lies today that a link meant; nothing where it lies nowhere, or is meant no more.
  std::optional<std::string> meant(const std::string& file, std::string_view target) const {
    const auto before = path_before(file);
    const auto page = before ? resolved(path_in(folder_of(*before), target)) : std::nullopt;
    if (!page || page->empty()) return std::nullopt;
    return today(*page, *before != file);
  }

  /// The same of a page's path. One that is still there is meant by who moved himself.
  std::optional<std::string> today(const std::string& page, bool has_moved) const {
    if (patient_.tree.has(page)) return has_moved ? std::optional(page) : std::nullopt;
    const auto found = file_of_same_text(patient_, page);
    return found && may_stand_for(*found, page) ? found : std::nullopt;
  }

 private:
  // Where a document lay; nothing where it is new, and none that was moved.
  std::optional<std::string> path_before(const std::string& file) const {
    const auto& commit = patient_.last_commit.before;
    const auto was = commit.find(file);
    if (was == commit.end() || was->second) return file;
    std::optional<std::string> found;
    for (const auto& [path, text] : commit) {
      if (!text || file_of_same_text(patient_, path) != file) continue;
      if (found) return std::nullopt;
      found = path;
    }
    return found;
  }

  const Patient& patient_;
};

// Where a text writes the target of a link: `](page.md)`, `](page.md#part "Title")`, `[page]: page.md`, `src="page.svg"`.
std::vector<std::size_t> targets_in(std::string_view text, std::string_view path) {
  std::vector<std::size_t> spots;
  for (auto at = text.find(path); at != npos; at = text.find(path, at + 1)) {
    const auto front = text.substr(0, at), behind = text.substr(at + path.size(), 1);
    const bool begins = front.ends_with("](") || front.ends_with("](<") || front.ends_with("]: ") ||
                        front.ends_with("href=\"") || front.ends_with("src=\"");
    if (begins && (behind.empty() || contains(")#?>\" \t\r\n", behind))) spots.push_back(at);
  }
  return spots;
}

// The signs that a line begins or ends a block of code with: "```", "~~~~"; "" where it does not.
std::string_view fence_of(std::string_view line) {
  const auto said = trim(line);
  const auto end = std::min(said.find_first_not_of(said.substr(0, 1)), said.size());
  return end >= 3 && contains("`~", said.substr(0, 1)) ? said.substr(0, end) : "";
}

// Does a text show the link instead of having it: between backticks, in a block between fences, or indented as code?
bool is_shown(const Lines& lines, std::size_t at) {
  const auto number = lines.number_at(at);
  const auto line = lines.line(number);
  std::string_view fence;  // that is open
  for (std::size_t one = 1; one < number; ++one) {
    const auto begin = fence_of(lines.line(one));
    if (fence.empty()) {
      fence = begin;
    } else if (begin.starts_with(fence) && begin == trim(lines.line(one))) {
      fence = "";
    }
  }
  const auto ticks = std::ranges::count(line.substr(0, at - lines.begin(number)), '`');
  return !fence.empty() || ticks % 2 != 0 || indentation(line).size() >= code_indent;
}

// What a link says before the part of the page that it names.
std::string_view path_of(std::string_view target) { return target.substr(0, target.find_first_of("#?")); }

std::vector<Edit> link_edits(std::string_view text, const DeadLink& link, const std::string& today) {
  const auto path = path_of(link.target);
  const Lines lines(text);
  std::vector<Edit> edits;
  for (const auto at : targets_in(text, path)) {
    if (link.line == 0 ? !is_shown(lines, at) : lines.number_at(at) == link.line)
      edits.push_back({at, path.size(), today});
  }
  return edits;
}

// `  - Installation: install.md`, below `nav:`
std::vector<Edit> navigation_edits(std::string_view text, const std::string& page, const std::string& today) {
  const Lines lines(text);
  std::vector<Edit> edits;
  bool is_inside = false;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!line.empty() && !contains(" \t-#", line.substr(0, 1))) is_inside = line.starts_with("nav:");
    const auto dash = line.find("- ");
    if (!is_inside || dash == npos || !trim(line.substr(0, dash)).empty()) continue;
    const auto colon = line.rfind(": ");
    auto value = trim(line.substr(colon == npos ? dash + 2 : colon + 2));
    if (value.size() > 2 && contains("'\"", value.substr(0, 1)) && value.front() == value.back())
      value = value.substr(1, value.size() - 2);
    const auto offset = static_cast<std::size_t>(value.data() - line.data());
    if (value == page) edits.push_back({lines.begin(number) + offset, page.size(), today});
  }
  return edits;
}

class LinkFixer {
 public:
  explicit LinkFixer(const Patient& patient) : patient_(patient), pages_(patient) {}

  std::vector<Patch> patches() {
    std::set<DeadLink> links;
    for (const auto& occurrence : occurrences_of(patient_.diagnosis)) {
      for (auto& link : links_of(patient_.tree, occurrence)) links.insert(std::move(link));
    }
    for (const auto& link : links) follow(link);
    if (is_followed_) follow_navigation();
    Draft draft(patient_.tree);
    for (auto& [file, edits] : edits_) draft.edit(file, std::move(edits));
    return draft.patches();
  }

 private:
  void follow(const DeadLink& link) {
    if (link.file.empty()) is_followed_ = true;
    const auto path = path_of(link.target);
    const auto text = patient_.tree.read(link.file);
    if (!text || path.empty() || path.starts_with('/') || contains(path, ":") || says_generated(*text)) return;
    const auto today = pages_.meant(link.file, path);
    const bool is_of_site = link.line == 0;  // MkDocs has no page outside of its folder
    if (!today || (is_of_site && !today->starts_with(docs_folder(patient_.tree) + "/"))) return;
    const auto way = path_from(folder_of(link.file), *today);
    const bool is_dotted = path.starts_with("./") && !way.starts_with("../");
    for (auto& edit : link_edits(*text, link, (is_dotted ? "./" : "") + way)) {
      if (places_.insert({link.file, edit.offset}).second) edits_[link.file].push_back(std::move(edit));
      is_followed_ = true;
    }
  }

  // Every entry of a page that is gone from there leads to where it lies today.
  void follow_navigation() {
    const auto file = mkdocs_file(patient_.tree), front = docs_folder(patient_.tree) + "/";
    const auto text = patient_.tree.read(file);
    if (!text) return;
    for (const auto& [path, before] : patient_.last_commit.before) {
      const auto today = before && path.starts_with(front) ? pages_.today(path, false) : std::nullopt;
      if (!today || !today->starts_with(front)) continue;
      for (auto& edit : navigation_edits(*text, path.substr(front.size()), today->substr(front.size())))
        edits_[file].push_back(std::move(edit));
    }
  }

  const Patient& patient_;
  Pages pages_;
  bool is_followed_ = false;
  std::map<std::string, std::vector<Edit>> edits_;
  std::set<std::pair<std::string, std::size_t>> places_;  ///< that have an edit
};

}  // namespace

std::vector<Patch> follow_moved_page(const Patient& patient) { return LinkFixer(patient).patches(); }

}  // namespace regreen
