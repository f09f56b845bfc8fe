// go.make-map: something is put into a map that was never made.
//
//   panic: assignment to entry in nil map
//   	/src/tally/tally.go:28 +0x185                       t.counts[name] += n
//
// It is made where it is declared: `var m map[string]int` becomes `m := make(map[string]int)`; a field is set where a
// function of the package makes the struct. Where none does, the struct is meant to be used as it is, and the method makes the
// map when it first needs it; so does who fills a map of maps.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/code/nil_question.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/go/language/literals.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <map>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t function_max = 2'000;  // lines of one

/// `t.counts[name] += n`: the map, and the key of the last one where it lies in another map.
struct Target {
  std::string owner, name;  ///< "t" and "counts"; "" and "counts" where it is a variable
  std::string key;          ///< of a map of maps: "grid[x][y] = 1" has "x"
};

// The assignment that a line is; nothing where it begins with anything else.
std::optional<Target> target_of(std::string_view code) {
  code = trim(code);
  const auto open = code.find('[');
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos) return std::nullopt;
  Target target{"", std::string(code.substr(0, open)), ""};
  if (const auto dot = target.name.find('.'); dot != std::string::npos) {
    target.owner = target.name.substr(0, dot);
    target.name.erase(0, dot + 1);
  }
  if (!is_identifier(target.name) || (!target.owner.empty() && !is_identifier(target.owner))) return std::nullopt;
  auto rest = code.substr(close + 1);
  if (rest.starts_with('[')) {
    target.key = code.substr(open + 1, close - open - 1);
    const auto end = closing_bracket(rest, 0);
    if (end == npos || target.key.find_first_of("([{\"`'") != npos) return std::nullopt;
    rest = rest.substr(end + 1);
  }
  const bool changes = rest.starts_with("++") || rest.starts_with("--") ||
                       (rest.starts_with(' ') && contains(rest.substr(0, 5), "=") && !rest.starts_with(" == "));
  return changes ? std::optional(target) : std::nullopt;
}

std::string written(const Target& target) {
  return (target.owner.empty() ? "" : target.owner + ".") + target.name +
         (target.key.empty() ? "" : "[" + target.key + "]");
}

GoPlace at_line(const GoPlace& place, std::size_t number) {
  return {place.tree, place.rules, place.file, place.text, place.code, place.lines, number, 1, place.said};
}

std::string code_of_line(const GoPlace& place, std::size_t number) {
  return std::string(place.code.substr(place.lines.begin(number), place.lines.line(number).size()));
}

// `map[string]map[string]int` → `map[string]int`; "" where a map holds no maps.
std::string inner_map(std::string_view type) {
  if (!type.starts_with("map[")) return "";
  const auto close = closing_bracket(type, 3);
  const auto value = close == npos ? "" : trim(type.substr(close + 1));
  return value.starts_with("map[") ? std::string(value) : "";
}

// if t.counts == nil { t.counts = make(…) }, above the line
Edit made_when_needed(const GoPlace& place, const std::string& map, const std::string& type) {
  const std::string indent(indentation(place.line())), end(line_end(place.text));
  return {place.lines.begin(place.number), 0,
          indent + "if " + map + " == nil {" + end + indent + "\t" + map + " = make(" + type + ")" + end + indent +
              "}" + end};
}

// `var m map[string]int` of the function around the place.
std::optional<Edit> made_local(const GoPlace& place, const std::string& name) {
  const auto head = "var " + name + " ";
  std::optional<Edit> edit;
  for (auto number = place.number; number-- > 1;) {
    const auto code = code_of_line(place, number);
    const auto line = trim(code);
    if (code.starts_with("func ")) return edit;
    if (!line.starts_with(head)) continue;
    const auto type = trim(line.substr(head.size()));
    if (edit || !type.starts_with("map[") || contains(type, " = ") || type.ends_with('{')) return std::nullopt;
    const auto begin = place.lines.begin(number) + code.find(head);
    edit = Edit{begin, head.size() + type.size(), name + " := make(" + std::string(type) + ")"};
  }
  return std::nullopt;
}

// `var m map[string]int` of the package.
void make_in_package(const GoPlace& place, const std::string& name, Draft& draft) {
  for (const auto& path : place.tree.list()) {
    if (folder_of(path) != folder_of(place.file) || !path.ends_with(".go") || path.ends_with("_test.go")) continue;
    const auto text = draft.read(path).value_or("");
    const auto code = code_only(text, Speech::go);
    const Lines lines(code);
    bool grouped = false;
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      auto line = lines.line(number);
      if (line.starts_with("var (") || line.starts_with(')')) grouped = line.starts_with("var (");
      const bool is_single = line.starts_with("var " + name + " ");
      if (!is_single && !(grouped && line.starts_with("\t" + name + " "))) continue;
      const auto front = (is_single ? 5 : 2) + name.size();
      const auto type = trim(line.substr(front));
      if (!type.starts_with("map[") || contains(type, " = ") || type.ends_with('{')) return;
      const auto blank = line.find(type, front);
      draft.edit(path, {{lines.begin(number) + blank, type.size(), "= make(" + std::string(type) + ")"}});
      return;
    }
  }
}

// The type of the value that the name before the dot stands for, where the function says it.
std::string owner_type(const GoPlace& place, const std::string& owner) {
  for (auto number = place.number; number-- > 1 && place.number - number < function_max;) {
    const auto code = code_of_line(place, number);
    const auto line = trim(code);
    for (const auto& front : {owner + " := &", owner + " := ", "var " + owner + " "}) {
      if (!line.starts_with(front)) continue;
      auto type = line.substr(front.size());
      type = type.starts_with("new(") ? type.substr(4, type.find(')') - 4) : type.substr(0, type.find('{'));
      return is_identifier(type) ? std::string(type) : "";
    }
    if (!code.starts_with("func ")) continue;
    auto type = go_type_in_head(code, owner);
    if (type.starts_with('*')) type.erase(0, 1);
    type = type.substr(0, type.find('['));
    return is_identifier(type) ? type : "";
  }
  return "";
}

std::string map_type(const GoPlace& place, const Target& target) {
  if (!target.owner.empty()) {
    const auto type = owner_type(place, target.owner);
    return type.empty() ? "" : go_field_type(place.tree, folder_of(place.file), type, target.name);
  }
  for (auto number = place.number; number-- > 1;) {
    const auto code = code_of_line(place, number);
    const auto line = trim(code);
    for (const auto& front : {target.name + " := ", "var " + target.name + " "}) {
      if (!line.starts_with(front)) continue;
      const auto value = line.substr(front.size());
      if (!value.starts_with("make(")) return std::string(value.substr(0, value.find('{')));
      const auto arguments = go_list(value.substr(5, closing_bracket(value, 4) - 5));
      return arguments.empty() ? "" : arguments[0];
    }
    if (code.starts_with("func ")) return go_type_in_head(code, target.name);
  }
  return "";
}

// The line of the declared function that a place is in, function literals or not; 0 where it is in none.
std::size_t declaration_above(const GoPlace& place) {
  for (auto number = place.number; number > 0 && place.number - number < function_max; --number) {
    const auto line = code_of_line(place, number);
    if (line.starts_with("func ")) return number;
    if (line.starts_with('}') && number != place.number) return 0;
  }
  return 0;
}

// Does the function make the map above the place, where it is nil?
bool is_guarded(const GoPlace& place, const std::string& map) {
  const auto begin = place.lines.begin(declaration_above(place));
  return contains(place.code.substr(begin, place.lines.begin(place.number) - begin), "if " + map + " == nil {");
}

/// A line that puts something into a map that is a field.
struct Filling {
  std::size_t number = 0;
  Target target;
};

// The lines of the file that fill a map of a struct of this type.
std::vector<Filling> fillings_of(const GoPlace& place, const std::string& owner) {
  std::vector<Filling> all;
  for (std::size_t number = 1; number <= place.lines.count(); ++number) {
    const auto there = at_line(place, number);
    auto one = target_of(there.line_code());
    if (one && one->key.empty() && !one->owner.empty() && owner_type(there, one->owner) == owner)
      all.push_back({number, std::move(*one)});
  }
  return all;
}

// All maps of the struct that the file fills: who forgot one has mostly forgotten the others.
std::vector<Patch> make_field(const GoPlace& place, const Target& target) {
  const auto owner = owner_type(place, target.owner);
  const auto folder = folder_of(place.file);
  if (owner.empty() || !go_field_type(place.tree, folder, owner, target.name).starts_with("map[")) return {};
  Draft made(place.tree), lazy(place.tree);
  bool is_made = false;
  std::vector<Edit> needed;
  std::string above;
  std::map<std::string, std::string> types;  // of the fields
  for (const auto& [number, one] : fillings_of(place, owner)) {
    const auto [field, fresh] = types.try_emplace(one.name);
    if (fresh) field->second = go_field_type(place.tree, folder, owner, one.name);
    const auto& type = field->second;
    if (!type.starts_with("map[")) continue;
    if (fresh) is_made |= set_go_field(made, place.tree, folder, owner, {one.name, "make(" + type + ")"});
    const auto there = at_line(place, number);
    const auto map = written(one);
    const bool persists = contains(place.lines.line(declaration_above(there)), one.owner + " *" + owner);
    const bool is_known = map == above || is_guarded(there, map);
    if (persists && !is_known) needed.push_back(made_when_needed(there, map, type));
    above = map;
  }
  auto patches = made.patches();
  if (is_made && patches.empty()) return {};
  lazy.edit(place.file, std::move(needed));
  for (auto& patch : lazy.patches()) patches.push_back(std::move(patch));
  return patches;
}

// Every line of the file that fills the same map of maps: each may be the next that stops.
std::vector<Patch> make_inner(const GoPlace& place, const Target& target) {
  const auto type = inner_map(map_type(place, target));
  const auto owner = target.owner.empty() ? "" : owner_type(place, target.owner);
  if (type.empty()) return {};
  const auto function = declaration_above(place);
  std::vector<Edit> edits;
  std::string above;
  for (std::size_t number = 1; number <= place.lines.count(); ++number) {
    const auto there = at_line(place, number);
    const auto one = target_of(there.line_code());
    const auto map = one ? written(*one) : "";
    const bool is_same =
        one && !one->key.empty() && one->name == target.name && one->owner.empty() == target.owner.empty();
    const bool is_known = is_same && (map == above || trim(place.lines.line(number - 3)) == "if " + map + " == nil {");
    above = map;
    if (!is_same || is_known) continue;
    const bool is_near = number == place.number || (function != 0 && declaration_above(there) == function);
    const bool is_ours = owner.empty() ? is_near : owner_type(there, one->owner) == owner;
    if (is_ours) edits.push_back(made_when_needed(there, map, type));
  }
  Draft draft(place.tree);
  draft.edit(place.file, std::move(edits));
  return draft.patches();
}

std::vector<Patch> make_map(const GoPlace& place) {
  const auto target = target_of(place.line_code());
  if (!target) return {};
  if (!target->key.empty()) return make_inner(place, *target);
  const bool is_local = target->owner.empty() && made_local(place, target->name);
  if (!is_local && go_means_by_nil(place.tree, folder_of(place.file), target->name)) return {};
  if (!target->owner.empty()) return make_field(place, *target);
  Draft draft(place.tree);
  if (const auto edit = made_local(place, target->name)) {
    draft.edit(place.file, {*edit});
  } else {
    const auto function = go_function_at(place);
    const bool is_parameter = function != 0 && !words_in(place.lines.line(function), target->name).empty();
    if (!is_parameter) make_in_package(place, target->name, draft);
  }
  return draft.patches();
}

}  // namespace

std::vector<Patch> make_go_map(const Patient& patient) {
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (!contains(occurrence.at.text, "assignment to entry in nil map")) continue;
    const auto places = places_around(patient.tree, occurrence);
    const auto at = std::ranges::find_if(places, [](const TreePlace& one) { return one.file.ends_with(".go"); });
    if (at == places.end() || at->file.ends_with("_test.go")) continue;
    const auto text = patient.tree.read(at->file).value_or("");
    const auto code = code_only(text, Speech::go);
    const Lines lines(text);
    if (!lines.has(at->line)) continue;
    auto patches =
        make_map({patient.tree, patient.rules, at->file, text, code, lines, at->line, at->column, occurrence});
    if (!patches.empty()) return patches;
  }
  return {};
}

}  // namespace regreen
