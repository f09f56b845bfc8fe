// text.restore-utf8: the newest commit stored a file in another charset than UTF-8, which it was in before, and what reads it fails at its
// first byte that is none. Which charset it is, the lines tell that the commit left as they were.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/line_ends.h"
#include "mend/place.h"
#include "mend/text/charsets.h"
#include "mend/text/fixers.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t chunk_bytes = 8192;            // Python reads text so, and counts from the start of the chunk
constexpr std::size_t reader_bytes_max = 256 << 10;  // of a file that may say how another one is read

// Words by which programs and settings name such charsets, in lower case.
constexpr auto charset_words =
    std::to_array<std::string_view>({"cp125", "windows-125", "windows125", "latin-1", "latin1", "latin_1", "iso-8859",
                                     "iso8859", "iso_8859", "cp850", "koi8", "macroman", "mac_roman", "mac-roman"});

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Lines with characters beyond ASCII: by them charsets differ.
std::set<std::string_view> telling_lines(std::string_view text) {
  std::set<std::string_view> lines;
  for (auto line : split_lines(text)) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_ascii(line)) lines.insert(line);
  }
  return lines;
}

/// What a file says today, and how many lines of it are as they were.
struct Reading {
  std::string text;
  std::size_t kept = 0;
};

// The one text that keeps most of the lines; nothing where no line tells, or two texts keep as many.
std::optional<std::string> text_of(std::string_view before, std::string_view today) {
  const auto told = telling_lines(before);
  std::vector<Reading> best(1);
  for (auto& text : readings_of(today)) {
    const auto lines = telling_lines(text);
    const auto kept =
        static_cast<std::size_t>(std::ranges::count_if(told, [&](auto line) { return lines.contains(line); }));
    if (kept < best.front().kept) continue;
    if (kept > best.front().kept) best.clear();
    if (best.empty() || best.front().text != text) best.push_back({std::move(text), kept});
  }
  return best.size() == 1 && best.front().kept > 0 ? std::optional(best.front().text) : std::nullopt;
}

// Does a file that the commit changed, as the data itself, one that names it, or the settings of editors and git want another charset?
bool is_wanted_otherwise(const Patient& patient, const std::string& path) {
  return std::ranges::any_of(patient.tree.list(), [&](const std::string& other) {
    const auto text = patient.tree.read(other);
    if (!text || text->size() > reader_bytes_max) return false;
    const auto plain = lower(*text);
    const bool concerns = name_of(other) == ".editorconfig" || name_of(other) == ".gitattributes" ||
                          patient.last_commit.before.contains(other) || contains(*text, name_of(path));
    return concerns && std::ranges::any_of(charset_words, [&](auto word) { return contains(plain, word); });
  });
}

// Does the file fail as the log says: at that byte, in that position? What does not say so may mean any.
bool fails_so(const Occurrence& occurrence, std::string_view today, std::size_t first) {
  const auto byte = capture(occurrence, "code");
  const auto position = parse_number(between(occurrence.at.text, " in position ", ":"));
  unsigned value = 0;
  if (byte.starts_with("0x")) std::from_chars(byte.data() + 2, byte.data() + byte.size(), value, 16);
  if (value != static_cast<unsigned char>(today[first]) || !position || *position < 0) return false;
  const auto told = static_cast<std::size_t>(*position);
  return told == first || (told < chunk_bytes && told == first % chunk_bytes);
}

}  // namespace

std::vector<Patch> restore_utf8(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& [path, before] : patient.last_commit.before) {
    const auto today = before ? patient.tree.read(path) : std::nullopt;
    const auto first = today ? first_no_utf8(*today) : std::nullopt;
    if (!first || first_no_utf8(*before)) continue;
    const auto is_meant = [&](const auto& one) { return fails_so(one, *today, *first); };
    if (std::ranges::none_of(occurrences_of(patient.diagnosis), is_meant) || is_wanted_otherwise(patient, path))
      continue;
    if (auto text = text_of(*before, *today)) draft.write(path, std::move(*text));
  }
  return draft.patches();
}

}  // namespace regreen
