// python.place-imports: an import behind other code (E402, C0413) moves up to the others, where nothing in between can mean anything to
// it; of two that bind a name (F811, W0404) the one goes that says nothing new, or that nothing uses.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

enum class Fault { late, doubled };

struct Finding {
  std::size_t line = 0, earlier = 0;  // where the name was bound before; 0 where that is not said
  Fault fault = Fault::late;

  auto operator<=>(const Finding&) const = default;
};

std::optional<Finding> read_finding(const Occurrence& occurrence, std::size_t line) {
  const auto code = capture(occurrence, "code");
  if (code == "E402" || code == "C0413") return Finding{line, 0, Fault::late};
  if (code != "F811" && code != "W0404") return std::nullopt;
  const auto lead = code == "F811" ? " from line " : "imported line ";
  const auto at = occurrence.at.text.find(lead);
  if (at == std::string::npos) return std::nullopt;
  const auto digits = std::string_view(occurrence.at.text).substr(at + std::string_view(lead).size());
  const auto earlier = line_number(digits.substr(0, digits.find_first_not_of("0123456789")));
  if (!earlier) return std::nullopt;
  return Finding{line, static_cast<std::size_t>(*earlier), Fault::doubled};
}

// A value that sets nothing up: what a library is asked may change how it is imported, and a module of the project may look at anything
// that a call has done.
bool is_plain_value(const PythonSource& source, const PyStatement& one, bool for_own) {
  constexpr std::array<std::string_view, 9> setting_up = {
      "importorskip", "import_module", "__import__", "setdefault", "insert", "append", "patch", "environ", "setup"};
  constexpr std::array<std::string_view, 16> asking = {
      "getLogger", "Path", "namedtuple", "TypeVar", "NewType", "compile", "frozenset", "set",
      "dict",      "list", "tuple",      "resolve", "join",    "len",     "dirname",   "abspath"};
  for (auto i = one.first; i < one.last; ++i) {
    if (is_among(source.text(i), setting_up)) return false;
    if (for_own && source.is(i, "(") && source.is_name(i - 1) && !is_among(source.text(i - 1), asking)) return false;
  }
  return true;
}

// Code at the top of a module that an import could not tell from code below it: definitions, and plain values.
bool is_harmless(const PythonSource& source, const PyStatement& one, bool for_own) {
  const auto first = one.first;
  if (one.indent > 0 || is_def(source, one) || source.is(first, "class")) return true;
  if (source.is(first, "@")) return !for_own;
  if (source.is(first, "import") || source.is(first, "from")) return true;
  if (source.tokens()[first].kind == PyKind::string) return true;
  const bool sets = source.is_name(first) && (source.is(first + 1, "=") || source.is(first + 1, ":"));
  return sets && is_plain_value(source, one, for_own);
}

const PyImport* import_at(const std::vector<PyImport>& all, std::size_t line) {
  const auto found = std::ranges::find_if(
      all, [&](const PyImport& one) { return one.statement.line <= line && line <= one.statement.last_line; });
  return found == all.end() ? nullptr : &*found;
}

std::string_view written(const PythonSource& source, const PyImport& one) {
  return source.text().substr(one.statement.begin, one.statement.end - one.statement.begin);
}

// Is what the earlier one binds known to the later one: at the top, or in the same block?
bool reaches(const PythonSource& source, const PyStatement& earlier, const PyStatement& later) {
  return earlier.indent == 0 ||
         (earlier.begin < later.begin && std::ranges::none_of(source.statements(), [&](const PyStatement& one) {
            return earlier.begin < one.begin && one.begin < later.begin && one.indent < earlier.indent;
          }));
}

bool binds_the_same(const PyImport& earlier, const PyImport& later, const ImportedName& name) {
  return earlier.is_from == later.is_from && earlier.module == later.module &&
         std::ranges::any_of(earlier.names, [&](const ImportedName& other) {
           return other.name == name.name && other.alias == name.alias;
         });
}

// The name of a function or class at the top of a module.
std::string_view defined_by(const PythonSource& source, const PyStatement* one) {
  if (one == nullptr || one->indent > 0 || (!is_def(source, *one) && !source.is(one->first, "class"))) return "";
  return source.text(one->first + (source.is(one->first, "async") ? 2 : 1));
}

// An import that is there already; one that a definition below hides.
std::vector<Edit> without_doubled(const PythonSource& source, const Finding& finding) {
  const auto all = imports_of(source);
  const auto *later = import_at(all, finding.line), *earlier = import_at(all, finding.earlier);
  if (earlier == nullptr) return {};
  const auto hidden = later != nullptr ? "" : defined_by(source, source.statement_at(finding.line));
  if (later == nullptr && earlier->statement.indent > 0) return {};
  const bool is_known = later == nullptr || reaches(source, earlier->statement, later->statement);
  if (!is_known || earlier->shares_line) return {};
  const auto& from = later != nullptr ? *later : *earlier;
  std::vector<std::size_t> needless;
  for (std::size_t i = 0; i < from.names.size(); ++i) {
    const auto& name = from.names[i];
    if (later != nullptr ? binds_the_same(*earlier, *later, name) : name.bound() == hidden) needless.push_back(i);
  }
  const auto edits = needless.empty() ? std::nullopt : remove_names(source, from, needless);
  return edits.value_or(std::vector<Edit>());
}

// With the blank lines above it, where there are some below it, too, or nothing.
Edit removal_of(const PythonSource& source, const PyStatement& one) {
  const Lines lines(source.text());
  const auto is_blank = [&](std::size_t line) { return trim(lines.line(line)).empty(); };  // so is one behind the last
  auto first = one.line;
  while (first > 1 && is_blank(one.last_line + 1) && is_blank(first - 1)) --first;
  const auto begin = lines.begin(first);
  return {begin, one.end - begin, ""};
}

class Mover {
 public:
  Mover(const Tree& tree, const PythonProject& project, const std::string& file, Draft& draft)
      : tree_(tree), project_(project), file_(file), draft_(draft) {}

  /// Moves the last import that is written so.
  void move(std::string_view statement) {
    const std::string text = *draft_.read(file_);
    const PythonSource source(text);
    const auto all = imports_of(source);
    const auto one = std::find_if(all.rbegin(), all.rend(),
                                  [&](const PyImport& other) { return written(source, other) == statement; });
    if (one == all.rend() || !may_move(source, *one)) return;
    draft_.edit(file_, {removal_of(source, one->statement)});
    for (const auto& name : one->names) add(*one, name);
  }

 private:
  void add(const PyImport& one, const ImportedName& name) {
    const auto as = name.alias.empty() ? "" : " as " + name.alias;
    const auto statement = (one.is_from ? "from " + one.module + " import " : "import ") + name.name + as;
    const std::string text = *draft_.read(file_);
    const auto group = [&](std::string_view module) { return project_.group_of(module, file_); };
    if (const auto edit = add_import(PythonSource(text), statement, group)) draft_.edit(file_, {*edit});
  }

  bool may_move(const PythonSource& source, const PyImport& one) const {
    const auto line_above = one.statement.line > 1 ? trim(Lines(source.text()).line(one.statement.line - 1)) : "";
    const bool is_spoken_of = line_above.starts_with('#') || contains(written(source, one), "#");
    if (one.statement.indent > 0 || one.shares_line || one.names.empty() || is_spoken_of) return false;
    const auto homes = homes_of(file_, one);
    for (const auto& above : source.statements()) {
      if (above.begin >= one.statement.begin) break;
      if (!is_harmless(source, above, !homes.empty())) return false;
    }
    const auto is_free = [&](const ImportedName& name) {
      const auto uses = uses_of(source, name.bound());
      return name.name != "*" && std::ranges::none_of(uses, [&](auto use) { return is_bound_above(source, use, one); });
    };
    return std::ranges::all_of(one.names, is_free) && !lead_back(homes);
  }

  // `json = None` above `import json`
  static bool is_bound_above(const PythonSource& source, std::size_t use, const PyImport& one) {
    const auto& token = source.tokens()[use];
    return token.offset < one.statement.begin && token.depth == 0 &&
           (source.is(use + 1, "=") || source.is(use + 1, ":"));
  }

  // The files of the project that an import of a file loads: modules, and the packages that they are in.
  std::vector<std::string> homes_of(const std::string& file, const PyImport& one) const {
    std::vector<std::string> homes;
    const auto me = project_.module_of(file_);
    for (const auto& name : one.names) {
      const auto full = project_.imported_name(file, one, name);
      const auto is_around_me = [&](std::string_view module) { return module != me && is_in(me, module); };
      for (std::string_view module = full; !module.empty() && !is_around_me(module); module = parent_of(module)) {
        if (auto home = project_.file_of(module)) homes.push_back(std::move(*home));
      }
    }
    return homes;
  }

  // Files that import this one, by whatever way, may need what stands above the import. True also where there are too many to tell.
  bool lead_back(std::vector<std::string> files) const {
    constexpr std::size_t files_max = 100;
    std::set<std::string> seen;
    while (!files.empty()) {
      const auto file = std::move(files.back());
      files.pop_back();
      if (file == file_ || seen.size() == files_max) return true;
      const auto text = seen.insert(file).second ? tree_.read(file) : std::nullopt;
      if (!text) continue;
      for (const auto& one : imports_of(PythonSource(*text))) {
        for (auto& home : homes_of(file, one)) files.push_back(std::move(home));
      }
    }
    return false;
  }

  const Tree& tree_;
  const PythonProject& project_;
  const std::string& file_;
  Draft& draft_;
};

}  // namespace

std::vector<Patch> place_python_imports(const Patient& patient) {
  std::map<std::string, std::set<Finding, std::greater<>>> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    auto places = places_of(patient.tree, occurrence);
    if (places.empty()) places = places_around(patient.tree, occurrence);  // ruff's full form has it below
    if (places.empty() || !places[0].file.ends_with(".py")) continue;
    if (const auto finding = read_finding(occurrence, places[0].line)) all[places[0].file].insert(*finding);
  }
  const PythonProject project(patient.tree, patient.rules);
  Draft draft(patient.tree);
  for (const auto& [file, findings] : all) {
    const auto text = draft.read(file);
    if (!text) continue;
    const PythonSource source(*text);
    const auto imports = imports_of(source);
    std::vector<Edit> needless;
    std::vector<std::string_view> late;
    for (const auto& finding : findings) {
      if (finding.fault == Fault::doubled)
        std::ranges::move(without_doubled(source, finding), std::back_inserter(needless));
      const auto* one = finding.fault == Fault::late ? import_at(imports, finding.line) : nullptr;
      if (one != nullptr) late.push_back(written(source, *one));
    }
    draft.edit(file, std::move(needless));
    Mover mover(patient.tree, project, file, draft);
    for (const auto statement : late) mover.move(statement);
  }
  return draft.patches();
}

}  // namespace regreen
