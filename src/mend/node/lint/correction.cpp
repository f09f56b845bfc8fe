#include "mend/node/lint/correction.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/node/lint/big_integer.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

using Edits = std::vector<Edit>;
using Found = ScriptFinding;

constexpr auto npos = std::string_view::npos;

std::size_t begin_of(const Found& it) { return it.lines.begin(it.number); }
std::string_view code_at(const Found& it) { return it.code.substr(std::min(it.at, it.code.size())); }

// The statement `debugger;`
Edits no_debugger(const Found& it) {
  const auto line = trim(it.lines.line(it.number));
  if (line == "debugger" || line == "debugger;")
    return {{begin_of(it), it.lines.begin(it.number + 1) - begin_of(it), ""}};
  return code_at(it).starts_with("debugger;") ? Edits{{it.at, 9, ""}} : Edits{};
}

// `value === NaN` → `Number.isNaN(value)`
Edits ask_nan(const Found& it) {
  const auto rest = code_at(it);
  std::size_t end = 0;
  while (end < rest.size() && (is_word_byte(rest[end]) || contains(".$", rest.substr(end, 1)))) ++end;
  const auto value = rest.substr(0, end);
  for (const std::string_view sign : {" === NaN", " == NaN", " !== NaN", " != NaN"}) {
    const auto behind = rest.substr(end);
    if (value.empty() || !behind.starts_with(sign) ||
        (behind.size() > sign.size() && is_word_byte(behind[sign.size()])))
      continue;
    const std::string front(contains(sign, "!") ? "!" : "");
    return {{it.at, end + sign.size(), front + "Number.isNaN(" + std::string(value) + ")"}};
  }
  return {};
}

// `typeof a === 'strnig'`
Edits type_name(const Found& it) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"undefined", "object", "boolean", "number", "string", "function", "symbol", "bigint"});
  const auto rest = it.text.substr(it.at);
  const auto quote = rest.substr(0, 1);
  const auto close = contains("'\"", quote) && !quote.empty() ? rest.find(quote[0], 1) : npos;
  if (close == npos) return {};
  const auto written = rest.substr(1, close - 1);
  const auto wanted =
      is_among(lower(std::string(written)), names) ? lower(std::string(written)) : only_near(names, written);
  return wanted.empty() || wanted == written ? Edits{} : Edits{{it.at + 1, written.size(), wanted}};
}

// `!key in map` → `!(key in map)`
Edits whole_negated(const Found& it) {
  const auto rest = code_at(it);
  if (!rest.starts_with('!')) return {};
  for (const std::string_view word : {" in ", " instanceof "}) {
    const auto at = rest.find(word);
    const auto left = at == npos ? "" : rest.substr(1, at - 1);
    if (left.empty() || left.find_first_of(" ()&|\n;") != npos) continue;
    auto end = at + word.size();
    while (end < rest.size() && (is_word_byte(rest[end]) || contains(".$", rest.substr(end, 1)))) ++end;
    const bool ends = contains(") ;&|\n", rest.substr(end, 1));
    if (end > at + word.size() && ends) return {{it.at + 1, 0, "("}, {it.at + end, 0, ")"}};
  }
  return {};
}

// `while (true)` → `for (;;)`
Edits endless_loop(const Found& it) {
  const auto front = it.code.substr(0, it.at);
  const auto end = front.ends_with("while (") ? it.at - 7 : front.ends_with("while(") ? it.at - 6 : npos;
  const auto word = word_at(it.code, it.at);
  if (end == npos || (word != "true" && word != "1")) return {};
  const auto above = it.code.substr(0, end_of_code_before(it.code, end));
  if (above.ends_with('}')) {  // `do { … } while (true)`
    const auto open = bracket_around(it.code, above.size() - 1);
    if (open != npos && word_before(it.code, end_of_code_before(it.code, open)) == "do") return {};
  }
  const auto close = it.at + word.size();
  return it.code.substr(close, 1) == ")" ? Edits{{end, close - end, "for (;;"}} : Edits{};
}

// `count++` for itself, or at the end of a loop's head → `count += 1`
Edits plus_one(const Found& it) {
  const auto rest = code_at(it);
  std::size_t end = 0;
  while (end < rest.size() && (is_word_byte(rest[end]) || contains(".$[]", rest.substr(end, 1)))) ++end;
  const auto sign = rest.substr(end, 2), behind = trim(rest.substr(std::min(end + 2, rest.size()), 3));
  if (end == 0 || (sign != "++" && sign != "--")) return {};
  const auto before = it.code.substr(0, end_of_code_before(it.code, it.at));
  const auto line = line_before(it.code, it.at);
  const bool is_statement = trim(line).empty() && (behind.empty() || behind[0] == ';' || behind[0] == '}');
  const bool in_head = before.ends_with(';') && behind.starts_with(')') && trim(line).starts_with("for");
  if (speaks_of_big_integers(it.code)) return {};  // `1` cannot be added to one of them
  return is_statement || in_head ? Edits{{it.at + end, 2, std::string(" ") + sign[0] + "= 1"}} : Edits{};
}

// `new Symbol('a')`
Edits without_new(const Found& it) {
  const auto rest = code_at(it);
  const auto at = rest.starts_with("new ") ? it.at : line_before(it.code, it.at).ends_with("new ") ? it.at - 4 : npos;
  const bool callable =
      at != npos && (it.code.substr(at).starts_with("new Symbol(") || it.code.substr(at).starts_with("new BigInt("));
  return callable ? Edits{{at, 4, ""}} : Edits{};
}

// `Missing file extension "js" for "./money"`, `Unexpected use of file extension "js" for "./money.js"`
Edits file_extension(const Found& it) {
  const auto ending = "." + std::string(between(it.detail, "extension \"", "\""));
  const std::string path(between(it.detail, "for \"", "\""));
  if (!path.starts_with('.') || ending.size() < 2) return {};
  const bool lacks = it.detail.starts_with("Missing");
  if (lacks == path.ends_with(ending)) return {};
  for (const auto* quote : {"'", "\""}) {
    const auto at = it.lines.line(it.number).find(quote + path + quote);
    if (at == npos) continue;
    const auto end = begin_of(it) + at + 1 + path.size();
    return {lacks ? Edit{end, 0, ending} : Edit{end - ending.size(), ending.size(), ""}};
  }
  return {};
}

// `var a = 1` of a function that has `var a` already
Edits set_again(const Found& it) {
  const std::string name(between(it.detail, "'", "'"));
  const auto front = it.code.substr(0, it.at);
  const auto rest = trim(code_at(it).substr(std::min(name.size(), code_at(it).size()), 3));
  const bool alone = front.ends_with("var ") && trim(line_before(it.code, it.at)) == "var" && rest.starts_with('=');
  if (!alone || !contains(it.detail, "is already defined.") || word_at(it.code, it.at) != name) return {};
  const auto statement = it.code.substr(it.at, it.code.find(';', it.at) - it.at);
  return contains(statement, ",") ? Edits{} : Edits{{it.at - 4, 4, ""}};
}

// `'` in the text of an element: "`'` can be escaped with `&apos;`, `&lsquo;`, …"
Edits escaped_entity(const Found& it) {
  struct Row {
    std::string_view sign, entity;
  };
  static constexpr auto entities =
      std::to_array<Row>({{"'", "&apos;"}, {"\"", "&quot;"}, {">", "&gt;"}, {"}", "&#125;"}});
  const auto sign = it.text.substr(it.at, 1);
  const auto row = std::ranges::find(entities, sign, &Row::sign);
  const bool said = row != entities.end() && contains(it.detail, "`" + std::string(sign) + "` can be escaped");
  return said ? Edits{{it.at, 1, std::string(row->entity)}} : Edits{};
}

// `// @ts-ignore` → `// @ts-expect-error`, which complains where there is nothing to ignore
Edits expected_error(const Found& it) {
  const auto at = it.lines.line(it.number).find("@ts-ignore");
  const bool said = contains(it.detail, "@ts-expect-error") && contains(it.detail, "@ts-ignore");
  return at == npos || !said ? Edits{} : Edits{{begin_of(it) + at, 10, "@ts-expect-error"}};
}

// A blank of another kind between the words of a code.
Edits plain_blank(const Found& it) {
  for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xE3\x80\x80", "\xE2\x80\x83", "\xE2\x80\x82"}) {
    if (it.code.substr(it.at, blank.size()) == blank) return {{it.at, blank.size(), " "}};
  }
  return {};
}

using Correct = Edits (*)(const Found&);

struct Row {
  std::string_view rule;
  Correct correct;
};

constexpr auto rows = std::to_array<Row>({{"@typescript-eslint/ban-ts-comment", expected_error},
                                          {"@typescript-eslint/prefer-ts-expect-error", expected_error},
                                          {"import/extensions", file_extension},
                                          {"no-constant-condition", endless_loop},
                                          {"no-debugger", no_debugger},
                                          {"no-irregular-whitespace", plain_blank},
                                          {"no-new-native-nonconstructor", without_new},
                                          {"no-new-symbol", without_new},
                                          {"no-plusplus", plus_one},
                                          {"no-redeclare", set_again},
                                          {"no-unsafe-negation", whole_negated},
                                          {"react/no-unescaped-entities", escaped_entity},
                                          {"use-isnan", ask_nan},
                                          {"valid-typeof", type_name}});

}  // namespace

std::vector<Edit> corrected(const ScriptFinding& found) {
  const auto row = std::ranges::find(rows, found.rule, &Row::rule);
  return row == rows.end() || found.at > found.text.size() ? Edits{} : row->correct(found);
}

}  // namespace regreen
