// rust.write-for-edition: what an older edition let one leave out, or write otherwise.
//
//   error[E0782]: trait objects must include the `dyn` keyword        &mut Sink      → &mut dyn Sink
//   error[E0783]: `...` range patterns are not allowed                0...9          → 0..=9
//   error: extern blocks must be unsafe                               extern "C" {   → unsafe extern "C" {
//   error: use of deprecated `try` macro                              try!(f())      → f()?
//   note: anonymous parameters are removed in the 2018 edition        fn f(u8);      → fn f(_: u8);
//   note: `use` statements changed in Rust 2018                       use a::x;      → use crate::a::x;
//   error: unsafe attribute used without unsafe                       #[no_mangle]   → #[unsafe(no_mangle)]
//
// The meaning stays that of the older edition. rustc proposes generic parameters for some of them, which is another interface;
// a trait that is passed or returned by value never was a trait object, and is left.

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

namespace regreen {
namespace {

/// A source as rustc reads it, and where a message points.
struct Spot {
  std::string_view code;
  std::size_t begin = 0, end = 0;  ///< of what is marked, on its first line
};

constexpr auto npos = std::string_view::npos;

using Edits = std::vector<Edit>;

// `&'a Step`: what stands before the trait, without the lifetime.
std::string_view without_lifetime(std::string_view before) {
  before = trim(before);
  auto name = before.size();
  while (name > 0 && is_word_byte(before[name - 1])) --name;
  return name > 0 && name < before.size() && before[name - 1] == '\'' ? trim(before.substr(0, name - 1)) : before;
}

// Does a head end with the list of types of an impl: `impl<'a> Q<'a>`'s first?
bool ends_with_types(std::string_view head) {
  const auto words = words_in(head, "impl");
  const auto open = words.empty() ? npos : words.back() + 4;
  return open != npos && head.substr(open).starts_with('<') && closing_angle(head, open) + 1 == head.size();
}

// Is it behind a pointer, or in a place where any type may stand?
bool may_be_unsized(std::string_view head) {
  constexpr auto places = std::to_array<std::string_view>({"<", "&", "(", ",", "=", "impl", "for", "mut", "const"});
  const auto before = without_lifetime(head);
  return ends_with_types(head) || std::ranges::any_of(places, [&](auto place) { return before.ends_with(place); });
}

Edits with_dyn(const Spot& spot) {
  const auto trait = spot.code.substr(spot.begin, spot.end - spot.begin);
  const auto head = trim(head_before(spot.code, spot.begin));
  if (word_at(trait, 0).empty() || word_at(trait, 0) == "dyn" || word_before(head, head.size()) == "dyn") return {};
  if (spot.code.substr(spot.end, 2) == "::") return {{spot.begin, 0, "<dyn "}, {spot.end, 0, ">"}};
  if (!may_be_unsized(head)) return {};
  const bool is_pointed_at = without_lifetime(head).ends_with('&') || head.ends_with("mut") || head.ends_with("const");
  if (is_pointed_at && contains(trait, "+")) return {{spot.begin, 0, "(dyn "}, {spot.end, 0, ")"}};
  return {{spot.begin, 0, "dyn "}};
}

Edits with_inclusive_range(const Spot& spot) {
  const auto dots = spot.code.find("...", spot.begin);
  return dots != npos && dots < spot.end ? Edits{{dots, 3, "..="}} : Edits{};
}

Edits with_unsafe(const Spot& spot) {
  const bool opens = word_at(spot.code, spot.begin) == "extern";
  const bool is_unsafe = word_before(spot.code, end_of_code_before(spot.code, spot.begin)) == "unsafe";
  return opens && !is_unsafe ? Edits{{spot.begin, 0, "unsafe "}} : Edits{};
}

// Does what is called need no brackets before a `?`: `file.read(&mut text)`, and not `*file` or `a + b`?
bool is_chain(std::string_view value) {
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (contains("([{", value.substr(at, 1))) {
      at = closing_bracket(value, at);
      if (at == std::string_view::npos) return false;
    } else if (!is_word_byte(value[at]) && !contains(".:!?\" \n\t\r", value.substr(at, 1))) {
      return false;
    }
  }
  return !value.empty() && word_at(value, 0) != "match" && word_at(value, 0) != "if" && word_at(value, 0) != "return";
}

// `try!(file.read())` → `file.read()?`
Edits with_question_mark(const Spot& spot) {
  const auto open = spot.code.substr(spot.begin, 5) == "try!(" ? spot.begin + 4 : std::string_view::npos;
  const auto close = open == std::string_view::npos ? open : closing_bracket(spot.code, open);
  if (close == std::string_view::npos || word_before(spot.code, spot.begin) == "r") return {};
  if (is_chain(trim(spot.code.substr(open + 1, close - open - 1)))) return {{spot.begin, 5, ""}, {close, 1, "?"}};
  return {{spot.begin, 4, ""}, {close + 1, 0, "?"}};
}

// `#[no_mangle]`, `#[cfg_attr(unix, export_name = "f")]`: marked is the name, wrapped all that belongs to it.
Edits with_unsafe_around(const Spot& spot) {
  const auto name = word_at(spot.code, spot.begin);
  const auto end = spot.code.find_first_of(",)]", spot.begin);
  if (name.empty() || name == "unsafe" || end == npos) return {};
  return {{spot.begin, 0, "unsafe("}, {end_of_code_before(spot.code, end), 0, ")"}};
}

struct Change {
  std::string_view said;
  Edits (*edits)(const Spot& spot);
};

constexpr auto changes = std::to_array<Change>({
    {"trait objects must include the `dyn` keyword", with_dyn},
    {"trait objects without an explicit `dyn` are deprecated", with_dyn},
    {"expected a type, found a trait", with_dyn},
    {"`...` range patterns are", with_inclusive_range},
    {"extern blocks must be unsafe", with_unsafe},
    {"use of deprecated `try` macro", with_question_mark},
    {"unsafe attribute used without unsafe", with_unsafe_around},
});

// `use a::x;` → `use crate::a::x;`, where rustc knows the path.
Edits with_crate(const RustcMessage& message, const Spot& spot) {
  const auto word = word_at(spot.code, spot.begin);
  const auto path = "`crate::" + std::string(word) + "`";
  const bool is_known = contains(message.inline_help, "a similar path exists: " + path) ||
                        std::ranges::any_of(message.helps, [&](const RustcHelp& help) {
                          return contains(help.text, "a similar path exists") && help.lines.size() == 1 &&
                                 contains(help.lines[0].text, "crate::" + std::string(word));
                        });
  const bool is_path = trim(line_before(spot.code, spot.begin)).ends_with("use") && !word.empty() && word != "crate";
  return is_known && is_path ? Edits{{spot.begin, 0, "crate::"}} : Edits{};
}

bool is_type(std::string_view name) {
  constexpr auto plain =
      std::to_array<std::string_view>({"bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16",
                                       "i32", "i64", "i128", "isize", "f32", "f64"});
  return is_among(name, plain) || (!name.empty() && name[0] >= 'A' && name[0] <= 'Z');
}

// `fn f(&self, u8)` of a trait → `fn f(&self, _: u8)`: the place is that of the help's plus signs.
Edits with_name(const RustcMessage& message, std::string_view text, std::string_view code) {
  for (const auto& help : message.helps) {
    const bool is_meant = contains(help.text, "explicitly ignore the parameter name") && help.lines.size() == 1;
    const auto plus = is_meant ? help.lines[0].marks.find("++") : std::string::npos;
    const auto at = plus == std::string::npos ? std::nullopt : offset_of(text, help.lines[0].number, plus + 1);
    if (at && is_type(word_at(code, *at))) return {{*at, 0, "_: "}};
  }
  return {};
}

Edits edits_for(const RustcMessage& message, std::string_view text, std::string_view code) {
  const auto* change =
      std::ranges::find_if(changes, [&](const Change& one) { return contains(message.header, one.said); });
  const auto begin = offset_of(text, message.line, message.column);
  if (!begin) return {};
  if (contains(message.header, "unresolved import")) return with_crate(message, {code, *begin, *begin});
  if (contains(message.header, "expected one of")) return with_name(message, text, code);
  if (change == changes.end()) return {};
  const auto line_end = std::min(code.find('\n', *begin), code.size());
  const bool is_range = change->edits == with_inclusive_range;  // marked only at its ends
  return change->edits({code, *begin, is_range ? line_end : std::min(*begin + message.width, line_end)});
}

}  // namespace

std::vector<Patch> write_rust_for_edition(const Patient& patient) {
  std::map<std::string, std::vector<RustcMessage>> by_file;
  for (auto& message : rustc_messages(patient.diagnosis)) {
    const auto file = find_file(patient.tree, message.file);
    if (file && file->ends_with(".rs")) by_file[*file].push_back(std::move(message));
  }
  Draft draft(patient.tree);
  for (const auto& [file, messages] : by_file) {
    const auto text = draft.read(file);
    if (!text) continue;
    const auto code = code_only(*text, Speech::rust);
    Edits edits;
    for (const auto& message : messages) {
      for (auto& edit : edits_for(message, *text, code)) {
        if (std::ranges::find(edits, edit.offset, &Edit::offset) == edits.end()) edits.push_back(std::move(edit));
      }
    }
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
