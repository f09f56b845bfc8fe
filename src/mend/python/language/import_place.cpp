// Where a new import goes: into a statement of its module, beside its group, between the groups, or first of all.

#include "base/text.h"
#include "mend/lines.h"
#include "mend/python/language/import.h"

#include <algorithm>
#include <tuple>

namespace regreen {
namespace {

constexpr std::size_t line_max = 88;  // what black keeps to; a longer import becomes one of its own

// CONSTANT before Class before function, as isort orders names of one statement.
std::tuple<int, std::string> name_key(const std::string& name) {
  const bool constant = name.size() > 1 && std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  const bool type = name[0] >= 'A' && name[0] <= 'Z';
  return {constant ? 0 : type ? 1 : 2, lower(name)};
}

// Puts a name into an import statement of its module; nothing where the line would become too long.
std::optional<Edit> add_name(const PythonSource& source, const PyImport& one, const std::string& name) {
  std::vector<std::tuple<int, std::string>> keys;
  for (const auto& known : one.names) keys.push_back(name_key(known.name));
  const Lines lines(source.text());
  const bool one_line = one.statement.line == one.statement.last_line;
  if (one_line && lines.line(one.statement.line).size() + name.size() + 2 > line_max) return std::nullopt;
  const auto last = one.names.size();
  auto index = last;
  if (std::ranges::is_sorted(keys)) index = std::ranges::upper_bound(keys, name_key(name)) - keys.begin();
  if (index < last) {
    const auto& next = one.names[index];
    const auto indent = std::string(indentation(lines.line(next.line)));
    const auto gap = stands_alone(source, next) ? std::string(line_end(source.text())) + indent : " ";
    return Edit{next.offset, 0, name + "," + gap};
  }
  const auto& before = one.names.back();
  const auto at = before.offset + before.length;
  if (!stands_alone(source, before)) return Edit{at, 0, ", " + name};
  const auto gap = std::string(line_end(source.text())) + std::string(indentation(lines.line(before.line)));
  return Edit{at, 0, "," + gap + name};
}

struct Statement {
  std::string module;
  std::string name;  // of `from module import name`
  bool is_from = false;
};

Statement parsed(std::string_view statement) {
  const auto words = split(statement, ' ');
  if (words.size() >= 4 && words[0] == "from") return {std::string(words[1]), std::string(words[3]), true};
  return {std::string(words.size() > 1 ? words[1] : ""), "", false};
}

std::string module_of(const PyImport& one) { return one.is_from ? one.module : one.names.front().name; }

using Order = std::tuple<bool, std::string>;
Order by_kind(const PyImport& one) { return {one.is_from, lower(module_of(one))}; }
Order by_module(const PyImport& one) { return {false, lower(module_of(one))}; }

bool is_imported(const std::vector<PyImport>& imports, std::string_view statement) {
  const auto wanted = parsed(statement);
  const auto words = split(statement, ' ');
  const auto alias = contains(statement, " as ") ? std::string(words.back()) : std::string();
  for (const auto& one : imports) {
    if (one.is_from != wanted.is_from || (one.is_from && one.module != wanted.module)) continue;
    for (const auto& name : one.names) {
      if (name.name == (wanted.is_from ? wanted.name : wanted.module) && name.alias == alias) return true;
    }
  }
  return false;
}

// Where the first import of a file goes: behind docstring, or shebang, coding and licence lines.
Edit first_import(const PythonSource& source, const std::string& line, const std::string& end) {
  const Lines lines(source.text());
  const auto& all = source.statements();
  const bool has_docstring =
      !all.empty() && source.tokens()[all[0].first].kind == PyKind::string && all[0].last == all[0].first + 1;
  if (has_docstring) {
    const bool open_end = !source.text().substr(0, all[0].end).ends_with('\n');
    const auto next = lines.line(all[0].last_line + 1);
    const auto gap = trim(next).empty() ? "" : end;
    return {all[0].end, 0, (open_end ? end : "") + end + line + end + gap};
  }
  std::size_t number = 1;
  while (lines.line(number).starts_with("#!") ||
         (number < 3 && lines.line(number).starts_with('#') && contains(lines.line(number), "coding")))
    ++number;
  auto comment_end = number;
  while (lines.line(comment_end).starts_with('#')) ++comment_end;
  const bool header = comment_end > number && trim(lines.line(comment_end)).empty();
  if (header) number = lines.has(comment_end) ? comment_end + 1 : comment_end;
  const auto next = lines.line(number);
  const bool is_block =
      next.starts_with("def ") || next.starts_with("class ") || next.starts_with("@") || next.starts_with("async ");
  const auto gap = trim(next).empty() ? "" : is_block ? end + end : end;
  return {lines.begin(number), 0, line + end + gap};
}

bool blank_between(const PythonSource& source, const PyStatement& above, const PyStatement& below) {
  return contains(source.text().substr(above.end, below.begin - above.end), "\n");
}

// Beside imports of the same group; `same` is not empty.
Edit within_group(const std::vector<const PyImport*>& same, std::string_view statement, const std::string& line,
                  const std::string& end) {
  const auto wanted = parsed(statement);
  for (const auto order : {by_kind, by_module}) {
    std::vector<Order> keys;
    for (const auto* one : same) keys.push_back(order(*one));
    if (!std::ranges::is_sorted(keys)) continue;
    PyImport mine;
    mine.is_from = wanted.is_from;
    mine.module = wanted.module;
    mine.names.push_back({wanted.is_from ? wanted.name : wanted.module, "", 0, 0, 0});
    const auto index = std::ranges::upper_bound(keys, order(mine)) - keys.begin();
    if (static_cast<std::size_t>(index) < same.size()) return {same[index]->statement.begin, 0, line + end};
    break;
  }
  return {same.back()->statement.end, 0, line + end};
}

// Between the groups, where the file has none of this one yet.
Edit new_group(const PythonSource& source, const std::vector<PyImport>& tops, const std::vector<ImportGroup>& groups,
               ImportGroup group, const std::string& line, const std::string& end) {
  bool separated = true;
  for (std::size_t i = 1; i < tops.size(); ++i) {
    if (groups[i - 1] != groups[i]) separated = blank_between(source, tops[i - 1].statement, tops[i].statement);
  }
  const auto gap = separated ? end : std::string();
  std::optional<std::size_t> above;
  for (std::size_t i = 0; i < tops.size(); ++i) {
    if (groups[i] < group) above = i;
  }
  if (above) return {tops[*above].statement.end, 0, gap + line + end};
  return {tops.front().statement.begin, 0, line + end + gap};
}

}  // namespace

std::optional<Edit> add_import(const PythonSource& source, std::string_view statement,
                               const std::function<ImportGroup(std::string_view)>& group_of) {
  const auto tops = top_imports(source);
  if (is_imported(tops, statement)) return std::nullopt;
  const auto wanted = parsed(statement);
  const std::string line(statement), end(line_end(source.text()));
  if (wanted.is_from && !contains(statement, " as ")) {
    for (const auto& one : tops) {
      if (!one.is_from || one.module != wanted.module || one.names.front().name == "*" || one.shares_line) continue;
      if (auto edit = add_name(source, one, wanted.name)) return edit;
    }
  }
  if (tops.empty()) return first_import(source, line, end);
  std::vector<ImportGroup> groups;
  for (const auto& one : tops) groups.push_back(group_of(module_of(one)));
  const auto group = group_of(wanted.module);
  std::vector<const PyImport*> same;
  for (std::size_t i = 0; i < tops.size(); ++i) {
    if (groups[i] == group) same.push_back(&tops[i]);
  }
  if (!same.empty()) return within_group(same, statement, line, end);
  return new_group(source, tops, groups, group, line, end);
}

}  // namespace regreen
