#include "mend/python/versions/handed_keyword.h"

#include "mend/python/language/expression.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

bool derives_from(const PythonSource& source, const BoundNames& names, const PyStatement& head,
                  std::string_view owner) {
  const auto open = head.first + 2;
  const auto close = source.is(head.first, "class") && source.is(open, "(") ? source.closing(open) : std::nullopt;
  if (!close) return false;
  return std::ranges::any_of(arguments_between(source, open, *close), [&](const PyValue& base) {
    const auto home = names.find(source.text(base.first));
    if (home == names.end()) return false;
    auto full = home->second.full;
    for (auto i = base.first + 1; i < base.last; ++i) full += source.text(i);
    return top_of(full) == top_of(owner) && leaf_of(full) == leaf_of(owner);
  });
}

// Is it a method of a class that derives from the owner?
bool is_in_class(const PythonSource& source, const BoundNames& names, std::string_view owner,
                 const PyFunction& function) {
  const auto& all = source.statements();
  auto indent = all[function.head].indent;
  for (auto i = function.head; i-- > 0;) {
    if (all[i].indent >= indent) continue;
    indent = all[i].indent;
    if (source.is(all[i].first, "class")) return derives_from(source, names, all[i], owner);
  }
  return false;
}

// `**kwargs` of a method's parameters.
std::string_view rest_of(const PythonSource& source, const PyFunction& function) {
  const auto& head = source.statements()[function.head];
  for (auto i = head.first; i + 1 < head.last; ++i) {
    if (source.is(i, "**") && source.is_name(i + 1)) return source.text(i + 1);
  }
  return {};
}

enum class Role { none, handed, taken };

// What a string is to the keywords that are handed on.
Role role_of(const PythonSource& source, std::size_t token, std::string_view rest) {
  const auto is_rest = [&](std::size_t at) { return source.is(at, rest) && (at == 0 || !source.is(at - 1, ".")); };
  if (source.is(token + 1, "in") && is_rest(token + 2)) return Role::handed;
  if (source.is(token + 1, "not") && source.is(token + 2, "in") && is_rest(token + 3)) return Role::handed;
  if (token >= 2 && source.is(token - 1, "[") && is_rest(token - 2))
    return source.is(token + 2, "=") ? Role::handed : Role::taken;
  if (token < 4 || !source.is(token - 1, "(") || !source.is(token - 3, ".") || !is_rest(token - 4)) return Role::none;
  return source.is(token - 2, "setdefault") ? Role::handed : Role::taken;
}

void follow_in(const PythonSource& source, const PyFunction& function, const OldKeyword& keyword,
               std::vector<Edit>& edits) {
  const auto rest = rest_of(source, function);
  if (rest.empty()) return;
  std::vector<Edit> own;
  bool passes = false;
  const auto& all = source.statements();
  for (auto i = all[function.head].last; i < all[function.end - 1].last; ++i) {
    const auto& token = source.tokens()[i];
    passes |= source.is(i, "**") && source.is(i + 1, rest);
    const auto text = source.text(token);
    const bool is_old = token.kind == PyKind::string && text.size() == keyword.old.size() + 2 &&
                        text.substr(1, keyword.old.size()) == keyword.old;
    const auto role = is_old ? role_of(source, i, rest) : Role::none;
    if (role == Role::taken) return;
    if (role == Role::handed) own.push_back({token.offset + 1, keyword.old.size(), std::string(keyword.today)});
  }
  if (passes) edits.insert(edits.end(), own.begin(), own.end());
}

}  // namespace

std::vector<Edit> follow_handed_keyword(const PythonSource& source, const BoundNames& names,
                                        const OldKeyword& keyword) {
  std::vector<Edit> edits;
  for (const auto& function : functions_of(source)) {
    if (is_in_class(source, names, keyword.owner, function)) follow_in(source, function, keyword, edits);
  }
  return edits;
}

}  // namespace regreen
