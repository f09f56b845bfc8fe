// go.fix-example: an example is named after a function or type that has another name now. Meant is the one name of its package
// that the example shows, or the only one near. What it prints, and what is expected, stays.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/go_source.h"
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

// The names that a package declares for others and a body speaks of: `ini.Parse(`, and `Parse(` within the package.
std::set<std::string> shown(std::string_view body, const std::set<std::string>& declared, bool is_outside) {
  std::set<std::string> names;
  for (const auto& name : declared) {
    if (!is_exported(name)) continue;
    for (const auto at : words_in(body, name)) {
      const bool is_member = at > 0 && body[at - 1] == '.';
      if (is_member == is_outside) names.insert(name);
    }
  }
  return names;
}

std::string meant_by(const std::string& missing, const std::set<std::string>& declared,
                     const std::set<std::string>& shown) {
  for (const auto& name : declared) {
    if (is_exported(name) && lower(name) == lower(missing)) return name;
  }
  if (shown.size() == 1) return *shown.begin();
  std::set<std::string> akin;
  for (const auto& name : shown) {
    if (name.starts_with(missing) || missing.starts_with(name)) akin.insert(name);
  }
  if (akin.size() == 1) return *akin.begin();
  return only_near(shown.empty() ? declared : shown, missing);
}

bool is_taken(const Tree& tree, std::string_view folder, const std::string& function) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    return folder_of(path) == folder && path.ends_with(".go") &&
           contains(tree.read(path).value_or(""), "func " + function + "(");
  });
}

// "ExampleParse_comment refers to unknown identifier: Parse", "Example_Quick has malformed example suffix: Quick"
std::string new_name(const GoPlace& place, const std::string& old) {
  const std::string_view said = place.said.at.text;
  if (const auto mark = said.find("malformed example suffix: "); mark != npos) {
    const std::string suffix(trim(said.substr(mark + 26)));
    if (suffix.empty() || !old.ends_with("_" + suffix)) return "";
    return old.substr(0, old.size() - suffix.size()) + lower(suffix.substr(0, 1)) + suffix.substr(1);
  }
  const auto mark = said.find("refers to unknown identifier: ");
  const std::string missing(mark == npos ? "" : trim(said.substr(mark + 30)));
  if (missing.empty() || !old.starts_with("Example" + missing)) return "";
  const auto rest = old.substr(7 + missing.size());
  if (!rest.empty() && rest[0] != '_') return "";
  const auto declared = go_declared(place.tree, folder_of(place.file));
  if (declared.contains(missing)) return "";
  const bool is_outside = go_package_of(place.text).ends_with("_test");
  const auto names = shown(body_at(place.code, place.lines.begin(place.number)), declared, is_outside);
  const auto meant = meant_by(missing, declared, names);
  return meant.empty() ? "" : "Example" + meant + rest;
}

}  // namespace

std::vector<Patch> fix_go_example(const Patient& patient) {
  return mend_go_places(patient, [](const GoPlace& place) -> std::vector<Edit> {
    const auto line = place.line_code();
    if (!line.starts_with("func Example")) return {};
    const std::string old(word_at(line, 5));
    const auto now = new_name(place, old);
    if (now.empty() || is_taken(place.tree, folder_of(place.file), now)) return {};
    return {{place.lines.begin(place.number) + 5, old.size(), now}};
  });
}

}  // namespace regreen
