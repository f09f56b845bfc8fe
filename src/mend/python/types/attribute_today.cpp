#include "mend/python/types/attribute_today.h"

#include "base/text.h"
#include "mend/kind.h"
#include "mend/python/language/class_body.h"
#include "mend/python/language/source.h"
#include "mend/text/code_text.h"
#include "mend/text/set_aside.h"
#include "mend/text/told_name.h"
#include "model/last_commit.h"

#include <algorithm>
#include <set>
#include <vector>

namespace regreen {
namespace {

/// What is read of a text between quotes.
enum class Texts { as_they_are, alike };

// One that begins with a number is an amount, and the fields of an f-string are code.
std::string_view like_others(std::string_view text) {
  const auto quote = std::min(text.find_first_of("'\""), text.size());
  const auto inside = text.substr(std::min(text.find_first_not_of("'\"", quote), text.size()));
  const bool is_amount = !inside.empty() && contains("0123456789.-+", inside.substr(0, 1));
  return is_amount || contains(lower(text.substr(0, quote)), "f") ? text : "\"\"";
}

/// Statements [first, last], word for word, with `today` for the name.
std::vector<std::string> words_between(const PythonSource& source, std::size_t first, std::size_t last,
                                       std::string_view name, std::string_view today,
                                       Texts texts = Texts::as_they_are) {
  std::vector<std::string> words;
  for (auto i = first; i <= last; ++i) {
    const auto& statement = source.statements()[i];
    words.push_back("\n" + std::to_string(statement.indent));
    for (auto token = statement.first; token < statement.last; ++token) {
      const auto kind = source.tokens()[token].kind;
      if (kind == PyKind::comment) continue;
      const auto text = source.text(token) == name ? today : source.text(token);
      words.emplace_back(kind == PyKind::string && texts == Texts::alike ? like_others(text) : text);
    }
  }
  return words;
}

// In code or in a text; not where a text stands alone and documents.
bool says(const PythonSource& source, std::size_t first, std::size_t last, std::string_view name) {
  for (auto i = first; i <= last; ++i) {
    const auto& one = source.statements()[i];
    for (auto token = one.first; token < one.last; ++token) {
      const auto kind = source.tokens()[token].kind;
      const bool is_text = kind == PyKind::string && one.last > one.first + 1;
      if (source.is(token, name) || (is_text && !words_in(source.text(token), name).empty())) return true;
    }
  }
  return false;
}

// What stands in the body of a class and says the name: whole methods, with what decorates them, and values.
std::vector<std::vector<std::string>> members_that_say(const PythonSource& source, const ClassBody& body,
                                                       std::string_view name, std::string_view today) {
  const auto& all = source.statements();
  const auto indent = all[body.head + 1].indent;
  std::vector<std::vector<std::string>> members;
  for (auto first = body.head + 1; first <= body.last; ++first) {
    auto last = first;
    while (last < body.last && (all[last + 1].indent > indent || source.is(all[last].first, "@"))) ++last;
    if (says(source, first, last, name))
      members.push_back(words_between(source, first, last, name, today, Texts::alike));
    first = last;
  }
  return members;
}

// What a class has: its own names, and what its methods set.
Attributes members_of(const PythonSource& source, const ClassBody& body) {
  auto members = own_attributes(source, body);
  const auto& all = source.statements();
  for (auto i = body.head + 1; i <= body.last; ++i) {
    const auto first = all[i].first;
    if (all[i].indent != all[body.head + 1].indent) continue;
    const bool is_method = source.is(first, "def") || source.is(first, "async");
    const auto name = source.is(first, "async") ? first + 2 : is_method ? first + 1 : first;
    const bool is_bound = is_method || source.is(first + 1, "=") || source.is(first + 1, ":");
    if (is_bound && source.is_name(name)) members.emplace(source.text(name));
  }
  return members;
}

// Notes tell the name, and not that what it has is another amount.
bool says_the_same(const PythonSource& was, const ClassBody& old_body, const PythonSource& is, const ClassBody& body,
                   const std::string& name, const std::string& today) {
  return members_that_say(was, old_body, name, today) == members_that_say(is, body, today, today);
}

// What the class takes from the top of its file: `LIMIT = 5`, functions, other classes.
std::vector<std::vector<std::string>> taken_by(const PythonSource& source, const ClassBody& body, std::string_view name,
                                               std::string_view today, Texts texts) {
  std::set<std::string, std::less<>> used;
  for (const auto& word : words_between(source, body.head, body.last, "", "")) used.insert(word);
  std::vector<std::vector<std::string>> taken;
  const auto& all = source.statements();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto first = source.is(all[i].first, "async") ? all[i].first + 1 : all[i].first;
    const bool is_definition = source.is(first, "def") || source.is(first, "class");
    const bool is_set = source.is(first + 1, "=") || source.is(first + 1, ":");
    if (all[i].indent > 0 || i == body.head || (!is_definition && !is_set)) continue;
    if (used.contains(source.text(is_definition ? first + 1 : first)))
      taken.push_back(words_between(source, i, is_definition ? body_of(source, i).last : i, name, today, texts));
  }
  return taken;
}

std::string only_new(const Attributes& before, const Attributes& today) {
  std::vector<std::string> fresh;
  std::ranges::set_difference(today, before, std::back_inserter(fresh));
  return fresh.size() == 1 ? fresh[0] : "";
}

}  // namespace

std::optional<AttributeToday> attribute_today(const Patient& patient, const std::string& file, const std::string& owner,
                                              const std::string& name) {
  const auto before = patient.last_commit.before.find(file);
  const auto text = patient.tree.read(file).value_or("");
  if (before == patient.last_commit.before.end() || !before->second || says_generated(text)) return std::nullopt;
  const PythonSource was(*before->second), is(text);
  const auto old_body = class_named(was, owner), body = class_named(is, owner);
  if (!old_body || !body) return std::nullopt;
  const auto old_members = members_of(was, *old_body), members = members_of(is, *body);
  if (!old_members.contains(name) || members.contains(name)) return std::nullopt;
  const auto told = told_name(patient.tree, owner, name);
  const auto today = told.empty() ? only_new(old_members, members) : told;
  if (!members.contains(today) || old_members.contains(today) || says_set_aside(today, name)) return std::nullopt;
  const auto texts = told.empty() ? Texts::as_they_are : Texts::alike;
  const bool is_same = told.empty() ? words_between(was, old_body->head, old_body->last, name, today) ==
                                          words_between(is, body->head, body->last, "", "")
                                    : says_the_same(was, *old_body, is, *body, name, today);
  if (!is_same || taken_by(was, *old_body, name, today, texts) != taken_by(is, *body, "", "", texts))
    return std::nullopt;
  return AttributeToday{today, !told.empty()};
}

}  // namespace regreen
