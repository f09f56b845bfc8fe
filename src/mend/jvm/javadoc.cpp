// java.fix-documentation: what javadoc refuses in a comment and what there is only one right way to write.
//
//   error: @param name not found               the parameter was renamed, or is gone
//   error: invalid use of @return              on a method that answers nothing
//   error: exception not thrown                a checked exception that the method does not declare
//   error: unknown tag: returns                a block tag that is spelt otherwise
//   error: bad HTML entity, malformed HTML     & and < that are meant as they stand
//   error: bad use of '>'                      > outside of {@code …}
//   error: self-closing element not allowed    <p/>, <br/>
//   error: tag not supported in HTML5: tt      <code> says the same
//   error: unknown tag: String                 List<String> outside of {@code …}
//
// What the comment tells stays, apart from tags about what is not there.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/jvm/java_code_text.h"
#include "mend/jvm/javadoc_params.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto block_tags = std::to_array<std::string_view>({"author", "deprecated", "exception", "hidden", "param",
                                                             "provides", "return", "see", "serial", "serialData",
                                                             "serialField", "since", "throws", "uses", "version"});

// Elements that stand alone, and may not say so.
constexpr auto void_elements = std::to_array<std::string_view>({"p", "br", "hr", "img", "li", "td", "tr"});

/// A source, javadoc's caret in it, and the rest of the message.
struct Spot {
  std::string_view text;
  std::size_t at = 0;
  std::string_view detail;

  std::string_view rest() const { return text.substr(at); }
};

using Edits = std::vector<Edit>;

Edits without_tag(const Spot& spot) {
  const auto at = spot.text.rfind('@', spot.at);
  return at == npos ? Edits{} : without_block_tag(spot.text, at);
}

Edits spelt_right(const Spot& spot) {
  const auto mark = spot.rest().starts_with('@') ? spot.at + 1 : spot.at;
  const auto name = word_at(spot.text, mark);
  if (mark == 0 || spot.text[mark - 1] != '@' || name.empty()) return {};
  const auto right = only_near(block_tags, name);
  return right.empty() ? Edits{} : Edits{{mark, name.size(), right}};
}

// `List<String>` → `{@code List<String>}`
Edits as_code(const Spot& spot) {
  const auto open = spot.rest().starts_with('<') ? spot.at : spot.text.rfind('<', spot.at);
  if (open == npos || spot.at - open > 1) return {};
  const auto close = closing_angle(spot.text, open);
  const auto line = spot.text.substr(open, spot.text.find('\n', open) - open);
  if (close == npos || close - open >= line.size()) return {};
  auto begin = open;
  while (begin > 0 && (is_word_byte(spot.text[begin - 1]) || spot.text[begin - 1] == '.')) --begin;
  const bool is_type = begin < open && spot.text[begin] >= 'A' && spot.text[begin] <= 'Z';
  if (!is_type && !contains(spot.text.substr(begin, open - begin), ".")) return {};
  return {{begin, 0, "{@code "}, {close + 1, 0, "}"}};
}

Edits known_tag(const Spot& spot) {
  auto fixed = spelt_right(spot);
  return fixed.empty() ? as_code(spot) : fixed;
}

Edits ampersand(const Spot& spot) { return spot.rest().starts_with('&') ? Edits{{spot.at, 1, "&amp;"}} : Edits{}; }

// A `<` that opens nothing: before a blank, a digit, `=`.
Edits less_than(const Spot& spot) {
  const auto next = spot.rest().substr(0, 2);
  return next.size() == 2 && next[0] == '<' && contains(" =0123456789-", next.substr(1)) ? Edits{{spot.at, 1, "&lt;"}}
                                                                                         : Edits{};
}

Edits greater_than(const Spot& spot) { return spot.rest().starts_with('>') ? Edits{{spot.at, 1, "&gt;"}} : Edits{}; }

Edits not_self_closing(const Spot& spot) {
  const auto close = spot.text.find('>', spot.at);
  if (!spot.rest().starts_with('<') || close == npos || spot.text[close - 1] != '/') return {};
  if (std::ranges::find(void_elements, lower(std::string(word_at(spot.text, spot.at + 1)))) == void_elements.end())
    return {};
  const auto end = end_of_code_before(spot.text, close - 1);
  return {{end, close - end, ""}};
}

// <tt>x</tt> → <code>x</code>
Edits newer_element(const Spot& spot) {
  const auto end = spot.text.find("</tt>", spot.at), next = spot.text.find("<tt>", spot.at + 1);
  if (!spot.rest().starts_with("<tt>") || end == npos || next < end) return {};
  return {{spot.at + 1, 2, "code"}, {end + 2, 2, "code"}};
}

struct Finding {
  std::string_view said;
  Edits (*edits)(const Spot& spot);
};

Edits renamed_parameter(const Spot& spot) { return with_parameters_of_today(spot.text, spot.at); }

constexpr auto findings = std::to_array<Finding>({
    {"@param name not found", renamed_parameter},
    {"invalid use of @return", without_tag},
    {"exception not thrown", without_tag},
    {"unknown tag", known_tag},
    {"bad HTML entity", ampersand},
    {"malformed HTML", less_than},
    {"bad use of '>'", greater_than},
    {"self-closing element not allowed", not_self_closing},
    {"tag not supported in HTML5: tt", newer_element},
});

bool overlaps(const Edits& edits, const Edit& edit) {
  return std::ranges::any_of(edits, [&](const Edit& other) {
    return edit.offset == other.offset ||
           (edit.offset < other.offset + other.length && other.offset < edit.offset + edit.length);
  });
}

}  // namespace

std::vector<Patch> fix_java_documentation(const Patient& patient) {
  std::map<std::string, Edits> edits;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto* finding = std::ranges::find_if(
        findings, [&](const Finding& one) { return contains(occurrence.at.text, ": " + std::string(one.said)); });
    const auto places = places_of(patient.tree, occurrence);
    const auto text = finding == findings.end() || places.empty() ? std::nullopt : patient.tree.read(places[0].file);
    const auto at = text ? java_caret(*text, occurrence, places[0]) : npos;
    if (at == npos || at >= text->size() || text->size() > source_bytes_max) continue;
    auto& all = edits[places[0].file];
    auto wanted = finding->edits({*text, at, occurrence.at.text});
    if (std::ranges::any_of(wanted, [&](const Edit& edit) { return overlaps(all, edit); })) continue;
    for (auto& edit : wanted) all.push_back(std::move(edit));
  }
  Draft draft(patient.tree);
  for (auto& [file, all] : edits) draft.edit(file, std::move(all));
  return draft.patches();
}

}  // namespace regreen
