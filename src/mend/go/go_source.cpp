#include "mend/go/go_source.h"

#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_test_of(std::string_view path) { return path.ends_with("_test.go"); }

// The names in front of a declaration: `limit, size = 1, 2`.
void add_names(std::string_view line, std::set<std::string>& names) {
  for (auto name = word_at(line, 0); !name.empty(); name = word_at(line, 0)) {
    names.emplace(name);
    line = trim(line.substr(name.size()));
    if (!line.starts_with(',')) return;
    line = trim(line.substr(1));
  }
}

// The edits of one file. Those that come to a line that is edited already would say it twice, or something else.
struct GoEdits {
  std::vector<Edit> all;
  std::set<std::size_t> lines;

  void add(const Lines& text, std::vector<Edit> edits) {
    std::set<std::size_t> touched;
    for (const auto& edit : edits) touched.insert(text.number_at(edit.offset));
    const auto is_edited = [&](std::size_t line) { return lines.contains(line); };
    if (std::ranges::any_of(touched, is_edited)) return;
    lines.merge(touched);
    std::ranges::move(edits, std::back_inserter(all));
  }
};

}  // namespace

std::vector<Patch> mend_go_places(const Patient& patient,
                                  const std::function<std::vector<Edit>(const GoPlace&)>& mend) {
  std::map<std::string, GoEdits> files;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".go")) continue;
    const auto text = patient.tree.read(places[0].file);
    if (!text) continue;
    const auto code = code_only(*text, Speech::go);
    const Lines lines(*text);
    if (!lines.has(places[0].line)) continue;
    files[places[0].file].add(lines, mend({patient.tree, patient.rules, places[0].file, *text, code, lines,
                                           places[0].line, places[0].column, occurrence}));
  }
  Draft draft(patient.tree);
  for (auto& [file, edits] : files) {
    if (draft.edit(file, std::move(edits.all))) settle_go_imports(draft, file, patient.rules);
  }
  return draft.patches();
}

std::vector<std::string> go_list(std::string_view list) {
  const auto items = items_of(list, Speech::go);
  return {items.begin(), items.end()};
}

std::vector<std::string> go_results(std::string_view head) {
  const auto name = head.find("func");
  auto open = name == npos ? npos : head.find('(', name);
  if (open == npos) return {};
  if (head.substr(name, 6) == "func (") {  // the receiver
    const auto close = closing_bracket(head, open);
    open = close == npos ? npos : head.find('(', close);
    if (open == npos) return {};
  }
  const auto close = closing_bracket(head, open);
  if (close == npos) return {};
  auto rest = trim(head.substr(close + 1));
  if (rest.ends_with('{')) rest = trim(rest.substr(0, rest.size() - 1));
  if (rest.starts_with('(') && rest.ends_with(')')) rest = rest.substr(1, rest.size() - 2);
  std::vector<std::string> types;
  for (const auto& item : go_list(rest)) {
    const auto blank = item.find(' ');
    const bool named = blank != npos && is_identifier(std::string_view(item).substr(0, blank)) &&
                       !item.starts_with("func") && !item.starts_with("chan ");
    types.push_back(named ? item.substr(blank + 1) : item);
  }
  return types;
}

std::size_t go_function_at(const GoPlace& place) {
  auto depth = indentation(place.line()).size();
  for (auto number = place.number; number-- > 1;) {
    const auto line = place.lines.line(number);
    if (trim(line).empty() || indentation(line).size() >= depth) continue;
    depth = indentation(line).size();
    if (line.starts_with("func ")) return number;
    if (contains(line, "func(")) return contains(line, "*testing.") ? number : 0;
    if (depth == 0 && !line.starts_with(")")) return 0;
  }
  return 0;
}

std::string go_module_of(std::string_view manifest) {
  for (const auto line : split_lines(manifest)) {
    if (line.starts_with("module ")) return std::string(trim(line.substr(7, line.find("//", 7) - 7)));
  }
  return "";
}

std::string go_package_of(std::string_view text) {
  for (const auto line : split_lines(text)) {
    if (line.starts_with("package ")) return std::string(trim(line.substr(8, line.find("//") - 8)));
  }
  return "";
}

bool is_exported(std::string_view name) { return !name.empty() && name[0] >= 'A' && name[0] <= 'Z'; }

std::set<std::string> go_declared_in(std::string_view code) {
  std::set<std::string> names;
  bool grouped = false;
  for (auto line : split_lines(code)) {
    if (line.starts_with(')')) grouped = false;
    if (grouped && line.starts_with('\t')) add_names(line.substr(1), names);
    for (const std::string_view word : {"func ", "type ", "var ", "const "}) {
      if (!line.starts_with(word)) continue;
      line.remove_prefix(word.size());
      grouped = line.starts_with('(') && word != "func ";
      add_names(line, names);
      break;
    }
  }
  return names;
}

std::set<std::string> go_declared(const Tree& tree, std::string_view folder) {
  std::set<std::string> names;
  for (const auto& path : tree.list()) {
    if (folder_of(path) != folder || !path.ends_with(".go") || is_test_of(path)) continue;
    names.merge(go_declared_in(code_only(tree.read(path).value_or(""), Speech::go)));
  }
  return names;
}

std::string go_folder_of_import(const GoPlace& place, std::string_view name) {
  const auto module = go_module_of(place.tree.read("go.mod").value_or(""));
  if (module.empty()) return "";
  for (std::size_t number = 1; number <= place.lines.count(); ++number) {
    const auto line = trim(place.lines.line(number));
    const auto open = line.find("\"" + module + "/");
    const auto close = open == npos ? npos : line.find('"', open + 1);
    if (close == npos) continue;
    const auto path = line.substr(open + 1, close - open - 1);
    auto bound = trim(line.substr(0, open));
    if (bound.starts_with("import ")) bound = trim(bound.substr(7));
    if (bound == "import") bound = "";
    if ((bound.empty() ? name_of(path) : bound) == name) return std::string(path.substr(module.size() + 1));
  }
  return "";
}

}  // namespace regreen
