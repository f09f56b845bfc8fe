// pytest.move-plugins: `pytest_plugins` in the conftest.py of a subfolder, which pytest takes from the top one alone.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/import.h"
#include "mend/python/language/source.h"
#include "mend/text/string_list.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t lines_below_max = 5;  // of the message: the file, and pytest's rootdir

/// `pytest_plugins = …` at the top of a file: one string, or a list of them.
struct PluginList {
  PyStatement statement;
  std::size_t value = 0;  ///< offset of its value
  std::size_t value_end = 0;
  std::vector<std::string> names;
  bool is_list = false;
};

std::optional<PluginList> plugins_in(const PythonSource& source) {
  for (const auto& one : source.statements()) {
    if (one.indent != 0 || !source.is(one.first, "pytest_plugins") || !source.is(one.first + 1, "=")) continue;
    if (one.last < one.first + 3) return std::nullopt;
    const auto& begin = source.tokens()[one.first + 2];
    const auto end = end_of(source.tokens()[one.last - 1]);
    PluginList list{one, begin.offset, end, {}, false};
    const auto text = source.text(begin);
    if (begin.kind == PyKind::string && one.last == one.first + 3) {
      const auto name = std::string(text.substr(1, text.size() - 2));
      if (!is_module_name(name)) return std::nullopt;
      list.names.push_back(name);
      return list;
    }
    if (text != "[" && text != "(") return std::nullopt;
    const auto strings = read_string_list(source.text(), begin.offset);
    if (!strings || strings->close + 1 != end) return std::nullopt;
    for (const auto& item : strings->items) {
      if (!is_module_name(item.value)) return std::nullopt;
      list.names.push_back(item.value);
    }
    list.is_list = true;
    return list;
  }
  return std::nullopt;
}

// The text without the statement. Blank lines at an end of the file go with it, and of those on both sides of it the fewer.
std::string without(const PythonSource& source, const PyStatement& one) {
  const auto front = source.text().substr(0, one.begin), rest = source.text().substr(one.end);
  const auto last = front.find_last_not_of(" \t\r\n"), first = rest.find_first_not_of(" \t\r\n");
  const auto kept = front.substr(0, last == npos ? 0 : front.find('\n', last) + 1);
  if (first == npos) return std::string(kept);
  const auto below = rest.substr(0, rest.substr(0, first).rfind('\n') + 1), above = front.substr(kept.size());
  const bool is_more_above = std::ranges::count(above, '\n') > std::ranges::count(below, '\n');
  const auto blank = kept.empty() ? std::string_view() : is_more_above ? above : below;
  return std::string(kept) + std::string(blank) + std::string(rest.substr(below.size()));
}

// One name more in what a conftest.py declares already.
bool join(const std::string& file, const std::string& name, Draft& draft) {
  const auto text = *draft.read(file);
  const auto known = plugins_in(PythonSource(text));
  if (!known) return false;
  if (is_among(name, known->names)) return true;
  if (!known->is_list) {
    const auto alone = text.substr(known->value, known->value_end - known->value);
    return draft.edit(file, {{known->value, alone.size(), "[" + alone + ", \"" + name + "\"]"}});
  }
  return draft.edit(file, insert_string(text, *read_string_list(text, known->value), name));
}

// The statement joined to what a conftest.py declares, or put below its imports.
bool declare(const std::string& file, const PluginList& plugins, std::string statement, Draft& draft) {
  const auto text = draft.read(file).value_or("");
  if (contains(text, "pytest_plugins"))
    return std::ranges::all_of(plugins.names, [&](const auto& name) { return join(file, name, draft); });
  const PythonSource source(text);
  const std::string end(line_end(text));
  if (!statement.ends_with('\n')) statement += end;
  if (text.empty()) return draft.write(file, std::move(statement));
  const auto imports = top_imports(source);
  if (!imports.empty()) return draft.edit(file, {{imports.back().statement.end, 0, end + statement}});
  const auto& statements = source.statements();
  const bool has_docstring = !statements.empty() && statements[0].last == statements[0].first + 1 &&
                             source.tokens()[statements[0].first].kind == PyKind::string;
  if (has_docstring) return draft.edit(file, {{statements[0].end, 0, end + statement}});
  return draft.edit(file, {{0, 0, statement + (statements.empty() ? "" : end + end)}});
}

/// Where the log says that plugins are declared, and the folder of the tree from which pytest starts.
struct Said {
  std::string file, root;
};

// The folder of the tree that is printed as `root`, where `file` is printed as `printed`; the tree's own top where pytest names
// none; nothing where they do not fit.
std::optional<std::string> root_in_tree(std::string_view file, std::string_view printed, std::string_view root) {
  if (!printed.ends_with("/" + std::string(file))) return std::nullopt;
  if (!printed.starts_with(std::string(root) + "/")) return "";
  const auto below = printed.size() - root.size() - 1;
  if (below > file.size()) return std::nullopt;
  return std::string(file.substr(0, file.size() - std::min(file.size(), below + 1)));
}

std::optional<Said> said(const Tree& tree, const Occurrence& occurrence) {
  std::optional<std::string> file;
  std::string_view printed;
  for (std::size_t i = 0; i < std::min(lines_below_max, occurrence.after.size()); ++i) {
    auto line = trim(occurrence.after[i]);
    if (line.starts_with("E ")) line = trim(line.substr(2));
    if (!file && line.ends_with("conftest.py")) {
      file = find_file(tree, line);
      printed = line;
      if (!file) return std::nullopt;
    } else if (file && !line.ends_with(':')) {
      const auto root = root_in_tree(*file, printed, line);
      return root ? std::optional(Said{*file, *root}) : std::nullopt;
    }
  }
  return std::nullopt;
}

// The conftest.py files that pytest may take for the top one: that of its root, if it is there, else the highest above the file,
// or a new one in the root.
std::vector<std::string> homes_of(const Tree& tree, const Said& where) {
  const auto top = path_in(where.root, "conftest.py");
  if (top == where.file) return {};
  std::string highest;
  for (auto folder = folder_of(where.file); folder.size() > where.root.size();) {
    folder = folder_of(folder);
    if (tree.has(path_in(folder, "conftest.py"))) highest = path_in(folder, "conftest.py");
  }
  if (highest.empty() || highest == top) return {top};
  return {highest, top};
}

std::vector<Patch> moved_to(const Patient& patient, const Said& where, const std::string& home) {
  Draft draft(patient.tree);
  const auto text = draft.read(where.file);
  if (!text) return {};
  const PythonSource source(*text);
  const auto plugins = plugins_in(source);
  if (!plugins || plugins->names.empty()) return {};
  const auto& one = plugins->statement;
  if (!declare(home, *plugins, text->substr(one.begin, one.end - one.begin), draft)) return {};
  const auto rest = without(source, one);
  draft.write(where.file, rest);
  auto patches = draft.patches();
  if (rest.empty() && !patches.empty()) {  // nothing is left of the file
    Patch patch;
    for (auto change : patches[0].changes) {
      if (change.path == where.file) change.after = std::nullopt;
      patch.put(std::move(change));
    }
    patches[0] = std::move(patch);
  }
  return patches;
}

}  // namespace

std::vector<Patch> move_pytest_plugins(const Patient& patient) {
  std::vector<Patch> patches;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto where = said(patient.tree, occurrence);
    if (!where) continue;
    for (const auto& home : homes_of(patient.tree, *where)) {
      for (auto& patch : moved_to(patient, *where, home)) patches.push_back(std::move(patch));
    }
    break;  // pytest names one file at a time
  }
  return patches;
}

}  // namespace regreen
