// c.order-libraries: a static library stands before the one that needs it.
//
//   g++ -o roundabout main.o -lbits -lcodec
//   ld: ../codec/libcodec.a(codec.o): in function `codec::encode': undefined reference to `bits::reversed(unsigned char)'
//
// A linker that reads from left to right takes of a library only what was asked for before it. The library that a Makefile of the
// project makes of the only source which defines the symbol goes behind the one that asks for it, in every list that names both in
// the wrong order; where an object asks, behind the objects of the rule that failed. Where the CMake list of a project makes the one
// that asks, that one says what it needs.

#include "mend/c/build/link_order.h"

#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/fixers.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t lines_above = 40;  // of other symbols that the same function asks for

// "/usr/bin/ld: ../codec/libcodec.a(codec.o): in function `f':", ">>> codec.o:(f) in archive ../codec/libcodec.a"
std::string library_said(std::string_view line) {
  if (const auto at = line.find(" in archive "); at != npos) return static_library_in(trim(line.substr(at + 12)));
  const auto end = line.find(".a(");
  if (end == npos) return "";
  const auto begin = line.substr(0, end).find_last_of(" '\"") + 1;  // npos + 1 is the front
  return static_library_in(line.substr(begin, end + 2 - begin));
}

// The library that asks for the symbol: of the function that the line belongs to.
std::string asking(const Occurrence& occurrence) {
  if (auto own = library_said(occurrence.at.text); !own.empty()) return own;
  for (const auto& line : occurrence.after) {
    if (!line.starts_with(">>>")) break;
    if (auto library = library_said(line); !library.empty()) return library;
  }
  std::size_t seen = 0;
  for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend() && seen < lines_above; ++line, ++seen) {
    if (contains(*line, "in function ")) return library_said(*line);
    if (!contains(*line, "undefined reference to ")) break;
  }
  return "";
}

bool is_make_list(std::string_view path) {
  return !is_foreign(path) && (is_makefile(path) || path.ends_with(".mk") || path.ends_with(".mak"));
}

// The names that a text asks for: `$(OBJECTS)`, `$(SOURCES:.c=.o)`.
std::vector<std::string_view> names_in(std::string_view text) {
  std::vector<std::string_view> names;
  for (auto at = text.find('$'); at != npos; at = text.find('$', at + 1)) {
    if (!contains("({", text.substr(at + 1, 1))) continue;
    const auto end = text.find_first_of("):}", at + 2);
    if (end == npos) break;
    names.push_back(text.substr(at + 2, end - at - 2));
  }
  return names;
}

/// What the lists of a Makefile say of one source. Reads it once: lists may be long, and many rules name them.
class MakeLists {
 public:
  MakeLists(std::string_view text, const std::string& source) : text_(text), lines_(text), name_(name_of(source)) {
    object_ = name_.substr(0, name_.rfind('.')) + ".o";
    for (std::size_t number = 1; number <= lines_.count(); ++number) number = read_variable(number);
  }

  // The libraries that rules make of the source.
  std::set<std::string> libraries() const {
    std::set<std::string> found;
    for (const auto& rule : make_rules(lines_)) {
      const auto begin = lines_.begin(rule.head), end = lines_.end(rule.last);
      const auto colon = std::min(text_.find(':', begin), end);
      const auto made = made_by(begin, colon);
      if (!made.empty() && lists_source(colon, end)) found.insert(made);
    }
    return found;
  }

 private:
  struct Variable {
    std::string library;  ///< its last word
    bool lists_source = false;
  };

  // NAME = words, continued lines and all; answers the last line.
  std::size_t read_variable(std::size_t number) {
    const auto line = lines_.line(number);
    const auto sign = line.find('=');
    const auto name = line.substr(0, line.find_first_of(" \t:?+="));
    auto last = number;
    if (sign == npos || name.empty() ||
        line.substr(name.size(), sign - name.size()).find_first_not_of(" \t:?+") != npos)
      return last;
    while (lines_.line(last).ends_with('\\') && lines_.has(last + 1)) ++last;
    auto& variable = variables_[name];
    for (const auto& word : words_of_list(text_, lines_.begin(number) + sign + 1, lines_.end(last))) {
      variable.library = static_library_in(word.text);
      variable.lists_source |= is_source(word.text);
    }
    return last;
  }

  bool is_source(std::string_view word) const { return name_of(word) == object_ || name_of(word) == name_; }

  std::string made_by(std::size_t begin, std::size_t end) const {
    std::string made;
    for (const auto& word : words_of_list(text_, begin, end)) made = static_library_in(word.text);
    for (const auto name : names_in(text_.substr(begin, end - begin))) {
      if (const auto found = variables_.find(name); found != variables_.end()) made = found->second.library;
    }
    return made;
  }

  bool lists_source(std::size_t begin, std::size_t end) const {
    return std::ranges::any_of(words_of_list(text_, begin, end),
                               [&](const ListedWord& word) { return is_source(word.text); }) ||
           std::ranges::any_of(names_in(text_.substr(begin, end - begin)), [&](auto name) {
             const auto found = variables_.find(name);
             return found != variables_.end() && found->second.lists_source;
           });
  }

  std::string_view text_;
  Lines lines_;
  std::string name_, object_;
  std::map<std::string_view, Variable> variables_;
};

// The static library that a Makefile of the source's folder, or one above, makes of the source.
std::string library_of(const Tree& tree, const std::string& source) {
  for (auto folder = folder_of(source);; folder = folder_of(folder)) {
    std::set<std::string> found;
    for (const auto& path : tree.list()) {
      const auto text = folder_of(path) == folder && is_make_list(path) ? tree.read(path).value_or("") : "";
      if (text.size() <= source_bytes_max) found.merge(MakeLists(text, source).libraries());
    }
    if (!found.empty()) return found.size() == 1 ? *found.begin() : "";
    if (folder.empty()) return "";
  }
}

/// How a link names its libraries: `-lbits`, `bits/libbits.a`.
struct Naming {
  bool by_option = true, by_file = true;

  bool names(std::string_view word, const std::string& library) const {
    return (by_option && word == "-l" + library) || (by_file && static_library_in(word) == library);
  }
};

// As the command above the message does, where the log shows it: lists that are read for other things stay as they are.
Naming naming_of(const Occurrence& occurrence, const std::string& library) {
  const auto has = [&](const std::string& word) {
    return std::ranges::any_of(occurrence.before, [&](const auto& line) { return lists_word(line, word); });
  };
  const bool by_option = has("-l" + library);
  const bool by_file = std::ranges::any_of(occurrence.before, [&](const auto& line) {
    return contains(line, " -o ") && contains(line, "lib" + library + ".a") && !contains(line, ".a(");
  });
  return by_option == by_file ? Naming{} : Naming{by_option, by_file};
}

// Are the words of one command, none of which changes what the linker does with the libraries behind it?
bool is_plain_list(const std::vector<ListedWord>& words, std::size_t first, std::size_t last) {
  std::string line;
  for (auto i = first; i <= last; ++i) line += " " + std::string(words[i].text);
  const auto marks = std::to_array<std::string_view>({"-Bstatic", "-Bdynamic", "whole-archive", "as-needed", "-state"});
  return end_of_first_command(line) == line.size() &&
         std::ranges::none_of(marks, [&](auto mark) { return contains(line, mark); });
}

// The library behind the one that asks for it: the words between move forward, whatever stands between them.
std::vector<Edit> in_order(const std::vector<ListedWord>& words, const std::string& needed, const std::string& asking,
                           const Naming& naming) {
  std::size_t first = words.size(), last = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].text.starts_with('#') || contains(words[i].text, "-group")) return {};
    if (naming.names(words[i].text, needed)) first = i, last = words.size();
    if (naming.names(words[i].text, asking) && first < i) last = i;
  }
  if (last == words.size() || !is_plain_list(words, first, last)) return {};
  std::vector<Edit> edits;
  for (auto i = first; i <= last; ++i) {
    const auto& wanted = words[i == last ? first : i + 1].text;
    edits.push_back({words[i].offset, words[i].text.size(), std::string(wanted)});
  }
  return edits;
}

// Lists that stand before rules are no order of a link: what comes before a `:`.
void order_in(const std::string& path, const std::string& needed, const std::string& asking, const Naming& naming,
              Draft& draft) {
  const auto text = draft.read(path);
  if (!text || text->size() > source_bytes_max) return;
  const Lines lines(*text);
  std::vector<Edit> edits;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto first = number;
    while (lines.line(number).ends_with('\\') && lines.has(number + 1)) ++number;
    const auto line = lines.line(first);
    const bool is_recipe = line.starts_with('\t');
    const auto sign = is_recipe ? 0 : line.find('=');
    if (sign == npos || line.starts_with('#') || contains(line, ": ")) continue;
    for (auto& edit : in_order(words_of_list(*text, lines.begin(first) + sign + (is_recipe ? 0 : 1), lines.end(number)),
                               needed, asking, naming))
      edits.push_back(std::move(edit));
  }
  draft.edit(path, std::move(edits));
}

// Both are libraries of CMake: the one that asks links the other.
bool link_in_lists(const Tree& tree, const std::string& source, const std::string& asking, Draft& draft) {
  const auto needed = cmake_library_with(tree, source);
  if (needed.empty() || needed == asking || contains(needed, "$"))
    return false;  // a variable is another one's elsewhere
  for (const auto& path : tree.list()) {
    if (is_cmake(path) && !is_foreign(path) && cmake_call_for(tree.read(path).value_or(""), "add_library", asking))
      link_in_cmake(path, {needed}, asking, {}, draft);
  }
  return !draft.patch().empty();
}

}  // namespace

std::string static_library_in(std::string_view word) {
  const auto name = name_of(word);
  const bool is_archive = name.starts_with("lib") && name.ends_with(".a") && name.size() > 5;
  return is_archive ? std::string(name.substr(3, name.size() - 5)) : "";
}

std::vector<Patch> order_c_libraries(const Patient& patient) {
  const auto occurrences = occurrences_of(patient.diagnosis);
  const auto symbol_of = [](const Occurrence& one) { return std::string(trim(capture(one, "symbol"))); };
  std::set<std::string> symbols;
  for (const auto& occurrence : occurrences) {
    auto symbol = symbol_of(occurrence);
    if (!symbol.empty() && symbol.size() <= 300) symbols.insert(std::move(symbol));
  }
  const auto sources = sources_of(patient.tree, symbols);
  Draft draft(patient.tree);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& occurrence : occurrences) {
    const auto by = asking(occurrence);
    const auto source = sources.find(symbol_of(occurrence));
    if (source == sources.end() || !seen.emplace(by, source->second).second) continue;
    if (!by.empty() && link_in_lists(patient.tree, source->second, by, draft)) continue;
    const auto needed = library_of(patient.tree, source->second);
    if (needed.empty() || needed == by || !seen.emplace(by, "lib" + needed + ".a").second) continue;
    if (by.empty()) {
      order_behind_objects(patient.tree, occurrence, needed, draft);
      continue;
    }
    const auto naming = naming_of(occurrence, needed);
    for (const auto& path : patient.tree.list()) {
      if (is_make_list(path)) order_in(path, needed, by, naming, draft);
    }
  }
  return draft.patches();
}

std::vector<ListedWord> words_of_list(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<ListedWord> words;
  for (auto at = text.find_first_not_of(" \t\r\n\\", begin); at < end; at = text.find_first_not_of(" \t\r\n\\", at)) {
    const auto last = std::min(text.find_first_of(" \t\r\n\\", at), end);
    words.push_back({at, text.substr(at, last - at)});
    at = last;
  }
  return words;
}

}  // namespace regreen
