// make.use-bash: recipes that only bash understands. make.fix-target: prerequisites that are misspelt, targets called by the name that
// they had.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/make_calls.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/near_path.h"

#include <algorithm>

namespace regreen {
namespace {

// `name: …` at the front of a line, and no assignment.
bool is_rule(std::string_view line) {
  const auto colon = line.find(':');
  if (line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '#' || colon == std::string_view::npos)
    return false;
  return colon < line.find('=');
}

// The targets of a Makefile and the files of the tree: what a prerequisite can be.
std::vector<std::string> known_to(std::string_view makefile, const Tree& tree) {
  std::vector<std::string> names = tree.list();
  for (const auto& path : tree.list()) {  // and what the compiler makes of sources
    for (const std::string_view source : {".c", ".cc", ".cpp", ".cxx"}) {
      if (path.ends_with(source)) names.push_back(path.substr(0, path.size() - source.size()) + ".o");
    }
  }
  for (auto& target : make_targets(makefile)) names.push_back(std::move(target));
  return names;
}

// What a file is built from is no slip of its name.
std::vector<std::string> possible(std::vector<std::string> names, const std::string& wrong) {
  std::erase_if(names, [&](const std::string& name) { return is_c_family(name) && wrong.ends_with(".o"); });
  return names;
}

// Those of the same folder and kind.
std::vector<std::string> alike(std::vector<std::string> names, const std::string& wrong) {
  const auto ending = [](std::string_view name) { return name.substr(std::min(name.rfind('.'), name.size())); };
  std::erase_if(names, [&](const std::string& name) {
    return folder_of(name) != folder_of(wrong) || ending(name) != ending(wrong);
  });
  return names;
}

// The only file of the name, in another folder.
std::string only_moved(const Tree& tree, const std::string& wrong) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != name_of(wrong) || path == wrong || !may_stand_for(path, wrong)) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

bool share_a_word(std::string_view a, std::string_view b) {
  const std::string left = replace_all(std::string(a), "-", "_"), right = replace_all(std::string(b), "-", "_");
  const auto words = split(right, '_');
  return std::ranges::any_of(split(left, '_'),
                             [&](std::string_view word) { return word.size() > 2 && is_among(word, words); });
}

// The object of the only source beside the missing one that the Makefile does not speak of: what was renamed.
std::string only_unlisted(const Tree& tree, std::string_view makefile, const std::string& wrong) {
  const auto dot = wrong.rfind('.');
  const auto ending = dot == std::string::npos ? "" : wrong.substr(dot);
  std::string found;
  for (const auto& path : tree.list()) {
    const auto stem = path.substr(0, path.rfind('.'));
    if (!is_c_family_source(path) || folder_of(path) != folder_of(wrong) || (ending != ".o" && !path.ends_with(ending)))
      continue;
    if (contains(makefile, std::string(name_of(stem)) + ".")) continue;
    if (!found.empty()) return "";
    found = stem + ending;
  }
  const auto stem = [](std::string_view path) { return name_of(path.substr(0, path.rfind('.'))); };
  return !found.empty() && !ending.empty() && share_a_word(stem(found), stem(wrong)) ? found : "";
}

// What a rule needs by a name that nothing has: a slip, what was moved, or renamed.
std::string meant_by(const Tree& tree, std::string_view makefile, const std::string& wrong) {
  auto today = only_near(possible(known_to(makefile, tree), wrong), wrong);
  if (today.empty()) today = only_near(alike(known_to(makefile, tree), wrong), wrong);
  if (today.empty()) today = only_moved(tree, wrong);
  if (today.empty()) today = only_unlisted(tree, makefile, wrong);
  return may_stand_for(today, wrong) ? today : "";
}

// `build/%.o: src/%.c include/app.h`: the source of build/route.o is src/route.c.
std::string source_by_rule(std::string_view makefile, std::string_view object) {
  for (const auto line : split_lines(makefile)) {
    if (!is_rule(line)) continue;
    const auto colon = line.find(':');
    const auto target = trim(line.substr(0, colon)), needs = trim(line.substr(colon + 1));
    const auto source = needs.substr(0, needs.find(' '));
    const auto sign = target.find('%');
    if (sign == std::string_view::npos || !contains(source, "%") || !is_c_family_source(source)) continue;
    const auto front = target.substr(0, sign), back = target.substr(sign + 1);
    if (object.size() <= front.size() + back.size() || !object.starts_with(front) || !object.ends_with(back)) continue;
    return replace_all(std::string(source), "%",
                       object.substr(front.size(), object.size() - front.size() - back.size()));
  }
  return "";
}

std::vector<Edit> renamed_prerequisites(std::string_view text, const std::string& wrong, const std::string& today) {
  std::vector<Edit> edits;
  for (auto at = text.find(wrong); at != std::string::npos; at = text.find(wrong, at + 1)) {
    const auto before = at == 0 ? ' ' : text[at - 1],
               after = at + wrong.size() < text.size() ? text[at + wrong.size()] : ' ';
    if (contains(" \t\n:=", std::string_view(&before, 1)) && contains(" \t\n:;", std::string_view(&after, 1)))
      edits.push_back({at, wrong.size(), today});
  }
  return edits;
}

// What recipes do with a target, in whatever folder, is not what rules need.
std::vector<Edit> outside_of_recipes(const Lines& lines, std::vector<Edit> edits) {
  std::erase_if(edits, [&](const Edit& edit) { return lines.line(lines.number_at(edit.offset)).starts_with('\t'); });
  return edits;
}

}  // namespace

std::vector<Patch> fix_make_target(const Patient& patient) {
  Draft draft(patient.tree);
  const auto makefile = top_makefile(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string needed(capture(occurrence, "path"));
    const std::string wrong(needed.empty() ? capture(occurrence, "symbol") : needed);
    const auto text = wrong.empty() ? std::nullopt : draft.read(makefile);
    if (!text) continue;
    const auto targets = make_targets(*text);
    auto today = needed.empty() ? "" : meant_by(patient.tree, *text, needed);
    const bool is_turned = today.empty();
    if (is_turned) today = only_of_same_words(targets, wrong);
    if (today.empty()) {
      const auto source = source_by_rule(*text, needed);
      if (source.empty() || patient.tree.has(source)) continue;
      const auto renamed = meant_by(patient.tree, *text, source);
      if (!patient.tree.has(renamed)) continue;
      draft.edit(makefile, renamed_prerequisites(*text, source, renamed));
      continue;
    }
    auto edits = renamed_prerequisites(*text, wrong, today);
    draft.edit(makefile, is_turned ? outside_of_recipes(Lines(*text), std::move(edits)) : std::move(edits));
    if (is_among(today, targets)) rename_make_calls(draft, patient.tree, targets, wrong, today);
  }
  return draft.patches();
}

// The rule that writes the file makes its folder first.
std::vector<Patch> make_target_folder(const Patient& patient) {
  Draft draft(patient.tree);
  const auto makefile = top_makefile(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string path(capture(occurrence, "path"));
    const auto text = path.empty() || folder_of(path).empty() ? std::nullopt : draft.read(makefile);
    if (!text) continue;
    const Lines lines(*text);
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto line = lines.line(number);
      const auto target = trim(line.substr(0, line.find(':')));
      const auto name = name_of(target);
      const bool pattern = name.starts_with('%') && path.ends_with(name.substr(1));
      const bool writes = is_rule(line) && contains(target, "/") && (name == name_of(path) || pattern);
      if (!writes || !lines.line(number + 1).starts_with('\t') || contains(lines.line(number + 1), "mkdir")) continue;
      draft.edit(makefile, {line_below(*text, lines.begin(number), "\t@mkdir -p $(@D)")});
      break;
    }
  }
  return draft.patches();
}

std::vector<Patch> use_bash_in_make(const Patient& patient) {
  Draft draft(patient.tree);
  const auto makefile = top_makefile(patient.tree);
  const auto text = draft.read(makefile);
  if (!text || text->starts_with("SHELL") || contains(*text, "\nSHELL")) return {};
  const std::string end(line_end(*text));
  draft.edit(makefile, {{0, 0, "SHELL := /bin/bash" + end + (is_rule(*text) ? end : "")}});
  return draft.patches();
}

}  // namespace regreen
