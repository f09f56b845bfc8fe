#include "mend/c/build/cmake_call.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Where the text in quotes ends that opens at a place.
std::size_t end_of_quoted(std::string_view text, std::size_t open) {
  auto at = text.find_first_of("\\\"", open + 1);
  while (at != npos && text[at] == '\\') at = text.find_first_of("\\\"", at + 2);
  return at == npos ? text.size() : at + 1;
}

// Where `[[ … ]]` or `[=[ … ]=]` ends that opens at a place; nothing where none opens there.
std::optional<std::size_t> end_of_bracketed(std::string_view text, std::size_t open) {
  const auto second = text.substr(open).starts_with('[') ? text.find_first_not_of('=', open + 1) : npos;
  if (second == npos || text[second] != '[') return std::nullopt;
  const auto close = "]" + std::string(text.substr(open + 1, second - open - 1)) + "]";
  const auto end = text.find(close, second + 1);
  return end == npos ? text.size() : end + close.size();
}

// Where ends what begins at one of the marks: a comment, a text, an escaped byte, a bracket that opens nothing.
std::size_t end_of_mark(std::string_view text, std::size_t at) {
  const bool is_comment = text[at] == '#';
  if (text[at] == '\\') return at + 2;
  if (text[at] == '"') return end_of_quoted(text, at);
  if (const auto end = end_of_bracketed(text, is_comment ? at + 1 : at)) return *end;
  return is_comment ? text.find('\n', at) : at + 1;
}

// What CMake reads as commands, byte for byte as long: without comments and texts, with no brackets but round ones, and in
// lower case.
std::string commands_in(std::string_view text) {
  static constexpr std::string_view marks = "#\"\\[]";
  auto code = lower(text);
  for (auto at = text.find_first_of(marks); at != npos; at = text.find_first_of(marks, at)) {
    const auto end = std::min(end_of_mark(text, at), text.size());
    std::fill(code.begin() + static_cast<std::ptrdiff_t>(at), code.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    at = end;
  }
  return code;
}

}  // namespace

std::vector<CMakeCall> cmake_calls(std::string_view text, std::string_view command) {
  std::vector<CMakeCall> calls;
  if (text.size() > source_bytes_max) return calls;
  const auto code = commands_in(text);
  std::size_t done = 0;
  for (const auto at : words_in(code, lower(command))) {
    const auto open = code.find_first_not_of(" \t", at + command.size());
    if (at < done || open == npos || code[open] != '(') continue;
    const auto close = closing_bracket(code, open);
    if (close == npos) break;  // what stands behind is part of it
    calls.push_back({at, open, close});
    done = close;
  }
  return calls;
}

std::vector<std::string_view> words_in_call(std::string_view text, const CMakeCall& call) {
  std::vector<std::string_view> words;
  for (std::size_t at = call.open + 1; at < call.close;) {
    at = std::min(text.find_first_not_of(" \t\r\n", at), call.close);
    const auto end = std::min(text.find_first_of(" \t\r\n", at), call.close);
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string gap_before(std::string_view text, std::string_view word) {
  const auto at = offset_in(text, word);
  const auto behind = text.find_last_not_of(" \t\r\n", at - 1) + 1;
  const auto gap = text.substr(behind, at - behind);
  return contains(gap, "\n") ? std::string(gap) : " ";
}

std::string_view unquoted(std::string_view word) {
  return word.size() > 1 && word.starts_with('"') && word.ends_with('"') ? word.substr(1, word.size() - 2) : word;
}

std::optional<CMakeCall> cmake_call_for(std::string_view text, std::string_view command, std::string_view word) {
  for (const auto& call : cmake_calls(text, command)) {
    const auto words = words_in_call(text, call);
    if (!words.empty() && words[0] == word) return call;
  }
  return std::nullopt;
}

std::string cmake_project_list(const Tree& tree, std::string_view folder) {
  for (;; folder = folder_of(folder)) {
    auto list = path_in(folder, "CMakeLists.txt");
    if (!cmake_calls(tree.read(list).value_or(""), "project").empty()) return list;
    if (folder.empty()) return "";
  }
}

Edit line_below(std::string_view text, const CMakeCall& call, const std::string& line) {
  const auto front = text.rfind('\n', call.begin) + 1;  // npos + 1 is the front
  return line_below(text, call.close, std::string(indentation(text.substr(front))) + line);
}

}  // namespace regreen
