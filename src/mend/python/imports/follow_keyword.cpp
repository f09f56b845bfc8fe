// python.follow-keyword: a function of the project calls a parameter otherwise since the newest commit, and is called with the old name.
//
//   TypeError: get_json() got an unexpected keyword argument 'timeout'
//   meterfeed/sources/solar.py:7: TypeError
//
// All calls that surely mean the function follow, where the log names one of them: by an import, through its module, in its own file.
// Keywords of the same name that others take stay.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/imports/renamed_parameter.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/trace.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t handed_on_max = 5;  // from package to module
constexpr std::size_t renames_max = 20;
constexpr std::string_view maker = ".__init__";

/// A keyword in a call, and the lines of the call.
struct Keyword {
  std::size_t offset = 0;
  std::size_t first_line = 0, last_line = 0;
};

/// Finds the calls of a function that pass one of its parameters by name. Borrows tree and project.
class Callers {
 public:
  Callers(const Tree& tree, const PythonProject& project, const RenamedParameter& renamed)
      : tree_(tree), project_(project), renamed_(renamed) {
    const std::string_view name = renamed.function;
    // An object is made by the name of its class.
    called_ = name.ends_with(maker) ? name.substr(0, name.size() - maker.size()) : name;
    full_ = project.module_of(renamed.file) + "." + std::string(called_);
  }

  /// Is it called by a name, not on an object?
  bool is_found_by_name() const { return is_python_name(called_); }

  bool may_be_replaced_in(std::string_view text) const { return contains(text, "." + std::string(called_)); }

  /// Does a file put another function in its place: `net.fetch = fetch_fast`?
  bool is_replaced_in(const PythonSource& source) const {
    for (std::size_t i = 2; i < source.tokens().size(); ++i) {
      const bool is_attribute = source.is(i, called_) && source.is(i - 1, ".") && !source.is(i - 2, "self");
      if (is_attribute && source.is(i + 1, "=")) return true;
    }
    return false;
  }

  std::vector<Keyword> in(const std::string& file, const PythonSource& source) const {
    std::vector<Keyword> keywords;
    const auto names = names_in(file, source);
    for (std::size_t i = 1; i < source.tokens().size(); ++i) {
      if (!source.is(i, "(") || !source.is_name(i - 1)) continue;
      const auto keyword = keyword_in(source, i);
      if (keyword && is_meant(file, source, names, i - 1)) keywords.push_back(*keyword);
    }
    return keywords;
  }

 private:
  using Names = std::map<std::string, std::set<std::string>, std::less<>>;

  // The argument of a call, where it has the old name and none the new one.
  std::optional<Keyword> keyword_in(const PythonSource& source, std::size_t open) const {
    const auto close = closing_of_call(source, open);
    std::optional<Keyword> found;
    for (const auto& one : close ? arguments_between(source, open, *close) : std::vector<PyValue>()) {
      if (!source.is(one.first + 1, "=")) continue;
      if (source.is(one.first, renamed_.to)) return std::nullopt;
      const auto& tokens = source.tokens();
      if (source.is(one.first, renamed_.from))
        found = {tokens[one.first].offset, tokens[open - 1].line, tokens[*close].line};
    }
    return found;
  }

  // What the imports of a file call what, in full.
  Names names_in(const std::string& file, const PythonSource& source) const {
    Names names;
    for (const auto& one : imports_of(source)) {
      for (const auto& name : one.names) {
        const bool is_dotted = !one.is_from && name.alias.empty();
        names[std::string(name.bound())].insert(is_dotted ? std::string(name.bound())
                                                          : project_.imported_name(file, one, name));
      }
    }
    return names;
  }

  bool is_meant(const std::string& file, const PythonSource& source, const Names& names, std::size_t last) const {
    auto first = last;
    while (first >= 2 && source.is(first - 1, ".") && source.is_name(first - 2)) first -= 2;
    if (first >= 1 && (source.is(first - 1, ".") || source.is(first - 1, "def") || source.is(first - 1, "class")))
      return false;
    const auto known = names.find(source.text(first));
    const bool is_own = known == names.end() && first == last && file == renamed_.file && source.is(first, called_);
    if (is_local(source, first, source.text(first)) || (known == names.end() && !is_own)) return false;
    if (is_own) return true;
    if (known->second.size() != 1 || binds_otherwise(source, source.text(first))) return false;
    auto full = *known->second.begin();
    for (auto i = first + 1; i <= last; ++i) full += source.text(i);
    return in_full(std::move(full)) == full_;
  }

  // Does the file define the name itself as well?
  static bool binds_otherwise(const PythonSource& source, std::string_view name) {
    return is_among(name, defined_names(source));
  }

  // "shop.get" → "shop.net.get", where the package takes it from there.
  std::string in_full(std::string name) const {
    for (std::size_t step = 0; step < handed_on_max && name != full_; ++step) {
      const auto file = project_.file_of(parent_of(name));
      const auto text = file ? tree_.read(*file) : std::nullopt;
      if (!text || !contains(*text, leaf_of(name))) break;
      const auto names = names_in(*file, PythonSource(*text));
      const auto known = names.find(leaf_of(name));
      if (known == names.end() || known->second.size() != 1) break;
      name = *known->second.begin();
    }
    return name;
  }

  const Tree& tree_;
  const PythonProject& project_;
  const RenamedParameter& renamed_;
  std::string_view called_;
  std::string full_;
};

bool is_named(const std::vector<TreePlace>& places, const std::string& file, const Keyword& keyword) {
  return std::ranges::any_of(places, [&](const TreePlace& place) {
    return place.file == file && place.line >= keyword.first_line && place.line <= keyword.last_line;
  });
}

// False, and nothing changes, where the log names none of the calls, if it must, and where tests alone pass the argument: that was
// promised, and whether the new name or the tests are wrong, a commit does not tell.
bool follow(const Patient& patient, const PythonProject& project, const RenamedParameter& renamed,
            const std::vector<TreePlace>* places, Draft& draft) {
  const Callers callers(patient.tree, project, renamed);
  if (!callers.is_found_by_name()) return false;
  std::map<std::string, std::vector<Edit>> edits;
  bool is_told = places == nullptr, is_used = false;
  for (const auto& path : python_files(patient.tree, [](auto one) { return !is_vendored(one); })) {
    const auto text = draft.read(path);
    if (!text || (!contains(*text, renamed.from) && !callers.may_be_replaced_in(*text))) continue;
    const PythonSource source(*text);
    if (is_no_test_file(path) && callers.is_replaced_in(source)) return false;
    for (const auto& keyword : callers.in(path, source)) {
      if (says_generated(*text)) return false;
      edits[path].push_back({keyword.offset, renamed.from.size(), renamed.to});
      is_told |= places != nullptr && is_named(*places, path, keyword);
      is_used |= is_no_test_file(path);
    }
  }
  if (!is_told || !is_used) return false;
  for (auto& [path, of_file] : edits) draft.edit(path, std::move(of_file));
  return true;
}

}  // namespace

std::vector<Patch> follow_python_keyword(const Patient& patient) {
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  std::map<std::pair<std::string, std::string>, std::vector<TreePlace>> calls;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string function(capture(occurrence, "symbol")), key(capture(occurrence, "key"));
    if (function.empty() || !is_python_name(key) || calls.size() == renames_max) continue;
    auto& places = calls[{function, key}];
    std::ranges::copy(places_around(patient.tree, occurrence), std::back_inserter(places));
  }
  for (const auto& [call, places] : calls) {
    const auto renamed = renamed_parameter(patient, project, call.first, call.second);
    if (!renamed || !follow(patient, project, *renamed, &places, draft)) continue;
    // A test stops at the first call: other functions of the file got the same name in the same way.
    for (const auto& other : renamed_alike(patient, project, *renamed)) follow(patient, project, other, nullptr, draft);
  }
  return draft.patches();
}

}  // namespace regreen
