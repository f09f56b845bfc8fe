#include "mend/c/build/moved_include.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/c/language/source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/moved_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto roots = std::to_array<std::string_view>({"include", "inc", "src", ""});

/// What a line includes: where that stands, between brackets or quotes.
struct Included {
  std::size_t at = 0;
  std::string written;
  bool is_bracketed = false;  // <…>
};

/// What the project's own sources include, by file.
using Includes = std::map<std::string, std::vector<Included>>;

// Nothing written where it includes nothing.
Included included_in(std::string_view line) {
  const auto mark = line.find_first_not_of(" \t");
  const auto word = mark == npos || line[mark] != '#' ? npos : line.find_first_not_of(" \t", mark + 1);
  if (word == npos || !line.substr(word).starts_with("include")) return {};
  const auto open = line.find_first_of("<\"", word);
  const auto close = open == npos ? npos : line.find_first_of(">\"", open + 1);
  if (close == npos) return {};
  return {open + 1, std::string(line.substr(open + 1, close - open - 1)), line[open] == '<'};
}

bool is_own(std::string_view path) { return is_c_family(path) && !is_foreign(path); }

Includes own_includes(const Tree& tree, const Draft& draft) {
  Includes all;
  for (const auto& path : tree.list()) {
    const auto text = is_own(path) ? draft.read(path) : std::nullopt;
    if (!text || !contains(*text, "include")) continue;
    const Lines lines(*text);
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      auto one = included_in(lines.line(number));
      if (one.written.empty()) continue;
      one.at += lines.begin(number);
      all[path].push_back(std::move(one));
    }
  }
  return all;
}

// Does a source include a header that lies below the folder? Quotes do not tell that brackets may be written, too.
bool is_included_from(const Tree& tree, const Includes& includes, std::string_view folder, const LostHeader& lost) {
  return std::ranges::any_of(includes, [&](const auto& source) {
    return std::ranges::any_of(source.second, [&](const Included& one) {
      return (one.is_bracketed || !lost.is_bracketed) && tree.has(path_in(folder, one.written));
    });
  });
}

// Does the project call a folder of its sources so?
bool has_folder(const Tree& tree, std::string_view name) {
  const auto inside = "/" + std::string(name) + "/";
  return std::ranges::any_of(tree.list(),
                             [&](const auto& path) { return contains("/" + path, inside) && is_own(path); });
}

std::string only_header(const Tree& tree, std::string_view name) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != name || !is_c_header(path) || !is_own(path)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// As many parts of the header's path as were written; "" where it may be another one, of a library that is not installed. The project
// includes its own headers from there, or has a folder that is called like the one it lay in.
std::string new_name(const Tree& tree, const Includes& includes, const LostHeader& lost) {
  const auto& written = lost.written;
  if (!contains(written, "/") || contains(written, "..") || written.starts_with('/')) return "";
  const auto header = only_header(tree, name_of(written));
  std::string_view root = header;
  for (auto parts = std::ranges::count(written, '/') + 1; parts > 0; --parts) {
    if (root.empty()) return "";
    root = folder_of(root);
  }
  const bool is_usual = is_among(name_of(root), roots);
  const bool is_meant = is_included_from(tree, includes, root, lost) ||
                        (is_usual && has_folder(tree, std::string_view(written).substr(0, written.find('/'))));
  return is_meant ? header.substr(root.empty() ? 0 : root.size() + 1) : "";
}

// Where the newest commit moved the only header of its name, below the folder that it was included from; "" where it did not.
std::string moved_deeper(const Tree& tree, const LastCommit& commit, std::string_view written) {
  if (contains(written, "..") || written.starts_with('/')) return "";
  const auto header = only_header(tree, name_of(written));
  const auto now = header.empty() ? commit.before.end() : commit.before.find(header);
  if (now == commit.before.end() || now->second) return "";
  std::vector<std::string> gone;
  for (const auto& [path, before] : commit.before) {
    if (before && !tree.has(path) && name_of(path) == name_of(written)) gone.push_back(path);
  }
  if (gone.size() != 1 || (gone[0] != written && !gone[0].ends_with("/" + std::string(written)))) return "";
  const auto root = gone[0].substr(0, gone[0].size() - written.size());
  const auto& before = *commit.before.find(gone[0])->second;
  const bool is_it = header.starts_with(root) && says_what_it_said(before, tree.read(header).value_or(""));
  return is_it ? header.substr(root.size()) : "";
}

}  // namespace

void follow_headers(const Tree& tree, const LastCommit& commit, const std::set<LostHeader>& lost, Draft& draft) {
  if (lost.empty()) return;
  const auto includes = own_includes(tree, draft);
  std::map<std::string, std::string> moved;
  std::map<std::pair<std::string, std::string>, std::string>
      moved_here;  // by the file as well: elsewhere it may be another one
  for (const auto& one : lost) {
    const auto wanted = new_name(tree, includes, one);
    if (!wanted.empty() && wanted != one.written) moved[one.written] = wanted;
    const auto deeper = wanted.empty() ? moved_deeper(tree, commit, one.written) : "";
    if (!deeper.empty() && deeper != one.written) moved_here[{one.file, one.written}] = deeper;
  }
  for (const auto& [path, all] : includes) {
    std::vector<Edit> edits;
    for (const auto& one : all) {
      const auto to = moved.find(one.written);
      const auto here = moved_here.find({path, one.written});
      const bool is_beside = !one.is_bracketed && tree.has(path_in(folder_of(path), one.written));
      if (is_beside || (to == moved.end() && here == moved_here.end())) continue;
      edits.push_back({one.at, one.written.size(), to != moved.end() ? to->second : here->second});
    }
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
}

}  // namespace regreen
