// c.enlarge-buffer: an array of letters that is too short for what is printed into it, by the compiler's own count.
//
//   error: ‘%s’ directive output may be truncated writing up to 63 bytes into a region of size between 32 and 63
//   note: ‘snprintf’ output between 4 and 102 bytes into a destination of size 64
//
//   static char address[64];   →   static char address[102];
//
// Only an array of the function (or a static one of the file) whose length stands there as a number, and that is nowhere
// copied into a place of its old length without asking. Where nobody knows how long the output is, nothing is done.

#include "base/among.h"
#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/language/notes.h"
#include "mend/c/language/source.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t bytes_max = 8192;  // of an array on the stack

/// What a call prints at most, and how much room the compiler sees for it.
struct Output {
  std::size_t most = 0, room = 0;
};

std::optional<std::size_t> number_behind(std::string_view text, std::string_view words) {
  const auto at = text.find(words);
  if (at == npos) return std::nullopt;
  std::size_t number = 0;
  const auto digits = text.substr(at + words.size());
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end != digits.data() ? std::optional(number) : std::nullopt;
}

// "'snprintf' output between 4 and 102 bytes into a destination of size 64", "'sprintf' output 12 bytes into a …"
std::optional<Output> output_said(std::string_view note) {
  const auto room = number_behind(note, " into a destination of size ");
  const auto first = number_behind(note, "' output between ");
  const auto most = first ? number_behind(note, "' output between " + std::to_string(*first) + " and ")
                          : number_behind(note, "' output ");
  if (!room || !most || contains(note, " or more bytes") || *most <= *room) return std::nullopt;
  return Output{*most, *room};
}

/// A call that prints into a named array, and the array's length where it is declared.
struct Buffer {
  std::string_view name;
  std::string_view size;                  ///< as the call gives it; "" where it gives none
  std::size_t length_at = 0, length = 0;  ///< the digits, and what they say
  std::size_t digits = 0;
  std::size_t begin = 0, end = 0;  ///< the code that sees it
};

bool is_letters(std::string_view head) {
  head = trim(head);
  if (head.starts_with("static ")) head = trim(head.substr(7));
  if (word_at(head, 0) != "char") return false;
  return std::ranges::none_of(head, [](char c) { return c == '(' || c == '=' || c == '*'; });
}

// The declaration `char name[64]` that a place sees.
bool find_declaration(std::string_view code, std::size_t call, Buffer& buffer) {
  bool is_found = false;
  for (const auto at : words_in(code.substr(0, call), buffer.name)) {
    const auto open = at + buffer.name.size();
    if (code.substr(open, 1) != "[" || !is_letters(head_before(code, at))) continue;
    const auto close = code.find(']', open);
    const auto digits = close == npos ? std::string_view{} : code.substr(open + 1, close - open - 1);
    const auto length = parse_number(digits);
    const auto block = bracket_around(code, at);
    const auto end = block == npos ? code.size() : closing_bracket(code, block);
    const bool is_static = trim(head_before(code, at)).starts_with("static ");
    if (end == npos || end < call || (block == npos && !is_static) || (block != npos && code[block] != '{')) continue;
    is_found = length && *length > 0 && contains(";,=", code.substr(code.find_first_not_of(" \t\r\n", close + 1), 1));
    if (!is_found) continue;
    buffer.length_at = open + 1;
    buffer.digits = digits.size();
    buffer.length = static_cast<std::size_t>(*length);
    buffer.begin = at;
    buffer.end = end;
  }
  return is_found;
}

// The bracket of the call that an array stands in, around `sizeof text` and `sizeof(text)`; and whether its size is what is asked for.
struct Use {
  std::size_t open = npos;
  bool is_size = false;
};

Use use_at(std::string_view code, std::size_t at) {
  const auto is_asked = [&](std::size_t end) { return word_before(code, end_of_code_before(code, end)) == "sizeof"; };
  const auto open = bracket_around(code, at);
  const bool in_brackets = open != npos && code[open] == '(' && is_asked(open);
  return {in_brackets ? bracket_around(code, open) : open, in_brackets || is_asked(at)};
}

// Does a call only fill the array, as far as it goes? Others copy as much, or write records of its length.
bool is_filled(std::string_view code, std::size_t open, std::string_view name) {
  constexpr auto fillers = std::to_array<std::string_view>(
      {"snprintf", "vsnprintf", "memset", "fgets", "strncpy", "strlcpy", "strlcat", "strftime"});
  if (open == npos || code[open] != '(') return false;
  const auto function = word_before(code, end_of_code_before(code, open));
  const auto first = code.find_first_not_of(" \t\r\n", open + 1);
  const auto next = first == npos ? npos : code.find_first_not_of(" \t\r\n", first + name.size());
  return is_among(function, fillers) && word_at(code, first) == name && next != npos && code[next] == ',';
}

// Is it copied to where as much fits as it held before, or is its length that of something else?
bool is_copied(std::string_view code, const Buffer& buffer) {
  constexpr auto copies = std::to_array<std::string_view>(
      {"strcpy", "strcat", "stpcpy", "memcpy", "memmove", "sprintf", "bcopy", "wcscpy", "mempcpy"});
  return std::ranges::any_of(words_in(code, buffer.name), [&](auto at) {
    if (at < buffer.begin || at > buffer.end) return false;
    const auto [open, is_size] = use_at(code, at);
    if (is_size) return !is_filled(code, open, buffer.name);
    if (open == npos || code[open] != '(') return false;
    const auto name = word_before(code, end_of_code_before(code, open));
    return is_among(name, copies) && code.find_first_not_of(" \t\r\n", open + 1) != at;
  });
}

std::optional<Buffer> buffer_of(std::string_view code, std::size_t call) {
  const auto name = word_at(code, call);
  const auto open = code.find_first_not_of(" \t", call + name.size());
  const auto close = open == npos || code[open] != '(' ? npos : closing_bracket(code, open);
  if (close == npos || !contains(name, "printf")) return std::nullopt;
  const auto items = items_of(code.substr(open + 1, close - open - 1), Speech::c);
  if (items.size() < 2 || !is_identifier(items[0])) return std::nullopt;
  Buffer buffer{.name = items[0], .size = contains(name, "snprintf") ? items[1] : std::string_view{}};
  if (!find_declaration(code, call, buffer) || is_copied(code, buffer)) return std::nullopt;
  const bool says_length = buffer.size.empty() || buffer.size.starts_with("sizeof") ||
                           parse_number(buffer.size) == static_cast<long>(buffer.length);
  return says_length ? std::optional(buffer) : std::nullopt;
}

/// The lengths that the arrays of a file need, and what else changes.
struct Wanted {
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> lengths;  ///< at a place: of so many digits, so many bytes
  std::set<std::size_t> sizes;                                         ///< literal sizes of calls
  std::vector<Edit> edits;
};

// How much of the array a call leaves alone: 1 of `sizeof text - 1`.
std::size_t bytes_spared(std::string_view size) {
  const auto minus = size.rfind('-');
  const auto spared = minus == npos ? std::nullopt : parse_number(trim(size.substr(minus + 1)));
  return spared && *spared > 0 ? static_cast<std::size_t>(*spared) : 0;
}

void want(std::string_view code, std::size_t call, const Output& output, Wanted& wanted) {
  const auto buffer = buffer_of(code, call);
  if (!buffer || output.room + bytes_spared(buffer->size) != buffer->length) return;
  const auto needed = buffer->length + output.most - output.room;
  if (needed > bytes_max) return;
  auto& length = wanted.lengths.try_emplace(buffer->length_at, buffer->digits, 0).first->second;
  length.second = std::max(length.second, needed);
  const auto size_at = offset_in(code, buffer->size);
  if (!buffer->size.empty() && parse_number(buffer->size) && wanted.sizes.insert(size_at).second)
    wanted.edits.push_back({size_at, buffer->size.size(), "sizeof " + std::string(buffer->name)});
}

}  // namespace

std::vector<Patch> enlarge_c_buffer(const Patient& patient) {
  std::map<std::string, Wanted> by_file;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& note : notes_below(patient.tree, occurrence, {" into a destination of size "})) {
      const auto output = output_said(plain_quotes(note.text));
      if (!output || !note.place || !is_c_family(note.place->file) || is_foreign(note.place->file)) continue;
      const auto text = patient.tree.read(note.place->file);
      const auto call = text ? offset_of(*text, note.place->line, note.place->column) : std::nullopt;
      if (call && text->size() <= source_bytes_max)
        want(code_only(*text, Speech::c), *call, *output, by_file[note.place->file]);
    }
  }
  Draft draft(patient.tree);
  for (auto& [file, wanted] : by_file) {
    for (const auto& [at, length] : wanted.lengths)
      wanted.edits.push_back({at, length.first, std::to_string(length.second)});
    draft.edit(file, std::move(wanted.edits));
  }
  return draft.patches();
}

}  // namespace regreen
