// A static library that stands before the objects which need it: the linker takes nothing of it, nobody has asked yet.
//
//   build/meter: $(LIB) build/main.o
//   	$(CC) -o $@ $^

#include "base/text.h"
#include "mend/c/build/link.h"
#include "mend/c/build/link_order.h"
#include "mend/lines.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_object(std::string_view word) {
  const bool is_variable = word.starts_with("$(") || word.starts_with("${");
  return word.ends_with(".o") || word.ends_with(".c") || word.ends_with(".cc") || word.ends_with(".cpp") ||
         word == "$^" || word == "$+" || word == "$<" || (is_variable && contains(lower(word), "obj"));
}

// The variables whose value is the library and nothing else: "$(LIB)" of `LIB := build/libsig.a`.
std::set<std::string, std::less<>> variables_of(const Lines& lines, const std::string& library) {
  std::set<std::string, std::less<>> names;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto sign = line.find('=');
    const std::string name(line.substr(0, line.find_first_of(" \t:?+=")));
    if (sign == npos || !is_identifier(name) || static_library_in(trim(line.substr(sign + 1))) != library) continue;
    names.insert("$(" + name + ")");
    names.insert("${" + name + "}");
  }
  return names;
}

// The words between move forward; what stands behind the last object stays there: what a library needs comes after it.
std::vector<Edit> behind_objects(const std::vector<ListedWord>& words,
                                 const std::set<std::string, std::less<>>& variables, const std::string& library) {
  const auto is_library = [&](std::string_view word) {
    return word == "-l" + library || static_library_in(word) == library || variables.contains(word);
  };
  const auto first = std::ranges::find_if(words, [&](const ListedWord& word) { return is_library(word.text); });
  const bool is_special = std::ranges::any_of(words, [](const ListedWord& word) {
    return word.text.starts_with('#') || contains(word.text, "-group") || contains(word.text, "whole-archive");
  });
  if (is_special) return {};
  auto last = words.end();
  for (auto word = first; word != words.end(); ++word) {
    const bool is_named = word != words.begin() && (word - 1)->text == "-o";
    if (contains("&& ; | ||", word->text)) break;
    if (is_object(word->text) && !is_named) last = word;
    if (word != first && is_library(word->text)) return {};  // it is behind them, too
  }
  if (last == words.end()) return {};
  std::vector<Edit> edits;
  for (auto word = first; word <= last; ++word) {
    const auto& wanted = word == last ? first->text : (word + 1)->text;
    edits.push_back({word->offset, word->text.size(), std::string(wanted)});
  }
  return edits;
}

// Does a command look at one prerequisite by its place? It is another one where they change their order.
bool counts_prerequisites(std::string_view command) {
  static constexpr auto signs =
      std::to_array<std::string_view>({"$<", "$(<", "${<", "$(word", "$(firstword", "$(lastword"});
  return std::ranges::any_of(signs, [&](auto sign) { return contains(command, sign); });
}

std::vector<Edit> in_rule(std::string_view text, const Lines& lines, const MakeRule& rule, const std::string& library) {
  const auto variables = variables_of(lines, library);
  std::vector<Edit> edits;
  bool takes_all = false, counts = false;
  auto number = rule.head;
  while (number < rule.last && lines.line(number).ends_with('\\')) ++number;
  const auto end_of_head = lines.end(number);
  for (++number; number <= rule.last; ++number) {
    const auto first = number;
    while (number < rule.last && lines.line(number).ends_with('\\')) ++number;
    const auto words = words_of_list(text, lines.begin(first), lines.end(number));
    takes_all |=
        std::ranges::any_of(words, [](const ListedWord& word) { return word.text == "$^" || word.text == "$+"; });
    counts |= counts_prerequisites(text.substr(lines.begin(first), lines.end(number) - lines.begin(first)));
    if (lines.line(first).starts_with('\t'))
      std::ranges::move(behind_objects(words, variables, library), std::back_inserter(edits));
  }
  const auto colon = lines.begin(rule.head) + lines.line(rule.head).find(':');
  if (!takes_all || counts || text.substr(colon, 2) == "::") return edits;
  std::ranges::move(behind_objects(words_of_list(text, colon + 1, end_of_head), variables, library),
                    std::back_inserter(edits));
  return edits;
}

}  // namespace

void order_behind_objects(const Tree& tree, const Occurrence& occurrence, const std::string& library, Draft& draft) {
  FailedLink failed;
  for (const auto& line : occurrence.after) note_target(line, failed);
  const auto path = failed.makefile.empty() ? std::nullopt : find_file(tree, failed.makefile);
  const auto text = path ? draft.read(*path) : std::nullopt;
  if (!text || text->size() > source_bytes_max) return;
  const Lines lines(*text);
  for (const auto& rule : make_rules(lines)) {
    if (failed.line < rule.head || failed.line > rule.last) continue;
    draft.edit(*path, in_rule(*text, lines, rule, library));
    return;
  }
}

}  // namespace regreen
