#include "mend/rust/modules/use_choice.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/rust/language/declared.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t uses_max = 200;
constexpr std::string_view of_crate = "crate::";

// What most types have by a derived or blanket implementation.
constexpr auto of_all =
    std::to_array<std::string_view>({"clone", "to_string", "to_owned", "into", "try_into", "from", "default", "eq",
                                     "ne", "cmp", "partial_cmp", "hash", "fmt", "borrow", "as_ref", "await"});

bool is_own(std::string_view path) { return path.starts_with(of_crate) && !contains(path, " as "); }

std::size_t behind_blanks(std::string_view code, std::size_t at) {
  return std::min(code.find_first_not_of(" \t\r\n", at), code.size());
}

// `zone: &'a mut Zone` → zone
std::string_view variable_before(std::string_view code, std::size_t at) {
  auto end = end_of_code_before(code, at);
  for (auto word = word_before(code, end);
       word == "mut" || word == "dyn" || word == "impl" || (end > word.size() && code[end - word.size() - 1] == '\'');
       word = word_before(code, end)) {
    end -= word.size();
    if (end > 0 && code[end - 1] == '\'') --end;
    end = end_of_code_before(code, end);
  }
  while (end > 0 && code[end - 1] == '&') end = end_of_code_before(code, end - 1);
  if (end < 2 || code[end - 1] != ':' || code[end - 2] == ':') return "";
  return word_before(code, end_of_code_before(code, end - 1));
}

// Is everything that the file declares by this name of this type?
bool is_always_of(std::string_view code, std::string_view variable, std::string_view type) {
  const auto words = words_in(code, variable);
  return words.size() <= uses_max && std::ranges::all_of(words, [&](auto at) {
           const auto behind = behind_blanks(code, at + variable.size());
           const auto before = word_before(code, end_of_code_before(code, at));
           if (before == "let" || before == "mut") return false;
           if (code.substr(behind, 1) != ":" || code.substr(behind, 2) == "::") return true;
           const auto line = code.substr(behind, code.find_first_of(",)=;{\n", behind) - behind);
           return !words_in(line, type).empty();
         });
}

// What the file asks of the name: `Zone::new`, `Zone { factor: 2 }` is not read, `zone.factor()` for `zone: &Zone`.
std::set<std::string> asked_of(std::string_view code, std::string_view name) {
  std::set<std::string> asked;
  std::set<std::string_view> variables;
  const auto spots = words_in(code, name);
  if (spots.size() > uses_max) return asked;
  for (const auto at : spots) {
    if (code.substr(at + name.size(), 2) == "::") asked.emplace(word_at(code, at + name.size() + 2));
    const auto variable = variable_before(code, at);
    if (is_identifier(variable) && is_always_of(code, variable, name)) variables.insert(variable);
  }
  for (const auto variable : variables) {
    for (const auto at : words_in(code, variable)) {
      const auto dot = behind_blanks(code, at + variable.size());
      if (code.substr(dot, 1) == ".") asked.emplace(word_at(code, behind_blanks(code, dot + 1)));
    }
  }
  std::erase_if(asked, [](const auto& member) { return member.empty() || is_among(member, of_all); });
  return asked;
}

// src/geo.rs of `crate::geo::Zone`, for a file of the same crate.
std::optional<std::string> source_of(const Tree& tree, const std::string& file, std::string_view path) {
  const auto manifest = nearest(tree, file, "Cargo.toml");
  const auto module = path.substr(of_crate.size(), path.rfind("::") + 2 - of_crate.size());
  const auto src = path_in(folder_of(manifest), "src/") + replace_all(std::string(module), "::", "/");
  if (manifest.empty()) return std::nullopt;
  const auto base = src.substr(0, src.size() - 1);
  const auto files =
      module.empty() ? std::vector{base + "/lib.rs", base + "/main.rs"} : std::vector{base + ".rs", base + "/mod.rs"};
  std::optional<std::string> found;
  for (const auto& one : files) {
    if (!tree.has(one)) continue;
    if (found) return std::nullopt;
    found = one;
  }
  return found;
}

// The members of the item that a path names; nothing where they are not all to be seen in one file.
std::optional<std::set<std::string>> members_of(const Tree& tree, const std::string& file, const RustCode& code,
                                                const std::string& path) {
  const auto name = last_part(path);
  const auto source = source_of(tree, file, path);
  const auto own = source ? code.find(*source) : code.end();
  if (own == code.end()) return std::nullopt;
  const RustCode alone = {*own};
  const auto names = rust_names(alone);
  const auto is_type = [&](const RustName& one) {
    return one.is_top && one.name == name &&
           (one.kind == "struct" || one.kind == "enum" || one.kind == "trait" || one.kind == "union");
  };
  return std::ranges::count_if(names, is_type) == 1 ? std::optional(rust_members(alone, name)) : std::nullopt;
}

// Does a file that declares no such type itself add to one of the name: `impl Zone {`, `impl Price for Zone {`?
bool is_added_to_elsewhere(const RustCode& code, const std::set<std::string>& homes, std::string_view name) {
  return std::ranges::any_of(code, [&](const auto& one) {
    if (homes.contains(one.first)) return false;
    return std::ranges::any_of(words_in(one.second, name),
                               [&](auto at) { return !words_in(head_before(one.second, at), "impl").empty(); });
  });
}

}  // namespace

std::vector<std::string> uses_meant(const Tree& tree, const std::string& file, std::string_view text,
                                    std::vector<std::string> paths) {
  if (std::ranges::count_if(paths, is_own) < 2) return paths;
  const auto name = last_part(paths[0]);
  const auto asked = asked_of(code_only(text, Speech::rust), name);
  const auto code = rust_code(tree, nearest(tree, file, "Cargo.toml"));
  std::set<std::string> homes, meant;
  for (const auto& path : paths) {
    if (!is_own(path)) continue;
    const auto members = members_of(tree, file, code, path);
    if (!members) return {};
    homes.insert(*source_of(tree, file, path));
    if (std::ranges::includes(*members, asked)) meant.insert(path);
  }
  if (asked.empty() || meant.size() != 1 || is_added_to_elsewhere(code, homes, name)) return {};
  std::erase_if(paths, [&](const auto& path) { return is_own(path) && !meant.contains(path); });
  return paths;
}

}  // namespace regreen
