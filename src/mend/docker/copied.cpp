#include "mend/docker/copied.h"

#include "base/text.h"
#include "mend/lines.h"

#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A word of an instruction: where it stands in the text.
struct Word {
  std::size_t at = 0;
  std::string_view text;
};

// The words of an instruction over its lines, without comments between them and the `\` that join them.
std::vector<Word> words_of(const Lines& lines, std::size_t& number) {
  std::vector<Word> words;
  for (bool goes_on = true; goes_on && lines.has(number); ++number) {
    auto line = lines.line(number);
    if (trim(line).starts_with('#') || trim(line).empty()) {
      if (words.empty()) return {};
      continue;
    }
    goes_on = trim(line).ends_with('\\');
    if (goes_on) line = line.substr(0, line.find_last_of('\\'));
    for (std::size_t at = 0; (at = line.find_first_not_of(" \t", at)) != npos;) {
      const auto end = std::min(line.find_first_of(" \t", at), line.size());
      words.push_back({lines.begin(number) + at, line.substr(at, end - at)});
      at = end;
    }
  }
  --number;
  return words;
}

// ["conf/log.ini", "/etc/"] → its texts
std::vector<Word> listed(std::string_view text, const Word& first, std::size_t end) {
  std::vector<Word> words;
  for (auto open = text.find('"', first.at); open != npos && open < end;) {
    const auto close = text.find('"', open + 1);
    if (close == npos || close > end) return {};
    words.push_back({open + 1, text.substr(open + 1, close - open - 1)});
    open = text.find('"', close + 1);
  }
  return words;
}

std::optional<CopiedSource> source_in(const Word& word) {
  auto path = word.text;
  auto at = word.at;
  while (path.starts_with("./") || path.starts_with('/')) {
    const std::size_t front = path.starts_with('/') ? 1 : 2;
    path.remove_prefix(front);
    at += front;
  }
  while (path.ends_with('/')) path.remove_suffix(1);
  const bool is_plain = path.find_first_of("$*?[]<>\\'\"") == npos && !contains(path, ":") && !contains(path, "..");
  if (!is_plain || path.empty() || path == ".") return std::nullopt;
  return CopiedSource{at, path.size(), std::string(path), 0, 0};
}

}  // namespace

std::vector<CopiedSource> copied_sources(std::string_view text) {
  const Lines lines(text);
  std::vector<CopiedSource> sources;
  for (std::size_t number = 1; lines.has(number); ++number) {
    auto words = words_of(lines, number);
    if (words.empty() || (lower(words[0].text) != "copy" && lower(words[0].text) != "add")) continue;
    std::size_t first = 1;
    bool is_of_context = true;
    for (; first < words.size() && words[first].text.starts_with("--"); ++first)
      is_of_context &= !words[first].text.starts_with("--from");
    if (!is_of_context || first == words.size()) continue;
    const auto end = words.back().at + words.back().text.size();
    const bool is_list = words[first].text.starts_with('[');
    if (is_list) words = listed(text, words[first], end);
    const auto begin = is_list ? 0 : first;
    for (auto i = begin; i + 1 < words.size(); ++i) {  // the last one is where to
      auto source = source_in(words[i]);
      if (!source) continue;
      if (begin + 2 == words.size()) {
        source->to = words.back().at;
        source->to_length = words.back().text.size();
      }
      sources.push_back(std::move(*source));
    }
  }
  return sources;
}

}  // namespace regreen
