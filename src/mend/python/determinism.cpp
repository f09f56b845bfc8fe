// python.sort-set: text or a list made of a set comes in another order with each run; it is sorted first.
// python.use-utc: a time stamp becomes UTC, not the time of wherever the program runs.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/expression.h"
#include "mend/python/fixers.h"
#include "mend/python/import.h"
#include "mend/python/names.h"
#include "mend/python/project.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t files_max = 400;
constexpr std::size_t patches_max = 4;

/// Which expressions of a file are sets, by their look.
class Sets {
 public:
  explicit Sets(const PythonSource& source) : source_(source) {
    const auto& all = source_.statements();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (source_.is(all[i].first, "def") && returns_sets(i)) functions_.emplace(text(all[i].first + 1));
    }
  }

  /// Are the tokens [first, last) one set? `inside` is the index of their statement.
  bool is_set(std::size_t first, std::size_t last, std::size_t inside) const {
    if (first + 1 == last && source_.is_name(first)) return is_bound_to_set(first, inside);
    if (source_.is(first, "{")) return source_.closing(first) == last - 1 && !has_colon(first, last - 1);
    const bool call = first + 2 < last && source_.is(first + 1, "(") && source_.closing(first + 1) == last - 1;
    return call && (source_.is(first, "set") || source_.is(first, "frozenset") || functions_.contains(text(first)));
  }

 private:
  std::string_view text(std::size_t token) const { return source_.text(token); }

  bool has_colon(std::size_t open, std::size_t close) const {
    if (close == open + 1) return true;  // {} is a dict
    for (auto i = open + 1; i < close; ++i) {
      if ((source_.is(i, ":") || source_.is(i, "**")) && source_.tokens()[i].depth == source_.tokens()[open].depth)
        return true;
    }
    return false;
  }

  bool returns_sets(std::size_t def) const {
    const auto& all = source_.statements();
    bool some = false;
    for (auto i = def + 1; i < all.size() && all[i].indent > all[def].indent; ++i) {
      if (!source_.is(all[i].first, "return")) continue;
      if (all[i].last < all[i].first + 2 || !is_set(all[i].first + 1, all[i].last, i)) return false;
      some = true;
    }
    return some;
  }

  // The nearest assignment above in the same function.
  bool is_bound_to_set(std::size_t name, std::size_t inside) const {
    const auto& all = source_.statements();
    for (auto i = inside; i-- > 0;) {
      if (source_.is(all[i].first, "def") && all[i].indent < all[inside].indent) return false;
      const bool here = source_.is(all[i].first, text(name)) && source_.is(all[i].first + 1, "=");
      if (here) return all[i].last > all[i].first + 3 && is_set(all[i].first + 2, all[i].last, i);
    }
    return false;
  }

  const PythonSource& source_;
  std::set<std::string, std::less<>> functions_;
};

// `", ".join(tags)` → `", ".join(sorted(tags))`, `list(tags)` → `sorted(tags)`
std::vector<Edit> sort_sets(const PythonSource& source) {
  const Sets sets(source);
  std::vector<Edit> edits;
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    for (auto i = all[s].first; i + 3 < all[s].last; ++i) {
      const bool join = source.is(i, "join") && source.is(i + 1, "(") && i > 0 && source.is(i - 1, ".");
      const bool list = source.is(i, "list") && source.is(i + 1, "(") && !(i > 0 && source.is(i - 1, "."));
      const auto close = join || list ? closing_of_call(source, i + 1) : std::nullopt;
      if (!close || !sets.is_set(i + 2, *close, s)) continue;
      if (list) {
        edits.push_back({source.tokens()[i].offset, 4, "sorted"});
        continue;
      }
      edits.push_back({source.tokens()[i + 2].offset, 0, "sorted("});
      edits.push_back({source.tokens()[*close].offset, 0, ")"});
    }
  }
  return edits;
}

// `datetime.fromtimestamp(x)` → `datetime.fromtimestamp(x, tz=timezone.utc)`, where the file says that it means UTC
std::vector<Edit> use_utc(const PythonSource& source) {
  if (!contains(source.text(), "UTC")) return {};
  std::vector<Edit> edits;
  bool from_module = false;
  for (std::size_t i = 2; i + 2 < source.tokens().size(); ++i) {
    const bool call =
        source.is(i, "fromtimestamp") && source.is(i - 1, ".") && source.is(i - 2, "datetime") && source.is(i + 1, "(");
    const auto close = call ? closing_of_call(source, i + 1) : std::nullopt;
    if (!close || *close == i + 2) continue;
    bool one = true;
    for (auto at = i + 2; at < *close; ++at)
      one &= !(source.is(at, ",") && source.tokens()[at].depth == source.tokens()[i + 1].depth);
    if (!one) continue;
    const bool dotted = i > 4 && source.is(i - 3, ".");
    from_module |= !dotted;
    const std::string zone = dotted ? std::string(source.text(i - 4)) + ".timezone.utc" : "timezone.utc";
    edits.push_back({source.tokens()[*close].offset, 0, ", tz=" + zone});
  }
  if (!from_module || binds_at_top(source, "timezone")) return edits;
  const auto standard = [](auto) { return ImportGroup::standard; };
  const auto import = add_import(source, "from datetime import timezone", standard);
  if (!import) return {};
  edits.push_back(*import);
  return edits;
}

// Of a project's own code, not of its tests; one file each, since the assertion does not say which. Many such files say nothing.
std::vector<Patch> in_sources(const Patient& patient, std::vector<Edit> (*mend)(const PythonSource&)) {
  std::vector<Patch> patches;
  for (const auto& path : python_files(patient.tree, is_no_test_file, files_max)) {
    Draft draft(patient.tree);
    const auto text = draft.read(path);
    if (text && draft.edit(path, mend(PythonSource(*text))))
      std::ranges::move(draft.patches(), std::back_inserter(patches));
  }
  return patches.size() <= patches_max ? patches : std::vector<Patch>{};
}

bool is_assertion(const Diagnosis& diagnosis) {
  for (const auto& one : diagnosis.occurrences) {
    if (contains(one.at.text, "assert") || contains(one.at.text, "Assertion")) return true;
  }
  return false;
}

}  // namespace

std::vector<Patch> sort_python_sets(const Patient& patient) {
  return is_assertion(patient.diagnosis) ? in_sources(patient, sort_sets) : std::vector<Patch>{};
}

std::vector<Patch> use_python_utc(const Patient& patient) {
  return is_assertion(patient.diagnosis) ? in_sources(patient, use_utc) : std::vector<Patch>{};
}

}  // namespace regreen
