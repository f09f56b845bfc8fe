#include "mend/rust/language/rustc_message.h"

#include "base/text.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string::npos;

bool is_header(std::string_view line) { return line.starts_with("error") || line.starts_with("warning"); }

std::size_t number_of(std::string_view text) { return static_cast<std::size_t>(line_number(trim(text)).value_or(0)); }

// "  --> src/lib.rs:11:27"
void read_place(std::string_view line, RustcMessage& message) {
  const auto arrow = line.find("--> ");
  if (arrow == npos || !message.file.empty() || !trim(line.substr(0, arrow)).empty()) return;
  const auto parts = split(line.substr(arrow + 4), ':');
  if (parts.size() < 3) return;
  message.column = number_of(parts[parts.size() - 1]);
  message.line = number_of(parts[parts.size() - 2]);
  message.file = join({parts.begin(), parts.end() - 2}, ":");
}

// "12 | text", "12 + text", "12 - text"
std::optional<RustcLine> numbered_line(std::string_view line) {
  const auto digit = line.find_first_not_of(' ');
  const auto end = digit == npos ? npos : line.find_first_not_of("0123456789", digit);
  if (end == npos || end == digit) return std::nullopt;
  const auto sign = line.find_first_not_of(' ', end);
  if (sign == npos || !contains("|+-~", line.substr(sign, 1))) return std::nullopt;
  return RustcLine{number_of(line.substr(digit, end - digit)), line[sign],
                   std::string(line.substr(std::min(sign + 2, line.size()))), ""};
}

// What stands behind the bar of a line without number.
std::optional<std::string_view> behind_bar(std::string_view line) {
  const auto bar = line.find_first_not_of(' ');
  if (bar == npos || line[bar] != '|') return std::nullopt;
  return line.substr(std::min(bar + 2, line.size()));
}

// The run of marks that begins at a place of a row.
std::size_t marks_at(std::string_view row, std::size_t at) {
  if (at >= row.size() || !contains("-^", row.substr(at, 1))) return 0;
  const auto end = row.find_first_not_of(row[at], at);
  return (end == npos ? row.size() : end) - at;
}

// "----- help: …" under line `number`; or "|   help: …" below the marks that it hangs from
void read_inline_help(std::string_view row, std::size_t number, RustcMessage& message) {
  const auto help = row.find("help: ");
  if (help == npos || !message.inline_help.empty()) return;
  message.inline_help = row.substr(help + 6);
  const auto marks = trim(row.substr(0, help));
  const auto begin = marks.find_last_not_of("-^");
  auto width = begin == npos ? marks.size() : marks.size() - begin - 1;
  auto column = static_cast<std::size_t>(marks.end() - row.begin()) - width + 1;
  if (width == 0) width = marks_at(message.mark_row, help), column = help + 1;
  if (width == 0 || number == 0) return;
  message.help_line = number;
  message.help_width = width;
  message.help_column = column - std::min(message.shift, column);
}

// "^^^^ expected struct `String`, found `&str`", "types differ in mutability"
void read_label(std::string_view row, RustcMessage& message) {
  if (!message.label.empty()) return;
  const auto at = row.find("expected ");
  if (at != npos && contains(row.substr(at), ", found ")) message.label = row.substr(at);
  if (contains(row, "types differ in mutability")) message.label = "types differ in mutability";
}

// "   = note: expected enum `Option<u32>`", and below "found enum `Option<&u32>`"
void read_noted_types(std::string_view line, RustcMessage& message) {
  if (contains(line, "= note:") && contains(line, " expected ") && message.noted_wanted.empty()) {
    const auto open = line.find('`'), close = line.rfind('`');
    if (open != npos && close > open) message.noted_wanted = line.substr(open + 1, close - open - 1);
  } else if (trim(line).starts_with("found ") && message.noted_found.empty()) {
    const auto open = line.find('`'), close = line.rfind('`');
    if (open != npos && close > open) message.noted_found = line.substr(open + 1, close - open - 1);
  }
}

void read_caret_row(std::string_view row, std::size_t number, RustcMessage& message) {
  const auto caret = row.find('^');
  if (caret != npos && message.width == 1)
    message.width =
        row.find_first_not_of('^', caret) == npos ? row.size() - caret : row.find_first_not_of('^', caret) - caret;
  if (caret != npos && number == message.line && caret + 1 > message.column) message.shift = caret + 1 - message.column;
  read_inline_help(row, number, message);
  read_label(row, message);
  const auto first = row.find_first_not_of(" |");
  if (first != npos && contains("-^", row.substr(first, 1))) message.mark_row = row;
}

// "  --> src/lib.rs:1:1", "  ::: /rustc/library/core/src/ops.rs:361:0" below a help
void read_place_of_help(std::string_view line, RustcMessage& message) {
  const auto mark = std::min(line.find("--> "), line.find("::: "));
  if (message.helps.empty() || mark == npos || !trim(line.substr(0, mark)).empty()) return;
  const auto parts = split(line.substr(mark + 4), ':');
  message.helps.back().file = join({parts.begin(), parts.end() - (parts.size() > 2 ? 2 : 0)}, ":");
}

// `number` is that of the line of source above.
void read_line(std::string_view line, std::size_t& number, RustcMessage& message) {
  read_place(line, message);
  read_noted_types(line, message);
  read_place_of_help(line, message);
  if (line.starts_with("help: ")) {
    message.helps.push_back({std::string(line.substr(6)), {}});
    return;
  }
  if (line.starts_with("note: ")) message.helps.push_back({"", {}, {}, std::string(line.substr(6))});
  if (auto numbered = numbered_line(line)) {
    number = numbered->number;
    if (message.helps.empty() && number == message.line) message.shown = numbered->text;
    if (!message.helps.empty()) message.helps.back().lines.push_back(std::move(*numbered));
    return;
  }
  const auto row = behind_bar(line);
  if (!row) return;
  if (message.helps.empty()) {
    read_caret_row(*row, number, message);
  } else if (!message.helps.back().lines.empty() && !trim(*row).empty()) {
    message.helps.back().lines.back().marks = *row;
  }
}

bool ends(std::string_view line) {
  return is_header(line) || line.starts_with("For more information") || line.starts_with("Some errors have") ||
         contains(line, "could not compile");
}

}  // namespace

std::vector<RustcMessage> rustc_messages(const Diagnosis& diagnosis) {
  std::vector<RustcMessage> messages;
  for (const auto& occurrence : occurrences_of(diagnosis)) {
    const auto lines = lines_of(occurrence);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!lines[i].starts_with("error")) continue;
      RustcMessage message;
      message.header = lines[i];
      std::size_t last = i + 1, number = 0;
      for (; last < lines.size() && !ends(lines[last]); ++last) read_line(lines[last], number, message);
      if (message.file.empty()) continue;
      const auto same = std::ranges::find(messages, message);
      if (same == messages.end()) {
        messages.push_back(std::move(message));
      } else if (message.helps.size() > same->helps.size() ||
                 (message.helps.size() == same->helps.size() && last < lines.size())) {
        *same = std::move(message);  // this time it was not cut off
      }
    }
  }
  return messages;
}

std::optional<TreePlace> rustc_place(const Tree& tree, const Occurrence& occurrence) {
  RustcMessage message;
  if (!occurrence.after.empty()) read_place(occurrence.after.front(), message);
  if (!message.file.empty()) {
    auto file = find_file(tree, message.file);
    return file ? std::optional(TreePlace{std::move(*file), message.line, message.column}) : std::nullopt;
  }
  const auto places = places_of(tree, occurrence);
  return places.empty() ? std::nullopt : std::optional(places.front());
}

bool is_rust_path(std::string_view type) {
  return !type.empty() && std::ranges::all_of(type, [](char c) { return is_word_byte(c) || c == ':'; });
}

std::string last_part(std::string_view path) { return std::string(path.substr(path.rfind(':') + 1)); }

}  // namespace regreen
