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

#include "mend/c/fixers.h"
#include "mend/c/notes.h"
#include "mend/c/plain_edits.h"
#include "mend/c/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>

namespace regreen {

std::vector<Patch> say_c_plainly(const Patient& patient) {
  std::map<std::string, std::vector<Edit>> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_c_family(places[0].file) || is_foreign(places[0].file)) continue;
    const auto text = patient.tree.read(places[0].file);
    if (!text || text->size() > source_bytes_max) continue;
    auto& edits = by_file[places[0].file];
    auto wanted = plain_edits(*text, plain_quotes(occurrence.at.text), places[0]);
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
