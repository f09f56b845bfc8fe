#include "base/text.h"

#include "base/run.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <cstdint>
#include <utility>

namespace regreen {
namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";
constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// One UTF-8 character at the front of `bytes`; length 0 where there is none (RFC 3629: no surrogates, no overlongs).
struct Decoded {
  std::uint32_t code = 0;
  std::size_t length = 0;
};

Decoded decode(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = at(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length) return {};
  std::uint32_t code = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((at(i) & 0xC0) != 0x80) return {};
    code = code << 6 | (at(i) & 0x3Fu);
  }
  constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
  return {code, length};
}

bool moves_or_hides(std::uint32_t code) {
  if (code == '\t') return false;
  if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return true;
  return (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF || code == 0x00AD || code == 0x061C ||
         (code >= 0xE0000 && code <= 0xE007F);
}

// How many bytes at the front are characters that stay: printable ASCII, which is nearly always all there is, and others
// that are to be kept.
template <class Keeps>
std::size_t kept_length(std::string_view bytes, Keeps keeps) {
  std::size_t at = 0;
  while ((at += run_of<PrintableOrTab>(bytes.substr(at))) < bytes.size()) {
    const auto [code, length] = decode(bytes.substr(at));
    if (length == 0 || !keeps(code)) break;
    at += length;
  }
  return at;
}

// The characters that are to be kept, and a replacement for each byte that is of none.
template <class Keeps>
std::string characters(std::string_view bytes, Keeps keeps) {
  std::string result;
  result.reserve(bytes.size());
  while (true) {
    const std::size_t kept = kept_length(bytes, keeps);
    result += bytes.substr(0, kept);
    bytes.remove_prefix(kept);
    if (bytes.empty()) return result;
    const std::size_t length = decode(bytes).length;
    if (length == 0) result += replacement;
    bytes.remove_prefix(std::max<std::size_t>(length, 1));
  }
}

}  // namespace

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return text.substr(text.size());  // a place in the text, for who asks where
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const auto end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::vector<std::string_view> split_lines(std::string_view text) {
  if (text.empty()) return {};
  if (text.back() == '\n') text.remove_suffix(1);
  return split(text, '\n');
}

std::string_view between(std::string_view text, std::string_view open, std::string_view close) {
  const auto begin = text.find(open);
  if (begin == std::string_view::npos) return "";
  const auto rest = text.substr(begin + open.size());
  const auto end = rest.find(close);
  return end == std::string_view::npos ? "" : rest.substr(0, end);
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string result;
  for (const auto& part : parts) {
    if (&part != parts.data()) result += separator;
    result += part;
  }
  return result;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::optional<long> parse_number(std::string_view text) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::string shortened(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return std::string(text.substr(0, limit)) + "…";
}

std::string valid_utf8(std::string_view bytes) {
  return characters(bytes, [](std::uint32_t) { return true; });
}

std::string printable(std::string_view bytes) {
  return characters(bytes, [](std::uint32_t code) { return !moves_or_hides(code); });
}

std::string code_span(std::string_view text, std::size_t limit) {
  const std::string inside = replace_all(shortened(printable(trim(text)), limit), "`", "'");
  return inside.empty() ? "" : "`" + replace_all(inside, "\n", " ") + "`";
}

std::string shell_quoted(std::string_view word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+@%";
  if (!word.empty() && word.find_first_not_of(plain) == std::string_view::npos) return std::string(word);
  return "'" + replace_all(std::string(word), "'", "'\\''") + "'";
}

namespace {

constexpr std::size_t longest_glob = 256;

// All places of a glob where a path may have come to, at once: patterns and paths are strangers', and trying one way after
// the other is exponential in the stars. `**` may cross '/', `*` and `?` may not; `**/` may stand for no folder at all.
class GlobPlaces {
 public:
  explicit GlobPlaces(std::string_view glob) : glob_(glob) { enter(0); }

  void read(char c) {
    const Places before = std::exchange(places_, {});
    entered_.reset();
    for (std::size_t at = 0; at < glob_.size(); ++at) {
      if (!before.test(at)) continue;
      const std::size_t stars = stars_at(at);
      if (stars > 0 ? stars == 2 || c != '/' : glob_[at] == '?' ? c != '/' : glob_[at] == c) {
        if (stars > 0) places_.set(at);
        enter(at + std::max<std::size_t>(stars, 1));
      }
    }
  }
  bool is_nowhere() const { return places_.none(); }
  bool is_at_end() const { return places_.test(glob_.size()); }

 private:
  using Places = std::bitset<longest_glob + 1>;

  std::size_t stars_at(std::size_t at) const {
    const std::string_view rest = glob_.substr(at);
    return rest.starts_with("**") ? 2 : rest.starts_with('*') ? 1 : 0;
  }

  void enter(std::size_t at) {
    if (entered_.test(at)) return;
    entered_.set(at);
    places_.set(at);
    const std::size_t stars = stars_at(at), behind = at + stars;
    if (stars > 0) enter(behind);
    if (stars == 2 && glob_.substr(behind).starts_with('/')) enter(behind + 1);
  }

  std::string_view glob_;
  Places places_, entered_;
};

bool matches_from(std::string_view glob, std::string_view path) {
  GlobPlaces places(glob);
  for (const char c : path) {
    places.read(c);
    if (places.is_nowhere()) return false;
  }
  return places.is_at_end();
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  if (pattern.empty() || pattern.size() > longest_glob) return false;
  if (pattern.ends_with('/')) return glob_matches(std::string(pattern) + "**", path);
  if (pattern.starts_with('/')) return matches_from(pattern.substr(1), path);
  if (pattern.find('/') == std::string_view::npos) {
    const auto slash = path.rfind('/');
    return matches_from(pattern, slash == std::string_view::npos ? path : path.substr(slash + 1));
  }
  return matches_from(pattern, path);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::size_t diagonal = row[0];
    row[0] = j;
    for (std::size_t i = 1; i < row.size(); ++i) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[i];
      row[i] = std::min({changed, row[i] + 1, row[i - 1] + 1});
    }
  }
  return std::min(row.back(), limit + 1);
}

bool is_absolute(std::string_view path) {
  return path.starts_with('/') || (path.size() > 2 && path[1] == ':' && (path[2] == '\\' || path[2] == '/'));
}

bool is_confined_path(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.size() > 4096) return false;
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  }
  for (const auto part : split(path, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return true;
}

}  // namespace regreen
