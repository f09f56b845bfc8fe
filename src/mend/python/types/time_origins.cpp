#include "mend/python/types/time_origins.h"

#include "base/among.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/names.h"
#include "mend/python/types/dataclass.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t files_max = 400;     // in which a class of the project is made
constexpr std::size_t followed_max = 200;  // expressions

// Tokens of an expression outside of all its brackets.
std::vector<std::size_t> outer_tokens(const PythonSource& source, PyValue value) {
  std::vector<std::size_t> outer;
  for (auto i = value.first; i < value.last; ++i) {
    outer.push_back(i);
    if (const auto close = source.closing(i); close && *close < value.last) i = *close;
  }
  return outer;
}

PyValue without_brackets(const PythonSource& source, PyValue value) {
  while (value.last > value.first + 2 && source.is(value.first, "(") &&
         source.closing(value.first) == std::optional(value.last - 1))
    value = {value.first + 1, value.last - 1};
  return value;
}

std::size_t statement_of(const PythonSource& source, std::size_t token) {
  const auto& all = source.statements();
  const auto behind = std::ranges::upper_bound(all, token, {}, &PyStatement::first);
  return behind == all.begin() ? 0 : static_cast<std::size_t>(behind - all.begin()) - 1;
}

// The names of a function's parameters, without the object's own.
std::vector<std::string> parameters_of(const PythonSource& source, const PyFunction& function) {
  std::vector<std::string> names;
  const auto close = source.closing(function.def + 2);
  if (!close) return names;
  for (const auto& one : arguments_between(source, function.def + 2, *close))
    names.emplace_back(source.text(one.first));
  if (!names.empty()) names.erase(names.begin());
  return names;
}

// `name: type` in the body of a class itself, in order.
std::vector<std::string> annotated_fields(const PythonSource& source, const ClassBody& body) {
  std::vector<std::string> names;
  const auto& all = source.statements();
  for (auto s = body.head + 1; s <= body.last && s < all.size(); ++s) {
    const bool is_own = all[s].indent == all[body.head + 1].indent;
    if (is_own && source.is_name(all[s].first) && source.is(all[s].first + 1, ":"))
      names.emplace_back(source.text(all[s].first));
  }
  return names;
}

}  // namespace

const TimeFile* TimeOrigins::file(const std::string& path) {
  if (const auto known = files_.find(path); known != files_.end()) return known->second.get();
  auto text = path.ends_with(".py") ? tree_.read(path) : std::nullopt;
  auto& one = files_[path];
  if (text) one = std::make_unique<TimeFile>(path, std::move(*text), project_);
  return one.get();
}

std::set<TimeMaker> TimeOrigins::of(const TimeFile& in, PyValue value, std::size_t statement) {
  followed_.clear();
  fields_followed_.clear();
  found_.clear();
  follow({in, function_around(in.source, statement)}, value);
  return found_;
}

// `a or b`, `a if c else b`, `a + timedelta(…)`, or one of them.
void TimeOrigins::follow(const Scope& scope, PyValue value) {
  const auto& source = scope.in.source;
  value = without_brackets(source, value);
  if (value.first >= value.last || followed_.size() > followed_max) return;
  if (!followed_.emplace(scope.in.file, value.first << 20U | value.last).second) return;
  const auto outer = outer_tokens(source, value);
  const auto at = [&](std::string_view word) {
    const auto found = std::ranges::find_if(outer, [&](auto i) { return source.is(i, word); });
    return found == outer.end() ? value.last : *found;
  };
  if (at(",") != value.last || at("lambda") != value.last || at("and") != value.last) return;
  if (const auto choice = at("if"), other = at("else"); choice < other && other != value.last) {
    follow(scope, {value.first, choice});
    follow(scope, {other + 1, value.last});
  } else if (const auto word = at("or"); word != value.last) {
    follow(scope, {value.first, word});
    follow(scope, {word + 1, value.last});
  } else if (const auto sign = std::min(at("+"), at("-")); sign != value.last) {
    follow(scope, {value.first, sign});
  } else {
    follow_primary(scope, value);
  }
}

// A name, an attribute, a call; `.replace(…)` behind it keeps what it is.
void TimeOrigins::follow_primary(const Scope& scope, PyValue value) {
  const auto& source = scope.in.source;
  auto end = value.first;
  if (!source.is_name(end)) return;
  while (end + 2 < value.last && source.is(end + 1, ".") && source.is_name(end + 2)) end += 2;
  const auto dotted = written(source, {value.first, end + 1});
  if (end + 1 == value.last) return follow_name(scope, dotted);
  const auto close = source.is(end + 1, "(") ? source.closing(end + 1) : std::nullopt;
  if (!close || *close >= value.last) return;
  for (auto behind = *close + 1; behind < value.last;) {
    const auto last =
        source.is(behind, ".") && source.is(behind + 1, "replace") ? source.closing(behind + 2) : std::nullopt;
    if (!last) return;
    for (const auto& one : arguments_between(source, behind + 2, *last)) {
      if (source.is(one.first, "tzinfo")) return;
    }
    behind = *last + 1;
  }
  if (const auto maker = time_maker_at(scope.in, end))
    found_.insert(*maker);
  else
    follow_returns(scope.in.names.full(dotted), scope.in);
}

void TimeOrigins::follow_name(const Scope& scope, const std::string& dotted) {
  const auto full = scope.in.names.full(dotted);
  if (full != dotted) {
    const auto path = project_.file_of(parent_of(full));
    if (const auto* other = path ? file(*path) : nullptr) follow_global(*other, leaf_of(full));
    return;
  }
  if (!parent_of(dotted).empty()) return follow_field(leaf_of(dotted));
  const auto& function = scope.function;
  const auto local = function ? only_value_of(scope.in.source, function->head, function->end, dotted) : std::nullopt;
  if (local) return follow(scope, *local);
  if (!function || !takes_parameter(scope.in.source, *function, dotted)) follow_global(scope.in, dotted);
}

void TimeOrigins::follow_global(const TimeFile& in, std::string_view name) {
  const auto value = only_value_of(in.source, 0, in.source.statements().size(), name);
  if (value && in.source.statements()[statement_of(in.source, value->first)].indent == 0)
    follow({in, std::nullopt}, *value);
}

// A function of the project, by its full name, or of the same file.
void TimeOrigins::follow_returns(const std::string& full, const TimeFile& in) {
  const auto path = parent_of(full).empty() ? std::optional(in.file) : project_.file_of(parent_of(full));
  const auto* where = path ? file(*path) : nullptr;
  if (where == nullptr) return;
  const auto& source = where->source;
  for (const auto& function : functions_of(source)) {
    if (source.statements()[function.head].indent > 0 || !source.is(function.def + 1, leaf_of(full))) continue;
    for (auto s = function.head; s < function.end; ++s) {
      const auto& one = source.statements()[s];
      const auto around = function_around(source, s);
      if (source.is(one.first, "return") && around && around->head == function.head)
        follow({*where, function}, {one.first + 1, one.last});
    }
  }
}

// All classes of the project with a field of the name.
std::vector<TimeOrigins::Field> TimeOrigins::fields_named(std::string_view name) {
  std::vector<Field> fields;
  for (const auto& path : python_files(tree_, {}, files_max)) {
    const auto* in = file(path);
    if (in == nullptr || in->text.find(name) == std::string::npos) continue;
    const auto& source = in->source;
    for (std::size_t head = 0; head < source.statements().size(); ++head) {
      const auto first = source.statements()[head].first;
      if (!source.is(first, "class")) continue;
      const auto body = body_of(source, head);
      const auto annotated = annotated_fields(source, body);
      const auto own = own_attributes(source, body);
      if (!is_among(name, annotated) && !own.contains(name)) continue;
      const auto imported = imported_at_top(source);
      const auto at = std::ranges::find(annotated, name);
      const bool is_data = dataclass_mark(source, imported, head) != nullptr && !own.contains(name);
      fields.push_back({in, is_data ? std::string(source.text(first + 1)) : "", std::string(name),
                        static_cast<std::size_t>(at - annotated.begin())});
      const auto made = method_of(source, body, "__init__");
      const auto function = made ? function_around(source, made->head + 1) : std::nullopt;
      if (is_data || !function) continue;
      for (auto s = function->head + 1; s < function->end; ++s) {
        const auto& one = source.statements()[s];
        const bool sets =
            source.is(one.first, "self") && source.is(one.first + 2, name) && source.is(one.first + 3, "=");
        if (!sets) continue;
        follow({*in, function}, {one.first + 4, one.last});
        const auto parameters = parameters_of(source, *function);
        const auto given = std::ranges::find(parameters, source.text(one.first + 4));
        if (one.last != one.first + 5 || given == parameters.end()) continue;
        fields.back() = {in, std::string(source.text(first + 1)), *given,
                         static_cast<std::size_t>(given - parameters.begin())};
      }
    }
  }
  return fields;
}

// Of the only class that has it: what its objects are made with.
void TimeOrigins::follow_field(std::string_view name) {
  if (!fields_followed_.emplace(name).second) return;
  const auto fields = fields_named(name);
  if (fields.size() != 1 || fields[0].owner.empty()) return;
  for (const auto& path : python_files(tree_, {}, files_max)) {
    const auto* in = file(path);
    if (in != nullptr && in->text.find(fields[0].owner) != std::string::npos) follow_calls(*in, fields[0]);
  }
}

void TimeOrigins::follow_calls(const TimeFile& in, const Field& field) {
  const auto& source = in.source;
  const auto module = project_.module_of(field.in->file);
  for (std::size_t i = 0; i + 1 < source.tokens().size(); ++i) {
    const bool is_call = source.is(i, field.owner) && source.is(i + 1, "(") &&
                         !(i > 0 && (source.is(i - 1, ".") || source.is(i - 1, "class")));
    const bool is_it = is_call && (&in == field.in || in.names.full(field.owner) == module + "." + field.owner);
    const auto close = is_it ? closing_of_call(source, i + 1) : std::nullopt;
    if (!close) continue;
    const auto arguments = arguments_between(source, i + 1, *close);
    for (std::size_t at = 0; at < arguments.size(); ++at) {
      const auto& one = arguments[at];
      const bool is_named = source.is(one.first + 1, "=") && one.last > one.first + 2;
      if (source.text(one.first).starts_with('*')) break;
      const Scope scope{in, function_around(source, statement_of(source, i))};
      if (is_named && source.is(one.first, field.name)) follow(scope, {one.first + 2, one.last});
      if (!is_named && at == field.position) follow(scope, one);
    }
  }
}

}  // namespace regreen
