// go.fix-imports, go.remove-unused, go.add-module: what a Go file imports, declares and never uses, and what go.mod lacks.

#include "mend/go/fixers.h"

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct GoImport {
  std::size_t line = 0;
  std::string_view name;  // given to it; mostly empty
  std::string_view path;
  bool grouped = false;
};

// The imports of a file: `import "x"` and the lines of `import ( … )`.
struct GoImports {
  std::vector<GoImport> all;
  std::size_t package_line = 0;
  std::size_t open = 0;   // line of the first `import (`
  std::size_t close = 0;  // line of its ')'
};

std::optional<GoImport> import_spec(std::string_view line, std::size_t number, bool grouped) {
  line = trim(line);
  const auto open = line.find('"');
  const auto close = open == npos ? npos : line.find('"', open + 1);
  if (close == npos || line.starts_with("//")) return std::nullopt;
  return GoImport{number, trim(line.substr(0, open)), line.substr(open + 1, close - open - 1), grouped};
}

GoImports imports_of(std::string_view text) {
  const Lines lines(text);
  GoImports imports;
  const auto clause = go_head(text).clause;
  if (clause == npos) return imports;
  imports.package_line = lines.number_at(clause);
  bool inside = false;
  for (auto number = imports.package_line + 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (inside) {
      if (line.starts_with(')')) {
        inside = false;
        if (imports.close == 0) imports.close = number;
      } else if (auto one = import_spec(line, number, true)) {
        imports.all.push_back(*one);
      }
    } else if (line.starts_with("import (") || line == "import(") {
      inside = !contains(line, ")");
      if (imports.open == 0) imports.open = number;
    } else if (line.starts_with("import ")) {
      if (auto one = import_spec(line.substr(7), number, false)) imports.all.push_back(*one);
    } else if (line.starts_with("func ") || line.starts_with("type ") || line.starts_with("var ") ||
               line.starts_with("const ")) {
      break;
    }
  }
  return imports;
}

bool is_standard(std::string_view path) { return path.substr(0, path.find('/')).find('.') == npos; }

bool is_import_path(std::string_view path) {
  return !path.empty() && path.size() < 200 && std::ranges::all_of(path, [](char c) {
    return is_word_byte(c) || contains("./-~", {&c, 1});
  });
}

std::optional<Edit> add_import(std::string_view text, std::string_view path) {
  const auto imports = imports_of(text);
  if (imports.package_line == 0 ||
      std::ranges::any_of(imports.all, [&](const GoImport& one) { return one.path == path; }))
    return std::nullopt;
  const Lines lines(text);
  const std::string end(line_end(text)), quoted = "\"" + std::string(path) + "\"";
  if (imports.close != 0) {
    const GoImport* last = nullptr;
    for (const auto& one : imports.all) {
      if (!one.grouped || one.line > imports.close || is_standard(one.path) != is_standard(path)) continue;
      if (path < one.path) return Edit{lines.begin(one.line), 0, "\t" + quoted + end};
      last = &one;
    }
    if (last != nullptr) return Edit{lines.begin(last->line + 1), 0, "\t" + quoted + end};
    const bool empty = imports.close == imports.open + 1;
    if (is_standard(path)) return Edit{lines.begin(imports.open + 1), 0, "\t" + quoted + end + (empty ? "" : end)};
    return Edit{lines.begin(imports.close), 0, (empty ? "" : end) + "\t" + quoted + end};
  }
  if (imports.all.size() == 1 && imports.all[0].name != "_" && imports.all[0].path != "C") {
    const auto& one = imports.all[0];
    const auto old = std::string(trim(lines.line(one.line)).substr(7));
    const bool first = path < one.path && is_standard(path);
    const std::string gap = is_standard(path) == is_standard(one.path) ? "" : end;
    const auto specs =
        first ? "\t" + quoted + end + gap + "\t" + old + end : "\t" + old + end + gap + "\t" + quoted + end;
    return Edit{lines.begin(one.line), lines.line(one.line).size(), "import (" + end + specs + ")"};
  }
  const auto line = imports.package_line + 1;
  return Edit{lines.begin(line), 0, end + "import " + quoted + end};
}

// Whole lines, and the blank one behind where there is another before.
Edit without_lines(const Lines& lines, std::size_t first, std::size_t last) {
  const bool blank_before = first > 1 && trim(lines.line(first - 1)).empty();
  if (blank_before && lines.has(last + 1) && trim(lines.line(last + 1)).empty()) ++last;
  return {lines.begin(first), lines.begin(last + 1) - lines.begin(first), ""};
}

// What an import is called where it is used.
std::string_view bound_name(const GoImport& one) {
  if (!one.name.empty()) return one.name;
  auto name = name_of(one.path);
  if (name.size() > 1 && name[0] == 'v' && name.find_first_not_of("0123456789", 1) == npos && contains(one.path, "/"))
    name = name_of(folder_of(one.path));
  return name;
}

bool is_used(std::string_view code, const GoImport& one) {
  const auto name = bound_name(one);
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
    return code.substr(at + name.size(), 1) == "." && (at == 0 || code[at - 1] != '.');
  });
}

std::optional<Edit> remove_import(std::string_view text, std::string_view path, std::size_t line) {
  const auto imports = imports_of(text);
  const Lines lines(text);
  const auto code = code_only(text, Speech::go);
  for (const auto& one : imports.all) {
    if (one.path != path || (line != 0 && one.line != line) || one.name == "_" || one.name == "." || is_used(code, one))
      continue;
    const auto in_group = std::ranges::count_if(imports.all, [](const GoImport& other) { return other.grouped; });
    if (one.grouped && in_group == 1 && imports.close != 0) return without_lines(lines, imports.open, imports.close);
    return without_lines(lines, one.line, one.line);
  }
  return std::nullopt;
}

std::string quoted_path(std::string_view line) {
  const auto open = line.find('"');
  const auto close = open == npos ? npos : line.find('"', open + 1);
  return close == npos ? "" : std::string(line.substr(open + 1, close - open - 1));
}

// The only package of the project whose folder has the name.
std::string own_package(const Tree& tree, std::string_view name) {
  std::set<std::string> folders;
  for (const auto& path : tree.list()) {
    const auto folder = folder_of(path);
    if (path.ends_with(".go") && !path.ends_with("_test.go") && name_of(folder) == name && !path.starts_with("vendor/"))
      folders.emplace(folder);
  }
  const auto module = go_module_of(tree.read("go.mod").value_or(""));
  return folders.size() == 1 && !module.empty() ? module + "/" + *folders.begin() : "";
}

std::string path_for(const Patient& patient, const std::string& name, std::string_view code) {
  const auto uses = words_in(code, name);
  const bool selects =
      std::ranges::any_of(uses, [&](std::size_t at) { return code.substr(at + name.size(), 1) == "."; });
  if (!is_identifier(name) || !selects) return "";
  if (auto own = own_package(patient.tree, name); !own.empty()) return own;
  const auto& packages = patient.rules.table("go-packages");
  if (const auto row = packages.find(name); row != packages.end()) return row->second;
  return "";
}

// ---- variables ----

// Functions that only answer: of built-ins, of packages as a whole, and single ones.
bool only_answers(std::string_view function) {
  constexpr auto whole = std::to_array<std::string_view>({"strings.", "math.", "path.", "unicode.", "utf8.", "bits."});
  constexpr auto single = std::to_array<std::string_view>({"len",
                                                           "cap",
                                                           "make",
                                                           "new",
                                                           "append",
                                                           "string",
                                                           "int",
                                                           "int64",
                                                           "float64",
                                                           "byte",
                                                           "fmt.Sprint",
                                                           "fmt.Sprintf",
                                                           "fmt.Sprintln",
                                                           "fmt.Errorf",
                                                           "errors.New",
                                                           "strconv.Itoa",
                                                           "strconv.Quote",
                                                           "strconv.FormatInt",
                                                           "filepath.Join",
                                                           "filepath.Base",
                                                           "filepath.Dir",
                                                           "filepath.Ext",
                                                           "time.Duration",
                                                           "time.Now",
                                                           "bytes.Contains",
                                                           "bytes.Equal",
                                                           "context.Background",
                                                           "context.TODO"});
  return std::ranges::any_of(whole, [&](auto package) { return function.starts_with(package); }) ||
         std::ranges::find(single, function) != single.end();
}

// Without channels and function literals, and every call only answers.
bool does_something(std::string_view value) {
  if (contains(value, "<-") || contains(value, "func") || contains(value, "[T")) return true;
  for (auto open = value.find('('); open != npos; open = value.find('(', open + 1)) {
    auto begin = open;
    while (begin > 0 && (is_word_byte(value[begin - 1]) || value[begin - 1] == '.')) --begin;
    const auto function = value.substr(begin, open - begin);
    if (!function.empty() && !only_answers(function)) return true;
    if (function.empty() && (open == 0 ? false : contains(")]", value.substr(open - 1, 1)))) return true;
  }
  return false;
}

std::optional<Edit> remove_variable(std::string_view text, const TreePlace& place, const std::string& name) {
  const auto at = is_identifier(name) ? offset_of(text, place.line, place.column, name) : std::nullopt;
  if (!at) return std::nullopt;
  const Lines lines(text);
  const auto code = code_only(text, Speech::go);
  const auto whole = std::string_view(code).substr(lines.begin(place.line), lines.line(place.line).size());
  const auto line = trim(whole);
  const auto column = *at - lines.begin(place.line);
  const auto sign = whole.find(":=");
  const auto others = words_in(code.substr(lines.begin(place.line + 1)), name);
  if (line.starts_with(name) && trim(line.substr(name.size())).starts_with(":=") && sign != npos) {
    const auto value = trim(whole.substr(sign + 2));
    if (value.ends_with('{') || value.ends_with('(') || value.ends_with(',') || !others.empty()) return std::nullopt;
    if (!does_something(value)) return without_lines(lines, place.line, place.line);
    return Edit{*at, lines.begin(place.line) + sign + 2 - *at, "_ ="};
  }
  if (line.starts_with("var " + name)) {
    const auto rest = trim(line.substr(4 + name.size()));
    if (rest.ends_with('{') || rest.ends_with('(') || rest.starts_with(',') || !others.empty()) return std::nullopt;
    if (!does_something(rest)) return without_lines(lines, place.line, place.line);
    return std::nullopt;
  }
  if (sign != npos && column < sign && contains(whole.substr(0, sign), ",")) {
    // `for i, v := range x`: the last of two may go, the first is "_"
    return Edit{*at, name.size(), "_"};
  }
  return std::nullopt;
}

}  // namespace

void settle_go_imports(Draft& draft, const std::string& file, const RuleSet& rules) {
  constexpr std::size_t rounds_max = 20;
  const auto& packages = rules.table("go-packages");
  const auto is_known = [&](const GoImport& one) {
    const auto row = packages.find(std::string(bound_name(one)));
    return one.name.empty() && row != packages.end() && row->second == one.path;
  };
  for (std::size_t round = 0; round < rounds_max; ++round) {
    const auto text = draft.read(file).value_or("");
    const auto code = code_only(text, Speech::go);
    const auto imports = imports_of(text);
    std::optional<Edit> edit;
    for (const auto& one : imports.all) {
      if (!edit && is_known(one) && !is_used(code, one)) edit = remove_import(text, one.path, one.line);
    }
    for (const std::string_view name : {"fmt", "strconv"}) {
      const GoImport one{0, "", name, false};
      const bool bound = std::ranges::any_of(imports.all, [&](const auto& other) { return bound_name(other) == name; });
      if (!edit && !bound && is_used(code, one)) edit = add_import(text, name);
    }
    if (!edit || !draft.edit(file, {*edit})) return;
  }
}

std::vector<Patch> fix_go_imports(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !places[0].file.ends_with(".go")) continue;
    const auto& file = places[0].file;
    const auto text = draft.read(file);
    if (!text) continue;
    std::optional<Edit> edit;
    if (contains(occurrence.at.text, "not used")) {
      edit = remove_import(*text, quoted_path(occurrence.at.text), 0);
    } else {
      std::string name(capture(occurrence, "module"));
      if (name.empty()) name = capture(occurrence, "symbol");
      const auto path = path_for(patient, name.substr(0, name.find('.')), code_only(*text, Speech::go));
      if (is_import_path(path)) edit = add_import(*text, path);
    }
    if (edit) draft.edit(file, {*edit});
  }
  return draft.patches();
}

std::vector<Patch> remove_unused_go(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, std::vector<Edit>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const auto text = places.empty() ? std::nullopt : draft.read(places[0].file);
    if (!text || !places[0].file.ends_with(".go")) continue;
    std::string name(capture(occurrence, "symbol"));
    if (name.empty())
      name = std::string(trim(std::string_view(occurrence.at.text).substr(occurrence.at.text.rfind(':') + 1)));
    if (auto edit = remove_variable(*text, places[0], name)) by_file[places[0].file].push_back(std::move(*edit));
  }
  for (auto& [file, edits] : by_file) {
    if (draft.edit(file, std::move(edits))) settle_go_imports(draft, file, patient.rules);
  }
  return draft.patches();
}

std::vector<ToolCall> add_go_module(const Patient& patient) {
  const auto files = files_of(patient.tree, patient.diagnosis);
  const auto manifest = nearest(patient.tree, files.empty() ? "" : files.front(), "go.mod");
  if (manifest.empty()) return {};
  const auto folder = folder_of(manifest);
  const std::string go = folder.empty() ? "" : "cd " + shell_quoted(folder) + " && ";
  const std::string vendor = patient.tree.has(path_in(folder, "vendor/modules.txt")) ? " && go mod vendor" : "";
  if (patient.diagnosis.rule.value == "go.vendor-inconsistent") return {{go + "go mod vendor"}};
  std::vector<ToolCall> calls = {{go + "go mod tidy" + vendor}};
  std::string packages;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto module = capture(occurrence, "module");
    if (is_import_path(module) && !is_standard(module) && !contains(packages, module))
      packages += " " + shell_quoted(module);
  }
  if (!packages.empty()) calls.push_back({go + "go get" + packages + vendor});
  calls.push_back({go + "go mod tidy -e" + vendor});
  return calls;
}

}  // namespace regreen
