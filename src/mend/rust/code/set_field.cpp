// rust.set-field: a test, example or measurement that builds a struct without a field that the struct has got since.
//
//   error[E0063]: missing field `follow_links` in initializer of `Limits`
//    --> tests/names.rs:7:22
//
// What is not said there is what the struct's Default says: `..Limits::default()`. Without one, an Option is None and a Vec is
// empty, and other fields are left to people. So is the code of the program itself: there the field may have to be handed on.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/declared.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/language/test_code.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t types_max = 16;  // for each of which all sources are read

/// A struct as the project defines it.
struct Struct {
  std::string file;
  std::map<std::string, std::string> fields;  ///< their types
  bool is_open = true;                        ///< all may set all of its fields
  bool has_default = false;
  bool is_dropped = false;  ///< has a Drop, so that nothing is taken out of another value
};

/// A literal: the type as it is written, its braces, and what it sets.
struct Literal {
  std::string type;
  std::size_t open = 0, close = 0;
  std::set<std::string> set;
};

// "error[E0063]: missing field `a` in initializer of `Limits<_>`"
std::string type_said(std::string_view header) {
  const auto at = header.find(" in initializer of `");
  if (at == npos || !contains(header, "missing field")) return "";
  const auto name = header.substr(at + 20);
  return last_part(name.substr(0, name.find_first_of("<`")));
}

void read_fields(std::string_view body, Struct& found) {
  for (auto item : rust_items(body)) {
    const bool is_public = item.starts_with("pub ");
    found.is_open &= is_public;
    if (is_public) item = trim(item.substr(4));
    const auto colon = item.find(':');
    if (colon != npos) found.fields[std::string(trim(item.substr(0, colon)))] = trim(item.substr(colon + 1));
  }
}

bool implements(std::string_view code, std::string_view trait, std::string_view type) {
  return std::ranges::any_of(words_in(code, trait), [&](auto at) {
    const auto rest = trim(code.substr(at + trait.size(), 200));
    return rest.starts_with("for ") && word_at(rest, rest.find_first_not_of(' ', 4)) == type;
  });
}

// The only struct of a name that the project defines with braces; nothing where there are several, or another kind of type.
std::optional<Struct> struct_named(const Tree& tree, const std::string& name) {
  std::optional<Struct> found;
  RustCode all;
  for (const auto& path : tree.list()) {
    const auto text = path.ends_with(".rs") && !is_vendored(path) ? tree.read(path) : std::nullopt;
    if (text && contains(*text, name) && text->size() <= source_bytes_max) all[path] = code_only(*text, Speech::rust);
  }
  for (const auto& given : rust_names(all)) {
    if (given.name != name || (given.kind != "struct" && given.kind != "enum" && given.kind != "type")) continue;
    const std::string_view code = all.at(given.file);
    const auto open = code.find_first_of("{;(", given.offset);
    if (found || given.kind != "struct" || open == npos || code[open] != '{') return std::nullopt;
    const auto close = closing_bracket(code, open);
    if (close == npos) return std::nullopt;
    found.emplace().file = given.file;
    read_fields(code.substr(open + 1, close - open - 1), *found);
    const auto head = head_before(code, given.offset);
    found->has_default = contains(head, "derive") && !words_in(head, "Default").empty();
  }
  if (!found) return std::nullopt;
  for (const auto& [path, code] : all) {
    found->has_default |= implements(code, "Default", name);
    found->is_dropped |= implements(code, "Drop", name);
  }
  return found;
}

std::optional<Literal> literal_at(std::string_view code, std::size_t at) {
  auto end = at;
  while (end < code.size() && (is_word_byte(code[end]) || code[end] == ':')) ++end;
  Literal literal{std::string(code.substr(at, end - at)), code.find_first_not_of(" \t\r\n", end), 0, {}};
  if (literal.type.empty() || literal.open == npos || code[literal.open] != '{') return std::nullopt;
  literal.close = closing_bracket(code, literal.open);
  if (literal.close == npos) return std::nullopt;
  for (const auto item : rust_items(code.substr(literal.open + 1, literal.close - literal.open - 1))) {
    if (item.starts_with("..")) return std::nullopt;
    literal.set.emplace(word_at(item, 0));
  }
  return literal;
}

// "{}", where a type says plainly what nothing of it is; "" where it does not.
std::string_view nothing_of(std::string_view type) {
  if (type.starts_with("std::")) type = type.substr(type.find('<') == npos ? 0 : type.rfind(':', type.find('<')) + 1);
  return type.starts_with("Option<") ? "None" : type.starts_with("Vec<") ? "Vec::new()" : "";
}

// What is to be added to the literal, in the order of the names; empty where one of its fields is not certain.
std::vector<std::string> values(const Literal& literal, const Struct& type) {
  std::vector<std::string> missing, plain;
  for (const auto& [field, kind] : type.fields) {
    if (literal.set.contains(field)) continue;
    missing.push_back(field);
    if (const auto nothing = nothing_of(kind); !nothing.empty()) plain.push_back(field + ": " + std::string(nothing));
  }
  if (missing.empty()) return {};
  if (type.has_default && !type.is_dropped) return {".." + literal.type + "::default()"};
  return plain.size() == missing.size() ? plain : std::vector<std::string>{};
}

// Behind the last field: on lines of its own where the fields have such. Comments stay where they are; braces with nothing but
// a comment between them are left.
std::vector<Edit> with_values(std::string_view text, std::string_view code, const Literal& literal,
                              const std::vector<std::string>& added) {
  const auto end = end_of_code_before(code, literal.close);
  const bool is_empty = end == literal.open + 1, has_comma = code[end - 1] == ',';
  if (is_empty && !trim(text.substr(end, literal.close - end)).empty()) return {};
  const Lines lines(text);
  const auto line = lines.number_at(end - 1);
  const bool has_lines = lines.end(line) < literal.close && lines.number_at(literal.open) != line &&
                         !contains(text.substr(end, lines.end(line) - end), "/*");
  const std::string gap = has_lines ? std::string(line_end(text)) + std::string(indentation(lines.line(line))) : " ";
  std::string all = join(added, "," + gap);
  if (is_empty) return {{end, literal.close - end, " " + all + " "}};
  if (!has_lines) return {{end, 0, (has_comma ? " " : ", ") + all}};
  if (has_comma && !added.back().starts_with("..")) all += ",";
  std::vector<Edit> edits = {{lines.end(line), 0, gap + all}};
  if (!has_comma) edits.insert(edits.begin(), {end, 0, ","});
  return edits;
}

/// A source, read once.
struct Source {
  std::string text, code;
  std::vector<RustTest> tests;
  bool is_for_tests = false;  ///< all of it
};

Source source_of(const Tree& tree, const std::string& file) {
  auto text = tree.read(file).value_or("");
  if (text.size() > source_bytes_max) return {};
  auto code = code_only(text, Speech::rust);
  auto tests = rust_tests_in(code);
  const auto manifest = rust_manifest_of(tree, file);
  const bool is_for_tests = !manifest.empty() && rust_table_for(tree, file, manifest) == "dev-dependencies";
  return {std::move(text), std::move(code), std::move(tests), is_for_tests};
}

/// What messages speak of: each file and each struct is looked for once.
class Sources {
 public:
  explicit Sources(const Tree& tree) : tree_(tree) {}

  const Source& file(const std::string& path) {
    const auto [found, is_new] = files_.try_emplace(path);
    if (is_new) found->second = source_of(tree_, path);
    return found->second;
  }

  const std::optional<Struct>& type(const std::string& name) {
    const auto [found, is_new] = types_.try_emplace(name);
    if (is_new && types_.size() <= types_max) found->second = struct_named(tree_, name);
    return found->second;
  }

 private:
  const Tree& tree_;
  std::map<std::string, Source> files_;
  std::map<std::string, std::optional<Struct>> types_;
};

}  // namespace

std::vector<Patch> set_rust_field(const Patient& patient) {
  Sources sources(patient.tree);
  std::map<std::string, std::vector<Edit>> edits;
  std::set<std::pair<std::string, std::size_t>> seen;
  for (const auto& message : rustc_messages(patient.diagnosis)) {
    const auto name = type_said(message.header);
    const auto file = name.empty() ? std::nullopt : find_file(patient.tree, message.file);
    if (!file) continue;
    const auto& source = sources.file(*file);
    const auto at = offset_of(source.text, message.line, message.column);
    if (!at || !seen.emplace(*file, *at).second) continue;
    const auto literal = literal_at(source.code, *at);
    if (!literal || last_part(literal->type) != name) continue;
    if (!source.is_for_tests && !is_in_rust_test(source.tests, *at)) continue;
    const auto& type = sources.type(name);
    if (!type || (!type->is_open && type->file != *file)) continue;
    if (const auto added = values(*literal, *type); !added.empty()) {
      for (auto& edit : with_values(source.text, source.code, *literal, added)) edits[*file].push_back(std::move(edit));
    }
  }
  Draft draft(patient.tree);
  for (auto& [file, all] : edits) draft.edit(file, std::move(all));
  return draft.patches();
}

}  // namespace regreen
