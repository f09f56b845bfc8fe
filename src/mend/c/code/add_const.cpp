// c.add-const: what is constant goes to a function of the project that only reads it and does not say so.
//
//   error: passing argument 1 of ‘words_count’ discards ‘const’ qualifier from pointer target type
//   error: initialization discards ‘const’ qualifier from pointer target type
//   error: ISO C++ forbids converting a string constant to ‘char*’
//
// The parameter becomes const where the function is declared and defined, and so do the local variables that are made from it.
// No caller is the worse for that, and whether all of it is only read, the compiler says; so a function is left alone where a cast
// or a function like strchr() would hide from the compiler that it is written to, and where its address is taken: that has a type.

#include "base/text.h"
#include "mend/c/code/only_read.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A parameter of a function; the first one is number 1.
struct Parameter {
  std::string function;
  std::size_t number = 0;

  auto operator<=>(const Parameter&) const = default;
};

/// Where a function is declared or defined.
struct Site {
  std::string file;
  std::size_t open = 0, close = 0;  ///< of its parameters
  bool defines = false;
};

std::optional<Parameter> parameter(std::string_view number, std::string_view function) {
  const auto parsed = line_number(number);
  if (!parsed || !is_identifier(function)) return std::nullopt;
  return Parameter{std::string(function), static_cast<std::size_t>(*parsed)};
}

/// Which names are those of namespaces: each is looked for once, however often a log says it.
class Namespaces {
 public:
  explicit Namespaces(const Tree& project) : tree(project) {}

  bool has(const std::string& name) {
    const auto [at, is_new] = known.try_emplace(name, false);
    if (is_new)
      at->second = std::ranges::any_of(tree.list(), [&](const auto& path) {
        const auto text = is_c_family(path) ? tree.read(path).value_or("") : "";
        return contains(text, "namespace " + name) || contains(text, "::" + name + " {");
      });
    return at->second;
  }

 private:
  const Tree& tree;
  std::map<std::string, bool> known;
};

// The name of "int fold(char*)" and "int text::fold(char*)"; "" of a method or template.
std::string_view name_in_signature(Namespaces& namespaces, std::string_view signature) {
  signature = signature.substr(0, signature.find('('));
  auto name = signature.substr(signature.find_last_of(" *&") + 1);  // npos + 1 is the front
  if (const auto colon = name.rfind("::"); colon != npos) {
    const auto room = name.substr(0, colon);
    if (room != "{anonymous}" && !namespaces.has(std::string(room.substr(room.rfind(':') + 1)))) return "";
    name.remove_prefix(colon + 2);
  }
  return is_identifier(name) ? name : "";
}

// The parameter whose name stands at a place.
std::optional<Parameter> parameter_at(std::string_view code, std::size_t at) {
  const auto open = bracket_around(code, at);
  if (open == npos || code[open] != '(') return std::nullopt;
  const auto before = items_of(code.substr(open + 1, at - open - 1), Speech::c);
  const auto name = word_before(code, end_of_code_before(code, open));
  return is_identifier(name) ? std::optional(Parameter{std::string(name), std::max<std::size_t>(before.size(), 1)})
                             : std::nullopt;
}

std::optional<Parameter> parameter_at(const Tree& tree, const TreePlace& place) {
  const auto text = tree.read(place.file).value_or("");
  const auto at = offset_of(text, place.line, place.column);
  return at ? parameter_at(code_only(text, Speech::c), *at) : std::nullopt;
}

// "invalid conversion from 'const char*' to 'char*'"
bool is_const_refused(std::string_view said) {
  const auto type = between(said, "invalid conversion from 'const ", "'");
  return !type.empty() && between(said, "' to '", "'") == type;
}

// `width("x")`, `char *name = "x";`
bool is_text_refused(std::string_view said) {
  return contains(said, "forbids converting a string constant") || contains(said, "conversion from string literal");
}

// gcc names it in the message, in C++ in the note below; clang only points at it.
std::optional<Parameter> parameter_said(const Tree& tree, Namespaces& namespaces, const Occurrence& occurrence) {
  const auto said = plain_quotes(occurrence.at.text);
  if (contains(said, "passing argument ") && contains(said, " discards 'const' qualifier"))
    return parameter(between(said, "passing argument ", " "), between(said, " of '", "'"));
  if (!is_const_refused(said) && !contains(said, " discards qualifiers")) return std::nullopt;
  for (const auto& note : notes_below(tree, occurrence, {"initializing argument ", "passing argument to parameter "})) {
    if (!note.place) return std::nullopt;  // of a library
    const auto text = plain_quotes(note.text);
    return contains(text, "initializing")
               ? parameter(between(text, "argument ", " "), name_in_signature(namespaces, between(text, " of '", "'")))
               : parameter_at(tree, *note.place);
  }
  return std::nullopt;
}

// Does a message speak of the value that stands where it points, and not of one that is passed to a function?
bool points_at_value(const Tree& tree, const Occurrence& occurrence) {
  const auto said = plain_quotes(occurrence.at.text);
  if (is_text_refused(said)) return true;
  const bool is_refused = contains(said, " discards ") || is_const_refused(said);
  return is_refused && !contains(said, "passing ") && notes_below(tree, occurrence, {"initializing argument "}).empty();
}

// The parameter that a text goes to where a function is called: `width("x")`.
std::optional<Parameter> parameter_called(std::string_view code, std::size_t at) {
  const auto open = bracket_around(code, at);
  if (open == npos || code[open] != '(') return std::nullopt;
  const auto end = end_of_code_before(code, open);
  const auto name = word_before(code, end);
  const auto before = code.substr(0, end_of_code_before(code, end - name.size()));
  const bool is_member = before.ends_with('.') || before.ends_with("->") || before.ends_with("::");
  if (!is_identifier(name) || is_member) return std::nullopt;
  const auto others = items_of(code.substr(open + 1, at - open - 1), Speech::c);
  return Parameter{std::string(name), others.size() + 1};
}

// Of places in their order, those that stand in nothing but namespaces and `extern "C"`.
std::vector<std::size_t> outermost(std::string_view code, const std::vector<std::size_t>& places) {
  std::vector<std::size_t> found;
  std::vector<bool> rooms;  // whether the open brackets are those of one
  std::size_t others = 0, at = 0;
  for (const auto place : places) {
    for (; at < place; ++at) {
      if (contains("([{", code.substr(at, 1))) {
        const auto head = code[at] == '{' && others == 0 ? head_before(code, at) : "";
        rooms.push_back(!words_in(head, "namespace").empty() || !words_in(head, "extern").empty());
        others += rooms.back() ? 0 : 1;
      } else if (contains(")]}", code.substr(at, 1)) && !rooms.empty()) {
        others -= rooms.back() ? 0 : 1;
        rooms.pop_back();
      }
    }
    if (others == 0) found.push_back(place);
  }
  return found;
}

// Where the function is declared and defined; nothing where it is defined nowhere in the project, several times or in code of
// others, or is used other than by a call.
std::optional<std::vector<Site>> sites_of(const Draft& draft, const Tree& tree, const std::string& function) {
  std::vector<Site> sites;
  for (const auto& path : tree.list()) {
    const auto text = is_c_family(path) ? draft.read(path) : std::nullopt;
    if (!text || !contains(*text, function)) continue;
    if (text->size() > source_bytes_max) return std::nullopt;
    const auto code = code_only(*text, Speech::c);
    const auto places = words_in(code, function);
    const auto open_behind = [&](std::size_t at) { return code.find_first_not_of(" \t\r\n", at + function.size()); };
    const bool is_called =
        std::ranges::all_of(places, [&](auto at) { return open_behind(at) != npos && code[open_behind(at)] == '('; });
    if (!is_called) return std::nullopt;
    for (const auto at : outermost(code, places)) {
      const auto open = open_behind(at), close = closing_bracket(code, open);
      const auto behind = close == npos ? npos : code.find_first_not_of(" \t\r\n", close + 1);
      if (close == npos) return std::nullopt;
      if (behind == npos || !contains(";{", code.substr(behind, 1))) continue;
      if (is_foreign(path) || code.substr(0, at).ends_with("::")) return std::nullopt;
      sites.push_back({path, open, close, code[behind] == '{'});
    }
  }
  if (std::ranges::count_if(sites, &Site::defines) != 1) return std::nullopt;
  return sites;
}

// A parameter that can be made const: a pointer or array, with its name or without.
struct Readable {
  std::size_t at = 0;
  std::string_view type, name;  ///< "char" and "text" of `char *text`
};

std::optional<Readable> readable(std::string_view code, const Site& site, std::size_t number) {
  const auto items = items_of(code.substr(site.open + 1, site.close - site.open - 1), Speech::c);
  if (number == 0 || number > items.size()) return std::nullopt;
  const auto item = items[number - 1];
  const auto star = item.find_first_of("*[");
  const bool is_plain = star != npos && star > 0 && item.find_first_of("(&<") == npos &&
                        std::ranges::count(item, '*') <= 1 && words_in(item, "const").empty();
  if (!is_plain) return std::nullopt;
  Readable one{offset_in(code, item), trim(item.substr(0, star)), ""};
  const auto name_end = item[star] == '[' ? star : item.find('[');
  one.name = word_before(item, name_end == npos ? item.size() : name_end);
  if (item[star] == '[') one.type = trim(item.substr(0, star - one.name.size()));
  return one.type.empty() ? std::nullopt : std::optional(one);
}

// Once for each: every one is looked for in all of the project.
void make_parameter_const(const Tree& tree, const Parameter& parameter, std::set<Parameter>& done, Draft& draft) {
  if (!done.insert(parameter).second) return;
  const auto sites = sites_of(draft, tree, parameter.function);
  if (!sites) return;
  std::map<std::string, std::vector<Edit>> edits;
  for (const auto& site : *sites) {
    const auto code = code_only(draft.read(site.file).value_or(""), Speech::c);
    const auto found = readable(code, site, parameter.number);
    if (!found) return;
    edits[site.file].push_back({found->at, 0, "const "});
    if (!site.defines) continue;
    const auto open = code.find('{', site.close), close = closing_bracket(code, open);
    const auto locals = close == npos ? std::nullopt : made_only_read(code, {open, close}, found->type, found->name);
    if (!locals) return;
    auto& here = edits[site.file];
    here.insert(here.end(), locals->begin(), locals->end());
  }
  for (auto& [file, changes] : edits) draft.edit(file, std::move(changes));
}

// The local variable of `char *rest = strchr(line, ' ');`, and of `rest = line;` where it is declared before.
std::optional<PointingLocal> local_said(std::string_view code, std::size_t at) {
  if (auto local = local_made_at(code, at)) return local;  // gcc points at the value, clang at the name
  const auto sign = code.find_first_of("=;", at);
  auto local = sign != npos && code[sign] == '=' ? local_made_at(code, sign + 1) : std::nullopt;
  return local ? local : local_assigned_at(code, at);
}

void make_local_const(std::string_view code, const std::string& file, const PointingLocal& local, Draft& draft) {
  auto block = bracket_around(code, local.at);
  if (block != npos && code[block] == '(') block = bracket_around(code, block);  // of a loop
  const auto close = block == npos ? npos : closing_bracket(code, block);
  if (close == npos) return;
  const auto made = offset_in(code, local.name);
  auto edits = made_only_read(code, {made, close}, local.type, local.name);
  if (!edits) return;
  edits->push_back({local.at, 0, "const "});
  draft.edit(file, std::move(*edits));
}

void make_value_const(const Tree& tree, const Occurrence& occurrence, std::set<Parameter>& done, Draft& draft) {
  const auto places = places_of(tree, occurrence);
  const auto text = places.empty() || is_foreign(places[0].file) ? std::nullopt : draft.read(places[0].file);
  if (!text || text->size() > source_bytes_max || !points_at_value(tree, occurrence)) return;
  if (Lines(*text).line(places[0].line) != Lines(tree.read(places[0].file).value_or("")).line(places[0].line)) return;
  const auto code = code_only(*text, Speech::c);
  const auto at = offset_of(*text, places[0].line, places[0].column);
  if (!at) return;
  auto parameter = (*text)[*at] == '"' ? parameter_called(code, *at) : std::nullopt;
  const auto local = parameter ? std::nullopt : local_said(code, *at);
  const auto assigned = parameter || local ? std::nullopt : parameter_assigned_at(code, *at);
  if (assigned) parameter = parameter_at(code, *assigned);
  if (parameter) make_parameter_const(tree, *parameter, done, draft);
  if (local) make_local_const(code, places[0].file, *local, draft);
}

}  // namespace

std::vector<Patch> add_c_const(const Patient& patient) {
  Draft draft(patient.tree);
  Namespaces namespaces(patient.tree);
  std::set<Parameter> done;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto parameter = parameter_said(patient.tree, namespaces, occurrence);
    if (parameter)
      make_parameter_const(patient.tree, *parameter, done, draft);
    else
      make_value_const(patient.tree, occurrence, done, draft);
  }
  return draft.patches();
}

}  // namespace regreen
