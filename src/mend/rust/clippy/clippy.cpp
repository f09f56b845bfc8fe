// rust.rewrite-for-clippy: lints that Clippy describes in words or with gaps (`<item>`), and therefore does not fix itself.
//
//   error: `format!(..)` appended to existing `String`
//   error: the loop variable `i` is only used to index `xs`
//   error: explicit lifetimes given in parameter types where they could be elided
//   error: used `assert_eq!` with a literal bool
//   error: field assignment outside of initializer for an instance created with Default::default()

#include "base/text.h"
#include "mend/draft.h"
#include "mend/overlap.h"
#include "mend/place.h"
#include "mend/rust/clippy/clippy_edits.h"
#include "mend/rust/fixers.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

struct Lint {
  std::string_view said;
  ClippyEdits edits;
};

constexpr auto lints = std::to_array<Lint>({
    {"explicit lifetimes given in parameter types where they could be elided", without_lifetimes},
    {"the following explicit lifetimes could be elided", without_lifetimes},
    {"`format!(..)` appended to existing `String`", written_in_place},
    {"is only used to index", over_items},
    {"is used to index", over_items},
    {"with a literal bool", asserted},
    {"field assignment outside of initializer for an instance created with Default::default()", with_fields},
});

// The same import is asked for by each place that takes it.
bool is_among(const Edit& edit, const std::vector<Edit>& edits) {
  return std::ranges::any_of(edits, [&](const Edit& one) {
    return one.offset == edit.offset && one.length == edit.length && one.text == edit.text;
  });
}

std::vector<Edit> edits_in(const RustText& source, const std::vector<RustcMessage>& messages) {
  std::vector<Edit> edits;
  for (const auto& message : messages) {
    const auto lint = std::ranges::find_if(lints, [&](const Lint& one) { return contains(message.header, one.said); });
    if (lint == lints.end()) continue;
    auto wanted = lint->edits(source, message);
    std::erase_if(wanted, [&](const Edit& edit) { return is_among(edit, edits); });
    if (std::ranges::any_of(wanted, [&](const Edit& edit) { return overlap(edit, edits); })) continue;
    std::ranges::move(wanted, std::back_inserter(edits));
  }
  return edits;
}

}  // namespace

std::vector<Patch> rewrite_for_clippy(const Patient& patient) {
  std::map<std::string, std::vector<RustcMessage>> by_file;
  for (auto& message : rustc_messages(patient.diagnosis)) {
    if (const auto file = find_file(patient.tree, message.file); file && file->ends_with(".rs"))
      by_file[*file].push_back(std::move(message));
  }
  Draft draft(patient.tree);
  for (const auto& [file, messages] : by_file) {
    const auto text = draft.read(file);
    if (text && text->size() <= source_bytes_max) draft.edit(file, edits_in(RustText(*text), messages));
  }
  return draft.patches();
}

}  // namespace regreen
