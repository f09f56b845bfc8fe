// go.fix-example: an example is named after a function or type that has another name now. Meant is the one name of its package
// that the example shows, or the only one near. What it prints, and what is expected, stays.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The body of the function that begins on a line.
std::string_view body_at(std::string_view code, std::size_t begin) {
  const auto open = code.find('{', begin);
  const auto close = open == npos ? npos : closing_bracket(code, open);
  return close == npos ? "" : code.substr(open, close - open);
}

// What the tests of another package call this one: the alias of its import, else its name.
std::string name_outside(const GoPlace& place) {
  const auto manifest = nearest(place.tree, place.file, "go.mod");
  const auto inner = path_from(folder_of(manifest), folder_of(place.file));
  const auto module = go_module_of(place.tree.read(manifest).value_or(""));
  const auto imported = " \"" + (inner == "." ? module : path_in(module, inner)) + "\"";
  for (const auto all : split_lines(place.text)) {
    auto line = trim(all.substr(0, all.find("//")));
    if (!line.ends_with(imported)) continue;
    if (line.starts_with("import ")) line.remove_prefix(7);
    if (const auto alias = trim(line.substr(0, line.find('"'))); is_identifier(alias)) return std::string(alias);
  }
  const auto name = go_package_of(place.text);
  return name.substr(0, name.size() - 5);  // _test
}

// The names that a body speaks of: `ini.Parse(` outside of the package, and `Parse(` within.
std::set<std::string> shown(std::string_view body, const std::set<std::string>& names, const std::string& outside) {
  std::set<std::string> found;
  for (std::size_t at = 0; at < body.size();) {
    const std::string word(word_at(body, at));
    const bool is_member = at > 0 && body[at - 1] == '.';
    const bool is_ours = is_member ? !outside.empty() && word_before(body, at - 1) == outside : outside.empty();
    if (is_ours && names.contains(word)) found.insert(word);
    at += std::max<std::size_t>(word.size(), 1);
  }
  return found;
}

// The name behind `Example` of what is meant; what the package keeps for itself is shown as `_parse`.
std::string meant_by(const std::string& missing, const std::set<std::string>& declared,
                     const std::set<std::string>& shown) {
  for (const auto& name : declared) {
    if (lower(name) == lower(missing)) return is_exported(name) ? name : "_" + name;
  }
  if (shown.size() == 1) return *shown.begin();
  std::set<std::string> akin;
  for (const auto& name : shown) {
    if (name.starts_with(missing) || missing.starts_with(name)) akin.insert(name);
  }
  if (akin.size() == 1) return *akin.begin();
  return only_near(shown.empty() ? exported(declared) : shown, missing);
}

bool is_taken(const Tree& tree, std::string_view folder, const std::string& function) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    return folder_of(path) == folder && path.ends_with(".go") &&
           contains(tree.read(path).value_or(""), "func " + function + "(");
  });
}

// "Example_Quick has malformed example suffix: Quick": it is an example of Quick, or quick is what is special about it.
std::string with_other_suffix(const std::string& old, const std::string& suffix,
                              const std::set<std::string>& declared) {
  if (suffix.empty() || !old.ends_with("_" + suffix)) return "";
  if (old == "Example_" + suffix && declared.contains(suffix.substr(0, suffix.find('_')))) return "Example" + suffix;
  return old.substr(0, old.size() - suffix.size()) + lower(suffix.substr(0, 1)) + suffix.substr(1);
}

// "ExampleParse_comment refers to unknown identifier: Parse"
std::string new_name(const GoPlace& place, const std::string& old, GoDeclarations& declarations) {
  const std::string_view said = place.said.at.text;
  const auto& declared = declarations.in(folder_of(place.file));
  if (const auto mark = said.find("malformed example suffix: "); mark != npos)
    return with_other_suffix(old, std::string(trim(said.substr(mark + 26))), declared);
  const auto mark = said.find("refers to unknown identifier: ");
  const std::string missing(mark == npos ? "" : trim(said.substr(mark + 30)));
  if (missing.empty() || !old.starts_with("Example" + missing)) return "";
  const auto rest = old.substr(7 + missing.size());
  if (!rest.empty() && rest[0] != '_') return "";
  if (declared.contains(missing)) return "";
  const bool is_outside = go_package_of(place.text).ends_with("_test");
  const auto names = shown(body_at(place.code, place.lines.begin(place.number)), exported(declared),
                           is_outside ? name_outside(place) : "");
  const auto meant = meant_by(missing, declared, names);
  return meant.empty() ? "" : "Example" + meant + rest;
}

}  // namespace

std::vector<Patch> fix_go_example(const Patient& patient) {
  GoDeclarations declarations(patient.tree);
  std::set<std::pair<std::string, std::string>> given;  // two must not come to have one name
  return mend_go_places(patient, [&](const GoPlace& place) -> std::vector<Edit> {
    const auto line = place.line_code();
    if (!line.starts_with("func Example")) return {};
    const std::string old(word_at(line, 5)), folder(folder_of(place.file));
    const auto now = new_name(place, old, declarations);
    if (now.empty() || is_taken(place.tree, folder, now) || !given.emplace(folder, now).second) return {};
    return {{place.lines.begin(place.number) + 5, old.size(), now}};
  });
}

}  // namespace regreen
