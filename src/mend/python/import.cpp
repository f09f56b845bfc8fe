#include "mend/python/import.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <tuple>

namespace regreen {
namespace {

constexpr std::size_t line_max = 88;  // what black keeps to; a longer import becomes one of its own

// Reads one import statement from its tokens.
class ImportReader {
 public:
  ImportReader(const PythonSource& source, std::size_t first, std::size_t last)
      : source_(source), at_(first), last_(last) {}

  std::optional<PyImport> read() {
    PyImport one;
    one.is_from = source_.is(at_++, "from");
    if (one.is_from) {
      one.module_offset = at_ < last_ ? source_.tokens()[at_].offset : 0;
      one.module = dotted();
      if (one.module.empty() || !take("import")) return std::nullopt;
      one.has_brackets = take("(");
    }
    while (at_ < last_ && !source_.is(at_, ")")) {
      if (source_.tokens()[at_].kind == PyKind::comment) {
        ++at_;
        continue;
      }
      if (!read_name(one)) return std::nullopt;
      while (at_ < last_ && source_.tokens()[at_].kind == PyKind::comment) ++at_;
      if (!take(",") && at_ < last_ && !source_.is(at_, ")")) return std::nullopt;
    }
    if (one.has_brackets && !take(")")) return std::nullopt;
    if (at_ != last_ || one.names.empty()) return std::nullopt;
    return one;
  }

 private:
  bool take(std::string_view word) {
    const bool found = at_ < last_ && source_.is(at_, word);
    if (found) ++at_;
    return found;
  }

  std::string dotted() {
    std::string result;
    while (at_ < last_ && (source_.is(at_, ".") || source_.is(at_, "...") || source_.is_name(at_))) {
      result += source_.text(source_.tokens()[at_++]);
    }
    return result;
  }

  bool read_name(PyImport& one) {
    ImportedName name;
    const auto first = at_;
    name.name = take("*") ? "*" : dotted();
    if (name.name.empty()) return false;
    if (take("as")) {
      if (at_ >= last_ || !source_.is_name(at_)) return false;
      name.alias = source_.text(source_.tokens()[at_++]);
    }
    const auto& begin = source_.tokens()[first];
    const auto& end = source_.tokens()[at_ - 1];
    name.offset = begin.offset;
    name.length = end.offset + end.length - begin.offset;
    name.line = begin.line;
    one.names.push_back(std::move(name));
    return true;
  }

  const PythonSource& source_;
  std::size_t at_, last_;
};

bool begins_import(const PythonSource& source, const PyStatement& statement, std::size_t token) {
  if (!source.is(token, "import") && !source.is(token, "from")) return false;
  if (source.tokens()[token].depth != 0) return false;
  return token == statement.first || source.is(token - 1, ";") || source.is(token - 1, ":");
}

std::size_t end_of_part(const PythonSource& source, const PyStatement& statement, std::size_t token) {
  while (token < statement.last && !(source.is(token, ";") && source.tokens()[token].depth == 0)) ++token;
  return token;
}

bool is_blank(std::string_view line) { return trim(line).empty(); }

// The blank lines from `number` on in direction `step`.
std::size_t blank_run(const Lines& lines, std::size_t number, int step) {
  std::size_t count = 0;
  while (lines.has(number) && is_blank(lines.line(number))) {
    ++count;
    number += step;
  }
  return count;
}

// Takes a whole statement out, and of the blank lines on both sides only the larger run stays.
Edit remove_statement(const PythonSource& source, const PyStatement& statement) {
  const Lines lines(source.text());
  const auto first = lines.number_at(statement.begin);
  const auto last = lines.number_at(statement.end == 0 ? 0 : statement.end - 1);
  const auto below = blank_run(lines, last + 1, 1);
  auto end = statement.end;
  if (first == 1) {
    end = lines.begin(last + 1 + below);
  } else if (const auto above = blank_run(lines, first - 1, -1); above > 0 && below > 0) {
    const auto begin = above <= below ? lines.begin(first - above) : statement.begin;
    if (above > below) end = lines.begin(last + 1 + below);
    return {begin, end - begin, ""};
  }
  return {statement.begin, end - statement.begin, ""};
}

struct Block {
  bool is_alone = false;  // no other statement stands in it
  std::string_view opener;
};

Block block_of(const PythonSource& source, const PyStatement& statement) {
  const auto& all = source.statements();
  const auto at = std::ranges::find(all, statement.begin, &PyStatement::begin) - all.begin();
  Block block;
  if (statement.indent == 0) return block;
  std::size_t opener = at;
  while (opener > 0 && all[opener].indent >= statement.indent) --opener;
  block.opener = source.text(source.tokens()[all[opener].first]);
  const bool first = static_cast<std::size_t>(at) == opener + 1;
  const bool last = static_cast<std::size_t>(at) + 1 == all.size() || all[at + 1].indent < statement.indent;
  block.is_alone = first && last;
  return block;
}

// Is the name alone on its line, but for comma and comment?
bool stands_alone(const PythonSource& source, const ImportedName& name) {
  const Lines lines(source.text());
  auto before = source.text().substr(lines.begin(name.line), name.offset - lines.begin(name.line));
  auto after = source.text().substr(name.offset + name.length, lines.end(name.line) - name.offset - name.length);
  after = trim(after);
  if (after.starts_with(',')) after = trim(after.substr(1));
  return is_blank(before) && (after.empty() || after.starts_with('#'));
}

std::optional<Edit> cut(const PythonSource& source, std::size_t begin, std::size_t end) {
  if (contains(source.text().substr(begin, end - begin), "#")) return std::nullopt;
  return Edit{begin, end - begin, ""};
}

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
    const auto gap = is_blank(next) ? "" : end;
    return {all[0].end, 0, (open_end ? end : "") + end + line + end + gap};
  }
  std::size_t number = 1;
  while (lines.line(number).starts_with("#!") ||
         (number < 3 && lines.line(number).starts_with('#') && contains(lines.line(number), "coding")))
    ++number;
  auto comment_end = number;
  while (lines.line(comment_end).starts_with('#')) ++comment_end;
  const bool header = comment_end > number && is_blank(lines.line(comment_end));
  if (header) number = lines.has(comment_end) ? comment_end + 1 : comment_end;
  const auto next = lines.line(number);
  const bool is_block =
      next.starts_with("def ") || next.starts_with("class ") || next.starts_with("@") || next.starts_with("async ");
  const auto gap = is_blank(next) ? "" : is_block ? end + end : end;
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

std::string_view ImportedName::bound() const {
  if (!alias.empty()) return alias;
  return std::string_view(name).substr(0, name.find('.'));
}

std::vector<PyImport> imports_of(const PythonSource& source) {
  std::vector<PyImport> imports;
  for (const auto& statement : source.statements()) {
    for (auto token = statement.first; token < statement.last; ++token) {
      if (!begins_import(source, statement, token)) continue;
      const auto end = end_of_part(source, statement, token);
      auto one = ImportReader(source, token, end).read();
      if (!one) continue;
      one->statement = statement;
      one->shares_line = token != statement.first || end != statement.last;
      imports.push_back(std::move(*one));
    }
  }
  return imports;
}

std::optional<std::vector<Edit>> remove_names(const PythonSource& source, const PyImport& one,
                                              const std::vector<std::size_t>& indexes) {
  if (one.shares_line || indexes.empty()) return std::nullopt;
  const auto gone = [&](std::size_t index) { return std::ranges::find(indexes, index) != indexes.end(); };
  const auto count = one.names.size();
  if (indexes.size() >= count) {
    const auto block = block_of(source, one.statement);
    if (block.opener == "try") return std::nullopt;
    if (!block.is_alone) return std::vector<Edit>{remove_statement(source, one.statement)};
    const auto begin = source.tokens()[one.statement.first].offset;
    const auto& last = source.tokens()[one.statement.last - 1];
    return std::vector<Edit>{{begin, last.offset + last.length - begin, "pass"}};
  }
  std::vector<Edit> edits;
  const Lines lines(source.text());
  for (std::size_t i = 0; i < count; ++i) {
    if (!gone(i)) continue;
    if (one.has_brackets && stands_alone(source, one.names[i])) {
      const auto line = one.names[i].line;
      edits.push_back({lines.begin(line), lines.begin(line + 1) - lines.begin(line), ""});
      continue;
    }
    auto last = i;
    while (last + 1 < count && gone(last + 1) && !stands_alone(source, one.names[last + 1])) ++last;
    const auto& from = one.names[i];
    const auto& to = one.names[last];
    const auto edit = last + 1 < count ? cut(source, from.offset, one.names[last + 1].offset)
                      : i > 0 ? cut(source, one.names[i - 1].offset + one.names[i - 1].length, to.offset + to.length)
                              : std::nullopt;
    if (!edit) return std::nullopt;
    edits.push_back(*edit);
    i = last;
  }
  return edits;
}

std::vector<PyImport> top_imports(const PythonSource& source) {
  std::vector<PyImport> tops;
  const auto imports = imports_of(source);
  for (std::size_t i = 0; i < source.statements().size(); ++i) {
    const auto& statement = source.statements()[i];
    const bool docstring = i == 0 && source.tokens()[statement.first].kind == PyKind::string;
    if (docstring) continue;
    const auto found =
        std::ranges::find_if(imports, [&](const auto& one) { return one.statement.begin == statement.begin; });
    if (found == imports.end() || statement.indent != 0) break;
    tops.push_back(*found);
  }
  return tops;
}

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

std::vector<std::string> defined_names(const PythonSource& source) {
  std::vector<std::string> names;
  for (const auto& statement : source.statements()) {
    auto at = statement.first;
    // A definition under `if` or `try` at module level counts; one inside a function or class does not.
    if (statement.indent != 0) continue;
    if (source.is(at, "async")) ++at;
    if (source.is(at, "def") || source.is(at, "class"))
      ++at;
    else if (!source.is(at + 1, "=") && !source.is(at + 1, ":"))
      continue;
    if (source.is_name(at)) names.emplace_back(source.text(source.tokens()[at]));
  }
  return names;
}

std::vector<std::size_t> uses_of(const PythonSource& source, std::string_view name) {
  std::vector<std::size_t> uses;
  std::size_t statement = 0;
  const auto& all = source.statements();
  for (std::size_t i = 0; i < source.tokens().size(); ++i) {
    const auto& token = source.tokens()[i];
    if (token.kind != PyKind::name || !source.is(i, name) || (i > 0 && source.is(i - 1, "."))) continue;
    while (statement + 1 < all.size() && all[statement].last <= i) ++statement;
    const auto first = all.empty() ? 0 : all[statement].first;
    if (source.is(first, "import") || source.is(first, "from")) continue;
    const bool keyword = source.is(i + 1, "=") && token.depth > 0;
    if (!keyword) uses.push_back(i);
  }
  return uses;
}

namespace {

// The offsets of a name in the fields of an f-string: f"{name} {{no field}}".
void add_fields(std::string_view text, std::size_t offset, std::string_view name, std::vector<std::size_t>& spots) {
  const auto quote = text.find_first_of("'\"");
  if (quote == std::string_view::npos || text.substr(0, quote).find_first_of("fF") == std::string_view::npos) return;
  for (auto at = text.find('{', quote); at != std::string_view::npos; at = text.find('{', at)) {
    if (text.substr(at, 2) == "{{") {
      at += 2;
      continue;
    }
    const auto end = std::min(text.find('}', at), text.size());
    const auto field = text.substr(at, end - at);
    for (const auto spot : words_in(field, name)) {
      if (spot > 0 && field[spot - 1] != '.') spots.push_back(offset + at + spot);
    }
    at = end;
  }
}

}  // namespace

std::vector<std::size_t> spots_of(const PythonSource& source, std::string_view name) {
  std::vector<std::size_t> spots;
  for (const auto use : uses_of(source, name)) spots.push_back(source.tokens()[use].offset);
  for (const auto& token : source.tokens()) {
    if (token.kind == PyKind::string) add_fields(source.text(token), token.offset, name, spots);
  }
  return spots;
}

bool binds_at_top(const PythonSource& source, std::string_view name) {
  for (const auto& one : imports_of(source)) {
    if (std::ranges::any_of(one.names, [&](const auto& known) { return known.bound() == name; })) return true;
  }
  const auto defined = defined_names(source);
  return std::ranges::find(defined, name) != defined.end();
}

}  // namespace regreen
