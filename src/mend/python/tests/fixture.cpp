// pytest.fix-fixture: tests ask for a fixture by the name that it had, or by a part of it: `client` where the project has
// `api_client` and nothing else of that name. They ask as parameters, in marks, and by getfixturevalue.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/python/fixers.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/slip.h"
#include "mend/trace.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

// What pytest lists: "available fixtures: cache, capsys, warehouse"
std::set<std::string> listed(const Occurrence& occurrence) {
  std::set<std::string> names;
  for (const auto& line : occurrence.after) {
    const auto at = line.find("available fixtures: ");
    if (at == std::string::npos) continue;
    for (const auto name : split(std::string_view(line).substr(at + 20), ',')) names.emplace(trim(name));
    break;
  }
  return names;
}

bool defines(std::string_view text, const std::string& name) {
  return contains(text, "fixture") && (contains(text, "def " + name + "(") || contains(text, "name=\"" + name + "\""));
}

// Those that a file of the tree defines.
std::set<std::string> of_project(const Tree& tree, const std::set<std::string>& names) {
  std::set<std::string> own;
  for (const auto& path : python_files(tree)) {
    const auto text = tree.read(path);
    if (!text || !contains(*text, "fixture")) continue;
    for (const auto& name : names) {
      if (defines(*text, name)) own.insert(name);
    }
  }
  return own;
}

// Those of today's that may be what the newest commit made of a fixture: where it took the fixture away, only what it brought.
std::set<std::string> made_of(const Patient& patient, std::set<std::string> today, const std::string& name) {
  const auto had = [&](const std::string& one) {
    return std::ranges::any_of(patient.last_commit.before,
                               [&](const auto& file) { return file.second && defines(*file.second, one); });
  };
  const auto is_in_changed = [&](const std::string& one) {
    return std::ranges::any_of(patient.last_commit.before, [&](const auto& file) {
      const auto text = patient.tree.read(file.first);
      return text && defines(*text, one);
    });
  };
  if (had(name)) std::erase_if(today, [&](const auto& one) { return had(one) || !is_in_changed(one); });
  return today;
}

// Words that say who is let in: a fixture with one more, or one less, is not the same.
constexpr auto words_of_rights =
    std::to_array<std::string_view>({"admin", "anon", "anonymous", "auth", "authed", "authenticated", "guest", "logged",
                                     "root", "staff", "super", "superuser", "unauth", "unauthenticated"});

// Has a name all words of another, and others that say nothing of rights?
bool has_words(const std::string& name, const std::string& part) {
  const auto words = split(name, '_');
  const auto parts = split(part, '_');
  const auto is_added = [&](auto one) { return !is_among(one, parts) && is_among(one, words_of_rights); };
  return words.size() != parts.size() && std::ranges::all_of(parts, [&](auto one) { return is_among(one, words); }) &&
         std::ranges::none_of(words, is_added);
}

std::string meant(const std::set<std::string>& own, const std::string& name) {
  if (auto near = only_near(own, name); !near.empty()) return near;
  std::string found;
  for (const auto& one : own) {
    if (!has_words(one, name) && !has_words(name, one)) continue;
    if (!found.empty()) return "";
    found = one;
  }
  return found;
}

// Does a call that has only texts between its bracket and this one ask for fixtures, or give values to them as a mark?
bool names_fixture(const PythonSource& source, std::size_t open, std::size_t i) {
  const auto asks = source.text(open - 1);
  const bool is_first = open + 1 == i;
  if (asks == "usefixtures" || (asks == "getfixturevalue" && is_first)) return true;
  if (asks != "parametrize" || !is_first) return false;
  const auto close = source.closing(open).value_or(i);
  for (auto j = i; j < close; ++j) {
    j = source.closing(j).value_or(j);  // what stands in brackets is another's
    if (source.is(j, "indirect") && source.is(j + 1, "=") && source.is(j + 2, "True")) return true;
  }
  return false;
}

// @pytest.mark.usefixtures("name"), request.getfixturevalue("name"), parametrize("name", …, indirect=True)
std::vector<Edit> renamed_in_texts(const PythonSource& source, const std::string& from, const std::string& to) {
  std::vector<Edit> edits;
  std::size_t open = 0;  // the bracket behind which only texts stood so far
  for (std::size_t i = 1; i < source.tokens().size(); ++i) {
    const auto text = source.text(i);
    if (source.tokens()[i].kind != PyKind::string) {
      if (text != ",") open = text == "(" ? i : 0;
      continue;
    }
    const bool is_name = text.size() == from.size() + 2 && text.substr(1, from.size()) == from;
    if (is_name && open != 0 && names_fixture(source, open, i))
      edits.push_back({source.tokens()[i].offset + 1, from.size(), to});
  }
  return edits;
}

// In the functions that take the name as a parameter: there, and where they use it.
std::vector<Edit> renamed(std::string_view text, const std::string& from, const std::string& to) {
  const PythonSource source(text);
  const auto& statements = source.statements();
  auto edits = renamed_in_texts(source, from, to);
  const auto replace_in = [&](const PyStatement& statement) {
    for (auto i = statement.first; i < statement.last; ++i) {
      const bool keyword = source.is(i + 1, "=") && source.tokens()[i].depth > 0;
      if (source.is(i, from) && !(i > 0 && source.is(i - 1, ".")) && !keyword)
        edits.push_back({source.tokens()[i].offset, from.size(), to});
    }
  };
  for (std::size_t s = 0; s < statements.size(); ++s) {
    const auto& head = statements[s];
    const auto def = source.is(head.first, "async") ? head.first + 1 : head.first;
    if (!source.is(def, "def")) continue;
    bool takes = false;
    for (auto i = def + 2; i < head.last; ++i)
      takes |= source.is(i, from) && (source.is(i - 1, "(") || source.is(i - 1, ","));
    if (!takes) continue;
    replace_in(head);
    for (auto body = s + 1; body < statements.size() && statements[body].indent > head.indent; ++body)
      replace_in(statements[body]);
  }
  return edits;
}

}  // namespace

std::vector<Patch> fix_pytest_fixture(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<std::string> names;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) names.merge(listed(occurrence));
  const auto own = names.empty() ? names : of_project(patient.tree, names);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string name(capture(occurrence, "symbol"));
    auto available = listed(occurrence);
    std::erase_if(available, [&](const auto& one) { return !own.contains(one); });
    const auto today = is_python_name(name) ? meant(made_of(patient, available, name), name) : "";
    if (today.empty()) continue;
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = place.file.ends_with(".py") ? draft.read(place.file) : std::nullopt;
      auto edits = text ? renamed(*text, name, today) : std::vector<Edit>{};
      if (!edits.empty() && draft.edit(place.file, std::move(edits))) break;
    }
  }
  return draft.patches();
}

}  // namespace regreen
