// js.follow-rename: a module exports by another name what it exported before, and the newest commit did nothing to the sources but
// give names, or nothing to the module but add.
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
#include "mend/node/fixers.h"
#include "mend/node/language/asked_name.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "mend/text/grown_file.h"
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
  std::string whole = {};  ///< the name of all of the module, as a member of which it is asked for
  bool is_member = false;
};

// "money.formatCurrency is not a function", where the file has `import * as money from './money.js'` and no other thing is called so.
std::optional<Missing> missing_member(const Tree& tree, const Occurrence& occurrence) {
  const std::string_view said = occurrence.at.text;
  const auto end_of_symbol = said.find(" is not a function");
  if (end_of_symbol == npos) return std::nullopt;
  auto symbol = said.substr(0, end_of_symbol);
  symbol.remove_prefix(std::min(symbol.find_last_of(" '") + 1, symbol.size()));
  const auto dot = symbol.find('.');
  const std::string whole(symbol.substr(0, dot)), name(dot == npos ? "" : symbol.substr(dot + 1));
  const auto places = places_around(tree, occurrence);
  if (!is_identifier(whole) || !is_identifier(name) || places.empty()) return std::nullopt;
  const auto& file = places[0].file;
  const auto text = is_script_source(file) ? tree.read(file).value_or("") : "";
  const auto code = text.size() > source_bytes_max ? "" : code_only(text, Speech::javascript);
  const auto import = "import * as " + whole + " from ";
  const auto at = code.find(import);
  const auto quote = at == npos ? npos : at + import.size();
  const auto end = quote == npos ? npos : text.find(text[quote], quote + 1);
  const auto binds = [&](std::size_t use) {
    const auto rest = trim(std::string_view(code).substr(use + whole.size(), 20));
    return use != at + 12 && !rest.starts_with('.');
  };
  if (end == npos || std::ranges::any_of(words_in(code, whole), binds)) return std::nullopt;
  return Missing{file, text.substr(quote + 1, end - quote - 1), name, whole, true};
}

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
    const auto member = missing_member(patient_.tree, occurrence);
    const auto missing = member ? *member : missing_in(patient_.tree, occurrence);
    const auto text = is_own_source(missing.file) ? draft.read(missing.file) : std::nullopt;
    if (!text || text->size() > source_bytes_max || says_generated(*text)) return;
    const auto home = script_source_of(patient_.tree, missing.file, missing.module);
    const auto today = name_of_today(home, missing.name);
    if (!is_renamed_in(home, missing.name, today) || is_promised(missing.name)) return;
    const auto code = code_only(*text, Speech::javascript);
    if (missing.is_member) {
      draft.edit(missing.file, members(code, missing, today));
      return;
    }
    const auto asked = asked_name(*text, code, missing.name);
    if (!asked || !words_in(std::string_view(code).substr(asked->begin, asked->end - asked->begin), today).empty())
      return;
    const auto is_handed_on = asked->is_export && !is_asked_by_new_name(missing.file, missing.name, today);
    draft.edit(missing.file, edits(*text, code, *asked, missing.name, today, is_handed_on));
  }

 private:
  // What a module calls it since the newest commit; "" where nobody can tell.
  std::string name_of_today(const std::string& home, const std::string& name) const {
    const auto only_named = renaming_.names.find(name);
    if (only_named != renaming_.names.end()) return only_named->second;
    const auto before = patient_.last_commit.before.find(home);
    if (!is_own_source(home) || before == patient_.last_commit.before.end() || !before->second) return "";
    const auto text = patient_.tree.read(home).value_or("");
    const auto today = text.size() > source_bytes_max || says_generated(text) || uses_changed(home, text)
                           ? std::nullopt
                           : name_in_grown_file({home, *before->second, text}, name, "");
    return today && !is_left_for_another(name, *today) ? *today : "";
  }

  // Did the commit change a file that the module takes something from?
  bool uses_changed(const std::string& home, std::string_view text) const {
    return std::ranges::any_of(patient_.last_commit.before, [&](const auto& one) {
      const auto stem = name_of(one.first).substr(0, name_of(one.first).find('.'));
      const bool is_read = one.first != home && (is_script_source(one.first) || is_data(one.first));
      return is_read && !is_test(one.first) && contains(text, "/" + std::string(stem == "index" ? "" : stem));
    });
  }

  // Did a source that the commit changed leave the old name for something else?
  bool is_left_for_another(const std::string& name, const std::string& today) const {
    return std::ranges::any_of(patient_.last_commit.before, [&](const auto& one) {
      if (!one.second || !is_script_source(one.first) || words_in(*one.second, name).empty()) return false;
      const auto text = patient_.tree.read(one.first);
      return text && words_in(*text, name).empty() && words_in(*text, today).empty();
    });
  }

  // `money.NAME` where `money` is all of the module, wherever the file has it.
  static std::vector<Edit> members(std::string_view code, const Missing& missing, const std::string& today) {
    std::vector<Edit> edits;
    for (const auto at : words_in(code, missing.name)) {
      auto front = code.substr(0, at);
      if (!front.ends_with(missing.whole + ".")) continue;
      front.remove_suffix(missing.whole.size() + 1);
      if (front.empty() || (!is_word_byte(front.back()) && front.back() != '.'))
        edits.push_back({at, missing.name.size(), today});
    }
    return edits;
  }

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
