// js.fix-types: what tsc refuses and names the one way to write: `typeof`, `override`, the kind of an import,
// a literal that is misspelt, a value that is asked for although it may be undefined where undefined is provided for.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/node/fixers.h"
#include "mend/node/language/caught_value.h"
#include "mend/node/language/script_names.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct Refused {
  std::string_view text, code;
  const Lines& lines;
  std::size_t number = 0, at = 0;
  std::string_view said;

  std::string_view line() const { return lines.line(number); }
  std::string_view line_code() const { return code.substr(lines.begin(number), line().size()); }
  std::string_view word() const {
    auto end = at;
    while (end < code.size() && (is_word_byte(code[end]) || code[end] == '$')) ++end;
    return code.substr(at, end - at);
  }
};

using Edits = std::vector<Edit>;

// import { … } or import x: where a name is imported, and with which words before.
struct Clause {
  std::size_t begin = npos;               // of `import`
  std::size_t open = npos, close = npos;  // of { … }
  std::size_t from = npos;                // of `from`
};

Clause import_of(std::string_view code, std::string_view name) {
  for (const auto at : words_in(code, name)) {
    const auto begin = code.rfind("import ", at);
    if (begin == npos || (begin > 0 && code[begin - 1] != '\n')) continue;
    Clause one{begin, npos, npos, code.find(" from ", begin)};
    if (one.from == npos || one.from < at || code.substr(begin, one.from - begin).find(';') != npos) continue;
    const auto open = code.find('{', begin);
    if (open != npos && open < one.from) {
      one.open = open;
      one.close = code.find('}', open);
      if (one.close > one.from) continue;
    }
    return one;
  }
  return {};
}

// "'Queue' cannot be used as a value because it was imported using 'import type'."
Edits import_value(const Refused& it) {
  const std::string name(between(it.said, "'", "'"));
  const auto clause = is_identifier(name) ? import_of(it.code, name) : Clause{};
  if (clause.begin == npos) return {};
  const auto whole = it.code.substr(clause.begin, clause.from - clause.begin);
  if (const auto inside = whole.find("type " + name); inside != npos && inside > 7)
    return {{clause.begin + inside, 5, ""}};
  if (!whole.starts_with("import type ")) return {};
  Edits edits = {{clause.begin + 7, 5, ""}};
  if (clause.open == npos) return edits;
  for (auto begin = clause.open + 1; begin < clause.close;) {  // the others stay types
    auto end = std::min(it.code.find(',', begin), clause.close);
    const auto first = it.code.find_first_not_of(" \n", begin);
    const auto item = trim(it.code.substr(begin, end - begin));
    if (!item.empty() && item != name && !item.ends_with(" as " + name)) edits.push_back({first, 0, "type "});
    begin = end + 1;
  }
  return edits;
}

// A member of a class gets `override` behind the words that come before it, or loses it.
Edits say_override(const Refused& it) {
  constexpr auto earlier =
      std::to_array<std::string_view>({"public", "protected", "private", "static", "abstract", "declare"});
  auto at = it.lines.begin(it.number) + indentation(it.line()).size();
  if (!words_in(it.line_code(), "override").empty()) return {};
  for (const auto word : split(it.code.substr(at, it.at - at), ' ')) {
    if (!is_among(word, earlier)) break;
    at += word.size() + 1;
  }
  return at <= it.at ? Edits{{at, 0, "override "}} : Edits{};
}

Edits drop_override(const Refused& it) {
  const auto words = words_in(it.line_code(), "override");
  return words.size() == 1 ? Edits{{it.lines.begin(it.number) + words[0], 9, ""}} : Edits{};
}

Edits tell_error(const Refused& it) { return tell_caught(it.code, it.lines, it.number, it.at); }

// Where a chain `a.b(c)[d]` ends.
std::size_t end_of_chain(std::string_view code, std::size_t at) {
  while (at < code.size()) {
    if (is_word_byte(code[at]) || code[at] == '$' || code[at] == '.' || code.substr(at, 2) == "?.") {
      at += code[at] == '?' ? 2 : 1;
    } else if (code[at] == '(' || code[at] == '[') {
      const auto close = closing_bracket(code, at);
      if (close == npos) return npos;
      at = close + 1;
    } else {
      return at;
    }
  }
  return at;
}

// Does the function around a place say that it may answer undefined?
bool may_answer_undefined(const Refused& it) {
  int depth = 0;
  for (auto at = it.at; at-- > 0;) {
    if (it.code[at] == '}') ++depth;
    if (it.code[at] != '{' || depth-- > 0) continue;
    depth = 0;
    const auto head = head_before(it.code, at);
    const auto close = head.rfind(')');
    if (close == npos) return false;
    const auto behind = head.substr(close);
    if (contains(behind, ":")) return contains(behind, "undefined");
    const auto word = trim(head).substr(0, trim(head).find(' '));
    if (word != "if" && word != "for" && word != "while" && word != "switch" && word != "else") return false;
  }
  return false;
}

// `user.name ?? 'nobody'` → `user?.name ?? 'nobody'`: only where what follows provides for undefined.
Edits ask_for(const Refused& it) {
  const std::string name(between(it.said, "'", "'"));
  const auto dot = it.at + name.size();
  if (name.empty() || name == "Object" || it.code.substr(it.at, name.size()) != name) return {};
  if (it.code.substr(dot, 1) != "." && it.code.substr(dot, 1) != "[") return {};
  const auto end = end_of_chain(it.code, it.at);
  if (end == npos) return {};
  const auto behind = trim(it.code.substr(end, 4));
  const auto before = trim(it.code.substr(it.lines.begin(it.number), it.at - it.lines.begin(it.number)));
  const bool sets = before.ends_with('=') && !before.ends_with("==") && !before.ends_with("<=") &&
                    !before.ends_with(">=") && !before.ends_with("!=");
  const bool begins = before.empty() || before == "return" || before.ends_with(" return") || sets ||
                      before.ends_with('(') || before.ends_with(',') || before.ends_with("=>") ||
                      before.ends_with("${") || before.ends_with("[");
  const bool provided = begins && behind.starts_with("??");
  const bool asked = (before.ends_with("if (") || before.ends_with("if(")) && behind.starts_with(")");
  const bool answered = before.ends_with("return") && behind.starts_with(";") && may_answer_undefined(it);
  if (!provided && !asked && !answered) return {};
  return {{dot, 0, it.code[dot] == '[' ? "?." : "?"}};
}

// Type '"waring"' is not assignable to type 'Level'. Did you mean '"warning"'?
Edits spell_literal(const Refused& it) {
  const std::string wrong(between(it.said, "Type '\"", "\"'")), right(between(it.said, "Did you mean '\"", "\"'"));
  if (wrong.empty() || right.empty() || right.find_first_of("'\"\\`") != npos) return {};
  Edits edits;
  for (const auto* quote : {"'", "\"", "`"}) {
    const auto at = it.line().find(quote + wrong + quote);
    if (at != npos) edits.push_back({it.lines.begin(it.number) + at + 1, wrong.size(), right});
  }
  return edits.size() == 1 ? edits : Edits{};
}

// Are all uses of a name but its import of the form `name.x`?
bool is_namespace(std::string_view code, std::string_view name, std::size_t import) {
  return std::ranges::all_of(words_in(code, name),
                             [&](std::size_t at) { return at == import || code.substr(at + name.size(), 1) == "."; });
}

// A default import of a module that has none.
Edits import_named(const Refused& it) {
  const std::string hint(between(it.said, "Did you mean to use 'import { ", " }"));
  const auto begin = it.code.rfind("import ", it.at);
  const auto name = it.word();
  if (begin == npos || !is_identifier(name) || trim(it.code.substr(begin + 7, it.at - begin - 7)) != "") return {};
  if (!it.code.substr(it.at + name.size()).starts_with(" from ")) return {};
  if (hint == name) return {{it.at, name.size(), "{ " + hint + " }"}};
  if (is_namespace(it.code, name, it.at)) return {{it.at, 0, "* as "}};
  return {};
}

// import { Client } → import Client, as tsc says; the others stay in their list.
Edits import_default(const Refused& it) {
  const std::string name(between(it.said, "Did you mean to use 'import ", " from"));
  const auto clause = is_identifier(name) && it.word() == name ? import_of(it.code, name) : Clause{};
  if (clause.open == npos || clause.close == npos ||
      trim(it.code.substr(clause.begin + 7, clause.open - clause.begin - 7)) != "")
    return {};
  std::vector<std::string> others;
  for (const auto item : split(it.text.substr(clause.open + 1, clause.close - clause.open - 1), ',')) {
    if (!trim(item).empty() && trim(item) != name) others.emplace_back(trim(item));
  }
  return {
      {clause.open, clause.close + 1 - clause.open, name + (others.empty() ? "" : ", { " + join(others, ", ") + " }")}};
}

using Mend = Edits (*)(const Refused&);

constexpr auto mends = std::to_array<std::pair<std::string_view, Mend>>(
    {{"TS1361", import_value},
     {"TS4114", say_override},
     {"TS4116", say_override},
     {"TS4112", drop_override},
     {"TS18046", tell_error},
     {"TS2571", tell_error},
     {"TS2820", spell_literal},
     {"TS2613", import_named},
     {"TS1192", import_named},
     {"TS1259", import_named},
     {"TS2614", import_default},
     {"TS18048", ask_for},
     {"TS18049", ask_for},
     {"TS2749", [](const Refused& it) -> Edits {
        const std::string hint(between(it.said, "Did you mean 'typeof ", "'"));
        return !hint.empty() && it.word() == hint ? Edits{{it.at, 0, "typeof "}} : Edits{};
      }}});

// "Module '"./limits.js"' declares 'limit' locally, but it is not exported."
bool export_it(const Tree& tree, Draft& draft, const std::string& from, std::string_view said) {
  std::string module(between(said, "Module '\"", "\"'"));
  const std::string name(between(said, "declares '", "'"));
  auto target = module.starts_with('/') ? find_file(tree, module) : resolved(path_in(folder_of(from), module));
  if (!target || !is_identifier(name)) return false;
  auto stem = *target;
  for (const std::string_view end : {".js", ".mjs", ".jsx", ".ts", ".tsx"}) {
    if (stem.ends_with(end)) stem = stem.substr(0, stem.size() - end.size());
  }
  for (const auto* end : {".ts", ".tsx", ".mts", "/index.ts"}) {
    const auto text = draft.read(stem + end);
    if (!text) continue;
    const Lines lines(*text);
    for (std::size_t number = 1; number <= lines.count(); ++number) {
      const auto line = lines.line(number);
      for (const std::string_view word : {"const ", "let ", "function ", "async function ", "class ", "abstract class ",
                                          "interface ", "type ", "enum "}) {
        if (!line.starts_with(std::string(word) + name)) continue;
        const auto rest = line.substr(word.size() + name.size());
        if (rest.empty() || !is_word_byte(rest[0]))
          return draft.edit(stem + end, {{lines.begin(number), 0, "export "}});
      }
    }
  }
  return false;
}

bool is_typed(std::string_view path) { return path.ends_with("ts") || path.ends_with(".tsx"); }

}  // namespace

std::vector<Patch> fix_script_types(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, Edits> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_typed(places[0].file)) continue;
    const auto& file = places[0].file;
    const std::string_view said = occurrence.at.text;
    if (contains(said, "locally, but it is not exported")) {
      export_it(patient.tree, draft, file, said);
      continue;
    }
    const auto mend =
        std::ranges::find_if(mends, [&](const auto& one) { return contains(said, std::string(one.first) + ":"); });
    const auto text = mend == mends.end() ? std::nullopt : patient.tree.read(file);
    if (!text) continue;
    const auto code = code_only(*text, Speech::javascript);
    const Lines lines(*text);
    const auto at =
        lines.has(places[0].line) ? lines.begin(places[0].line) + std::max<std::size_t>(places[0].column, 1) - 1 : npos;
    if (at >= code.size()) continue;
    const auto message = said.substr(said.find(mend->first));
    auto& edits = by_file[file];
    for (auto& edit : mend->second({*text, code, lines, places[0].line, at, message})) {
      const bool twice = std::ranges::any_of(
          edits, [&](const Edit& one) { return one.offset == edit.offset && one.text == edit.text; });
      if (!twice) edits.push_back(std::move(edit));
    }
  }
  for (auto& [file, edits] : by_file) draft.edit(file, std::move(edits));
  return draft.patches();
}

}  // namespace regreen
