// text.restore-utf8: the newest commit stored a file in another charset than UTF-8, which it was in before, and what reads it fails at its
// first byte that is none. Which charset it is, the lines tell that the commit left as they were. Where only some lines are stored so,
// no one text is right for all of them.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/kind.h"
#include "mend/line_ends.h"
#include "mend/place.h"
#include "mend/text/charsets.h"
#include "mend/text/fixers.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t chunk_bytes = 8192;            // Python reads text so, and counts from the start of the chunk
constexpr std::size_t reader_bytes_max = 256 << 10;  // of a file that may say how another one is read
constexpr std::size_t stored_bytes_max = 1 << 20;    // of a file that is stored again
constexpr std::size_t stored_files_max = 10;

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

// The one text that keeps most of the lines; nothing where no line tells, where it keeps few of them, where two texts keep as many, or
// where a part is UTF-8 still.
std::optional<std::string> text_of(std::string_view before, std::string_view today) {
  if (has_utf8_character(today)) return std::nullopt;
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
  const bool is_known = best.size() == 1 && best.front().kept > 0 && 2 * best.front().kept >= told.size();
  return is_known ? std::optional(best.front().text) : std::nullopt;
}

// Is the file one of tests, or did the commit change a test that names it? Then its charset may be what is tested.
bool is_of_tests(const Patient& patient, const std::string& path) {
  return is_test(path) || is_aside(path) || std::ranges::any_of(patient.last_commit.before, [&](const auto& other) {
           return is_test(other.first) && contains(patient.tree.read(other.first).value_or(""), name_of(path));
         });
}

bool names_charset(const std::string& text) {
  const auto plain = lower(text);
  return std::ranges::any_of(charset_words, [&](auto word) { return contains(plain, word); });
}

// The files for which neither one that the commit changed, as the data itself, nor one that names them, nor the settings of editors and
// git want another charset.
std::vector<std::string> wanted_in_utf8(const Patient& patient, std::vector<std::string> paths) {
  for (const auto& other : patient.tree.list()) {
    if (paths.empty()) break;
    const auto text = patient.tree.read(other);
    if (!text || text->size() > reader_bytes_max) continue;
    const bool concerns_all = name_of(other) == ".editorconfig" || name_of(other) == ".gitattributes" ||
                              patient.last_commit.before.contains(other);
    const auto concerns = [&](const auto& path) { return concerns_all || contains(*text, name_of(path)); };
    if (std::ranges::any_of(paths, concerns) && names_charset(*text)) std::erase_if(paths, concerns);
  }
  return paths;
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

// The files that were in UTF-8 before the commit, and fail as the log says.
std::vector<std::string> failing(const Patient& patient) {
  const auto occurrences = occurrences_of(patient.diagnosis);
  std::vector<std::string> paths;
  for (const auto& [path, before] : patient.last_commit.before) {
    const auto today = before ? patient.tree.read(path) : std::nullopt;
    if (!today || today->size() > stored_bytes_max) continue;
    const auto first = first_no_utf8(*today);
    if (!first || first_no_utf8(*before)) continue;
    if (std::ranges::any_of(occurrences, [&](const auto& one) { return fails_so(one, *today, *first); }))
      paths.push_back(path);
  }
  return paths;
}

}  // namespace

std::vector<Patch> restore_utf8(const Patient& patient) {
  auto paths = failing(patient);
  if (paths.size() > stored_files_max) return {};
  std::erase_if(paths, [&](const auto& path) { return is_of_tests(patient, path); });
  Draft draft(patient.tree);
  for (const auto& path : wanted_in_utf8(patient, std::move(paths))) {
    const auto& before = patient.last_commit.before.find(path)->second;
    if (auto text = text_of(before.value_or(""), patient.tree.read(path).value_or("")))
      draft.write(path, std::move(*text));
  }
  return draft.patches();
}

}  // namespace regreen
