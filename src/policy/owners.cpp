#include "policy/owners.h"

#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t file_bytes_max = 3 << 20;  // a larger one GitHub does not read

// Words end at blanks that no backslash protects, a comment ends the line.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\\' && i + 1 < line.size() && line[i + 1] == ' ') {
      words.back() += line[++i];
    } else if (c == ' ' || c == '\t' || c == '\r') {
      if (!words.back().empty()) words.emplace_back();
    } else if (c == '#' && words.back().empty()) {
      break;
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_pattern(std::string_view word) {
  return !word.starts_with('!') && word.find_first_of("[]\\") == std::string_view::npos;
}

// A pattern fits a file, or a folder and with it all that lies below. Without a '/' in front or amid it fits at any depth.
// "docs/*" fits what lies in a folder, not deeper.
bool fits(std::string_view pattern, std::string_view path) {
  const bool is_folder = pattern.ends_with('/');
  if (is_folder) pattern.remove_suffix(1);
  std::string_view rest = pattern;
  while (rest.starts_with("**/")) rest.remove_prefix(3);
  if (!contains(rest, "/")) pattern = rest;  // any depth already
  if (pattern.empty()) return true;          // "/" and "**/": everything
  const bool is_anywhere = !contains(pattern, "/");
  const std::string from_top =
      is_anywhere || pattern.starts_with('/') ? std::string(pattern) : "/" + std::string(pattern);
  if (!is_folder && glob_matches(from_top, path)) return true;
  if (pattern.ends_with("/*")) return false;
  for (auto end = path.rfind('/'); end != std::string_view::npos && end > 0; end = path.rfind('/', end - 1)) {
    if (glob_matches(from_top, path.substr(0, end))) return true;
  }
  return false;
}

}  // namespace

Owners Owners::parse(std::string_view text) {
  Owners owners;
  if (text.size() > file_bytes_max) return owners;
  for (const auto line : split_lines(text)) {
    auto words = words_of(line);
    if (words.empty() || !is_pattern(words.front())) continue;
    std::string pattern = std::move(words.front());
    words.erase(words.begin());
    owners.lines_.push_back({std::move(pattern), std::move(words)});
  }
  return owners;
}

std::vector<std::string> Owners::of(std::string_view path) const {
  const auto last =
      std::find_if(lines_.rbegin(), lines_.rend(), [&](const Line& line) { return fits(line.pattern, path); });
  return last == lines_.rend() ? std::vector<std::string>() : last->names;
}

}  // namespace regreen
