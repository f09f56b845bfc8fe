// rust.follow-name: examples in the documentation, and code, call something of a library by a name that it had before.
//
//   error[E0432]: unresolved import `cronspec::parse_field`      pub use field::expand_field;
//
// What is meant has a word of the old name, and is used as the old one was: a function takes as many arguments and answers a
// result where one is unwrapped, a type has the members that are asked of it. Where two are like that, nothing is done. Tests keep
// what they ask for: there the name may be the promise that was broken.

#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/declared.h"
#include "mend/rust/fixers.h"
#include "mend/rust/manifest.h"
#include "mend/rust/rust_text.h"
#include "mend/rust/rustc_message.h"
#include "mend/rust/test_code.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t call_max = 500;  // bytes of a call that are looked at

// Words that names share by chance.
constexpr auto common_words =
    std::to_array<std::string_view>({"a", "and", "as", "at", "by", "for", "from", "get", "in", "into", "is", "new",
                                     "of", "on", "or", "set", "the", "to", "with"});

using Names = std::set<std::string>;

/// A name that a library has no longer.
struct Gone {
  std::string name;
  std::string library;  ///< its Cargo.toml
  std::string file;     ///< that asks for it

  auto operator<=>(const Gone&) const = default;
};

/// Where a file names something, and the code that follows there.
struct Mention {
  std::size_t offset = 0;
  std::string_view rest;  ///< of the text, behind the name
};

// The documentation that a line of a source holds; nothing where it is no comment of that kind. All of a text for people is one.
std::optional<std::string_view> documentation(std::string_view file, std::string_view line) {
  if (file.ends_with(".md")) return line;
  line = trim(line);
  const bool is_one = line.starts_with("///") || line.starts_with("//!");
  return is_one ? std::optional(line.substr(3)) : std::nullopt;
}

// Is a word of a text for people meant as code? `parse`, parse(x), road::parse
bool is_marked(std::string_view text, std::size_t at, std::size_t size) {
  const auto before = text.substr(0, at), after = text.substr(at + size);
  return before.ends_with('`') || before.ends_with("::") || after.starts_with('`') || after.starts_with('(') ||
         after.starts_with("::");
}

bool is_code_use(std::string_view code, std::size_t at, std::string_view name) {
  const auto after = code.substr(at + name.size());
  const bool is_field = after.starts_with(':') && !after.starts_with("::");
  return code.substr(at, name.size()) == name && !code.substr(0, at).ends_with('.') && !is_field;
}

std::vector<Mention> mentions_in(const std::string& file, std::string_view text, const std::string& name) {
  std::vector<Mention> found;
  const auto spots = words_in(text, name);
  if (spots.empty()) return found;
  const auto code = file.ends_with(".rs") ? code_only(text, Speech::rust) : std::string();
  const auto tests = rust_tests_in(code);
  const Lines lines(text);
  std::size_t number = 1;
  bool is_fenced = false;
  for (const auto at : spots) {
    for (const auto last = lines.number_at(at); number <= last; ++number) {
      const auto said = documentation(file, lines.line(number));
      if (said && trim(*said).starts_with("```")) is_fenced = !is_fenced;
      if (!said) is_fenced = false;
    }
    const bool is_said = documentation(file, lines.line(number - 1)).has_value();
    const bool is_meant = is_said ? is_fenced || is_marked(text, at, name.size())
                                  : is_code_use(code, at, name) && !is_in_rust_test(tests, at);
    if (is_meant) found.push_back({at, text.substr(at + name.size())});
  }
  return found;
}

// "parse_field" → parse, field; "WindowBuffer" → window, buffer
Names words_of_name(std::string_view name) {
  Names words;
  std::string word;
  const auto end_word = [&] {
    if (word.size() > 1 && std::ranges::find(common_words, word) == common_words.end()) words.insert(word);
    word.clear();
  };
  for (const char c : name) {
    if (c == '_' || is_upper(c)) end_word();
    if (c != '_') word += lower(std::string_view(&c, 1));
  }
  end_word();
  return words;
}

bool is_alike(std::string_view today, std::string_view old) {
  const auto words = words_of_name(old);
  return is_slip(today, old) ||
         std::ranges::any_of(words_of_name(today), [&](const auto& word) { return words.contains(word); });
}

/// How something is used: called with so many arguments, its result unwrapped, its members named.
struct Use {
  std::set<std::size_t> arguments;
  bool may_fail = false;
  Names members;
};

// What surrounds a call says that it answers a result: `f(x)?`, `f(x).unwrap()`, `assert_eq!(f(x), Ok(3))`.
bool says_result(std::string_view rest) {
  static constexpr auto ways =
      std::to_array<std::string_view>({"?", ".unwrap", ".expect(", ".is_ok", ".is_err", ".is_some", ".is_none",
                                       ".map_or", ".ok()", ", Ok(", ", Err(", ", Some(", ", None"});
  return std::ranges::any_of(ways, [&](auto way) { return rest.starts_with(way); });
}

// What stands behind a name, as code: in documentation too, whose lines begin with `///`.
std::string code_behind(std::string_view rest) {
  std::string plain(rest.substr(0, call_max));
  for (const auto* mark : {"///", "//!"}) plain = replace_all(plain, mark, "   ");
  return code_only(plain, Speech::rust);
}

void note_use(std::string_view rest, Use& use) {
  if (rest.starts_with("::")) {
    if (const auto member = word_at(rest, 2); !member.empty()) use.members.emplace(member);
  }
  const auto close = rest.starts_with('(') ? closing_bracket(rest, 0) : npos;
  if (close == npos) return;
  use.arguments.insert(items_of(rest.substr(1, close - 1), Speech::rust).size());
  use.may_fail |= says_result(rest.substr(close + 1));
}

// Does a function take and answer what its uses say? The code begins with `fn`.
bool fits_function(std::string_view code, const Use& use) {
  const auto open = code.find('(');
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos || use.arguments.size() != 1) return false;
  const auto head = code.substr(close + 1, code.find_first_of("{;", close) - close - 1);
  const bool can_fail = contains(head, "Result") || contains(head, "Option");
  const auto taken = items_of(code.substr(open + 1, close - open - 1), Speech::rust).size();
  return taken == *use.arguments.begin() && (can_fail || !use.may_fail);
}

bool is_public(std::string_view code, std::size_t at) {
  const auto head = line_before(code, at);
  return !words_in(head, "pub").empty();
}

/// The library that something is gone from.
class Library {
 public:
  Library(const Tree& tree, const std::string& manifest) : tree_(tree), code_(rust_code(tree, manifest)) {
    names_ = rust_names(code_);
  }

  bool has(std::string_view name) const {
    return std::ranges::any_of(names_, [&](const RustName& one) { return one.name == name; });
  }

  // What a name is called today; "" where it cannot be told.
  std::string today(const std::string& old, const Use& use) const {
    Names found;
    const bool is_type = is_upper(old[0]);
    for (const auto& one : names_) {
      const std::string_view code = code_.at(one.file);
      if (!one.is_top || !is_public(code, one.offset) || !is_alike(one.name, old)) continue;
      const bool fits = is_type ? is_type_kind(one.kind) && has_members(one.name, use.members)
                                : one.kind == "fn" && fits_function(code.substr(one.offset), use);
      if (fits) found.insert(one.name);
    }
    return found.size() == 1 ? *found.begin() : "";
  }

 private:
  static bool is_type_kind(std::string_view kind) {
    return kind == "struct" || kind == "enum" || kind == "union" || kind == "trait";
  }

  bool has_members(const std::string& type, const Names& members) const {
    return !members.empty() && std::ranges::includes(rust_members(code_, type), members);
  }

  const Tree& tree_;
  RustCode code_;
  std::vector<RustName> names_;
};

// The Cargo.toml of the library that a path begins with, as seen from a package; its own for `crate`, and for modules.
std::string library_of(const Tree& tree, const std::string& package, std::string_view crate) {
  const auto text = tree.read(package).value_or("");
  if (crate.empty() || crate == "crate" || rust_library(text) == crate) return package;
  for (const auto& one : rust_paths(text)) {
    const auto folder = resolved(path_in(folder_of(package), one.path));
    const auto manifest = folder ? path_in(*folder, "Cargo.toml") : "";
    if (tree.has(manifest) && rust_library(tree.read(manifest).value_or("")) == crate) return manifest;
  }
  return rust_depends_on(text, crate) ? "" : package;
}

std::vector<Gone> gone_in(const Tree& tree, const Occurrence& occurrence) {
  std::vector<Gone> gone;
  const auto place = rustc_place(tree, occurrence);
  const auto package = place ? rust_manifest_of(tree, place->file) : "";
  const bool is_test = place && rust_part_of(place->file, package) == RustPart::tests;
  if (package.empty() || (is_test && !contains("/" + place->file, "/examples/"))) return gone;
  const std::string_view said = occurrence.at.text;
  const bool is_import = contains(said, "unresolved import"), is_function = contains(said, "cannot find function `");
  if (!is_import && !is_function) return gone;
  for (const auto& path : all_quoted(occurrence.at.text)) {
    const auto name = last_part(path);
    const bool is_plain = is_rust_path(path) && is_identifier(name) && (is_function || contains(path, "::"));
    const std::string crate(is_import                       ? path.substr(0, path.find("::"))
                            : contains(said, " in crate `") ? between(said, " in crate `", "`")
                                                            : "");
    const auto library = is_plain ? library_of(tree, package, crate) : "";
    if (!library.empty()) gone.push_back({name, library, place->file});
    if (is_function) break;
  }
  return gone;
}

// The files that may name it: sources of the library and of the package that asks, no tests; and the text that was said to.
Names files_asking(const Tree& tree, const Gone& gone) {
  Names files = {gone.file};
  for (const auto& manifest : {gone.library, rust_manifest_of(tree, gone.file)}) {
    for (const auto& file : rust_sources(tree, manifest)) {
      const bool is_test = rust_part_of(file, manifest) == RustPart::tests || is_rust_test_module(tree, file);
      if (!is_test || contains("/" + file, "/examples/")) files.insert(file);
    }
  }
  return files;
}

void follow(const Tree& tree, const Gone& gone, Draft& draft) {
  const Library library(tree, gone.library);
  if (library.has(gone.name)) return;
  Use use;
  const auto files = files_asking(tree, gone);
  for (const auto& file : files) {
    const auto text = draft.read(file).value_or("");
    if (text.size() > source_bytes_max) continue;
    for (const auto& mention : mentions_in(file, text, gone.name)) note_use(code_behind(mention.rest), use);
  }
  const auto today = library.today(gone.name, use);
  for (const auto& file : files) {
    const auto text = today.empty() ? "" : draft.read(file).value_or("");
    if (text.size() > source_bytes_max) continue;
    std::vector<Edit> edits;
    for (const auto& mention : mentions_in(file, text, gone.name))
      edits.push_back({mention.offset, gone.name.size(), today});
    if (!edits.empty()) draft.edit(file, std::move(edits));
  }
}

}  // namespace

std::vector<Patch> follow_rust_name(const Patient& patient) {
  Draft draft(patient.tree);
  std::set<Gone> all;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (auto& gone : gone_in(patient.tree, occurrence)) all.insert(std::move(gone));
  }
  std::set<std::pair<std::string, std::string>> done;
  for (const auto& gone : all) {
    if (done.emplace(gone.library, gone.name).second) follow(patient.tree, gone, draft);
  }
  return draft.patches();
}

}  // namespace regreen
