// c.say-plainly: what the compiler reads anyway, said in the words that it asks for.
//
//   error: zero as null pointer constant                       char *p = 0;            → char *p = nullptr;
//   error: ‘static’ is not at beginning of declaration         const static int a;     → static const int a;
//   error: type defaults to ‘int’ in declaration of ‘n’        static n;               → static int n;
//   error: extra tokens at end of #endif directive             #endif A                → #endif /* A */
//   error: "FEATURE" is not defined, evaluates to 0            #if FEATURE             → #if defined(FEATURE) && FEATURE
//   error: implicit capture of ‘this’ via ‘[=]’ is deprecated  [=] { f(member_); }     → [=, this] { f(member_); }
//
// The program stays the same, apart from slips that the compiler is sure of: a memset of no bytes, an assignment that returns
// nothing. All messages are carried out at once: they count in the columns of the text as it was.

#include "base/text.h"
#include "mend/c/code/plain_edits.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// The names behind `#define`, and its like of CMake and Autoconf.
void add_macros(std::string_view text, std::set<std::string>& macros) {
  for (const std::string_view mark : {"define", "undef"}) {
    for (auto at = text.find(mark); at != npos; at = text.find(mark, at + 1)) {
      const auto blank = text.find_first_of(" \t\n", at);
      const auto name = blank == npos ? npos : text.find_first_not_of(" \t", blank);
      if (name != npos && word_at(text, at) != "defined" && trim(line_before(text, at)).starts_with('#'))
        macros.emplace(word_at(text, name));
    }
  }
}

Project project_of(const Patient& patient) {
  const auto occurrences = occurrences_of(patient.diagnosis);
  const bool asks_for_macros =
      std::ranges::any_of(occurrences, [](const auto& one) { return contains(one.at.text, "evaluates to 0"); });
  Project project;
  for (const auto& path : patient.tree.list()) {
    project.has_c |= path.ends_with(".c") && !is_foreign(path);
    const bool may_define = is_c_family(path) || contains(name_of(path), ".h.") || contains(name_of(path), ".hpp.");
    const auto text = asks_for_macros && may_define ? patient.tree.read(path) : std::nullopt;
    if (text && text->size() <= source_bytes_max) add_macros(*text, project.macros);
  }
  return project;
}

}  // namespace

std::vector<Patch> say_c_plainly(const Patient& patient) {
  const auto project = project_of(patient);
  std::map<std::string, std::vector<Edit>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_c_family(places[0].file) || is_foreign(places[0].file)) continue;
    const auto text = patient.tree.read(places[0].file);
    if (!text || text->size() > source_bytes_max) continue;
    auto& edits = by_file[places[0].file];
    auto wanted = plain_edits(project, *text, plain_quotes(occurrence.at.text), places[0]);
    const bool is_known = std::ranges::any_of(wanted, [&](const Edit& edit) {
      return std::ranges::any_of(edits, [&](const Edit& other) { return other.offset == edit.offset; });
    });
    if (!is_known) edits.insert(edits.end(), wanted.begin(), wanted.end());
  }
  Draft draft(patient.tree);
  for (auto& [file, edits] : by_file) draft.edit(file, std::move(edits));
  return draft.patches();
}

}  // namespace regreen
