// python.follow-attribute: a class of the project calls an attribute otherwise since the newest commit, as its notes of changes tell, or
// as nothing else in the class was changed.
//
//   AttributeError: 'Settings' object has no attribute 'redis_url'      CHANGELOG: `Settings.redis_url` is called `Settings.broker_url`
//
// Where the notes tell, what the class says of the attribute is still the same but for texts: a number may count something else.
// Only the line that the log names. A test that speaks of the old name says what was promised, unless the notes tell.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/import.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/python/types/attribute_today.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

/// What an object was asked for and has not, and where.
struct Missing {
  std::string owner, name;
  TreePlace place = {};

  auto operator<=>(const Missing&) const = default;
};

// "AttributeError: 'Settings' object has no attribute 'redis_url'", "AttributeError: type object 'Settings' has no attribute 'URL'"
std::optional<Missing> missing_in(std::string_view line) {
  const auto at = line.find("AttributeError: ");
  const auto said = line.substr(std::min(at, line.size()));
  Missing missing{std::string(between(said, "'", "'")), std::string(between(said, " has no attribute '", "'"))};
  const bool is_of_object = contains(said, "' object has no") || contains(said, ": type object '");
  return is_of_object && is_python_name(missing.owner) && is_python_name(missing.name) ? std::optional(missing)
                                                                                       : std::nullopt;
}

std::optional<TreePlace> place_of(const Tree& tree, std::string_view path, std::string_view number) {
  const auto file = find_file(tree, path);
  const auto line = line_number(number.substr(0, number.find_first_not_of("0123456789")));
  return file && line ? std::optional(TreePlace{*file, static_cast<std::size_t>(*line)}) : std::nullopt;
}

// Where it was raised: pytest tells below "labels/worker.py:5: AttributeError", a traceback above `File "labels/worker.py", line 5`.
std::optional<TreePlace> raised_at(const Tree& tree, const std::vector<std::string>& lines, std::size_t at) {
  const std::string_view said = trim(lines[at]);
  for (auto i = at + 1; said.starts_with("E ") && i < std::min(lines.size(), at + 4); ++i) {
    const auto line = trim(lines[i]);
    const auto colon = line.find(".py:");
    if (line.ends_with(": AttributeError") && colon != line.npos)
      return place_of(tree, line.substr(0, colon + 3), line.substr(colon + 4));
  }
  for (auto i = at; said.starts_with("AttributeError") && i > 0 && at - i < 4; --i) {
    const auto line = trim(lines[i - 1]);
    if (line.starts_with("File \""))
      return place_of(tree, between(line, "\"", "\""), line.substr(std::min(line.find(", line ") + 7, line.size())));
  }
  return std::nullopt;
}

std::set<Missing> missing_in(const Tree& tree, const Occurrence& occurrence) {
  std::set<Missing> all;
  const auto lines = lines_of(occurrence);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto missing = missing_in(lines[i]);
    const auto place = missing ? raised_at(tree, lines, i) : std::nullopt;
    if (!place) continue;
    missing->place = *place;
    all.insert(std::move(*missing));
  }
  return all;
}

// Is a module one of the tree, in whichever folder it is imported from?
bool is_own(const Tree& tree, std::string_view module) {
  const auto path = replace_all(std::string(module), ".", "/");
  const std::array files = {path + ".py", path + "/__init__.py"};
  return !module.empty() && std::ranges::any_of(tree.list(), [&](std::string_view file) {
    return std::ranges::any_of(files, [&](std::string_view end) {
      return file.ends_with(end) && (file.size() == end.size() || file[file.size() - end.size() - 1] == '/');
    });
  });
}

// Does a file get a class of the name from elsewhere, or make one: `from requests import Session`, `requests.Session`,
// `type("Session", …)`?
bool has_another(const Tree& tree, const PythonProject& project, const std::string& file, const PythonSource& source,
                 const std::string& owner) {
  std::set<std::string, std::less<>> homes;  // what is asked for a class of the name
  for (std::size_t i = 1; i < source.tokens().size(); ++i) {
    const auto text = source.text(i);
    const bool is_text = source.tokens()[i].kind == PyKind::string && source.is(i - 1, "(") && source.is(i + 1, ",");
    if (is_text && text.size() == owner.size() + 2 && text.substr(1, owner.size()) == owner) return true;
    auto first = i;
    while (first > 1 && source.is(first - 1, ".")) first -= 2;
    if (text == owner && first < i) homes.emplace(source.text(first));
  }
  return std::ranges::any_of(imports_of(source), [&](const PyImport& one) {
    return std::ranges::any_of(one.names, [&](const ImportedName& name) {
      if (name.name != owner && name.bound() != owner && !homes.contains(name.bound())) return false;
      const auto full = project.imported_name(file, one, name);
      return !is_own(tree, full) && !is_own(tree, parent_of(full));
    });
  });
}

// The only file of the project that defines a class of the name, where nothing of that name comes from elsewhere.
std::string home_of(const Tree& tree, const PythonProject& project, const std::string& owner) {
  std::string home;
  for (const auto& path : python_files(tree, is_no_test_file)) {
    const auto text = tree.read(path).value_or("");
    const auto words = words_in(text, owner);
    if (words.empty()) continue;
    const auto defined = std::ranges::count_if(
        words, [&](auto at) { return word_before(text, at - std::min<std::size_t>(at, 1)) == "class"; });
    if (has_another(tree, project, path, PythonSource(text), owner)) return "";
    if (defined == 0) continue;
    if (!home.empty() || defined > 1) return "";
    home = path;
  }
  return is_vendored(home) ? "" : home;
}

// Does something that is no Python ask for it by name: a template prints nothing where it is not there.
bool is_asked_elsewhere(const Tree& tree, const std::string& name) {
  static constexpr auto prose = std::to_array<std::string_view>({".md", ".rst", ".txt", ".adoc"});
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const auto text = path.ends_with(".py") ? std::nullopt : tree.read(path);
    if (!text || !contains(*text, "." + name)) return false;
    const bool is_prose = std::ranges::any_of(prose, [&](auto ending) { return path.ends_with(ending); });
    const bool may_ask = !is_prose || contains(*text, "{{") || contains(*text, "{%") || contains(*text, "${");
    return may_ask &&
           std::ranges::any_of(words_in(*text, name), [&](auto at) { return at > 0 && (*text)[at - 1] == '.'; });
  });
}

bool is_promised(const Tree& tree, const std::string& name) {
  return std::ranges::any_of(python_files(tree), [&](const auto& path) {
    return is_test_file(path) && !words_in(tree.read(path).value_or(""), name).empty();
  });
}

/// The places of one line that ask for an attribute.
class Line {
 public:
  Line(const std::string& text, std::size_t number, const std::string& name)
      : source_(text), number_(number), name_(name) {}

  /// The only one; nothing where another object may be asked as well.
  std::optional<std::size_t> spot() const {
    std::vector<std::size_t> spots;
    const auto& tokens = source_.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].line == number_ && source_.is(i, name_) && i > 0 && source_.is(i - 1, "."))
        spots.push_back(tokens[i].offset);
      if (tokens[i].line == number_ && tokens[i].kind == PyKind::string) add_fields(i, spots);
    }
    if (spots.empty()) return asked_by_text();
    return spots.size() == 1 ? std::optional(spots[0]) : std::nullopt;
  }

 private:
  // f"{settings.name}"
  void add_fields(std::size_t token, std::vector<std::size_t>& spots) const {
    const auto text = source_.text(token);
    if (!contains(lower(text.substr(0, text.find_first_of("\"'"))), "f")) return;
    for (const auto at : words_in(text, name_)) {
      const auto front = text.substr(0, at);
      const auto open = front.rfind('{'), close = front.rfind('}');
      const bool is_in_field = open != front.npos && (close == front.npos || close < open);
      if (is_in_field && front.ends_with('.')) spots.push_back(source_.tokens()[token].offset + at);
    }
  }

  // `{key: getattr(settings, name) for key, name in TABLE.items()}`: the only text of the file that says the name, as a value of TABLE.
  // No other way to ask by a text is read: whose text it is that the line has can be seen in this one alone.
  std::optional<std::size_t> asked_by_text() const {
    const Lines lines(source_.text());
    const auto line = lines.line(number_);
    const auto asked = trim(between(line.substr(std::min(line.find("getattr("), line.size())), ",", ")"));
    const auto pairs = between(line, ", " + std::string(asked) + " in ", ".items()");
    const bool is_only_asked = is_python_name(asked) && is_python_name(pairs) && words_in(line, asked).size() == 2;
    if (!is_only_asked || words_in(source_.text(), name_).size() != 1) return std::nullopt;
    for (const auto& statement : source_.statements()) {
      if (statement.indent != 0 || !source_.is(statement.first, pairs) || !source_.is(statement.first + 1, "="))
        continue;
      for (auto i = statement.first + 3; i < statement.last; ++i) {
        const auto text = source_.text(i);
        const bool is_it = text == "\"" + name_ + "\"" || text == "'" + name_ + "'";
        if (is_it && source_.is(i - 1, ":") && source_.tokens()[i].depth == 1) return source_.tokens()[i].offset + 1;
      }
    }
    return std::nullopt;
  }

  PythonSource source_;
  std::size_t number_;
  const std::string& name_;
};

void follow(const Patient& patient, const PythonProject& project, const Missing& missing, Draft& draft) {
  const auto& [file, line, column] = missing.place;
  const auto text = patient.tree.read(file).value_or("");
  if (!file.ends_with(".py") || is_test_file(file) || is_vendored(file) || says_generated(text)) return;
  const auto home = home_of(patient.tree, project, missing.owner);
  const auto spot = home.empty() ? std::nullopt : Line(text, line, missing.name).spot();
  if (!spot) return;
  const auto today = attribute_today(patient, home, missing.owner, missing.name);
  if (!today || (!today->is_told && is_promised(patient.tree, missing.name))) return;
  if (is_asked_elsewhere(patient.tree, missing.name)) return;
  draft.edit(file, {{*spot, missing.name.size(), today->name}});
}

}  // namespace

std::vector<Patch> follow_python_attribute(const Patient& patient) {
  Draft draft(patient.tree);
  if (patient.last_commit.empty()) return {};
  std::set<Missing> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) all.merge(missing_in(patient.tree, occurrence));
  const PythonProject project(patient.tree, patient.rules);
  for (const auto& missing : all) follow(patient, project, missing, draft);
  return draft.patches();
}

}  // namespace regreen
