// text.remove-mark: a JSON file begins with a byte order mark, which RFC 8259 forbids and most parsers refuse.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/format/fixers.h"
#include "mend/format/json_text.h"

namespace regreen {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";
constexpr std::size_t files_max = 20;  // of more, somebody wants them so

}  // namespace

std::vector<Patch> remove_byte_order_mark(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& path : patient.tree.list()) {
    const auto text = path.ends_with(".json") ? draft.read(path) : std::nullopt;
    if (!text || !text->starts_with(mark) || !is_json(std::string_view(*text).substr(mark.size()))) continue;
    if (draft.patch().changes.size() == files_max) return {};
    draft.edit(path, {{0, mark.size(), ""}});
  }
  return draft.patches();
}

}  // namespace regreen
