#include "mend/go/language/go_source.h"

#include "base/text.h"
#include "mend/go/language/imports.h"
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

/// A file, looked at once, and its edits. Those that come to a line that is edited already would say it twice, or something else.
struct GoFile {
  explicit GoFile(std::string content) : text(std::move(content)) {}

  std::string text, code = code_only(text, Speech::go);
  Lines lines{text};
  std::vector<Edit> edits;
  std::set<std::size_t> edited;

  void add(std::vector<Edit> more) {
    std::set<std::size_t> touched;
    for (const auto& edit : more) touched.insert(lines.number_at(edit.offset));
    const auto is_edited = [&](std::size_t line) { return edited.contains(line); };
    if (std::ranges::any_of(touched, is_edited)) return;
    edited.merge(touched);
    std::ranges::move(more, std::back_inserter(edits));
  }
};

}  // namespace

std::vector<Patch> mend_go_places(const Patient& patient,
                                  const std::function<std::vector<Edit>(const GoPlace&)>& mend) {
  std::map<std::string, GoFile> files;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".go")) continue;
    const auto& place = places[0];
    auto known = files.find(place.file);
    if (known == files.end()) {
      auto text = patient.tree.read(place.file);
      if (!text) continue;
      known = files.try_emplace(place.file, std::move(*text)).first;
    }
    auto& file = known->second;
    if (!file.lines.has(place.line)) continue;
    file.add(mend({patient.tree, patient.rules, known->first, file.text, file.code, file.lines, place.line,
                   place.column, occurrence}));
  }
  Draft draft(patient.tree);
  for (auto& [file, mended] : files) {
    if (draft.edit(file, std::move(mended.edits))) settle_go_imports(draft, file, patient.rules);
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
  const auto head = go_head(text);
  if (head.clause == npos) return "";
  const auto name = trim(text.substr(head.clause + 8, text.find('\n', head.clause) - head.clause - 8));
  return std::string(name.substr(0, name.find_first_of(" \t;/")));
}

GoHead go_head(std::string_view text) {
  GoHead head;
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (bool is_new_line = true; at < text.size();) {
    const auto rest = text.substr(at);
    if (rest.starts_with("//") || rest.starts_with("/*")) {
      if (head.docs == npos) head.docs = at;
      if (is_new_line && head.build == npos && rest.starts_with("//go:build ")) head.build = at;
      if (is_new_line && (rest.starts_with("// +build ") || rest.starts_with("//+build "))) head.has_old_build = true;
      const auto end = rest[1] == '/' ? text.find('\n', at) : text.find("*/", at + 2);
      if (end == npos) break;
      is_new_line = false;
      at = rest[1] == '/' ? end : end + 2;
    } else if (rest[0] == '\n' || rest[0] == '\r' || rest[0] == ' ' || rest[0] == '\t') {
      if (rest[0] == '\n' && is_new_line) head.docs = npos;  // an empty line parts what is above
      if (rest[0] == '\n') is_new_line = true;
      ++at;
    } else {
      if (rest.starts_with("package ")) head.clause = at;
      break;
    }
  }
  if (head.docs == npos) head.docs = head.clause;
  return head;
}

bool is_exported(std::string_view name) { return !name.empty() && name[0] >= 'A' && name[0] <= 'Z'; }

std::set<std::string> exported(const std::set<std::string>& names) {
  std::set<std::string> open;
  std::ranges::copy_if(names, std::inserter(open, open.end()), is_exported);
  return open;
}

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

const std::set<std::string>& GoDeclarations::in(std::string_view folder) {
  auto known = known_.find(folder);
  if (known == known_.end()) known = known_.emplace(folder, go_declared(tree_, folder)).first;
  return known->second;
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
