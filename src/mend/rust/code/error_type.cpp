// rust.map-error: `?` hands on an error of another type than the function promises.
//
//   error[E0277]: `?` couldn't convert the error to `String`
//      |     ^ the trait `From<ParseIntError>` is not implemented for `String`
//
// Where a text is promised, the error becomes what it prints; where an enumeration of the project is, it becomes the
// only variant that holds such an error. What the function promises stays.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/declared.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The type of the error: of "the trait `From<ParseIntError>` is not implemented for `String`" below the message.
std::string source_type(const Occurrence& occurrence) {
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error")) break;
    const auto type = between(line, "the trait `From<", ">` is not implemented for ");
    if (!type.empty()) return std::string(type);
  }
  return "";
}

// "std::io::Error" and "io::Error" name one type.
bool names_same(std::string_view one, std::string_view other) {
  if (one.size() < other.size()) std::swap(one, other);
  return one == other || one.ends_with("::" + std::string(other));
}

// Does the error print itself? Those of the standard library and of crates do; one of the project has to say so.
bool is_displayed(const Tree& tree, const std::string& type) {
  const auto name = last_part(type);
  for (const auto& path : tree.list()) {
    const auto text = path.ends_with(".rs") ? tree.read(path).value_or("") : "";
    const bool declares = contains(text, "struct " + name) || contains(text, "enum " + name);
    if (!declares) continue;
    return contains(text, "Display for " + name) || contains(text, "#[error(") || contains(text, "Display, ") ||
           contains(text, "Display)");
  }
  return true;
}

// The variants `Name(Type)` of an enumeration that hold one value of a type.
std::vector<std::string> variants_holding(std::string_view body, std::string_view type) {
  std::vector<std::string> names;
  for (const auto item : rust_items(body)) {
    const auto open = item.find('(');
    if (open == npos || !item.ends_with(')') || !is_identifier(item.substr(0, open))) continue;
    if (names_same(trim(item.substr(open + 1, item.size() - open - 2)), type)) names.emplace_back(item.substr(0, open));
  }
  return names;
}

// `LoadError::Io`, where the project's only enumeration of that name has exactly one variant for the error.
std::string variant_for(const Tree& tree, const std::string& promised, const std::string& type) {
  std::vector<std::string> names;
  bool is_declared = false;
  for (const auto& path : tree.list()) {
    const auto text = path.ends_with(".rs") ? tree.read(path).value_or("") : "";
    const auto code = contains(text, "enum " + promised) ? code_only(text, Speech::rust) : "";
    for (const auto at : words_in(code, promised)) {
      if (!std::string_view(code).substr(0, at).ends_with("enum ")) continue;
      if (is_declared) return "";
      is_declared = true;
      const auto open = code.find_first_not_of(' ', at + promised.size());
      const auto close = open != npos && code[open] == '{' ? closing_bracket(code, open) : npos;
      if (close != npos) names = variants_holding(std::string_view(code).substr(open + 1, close - open - 1), type);
    }
  }
  return names.size() == 1 ? promised + "::" + names[0] : "";
}

// What is done to an error before `?` hands it on as the type that goes by `promised`.
std::string conversion(const Tree& tree, const std::string& promised, const std::string& type) {
  if (promised == "String") return is_displayed(tree, type) ? ".map_err(|e| e.to_string())" : "";
  const auto variant = variant_for(tree, promised, type);
  return variant.empty() ? "" : ".map_err(" + variant + ")";
}

}  // namespace

std::vector<Patch> map_rust_error(const Patient& patient) {
  std::map<std::string, std::map<std::size_t, std::string>> files;         // by file and place
  std::map<std::pair<std::string, std::string>, std::string> conversions;  // by what is promised and what comes
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto place = rustc_place(patient.tree, occurrence);
    if (!contains(occurrence.at.text, "`?` couldn't convert the error to `") || !place) continue;
    const auto text = patient.tree.read(place->file).value_or("");
    const auto code = code_only(text, Speech::rust);
    const auto at = offset_of(text, place->line, place->column);
    if (!at || *at >= code.size() || code[*at] != '?') continue;
    const auto promised = between(occurrence.at.text, "convert the error to `", "`");
    const auto name = last_part(promised), type = source_type(occurrence);
    const bool is_named = name == "String" || !words_in(code, name).empty();
    if (!is_rust_path(promised) || !is_rust_path(type) || !is_named) continue;
    const auto [words, fresh] = conversions.try_emplace({name, type});
    if (fresh) words->second = conversion(patient.tree, name, type);
    if (!words->second.empty()) files[place->file][*at] = words->second;
  }
  Draft draft(patient.tree);
  for (const auto& [file, places] : files) {
    std::vector<Edit> edits;
    for (const auto& [at, words] : places) edits.push_back({at, 0, words});
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
