#include "mend/python/versions/renamed_attribute.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/python/language/names.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

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

// "Use '", "use `" behind `from`, as the word that it is: not of "because", nor of what one should not use.
std::size_t advice_behind(std::string_view line, std::size_t from) {
  for (const auto at : words_in(lower(line), "use")) {
    const bool is_quoted = at + 4 < line.size() && line[at + 3] == ' ' && contains("'`\"", line.substr(at + 4, 1));
    const auto before = lower(trim(line.substr(0, at)));
    const bool is_no = before.ends_with("not") || before.ends_with("n't") || before.ends_with("never");
    if (at >= from && is_quoted && !is_no) return at + 4;
  }
  return npos;
}

// What the name at a token, the last of `a.b.Name`, stands for in full by the imports; "" where they do not bind it.
std::string full_name(const PythonSource& source, const BoundNames& names, std::size_t token) {
  auto first = token;
  while (first >= 2 && source.is(first - 1, ".") && source.is_name(first - 2)) first -= 2;
  const auto bound = names.find(source.text(first));
  if (bound == names.end() || (first > 0 && source.is(first - 1, "."))) return "";
  auto full = bound->second.full;
  for (auto i = first + 1; i <= token; ++i) full += source.text(i);
  return full;
}

}  // namespace

std::vector<Edit> follow_renamed_attribute(const PythonSource& source, const BoundNames& names,
                                           std::string_view messages) {
  std::vector<Edit> edits;
  const auto own = defined_names(source);
  for (const auto line : split_lines(messages)) {
    const auto word = line.find("deprecated");
    const auto advice = word == npos ? npos : advice_behind(line, word);
    const auto old = advice != npos ? quoted_behind(line, 0) : std::nullopt;
    const auto today = old ? quoted_behind(line, advice) : std::nullopt;
    const bool is_renamed = today && today->owner == old->owner && today->name != old->name;
    if (!is_renamed || !contains(source.text(), old->name)) continue;
    if (is_among(old->owner, own)) continue;
    for (std::size_t i = 0; i + 2 < source.tokens().size(); ++i) {
      const auto& name = source.tokens()[i + 2];
      const bool is_old = source.is(i + 1, ".") && source.is(i + 2, old->name) && source.is_name(i) &&
                          leaf_of(full_name(source, names, i)) == old->owner;
      const bool is_done = std::ranges::any_of(edits, [&](const Edit& edit) { return edit.offset == name.offset; });
      if (is_old && !is_done) edits.push_back({name.offset, name.length, std::string(today->name)});
    }
  }
  return edits;
}

}  // namespace regreen
