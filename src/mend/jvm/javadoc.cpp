// java.fix-documentation: what javadoc refuses in a comment and what there is only one right way to write.
//
//   error: @param name not found               the parameter was renamed as far as one can see, or is gone
//   error: invalid use of @return              on a method that answers nothing
//   error: exception not thrown                a checked exception that the method does not declare
//   error: unknown tag: returns                a block tag that is spelt otherwise
//   error: bad HTML entity, malformed HTML     & and < that are meant as they stand, Map<String, Road> outside of {@code …}
//   error: bad use of '>'                      > that closes nothing
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
#include "mend/overlap.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t line_max =
    1000;  // of comments that people write; each `<` is looked at with all that surrounds it

constexpr auto block_tags = std::to_array<std::string_view>({"author", "deprecated", "exception", "hidden", "param",
                                                             "provides", "return", "see", "serial", "serialData",
                                                             "serialField", "since", "throws", "uses", "version"});

// Elements that stand alone, and may not say so.
constexpr auto void_elements = std::to_array<std::string_view>({"p", "br", "hr", "img", "li", "td", "tr"});

/// A source and javadoc's caret in it.
struct Spot {
  std::string_view text;
  std::size_t at = 0;

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

// The name in front of a `<` on its line; "" where it is none of a type.
std::string_view type_before(std::string_view line, std::size_t open) {
  auto begin = open;
  while (begin > 0 && (is_word_byte(line[begin - 1]) || line[begin - 1] == '.')) --begin;
  const auto name = line.substr(begin, open - begin);
  const bool is_type = contains(name, ".") || (!name.empty() && name[0] >= 'A' && name[0] <= 'Z');
  return is_type ? name : std::string_view{};
}

// The first `<` of the types that one belongs to: the first of `Map<String, List<Road>>` for both.
std::size_t outermost(std::string_view line, std::size_t open) {
  std::size_t depth = 0;
  for (auto at = open; at-- > 0;) {
    if (line[at] == '>') ++depth;
    if (line[at] == '<' && depth-- == 0) {
      if (type_before(line, at).empty()) break;
      open = at;
      depth = 0;
    }
    if (!is_word_byte(line[at]) && !contains("<>,.?&[] ", line.substr(at, 1))) break;
  }
  return open;
}

// `List<String>` → `{@code List<String>}`
Edits as_code(std::string_view line, std::size_t at) {
  const auto open = outermost(line, at), close = closing_angle(line, open);
  const auto type = type_before(line, open);
  if (type.empty() || close == npos) return {};
  const auto begin = open - type.size();
  return {{begin, close + 1 - begin, "{@code " + std::string(line.substr(begin, close + 1 - begin)) + "}"}};
}

// A `<` that opens nothing: before a blank, a digit, `=`.
bool is_less_than(std::string_view line, std::size_t at) {
  const auto next = line.substr(at + 1, 1);
  return !next.empty() && contains(" =0123456789-", next);
}

// An entity that is written as one: `&lt;`, `&#60;`.
bool is_entity(std::string_view line, std::size_t at) {
  auto end = line.substr(at + 1, 1) == "#" ? at + 2 : at + 1;
  end += word_at(line, end).size();
  return line.substr(end, 1) == ";";
}

// Behind `{@code …}` and the like, which begins at a byte of the line.
std::size_t behind_tag(std::string_view line, std::size_t at) {
  std::size_t depth = 0;
  for (; at < line.size(); ++at) {
    if (line[at] == '{') ++depth;
    if (line[at] == '}' && --depth == 0) break;
  }
  return at;
}

// What javadoc refuses from its caret on in a line: the messages of one kind are taken for one there. `line` is what stands from
// the front of the line to its end, or that of the comment.
Edits signs(std::string_view line, std::size_t caret, char sign) {
  Edits edits;
  std::size_t open = 0;  // how many `<` wait for their `>`
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at).starts_with("{@")) at = behind_tag(line, at);
    if (at >= line.size()) break;
    const bool is_asked = line[at] == sign && at >= caret;
    if (line[at] == '&' && is_asked && (at == caret || !is_entity(line, at))) edits.push_back({at, 1, "&amp;"});
    if (line[at] == '>' && open > 0) {
      --open;
    } else if (line[at] == '>' && is_asked) {
      edits.push_back({at, 1, "&gt;"});
    }
    if (line[at] != '<') continue;
    if (!is_less_than(line, at)) ++open;
    const auto wanted = !is_asked ? Edits{} : is_less_than(line, at) ? Edits{{at, 1, "&lt;"}} : as_code(line, at);
    if (wanted.empty() || overlap(wanted[0], edits)) continue;
    edits.push_back(wanted[0]);
  }
  return edits;
}

// Where the line ends, or the comment on it.
std::size_t end_of_line(const Spot& spot) {
  return std::min({spot.text.find('\n', spot.at), spot.text.find("*/", spot.at), spot.text.size()});
}

Edits signs(const Spot& spot, char sign) {
  if (!spot.rest().starts_with(sign)) return {};
  const auto begin = spot.text.rfind('\n', spot.at) + 1;  // npos + 1 is the front
  const auto line = spot.text.substr(begin, end_of_line(spot) - begin);
  if (line.size() > line_max) return {};
  auto edits = signs(line, spot.at - begin, sign);
  for (auto& edit : edits) edit.offset += begin;
  return edits;
}

Edits ampersands(const Spot& spot) { return signs(spot, '&'); }
Edits less_than(const Spot& spot) { return signs(spot, '<'); }
Edits greater_than(const Spot& spot) { return signs(spot, '>'); }

// `@returns`, or `List<String>`, whose String javadoc takes for an element
Edits known_tag(const Spot& spot) {
  auto fixed = spelt_right(spot);
  return fixed.empty() ? less_than(spot) : fixed;
}

// The same at every `<` from the caret on.
Edits along_line(const Spot& spot, Edits (*edits_at)(const Spot& spot)) {
  const auto line = spot.text.substr(0, end_of_line(spot));
  if (line.size() - spot.at > line_max) return {};
  Edits all;
  for (auto at = spot.at; at < line.size(); ++at) {
    if (line.substr(at).starts_with("{@")) at = behind_tag(line, at);
    if (line.substr(std::min(at, line.size()), 1) != "<") continue;
    for (auto& edit : edits_at({spot.text, at})) {
      if (!overlap(edit, all)) all.push_back(std::move(edit));
    }
  }
  return all;
}

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

Edits none_self_closing(const Spot& spot) { return along_line(spot, not_self_closing); }
Edits newer_elements(const Spot& spot) { return along_line(spot, newer_element); }

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
    {"bad HTML entity", ampersands},
    {"malformed HTML", less_than},
    {"bad use of '>'", greater_than},
    {"self-closing element not allowed", none_self_closing},
    {"tag not supported in HTML5: tt", newer_elements},
});

}  // namespace

std::vector<Patch> fix_java_documentation(const Patient& patient) {
  std::map<std::string, Edits> edits;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto detail = capture(occurrence, "detail");
    const auto* finding =
        std::ranges::find_if(findings, [&](const Finding& one) { return detail.starts_with(one.said); });
    const auto places = places_of(patient.tree, occurrence);
    const auto text = finding == findings.end() || places.empty() ? std::nullopt : patient.tree.read(places[0].file);
    const auto at = text ? java_caret(*text, occurrence, places[0]) : npos;
    if (at == npos || at >= text->size() || text->size() > source_bytes_max) continue;
    auto& all = edits[places[0].file];
    auto wanted = finding->edits({*text, at});
    std::erase_if(wanted, [&](const Edit& edit) { return overlap(edit, all); });
    for (auto& edit : wanted) all.push_back(std::move(edit));
  }
  Draft draft(patient.tree);
  for (auto& [file, all] : edits) draft.edit(file, std::move(all));
  return draft.patches();
}

}  // namespace regreen
