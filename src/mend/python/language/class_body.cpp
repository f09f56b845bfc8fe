#include "mend/python/language/class_body.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/project.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// Is the token of a statement the end of `….name = `, `….name += `, `del ….name`, or one of several targets?
bool is_changed_at(const PythonSource& source, std::size_t token, const PyStatement& one) {
  if (token < 2 || !source.is(token - 1, ".")) return false;
  const auto next = token + 1 < one.last ? source.text(token + 1) : std::string_view();
  const bool is_set = is_setting(next) && (next != "=" || source.tokens()[token].depth == 0);
  if (is_set || source.is(one.first, "del")) return true;
  if (next == ":") return token == one.first + 2;  // self.name: type
  return is_one_of_targets(source, one, token);
}

// Does the statement stand in a method that makes its object?
bool is_in_maker(const PythonSource& source, std::size_t statement) {
  const auto around = function_around(source, statement);
  return around && is_maker(source.text(around->def + 1));
}

// Does a file change one of the attributes of an object that is there already? What a class sets of its own objects counts where
// `owner` is that class.
bool changes(const PythonSource& source, const Attributes& names, const std::optional<ClassBody>& owner) {
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    for (auto i = all[s].first; i < all[s].last; ++i) {
      // setattr(…) may change anything; monkeypatch.setattr(…) is of a test.
      if (source.is(i, "setattr") && source.is(i + 1, "(") && (i == 0 || !source.is(i - 1, "."))) return true;
      if (!source.is_name(i) || !names.contains(source.text(i)) || !is_changed_at(source, i, all[s])) continue;
      const bool is_self = source.is(i - 2, "self");
      const bool is_inside = owner && s > owner->head && s <= owner->last;
      if (!is_self || (is_inside && !is_in_maker(source, s))) return true;
    }
  }
  return false;
}

// Can a text change one of the attributes, or derive from the class? Whether it does, only its statements tell.
bool may_speak_of(std::string_view text, std::string_view owner, const Attributes& names) {
  return contains(text, owner) || contains(text, "setattr") ||
         std::ranges::any_of(names, [&](const auto& name) { return contains(text, name); });
}

// Has a class none above it but object?
bool has_no_base(const PythonSource& source, const PyStatement& head) {
  const auto behind = head.first + 2;
  if (!source.is(behind, "(")) return true;
  return source.is(behind + 1, ")") || (source.is(behind + 1, "object") && source.is(behind + 2, ")"));
}

}  // namespace

ClassBody body_of(const PythonSource& source, std::size_t head) {
  const auto& all = source.statements();
  auto last = head;
  while (last + 1 < all.size() && all[last + 1].indent > all[head].indent) ++last;
  return {head, last};
}

bool is_maker(std::string_view name) {
  static constexpr auto makers =
      std::to_array<std::string_view>({"__init__", "__new__", "__post_init__", "__attrs_post_init__", "__setstate__"});
  return is_among(name, makers);
}

std::optional<ClassBody> class_named(const PythonSource& source, std::string_view name) {
  const auto& all = source.statements();
  for (std::size_t s = 0; s < all.size(); ++s) {
    if (source.is(all[s].first, "class") && source.is(all[s].first + 1, name)) return body_of(source, s);
  }
  return std::nullopt;
}

std::optional<ClassBody> method_of(const PythonSource& source, const ClassBody& owner, std::string_view name) {
  const auto& all = source.statements();
  for (auto s = owner.head + 1; s <= owner.last; ++s) {
    if (all[s].indent != all[owner.head + 1].indent || !source.is(all[s].first, "def")) continue;
    if (source.is(all[s].first + 1, name)) return body_of(source, s);
  }
  return std::nullopt;
}

Attributes own_attributes(const PythonSource& source, const ClassBody& owner) {
  Attributes names;
  for (auto s = owner.head + 1; s <= owner.last; ++s) {
    const auto& one = source.statements()[s];
    for (auto i = one.first + 2; i < one.last; ++i) {
      const bool is_own = source.is(i - 2, "self") && is_changed_at(source, i, one);
      if (is_own) names.emplace(source.text(i));
    }
  }
  return names;
}

bool stays_as_made(const Tree& tree, const std::string& file, std::string_view owner, const Attributes& names) {
  const auto files = all_python_files(tree);
  if (!files) return false;
  for (const auto& path : *files) {
    const auto text = tree.read(path).value_or("");
    if (path != file && !may_speak_of(text, owner, names)) continue;
    const PythonSource source(text);
    if (changes(source, names, path == file ? class_named(source, owner) : std::nullopt)) return false;
    for (const auto& one : source.statements()) {
      if (!source.is(one.first, "class")) continue;
      if (path == file && source.is(one.first + 1, owner) && !has_no_base(source, one)) return false;
      for (auto i = one.first + 2; i < one.last; ++i) {
        if (source.is(i, owner)) return false;
      }
    }
  }
  return true;
}

}  // namespace regreen
