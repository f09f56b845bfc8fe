#include "mend/rust/code/type_gap.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// The types of a message: what is wanted, and what is there.
struct Types {
  std::string wanted, found;
};

/// What is written around a value of one type to make it another.
struct Bridge {
  std::string_view wanted, found, before, behind;
};

constexpr auto bridges = std::to_array<Bridge>({
    {"&str", "String", "&", ""},
    {"&Path", "PathBuf", "&", ""},
    {"&str", "&&str", "*", ""},
    {"String", "&&str", "", ".to_string()"},
    {"&Path", "&str", "", ".as_ref()"},
    {"&Path", "&String", "", ".as_ref()"},
    {"Path", "str", "", ".as_ref()"},
    {"Path", "String", "", ".as_ref()"},
    {"PathBuf", "&str", "", ".into()"},
    {"PathBuf", "String", "", ".into()"},
    {"Box<str>", "&str", "", ".into()"},
    {"Box<str>", "String", "", ".into()"},
    {"Arc<str>", "&str", "", ".into()"},
    {"Arc<str>", "String", "", ".into()"},
    {"Rc<str>", "&str", "", ".into()"},
    {"Rc<str>", "String", "", ".into()"},
});

// Types of numbers and those that hold every value of theirs.
struct Wider {
  std::string_view from, to;
};

constexpr auto widenings = std::to_array<Wider>({
    {"u8", "u16 u32 u64 u128 usize i16 i32 i64 i128 isize f32 f64"},
    {"u16", "u32 u64 u128 usize i32 i64 i128 f32 f64"},
    {"u32", "u64 u128 i64 i128 f64"},
    {"u64", "u128 i128"},
    {"i8", "i16 i32 i64 i128 isize f32 f64"},
    {"i16", "i32 i64 i128 isize f32 f64"},
    {"i32", "i64 i128 f64"},
    {"i64", "i128"},
    {"f32", "f64"},
});

constexpr auto smart_pointers = std::to_array<std::string_view>({"Arc", "Rc", "Box", "Mutex", "RwLock", "RefCell"});

// "expected struct `String`, found `&str`" → the types
Types types_of(const RustcMessage& message) {
  const auto quoted = all_quoted(message.label);
  if (quoted.size() < 2 || !message.label.starts_with("expected ")) return {};
  return {quoted[0], quoted[1]};
}

// "expected enum `Option<u32>`", "found enum `Option<&u32>`" of the note below
Types noted_types(const RustcMessage& message) { return {message.noted_wanted, message.noted_found}; }

bool is_wider(std::string_view wanted, std::string_view found) {
  const auto row = std::ranges::find(widenings, found, &Wider::from);
  return row != widenings.end() && !words_in(row->to, wanted).empty();
}

// Can a method be called on the text, or a sign be written before it, without brackets?
bool is_one_value(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (contains("([{", text.substr(at, 1))) ++depth;
    if (contains(")]}", text.substr(at, 1))) --depth;
    if (depth == 0 && contains(" \t\n+-*/%<>=|^;,", text.substr(at, 1))) return false;
  }
  return !text.empty() && text[0] != '&' && text[0] != '!';
}

/// A value that a message marks.
struct Value {
  std::size_t at = 0, end = 0;
  std::string_view text;  ///< without the insides of literals
};

std::optional<Value> value_at(const RustText& source, const RustcMessage& message) {
  const auto at = place_in(source, message);
  if (!at || *at + message.width > source.lines.end(message.line)) return std::nullopt;
  return Value{*at, *at + message.width, std::string_view(source.code).substr(*at, message.width)};
}

std::vector<Edit> around(const Value& value, std::string before, std::string behind) {
  std::vector<Edit> edits;
  if (!before.empty()) edits.push_back({value.at, 0, std::move(before)});
  if (!behind.empty()) edits.push_back({value.end, 0, std::move(behind)});
  return edits;
}

// `Arc::new(name)` where an `Arc<String>` is wanted and a `String` is there
std::vector<Edit> held(const Value& value, const Types& types) {
  const auto open = types.wanted.find('<');
  if (open == npos || !types.wanted.ends_with('>')) return {};
  const auto holder = types.wanted.substr(0, open);
  const bool is_held = types.wanted.substr(open + 1, types.wanted.size() - open - 2) == types.found;
  if (!is_held || !is_among(holder, smart_pointers)) return {};
  return around(value, holder + "::new(", ")");
}

// What an Option or a list of references holds, itself.
std::vector<Edit> cloned(const Value& value, const Types& types) {
  if (!types.wanted.starts_with("Option<") || !is_one_value(value.text)) return {};
  const auto inner = types.wanted.substr(7);
  if (types.found == "Option<&" + inner) return around(value, "", ".cloned()");
  if (inner == "String>" && types.found == "Option<&str>") return around(value, "", ".map(str::to_string)");
  return {};
}

// `?` behind a Result or Option in a function that answers such.
std::vector<Edit> passed_on(const RustText& source, const Value& value, const Types& types) {
  const std::string_view code = source.code;
  for (const std::string_view kind : {"Result<", "Option<"}) {
    const auto inner = types.found.starts_with(kind) ? types.found.substr(kind.size()) : "";
    if (inner.empty() || types.wanted.empty() || !inner.starts_with(types.wanted) ||
        !contains(",>", inner.substr(types.wanted.size(), 1)) || !value.text.ends_with(')'))
      continue;
    const auto before = words_in(code.substr(0, value.at), "fn");
    if (before.empty()) return {};
    const auto head = code.substr(before.back(), code.find('{', before.back()) - before.back());
    const auto arrow = head.rfind("->");
    return arrow != npos && contains(head.substr(arrow), kind.substr(0, 6)) ? around(value, "", "?")
                                                                            : std::vector<Edit>{};
  }
  return {};
}

// `2` of `x * 2` where x is a float: written as one.
std::vector<Edit> as_float(const RustText& source, const RustcMessage& message) {
  const auto types = all_quoted(message.header);
  const auto at = place_in(source, message);
  if (!at || types.size() < 2 || !message.header.starts_with("error[E0277]: cannot ")) return {};
  const bool is_first = types[0] == "{integer}", is_second = types[1] == "{integer}";
  const auto other = is_first ? types[1] : types[0];
  if (is_first == is_second || (other != "f64" && other != "f32" && other != "{float}")) return {};
  const auto is_digit = [&](std::size_t place) {
    return place < source.code.size() && source.code[place] >= '0' && source.code[place] <= '9';
  };
  const auto right = source.code.find_first_not_of(" \t", *at + message.width);
  auto right_end = right;
  while (is_digit(right_end)) ++right_end;
  const auto left_end = end_of_code_before(source.code, *at);
  auto left = left_end;
  while (left > 0 && is_digit(left - 1)) --left;
  const auto is_whole = [&](std::size_t begin, std::size_t end) {
    const bool is_open = begin == 0 || (!is_word_byte(source.code[begin - 1]) && source.code[begin - 1] != '.');
    return begin < end && is_open &&
           !(end < source.code.size() && (is_word_byte(source.code[end]) || source.code[end] == '.'));
  };
  const bool on_right = is_whole(right, right_end), on_left = is_whole(left, left_end);
  if (on_right == on_left) return {};
  return {{on_right ? right_end : left_end, 0, ".0"}};
}

std::vector<Edit> bridged(const Value& value, const Types& types) {
  if (types.wanted.empty() || types.wanted == types.found) return {};
  const bool is_one = is_one_value(value.text);
  if (types.wanted == "u8" && types.found == "char" && value.text.starts_with('\'')) return around(value, "b", "");
  if (is_wider(types.wanted, types.found)) return around(value, types.wanted + "::from(", ")");
  for (const auto& row : bridges) {
    if (row.wanted == types.wanted && row.found == types.found && is_one)
      return around(value, std::string(row.before), std::string(row.behind));
  }
  if (auto edits = held(value, types); !edits.empty()) return edits;
  return cloned(value, types);
}

// "can't compare `&u32` with `u32`": the carets mark the operator, a plain name stands beside it.
std::vector<Edit> compared(const RustText& source, const RustcMessage& message) {
  const auto types = all_quoted(message.header);
  const auto at = place_in(source, message);
  if (!at || types.size() < 2 || !contains(message.header, "can't compare `")) return {};
  const auto is_path = [](char c) { return is_word_byte(c) || c == '.'; };
  std::size_t begin = npos;
  if (types[0] == "&" + types[1]) {
    begin = end_of_code_before(source.code, *at);
    while (begin > 0 && is_path(source.code[begin - 1])) --begin;
  } else if (types[1] == "&" + types[0]) {
    begin = source.code.find_first_not_of(" \t", *at + message.width);
  }
  if (begin == npos || begin >= source.code.size() || !is_path(source.code[begin])) return {};
  const auto before = source.code.substr(begin == 0 ? 0 : begin - 1, 1);
  return contains(")]*&", before) ? std::vector<Edit>{} : std::vector<Edit>{{begin, 0, "*"}};
}

// `Ok(())` at the end of a function that answers Result<(), …> and ends without a value: the carets mark its type.
std::vector<Edit> with_ok(const RustText& source, const Value& value, const Types& types) {
  const auto arrow = end_of_code_before(source.code, value.at);
  if (!types.wanted.starts_with("Result<()") || types.found != "()" || !source.code.substr(0, arrow).ends_with("->"))
    return {};
  const auto open = source.code.find_first_of("{;", value.end);
  const auto close = open == std::string::npos || source.code[open] == ';' ? npos : closing_bracket(source.code, open);
  if (close == npos) return {};
  const auto last = end_of_code_before(source.code, close);
  const auto number = source.lines.number_at(close);
  if (last <= open + 1 || source.code.substr(0, last).ends_with("Ok(())") || source.lines.number_at(last - 1) >= number)
    return {};
  const std::string indent(indentation(source.lines.line(source.lines.number_at(last - 1))));
  return {{source.lines.begin(number), 0, indent + "Ok(())" + std::string(line_end(source.text))}};
}

}  // namespace

std::vector<Edit> bridged_types(const RustText& source, const RustcMessage& message) {
  if (message.header.starts_with("error[E0277]")) {
    auto edits = compared(source, message);
    return edits.empty() ? as_float(source, message) : edits;
  }
  if (contains(message.header, "arguments to this")) return {};  // the carets mark the function
  const auto value = message.header.starts_with("error[E0308]") ? value_at(source, message) : std::nullopt;
  if (!value) return {};
  if (message.label == "types differ in mutability") {
    const bool is_shared = value->text.starts_with('&') && !value->text.starts_with("&mut");
    return is_shared ? std::vector<Edit>{{value->at + 1, 0, "mut "}} : std::vector<Edit>{};
  }
  if (auto edits = bridged(*value, types_of(message)); !edits.empty()) return edits;
  if (auto edits = bridged(*value, noted_types(message)); !edits.empty()) return edits;
  if (auto edits = with_ok(source, *value, noted_types(message)); !edits.empty()) return edits;
  return passed_on(source, *value, noted_types(message));
}

}  // namespace regreen
