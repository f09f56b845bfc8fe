// make.wait-for-header: a header that a rule of the Makefile writes is included by what does not wait for it.
//
//   src/lookup.c:5:10: fatal error: codes.h: No such file or directory
//   make: *** [Makefile:12: build/lookup.o] Error 1
//
// What failed gets the header as a prerequisite, and so do the objects that the same pattern makes of other sources which include
// it: they only came late enough.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A rule of a Makefile, of one line: `build/%.o: src/%.c | build`, and the recipe below.
struct Rule {
  std::vector<std::string> targets, needs;
  std::string recipe;
  std::size_t last_line = 0;
};

std::vector<std::string> words_of_line(std::string_view line) {
  std::vector<std::string> words;
  const auto plain = replace_all(std::string(line), "\t", " ");
  for (const auto word : split(plain, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

std::vector<Rule> rules_in(const Lines& lines) {
  std::vector<Rule> rules;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (line.starts_with('\t')) {
      if (!rules.empty() && rules.back().last_line + 1 == number) {
        rules.back().recipe += std::string(line) + "\n";
        rules.back().last_line = number;
      }
      continue;
    }
    const auto colon = line.find(':');
    const bool is_rule = colon != npos && colon > 0 && line[0] != '#' && line[0] != ' ' && colon < line.find('=');
    if (!is_rule || line.ends_with('\\')) continue;
    rules.push_back({words_of_line(line.substr(0, colon)), words_of_line(line.substr(colon + 1)), "", number});
  }
  return rules;
}

// What the variables of a Makefile are set to, each once in one line.
std::map<std::string, std::string> variables_in(const Lines& lines) {
  std::map<std::string, std::string> values;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto sign = line.find('=');
    if (sign == npos || line.starts_with('\t')) continue;
    auto name = line.substr(0, sign);
    while (name.ends_with(':') || name.ends_with('?')) name.remove_suffix(1);
    const std::string key(trim(name)), value(trim(line.substr(sign + 1)));
    if (!key.empty() && key.find_first_of(" $+!:") == npos) values[key] = values.contains(key) ? "" : value;
  }
  return values;
}

// `$(BUILD)/codes.h` → `build/codes.h`
std::string expanded(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values) {
    if (value.empty() || contains(value, "$")) continue;
    text = replace_all(std::move(text), "$(" + name + ")", value);
    text = replace_all(std::move(text), "${" + name + "}", value);
  }
  return text;
}

// What make could not make: "make[1]: *** [Makefile:12: build/lookup.o] Error 1"
std::string target_said(const Occurrence& occurrence) {
  for (const auto& line : occurrence.after) {
    if (!contains(line, "*** [")) continue;
    auto said = between(line, "*** [", "]");
    if (const auto colon = said.rfind(": "); colon != npos) said = said.substr(colon + 2);
    return said.find_first_of(" $%") == npos ? std::string(said) : "";
  }
  return "";
}

// The stem of a name that a pattern makes: "lookup" of `build/%.o` and build/lookup.o.
std::optional<std::string> stem_in(std::string_view pattern, std::string_view name) {
  const auto mark = pattern.find('%');
  if (mark == npos) return std::nullopt;
  const auto front = pattern.substr(0, mark), end = pattern.substr(mark + 1);
  if (name.size() <= front.size() + end.size() || !name.starts_with(front) || !name.ends_with(end)) return std::nullopt;
  return std::string(name.substr(front.size(), name.size() - front.size() - end.size()));
}

/// A Makefile with its variables.
struct Makefile {
  Lines lines;
  std::vector<Rule> rules;
  std::map<std::string, std::string> values;

  explicit Makefile(std::string_view text) : lines(text), rules(rules_in(lines)), values(variables_in(lines)) {}

  std::string plain(const std::string& word) const { return expanded(word, values); }

  // The rule that writes the header, with a recipe; none where several do.
  const Rule* writer_of(std::string_view header, std::string& target) const {
    const Rule* found = nullptr;
    for (const auto& rule : rules) {
      for (const auto& one : rule.targets) {
        const auto name = plain(one);
        const bool is_it = name == header || name.ends_with("/" + std::string(header));
        if (!is_it || contains(name, "%") || rule.recipe.empty()) continue;
        if (found != nullptr) return nullptr;
        found = &rule;
        target = one;
      }
    }
    return found;
  }

  // The rule that makes a file, by its name or by a pattern.
  const Rule* maker_of(std::string_view file) const {
    const Rule* by_pattern = nullptr;
    for (const auto& rule : rules) {
      for (const auto& one : rule.targets) {
        if (rule.recipe.empty()) continue;
        if (plain(one) == file) return &rule;
        if (by_pattern == nullptr && stem_in(plain(one), file)) by_pattern = &rule;
      }
    }
    return by_pattern;
  }

  bool waits(std::string_view file, const std::string& header) const {
    return std::ranges::any_of(rules, [&](const Rule& rule) {
      return std::ranges::any_of(rule.targets, [&](const auto& one) { return plain(one) == file; }) &&
             std::ranges::any_of(rule.needs, [&](const auto& one) { return plain(one) == plain(header); });
    });
  }
};

// What the pattern that made `file` makes of all sources that include the header.
std::set<std::string> others_of(const Tree& tree, const Makefile& makefile, const Rule& rule,
                                const std::string& header) {
  std::set<std::string> files;
  const auto pattern = makefile.plain(rule.targets[0]);
  if (!contains(pattern, "%") || rule.needs.empty()) return files;
  for (const auto& path : tree.list()) {
    const auto stem = is_c_family_source(path) ? stem_in(makefile.plain(rule.needs[0]), path) : std::nullopt;
    if (stem && includes(tree.read(path).value_or(""), "\"" + header + "\""))
      files.insert(replace_all(pattern, "%", *stem));
  }
  return files;
}

// A name of a file as the Makefile writes the folder of the header: below `$(BUILD)` where that is so.
std::string written_as(const std::string& file, const std::string& header, const Makefile& makefile) {
  const std::string folder(folder_of(header)), plain = makefile.plain(folder);
  return folder != plain && file.starts_with(plain + "/") ? folder + file.substr(plain.size()) : file;
}

std::optional<Edit> waiting(const Tree& tree, std::string_view text, const std::string& header,
                            const std::string& failed) {
  const Makefile makefile(text);
  std::string target;
  const auto* writer = makefile.writer_of(header, target);
  const auto* maker = makefile.maker_of(failed);
  const auto takes_all = [](const std::string& recipe) { return contains(recipe, "$^") || contains(recipe, "$+"); };
  if (writer == nullptr || writer == maker || (maker != nullptr && takes_all(maker->recipe))) return std::nullopt;
  if (makefile.waits(failed, target)) return std::nullopt;
  std::set<std::string> files = {failed};
  if (maker != nullptr) files.merge(others_of(tree, makefile, *maker, header));
  std::string line;
  for (const auto& file : files) {
    if (!makefile.waits(file, target)) line += (line.empty() ? "" : " ") + written_as(file, target, makefile);
  }
  const std::string end(line_end(text));
  const auto at = makefile.lines.begin(writer->last_line + 1);
  return Edit{at, 0, (text.substr(0, at).ends_with('\n') ? "" : end) + end + line + ": " + target + end};
}

}  // namespace

std::vector<Patch> wait_for_made_header(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string header(capture(occurrence, "path"));
    const auto failed = target_said(occurrence);
    if (header.empty() || failed.empty() || failed.starts_with('/')) continue;
    for (const auto& path : patient.tree.list()) {
      const auto text = is_makefile(path) ? draft.read(path) : std::nullopt;
      const auto edit = text ? waiting(patient.tree, *text, header, failed) : std::nullopt;
      if (edit) draft.edit(path, {*edit});
    }
  }
  return draft.patches();
}

}  // namespace regreen
