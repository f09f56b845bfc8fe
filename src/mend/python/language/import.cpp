#include "mend/python/language/import.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"

#include <algorithm>

namespace regreen {
namespace {

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
      result += source_.text(at_++);
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
      name.alias = source_.text(at_++);
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

std::optional<Edit> cut(const PythonSource& source, std::size_t begin, std::size_t end) {
  if (contains(source.text().substr(begin, end - begin), "#")) return std::nullopt;
  return Edit{begin, end - begin, ""};
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

BoundNames bound_names(const std::vector<PyImport>& imports) {
  BoundNames bound;
  for (const auto& one : imports) {
    for (const auto& name : one.names) {
      if (one.module.starts_with('.') || name.name == "*") continue;
      const bool is_plain = !one.is_from && name.alias.empty();
      auto full = one.is_from ? one.module + "." + name.name : is_plain ? std::string(name.bound()) : name.name;
      bound.emplace(name.bound(), BoundName{std::move(full), &one, is_plain});
    }
  }
  return bound;
}

BoundNames imported_at_top(const PythonSource& source) {
  auto imports = imports_of(source);
  std::erase_if(imports, [](const PyImport& one) { return one.statement.indent > 0; });
  auto names = bound_names(imports);
  for (auto& [name, bound] : names) bound.import = nullptr;
  return names;
}

bool stands_alone(const PythonSource& source, const ImportedName& name) {
  const Lines lines(source.text());
  auto before = source.text().substr(lines.begin(name.line), name.offset - lines.begin(name.line));
  auto after = source.text().substr(name.offset + name.length, lines.end(name.line) - name.offset - name.length);
  after = trim(after);
  if (after.starts_with(',')) after = trim(after.substr(1));
  return is_blank(before) && (after.empty() || after.starts_with('#'));
}

std::optional<std::vector<Edit>> remove_names(const PythonSource& source, const PyImport& one,
                                              const std::vector<std::size_t>& indexes) {
  if (one.shares_line || indexes.empty()) return std::nullopt;
  const auto gone = [&](std::size_t index) { return is_among(index, indexes); };
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

}  // namespace regreen
