// rust.follow-name: examples in the documentation call a function of the library by the name that it had before.
//
//   error[E0432]: unresolved import `cronspec::parse_field`      pub use field::expand_field;
//
// What is meant has a word of the old name, takes as many arguments, and answers a result where one is unwrapped. Where two are
// like that, nothing is done. Documentation alone is changed, and only where its examples assert what comes out: they prove it.
// Code keeps what it asks for, nothing would tell there that the other function does the same.

#include "base/text.h"
#include "base/words.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/declared.h"
#include "mend/rust/fixers.h"
#include "mend/rust/manifest.h"
#include "mend/rust/rust_text.h"
#include "mend/rust/rustc_message.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t call_max = 500;  // bytes of a call that are looked at

using Names = std::set<std::string>;

/// A name that a library has no longer.
struct Gone {
  std::string name;
  std::string library;  ///< its Cargo.toml
  std::string file;     ///< that asks for it

  auto operator<=>(const Gone&) const = default;
};

/// Where the documentation of a file names something, and the code that follows there.
struct Mention {
  std::size_t offset = 0;
  std::string_view rest;   ///< of the text, behind the name
  bool is_proved = false;  ///< stands in an example that asserts something
};

// The documentation that a line of a source holds; nothing where it is no comment of that kind. All of a text for people is one.
std::optional<std::string_view> documentation(std::string_view file, std::string_view line) {
  if (file.ends_with(".md")) return line;
  line = trim(line);
  const bool is_one = line.starts_with("///") || line.starts_with("//!");
  return is_one ? std::optional(line.substr(3)) : std::nullopt;
}

// Does a text for people link to it, or name it by its path? "[`parse`]", road::parse; `parse` alone may be anything.
bool is_linked(std::string_view before) { return before.ends_with("[`") || before.ends_with("::"); }

// For each line of a file the number of the example that it stands in; 0 outside of all. And the examples that run and assert something.
struct Examples {
  std::vector<std::size_t> of_line = {0};
  std::set<std::size_t> asserting;

  Examples(const std::string& file, const Lines& lines) {
    bool is_fenced = false, is_run = false;
    std::size_t count = 0;
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto said = documentation(file, lines.line(number));
      const bool is_fence = said && trim(*said).starts_with("```");
      is_fenced = said && is_fenced != is_fence;
      if (is_fence && is_fenced) {
        ++count;
        is_run = !contains(*said, "no_run") && !contains(*said, "ignore") && !contains(*said, "fail");
      }
      of_line.push_back(is_fenced ? count : 0);
      if (is_fenced && is_run && contains(*said, "assert")) asserting.insert(count);
    }
  }
};

std::vector<Mention> mentions_in(const std::string& file, std::string_view text, const std::string& name) {
  std::vector<Mention> found;
  const auto spots = words_in(text, name);
  if (spots.empty()) return found;
  const Lines lines(text);
  const Examples examples(file, lines);
  for (const auto at : spots) {
    const auto number = lines.number_at(at);
    const auto example = examples.of_line[number];
    const bool is_said = documentation(file, lines.line(number)).has_value();
    if (is_said && (example > 0 || is_linked(text.substr(0, at))))
      found.push_back({at, text.substr(at + name.size()), examples.asserting.contains(example)});
  }
  return found;
}

/// How a function is used: called with so many arguments, its result unwrapped.
struct Use {
  std::set<std::size_t> arguments;
  bool may_fail = false;
  bool is_proved = false;
};

// What surrounds a call says that it answers a result: `f(x)?`, `f(x).unwrap()`, `assert_eq!(f(x), Ok(3))`.
bool says_result(std::string_view rest) {
  static constexpr auto ways =
      std::to_array<std::string_view>({"?", ".unwrap", ".expect(", ".is_ok", ".is_err", ".is_some", ".is_none",
                                       ".map_or", ".ok()", ", Ok(", ", Err(", ", Some(", ", None"});
  return std::ranges::any_of(ways, [&](auto way) { return rest.starts_with(way); });
}

// What stands behind a name, as code.
std::string code_behind(std::string_view rest) {
  std::string plain(rest.substr(0, call_max));
  for (const auto* mark : {"///", "//!"}) plain = replace_all(plain, mark, "   ");
  return code_only(plain, Speech::rust);
}

void note_use(std::string_view rest, Use& use) {
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
  Library(const Tree& tree, const std::string& manifest) : code_(rust_code(tree, manifest)) {
    names_ = rust_names(code_);
  }

  bool has(std::string_view name) const {
    return std::ranges::any_of(names_, [&](const RustName& one) { return one.name == name; });
  }

  // What a name is called today; "" where it cannot be told.
  std::string today(const std::string& old, const Use& use) const {
    Names found;
    for (const auto& one : names_) {
      const std::string_view code = code_.at(one.file);
      const bool is_seen = one.is_top && one.kind == "fn" && is_public(code, one.offset);
      if (is_seen && (share_word(one.name, old) || is_slip(one.name, old)) &&
          fits_function(code.substr(one.offset), use))
        found.insert(one.name);
    }
    return found.size() == 1 ? *found.begin() : "";
  }

 private:
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
  const auto text = package.empty() ? "" : tree.read(place->file).value_or("");
  if (!documentation(place ? place->file : "", Lines(text).line(place ? place->line : 0))) return gone;
  const std::string_view said = occurrence.at.text;
  const bool is_import = contains(said, "unresolved import");
  const bool is_function = contains(said, "cannot find function `") && contains(said, " in crate `");
  if (!is_import && !is_function) return gone;
  for (const auto& path : all_quoted(occurrence.at.text)) {
    const auto name = last_part(path);
    const bool is_plain = is_rust_path(path) && is_identifier(name) && (is_function || contains(path, "::"));
    const std::string crate(is_import ? path.substr(0, path.find("::")) : between(said, " in crate `", "`"));
    const auto library = is_plain ? library_of(tree, package, crate) : "";
    if (!library.empty()) gone.push_back({name, library, place->file});
    if (is_function) break;
  }
  return gone;
}

// The files whose documentation may name it: sources of the library and of the package that asks, and the text that was said to.
Names files_asking(const Tree& tree, const Gone& gone) {
  Names files = {gone.file};
  for (const auto& manifest : {gone.library, rust_manifest_of(tree, gone.file)}) {
    for (const auto& file : rust_sources(tree, manifest)) files.insert(file);
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
    for (const auto& mention : mentions_in(file, text, gone.name)) {
      note_use(code_behind(mention.rest), use);
      use.is_proved |= mention.is_proved;
    }
  }
  const auto today = !use.is_proved ? "" : library.today(gone.name, use);
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
