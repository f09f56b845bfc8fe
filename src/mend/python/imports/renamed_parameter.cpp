#include "mend/python/imports/renamed_parameter.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/python/imports/renamed_definition.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/text/code_text.h"
#include "mend/text/set_aside.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t alike_max = 100;  // functions of one file, each of which is compared with all that it uses

/// The statements [first, last] of a function, its decorators included.
struct Body {
  std::size_t first = 0, head = 0, last = 0;
};

// The only function at the top of a file of that name, or method of a class there.
std::optional<Body> function_named(const PythonSource& source, std::string_view name) {
  const auto& all = source.statements();
  const auto parts = split(name, '.');
  const auto owner = parts.size() == 2 ? class_named(source, parts[0]) : std::nullopt;
  if (parts.size() > 2 || (parts.size() == 2 && !owner)) return std::nullopt;
  const auto begin = owner ? owner->head + 1 : 0, end = owner ? owner->last + 1 : all.size();
  const auto indent = begin < all.size() && owner ? all[begin].indent : 0;
  std::optional<Body> found;
  for (auto s = begin; s < end; ++s) {
    const auto def = source.is(all[s].first, "async") ? all[s].first + 1 : all[s].first;
    if (!is_def(source, all[s]) || !source.is(def + 1, parts.back()) || all[s].indent != indent) continue;
    if (found) return std::nullopt;
    found = Body{s, s, body_of(source, s).last};
    while (found->first > begin && source.is(all[found->first - 1].first, "@")) --found->first;
  }
  return found;
}

// The names of the parameters, in their order.
std::vector<std::string> parameters_of(const PythonSource& source, const Body& body) {
  const auto& head = source.statements()[body.head];
  auto open = head.first;
  while (open < head.last && !source.is(open, "(")) ++open;
  const auto close = source.closing(open);
  std::vector<std::string> names;
  if (!close) return names;
  for (const auto& one : arguments_between(source, open, *close)) names.emplace_back(source.text(one.first));
  return names;
}

// What gives a name its meaning at the top of a file: functions and classes as a whole, values.
std::vector<Body> meanings_of(const PythonSource& source, std::string_view name) {
  const auto& all = source.statements();
  const auto uses = uses_of(source, name);
  std::vector<Body> found;
  for (std::size_t s = 0; s < all.size(); ++s) {
    Body body{s, s, s};
    while (body.head + 1 < all.size() && source.is(all[body.head].first, "@")) ++body.head;
    body.last = body_of(source, body.head).last;
    const auto def = source.is(all[body.head].first, "async") ? all[body.head].first + 1 : all[body.head].first;
    const bool is_definition = source.is(def, "def") || source.is(def, "class");
    const bool is_said =
        std::ranges::any_of(uses, [&](auto use) { return use >= all[body.first].first && use < all[body.last].last; });
    if (is_definition ? source.is(def + 1, name) : is_said) found.push_back(body);
    s = body.last;
  }
  return found;
}

// What the imports of a file call so.
std::set<std::string> imported_as(const PythonSource& source, std::string_view name) {
  std::set<std::string> found;
  for (const auto& one : imports_of(source)) {
    for (const auto& bound : one.names) {
      if (bound.bound() == name) found.insert(one.module + " " + bound.name);
    }
  }
  return found;
}

/// Compares a function of before with that of today, in which one name has become another.
class FunctionComparison {
 public:
  FunctionComparison(const PythonSource& was, const PythonSource& is, std::string_view from, std::string_view to)
      : was_(was), is_(is), from_(from), to_(to) {}

  /// The names that it looked at: what the function uses of its file, and of others.
  const std::set<std::string>& used() const { return used_; }

  bool holds(const std::string& function) {
    if (!seen_.insert(function).second) return true;
    const auto was = function_named(was_, function), is = function_named(is_, function);
    if (!was || !is) return false;
    const auto old = tokens_of(was_, *was), fresh = tokens_of(is_, *is);
    if (old.size() != fresh.size()) return false;
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (!is_same(old[i], fresh[i])) return false;
    }
    return uses_the_same(old);
  }

 private:
  // Is all that the tokens name at the top of the file as it was, or renamed alike?
  bool uses_the_same(const std::vector<std::size_t>& tokens) {
    return std::ranges::all_of(tokens, [&](std::size_t token) {
      const bool is_attribute = token > 0 && was_.is(token - 1, ".");
      return !was_.is_name(token) || is_attribute || means_the_same(std::string(was_.text(token)));
    });
  }

  bool means_the_same(const std::string& name) {
    if (seen_.contains(name) || !used_.insert(name).second) return true;
    if (imported_as(was_, name) != imported_as(is_, name)) return false;
    if (!is_among(name, defined_names(was_)) && !is_among(name, defined_names(is_))) return true;
    const auto was = meanings_of(was_, name), is = meanings_of(is_, name);
    const auto words = [](const PythonSource& source, const std::vector<Body>& all) {
      std::vector<std::string_view> texts;
      for (const auto& one : all) {
        for (const auto token : tokens_of(source, one)) texts.push_back(source.text(token));
      }
      return texts;
    };
    if (words(was_, was) != words(is_, is)) return holds(name);
    return std::ranges::all_of(was, [&](const Body& one) { return uses_the_same(tokens_of(was_, one)); });
  }

  // Without comments, and texts that stand alone.
  static std::vector<std::size_t> tokens_of(const PythonSource& source, const Body& body) {
    std::vector<std::size_t> tokens;
    for (auto s = body.first; s <= body.last; ++s) {
      const auto& one = source.statements()[s];
      if (one.last == one.first + 1 && source.tokens()[one.first].kind == PyKind::string) continue;
      for (auto i = one.first; i < one.last; ++i) {
        if (source.tokens()[i].kind != PyKind::comment) tokens.push_back(i);
      }
    }
    return tokens;
  }

  // `read(url, timeout=…)`: a parameter of what is called
  static bool is_keyword_of_call(const PythonSource& source, std::size_t token) {
    const bool is_argument = source.is(token + 1, "=") && (source.is(token - 1, "(") || source.is(token - 1, ","));
    const auto open = is_argument ? opening(source, token) : std::nullopt;
    return open && *open > 1 && !source.is(*open - 2, "def");
  }

  bool is_same(std::size_t was, std::size_t is) {
    const auto old = was_.text(was), fresh = is_.text(is);
    const auto kind = was_.tokens()[was].kind;
    if (kind != is_.tokens()[is].kind) return false;
    if (kind == PyKind::string) return old == fresh || says_to(was) == fresh;
    if (kind != PyKind::name || (old != from_ && fresh != to_)) return old == fresh;
    if (was > 0 && was_.is(was - 1, ".")) return old == fresh;
    if (!is_keyword_of_call(was_, was)) return old == from_ && fresh == to_;
    return old == fresh || (old == from_ && fresh == to_ && is_renamed_there(was));
  }

  // Is a function of the same file called, whose parameter was renamed alike?
  bool is_renamed_there(std::size_t token) {
    const auto open = opening(was_, token);
    const bool is_plain = open && *open > 1 && was_.is_name(*open - 1) && !was_.is(*open - 2, ".");
    return is_plain && holds(std::string(was_.text(*open - 1)));
  }

  // A text with the new name, where it is for people, and in the fields of f-strings, which are code. Other texts are keys, columns,
  // addresses: what others know by its name, and in its unit.
  std::string says_to(std::size_t token) const {
    static constexpr auto heads =
        std::to_array<std::string_view>({"raise", "assert", "print", "log", "logger", "logging", "warnings"});
    const auto text = was_.text(token);
    const auto* statement = was_.statement_at(was_.tokens()[token].line);
    const bool is_sentence =
        statement != nullptr && is_among(was_.text(statement->first), heads) && contains(text, " ");
    const bool has_fields = contains(lower(text.substr(0, text.find_first_of("'\""))), "f");
    std::string renamed(text);
    const auto spots = words_in(text, from_);
    for (auto spot = spots.rbegin(); spot != spots.rend(); ++spot) {
      const auto front = text.substr(0, *spot);
      const auto open = front.rfind('{');
      const bool is_in_field = has_fields && open != front.npos && !contains(front.substr(open), "}");
      if (is_sentence || is_in_field) renamed.replace(*spot, from_.size(), to_);
    }
    return renamed;
  }

  const PythonSource& was_;
  const PythonSource& is_;
  std::string_view from_, to_;
  std::set<std::string> seen_;  ///< functions that are compared
  std::set<std::string> used_;
};

/// A file as the newest commit found it and left it.
class ChangedFile {
 public:
  ChangedFile(const Patient& patient, const PythonProject& project, const std::string& file)
      : patient_(patient),
        project_(project),
        file_(file),
        before_(patient.last_commit.before.at(file).value_or("")),
        today_(patient.tree.read(file).value_or("")),
        was_(before_),
        is_(today_) {}
  ChangedFile(const ChangedFile&) = delete;
  ChangedFile& operator=(const ChangedFile&) = delete;

  const PythonSource& today() const { return is_; }

  /// What the parameter of the function is called today; "" where it is none that only got another name.
  std::string name_today(const std::string& function, const std::string& parameter) const {
    const auto old = function_named(was_, function), fresh = function_named(is_, function);
    if (!old || !fresh) return "";
    const auto before = parameters_of(was_, *old), today = parameters_of(is_, *fresh);
    const auto place = static_cast<std::size_t>(std::ranges::find(before, parameter) - before.begin());
    if (before.size() != today.size() || place == before.size() || is_among(parameter, today)) return "";
    const auto& name = today[place];
    const bool is_free = !is_among(name, before) && is_python_name(name) && !says_set_aside(name, parameter);
    return is_free && is_same(function, parameter, name) ? name : "";
  }

 private:
  bool is_same(const std::string& function, const std::string& from, const std::string& to) const {
    FunctionComparison comparison(was_, is_, from, to);
    return comparison.holds(function) && std::ranges::none_of(comparison.used(), [&](const auto& used) {
             return is_changed_elsewhere(patient_, project_, file_, was_, used);
           });
  }

  const Patient& patient_;
  const PythonProject& project_;
  const std::string& file_;
  const std::string before_, today_;
  PythonSource was_, is_;
};

// What a file defines that is called by its own name: functions, and classes by how they make their objects.
std::vector<std::string> callable_names(const PythonSource& source) {
  std::vector<std::string> names;
  for (const auto& one : source.statements()) {
    if (one.indent > 0) continue;
    const auto def = source.is(one.first, "async") ? one.first + 1 : one.first;
    if (source.is(def, "def")) names.emplace_back(source.text(def + 1));
    if (source.is(def, "class")) names.push_back(std::string(source.text(def + 1)) + ".__init__");
  }
  return names;
}

}  // namespace

std::optional<RenamedParameter> renamed_parameter(const Patient& patient, const PythonProject& project,
                                                  const std::string& function, const std::string& parameter) {
  std::optional<RenamedParameter> found;
  for (const auto& [path, before] : patient.last_commit.before) {
    const auto text = path.ends_with(".py") && is_no_test_file(path) ? patient.tree.read(path) : std::nullopt;
    if (!text || !before || is_vendored(path) || !contains(*before, parameter)) continue;
    const auto name = ChangedFile(patient, project, path).name_today(function, parameter);
    if (name.empty()) continue;
    if (found) return std::nullopt;
    found = RenamedParameter{path, function, parameter, name};
  }
  return found;
}

std::vector<RenamedParameter> renamed_alike(const Patient& patient, const PythonProject& project,
                                            const RenamedParameter& renamed) {
  const ChangedFile file(patient, project, renamed.file);
  std::vector<RenamedParameter> others;
  for (const auto& name : callable_names(file.today())) {
    if (others.size() < alike_max && name != renamed.function && file.name_today(name, renamed.from) == renamed.to)
      others.push_back({renamed.file, name, renamed.from, renamed.to});
  }
  return others;
}

}  // namespace regreen
