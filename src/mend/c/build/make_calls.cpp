#include "mend/c/build/make_calls.h"

#include "base/among.h"
#include "base/text.h"
#include "base/words.h"
#include "mend/c/build/link.h"
#include "mend/c/build/run_folder.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_of_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || contains("-_./%$", std::string_view(&c, 1));
}

// `-C lib`, `-Clib`, `--directory=lib`, `-f other.mk`: make reads another file.
bool reads_another_file(std::string_view option) {
  const bool is_long = option.starts_with("--");
  if (!is_long) return option.starts_with('-') && option.find_first_of("Cf") != npos;
  return option.starts_with("--directory") || option.starts_with("--file") || option.starts_with("--makefile");
}

// Do words end in a call of make to which a further target can be added: "cd lib && $(MAKE) -j 4 lint "?
bool ends_in_call(std::string_view words, const std::vector<std::string>& targets) {
  static constexpr auto names = std::to_array<std::string_view>({"make", "gmake", "$(MAKE)", "${MAKE}"});
  const auto all = split(words, ' ');
  for (auto word = all.rbegin(); word != all.rend(); ++word) {
    const auto bare = trim(*word);
    if (is_among(bare, names)) return true;
    if (reads_another_file(bare)) return false;
    const bool is_number = line_number(bare).has_value();
    const bool is_target = is_among(bare, targets);
    if (!bare.empty() && !is_number && !is_target && !bare.starts_with('-') && !contains(bare, "=")) return false;
  }
  return false;
}

/// A target that is called by another name.
struct Renamed {
  const std::vector<std::string>& targets;
  const std::string &name, &to;
};

// The command that a name of a line is in, up to the name; "" where it begins too far before.
std::string_view command_before(std::string_view line, std::size_t at) {
  const auto from = at - std::min(at, line_head_max);
  const auto head = line.substr(from, at - from);
  const auto sign = head.find_last_of("`;&|\"'#@:");
  if (sign == npos && from > 0) return "";
  return head.substr(sign + 1);  // npos + 1 is the front
}

// The name as an argument of make on a line.
void add_calls(std::string_view line, std::size_t offset, const Renamed& renamed, std::vector<Edit>& edits) {
  const auto& name = renamed.name;
  for (auto at = line.find(name); at != npos; at = line.find(name, at + 1)) {
    const auto behind = line.substr(at + name.size());
    const bool ends_sentence = behind.starts_with(". ") || behind == ".";
    const bool is_whole =
        (at == 0 || !is_of_name(line[at - 1])) && (behind.empty() || !is_of_name(behind[0]) || ends_sentence);
    if (is_whole && ends_in_call(command_before(line, at), renamed.targets))
      edits.push_back({offset + at, name.size(), renamed.to});
  }
}

// What a change of the pipelines of others asks for a person, and what is told of the past, stays.
bool speaks_of_make(std::string_view path) {
  const auto name = lower(name_of(path));
  static constexpr auto past = std::to_array<std::string_view>(
      {"changelog", "changes", "news", "history", "release", "upgrad", "migrat", "todo"});
  const auto is_told = [&](auto front) { return name.starts_with(front) || contains(lower(folder_of(path)), front); };
  const bool is_past = !calls_tools(path) && std::ranges::any_of(past, is_told);
  const bool is_pipeline =
      name == ".gitlab-ci.yml" || path.starts_with(".circleci/") || name == ".pre-commit-config.yaml";
  if (is_vendored(path) || is_past || is_pipeline) return false;
  return calls_tools(path) || name.ends_with(".md") || name.ends_with(".rst") || name.ends_with(".adoc");
}

// Has a folder between the top one and the file a Makefile of its own?
bool has_own_makefile(const Tree& tree, std::string_view path) {
  for (auto folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
    for (const auto* name : {"Makefile", "makefile", "GNUmakefile"}) {
      if (tree.has(path_in(folder, name))) return true;
    }
  }
  return false;
}

// Has another makefile than the top one a target of the name? Whoever does not say in which folder make runs may mean that.
bool others_have(const Tree& tree, std::string_view top, const std::string& name) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (path == top || !(is_makefile(path) || path.ends_with(".mk"))) return false;
    const auto targets = make_targets(tree.read(path).value_or(""));
    return is_among(name, targets);
  });
}

}  // namespace

std::string only_of_same_words(const std::vector<std::string>& names, std::string_view name) {
  const auto wanted = words_of_name(name);
  std::string found;
  for (const auto& one : names) {
    if (wanted.empty() || one == name || words_of_name(one) != wanted) continue;
    if (!found.empty() && found != one) return "";
    found = one;
  }
  return found;
}

std::vector<std::string> make_targets(std::string_view makefile) {
  const Lines lines(makefile);
  std::vector<std::string> targets;
  for (const auto& rule : make_rules(lines)) {
    const auto head = lines.line(rule.head);
    if (head.starts_with('.')) continue;
    for (const auto target : split(head.substr(0, head.find(':')), ' ')) {
      if (!target.empty() && !contains(target, "%") && !contains(target, "$")) targets.emplace_back(target);
    }
  }
  return targets;
}

void rename_make_calls(Draft& draft, const Tree& tree, const std::vector<std::string>& targets, const std::string& name,
                       const std::string& to) {
  const Renamed renamed{targets, name, to};
  const bool is_known_elsewhere = others_have(tree, top_makefile(tree), name);
  for (const auto& path : tree.list()) {
    const bool is_asked = speaks_of_make(path) && !has_own_makefile(tree, path);
    const auto text = is_asked ? draft.read(path) : std::nullopt;
    if (!text || text->size() > source_bytes_max || !contains(*text, name)) continue;
    const Lines lines(*text);
    const auto folders = run_folders(path, *text);
    std::vector<Edit> edits;
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto folder = folders[number];
      const bool is_here = folder == RunFolder::top || (folder == RunFolder::unsaid && !is_known_elsewhere);
      if (is_here) add_calls(lines.line(number), lines.begin(number), renamed, edits);
    }
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
}

}  // namespace regreen
