// rust.complete-type: what Clippy misses in a type for what it has already.
//
//   error: struct `Slots` has a public `len` method, but no `is_empty` method
//   error: struct `Slots` has a public `len` method, but a private `is_empty` method
//   error: trait `Store` has a `len` method but no (possibly inherited) `is_empty` method
//   error: you should consider adding a `Default` implementation for `Slots`
//
// What is added says what is there in another way: `is_empty` asks `len`, the default is what `new` makes. A `len` that does not
// answer a number of things is left.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr auto numbers = std::to_array<std::string_view>(
    {"usize", "u8", "u16", "u32", "u64", "u128", "isize", "i8", "i16", "i32", "i64", "i128"});

/// A source, and where a message points.
struct Spot {
  std::string_view text, code;
  std::size_t at = 0;
};

/// A function: where its line begins, and where what belongs to it ends.
struct Function {
  std::size_t line = 0, name = 0, end = 0;
  std::string parameters, answer;
};

std::optional<Function> function_named(std::string_view code, std::string_view name, std::size_t from, std::size_t to) {
  for (const auto at : words_in(code.substr(0, to), name)) {
    if (at < from || word_before(code, end_of_code_before(code, at)) != "fn") continue;
    const auto open = code.find_first_not_of(' ', at + name.size());
    const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
    const auto body = close == npos ? npos : code.find_first_of("{;", close);
    const auto end = body == npos || code[body] == ';' ? body : closing_bracket(code, body);
    if (end == npos) return std::nullopt;
    const auto arrow = code.substr(close + 1, body - close - 1);
    const auto sign = arrow.find("->");
    return Function{code.rfind('\n', at) + 1, at, end + 1, std::string(trim(code.substr(open + 1, close - open - 1))),
                    sign == npos ? "" : std::string(trim(arrow.substr(sign + 2)))};
  }
  return std::nullopt;
}

// The lines of comments and attributes above a function.
std::vector<std::string_view> lines_above(std::string_view text, std::size_t at) {
  const Lines lines(text);
  std::vector<std::string_view> above;
  for (auto number = lines.number_at(at); number > 1; --number) {
    const auto line = trim(lines.line(number - 1));
    if (!line.starts_with("///") && !line.starts_with("#[")) break;
    above.push_back(line);
  }
  std::ranges::reverse(above);
  return above;
}

bool is_condition(std::string_view line) { return line.starts_with("#[cfg("); }

// Has each condition of what stands at a byte a line of its own, and all of it? What is added can then be built under the same.
bool has_plain_conditions(const Spot& spot, std::size_t at) {
  auto head = head_before(spot.code, at);
  const auto above = lines_above(spot.text, at);
  auto count = std::ranges::count_if(above, [](auto line) { return is_condition(line) && contains(line, ")]"); });
  for (auto found = head.find("#[cfg("); found != npos; found = head.find("#[cfg(", found + 1)) --count;
  return count == 0;
}

// `is_empty` below a `len` that stands on lines of its own, as visible and as documented as it is.
std::vector<Edit> with_is_empty(const Spot& spot, const Function& len) {
  const auto head = trim(spot.code.substr(len.line, len.name - len.line));
  const auto kept = std::to_array<std::string_view>({"fn", "pub fn", "const fn", "pub const fn"});
  const bool is_alone = trim(spot.code.substr(len.end, spot.code.find('\n', len.end) - len.end)).empty();
  const bool counts = is_among(len.answer, numbers);
  if (!is_among(head, kept) || !is_alone || !counts || !len.parameters.ends_with("self") ||
      !has_plain_conditions(spot, len.name))
    return {};
  const std::string end(line_end(spot.text)), indent(indentation(spot.text.substr(len.line)));
  std::string added = end;
  for (const auto line : lines_above(spot.text, len.line)) {
    if (line.starts_with("///") && !contains(added, "///")) added += end + indent + "/// Whether it is empty.";
  }
  for (const auto line : lines_above(spot.text, len.line)) {
    if (line == "#[must_use]" || line == "#[inline]" || is_condition(line)) added += end + indent + std::string(line);
  }
  added += end + indent + std::string(head) + " is_empty(" + len.parameters + ") -> bool {" + end + indent +
           "    self.len() == 0" + end + indent + "}";
  return {{len.end, 0, added}};
}

std::vector<Edit> completed_len(const Spot& spot) {
  const auto block = bracket_around(spot.code, spot.at);
  const auto end = block == npos ? npos : closing_bracket(spot.code, block);
  const auto len = end == npos ? std::nullopt : function_named(spot.code, "len", spot.at, end);
  if (!len || function_named(spot.code, "is_empty", block, end)) return {};
  return with_is_empty(spot, *len);
}

std::vector<Edit> completed_trait(const Spot& spot) {
  const auto open = spot.code.find('{', spot.at);
  const auto end = open == npos ? npos : closing_bracket(spot.code, open);
  const auto len = end == npos ? std::nullopt : function_named(spot.code, "len", open, end);
  if (!len || function_named(spot.code, "is_empty", open, end)) return {};
  return with_is_empty(spot, *len);
}

std::vector<Edit> public_is_empty(const Spot& spot) {
  const auto block = bracket_around(spot.code, spot.at);
  const auto end = block == npos ? npos : closing_bracket(spot.code, block);
  const auto asked = end == npos ? std::nullopt : function_named(spot.code, "is_empty", block, end);
  if (!asked) return {};
  const auto head = spot.code.substr(asked->line, asked->name - asked->line);
  const auto word = head.find_first_not_of(" \t");
  if (trim(head) != "fn" && trim(head) != "const fn") return {};
  return {{asked->line + word, 0, "pub "}};
}

// `impl<T> Slots<T> {` → `impl<T> Default for Slots<T> {` below it.
std::vector<Edit> with_default(const Spot& spot) {
  const auto open = bracket_around(spot.code, spot.at);
  const auto close = open == npos ? npos : closing_bracket(spot.code, open);
  if (close == npos) return {};
  const auto head = trim(head_before(spot.code, open));
  if (!head.starts_with("impl") || contains(head, "#[") || contains(head, " for ") ||
      !has_plain_conditions(spot, spot.at))
    return {};
  const auto types = head.substr(4).starts_with('<') ? closing_angle(head, 4) : 3;
  if (types == npos) return {};
  const auto line = spot.code.rfind('\n', offset_in(spot.code, head)) + 1;
  const std::string end(line_end(spot.text)), indent(indentation(spot.text.substr(line)));
  const std::string front(head.substr(0, types + 1)), type(trim(head.substr(types + 1)));
  if (contains(spot.code, front + " Default for " + type)) return {};
  std::string added = end;
  for (const auto above : lines_above(spot.text, spot.at)) {
    if (is_condition(above)) added += end + indent + std::string(above);
  }
  return {{close + 1, 0,
           added + end + indent + front + " Default for " + type + " {" + end + indent + "    fn default() -> Self {" +
               end + indent + "        Self::new()" + end + indent + "    }" + end + indent + "}"}};
}

struct Finding {
  std::string_view said;
  std::vector<Edit> (*edits)(const Spot& spot);
};

constexpr auto findings = std::to_array<Finding>({
    {"has a public `len` method, but no `is_empty` method", completed_len},
    {"has a public `len` method, but a private `is_empty` method", public_is_empty},
    {"has a `len` method but no (possibly inherited) `is_empty` method", completed_trait},
    {"you should consider adding a `Default` implementation for", with_default},
});

}  // namespace

std::vector<Patch> complete_rust_type(const Patient& patient) {
  Draft draft(patient.tree);
  std::map<std::string, std::vector<Edit>> edits;
  std::set<std::pair<std::string, std::size_t>> seen;
  for (const auto& message : rustc_messages(patient.diagnosis)) {
    const auto* finding =
        std::ranges::find_if(findings, [&](const Finding& one) { return contains(message.header, one.said); });
    const auto file = find_file(patient.tree, message.file);
    const auto text = finding == findings.end() || !file ? std::nullopt : draft.read(*file);
    const auto at = text ? offset_of(*text, message.line, message.column) : std::nullopt;
    if (!at || text->size() > source_bytes_max) continue;
    const auto code = code_only(*text, Speech::rust);
    for (auto& edit : finding->edits({*text, code, *at})) {
      if (seen.emplace(*file, edit.offset).second) edits[*file].push_back(std::move(edit));
    }
  }
  for (auto& [file, all] : edits) draft.edit(file, std::move(all));
  return draft.patches();
}

}  // namespace regreen
