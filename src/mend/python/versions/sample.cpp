#include "base/among.h"
#include "base/text.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/sets.h"
#include "mend/python/versions/removed.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace regreen {
namespace {

/// A pool that `sample` draws from, and the statement that does.
struct Pool {
  PyValue value;
  std::size_t statement = 0, depth = 0;
  bool is_of_random = false;  ///< `random.sample`, `self.rng.sample` where that is a random.Random
  bool may_be = false;        ///< by its look
};

/// What is known of a statement that draws: a trace says that it failed; it may have; it is another.
enum class Drawing { failed, doubtful, other };

class Pools {
 public:
  explicit Pools(const PythonSource& source)
      : source_(source), sets_(source), imported_(imported_at_top(source)), own_(defined_at_top(source)) {
    for (const auto& one : source.statements()) note_random(one);
  }

  /// Those of the statement that have to become sequences: the plain sets; where it has none and may have failed, all that may be one.
  std::vector<Pool> unordered_in(std::size_t statement, Drawing drawing) const {
    auto all = pools_in(statement);
    std::erase_if(all,
                  [&](const Pool& pool) { return !pool.is_of_random && !(pool.may_be && drawing == Drawing::failed); });
    std::vector<Pool> sets;
    std::ranges::copy_if(all, std::back_inserter(sets),
                         [&](const Pool& pool) { return is_set(pool, drawing == Drawing::failed); });
    if (!sets.empty() || drawing == Drawing::other) return sets;
    std::erase_if(all, [&](const Pool& pool) { return is_sequence(pool.value); });
    return all;
  }

  bool has_some(std::size_t statement) const {
    return std::ranges::any_of(pools_in(statement), [](const Pool& pool) { return pool.is_of_random || pool.may_be; });
  }

 private:
  static std::set<std::string, std::less<>> defined_at_top(const PythonSource& source) {
    const auto names = defined_names(source);
    return {names.begin(), names.end()};
  }

  // `self.rng = random.Random(seed)`: what else a file gives the name to, is an other.
  void note_random(const PyStatement& one) {
    const bool is_attribute = source_.is(one.first, "self") && source_.is(one.first + 1, ".");
    const auto name = one.first + (is_attribute ? 2 : 0);
    if (!source_.is(name + 1, "=") || !source_.is_name(name)) return;
    (is_maker({name + 2, one.last}) ? generators_ : others_).emplace(written(source_, {one.first, name + 1}));
  }

  // `random.Random(…)`, `Random(…)`
  bool is_maker(const PyValue& value) const {
    const auto open = value.last > value.first + 2 && source_.is(value.last - 1, ")") ? opening(source_, value.last - 1)
                                                                                      : std::nullopt;
    if (!open || *open <= value.first) return false;
    const auto full = full_name({value.first, *open});
    return full == "random.Random" || full == "random.SystemRandom";
  }

  // Of a name that the file imports; "" of others.
  std::string full_name(const PyValue& value) const {
    const auto found = imported_.find(source_.text(value.first));
    if (found == imported_.end() || own_.contains(source_.text(value.first))) return "";
    return found->second.full + written(source_, {value.first + 1, value.last});
  }

  std::vector<Pool> pools_in(std::size_t statement) const {
    const auto& one = source_.statements()[statement];
    std::vector<Pool> pools;
    for (auto i = one.first + 1; i + 2 < one.last; ++i) {
      if (!source_.is(i, "sample") || !source_.is(i + 1, "(") || source_.is(i - 1, "def")) continue;
      const auto close = closing_of_call(source_, i + 1);
      const auto value = close ? pool_between(i + 1, *close) : std::nullopt;
      if (!value) continue;
      const bool is_known = is_of_random(i);
      pools.push_back({*value, statement, source_.tokens()[i + 1].depth, is_known, is_known || may_be_of_random(i)});
    }
    return pools;
  }

  bool is_of_random(std::size_t name) const {
    if (!source_.is(name - 1, ".")) return full_name({name, name + 1}) == "random.sample";
    const PyValue owner{value_before(source_, name - 1), name - 1};
    const auto text = written(source_, owner);
    return full_name(owner) == "random" || is_maker(owner) || (generators_.contains(text) && !others_.contains(text));
  }

  // An object that is called as those of random are, and not one of a module that the file imports: numpy.random is another.
  bool may_be_of_random(std::size_t name) const {
    constexpr auto words = std::to_array<std::string_view>({"rng", "rnd", "rand", "random", "prng"});
    if (!source_.is(name - 1, ".")) return false;
    auto word = source_.text(name - 2);
    word.remove_prefix(std::min(word.find_first_not_of('_'), word.size()));
    return is_among(word, words) && !imported_.contains(source_.text(value_before(source_, name - 1)));
  }

  std::optional<PyValue> pool_between(std::size_t open, std::size_t close) const {
    for (const auto& argument : arguments_between(source_, open, close)) {
      const bool is_named = source_.is(argument.first + 1, "=");
      if (is_named && source_.is(argument.first, "population")) return PyValue{argument.first + 2, argument.last};
      if (!is_named && argument.first == open + 1)
        return source_.is(open + 1, "*") || source_.is(open + 1, "**") ? std::nullopt : std::optional(argument);
    }
    return std::nullopt;
  }

  bool is_sequence(const PyValue& value) const {
    constexpr auto makers = std::to_array<std::string_view>({"sorted", "list", "tuple", "range"});
    const bool is_made = source_.is(value.first + 1, "(") && is_among(source_.text(value.first), makers);
    return is_made || source_.is(value.first, "[") || source_.tokens()[value.first].kind == PyKind::string;
  }

  // What only looks like one is one where the statement failed.
  bool is_set(const Pool& pool, bool is_failed) const {
    const auto& value = pool.value;
    if (value.last == value.first + 1 && source_.is_name(value.first))
      return is_known_as_set(value.first, pool.statement);
    if (sets_.is_set(value, pool.statement) || (is_failed && (is_view(value) || is_combined(pool)))) return true;
    const bool is_own =
        value.last == value.first + 3 && source_.is(value.first, "self") && source_.is(value.first + 1, ".");
    return is_own && is_attribute_set(source_.text(value.first + 2));
  }

  // `d.keys()`, `a.union(b)`
  bool is_view(const PyValue& value) const {
    constexpr auto views = std::to_array<std::string_view>({"keys", "items"});
    constexpr auto sums =
        std::to_array<std::string_view>({"union", "intersection", "difference", "symmetric_difference"});
    const auto open = source_.is(value.last - 1, ")") ? opening(source_, value.last - 1) : std::nullopt;
    if (!open || *open < value.first + 3 || !source_.is(*open - 2, ".")) return false;
    const auto method = source_.text(*open - 1);
    return is_among(method, sums) || (is_among(method, views) && *open + 2 == value.last);
  }

  // `a - b`: of what can be drawn from, only sets have these signs.
  bool is_combined(const Pool& pool) const {
    constexpr auto signs = std::to_array<std::string_view>({"-", "&", "|", "^"});
    bool is_it = false;
    for (auto i = pool.value.first + 1; i + 1 < pool.value.last; ++i) {
      if (source_.tokens()[i].depth != pool.depth) continue;
      if (source_.is(i, "if") || source_.is(i, "lambda") || source_.is(i, "or")) return false;
      is_it |= is_among(source_.text(i), signs);
    }
    return is_it;
  }

  // `[sample(pool, 1) for pool in pools]`, `lambda pool: sample(pool, 1)`
  bool is_bound_inside(std::size_t name, const PyStatement& one) const {
    bool is_target = false;
    for (auto i = one.first; i < one.last; ++i) {
      if (source_.is(i, "for") || source_.is(i, "lambda")) is_target = true;
      if (source_.is(i, "in") || source_.is(i, ":")) is_target = false;
      if (source_.is(i, source_.text(name)) && (is_target || source_.is(i + 1, ":="))) return true;
    }
    return false;
  }

  // A parameter that is said to be one; a name that the file binds once.
  bool is_known_as_set(std::size_t name, std::size_t statement) const {
    if (is_bound_inside(name, source_.statements()[statement])) return false;
    const auto around = function_around(source_, statement);
    if (around && takes_parameter(source_, *around, source_.text(name)))
      return is_declared_set(*around, source_.text(name));
    const auto& all = source_.statements();
    auto value = around ? only_value_of(source_, around->head + 1, around->end, source_.text(name)) : std::nullopt;
    if (!value) value = only_value_of(source_, 0, all.size(), source_.text(name));
    return value && sets_.is_set(*value, statement);
  }

  bool is_declared_set(const PyFunction& function, std::string_view name) const {
    constexpr auto types = std::to_array<std::string_view>(
        {"set", "Set", "frozenset", "FrozenSet", "AbstractSet", "MutableSet", "KeysView"});
    const auto close = source_.is(function.def + 2, "(") ? source_.closing(function.def + 2) : std::nullopt;
    for (auto i = function.def + 3; close && i + 2 < *close; ++i) {
      if (!source_.is(i, name) || !source_.is(i + 1, ":") || source_.tokens()[i].depth != 1) continue;
      auto type = i + 2;
      while (source_.is(type + 1, ".")) type += 2;
      return is_among(source_.text(type), types);
    }
    return false;
  }

  bool is_attribute_set(std::string_view name) const {
    std::size_t values = 0;
    const auto& all = source_.statements();
    for (std::size_t s = 0; s < all.size(); ++s) {
      const auto first = all[s].first;
      if (!source_.is(first, "self") || !source_.is(first + 1, ".") || !source_.is(first + 2, name) ||
          !source_.is(first + 3, "="))
        continue;
      if (!sets_.is_set({first + 4, all[s].last}, s)) return false;
      ++values;
    }
    return values > 0;
  }

  const PythonSource& source_;
  PySets sets_;
  BoundNames imported_;
  std::set<std::string, std::less<>> own_, generators_, others_;
};

bool is_on(const PyStatement& one, const std::set<std::size_t>& lines) {
  const auto line = lines.lower_bound(one.line);
  return line != lines.end() && *line <= one.last_line;
}

/// How many pools of a file became sequences, and whether a trace leads to one that draws.
struct Sampled {
  std::size_t edited = 0;
  bool is_traced = false;
};

Sampled sample_in(const std::string& path, const std::set<std::size_t>& failed, std::string_view maker, Drawing others,
                  Draft& draft) {
  const auto text = draft.read(path);
  const bool draws = text && contains(*text, "sample(") && (contains(*text, "random") || !failed.empty());
  if (!draws || text->size() > source_bytes_max) return {};
  const PythonSource source(*text);
  const Pools pools(source);
  Sampled sampled;
  std::vector<Edit> edits;
  for (std::size_t s = 0; s < source.statements().size(); ++s) {
    const bool is_failed = is_on(source.statements()[s], failed);
    sampled.is_traced |= is_failed && pools.has_some(s);
    for (const auto& pool : pools.unordered_in(s, is_failed ? Drawing::failed : others)) {
      edits.push_back({source.tokens()[pool.value.first].offset, 0, std::string(maker) + "("});
      edits.push_back({end_of(source.tokens()[pool.value.last - 1]), 0, ")"});
      ++sampled.edited;
    }
  }
  draft.edit(path, std::move(edits));
  return sampled;
}

Sampled sample_in_all(const Patient& patient, std::string_view maker, Drawing others, Draft& draft) {
  const auto traced = traced_lines(patient);
  Sampled all;
  for (const auto& path : python_files(patient.tree)) {
    const auto lines = traced.find(path);
    const auto one =
        sample_in(path, lines == traced.end() ? std::set<std::size_t>() : lines->second, maker, others, draft);
    all.edited += one.edited;
    all.is_traced |= one.is_traced;
  }
  return all;
}

}  // namespace

void sample_sequences(const Patient& patient, std::string_view maker, Draft& draft) {
  const auto known = sample_in_all(patient, maker, Drawing::other, draft);
  if (known.edited > 0 || known.is_traced) return;
  Draft trial(patient.tree);
  const bool is_only_one = sample_in_all(patient, maker, Drawing::doubtful, trial).edited == 1;
  if (is_only_one) sample_in_all(patient, maker, Drawing::doubtful, draft);
}

}  // namespace regreen
