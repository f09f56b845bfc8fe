#include "mend/python/imports/renamed_parameter.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
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

/// Compares a function of before with that of today, in which one name has become another.
class FunctionComparison {
 public:
  FunctionComparison(const PythonSource& was, const PythonSource& is, std::string_view from, std::string_view to)
      : was_(was), is_(is), from_(from), to_(to) {}

  bool holds(const std::string& function) {
    if (!seen_.insert(function).second) return true;
    const auto was = function_named(was_, function), is = function_named(is_, function);
    if (!was || !is) return false;
    const auto old = tokens_of(was_, *was), fresh = tokens_of(is_, *is);
    if (old.size() != fresh.size()) return false;
    for (std::size_t i = 0; i < old.size(); ++i) {
      if (!is_same(old[i], fresh[i])) return false;
    }
    return true;
  }

 private:
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
  std::set<std::string> seen_;
};

// What the parameter of the function in a file is called today; "" where it is none that only got another name.
std::string name_today(const PythonSource& was, const PythonSource& is, const std::string& function,
                       const std::string& parameter) {
  const auto old = function_named(was, function), fresh = function_named(is, function);
  if (!old || !fresh) return "";
  const auto before = parameters_of(was, *old), today = parameters_of(is, *fresh);
  const auto place = static_cast<std::size_t>(std::ranges::find(before, parameter) - before.begin());
  if (before.size() != today.size() || place == before.size() || is_among(parameter, today)) return "";
  const auto& name = today[place];
  const bool is_free = !is_among(name, before) && is_python_name(name) && !says_set_aside(name, parameter);
  return is_free && FunctionComparison(was, is, parameter, name).holds(function) ? name : "";
}

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

std::optional<RenamedParameter> renamed_parameter(const Patient& patient, const std::string& function,
                                                  const std::string& parameter) {
  std::optional<RenamedParameter> found;
  for (const auto& [path, before] : patient.last_commit.before) {
    const auto text = path.ends_with(".py") && is_no_test_file(path) ? patient.tree.read(path) : std::nullopt;
    if (!text || !before || is_vendored(path) || !contains(*before, parameter)) continue;
    const auto name = name_today(PythonSource(*before), PythonSource(*text), function, parameter);
    if (name.empty()) continue;
    if (found) return std::nullopt;
    found = RenamedParameter{path, function, parameter, name};
  }
  return found;
}

std::vector<RenamedParameter> renamed_alike(const Patient& patient, const RenamedParameter& renamed) {
  const auto before = patient.last_commit.before.at(renamed.file).value_or("");
  const auto text = patient.tree.read(renamed.file).value_or("");
  const PythonSource was(before), is(text);
  std::vector<RenamedParameter> others;
  for (const auto& name : callable_names(is)) {
    if (name != renamed.function && name_today(was, is, name, renamed.from) == renamed.to)
      others.push_back({renamed.file, name, renamed.from, renamed.to});
  }
  return others;
}

}  // namespace regreen
