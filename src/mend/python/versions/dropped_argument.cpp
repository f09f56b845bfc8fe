// python.drop-argument: a library calls a method of the project's, and gives no longer what the method still demands.
//
//   TypeError: NoteExtension.extendMarkdown() missing 1 required positional argument: 'md_globals'
//
// Only where the library itself calls it, nothing makes use of the parameter, and the project never gives it. What a library calls
// in one class it calls in all that derive from the same class of it: they are mended at once, or none is.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/versions/override.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t rows_below_max = 3;  // pytest names the place right below the error
constexpr auto npos = std::string_view::npos;

using Names = std::set<std::string, std::less<>>;

// The file of a line that names one as a trace does: `File "a.py", line 4`, `a.py:4: TypeError`, `a.py:4: in run`.
std::string_view file_on(std::string_view row) {
  row = trim(row);
  if (const auto named = between(row, "File \"", "\", line "); !named.empty()) return named;
  const auto end = row.find(".py:");
  const auto behind = end == npos ? "" : row.substr(end + 4);
  const auto digits = behind.substr(0, behind.find_first_not_of("0123456789"));
  const bool is_place =
      !digits.empty() && (behind.substr(digits.size()).starts_with(": in ") || behind.ends_with(": TypeError"));
  return is_place ? row.substr(0, end + 3) : "";
}

// The file of whose code the call is that failed.
std::string_view caller_of(const Occurrence& occurrence) {
  const auto below = std::min(rows_below_max, occurrence.after.size());
  for (std::size_t i = 0; i < below; ++i) {
    if (occurrence.after[i].ends_with(": TypeError")) return file_on(occurrence.after[i]);
  }
  for (auto i = occurrence.before.size(); i-- > 0;) {
    if (const auto file = file_on(occurrence.before[i]); !file.empty()) return file;
  }
  return {};
}

bool is_of_library(std::string_view path) {
  return contains(path, "/site-packages/") || contains(path, "/dist-packages/") || contains(path, "/lib/python3");
}

// "'a' and 'b'", "'a', 'b', and 'c'"
Names names_in(std::string_view list) {
  Names names;
  const auto parts = split(list, '\'');
  for (std::size_t i = 1; i < parts.size(); i += 2) names.emplace(parts[i]);
  return names;
}

/// The parameters of a method, and which of them it demands by the names in question.
struct Parameters {
  std::size_t close = 0;  ///< the token
  std::vector<PyValue> all;
  std::vector<std::size_t> demanded;
};

bool has_default(const PythonSource& source, const PyValue& parameter) {
  for (auto i = parameter.first; i < parameter.last; ++i) {
    if (source.is(i, "=")) return true;
  }
  return false;
}

// Demanded is neither the object itself, nor what has a default, nor what stands behind `*`.
Parameters parameters_of(const PythonSource& source, const PyMethod& method, const Names& names) {
  const auto open = method.def + 2;
  const auto close = source.closing(open);
  if (!close || method.is_wrapped) return {};
  Parameters own{*close, arguments_between(source, open, *close), {}};
  for (std::size_t i = 1; i < own.all.size() && !source.is(own.all[i].first, "*"); ++i) {
    const bool is_meant = names.contains(source.text(own.all[i].first)) && !has_default(source, own.all[i]);
    if (is_meant) own.demanded.push_back(i);
  }
  return own;
}

// The edits that take some of the values between brackets away, each with the comma in front of it, or else behind it; nothing where
// a comment stands beside them.
std::optional<std::vector<Edit>> without(const PythonSource& source, const std::vector<PyValue>& values,
                                         const std::vector<std::size_t>& gone) {
  const auto& tokens = source.tokens();
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < gone.size(); ++i) {
    auto last = i;
    while (last + 1 < gone.size() && gone[last + 1] == gone[last] + 1) ++last;
    const auto first = gone[i], behind = gone[last] + 1;
    const bool is_front = first == 0;
    const auto from = is_front ? values[0].first : values[first - 1].last;
    const auto to = is_front && behind < values.size() ? values[behind].first : values[behind - 1].last;
    for (auto token = from; token <= to; ++token) {
      if (tokens[token].kind == PyKind::comment) return std::nullopt;
    }
    const auto begin = is_front ? tokens[from].offset : end_of(tokens[from - 1]);
    const auto end = is_front && behind < values.size() ? tokens[to].offset : end_of(tokens[to - 1]);
    edits.push_back({begin, end - begin, ""});
    i = last;
  }
  return edits;
}

// Is the call that opens at a token `super().name(…)`?
bool is_of_super(const PythonSource& source, std::size_t open) {
  const auto before =
      open >= 3 && source.is(open - 2, ".") && source.is(open - 3, ")") ? opening(source, open - 3) : std::nullopt;
  return before && *before > 0 && source.is(*before - 1, "super");
}

// `super().name(md, md_globals)`: the brackets of the call that hands a parameter on to the method of the same name above.
std::optional<PyValue> call_above(const PythonSource& source, const PyMethod& method, std::size_t use) {
  const auto open = opening(source, use).value_or(0);
  const auto close = open > 0 ? source.closing(open).value_or(0) : 0;
  const bool is_above = close > 0 && source.is(open - 1, source.text(method.def + 1)) && is_of_super(source, open);
  return is_above ? std::optional(PyValue{open, close}) : std::nullopt;
}

// The arguments of such a call that are no more than the parameters in question: `md_globals`, `md_globals=md_globals`.
std::vector<std::size_t> handed_on(const PythonSource& source, const std::vector<PyValue>& arguments,
                                   const Names& names) {
  std::vector<std::size_t> handed;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto& one = arguments[i];
    const bool is_plain = one.last - one.first == 1;
    const bool is_named =
        one.last - one.first == 3 && source.is(one.first + 1, "=") && source.is(one.first, source.text(one.first + 2));
    if ((is_plain || is_named) && names.contains(source.text(one.first))) handed.push_back(i);
  }
  return handed;
}

// Can the word stand for a use of names that it does not say?
bool may_use_all(std::string_view word) {
  return word == "locals" || word == "vars" || word == "eval" || word == "exec";
}

bool is_used_in_format(const PythonSource& source, std::size_t token, const Names& names) {
  const auto text = source.text(token);
  if (source.tokens()[token].kind != PyKind::string || contains("'\"", text.substr(0, 1))) return false;
  return std::ranges::any_of(names, [&](const auto& name) { return !words_in(text, name).empty(); });
}

// Do the other arguments say nothing of the names?
bool are_left_alone(const PythonSource& source, const std::vector<PyValue>& arguments,
                    const std::vector<std::size_t>& handed, const Names& names) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (is_among(i, handed)) continue;
    for (auto token = arguments[i].first; token < arguments[i].last; ++token) {
      if (names.contains(source.text(token)) || is_used_in_format(source, token, names)) return false;
    }
  }
  return !handed.empty();
}

// The edits that take parameters out of a method, and out of the call of the method above; nothing where the body makes use of them.
std::optional<std::vector<Edit>> without_parameters(const PythonSource& source, const PyMethod& method,
                                                    const Parameters& parameters) {
  Names names;
  for (const auto index : parameters.demanded) names.emplace(source.text(parameters.all[index].first));
  auto edits = without(source, parameters.all, parameters.demanded);
  for (auto i = parameters.close + 1; edits && i < method.body_last; ++i) {
    if (is_used_in_format(source, i, names) || may_use_all(source.text(i))) return std::nullopt;
    if (!names.contains(source.text(i)) || source.is(i - 1, ".")) continue;
    const auto call = call_above(source, method, i);
    if (!call) return std::nullopt;
    const auto arguments = arguments_between(source, call->first, call->last);
    const auto handed = handed_on(source, arguments, names);
    const auto more =
        are_left_alone(source, arguments, handed, names) ? without(source, arguments, handed) : std::nullopt;
    if (!more) return std::nullopt;
    edits->insert(edits->end(), more->begin(), more->end());
    i = call->last;
  }
  return edits;
}

// Does the call that opens at a token give what stands at an index among the parameters, or may it?
bool gives(const PythonSource& source, std::size_t open, std::size_t index, const Names& names) {
  const auto close = source.closing(open);
  if (!close) return true;
  std::size_t count = 0;
  for (const auto& one : arguments_between(source, open, *close)) {
    if (source.is(one.first, "*") || source.is(one.first, "**")) return true;
    if (one.last - one.first > 1 && source.is(one.first + 1, "=")) {
      if (names.contains(source.text(one.first))) return true;
      continue;
    }
    ++count;
  }
  return count >= index;
}

bool is_given_by_project(const Tree& tree, std::string_view method, std::size_t index, const Names& names) {
  return std::ranges::any_of(python_files(tree), [&](const std::string& file) {
    const auto text = is_vendored(file) ? std::nullopt : tree.read(file);
    if (!text || !contains(*text, method)) return false;
    const PythonSource source(*text);
    for (std::size_t i = 1; i + 1 < source.tokens().size(); ++i) {
      const bool is_call = source.is(i, method) && source.is(i - 1, ".") && source.is(i + 1, "(");
      if (is_call && !is_of_super(source, i + 1) && gives(source, i + 1, index, names)) return true;
    }
    return false;
  });
}

using FileEdits = std::map<std::string, std::vector<Edit>>;

// The parameters out of all methods that a class of a library makes alike; false where one of them needs them.
bool drop(const Patient& patient, const Overrides& overrides, const std::string& owner, const Names& names,
          FileEdits& edits) {
  bool is_found = false;
  for (const auto& method : overrides.methods()) {
    if (method.owner != owner && !overrides.have_base_in_common(method.owner, owner)) continue;
    const auto text = patient.tree.read(method.file).value_or("");
    const PythonSource source(text);
    const auto parameters = parameters_of(source, method, names);
    if (parameters.demanded.empty()) continue;
    const auto own = without_parameters(source, method, parameters);
    const auto first = parameters.demanded[0];
    if (!own || is_given_by_project(patient.tree, source.text(method.def + 1), first, names)) return false;
    is_found |= method.owner == owner;
    auto& all = edits[method.file];
    for (const auto& edit : *own) {
      const bool is_known = std::ranges::any_of(all, [&](const Edit& one) { return one.offset == edit.offset; });
      if (!is_known) all.push_back(edit);
    }
  }
  return is_found;
}

}  // namespace

std::vector<Patch> drop_python_argument(const Patient& patient) {
  FileEdits edits;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto full = capture(occurrence, "symbol");
    const std::string owner(leaf_of(parent_of(full)));
    if (owner.empty() || is_maker(leaf_of(full)) || !is_of_library(caller_of(occurrence))) continue;
    const Overrides overrides(patient.tree, patient.rules, leaf_of(full));
    if (!overrides.has_base(owner)) continue;
    if (!drop(patient, overrides, owner, names_in(capture(occurrence, "key")), edits)) return {};
  }
  Draft draft(patient.tree);
  for (auto& [file, own] : edits) draft.edit(file, std::move(own));
  return draft.patches();
}

}  // namespace regreen
