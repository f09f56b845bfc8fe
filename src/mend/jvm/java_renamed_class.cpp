#include "mend/jvm/java_renamed_class.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/jvm/java_type_use.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

namespace regreen {
namespace {

constexpr auto kinds = std::to_array<std::string_view>({"class", "interface", "enum", "record"});
constexpr auto documents = std::to_array<std::string_view>({".md", ".txt", ".adoc", ".rst", ".html"});

std::string stem_of(std::string_view path) {
  const auto name = name_of(path);
  return std::string(name.substr(0, name.rfind('.')));
}

std::string package_of(std::string_view code) {
  for (const auto line : split_lines(code)) {
    if (line.starts_with("package ")) return std::string(trim(line.substr(8, line.find(';') - 8)));
  }
  return "";
}

// The code with a name in the place of another, without blanks.
std::string with_name(const std::string& code, std::string_view from, std::string_view to) {
  std::string text(code);
  const auto spots = words_in(code, from);
  for (auto spot = spots.rbegin(); spot != spots.rend(); ++spot) text.replace(*spot, from.size(), to);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

bool declares(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name),
                             [&](auto at) { return is_among(word_before(code, end_of_code_before(code, at)), kinds); });
}

/// A class by its old name. `package` is "" for that of no name.
struct OldName {
  std::string package, name;

  std::string full() const { return package.empty() ? name : package + "." + name; }
};

// Does the simple name mean the class in a source: of its package, or by an import of it, and of no other one?
bool means_class(std::string_view code, const OldName& old) {
  bool is_imported = false;
  for (const auto line : split_lines(code)) {
    if (!line.starts_with("import ")) continue;
    const auto name = trim(line.substr(7, line.find(';') - 7));
    if (name == old.full() || name == old.package + ".*")
      is_imported = true;
    else if (name.ends_with("." + old.name))
      return false;
  }
  return is_imported || package_of(code) == old.package;
}

// "… org.example.text." of the package org.example.text
bool is_behind_package(std::string_view front, const std::string& package) {
  if (package.empty() || !front.ends_with(package + ".")) return false;
  front.remove_suffix(package.size() + 1);
  return front.empty() || (!is_word_byte(front.back()) && front.back() != '.');
}

/// Where a source says the old name and means the class: alone, or behind its package.
struct Uses {
  std::vector<Edit> edits;
  bool has_other = false;  ///< something that is no type has the name
};

Uses uses_in(std::string_view code, const OldName& old, const std::string& today) {
  Uses uses;
  const bool is_meant = means_class(code, old);
  for (const auto at : words_in(code, old.name)) {
    const bool is_part = at > 0 && code[at - 1] == '.';
    if (is_part ? is_behind_package(code.substr(0, at), old.package) : is_meant)
      uses.edits.push_back({at, old.name.size(), today});
    uses.has_other = !is_part && !is_java_type_at(code, at, old.name);
    if (uses.has_other) break;
  }
  return uses;
}

// Is the class named in a literal, as those are that are loaded by their names?
bool is_in_literal(std::string_view text, std::string_view code, const OldName& old) {
  const auto name = old.package.empty() ? "\"" + old.name : old.full();
  std::size_t read = 0, quotes = 0;
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const auto word = at + name.size() - old.name.size();
    quotes += static_cast<std::size_t>(std::ranges::count(code.substr(read, word - read), '"'));
    read = word;
    if (quotes % 2 == 1 && word_at(text, word) == old.name) return true;
  }
  return false;
}

bool is_document(std::string_view path) {
  return std::ranges::any_of(documents, [&](auto ending) { return path.ends_with(ending); });
}

}  // namespace

bool is_renamed_java_class(const Patient& patient, const std::string& file, const std::string& today) {
  const auto before = patient.last_commit.before.find(file);
  const auto text = patient.tree.read(file);
  const auto name = stem_of(file);
  if (before == patient.last_commit.before.end() || !before->second || !text || !is_identifier(name)) return false;
  const auto was = code_only(*before->second, Speech::java), is = code_only(*text, Speech::java);
  return declares(was, name) && words_in(was, today).empty() && with_name(was, name, today) == with_name(is, "", "");
}

void follow_renamed_java_class(const Patient& patient, const std::string& file, const std::string& today,
                               Draft& draft) {
  const auto text = patient.tree.read(file).value_or("");
  const OldName old{package_of(code_only(text, Speech::java)), stem_of(file)};
  std::map<std::string, std::vector<Edit>> edits;
  bool is_used = false;
  for (const auto& path : patient.tree.list()) {
    const auto other = path == file || is_document(path) ? std::nullopt : patient.tree.read(path);
    if (!other || !contains(*other, old.name)) continue;
    if (!path.ends_with(".java")) {
      const bool is_named = contains(*other, old.full()) || contains(*other, old.name + ".java");
      if (is_named && !words_in(*other, old.name).empty()) return;
      continue;
    }
    const auto code = code_only(*other, Speech::java);
    auto uses = uses_in(code, old, today);
    if (declares(code, old.name) || uses.has_other || is_in_literal(*other, code, old)) return;
    if (!uses.edits.empty() && says_generated(*other)) return;
    if (!uses.edits.empty()) edits[path] = std::move(uses.edits);
    is_used |= edits.contains(path) && !is_test(path);
  }
  if (!edits.empty() && !is_used) return;
  if (!draft.move(file, path_in(folder_of(file), today + ".java"))) return;
  for (auto& [path, of_file] : edits) draft.edit(path, std::move(of_file));
}

}  // namespace regreen
