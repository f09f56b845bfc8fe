#include "mend/python/versions/override.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// What says how a class is made, and has no method of its own that others call.
bool is_form(std::string_view base) {
  return base == "object" || is_in(base, "abc") || is_in(base, "typing") || is_in(base, "typing_extensions");
}

// "markdown.Extension" and "markdown.extensions.Extension" are one.
std::string identity(std::string_view full) { return std::string(top_of(full)) + "." + std::string(leaf_of(full)); }

bool is_wrapped(const PythonSource& source, std::size_t head) {
  static constexpr auto plain = std::to_array<std::string_view>({"override", "abstractmethod", "classmethod"});
  const auto& all = source.statements();
  for (auto above = head; above-- > 0 && source.is(all[above].first, "@");) {
    if (!is_among(source.text(all[above].last - 1), plain)) return true;
  }
  return false;
}

}  // namespace

Overrides::Overrides(const Tree& tree, const RuleSet& rules, std::string_view method) {
  const PythonProject project(tree, rules);
  for (const auto& file : all_python_files(tree).value_or(std::vector<std::string>{})) {
    const auto text = is_vendored(file) ? std::nullopt : tree.read(file);
    if (text && text->size() <= source_bytes_max && contains(*text, "class "))
      read(project, file, PythonSource(*text), method);
  }
}

void Overrides::read(const PythonProject& project, const std::string& file, const PythonSource& source,
                     std::string_view method) {
  const auto imports = imports_of(source);
  const auto names = bound_names(imports);
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    if (!source.is(all[s].first, "class")) continue;
    const std::string owner(source.text(all[s].first + 1));
    const auto open = all[s].first + 2;
    const auto close = source.is(open, "(") ? source.closing(open) : std::nullopt;
    for (const auto& base : close ? arguments_between(source, open, *close) : std::vector<PyValue>{}) {
      const auto home = names.find(source.text(base.first));
      auto full = home == names.end() ? std::string(source.text(base.first)) : home->second.full;
      for (auto i = base.first + 1; i < base.last; ++i) full += source.text(i);
      const bool is_own = home == names.end() || full.starts_with('.') || project.is_own(top_of(full), {file});
      if (!is_form(full))
        (is_own ? own_ : foreign_)[owner].insert(is_own ? std::string(leaf_of(full)) : identity(full));
    }
    const auto body = body_of(source, s);
    for (auto m = s + 1; m <= body.last; ++m) {
      if (all[m].indent != all[s + 1].indent || !is_def(source, all[m])) continue;
      const auto def = source.is(all[m].first, "async") ? all[m].first + 1 : all[m].first;
      if (!source.is(def + 1, method) || !source.is(def + 2, "(")) continue;
      const auto last = body_of(source, m).last;
      methods_.push_back({file, owner, def, all[last].last, is_wrapped(source, m)});
    }
  }
}

Overrides::Names Overrides::bases_of(const std::string& owner) const {
  Names bases, seen = {owner};
  std::vector<std::string> rest = {owner};
  while (!rest.empty()) {
    const auto name = rest.back();
    rest.pop_back();
    if (const auto found = foreign_.find(name); found != foreign_.end())
      bases.insert(found->second.begin(), found->second.end());
    const auto above = own_.find(name);
    for (const auto& base : above == own_.end() ? Names() : above->second) {
      if (seen.insert(base).second) rest.push_back(base);
    }
  }
  return bases;
}

bool Overrides::have_base_in_common(const std::string& one, const std::string& other) const {
  const auto bases = bases_of(other);
  return std::ranges::any_of(bases_of(one), [&](const auto& base) { return bases.contains(base); });
}

}  // namespace regreen
