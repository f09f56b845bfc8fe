// cmake.follow-target: a library of the project has another name today, and who links it does not know.
//
//   /usr/bin/ld: cannot find -lnetutil: No such file or directory      target_link_libraries(urlhost PRIVATE netutil)
//
// No list makes or finds the old name. All that link it call functions of headers that they include, which one library of the
// project defines, and nothing else which they link: without it they were never built, so it is meant.

#include "base/text.h"
#include "mend/c/cmake_call.h"
#include "mend/c/fixers.h"
#include "mend/c/link.h"
#include "mend/c/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Names = std::set<std::string, std::less<>>;

constexpr auto makers = std::to_array<std::string_view>({"add_library", "add_executable", "target_sources"});
constexpr auto finders = std::to_array<std::string_view>(
    {"find_library", "find_package", "pkg_check_modules", "FetchContent_Declare", "ExternalProject_Add"});

/// A target of the project.
struct Target {
  bool is_made = false, is_library = false;
  bool is_open = false;              ///< names sources that cannot be told
  std::vector<std::string> sources;  ///< of the tree
  Names linked, aliases;
};

/// What of a source is code, and the words of that.
struct Source {
  std::string code;
  std::set<std::string> words;
};

/// The targets of all lists of a tree.
class Project {
 public:
  explicit Project(const Tree& tree) : tree_(tree) {
    for (const auto& path : tree.list()) {
      if (is_c_header(path)) headers_[std::string(name_of(path))].push_back(path);
      if (is_cmake(path) || path.ends_with(".cmake")) read(path, tree.read(path).value_or(""));
    }
  }

  const std::vector<std::string>& lists() const { return lists_; }

  // Is it a target, or something that a list looks for on the machine?
  bool knows(std::string_view name) const {
    const bool is_target = std::ranges::any_of(targets_, [&](const auto& one) {
      return (one.first == name && one.second.is_made) || one.second.aliases.contains(name);
    });
    return is_target || found_.contains(name) || found_.contains(name.substr(0, name.find("::")));
  }

  // The library that all who link the name mean, as they write such names; "" where it cannot be told, or where they lack others, too.
  std::string linked_as(std::string_view name, const Names& lost) {
    Names meant;
    for (const auto& [user, target] : targets_) {
      if (!target.linked.contains(name)) continue;
      const auto lacking =
          std::ranges::count_if(lost, [&](const auto& other) { return target.linked.contains(other); });
      const auto needed = lacking > 1 ? Names() : needed_by(target);
      if (needed.size() != 1) return "";
      meant.insert(*needed.begin());
    }
    if (meant.size() != 1 || is_stand_in(*meant.begin()) || contains(*meant.begin(), "$")) return "";
    const auto& aliases = targets_.at(*meant.begin()).aliases;
    return contains(name, "::") && aliases.size() == 1 ? *aliases.begin() : *meant.begin();
  }

 private:
  void read(const std::string& path, std::string_view text) {
    const bool is_own = !is_foreign(path);  // what is brought along may be built, or not, by options
    if (is_own) lists_.push_back(path);
    for (const auto command : finders) {
      for (const auto& call : cmake_calls(text, command)) {
        for (const auto word : words_in_call(text, call)) found_.emplace(unquoted(word));
      }
    }
    for (const auto command : makers) {
      for (const auto& call : cmake_calls(text, command)) {
        const auto words = words_in_call(text, call);
        if (!words.empty() && !is_own) found_.emplace(words[0]);
        if (!words.empty() && is_own) read_made(folder_of(path), command, words);
      }
    }
    is_open_ |= is_own && !cmake_calls(text, "link_libraries").empty();
    for (const auto& call : cmake_calls(text, "target_link_libraries")) {
      const auto words = words_in_call(text, call);
      is_open_ |= is_own && std::ranges::any_of(words, [](auto word) { return contains(word, "$"); });
      for (std::size_t i = 1; i < words.size(); ++i) targets_[std::string(words[0])].linked.emplace(unquoted(words[i]));
    }
  }

  void read_made(std::string_view folder, std::string_view command, const std::vector<std::string_view>& words) {
    const std::string name(words[0]);
    const bool is_other = words.size() > 2 && words[1] == "ALIAS";
    if (is_other) return static_cast<void>(targets_[std::string(words[2])].aliases.insert(name));
    if (std::ranges::find(words, "IMPORTED") != words.end()) return static_cast<void>(found_.insert(name));
    auto& target = targets_[name];
    target.is_made |= command != "target_sources";
    target.is_library |= command == "add_library";
    for (auto word : words) {
      constexpr std::string_view here = "${CMAKE_CURRENT_SOURCE_DIR}/";
      word = unquoted(word);
      if (word.starts_with(here)) word.remove_prefix(here.size());
      const auto file = resolved(path_in(folder, word));
      if (file && is_c_family(*file) && tree_.has(*file)) target.sources.push_back(*file);
      target.is_open |= contains(word, "$");
    }
  }

  // The code of a source, read once.
  const Source& said_in(const std::string& source) {
    const auto [known, fresh] = sources_.try_emplace(source);
    const auto text = fresh ? tree_.read(source).value_or("") : "";
    if (fresh && text.size() <= source_bytes_max) {
      known->second.code = code_only(text, Speech::c);
      known->second.words = words_of(known->second.code);
    }
    return known->second;
  }

  bool defines(const Target& target, const std::string& name) {
    return std::ranges::any_of(target.sources, [&](const auto& path) {
      const auto& source = said_in(path);
      return source.words.contains(name) && defines_function(source.code, name);
    });
  }

  // A target and what it links, itself and by what it links.
  std::vector<const Target*> linked_by(const Target& target) const {
    std::vector<const Target*> all = {&target};
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (const auto& [name, other] : targets_) {
        const auto& linked = all[i]->linked;
        const bool is_linked = linked.contains(name) || std::ranges::any_of(other.aliases, [&](const auto& alias) {
                                 return linked.contains(alias);
                               });
        if (is_linked && std::ranges::find(all, &other) == all.end()) all.push_back(&other);
      }
    }
    return all;
  }

  // What the headers of the project that a source includes say.
  Names words_included(const std::string& source) {
    Names words;
    const auto text = tree_.read(source).value_or("");
    for (const auto line : split_lines(text)) {
      const auto open = trim(line).starts_with('#') && contains(line, "include") ? line.find_first_of("\"<") : npos;
      const auto close = open == npos ? npos : line.find_first_of("\">", open + 1);
      if (close == npos) continue;
      auto path = line.substr(open + 1, close - open - 1);
      while (path.starts_with("../")) path.remove_prefix(3);
      const auto named = headers_.find(name_of(path));
      for (const auto& header : named == headers_.end() ? std::vector<std::string>() : named->second) {
        if (("/" + header).ends_with("/" + std::string(path))) {
          const auto& said = said_in(header).words;
          words.insert(said.begin(), said.end());
        }
      }
    }
    return words;
  }

  // The libraries that define what the sources of a target call by headers that they include, and what nothing that it links does.
  Names needed_by(const Target& target) {
    const auto linked = linked_by(target);
    Names called, libraries;
    if (is_open_ || std::ranges::any_of(linked, &Target::is_open)) return libraries;
    for (const auto& source : target.sources) {
      const auto declared = words_included(source);
      for (const auto& word : said_in(source).words) {
        if (declared.contains(word)) called.insert(word);
      }
    }
    for (const auto& word : called) {
      if (std::ranges::any_of(linked, [&](const Target* one) { return defines(*one, word); })) continue;
      for (const auto& [name, one] : targets_) {
        if (one.is_library && defines(one, word)) libraries.insert(name);
      }
    }
    return libraries;
  }

  const Tree& tree_;
  std::vector<std::string> lists_;
  std::map<std::string, std::vector<std::string>, std::less<>> headers_;  // by their names
  std::map<std::string, Target, std::less<>> targets_;
  Names found_;
  std::map<std::string, Source> sources_;
  bool is_open_ = false;  // what targets link cannot be told
};

// "-lnetutil" as the rule captured it; `Target "x" links to:` with the name on a line of its own.
Names names_said(const Occurrence& occurrence) {
  Names names = {std::string(capture(occurrence, "package"))};
  for (const auto& line : lines_of(occurrence)) {
    const auto word = trim(line);
    const bool is_name = contains(word, "::") && word.find_first_of(" \t/(\"") == npos;
    if (is_name && contains(occurrence.at.text, "target was not found")) names.emplace(word);
    if (is_name && contains(occurrence.at.text, "links to:")) names.emplace(word);
  }
  names.erase("");
  return names;
}

void rename(const Project& project, std::string_view old, const std::string& today, Draft& draft) {
  for (const auto& path : project.lists()) {
    const auto text = draft.read(path).value_or("");
    std::vector<Edit> edits;
    for (const std::string_view command : {"target_link_libraries", "add_dependencies"}) {
      for (const auto& call : cmake_calls(text, command)) {
        for (const auto word : words_in_call(text, call)) {
          const auto name = unquoted(word);
          if (name == old) edits.push_back({static_cast<std::size_t>(name.data() - text.data()), old.size(), today});
        }
      }
    }
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
}

}  // namespace

std::vector<Patch> follow_cmake_target(const Patient& patient) {
  Draft draft(patient.tree);
  Names lost;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) lost.merge(names_said(occurrence));
  if (lost.empty()) return {};
  Project project(patient.tree);
  for (const auto& old : lost) {
    const auto today = project.knows(old) ? "" : project.linked_as(old, lost);
    if (!today.empty()) rename(project, old, today, draft);
  }
  return draft.patches();
}

}  // namespace regreen
