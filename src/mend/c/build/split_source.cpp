#include "mend/c/build/split_source.h"

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/build/source_variable.h"
#include "mend/c/language/source.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto cmake_lists =
    std::to_array<std::string_view>({"add_executable", "add_library", "target_sources", "set", "list"});

// What a list may write in front of a path that counts from its own folder, and from the top of the project.
constexpr auto own_roots =
    std::to_array<std::string_view>({"${CMAKE_CURRENT_SOURCE_DIR}/", "${CMAKE_CURRENT_LIST_DIR}/"});
constexpr auto top_roots = std::to_array<std::string_view>({"${CMAKE_SOURCE_DIR}/", "${PROJECT_SOURCE_DIR}/"});

/// A source that was split: what it was, what was taken out of it, and the functions that moved.
struct Split {
  std::string old_source, new_source;
  std::set<std::string> functions;
};

/// The words of a call that may name sources. Views of a text.
using Words = std::vector<std::string_view>;

// Tests take what stands in for a source from sources of their own.
bool is_own_source(const std::string& path) {
  return is_c_family_source(path) && !is_vendored(path) && !is_aside(path);
}

std::string code_of(const std::optional<std::string>& text) {
  return text && text->size() <= source_bytes_max ? code_only(*text, Speech::c) : "";
}

/// The sources of the newest commit: what it added, and what it changed, as that was before and as it is.
class Change {
 public:
  explicit Change(const Patient& patient) {
    for (const auto& [path, before] : patient.last_commit.before) {
      if (!is_own_source(path) || !patient.tree.has(path)) continue;
      const auto today = code_of(patient.tree.read(path));
      if (!before) added_[path] = today;
      if (before) changed_[path] = {code_of(before), today};
    }
  }

  // The only source that was added and defines a function, behind the only one that does not any more.
  std::optional<std::pair<std::string, std::string>> moved(const std::string& function) const {
    std::vector<std::string> from, to;
    for (const auto& [path, code] : added_) {
      if (defines_function(code, function)) to.push_back(path);
    }
    for (const auto& [path, code] : changed_) {
      if (defines_function(code.first, function) && !defines_function(code.second, function)) from.push_back(path);
    }
    if (from.size() != 1 || to.size() != 1) return std::nullopt;
    return std::pair(from[0], to[0]);
  }

 private:
  std::map<std::string, std::string> added_;
  std::map<std::string, std::pair<std::string, std::string>> changed_;
};

std::vector<Split> splits_of(const Patient& patient, const std::set<std::string>& symbols) {
  std::map<std::pair<std::string, std::string>, std::set<std::string>> all;
  const Change change(patient);
  for (const auto& symbol : symbols) {
    const auto function = function_name(symbol);
    const auto moved = function.empty() ? std::nullopt : change.moved(function);
    if (moved) all[*moved].insert(function);
  }
  std::vector<Split> splits;
  for (auto& [files, functions] : all) splits.push_back({files.first, files.second, std::move(functions)});
  return splits;
}

// The file that a word of a list names; what others include counts from their folder, mostly the top one.
std::string file_named(const Tree& tree, const std::string& list, std::string_view word) {
  word = unquoted(word);
  for (const auto root : top_roots) {
    if (word.starts_with(root)) return resolved(word.substr(root.size())).value_or("");
  }
  const auto plain = std::ranges::find_if(own_roots, [&](auto root) { return word.starts_with(root); });
  if (plain != own_roots.end()) word.remove_prefix(plain->size());
  if (contains(word, "$")) return "";
  const auto here = resolved(path_in(folder_of(list), word)).value_or("");
  const auto above = is_cmake(list) ? here : resolved(word).value_or("");
  return tree.has(here) ? here : above;
}

/// A call that names sources. A program may be built of the new one apart, to test it; a library is to be linked then.
struct SourceList {
  Words words;
  bool is_program = false;
  bool is_built = true;
  std::string variable;  ///< that it makes of its words
};

std::vector<SourceList> lists_in(std::string_view text) {
  std::vector<SourceList> lists;
  for (const auto command : cmake_lists) {
    for (const auto& call : cmake_calls(text, command)) {
      const auto words = words_in_call(text, call);
      const bool is_built = command != "set" && command != "list";
      lists.push_back({words, command == "add_executable", is_built, std::string(variable_made(command, words))});
    }
  }
  return lists;
}

// Does a list take all sources of the folder of one?
bool takes_all_beside(const Tree& tree, const std::string& list, std::string_view text, const std::string& source) {
  for (const std::string_view command : {"file", "aux_source_directory"}) {
    for (const auto& call : cmake_calls(text, command)) {
      const auto words = words_in_call(text, call);
      const bool is_deep = !words.empty() && words[0] == "GLOB_RECURSE";
      for (const auto word : words) {
        const auto plain = unquoted(word);
        const auto file =
            contains(plain, "*") ? file_named(tree, list, plain) : path_in(file_named(tree, list, plain), "*");
        const std::string folder(folder_of(file));
        if (contains(file, "*") && (folder_of(source) == folder || (is_deep && source.starts_with(folder + "/"))))
          return true;
      }
    }
  }
  return false;
}

// The word for the new source, written as that for the old one is.
std::string word_for(const Split& split, std::string_view word) {
  const auto way = path_from(folder_of(split.old_source), split.new_source);
  if (way.starts_with("../")) return "";
  const auto at = word.rfind(name_of(split.old_source));
  return std::string(word.substr(0, at)) + way + std::string(word.substr(at + name_of(split.old_source).size()));
}

/// The lists of a project that name the old source, and lack the new one.
class Lists {
 public:
  Lists(const Tree& tree, const Draft& draft, const Split& split) : tree_(tree), split_(split) {
    std::map<std::string, std::string> texts;
    for (const auto& path : tree.list()) {
      const auto text = is_cmake_list(path) && !is_vendored(path) ? draft.read(path) : std::nullopt;
      if (!text) continue;
      variables_.add(*text);
      texts[path] = *text;
    }
    for (const auto& [path, text] : texts) read(path, text);
  }

  void add_to(Draft& draft) const {
    if (is_apart_) return;
    for (const auto& [path, edits] : edits_) draft.edit(path, edits);
  }

 private:
  void read(const std::string& path, const std::string& text) {
    is_apart_ |= takes_all_beside(tree_, path, text, split_.new_source);
    for (const auto& [words, is_program, is_built, variable] : lists_in(text)) {
      std::string_view old_word;
      bool has_new = false, is_replaced = false;
      for (const auto word : words) {
        const auto file = file_named(tree_, path, word);
        has_new |= file == split_.new_source;
        if (file == split_.old_source && old_word.empty()) old_word = word;
        is_replaced |= file != split_.new_source && file != split_.old_source && defines(file);
      }
      is_apart_ |= has_new && old_word.empty() && !is_program;
      if (old_word.empty() || has_new || is_replaced || !(is_built || variables_.has(variable))) continue;
      const auto written = word_for(split_, old_word);
      const auto end = offset_in(text, old_word) + old_word.size();
      if (!written.empty()) edits_[path].push_back({end, 0, gap_before(text, old_word) + written});
    }
  }

  // Does another source define what moved?
  bool defines(const std::string& file) const {
    if (!is_c_family_source(file) || !tree_.has(file)) return false;
    const auto code = code_of(tree_.read(file));
    return std::ranges::any_of(split_.functions, [&](const auto& one) { return defines_function(code, one); });
  }

  const Tree& tree_;
  const Split& split_;
  SourceVariables variables_;
  bool is_apart_ = false;
  std::map<std::string, std::vector<Edit>> edits_;
};

}  // namespace

void list_split_sources(const Patient& patient, const std::set<std::string>& symbols, Draft& draft) {
  for (const auto& split : splits_of(patient, symbols)) Lists(patient.tree, draft, split).add_to(draft);
}

}  // namespace regreen
