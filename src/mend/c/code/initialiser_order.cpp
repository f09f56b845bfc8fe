#include "mend/c/code/initialiser_order.h"

#include "base/text.h"
#include "mend/c/code/initialiser_list.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What a class of people's has is less.
constexpr std::size_t initialisers_max = 200;
constexpr std::size_t uses_max = 1'000;  // of their names, in no bracket

/// What a compiler tells of a list in the wrong order.
struct WrongOrder {
  struct Pair {
    std::string late, early;  // the one that stands first is declared later
  };
  std::vector<Pair> pairs;
  TreePlace list;                 // the constructor, or its first initialiser that is not in order
  std::optional<TreePlace> late;  // where gcc says that it is declared
};

// 'std::vector<T> ns::Ring<T>::data_' → data_, 'ns::Base<int>' → Base
std::string last_name(std::string quoted) {
  while (quoted.ends_with('>')) {
    int depth = 0;
    auto at = quoted.size();
    do {
      --at;
      depth += quoted[at] == '>' ? 1 : quoted[at] == '<' ? -1 : 0;
    } while (at > 0 && depth > 0);
    quoted.resize(at);
  }
  return std::string(word_before(quoted, quoted.size()));
}

std::vector<std::string> names_in(std::string_view message) {
  const auto plain = plain_quotes(message);
  const auto parts = split(plain, '\'');
  std::vector<std::string> names;
  for (std::size_t i = 1; i < parts.size(); i += 2) names.push_back(last_name(std::string(parts[i])));
  return names;
}

void add_pair(WrongOrder& wrong, std::string late, std::string early) {
  if (!late.empty() && !early.empty()) wrong.pairs.push_back({std::move(late), std::move(early)});
}

// clang: "field 'b' will be initialized after field 'a'", or in notes below "initializer order does not match …".
WrongOrder told_by_clang(const Tree& tree, const Occurrence& occurrence) {
  WrongOrder wrong;
  const auto places = places_of(tree, occurrence);
  if (places.empty()) return wrong;
  wrong.list = places[0];
  const auto add = [&](std::string_view said) {
    if (const auto names = names_in(said); names.size() == 2) add_pair(wrong, names[0], names[1]);
  };
  add(occurrence.at.text);
  for (const auto& note : notes_below(tree, occurrence, {"will be initialized after"})) add(note.text);
  return wrong;
}

// gcc: "'Timer::step_' will be initialized after", "'int Timer::start_'", "when initialized here", each with its place
WrongOrder told_by_gcc(const Tree& tree, const Occurrence& occurrence) {
  WrongOrder wrong;
  const auto late = names_in(occurrence.at.text);
  const auto places = places_of(tree, occurrence);
  if (!places.empty()) wrong.late = places[0];
  for (const std::string_view line : occurrence.after) {
    if (!contains(line, "[-Werror=reorder]")) continue;
    if (contains(line, "when initialized here")) {
      const auto place = place_in_front(tree, line.substr(0, line.find(": error: ")));
      wrong.list = place.value_or(TreePlace{});
      break;
    }
    if (const auto early = names_in(line); !early.empty() && !late.empty() && wrong.pairs.empty())
      add_pair(wrong, late.back(), early.back());
  }
  return wrong;
}

// Is the word of a class, which follows a ',' or a type, declared there? What stands behind '=' is a value.
bool is_declared(std::string_view code, std::size_t open, std::size_t at, std::size_t length) {
  const auto next = code.find_first_not_of(" \t\r\n", at + length);
  if (next == npos || !contains(";={[,:", code.substr(next, 1)) || code.substr(next, 2) == "::") return false;
  const auto end = end_of_code_before(code, at);
  if (end == open + 1 || contains(";{}=.:+-/?", code.substr(end - 1, 1))) return false;
  const auto head = trim(head_before(code, at));
  if (code[end - 1] == ',' && (head.starts_with(',') || contains(head, "(")))
    return false;  // in a list of initialisers
  const auto value = head.rfind('=');
  return value == npos || head.find(',', value) != npos;
}

/// Names, and where each of them is declared.
using Declared = std::map<std::string_view, std::optional<std::size_t>>;

// Members, in one pass over what stands in the class and in no bracket of its own. False where one is declared twice, or that is not
// sure.
bool find_members(std::string_view code, std::size_t open, std::size_t close, Declared& names) {
  std::size_t depth = 0, uses = 0;
  for (auto at = open + 1; at < close; ++at) {
    if (contains("([{", code.substr(at, 1))) ++depth;
    if (contains(")]}", code.substr(at, 1))) --depth;
    const auto word = word_at(code, at);
    if (word.empty()) continue;
    const auto one = depth == 0 ? names.find(word) : names.end();
    if (one != names.end() && ++uses > uses_max) return false;
    if (one != names.end() && is_declared(code, open, at, word.size())) {
      if (one->second) return false;
      one->second = at;
    }
    at += word.size() - 1;
  }
  return true;
}

// The bases that the head of a class names. False where one has a name twice.
bool find_bases(std::string_view code, std::size_t open, Declared& names) {
  const auto head = head_before(code, open);
  const auto bases = std::min(head.find(':'), head.size());
  for (auto& [name, place] : names) {
    for (const auto at : words_in(head.substr(bases), name)) {
      if (place) return false;
      place = open - head.size() + bases + at;
    }
  }
  return true;
}

// The places in a class, its head included, that say in which order these run; nothing where one is not found or not sure.
std::optional<std::vector<std::size_t>> declared_at(std::string_view code, std::size_t open,
                                                    const std::vector<Initialiser>& all) {
  const auto close = closing_bracket(code, open);
  if (close == npos || !words_in(head_before(code, open), "virtual").empty()) return std::nullopt;
  Declared names;
  for (const auto& one : all) {
    if (!names.try_emplace(one.name).second) return std::nullopt;  // Base<A> and Base<B>
  }
  if (!find_members(code, open, close, names) || !find_bases(code, open, names)) return std::nullopt;
  std::vector<std::size_t> places;
  for (const auto& one : all) {
    const auto place = names.at(one.name);
    if (!place) return std::nullopt;
    places.push_back(*place);
  }
  return places;
}

// The '{' of the class that a place of a member or constructor is in; npos where that is none.
std::size_t class_around(const CSource& source, std::size_t at) {
  const auto open = bracket_around(source.code, at);
  if (open == npos || source.code[open] != '{') return npos;
  const auto head = head_before(source.code, open);
  return words_in(head, "class").empty() && words_in(head, "struct").empty() ? npos : open;
}

// As the class declares them; nothing where that is not known for each.
std::optional<std::vector<std::size_t>> declared_order(const Draft& draft, const WrongOrder& wrong,
                                                       const CSource& source, const std::vector<Initialiser>& all) {
  std::vector<TreePlace> hints = {wrong.list};
  if (wrong.late) hints.insert(hints.begin(), *wrong.late);
  for (const auto& hint : hints) {
    const auto other = hint.file == wrong.list.file ? std::optional(source) : c_source(draft, hint.file);
    const auto at = other ? offset_of(other->text, hint.line, hint.column) : std::nullopt;
    const auto inside = at && hint == wrong.list ? all.front().name_at : at.value_or(0);
    const auto open = at ? class_around(*other, inside) : npos;
    const auto places = open == npos ? std::nullopt : declared_at(other->code, open, all);
    if (!places) continue;
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return (*places)[i]; });
    return order;
  }
  return std::nullopt;
}

// The two that are named change places, as long as the first of them stands first.
std::vector<std::size_t> exchanged(const WrongOrder& wrong, const std::vector<Initialiser>& all) {
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), 0);
  for (const auto& [late, early] : wrong.pairs) {
    const auto found = [&](const std::string& name) {
      return std::ranges::find_if(order, [&](std::size_t i) { return all[i].name == name; });
    };
    const auto first = found(late), second = found(early);
    if (first != order.end() && second != order.end() && first < second) std::iter_swap(first, second);
  }
  return order;
}

}  // namespace

bool order_initialisers(const Tree& tree, const Occurrence& occurrence, Draft& draft) {
  const std::string_view said = occurrence.at.text;
  const bool is_clangs = contains(said, "-Wreorder-ctor]");
  if (!is_clangs && !(contains(said, "will be initialized after") && contains(said, "reorder]"))) return false;
  const auto wrong = is_clangs ? told_by_clang(tree, occurrence) : told_by_gcc(tree, occurrence);
  const auto source = wrong.pairs.empty() || wrong.list.line == 0 ? std::nullopt : c_source(draft, wrong.list.file);
  const auto at = source ? offset_of(source->text, wrong.list.line, wrong.list.column) : std::nullopt;
  if (!at) return true;
  const auto all = initialisers_at(source->text, source->code, *at);
  if (all.size() < 2 || all.size() > initialisers_max) return true;
  const auto order = declared_order(draft, wrong, *source, all);
  draft.edit(wrong.list.file, in_order(source->text, all, order ? *order : exchanged(wrong, all)));
  return true;
}

}  // namespace regreen
