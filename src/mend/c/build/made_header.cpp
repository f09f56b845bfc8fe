// make.wait-for-header: a header that a rule of the Makefile writes is included by what does not wait for it.
//
//   src/lookup.c:5:10: fatal error: codes.h: No such file or directory
//   make: *** [Makefile:12: build/lookup.o] Error 1
//
// What failed gets the header as a prerequisite, and so do the objects that the same pattern makes of other sources which include
// it: they only came late enough. A target of CMake waits for the one that has the header written. Which Makefile is meant, its name
// and the line of the rule say.

#include "base/text.h"
#include "mend/c/build/cmake_wait.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::size_t name_bytes_max = 4096;  // of a file, with its variables
constexpr std::size_t names_max = 10'000;     // in the heads of all rules of a Makefile

/// A name of a file as the Makefile writes it, and with its variables put in.
struct Name {
  std::string written, plain;
};

/// A rule whose head is of one line: `build/%.o: src/%.c | build`, and the recipe below.
struct Rule {
  std::vector<Name> targets, needs;
  std::string recipe;
  MakeRule lines;
};

using Variables = std::map<std::string, std::string, std::less<>>;

constexpr int expansions_max = 100;  // of variables in a name, and in one another

// What the variables of a Makefile are set to, each once in one line.
Variables variables_in(const Lines& lines) {
  Variables values;
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

// `$(BUILD)/codes.h` → `build/codes.h`, `$(CODES)` → `build/codes.h`; as it is written where that is longer than a name.
std::string expanded(const std::string& written, const Variables& values) {
  std::string plain = written;
  int times = 0;
  for (auto at = plain.find('$'); at != npos;) {
    const auto rest = std::string_view(plain).substr(at);
    const bool is_variable = rest.starts_with("$(") || rest.starts_with("${");
    const auto close = is_variable ? rest.find(rest[1] == '(' ? ')' : '}') : npos;
    const auto value = close != npos ? values.find(rest.substr(2, close - 2)) : values.end();
    const bool is_known = value != values.end() && !value->second.empty();
    if (is_known) plain.replace(at, close + 1, value->second);
    if (plain.size() > name_bytes_max || ++times > expansions_max) return written;
    at = plain.find('$', is_known ? at : at + 1);
  }
  return plain;
}

// No more than so many of them.
std::vector<Name> names_in(std::string_view line, const Variables& values, std::size_t most) {
  std::vector<Name> names;
  const auto spaced = replace_all(std::string(line), "\t", " ");
  for (const auto word : split(spaced, ' ')) {
    const auto plain = expanded(std::string(word), values);
    for (const auto one : split(plain, ' ')) {  // `$(HEADERS)` may be several
      if (names.size() >= most) return names;
      if (!one.empty()) names.push_back({std::string(word), std::string(one)});
    }
  }
  return names;
}

// None of a Makefile with more names than people write.
std::vector<Rule> rules_in(const Lines& lines, const Variables& values) {
  std::vector<Rule> rules;
  std::size_t left = names_max;
  for (const auto& rule : make_rules(lines)) {
    const auto head = lines.line(rule.head);
    const auto colon = head.find(':');
    if (head.ends_with('\\')) continue;
    std::string recipe;
    for (auto number = rule.head + 1; number <= rule.last; ++number) recipe += std::string(lines.line(number)) + "\n";
    auto targets = names_in(head.substr(0, colon), values, left);
    auto needs = names_in(head.substr(colon + 1), values, left);
    if (targets.size() + needs.size() >= left) return {};
    left -= targets.size() + needs.size();
    rules.push_back({std::move(targets), std::move(needs), std::move(recipe), rule});
  }
  return rules;
}

// What make could not make, and where it says so; no target where it is none that one could name.
FailedLink failed_target(const Occurrence& occurrence) {
  FailedLink failed;
  for (const auto& line : occurrence.after) {
    if (contains(line, "*** [")) note_target(line, failed);
  }
  if (failed.target.find_first_of(" $%") != npos || failed.target.starts_with('/')) failed.target.clear();
  return failed;
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
  Variables values;
  std::vector<Rule> rules;

  explicit Makefile(std::string_view text) : lines(text), values(variables_in(lines)), rules(rules_in(lines, values)) {}

  // The rule that writes the header, with a recipe; none where several do.
  const Rule* writer_of(std::string_view header, Name& target) const {
    const Rule* found = nullptr;
    for (const auto& rule : rules) {
      for (const auto& one : rule.targets) {
        const bool is_it = one.plain == header || one.plain.ends_with("/" + std::string(header));
        if (!is_it || contains(one.plain, "%") || rule.recipe.empty()) continue;
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
        if (one.plain == file) return &rule;
        if (by_pattern == nullptr && stem_in(one.plain, file)) by_pattern = &rule;
      }
    }
    return by_pattern;
  }

  bool waits(std::string_view file, const Name& header) const {
    return std::ranges::any_of(rules, [&](const Rule& rule) {
      return std::ranges::any_of(rule.targets, [&](const auto& one) { return one.plain == file; }) &&
             std::ranges::any_of(rule.needs, [&](const auto& one) { return one.plain == header.plain; });
    });
  }
};

// What the pattern that made `file` makes of all sources that include the header.
std::set<std::string> others_of(const Tree& tree, const Rule& rule, const std::string& header) {
  std::set<std::string> files;
  const auto& pattern = rule.targets[0].plain;
  if (!contains(pattern, "%") || rule.needs.empty()) return files;
  for (const auto& path : tree.list()) {
    const auto stem = is_c_family_source(path) ? stem_in(rule.needs[0].plain, path) : std::nullopt;
    if (stem && includes(tree.read(path).value_or(""), "\"" + header + "\""))
      files.insert(replace_all(pattern, "%", *stem));
  }
  return files;
}

// A name of a file as the Makefile writes it: by the pattern that makes it, else below the folder of the header.
std::string written_as(const std::string& file, const Rule* maker, const Name& header) {
  for (const auto& one : maker != nullptr ? maker->targets : std::vector<Name>()) {
    const auto stem = stem_in(one.plain, file);
    if (stem && one.plain != one.written && stem_in(one.written, replace_all(one.written, "%", *stem)) == stem)
      return replace_all(one.written, "%", *stem);
  }
  const std::string folder(folder_of(header.written)), plain(folder_of(header.plain));
  return folder != plain && file.starts_with(plain + "/") ? folder + file.substr(plain.size()) : file;
}

std::optional<Edit> waiting(const Tree& tree, std::string_view text, const std::string& header,
                            const FailedLink& said) {
  const Makefile makefile(text);
  const auto& failed = said.target;
  Name target;
  const auto* writer = makefile.writer_of(header, target);
  const auto* maker = makefile.maker_of(failed);
  const bool is_said = maker != nullptr && said.line >= maker->lines.head && said.line <= maker->lines.last;
  if (said.line != 0 && !is_said) return std::nullopt;
  const auto takes_all = [](const std::string& recipe) { return contains(recipe, "$^") || contains(recipe, "$+"); };
  if (writer == nullptr || writer == maker || (maker != nullptr && takes_all(maker->recipe))) return std::nullopt;
  if (makefile.waits(failed, target)) return std::nullopt;
  std::set<std::string> files = {failed};
  if (maker != nullptr) files.merge(others_of(tree, *maker, header));
  std::string line;
  for (const auto& file : files) {
    if (!makefile.waits(file, target)) line += (line.empty() ? "" : " ") + written_as(file, maker, target);
  }
  const std::string end(line_end(text));
  const auto at = makefile.lines.begin(writer->lines.last + 1);
  return Edit{at, 0, (text.substr(0, at).ends_with('\n') ? "" : end) + end + line + ": " + target.written + end};
}

// The only Makefile that the log can mean, and what is added to it; nothing where several could be meant.
std::optional<std::pair<std::string, Edit>> only_waiting(const Draft& draft, const Tree& tree,
                                                         const std::string& header, const FailedLink& failed) {
  std::optional<std::pair<std::string, Edit>> found;
  for (const auto& path : tree.list()) {
    const bool is_said = failed.makefile.empty() ? is_makefile(path) : name_of(path) == name_of(failed.makefile);
    const auto text = is_said && !is_foreign(path) ? draft.read(path) : std::nullopt;
    const auto edit = text && text->size() <= source_bytes_max ? waiting(tree, *text, header, failed) : std::nullopt;
    if (edit && found) return std::nullopt;
    if (edit) found.emplace(path, *edit);
  }
  return found;
}

}  // namespace

std::vector<Patch> wait_for_made_header(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string header(capture(occurrence, "path"));
    const auto failed = failed_target(occurrence);
    if (header.empty()) continue;
    wait_in_cmake(patient, occurrence, header, draft);
    if (failed.target.empty()) continue;
    if (const auto found = only_waiting(draft, patient.tree, header, failed)) draft.edit(found->first, {found->second});
  }
  return draft.patches();
}

}  // namespace regreen
