// python.double-percent: a lone percent sign in a text that argparse formats, where `%(default)s` stands for a value and `%%` for the
// sign itself.
//
//   parser.add_argument("--keep", help="at most 80% of the copies")      TypeError: %o format: an integer is required, not dict
//
// The trace leads to the parser, not to the text. argparse formats help always; descriptions and the like only where they have %(prog)s.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace regreen {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::size_t imports_max = 5;  // from a traced file to the one that adds the argument

constexpr auto methods =
    std::to_array<std::string_view>({"add_argument", "add_parser", "add_argument_group", "add_subparsers"});
constexpr auto help = std::to_array<std::string_view>({"help"});
constexpr auto usage = std::to_array<std::string_view>({"usage"});
constexpr auto texts = std::to_array<std::string_view>({"description", "epilog", "version"});

/// A byte of a text as it reads, and where it stands in the file.
struct Letter {
  char c = 0;
  std::size_t offset = 0;
};

// What a literal says; nothing where that cannot be told: bytes, a field of an f-string behind a percent sign.
std::optional<std::vector<Letter>> letters_of(const PythonSource& source, const PyToken& token) {
  const auto literal = source.text(token);
  const auto quote = literal.find_first_of("'\"");
  if (quote == std::string_view::npos) return std::nullopt;
  const auto prefix = lower(literal.substr(0, quote));
  const auto mark = literal.substr(quote, literal.substr(quote).starts_with(std::string(3, literal[quote])) ? 3 : 1);
  const auto end = literal.size() - mark.size();
  if (contains(prefix, "b") || end < quote + mark.size()) return std::nullopt;
  std::vector<Letter> letters;
  int fields = 0;
  for (auto at = quote + mark.size(); at < end; ++at) {
    const bool is_double = contains(prefix, "f") && at + 1 < end && literal[at] == literal[at + 1];
    if (contains(prefix, "f") && (literal[at] == '{' || literal[at] == '}')) {
      if (is_double && fields == 0) {
        letters.push_back({literal[at++], token.offset + at});
        continue;
      }
      if (literal[at] == '{' && fields == 0 && !letters.empty() && letters.back().c == '%') return std::nullopt;
      fields += literal[at] == '{' ? 1 : -1;
    } else if (fields == 0 && literal[at] == '\\' && !contains(prefix, "r")) {
      letters.push_back({'\n', token.offset + at++});  // which ends no conversion
    } else if (fields == 0) {
      letters.push_back({literal[at], token.offset + at});
    }
  }
  return letters;
}

/// What `text % values` would find in a text.
struct Percents {
  std::vector<std::size_t> lone;  ///< where signs stand that name no value
  bool has_names = false;
  bool fails = false;
};

class Reader {
 public:
  explicit Reader(std::span<const Letter> letters) : letters_(letters) {}

  // Nothing where a name is not followed by what it needs: `%(default)` and `%(default) of` lack an s. Nor where a sign may be meant
  // for something else: `%default` and `%prog` are what optparse puts in.
  std::optional<Percents> read() {
    for (std::size_t at = 0; at < letters_.size(); ++at) {
      if (letters_[at].c != '%') continue;
      if (is(at + 1, '%')) {
        ++at;
      } else if (is(at + 1, '(')) {
        at = behind_name(at + 1);
        const auto end = conversion(at);
        if (end >= letters_.size() || is(at, ' ') ||
            !contains("diouxXeEfFgGcrsa", std::string_view(&letters_[end].c, 1)))
          return std::nullopt;
        found_.has_names = true;
        at = end;
      } else if (is_sign_itself(at)) {
        add_lone(at);
      } else {
        return std::nullopt;
      }
    }
    return found_;
  }

 private:
  bool is(std::size_t at, char c) const { return at < letters_.size() && letters_[at].c == c; }

  // "80%", "a % of": it stands behind a number, or ends a word.
  bool is_sign_itself(std::size_t at) const {
    if (at > 0 && regreen::is(letters_[at - 1].c, digit)) return true;
    const auto next = at + 1 < letters_.size() ? letters_[at + 1].c : ' ';
    const bool ends_text = next != '.' || at + 2 >= letters_.size() || !regreen::is(letters_[at + 2].c, word);
    return contains(" \n,;:.!?)]%", std::string_view(&next, 1)) && ends_text;
  }

  std::size_t behind_name(std::size_t at) const {
    while (at < letters_.size() && letters_[at].c != ')') ++at;
    return at + 1;
  }

  // Behind flags, width and precision.
  std::size_t conversion(std::size_t at) const {
    while (at < letters_.size() && contains("#0- +123456789.hlL", std::string_view(&letters_[at].c, 1))) ++at;
    return at;
  }

  // A single `%s` becomes all values there are: odd, and no failure.
  void add_lone(std::size_t at) {
    const auto end = conversion(at + 1);
    const bool takes_all = is(end, 's') || is(end, 'r') || is(end, 'a');
    const bool is_sign = is(end, '%');
    found_.fails |= !is_sign && (!takes_all || found_.has_names || !found_.lone.empty());
    found_.lone.push_back(letters_[at].offset);
  }

  std::span<const Letter> letters_;
  Percents found_;
};

// The letters of a value that is nothing but literals beside each other; nothing for what is computed.
std::optional<std::vector<Letter>> letters_of(const PythonSource& source, const PyValue& value) {
  std::vector<Letter> letters;
  for (auto i = value.first; i < value.last; ++i) {
    const auto& token = source.tokens()[i];
    if (token.kind == PyKind::comment || source.is(i, "(") || source.is(i, ")")) continue;
    const auto more = token.kind == PyKind::string ? letters_of(source, token) : std::nullopt;
    if (!more) return std::nullopt;
    letters.insert(letters.end(), more->begin(), more->end());
  }
  return letters;
}

bool names_program(std::span<const Letter> letters) {
  std::string text;
  for (const auto& one : letters) text += one.c;
  return contains(text, "%(prog)");
}

// Is a token the name of a call that takes texts: `parser.add_argument(…)`, `ArgumentParser(…)`?
bool is_maker(const PythonSource& source, std::size_t token) {
  if (!source.is(token + 1, "(")) return false;
  const bool is_method = token > 0 && source.is(token - 1, ".") && is_among(source.text(token), methods);
  return is_method || source.is(token, "ArgumentParser");
}

// Doubles the lone signs of the arguments of that name, where what they say cannot be formatted.
std::vector<Edit> doubled(const PythonSource& source, Words arguments) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i + 1 < source.tokens().size(); ++i) {
    const auto close = is_maker(source, i) ? closing_of_call(source, i + 1) : std::nullopt;
    if (!close) continue;
    for (const auto& one : arguments_between(source, i + 1, *close)) {
      if (!is_among(source.text(one.first), arguments) || !source.is(one.first + 1, "=")) continue;
      const auto letters = letters_of(source, PyValue{one.first + 2, one.last});
      if (!letters || (arguments.data() == texts.data() && !names_program(*letters))) continue;
      const auto percents = Reader(*letters).read();
      if (!percents || !percents->fails) continue;
      for (const auto at : percents->lone) edits.push_back({at, 0, "%"});
    }
  }
  return edits;
}

Words arguments_meant(std::string_view said) {
  if (contains(said, "usage % dict")) return usage;
  return contains(said, "text % dict") ? Words(texts) : Words(help);
}

void double_in(const std::set<std::string>& files, Words arguments, Draft& draft) {
  for (const auto& file : files) {
    const auto text = draft.read(file);
    if (text && is_no_test_file(file)) draft.edit(file, doubled(PythonSource(*text), arguments));
  }
}

// Does the project have arguments of its own, or double the signs itself? Then a lone one may be right.
bool has_own_arguments(const Tree& tree) {
  static constexpr auto marks =
      std::to_array<std::string_view>({"def add_argument(self", "\"%\", \"%%\"", "'%', '%%'"});
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    if (!path.ends_with(".py") || is_vendored(path)) return false;
    const auto text = tree.read(path).value_or("");
    return std::ranges::any_of(marks, [&](auto mark) { return contains(text, mark); });
  });
}

// The project's own modules that files import: their functions add arguments to a parser.
std::set<std::string> imported_by(const Patient& patient, const PythonProject& project,
                                  const std::set<std::string>& files) {
  std::set<std::string> imported;
  for (const auto& file : files) {
    const auto text = patient.tree.read(file).value_or("");
    for (const auto& one : imports_of(PythonSource(text))) {
      for (const auto& name : one.names) {
        const auto full = project.imported_name(file, one, name);
        auto home = project.file_of(full);
        if (!home) home = project.file_of(parent_of(full));
        if (home) imported.insert(*home);
      }
    }
  }
  return imported;
}

}  // namespace

std::vector<Patch> double_argparse_percent(const Patient& patient) {
  Draft draft(patient.tree);
  const PythonProject project(patient.tree, patient.rules);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto arguments = arguments_meant(occurrence.at.text);
    std::set<std::string> files, seen;
    for (const auto& place : places_around(patient.tree, occurrence)) {
      if (place.file.ends_with(".py")) files.insert(place.file);
    }
    for (std::size_t step = 0; step < imports_max && draft.patch().empty() && !files.empty(); ++step) {
      double_in(files, arguments, draft);
      seen.insert(files.begin(), files.end());
      files = imported_by(patient, project, std::exchange(files, {}));
      std::erase_if(files, [&](const auto& file) { return seen.contains(file); });
    }
  }
  return draft.patch().empty() || has_own_arguments(patient.tree) ? std::vector<Patch>{} : draft.patches();
}

}  // namespace regreen
