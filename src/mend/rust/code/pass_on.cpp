// rust.pass-on-error: what a call answers is dropped, in a function that answers a Result itself, and the project forbids that.
//
//   error: unused `Result` that must be used
//    --> src/table.rs:5:5
//
// The error goes to the caller: `out.flush()?;`. Where none is told of errors, and where one may mean to go on, as after clearing
// up or telling somebody else, a person has to say what is to be done. In a closure or a future `?` would end that instead.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// What is done as well as can be: ends, clears up, tells others, sets up what may be set up already.
constexpr auto best_effort = std::to_array<std::string_view>(
    {"remove_file", "remove_dir",    "remove_dir_all", "kill",     "wait",       "join",   "send",
     "try_send",    "blocking_send", "close",          "shutdown", "abort",      "cancel", "disconnect",
     "cleanup",     "unlock",        "init",           "try_init", "set_logger", "set"});

// Where the statement ends that an expression begins at: its `;`; npos where the block ends before.
std::size_t end_of_statement(std::string_view code, std::size_t at) {
  while ((at = code.find_first_of("([{;)]}", at)) != npos) {
    if (code[at] == ';') return at;
    if (contains(")]}", code.substr(at, 1))) return npos;
    at = closing_bracket(code, at);
    if (at == npos) return npos;
    ++at;
  }
  return npos;
}

// What is called last in an expression: `flush` of `out.flush().await`, `writeln` of `writeln!(out)`.
std::string_view called_in(std::string_view code, std::size_t end) {
  if (code.substr(0, end).ends_with(".await")) end = end_of_code_before(code, end - 6);
  if (end == 0 || code[end - 1] != ')') return "";
  auto open = bracket_around(code, end - 1);
  if (open != npos && open > 0 && code[open - 1] == '!') --open;
  return open == npos ? "" : word_before(code, open);
}

// Does `?` at a place answer the caller of a function that answers a Result?
bool answers_result(std::string_view code, std::size_t at) {
  for (auto open = bracket_around(code, at); open != npos; open = bracket_around(code, open)) {
    if (code[open] != '{') {
      if (open > 0 && code[open - 1] == '!') return false;  // of a macro
      continue;
    }
    const auto head = trim(head_before(code, open));
    const auto arrow = head.rfind("->");
    if (!words_in(head, "fn").empty()) return arrow != npos && !words_in(head.substr(arrow), "Result").empty();
    const bool is_closure = head.ends_with('|') || arrow != npos;
    if (is_closure || !words_in(head, "async").empty() || !words_in(head, "try").empty()) return false;
  }
  return false;
}

bool drops_result(std::string_view header) {
  return contains(header, "unused `") && contains(header, "Result` that must be used");
}

}  // namespace

std::vector<Patch> pass_on_rust_error(const Patient& patient) {
  std::map<std::string, std::set<std::size_t>> ends;
  for (const auto& message : rustc_messages(patient.diagnosis)) {
    const auto file = drops_result(message.header) ? find_file(patient.tree, message.file) : std::nullopt;
    const auto text = file ? patient.tree.read(*file) : std::nullopt;
    const auto at = text ? offset_of(*text, message.line, message.column) : std::nullopt;
    if (!at || text->size() > source_bytes_max) continue;
    const auto code = code_only(*text, Speech::rust);
    const auto end = end_of_statement(code, *at);
    if (end == npos) continue;
    const auto called = called_in(code, end);
    const bool is_best_effort = is_among(called, best_effort);
    if (!called.empty() && !is_best_effort && answers_result(code, *at)) ends[*file].insert(end);
  }
  Draft draft(patient.tree);
  for (const auto& [file, places] : ends) {
    std::vector<Edit> edits;
    for (const auto at : places) edits.push_back({at, 0, "?"});
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
