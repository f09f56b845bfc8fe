#include "mend/c/prototype.h"

#include "base/text.h"
#include "mend/c/notes.h"
#include "mend/c/source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto messages = std::to_array<std::string_view>(
    {"function declaration isn't a prototype", "function declaration is not a prototype",
     "function declaration without a prototype", "old-style function definition"});

bool is_meant(std::string_view said) {
  const auto plain = plain_quotes(said);
  return std::ranges::any_of(messages, [&](std::string_view message) { return contains(plain, message); });
}

/// Parentheses with nothing between them, the name before them, and what they belong to.
struct Empty {
  std::size_t open = 0, close = 0;
  std::string_view name;
  bool is_definition = false;
};

// The empty parentheses that open at a byte: "()", "( )".
std::optional<Empty> empty_at(std::string_view code, std::size_t open) {
  const auto close = code.find_first_not_of(" \t", open + 1);
  if (close == npos || code[open] != '(' || code[close] != ')') return std::nullopt;
  const auto end = end_of_code_before(code, open);
  const auto next = code.find_first_not_of(" \t\r\n", close + 1);
  return Empty{open, close, word_before(code, end), next != npos && code[next] == '{'};
}

// Does a type stand before the name of a function, and nothing that makes something else of it? `static const char *name`.
bool is_declared(std::string_view code, const Empty& one) {
  const auto before = end_of_code_before(code, one.open) - one.name.size();
  auto head = trim(head_before(code, before));
  while (head.starts_with('#')) {  // a directive ends with its line
    const auto end = head.find('\n');
    head = end == npos ? "" : trim(head.substr(end));
  }
  const auto around = bracket_around(code, one.open);
  return !one.name.empty() && !head.empty() &&
         (is_word_byte(head.back()) || contains("*,", head.substr(head.size() - 1))) && !contains(head, "=") &&
         !contains(head, "#") && words_in(head, "return").empty() && words_in(head, "else").empty() &&
         (around == npos || code[around] == '{');
}

// Functions of a source at its top level that are defined or declared with empty parentheses. `extern "C" {` opens no block.
std::vector<Empty> empty_functions(std::string_view code) {
  std::vector<Empty> found;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const auto end = code[at] == '{' ? end_of_code_before(code, at) : 0;
    const bool is_linkage = end > 0 && code[end - 1] == '"';
    if (code[at] == '{' && !is_linkage) ++depth;
    if (code[at] == '}' && depth > 0) --depth;
    const auto one = depth == 0 && code[at] == '(' ? empty_at(code, at) : std::nullopt;
    if (one && is_declared(code, *one)) found.push_back(*one);
  }
  return found;
}

// Is there a function of the name that takes something?
bool defines_with_parameters(std::string_view code, std::string_view name) {
  for (const auto at : words_in(code, name)) {
    const auto open = code.find_first_not_of(" \t", at + name.size());
    if (open == npos || code[open] != '(') continue;
    const auto close = closing_bracket(code, open);
    const auto next = close == npos ? npos : code.find_first_not_of(" \t\r\n", close + 1);
    const auto inside = close == npos ? "" : trim(code.substr(open + 1, close - open - 1));
    if (next != npos && code[next] == '{' && !inside.empty() && inside != "void") return true;
  }
  return false;
}

/// The sources of C of a project as they are, and what is said in each.
class Sources {
 public:
  Sources(const Patient& patient, const Draft& draft) {
    for (const auto& path : patient.tree.list()) {
      const auto text = is_c_family(path) && !is_cpp(path) && !is_foreign(path) ? draft.read(path) : std::nullopt;
      if (text && text->size() <= source_bytes_max && contains(*text, "(")) code_[path] = code_only(*text, Speech::c);
    }
  }

  // What the compiler speaks of: gcc counts from where the declaration or its name begins, clang names the parentheses.
  void note(const std::string& file, std::size_t line, const std::set<std::size_t>& columns) {
    const auto found = code_.find(file);
    if (found == code_.end()) return;
    const std::string_view code = found->second;
    const Lines lines(code);
    if (!lines.has(line) || lines.line(line).starts_with('#')) return;
    std::vector<Empty> on_line;
    for (auto at = code.find('(', lines.begin(line)); at < lines.end(line); at = code.find('(', at + 1)) {
      const auto one = empty_at(code, at);
      if (one && (one->name.empty() || is_declared(code, *one))) on_line.push_back(*one);
    }
    const auto is_named = [&](const Empty& one) {
      const auto column = one.open - lines.begin(line) + 1;
      return columns.contains(column) || columns.contains(column + 1);
    };
    const bool names_them = std::ranges::any_of(on_line, is_named);
    std::size_t left = columns.size();
    for (const auto& one : on_line) {
      if (names_them ? !is_named(one) : left == 0) continue;
      --left;
      edits_[file].insert({one.open, one.close});
      if (!one.name.empty()) names_.emplace(one.name);
    }
    if (!on_line.empty()) folders_.emplace(folder_of(file));
  }

  void write(Draft& draft) {
    sweep();
    for (const auto& [file, places] : edits_) {
      std::vector<Edit> edits;
      for (const auto& [open, close] : places) edits.push_back({open + 1, close - open - 1, "void"});
      draft.edit(file, std::move(edits));
    }
  }

 private:
  // What is defined without parameters takes none, wherever it is declared.
  void sweep() {
    for (const auto& [file, code] : code_) {
      if (!folders_.contains(std::string(folder_of(file)))) continue;
      for (const auto& one : empty_functions(code)) {
        if (one.is_definition) names_.emplace(one.name);
      }
    }
    std::erase_if(names_, [&](const std::string& name) {
      return std::ranges::any_of(code_,
                                 [&](const auto& source) { return defines_with_parameters(source.second, name); });
    });
    for (const auto& [file, code] : code_) {
      for (const auto& one : empty_functions(code)) {
        if (names_.contains(std::string(one.name))) edits_[file].insert({one.open, one.close});
      }
    }
  }

  std::map<std::string, std::string> code_;
  std::set<std::string> names_, folders_;
  std::map<std::string, std::set<std::pair<std::size_t, std::size_t>>> edits_;
};

}  // namespace

void state_no_parameters(const Patient& patient, Draft& draft) {
  std::map<std::pair<std::string, std::size_t>, std::set<std::size_t>> asked;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = is_meant(occurrence.at.text) ? places_of(patient.tree, occurrence) : std::vector<TreePlace>{};
    if (!places.empty()) asked[{places[0].file, places[0].line}].insert(places[0].column);
  }
  if (asked.empty()) return;
  Sources sources(patient, draft);
  for (const auto& [place, columns] : asked) sources.note(place.first, place.second, columns);
  sources.write(draft);
}

}  // namespace regreen
