#include "base/among.h"
#include "base/text.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/versions/removed.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

/// The functions of a file that make coroutines, where nothing else has the name. What a decorator makes of one may give a task.
class AsyncNames {
 public:
  explicit AsyncNames(const PythonSource& source) {
    const auto& all = source.statements();
    for (const auto& function : functions_of(source)) {
      const auto head = function.head;
      const bool is_decorated = head > 0 && source.is(all[head - 1].first, "@");
      const bool is_async = source.is(all[head].first, "async") && all[head].indent == 0 && !is_decorated;
      (is_async ? async_ : plain_).emplace(source.text(function.def + 1));
    }
    for (const auto& one : all) {
      if (source.is(one.first + 1, "=")) plain_.emplace(source.text(one.first));
    }
  }

  bool contains(std::string_view name) const { return async_.contains(name) && !plain_.contains(name); }

 private:
  std::set<std::string, std::less<>> async_, plain_;
};

bool makes_task(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"create_task", "ensure_future", "run_in_executor", "wrap_future", "run_coroutine_threadsafe"});
  return is_among(name, names);
}

/// How the tasks of a call are made: `asyncio.create_task(` for coroutines, `asyncio.ensure_future(` for what may be tasks.
struct Makers {
  std::string task, any, back;
  bool needs_module = false;  ///< `import asyncio`
};

/// Which calls are meant beside those of plain coroutines: those that a trace names; all that may wait for some, where none leads to a file
/// of the project. What is a task already stays one.
enum class Meant { traced, all };

/// The waiting calls of one file.
class Waiting {
 public:
  explicit Waiting(const PythonSource& source)
      : source_(source), names_(source), imports_(imports_of(source)), bound_(bound_names(imports_)) {}

  std::vector<Edit> edits(const std::set<std::size_t>& failed, Meant meant) {
    std::vector<Edit> edits;
    for (std::size_t s = 0; s < source_.statements().size(); ++s) {
      const auto& one = source_.statements()[s];
      const auto line = failed.lower_bound(one.line);
      const bool is_failed = line != failed.end() && *line <= one.last_line;
      for (auto i = one.first; i < one.last; ++i) {
        const auto open = is_wait(i);
        if (!open) continue;
        is_traced_ |= is_failed;
        wrap(s, i, *open, is_failed || meant == Meant::all, edits);
      }
    }
    for (const auto& statement : needed_) {
      if (const auto import = add_import(source_, statement, [](auto) { return ImportGroup::standard; }))
        edits.push_back(*import);
    }
    return edits;
  }

  /// Did a trace lead to one of the calls?
  bool is_traced() const { return is_traced_; }

 private:
  // The bracket of `asyncio.wait(`, of which `i` is the first token.
  std::optional<std::size_t> is_wait(std::size_t i) const {
    const auto found =
        source_.is_name(i) && !(i > 0 && source_.is(i - 1, ".")) ? bound_.find(source_.text(i)) : bound_.end();
    if (found == bound_.end()) return std::nullopt;
    if (found->second.full == "asyncio.wait" && source_.is(i + 1, "(")) return i + 1;
    const bool is_module = found->second.full == "asyncio" && source_.is(i + 1, ".") && source_.is(i + 2, "wait");
    return is_module && source_.is(i + 3, "(") ? std::optional(i + 3) : std::nullopt;
  }

  void wrap(std::size_t statement, std::size_t callee, std::size_t open, bool is_failed, std::vector<Edit>& edits) {
    const auto close = closing_of_call(source_, open);
    const auto what = close ? awaited_between(open, *close) : std::nullopt;
    const auto makers = what ? makers_for(statement, callee, open) : std::nullopt;
    if (!makers) return;
    const auto elements = elements_of(*what);
    if (elements.empty()) {
      if (is_failed ? holds_tasks(statement, *what) : !holds_coroutines(statement, *what)) return;
      const bool is_plain = value_before(source_, what->last) == what->first;
      edits.push_back({source_.tokens()[what->first].offset, 0,
                       "[" + makers->any + "coro" + makers->back + " for coro in " + (is_plain ? "" : "(")});
      edits.push_back({end_of(source_.tokens()[what->last - 1]), 0, is_plain ? "]" : ")]"});
      need(makers->any, *makers);
      return;
    }
    const auto is_known = [&](const PyValue& one) { return is_coroutine(statement, one); };
    if (!is_failed && std::ranges::none_of(elements, is_known)) return;
    for (const auto& element : elements) {
      if (is_task(statement, element)) continue;
      const auto& maker = is_known(element) ? makers->task : makers->any;
      edits.push_back({source_.tokens()[element.first].offset, 0, maker});
      edits.push_back({end_of(source_.tokens()[element.last - 1]), 0, is_known(element) ? ")" : makers->back});
      need(maker, *makers);
    }
  }

  // `from asyncio import wait` has to bring the maker as well.
  void need(std::string_view maker, const Makers& makers) {
    if (!contains(maker, "."))
      needed_.emplace("from asyncio import " + std::string(maker.substr(0, maker.size() - 1)));
    else if (makers.needs_module)
      needed_.emplace("import asyncio");
  }

  // `create_task(`, or `asyncio.create_task(` where the file has another one.
  Makers makers_by_name() const {
    const auto is_free = [&](std::string_view name) {
      const auto found = bound_.find(name);
      return found == bound_.end() ? uses_of(source_, name).empty()
                                   : found->second.full == "asyncio." + std::string(name);
    };
    if (is_free("create_task") && is_free("ensure_future")) return {"create_task(", "ensure_future(", ")", false};
    return {"asyncio.create_task(", "asyncio.ensure_future(", ")", true};
  }

  std::optional<PyValue> awaited_between(std::size_t open, std::size_t close) const {
    for (const auto& argument : arguments_between(source_, open, close)) {
      const bool is_named = source_.is(argument.first + 1, "=");
      if (is_named && source_.is(argument.first, "fs")) return PyValue{argument.first + 2, argument.last};
      if (!is_named && argument.first == open + 1)
        return source_.is(open + 1, "*") || source_.is(open + 1, "**") ? std::nullopt : std::optional(argument);
    }
    return std::nullopt;
  }

  // Tasks are made where a loop runs, or by the loop that will run them: `loop.run_until_complete(asyncio.wait(…))`.
  std::optional<Makers> makers_for(std::size_t statement, std::size_t callee, std::size_t open) const {
    const auto around = function_around(source_, statement);
    if (around && source_.is(source_.statements()[around->head].first, "async")) {
      if (open == callee + 1) return makers_by_name();
      const auto prefix = std::string(source_.text(callee)) + ".";
      return Makers{prefix + "create_task(", prefix + "ensure_future(", ")", false};
    }
    const bool is_run = callee > 3 && source_.is(callee - 1, "(") && source_.is(callee - 2, "run_until_complete") &&
                        source_.is(callee - 3, ".") && source_.is_name(callee - 4) && open == callee + 3;
    if (!is_run) return std::nullopt;
    const auto first = value_before(source_, callee - 3);
    const auto loop = written(source_, {first, callee - 3});
    return Makers{loop + ".create_task(", std::string(source_.text(callee)) + ".ensure_future(", ", loop=" + loop + ")",
                  false};
  }

  // What stands in a list, set or tuple, or makes one; none for anything else.
  std::vector<PyValue> elements_of(const PyValue& what) const {
    const bool is_display = source_.is(what.first, "[") || source_.is(what.first, "{") || source_.is(what.first, "(");
    if (!is_display || source_.closing(what.first) != what.last - 1) return {};
    for (auto i = what.first + 1; i < what.last; ++i) {
      if (!source_.is(i, "for") || source_.tokens()[i].depth != source_.tokens()[what.first].depth) continue;
      return {{what.first + 1, source_.is(i - 1, "async") ? i - 1 : i}};
    }
    auto elements = arguments_between(source_, what.first, what.last - 1);
    const bool is_spread =
        std::ranges::any_of(elements, [&](const PyValue& one) { return source_.is(one.first, "*"); });
    return is_spread ? std::vector<PyValue>() : elements;
  }

  bool is_call_of(const PyValue& value, auto is_meant) const {
    const auto open = source_.is(value.last - 1, ")") ? opening(source_, value.last - 1) : std::nullopt;
    return open && *open > value.first && source_.is_name(*open - 1) &&
           value_before(source_, value.last) == value.first && is_meant(source_.text(*open - 1));
  }

  // `f(…)` of a function of the file; what a method of some object gives may be a task.
  bool is_coroutine(std::size_t statement, const PyValue& value) const {
    const bool is_call = source_.is(value.first + 1, "(") &&
                         is_call_of(value, [&](std::string_view name) { return names_.contains(name); });
    const auto around = is_call ? function_around(source_, statement) : std::nullopt;
    return around && !takes_parameter(source_, *around, source_.text(value.first));
  }

  // What the function gives a name to, once for all.
  std::optional<PyValue> value_of(std::size_t statement, const PyValue& name) const {
    const auto around = function_around(source_, statement);
    if (!around || name.last != name.first + 1 || !source_.is_name(name.first)) return std::nullopt;
    return only_value_of(source_, around->head + 1, around->end, source_.text(name.first));
  }

  bool is_task(std::size_t statement, const PyValue& element) const {
    const auto value = value_of(statement, element);
    return is_call_of(element, makes_task) || (value && is_call_of(*value, makes_task));
  }

  // Is the value one of nothing but tasks: `[ensure_future(x) for x in y]`, a name that is given no other value?
  bool holds_tasks(std::size_t statement, const PyValue& what) const {
    const auto elements = elements_of(what);
    if (!elements.empty())
      return std::ranges::all_of(elements, [&](const auto& one) { return is_task(statement, one); });
    const auto value = value_of(statement, what);
    const auto is_filled = [&](const PyStatement& one) {  // `tasks.append(x)`
      return source_.is(one.first, source_.text(what.first)) && source_.is(one.first + 1, ".");
    };
    const auto& all = source_.statements();
    return value && !elements_of(*value).empty() && holds_tasks(statement, *value) &&
           std::ranges::none_of(all, is_filled);
  }

  // Does the function put coroutines, and nothing but them, into what has the name?
  bool holds_coroutines(std::size_t statement, const PyValue& what) const {
    const auto around = function_around(source_, statement);
    if (!around || what.last != what.first + 1 || !source_.is_name(what.first)) return false;
    bool some = false;
    for (auto s = around->head + 1; s < around->end; ++s) {
      const auto& one = source_.statements()[s];
      if (s == statement || !source_.is(one.first, source_.text(what.first))) continue;
      for (auto i = one.first + 1; i < one.last; ++i) {
        if (source_.is(i, "await") || makes_task(source_.text(i))) return false;
        some |= source_.is(i + 1, "(") && !source_.is(i - 1, ".") && names_.contains(source_.text(i));
      }
    }
    return some;
  }

  const PythonSource& source_;
  AsyncNames names_;
  std::vector<PyImport> imports_;
  BoundNames bound_;
  std::set<std::string> needed_;
  bool is_traced_ = false;
};

}  // namespace

void wait_for_tasks(const Patient& patient, Draft& draft) {
  const auto traced = traced_lines(patient);
  const auto files = python_files(patient.tree);
  bool is_traced = false;
  for (const auto meant : {Meant::traced, Meant::all}) {
    for (const auto& path : files) {
      const auto text = draft.read(path);
      if (!text || !contains(*text, "asyncio") || !contains(*text, "wait(") || text->size() > source_bytes_max)
        continue;
      const PythonSource source(*text);
      const auto lines = traced.find(path);
      const auto failed = lines == traced.end() ? std::set<std::size_t>() : lines->second;
      Waiting waiting(source);
      draft.edit(path, waiting.edits(failed, meant));
      is_traced |= waiting.is_traced();
    }
    if (is_traced || !draft.patch().empty()) return;
  }
}

}  // namespace regreen
