#include "mend/c/make_calls.h"

#include "base/text.h"
#include "base/words.h"
#include "mend/kind.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_of_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || contains("-_./%$", std::string_view(&c, 1));
}

// Do words end in a call of make to which a further target can be added: "cd lib && $(MAKE) -j 4 lint "?
bool ends_in_call(std::string_view words, const std::vector<std::string>& targets) {
  static constexpr auto names = std::to_array<std::string_view>({"make", "gmake", "$(MAKE)", "${MAKE}"});
  const auto all = split(words, ' ');
  for (auto word = all.rbegin(); word != all.rend(); ++word) {
    const auto bare = trim(*word);
    if (std::ranges::find(names, bare) != names.end()) return true;
    const bool is_number = line_number(bare).has_value();
    const bool is_target = std::ranges::find(targets, bare) != targets.end();
    if (!bare.empty() && !is_number && !is_target && !bare.starts_with('-') && !contains(bare, "=")) return false;
  }
  return false;
}

/// A target that is called by another name.
struct Renamed {
  const std::vector<std::string>& targets;
  const std::string &name, &to;
};

// The name as an argument of make on a line.
void add_calls(std::string_view line, std::size_t offset, const Renamed& renamed, std::vector<Edit>& edits) {
  const auto& name = renamed.name;
  for (auto at = line.find(name); at != npos; at = line.find(name, at + 1)) {
    const auto behind = line.substr(at + name.size());
    const bool ends_sentence = behind.starts_with(". ") || behind == ".";
    const bool is_whole =
        (at == 0 || !is_of_name(line[at - 1])) && (behind.empty() || !is_of_name(behind[0]) || ends_sentence);
    const auto sign = line.substr(0, at).find_last_of("`;&|\"'#@:");
    const auto begin = sign == npos ? 0 : sign + 1;
    if (is_whole && ends_in_call(line.substr(begin, at - begin), renamed.targets))
      edits.push_back({offset + at, name.size(), renamed.to});
  }
}

// What a change of the pipelines of others asks for a person, and what is told of the past, stays.
bool speaks_of_make(std::string_view path) {
  const auto name = lower(name_of(path));
  const bool is_past = name.starts_with("changelog") || name.starts_with("changes") || name.starts_with("news");
  const bool is_pipeline =
      name == ".gitlab-ci.yml" || path.starts_with(".circleci/") || name == ".pre-commit-config.yaml";
  if (is_vendored(path) || is_past || is_pipeline) return false;
  return calls_tools(path) || name.ends_with(".md") || name.ends_with(".rst") || name.ends_with(".adoc");
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
  std::vector<std::string> targets;
  for (const auto line : split_lines(makefile)) {
    const auto colon = line.find(':');
    if (line.empty() || contains(" \t#.", line.substr(0, 1)) || colon == npos || colon > line.find('=')) continue;
    for (const auto target : split(line.substr(0, colon), ' ')) {
      if (!target.empty() && !contains(target, "%") && !contains(target, "$")) targets.emplace_back(target);
    }
  }
  return targets;
}

void rename_make_calls(Draft& draft, const Tree& tree, const std::vector<std::string>& targets, const std::string& name,
                       const std::string& to) {
  const Renamed renamed{targets, name, to};
  for (const auto& path : tree.list()) {
    const auto text = speaks_of_make(path) ? draft.read(path) : std::nullopt;
    if (!text || !contains(*text, name)) continue;
    std::vector<Edit> edits;
    std::size_t offset = 0;
    for (const auto line : split(*text, '\n')) {
      add_calls(line, offset, renamed, edits);
      offset += line.size() + 1;
    }
    if (!edits.empty()) draft.edit(path, std::move(edits));
  }
}

}  // namespace regreen
