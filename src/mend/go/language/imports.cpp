#include "mend/go/language/imports.h"

#include "base/text.h"
#include "mend/go/language/go_source.h"
#include "mend/go/language/import_effect.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::optional<GoImport> import_spec(std::string_view line, std::size_t number, bool grouped) {
  line = trim(line);
  const auto open = line.find('"');
  const auto close = open == npos ? npos : line.find('"', open + 1);
  if (close == npos || line.starts_with("//")) return std::nullopt;
  return GoImport{number, trim(line.substr(0, open)), line.substr(open + 1, close - open - 1), grouped};
}

}  // namespace

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

std::optional<Edit> add_import(std::string_view text, std::string_view path, std::string_view name) {
  const auto imports = imports_of(text);
  if (imports.package_line == 0 ||
      std::ranges::any_of(imports.all, [&](const GoImport& one) { return one.path == path; }))
    return std::nullopt;
  const Lines lines(text);
  const std::string end(line_end(text)),
      quoted = (name.empty() ? "" : std::string(name) + " ") + "\"" + std::string(path) + "\"";
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

Edit without_lines(const Lines& lines, std::size_t first, std::size_t last) {
  const bool blank_before = first > 1 && trim(lines.line(first - 1)).empty();
  if (blank_before && lines.has(last + 1) && trim(lines.line(last + 1)).empty()) ++last;
  return {lines.begin(first), lines.begin(last + 1) - lines.begin(first), ""};
}

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
      if (edit || !is_known(one) || is_used(code, one)) continue;
      edit = go_is_served(text, one.path) ? keep_for_effect(text, one.path) : remove_import(text, one.path, one.line);
    }
    for (const std::string_view name : {"fmt", "strconv"}) {
      const GoImport one{0, "", name, false};
      const bool bound = std::ranges::any_of(imports.all, [&](const auto& other) { return bound_name(other) == name; });
      if (!edit && !bound && is_used(code, one)) edit = add_import(text, name);
    }
    if (!edit || !draft.edit(file, {*edit})) return;
  }
}

}  // namespace regreen
