#include "mend/python/renamed_attribute.h"

#include "base/text.h"
#include "mend/python/names.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

/// An attribute of a class.
struct Attribute {
  std::string_view owner, name;
};

// 'Retry.BACKOFF_MAX' or `Retry.BACKOFF_MAX` behind `from`; the class has its name in capitals, as classes have.
std::optional<Attribute> quoted_behind(std::string_view line, std::size_t from) {
  const auto open = line.find_first_of("'`\"", from);
  const auto close = open == std::string_view::npos ? open : line.find(line[open], open + 1);
  if (close == std::string_view::npos) return std::nullopt;
  const auto text = line.substr(open + 1, close - open - 1);
  const auto owner = leaf_of(parent_of(text));
  const bool is_of_class = is_module_name(text) && !owner.empty() && owner[0] >= 'A' && owner[0] <= 'Z';
  return is_of_class ? std::optional(Attribute{owner, leaf_of(text)}) : std::nullopt;
}

}  // namespace

std::vector<Edit> follow_renamed_attribute(const PythonSource& source, std::string_view messages) {
  std::vector<Edit> edits;
  const auto own = defined_names(source);
  for (const auto line : split_lines(messages)) {
    const auto word = line.find("deprecated");
    const auto advice =
        word == std::string_view::npos ? word : std::min(line.find("se '", word), line.find("se `", word));
    const auto old = advice < line.size() ? quoted_behind(line, 0) : std::nullopt;
    const auto today = old ? quoted_behind(line, advice) : std::nullopt;
    const bool is_renamed = today && today->owner == old->owner && today->name != old->name;
    if (!is_renamed || !contains(source.text(), old->name)) continue;
    if (std::ranges::find(own, old->owner) != own.end()) continue;
    for (std::size_t i = 0; i + 2 < source.tokens().size(); ++i) {
      const auto& name = source.tokens()[i + 2];
      const bool is_old = source.is(i, old->owner) && source.is(i + 1, ".") && source.is(i + 2, old->name);
      const bool is_done = std::ranges::any_of(edits, [&](const Edit& edit) { return edit.offset == name.offset; });
      if (is_old && !is_done) edits.push_back({name.offset, name.length, std::string(today->name)});
    }
  }
  return edits;
}

}  // namespace regreen
