// go.use-external-test: a test inside of a package imports what imports the package itself, which Go does not allow.
//
//   package example.org/shelf/store
//           imports example.org/shelf/testkit: import cycle not allowed in test
//
// Such a test belongs into the package store_test of the same folder, which may import both; it speaks of the package by
// `import . "example.org/shelf/store"` where it names something of it, as Go's own code review comments advise for
// exactly this. A test that needs what the package does not export, or what another test declares, stays as it is.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

using Names = std::set<std::string>;

// The package that does not build, and all that stand in the circle.
struct Cycle {
  std::string package;
  std::set<std::string> imported;
};

// "imports example.org/a from a_test.go: import cycle not allowed in test" → "example.org/a"
std::string word_of(std::string_view line, std::string_view front) {
  line = trim(line);
  if (!line.starts_with(front)) return "";
  const auto rest = line.substr(front.size());
  return std::string(rest.substr(0, rest.find_first_of(" :\r")));
}

Cycle cycle_of(const Occurrence& occurrence) {
  Cycle cycle;
  std::vector<std::string> lines = {occurrence.at.text};
  lines.insert(lines.end(), occurrence.before.rbegin(), occurrence.before.rend());
  for (const auto& line : lines) {
    if (cycle.package = word_of(line, "package "); !cycle.package.empty()) break;
    const auto imported = word_of(line, "imports ");
    if (imported.empty()) break;
    cycle.imported.insert(imported);
  }
  cycle.imported.erase(cycle.package);
  return cycle;
}

// The folder of a package of the project.
std::optional<std::string> folder_of_package(const Tree& tree, const std::string& package) {
  std::optional<std::string> folder;
  std::size_t longest = 0;
  for (const auto& path : tree.list()) {
    if (name_of(path) != "go.mod") continue;
    const auto module = go_module_of(tree.read(path).value_or(""));
    const bool inside = package == module || package.starts_with(module + "/");
    if (module.size() <= longest || !inside) continue;
    longest = module.size();
    const auto rest = package == module ? "" : package.substr(module.size() + 1);
    folder = rest.empty() ? std::string(folder_of(path)) : path_in(folder_of(path), rest);
  }
  return folder;
}

// A Go file of the folder.
struct Source {
  std::string path, text, code, package;
  Names declares, words;  // words: those that do not stand behind a dot
  Names members;          // words behind a dot
};

Source source_of(const std::string& path, std::string text) {
  Source source{path, std::move(text), "", "", {}, {}, {}};
  source.code = code_only(source.text, Speech::go);
  source.declares = go_declared_in(source.code);
  source.package = go_package_of(source.code);
  const std::string_view code = source.code;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const auto word = word_at(code, at);
    if (word.empty()) continue;
    (at > 0 && code[at - 1] == '.' ? source.members : source.words).emplace(word);
    at += word.size();
  }
  return source;
}

// The offset of the quote that opens the import of a path; npos where it is not imported.
std::size_t import_of(const Source& source, const std::string& path) {
  const auto quoted = "\"" + path + "\"";
  auto at = source.text.find(quoted);
  if (at == npos) return npos;
  const Lines lines(source.text);
  for (; at != npos; at = source.text.find(quoted, at + 1)) {
    const auto line = trim(lines.line(lines.number_at(at)));
    if (source.code[at] == '"' && (line.starts_with("import ") || line.ends_with(quoted))) return at;
  }
  return npos;
}

// Is a name of the test's own: `name := `, `name, err := `, `var name`, a parameter or a field?
bool declares_itself(const Source& test, const std::string& name) {
  const std::string_view code = test.code;
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
    const auto rest = code.substr(at + name.size());
    const auto line = rest.substr(0, rest.find('\n'));
    const auto sign = line.find(":=");
    const bool short_form = sign != npos && line.substr(0, sign).find_first_of("({[.=") == npos;
    const bool is_typed =
        line.size() > 1 && line[0] == ' ' && (is_word_byte(line[1]) || contains("*[", line.substr(1, 1)));
    return short_form || is_typed || test.declares.contains(name);
  });
}

// May the test stand outside of its package? `inside` are the files that stay there, `outside` those that are not.
bool may_leave(const Source& test, const std::vector<Source>& inside, const std::vector<Source>& outside) {
  for (const auto& other : inside) {
    const bool is_test = other.path.ends_with("_test.go");
    for (const auto& name : other.declares) {
      if (!is_exported(name) && test.words.contains(name) && !declares_itself(test, name)) return false;
    }
    for (const auto& name : test.declares) {
      if (is_test && other.words.contains(name) && !other.declares.contains(name)) return false;
    }
    for (const auto& name : test.members) {
      if (!is_exported(name) && (other.words.contains(name) || other.members.contains(name)) &&
          !declares_itself(test, name))
        return false;
    }
  }
  return std::ranges::none_of(outside, [&](const Source& other) {
    return std::ranges::any_of(test.declares, [&](const auto& name) { return other.declares.contains(name); });
  });
}

// `. "example.org/shelf/store"` among the imports that stand with the one at `at`, in order.
Edit dot_import(const Source& test, const std::string& package, std::size_t at) {
  const Lines lines(test.text);
  const std::string end(line_end(test.text));
  auto number = lines.number_at(at);
  const auto path_on = [&](std::size_t line) { return between(lines.line(line), "\"", "\""); };
  if (trim(lines.line(number)).starts_with("import "))
    return {lines.begin(number), 0, "import . \"" + package + "\"" + end};
  while (path_on(number) < package && !path_on(number).empty()) ++number;
  while (!path_on(number - 1).empty() && path_on(number - 1) > package) --number;
  return {lines.begin(number), 0, "\t. \"" + package + "\"" + end};
}

std::vector<Edit> edits_of(const Source& test, const std::string& package, std::size_t imported,
                           const std::vector<Source>& inside) {
  const auto at = test.code.find(test.package, test.code.find("package ") + 8);
  std::vector<Edit> edits = {{at + test.package.size(), 0, "_test"}};
  const bool names_it = std::ranges::any_of(inside, [&](const Source& other) {
    return std::ranges::any_of(other.declares, [&](const auto& name) {
      return is_exported(name) && test.words.contains(name) && !test.declares.contains(name);
    });
  });
  if (names_it) edits.push_back(dot_import(test, package, imported));
  return edits;
}

void mend_cycle(Draft& draft, const Tree& tree, const Cycle& cycle) {
  const auto folder = folder_of_package(tree, cycle.package);
  if (!folder) return;
  std::vector<Source> inside, outside;
  std::vector<std::pair<Source, std::size_t>> leaving;  // and where it imports what is in the circle
  for (const auto& path : tree.list()) {
    if (folder_of(path) != *folder || !path.ends_with(".go")) continue;
    auto source = source_of(path, draft.read(path).value_or(""));
    const bool is_test = path.ends_with("_test.go");
    const bool is_outside = is_test && source.package.ends_with("_test");
    std::size_t imported = npos;
    for (const auto& other : cycle.imported) imported = std::min(imported, import_of(source, other));
    if (is_outside)
      outside.push_back(std::move(source));
    else if (is_test && imported != npos)
      leaving.emplace_back(std::move(source), imported);
    else
      inside.push_back(std::move(source));
  }
  for (const auto& [test, imported] : leaving) {
    if (test.package.empty() || test.package == "main" || !may_leave(test, inside, outside)) return;
  }
  for (const auto& [test, imported] : leaving) draft.edit(test.path, edits_of(test, cycle.package, imported, inside));
}

}  // namespace

std::vector<Patch> use_external_go_test(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto cycle = cycle_of(occurrence);
    if (!cycle.package.empty()) mend_cycle(draft, patient.tree, cycle);
  }
  return draft.patches();
}

}  // namespace regreen
