// js.call-sync: functions of node:fs that want a callback are called without one, as one could before Node 10.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// How many arguments a function of node:fs has, its callback among them, at the least.
struct Function {
  std::string_view name;
  std::size_t arguments;
};
constexpr auto functions = std::to_array<Function>({{"access", 2},
                                                    {"appendFile", 3},
                                                    {"chmod", 3},
                                                    {"chown", 4},
                                                    {"copyFile", 3},
                                                    {"mkdir", 2},
                                                    {"readdir", 2},
                                                    {"readFile", 2},
                                                    {"readlink", 2},
                                                    {"rename", 3},
                                                    {"rm", 2},
                                                    {"rmdir", 2},
                                                    {"stat", 2},
                                                    {"symlink", 3},
                                                    {"truncate", 2},
                                                    {"unlink", 2},
                                                    {"utimes", 4},
                                                    {"writeFile", 3}});

// The arguments between two brackets, as they are written.
std::vector<std::string_view> arguments_in(std::string_view text, std::string_view code, std::size_t open,
                                           std::size_t close) {
  std::vector<std::string_view> all;
  std::size_t depth = 0, begin = open + 1;
  for (auto i = open + 1; i <= close; ++i) {
    if (i == close || (code[i] == ',' && depth == 0)) {
      if (const auto one = trim(text.substr(begin, i - begin)); !one.empty()) all.push_back(one);
      begin = i + 1;
    } else if (contains("([{", code.substr(i, 1))) {
      ++depth;
    } else if (contains(")]}", code.substr(i, 1)) && depth > 0) {
      --depth;
    }
  }
  return all;
}

// Too few to have a callback, or the last is a text or an object.
bool lacks_callback(const std::vector<std::string_view>& arguments, std::size_t least) {
  if (arguments.empty() || contains(arguments.back(), "=>") || contains(arguments.back(), "function")) return false;
  return arguments.size() < least || contains("'\"`{", arguments.back().substr(0, 1));
}

// Is the name that of a parameter somewhere? That may be another one: of promises, or of a test.
bool is_parameter(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
    const auto next = code.find_first_not_of(" \t\r\n", at + name.size());
    if (next != npos && code.substr(next, 2) == "=>") return true;
    if (next == npos || !contains(",)=:}", code.substr(next, 1))) return false;
    auto open = bracket_around(code, at);
    if (open != npos && code[open] == '{') open = bracket_around(code, open);
    const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
    if (close == npos) return false;
    const auto behind = trim(code.substr(close + 1, 60));
    return behind.starts_with("=>") || behind.starts_with('{') || behind.starts_with(':');
  });
}

// fs.writeFile(path, text) → fs.writeFileSync(path, text)
std::vector<Edit> made_sync(std::string_view text, std::string_view object) {
  const auto code = code_only(text, Speech::javascript);
  std::vector<Edit> edits;
  if (is_parameter(code, object)) return edits;
  for (const auto& function : functions) {
    const auto call = std::string(object) + "." + std::string(function.name) + "(";
    for (auto at = code.find(call); at != npos; at = code.find(call, at + 1)) {
      const auto open = at + call.size() - 1, close = closing_bracket(code, open);
      if ((at > 0 && (is_word_byte(code[at - 1]) || code[at - 1] == '.')) || close == npos) continue;
      if (code.substr(close + 1, 1) == "." ||
          !lacks_callback(arguments_in(text, code, open, close), function.arguments))
        continue;
      edits.push_back({open, 0, "Sync"});
    }
  }
  return edits;
}

// The name by which a file has node:fs whole: `const fs = require('fs')`, `import fs from "node:fs"`, `import * as fs from …`.
std::string name_of_fs(std::string_view text) {
  for (const auto* module : {"'fs'", "\"fs\"", "'node:fs'", "\"node:fs\""}) {
    const auto at = text.find(module);
    const auto begin = at == npos ? npos : text.rfind('\n', at) + 1;
    if (begin == npos || text.substr(at + std::string_view(module).size()).starts_with(").promises")) continue;
    auto line = trim(text.substr(begin, at - begin));
    for (const std::string_view word : {"const ", "let ", "var ", "import ", "* as "}) {
      if (line.starts_with(word)) line = trim(line.substr(word.size()));
    }
    const auto name = line.substr(0, line.find_first_of(" ="));
    if (is_identifier(name)) return std::string(name);
  }
  return "";
}

}  // namespace

std::vector<Patch> call_files_sync(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = draft.read(place.file);
      const auto object = text ? name_of_fs(*text) : "";
      if (object.empty()) continue;
      auto edits = made_sync(*text, object);
      if (!edits.empty() && draft.edit(place.file, std::move(edits))) break;
    }
  }
  return draft.patches();
}

}  // namespace regreen
