// c.fix-stack-size: sizes of stacks that were numbers when the program was compiled, and that glibc 2.34 asks the system for.
//
//   char alt_stack[SIGSTKSZ];                              →  char alt_stack[65536];
//   constexpr std::size_t stack_size = 2 * MINSIGSTKSZ;    →  constexpr std::size_t stack_size = 2 * 65536;
//
// All of a file that makes something of such a size, as what is told of a stack must be what there is of it, and of the headers
// that it includes with those who include these. What is compared with a size is asked at run time, and may be; nothing where it is
// compared with a constant that is made of one.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/project.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// What a size is called, and a number that is enough on every processor. Processors with large registers need more than
/// the 8192 bytes that SIGSTKSZ once was.
struct Size {
  std::string_view name, bytes;
};
constexpr auto sizes =
    std::to_array<Size>({{"SIGSTKSZ", "65536"}, {"MINSIGSTKSZ", "65536"}, {"PTHREAD_STACK_MIN", "131072"}});

constexpr auto messages = std::to_array<std::string_view>(
    {"call to non-'constexpr' function 'long int sysconf(int)'",
     "call to non-'constexpr' function 'long int __sysconf(int)'", "' at file scope",
     "variable length array declaration", "is not an integral constant-expression", "isn't constant",
     "fields must have a constant size", "non-type template argument is not a constant expression",
     "must be initialized by a constant expression", "expression is not an integral constant expression"});

bool is_meant(const Occurrence& occurrence) {
  const auto said = plain_quotes(occurrence.at.text);
  return std::ranges::any_of(messages, [&](auto message) { return contains(said, message); });
}

bool names_size(std::string_view code) {
  return std::ranges::any_of(sizes, [&](const Size& size) { return !words_in(code, size.name).empty(); });
}

// What makes or measures a stack of a size, and words before brackets that are no calls.
constexpr auto makers = std::to_array<std::string_view>(
    {"malloc", "calloc", "realloc", "aligned_alloc", "posix_memalign", "memalign", "alloca", "mmap", "munmap",
     "mprotect", "memset", "pthread_attr_setstack", "pthread_attr_setstacksize", "sizeof", "return", "if", "while"});

/// What a source does with a size: a stack is made of it or measured by it, a value is compared with it, or who knows.
enum class Use { made, compared, handed_on };

// The statement so far, without directives above it.
std::string_view statement_before(std::string_view code, std::size_t at) {
  auto head = trim(head_before(code, at));
  while (head.starts_with('#')) {
    const auto end = head.find('\n');
    head = end == npos ? "" : trim(head.substr(end));
  }
  return head;
}

bool has_comparison(std::string_view text) {
  constexpr auto signs = std::to_array<std::string_view>({"==", "!=", "<=", ">=", " < ", " > ", "?"});
  return std::ranges::any_of(signs, [&](auto sign) { return contains(text, sign); });
}

Use use_at(std::string_view code, std::size_t at, std::string_view name) {
  const auto head = statement_before(code, at);
  const auto end = at + name.size();
  const auto rest = trim(code.substr(end, std::min(code.find_first_of(";{}", at), code.size()) - end));
  const bool is_between_angles = head.find('<') != npos && rest.starts_with('>');
  const bool touches = !is_between_angles && ((!head.empty() && contains("<>", head.substr(head.size() - 1))) ||
                                              rest.starts_with('<') || rest.starts_with('>'));
  if (touches || has_comparison(head) || has_comparison(rest)) return Use::compared;
  const auto open = bracket_around(code, at);
  if (open == npos || code[open] != '(') return Use::made;
  const auto called = word_before(code, end_of_code_before(code, open));
  return called.empty() || is_among(called, makers) ? Use::made : Use::handed_on;
}

// What a constant of the project's own is called: "LEAST" of `#define LEAST SIZE` and of `const long LEAST = SIZE;`; "" elsewhere.
std::string_view name_given(std::string_view code, std::string_view line, std::size_t at) {
  if (line.starts_with('#')) return word_at(trim(trim(line.substr(1)).substr(std::string_view("define").size())), 0);
  const auto head = statement_before(code, at);
  const auto equals = head.find('=');
  const auto open = bracket_around(code, at);
  const bool is_braced = equals == npos && open != npos && code[open] == '{';
  if (is_braced) return word_before(code, end_of_code_before(code, open));
  const auto name = equals == npos ? "" : word_before(head, end_of_code_before(head, equals));
  const auto front = head.substr(0, name.empty() ? 0 : offset_in(head, name));
  return front.ends_with('.') || front.ends_with("->") ? "" : name;
}

// Do sources do more with a constant than to make or measure stacks, or constants that they make stacks of?
bool is_handed_about(const CProject& project, const std::set<std::string>& files, std::set<std::string> names) {
  std::set<std::string> seen;
  while (!names.empty()) {
    const auto name = names.extract(names.begin()).value();
    if (!seen.insert(name).second) continue;
    for (const auto& file : files) {
      const std::string_view code = project.sources().at(file).code;
      const Lines lines(code);
      for (const auto at : words_in(code, name)) {
        const auto line = trim(lines.line(lines.number_at(at)));
        const bool is_directive = line.starts_with('#');
        if (is_directive && trim(line.substr(1)).starts_with("if ")) return true;
        if (is_directive && !trim(line.substr(1)).starts_with("define")) continue;
        if (!is_directive && use_at(code, at, name) != Use::made) return true;
        if (const auto next = name_given(code, line, at); !next.empty()) names.emplace(next);
      }
    }
  }
  return false;
}

// The file and the headers that it includes which name a size, and all that include one of these headers.
std::set<std::string> concerned(const CProject& project, const std::string& file) {
  const auto names = [&](const std::string& path) { return names_size(project.sources().at(path).code); };
  std::set<std::string> files;
  for (const auto& path : project.included_by(file)) {
    if (!names(path)) continue;
    for (const auto& user : project.users_of(path)) {
      if (names(user)) files.insert(user);
    }
  }
  return files;
}

// Nothing where a source asks whether there is such a size, says what it is, or hands it to a function of its own. Adds what it
// calls such a size.
std::optional<std::vector<Edit>> edits_of(std::string_view code, std::set<std::string>& names) {
  const Lines lines(code);
  std::vector<Edit> edits;
  for (const auto& size : sizes) {
    for (const auto at : words_in(code, size.name)) {
      auto line = trim(lines.line(lines.number_at(at)));
      auto use = Use::made;
      if (line.starts_with('#')) {
        line = trim(line.substr(1));
        if (!line.starts_with("define") || word_at(trim(line.substr(6)), 0) == size.name) return std::nullopt;
      } else {
        use = use_at(code, at, size.name);
      }
      if (use == Use::handed_on) return std::nullopt;
      if (use != Use::made) continue;
      edits.push_back({at, size.name.size(), std::string(size.bytes)});
      if (const auto name = name_given(code, trim(lines.line(lines.number_at(at))), at); !name.empty())
        names.emplace(name);
    }
  }
  return edits;
}

}  // namespace

std::vector<Patch> fix_stack_size(const Patient& patient) {
  std::set<std::string> named;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = is_meant(occurrence) ? places_of(patient.tree, occurrence) : std::vector<TreePlace>{};
    if (!places.empty()) named.insert(places[0].file);
  }
  if (named.empty()) return {};
  Draft draft(patient.tree);
  const CProject project(patient.tree, draft);
  std::set<std::string> files;
  for (const auto& file : named) files.merge(concerned(project, file));
  for (const auto& file : files) {
    std::set<std::string> names;
    auto edits = edits_of(project.sources().at(file).code, names);
    if (!edits || is_handed_about(project, project.users_of(file), std::move(names))) return {};
    draft.edit(file, std::move(*edits));
  }
  return draft.patches();
}

}  // namespace regreen
