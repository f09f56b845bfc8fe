#include "mend/python/tests/lost_names.h"

#include "base/among.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"
#include "mend/python/language/source.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace regreen {
namespace {

// What binds names that the text does not show.
constexpr auto binders = std::to_array<std::string_view>(
    {"setattr", "globals", "vars", "locals", "exec", "modules", "__dict__", "__getattr__", "import_module"});

bool has_unseen_names(const PythonSource& source) {
  const auto binds = [&](const auto& one) { return is_among(source.text(one), binders); };
  if (std::ranges::any_of(source.tokens(), binds)) return true;
  return std::ranges::any_of(imports_of(source), [](const auto& one) {
    return std::ranges::any_of(one.names, [](const auto& name) { return name.name == "*"; });
  });
}

}  // namespace

std::set<std::string> names_lost(const Patient& patient, const std::string& file) {
  const auto before = patient.last_commit.before.find(file);
  const auto today = patient.tree.read(file);
  if (before == patient.last_commit.before.end() || !before->second || !today) return {};
  const PythonSource source(*today), earlier(*before->second);
  if (has_unseen_names(source)) return {};
  const auto bound = names_at_top(source);
  std::set<std::string> lost;
  for (const auto& name : names_at_top(earlier)) {
    if (!bound.contains(name)) lost.insert(name);
  }
  return lost;
}

}  // namespace regreen
