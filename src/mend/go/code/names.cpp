// go.fix-name: a name that nobody declares becomes the only one of its package that it can be a slip of.

#include "base/text.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The name among those that others may use: the same in another case, else a slip of it.
std::string member_meant(const std::set<std::string>& names, const std::string& wrong) {
  const auto open = exported(names);
  std::string same;
  for (const auto& name : open) {
    if (lower(name) != lower(wrong) || name == wrong) continue;
    if (!same.empty()) return "";
    same = name;
  }
  return same.empty() ? only_near(open, wrong) : same;
}

std::set<std::string> members_of(const GoPlace& place, const std::string& package, GoDeclarations& declared) {
  const auto folder = go_folder_of_import(place, package);
  if (!folder.empty()) return declared.in(folder);
  const auto& table = place.rules.table("go-members");
  const auto row = table.find(package);
  std::set<std::string> names;
  if (row == table.end()) return names;
  for (const auto name : split(row->second, ' ')) names.emplace(name);
  return names;
}

struct Wrong {
  std::string package, name;
};

// "undefined: geo.distance", "distance not declared by package geo", "name distance not exported by package geo"
Wrong wrong_in(std::string_view said) {
  for (const std::string_view mark : {" not declared by package ", " not exported by package "}) {
    const auto at = said.find(mark);
    if (at == npos) continue;
    const auto front = said.substr(0, at);
    return {std::string(trim(said.substr(at + mark.size()))), std::string(front.substr(front.rfind(' ') + 1))};
  }
  const auto mark =
      contains(said, "undefined: ") ? std::string_view("undefined: ") : std::string_view("undeclared name: ");
  const auto at = said.find(mark);
  if (at == npos) return {};
  const auto words = trim(said.substr(at + mark.size()));
  const auto name = words.substr(0, words.find(' '));
  const auto dot = name.find('.');
  if (dot == npos) return {"", std::string(name)};
  return {std::string(name.substr(0, dot)), std::string(name.substr(dot + 1))};
}

std::vector<Edit> mend_name(const GoPlace& place, GoDeclarations& declared) {
  const auto wrong = wrong_in(place.said.at.text);
  if (!is_identifier(wrong.name) || (!wrong.package.empty() && !is_identifier(wrong.package))) return {};
  std::string right;
  if (wrong.package.empty()) {
    auto words = words_of(place.code);
    const auto& of_package = declared.in(folder_of(place.file));
    words.insert(of_package.begin(), of_package.end());
    right = only_near(words, wrong.name);
  } else {
    right = member_meant(members_of(place, wrong.package, declared), wrong.name);
  }
  if (right.empty()) return {};
  std::vector<Edit> edits;
  for (const auto at : words_in(place.line_code(), wrong.name))
    edits.push_back({place.lines.begin(place.number) + at, wrong.name.size(), right});
  return edits;
}

}  // namespace

std::vector<Patch> fix_go_name(const Patient& patient) {
  GoDeclarations declared(patient.tree);
  return mend_go_places(patient, [&](const GoPlace& place) { return mend_name(place, declared); });
}

}  // namespace regreen
