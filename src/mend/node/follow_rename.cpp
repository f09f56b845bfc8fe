// js.follow-rename: a module exports by another name what it exported before, and the newest commit did nothing to the sources but
// give names.
//
//   import { parseLine } from './parse';     TS2305: Module './parse' has no exported member 'parseLine'
//   import { parseEntry } from './parse';    parseEntry is word for word what parseLine was
//
// Only the imports that the log names, with what uses them in their file. Who hands the name on to others keeps it, unless the
// commit made others ask for the new one. A test that still speaks of the old name says what was promised: nobody can tell then.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/node/asked_name.h"
#include "mend/node/fixers.h"
#include "mend/node/script_names.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/renaming.h"
#include "mend/trace.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t uses_max = 200;  // who has more of them keeps the name

bool is_own_source(std::string_view path) {
  return is_script_source(path) && !is_built(path) && !is_vendored(path) && !is_test(path);
}

/// What the log says is not exported.
struct Missing {
  std::string file, module, name;
};

// "Module '"./parse"' has no exported member 'parseLine'.", "'"./parse"' has no exported member named 'parseLine'. Did you mean …",
// "The requested module './parse.js' does not provide an export named 'parseLine'"
Missing missing_in(const Tree& tree, const Occurrence& occurrence) {
  Missing missing{"", std::string(capture(occurrence, "module")), std::string(capture(occurrence, "symbol"))};
  const auto& said = occurrence.at.text;
  if (missing.module.empty()) missing.module = between(said, "'\"", "\"'");
  for (const std::string_view mark : {"exported member '", "exported member named '"}) {
    if (missing.name.empty()) missing.name = between(said, mark, "'");
  }
  for (const auto& place : places_around(tree, occurrence)) {
    if (!missing.file.empty() || !is_script_source(place.file)) continue;
    const auto text = tree.read(place.file).value_or("");
    if (contains(text, missing.module) && !words_in(text, missing.name).empty()) missing.file = place.file;
  }
  return missing;
}

class Follower {
 public:
  explicit Follower(const Patient& patient)
      : patient_(patient), renaming_(renaming_of(patient.last_commit, patient.tree, is_own_source)) {}

  void follow(const Occurrence& occurrence, Draft& draft) const {
    const auto missing = missing_in(patient_.tree, occurrence);
    const auto today = renaming_.names.find(missing.name);
    const auto text =
        today == renaming_.names.end() || !is_own_source(missing.file) ? std::nullopt : draft.read(missing.file);
    if (!text || text->size() > source_bytes_max || says_generated(*text)) return;
    const auto home = script_source_of(patient_.tree, missing.file, missing.module);
    if (!is_renamed_in(home, missing.name, today->second) || is_promised(missing.name)) return;
    const auto code = code_only(*text, Speech::javascript);
    const auto asked = asked_name(*text, code, missing.name);
    if (!asked ||
        !words_in(std::string_view(code).substr(asked->begin, asked->end - asked->begin), today->second).empty())
      return;
    const auto is_handed_on = asked->is_export && !is_asked_by_new_name(missing.file, missing.name, today->second);
    draft.edit(missing.file, edits(*text, code, *asked, missing.name, today->second, is_handed_on));
  }

 private:
  // Did the module export it before by the one name, and does it today by the other?
  bool is_renamed_in(const std::string& home, std::string_view was, std::string_view is) const {
    const auto before = patient_.last_commit.before.find(home);
    if (home.empty() || before == patient_.last_commit.before.end() || !before->second) return false;
    const auto old = exported_names(*before->second), names = exported_names(patient_.tree.read(home).value_or(""));
    return is_among(was, old) && is_among(is, names) && !is_among(was, names);
  }

  bool is_promised(std::string_view name) const {
    return std::ranges::any_of(patient_.tree.list(), [&](const std::string& path) {
      return is_test(path) && is_script_source(path) && !is_built(path) &&
             !words_in(patient_.tree.read(path).value_or(""), name).empty();
    });
  }

  // Did the commit make somebody ask the file at hand, or what is built of it, for the new name?
  bool is_asked_by_new_name(const std::string& file, std::string_view was, std::string_view is) const {
    return std::ranges::any_of(patient_.last_commit.before, [&](const auto& one) {
      const auto& [path, before] = one;
      if (!before || !is_script_source(path) || words_in(*before, was).empty()) return false;
      const auto text = patient_.tree.read(path).value_or("");
      const auto code = code_only(text, Speech::javascript);
      const auto spots = words_in(code, is);
      return std::ranges::any_of(spots, [&](std::size_t at) {
        const auto module = module_of_list(text, code, at);
        return script_source_of(patient_.tree, path, module) == file || is_built_of(path, module, file);
      });
    });
  }

  // `import { NAME } from '../dist'`, `const { NAME } = require('../dist')`: the module that a list is taken from.
  static std::string module_of_list(std::string_view text, std::string_view code, std::size_t at) {
    const auto open = bracket_around(code, at);
    const auto close = open == npos || code[open] != '{' ? npos : closing_bracket(code, open);
    if (close == npos) return "";
    const auto rest = trim(text.substr(close + 1, 200));
    const bool is_required = rest.starts_with('=') && trim(rest.substr(1)).starts_with("require(");
    if (!is_required && !rest.starts_with("from")) return "";
    const auto quote = rest.find_first_of("'\"");
    const auto end = quote == npos ? npos : rest.find(rest[quote], quote + 1);
    return end == npos ? "" : std::string(rest.substr(quote + 1, end - quote - 1));
  }

  // '../dist' of src/index.ts: below a folder that is none of the tree, what is built is called as the source below its own.
  bool is_built_of(std::string_view path, std::string_view module, const std::string& file) const {
    const auto meant = module.starts_with('.') ? resolved(path_in(folder_of(path), module)) : std::nullopt;
    if (!meant || !contains(file, "/")) return false;
    const auto top = meant->substr(0, meant->find('/'));
    const bool is_of_tree =
        std::ranges::any_of(patient_.tree.list(), [&](const std::string& one) { return one.starts_with(top + "/"); });
    const auto source = "./" + file.substr(0, file.find('/')) + meant->substr(top.size());
    return !is_of_tree && script_source_of(patient_.tree, "", source) == file;
  }

  static std::vector<Edit> edits(std::string_view text, std::string_view code, const AskedName& asked,
                                 const std::string& was, const std::string& is, bool is_handed_on) {
    if (asked.is_alias) return {{asked.at, was.size(), is}};
    if (asked.is_export) return {{asked.at, was.size(), is_handed_on ? is + " as " + was : is}};
    const auto uses = plain_uses(text, code, asked, was, is);
    if (!uses) return {{asked.at, was.size(), is + " as " + was}};
    std::vector<Edit> all{{asked.at, was.size(), is}};
    for (const auto at : *uses) all.push_back({at, was.size(), is});
    return all;
  }

  // Where the file uses what it imports; nothing where a word of that name may be another thing, as between the
  // tags of a page, or the new name is one already.
  static std::optional<std::vector<std::size_t>> plain_uses(std::string_view text, std::string_view code,
                                                            const AskedName& asked, const std::string& was,
                                                            const std::string& is) {
    if (!words_in(text, is).empty() || contains(text, "</") || contains(text, "/>")) return std::nullopt;
    std::vector<std::size_t> uses;
    const auto words = words_in(text, was);
    if (words.size() > uses_max) return std::nullopt;
    for (const auto at : words) {
      if (at >= asked.begin && at < asked.end) continue;
      const bool is_code = code.substr(at, was.size()) == was;
      if (!is_code && contains(text.substr(0, at), "${"))
        return std::nullopt;  // it may be in a part of a text that is code
      if (!is_code) continue;
      if (is_member(code, at, was)) continue;
      if (!is_plain_use(code, at, was)) return std::nullopt;
      uses.push_back(at);
    }
    return uses;
  }

  // `x.NAME`, `{ NAME: 1 }`: another thing that is called so.
  static bool is_member(std::string_view code, std::size_t at, std::string_view name) {
    const auto before = code.substr(0, end_of_code_before(code, at));
    if (before.ends_with('.')) return !before.ends_with("...");
    const auto open = bracket_around(code, at);
    return open != npos && code[open] == '{' && (before.ends_with('{') || before.ends_with(',')) &&
           trim(code.substr(at + name.size(), 50)).starts_with(':');
  }

  // `NAME(…)`, `map(NAME)`, `= NAME;`: not a parameter or something that is declared here.
  static bool is_plain_use(std::string_view code, std::size_t at, std::string_view name) {
    const auto before = code.substr(0, end_of_code_before(code, at));
    const auto behind = trim(code.substr(at + name.size(), 200));
    if (before.ends_with('$') || code.substr(at + name.size(), 1) == "$") return false;
    const auto word = word_before(code, before.size());
    for (const std::string_view declaring :
         {"function", "const", "let", "var", "class", "async", "get", "set", "static"}) {
      if (word == declaring) return false;
    }
    if (behind.starts_with("=>") || behind.starts_with(':') || behind.starts_with('?') ||
        (behind.starts_with('=') && !behind.starts_with("==")))
      return false;
    const bool is_call = behind.starts_with('(');
    const auto open = bracket_around(code, at);
    if (is_call) return !is_head(code, at + code.substr(at).find('('));
    if (open == npos) return true;
    const bool is_item = behind.starts_with(',') || behind.starts_with('}');
    if (code[open] == '{') return !(is_item && (before.ends_with('{') || before.ends_with(',')));
    return code[open] != '(' || !is_head(code, open);
  }

  // Are the brackets those of a function or method: `(…) =>`, `(…) {`, `(…): T {`?
  static bool is_head(std::string_view code, std::size_t open) {
    const auto close = closing_bracket(code, open);
    if (close == npos) return true;
    const auto behind = trim(code.substr(close + 1, 200));
    const auto word = word_before(code, end_of_code_before(code, open));
    const bool is_statement = word == "if" || word == "while" || word == "for" || word == "switch";
    return behind.starts_with("=>") || behind.starts_with(':') || (behind.starts_with('{') && !is_statement);
  }

  const Patient& patient_;
  Renaming renaming_;
};

}  // namespace

std::vector<Patch> follow_script_rename(const Patient& patient) {
  Draft draft(patient.tree);
  if (patient.last_commit.empty()) return {};
  const Follower follower(patient);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) follower.follow(occurrence, draft);
  return draft.patches();
}

}  // namespace regreen
