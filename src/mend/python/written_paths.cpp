#include "mend/python/written_paths.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t url_max = 300;

// `${PROJECT_ROOT}/libs/units`, `{toxinidir}/libs/units`: what follows the variable counts from the top, or from the file's folder.
WrittenPath behind_variable(std::string_view line, std::size_t begin, std::size_t end) {
  if (line[begin] == '/' && line.substr(0, begin).ends_with('}')) ++begin;
  return {begin, line.substr(begin, end - begin), line.substr(0, begin)};
}

bool is_in_url(std::string_view line, std::size_t at) {
  const auto from = at - std::min(at, url_max);
  const auto before = line.substr(from, at - from);
  const auto blank = before.find_last_of(" \t\"'");
  const auto word = before.substr(blank == std::string_view::npos ? 0 : blank);
  return contains(word, "://") && !contains(word, "file://");
}

void add_paths_of(std::string_view line, std::size_t offset, std::vector<WrittenPath>& all) {
  for (std::size_t at = 0; at < line.size();) {
    if (!is_path_byte(line[at])) {
      ++at;
      continue;
    }
    const auto begin = at;
    while (at < line.size() && is_path_byte(line[at])) ++at;
    auto one = behind_variable(line, begin, at);
    if (!contains(one.path, "/") || one.path.starts_with('/') || is_in_url(line, begin)) continue;
    one.offset += offset;
    all.push_back(one);
  }
}

}  // namespace

bool is_path_byte(char c) { return is(c, dotted) || c == '/' || c == '@' || c == '+'; }

std::vector<WrittenPath> written_paths(std::string_view text) {
  constexpr std::string_view comment = " #";
  std::vector<WrittenPath> all;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    auto line = lines.line(number);
    line = trim(line).starts_with(comment.substr(1)) ? "" : line.substr(0, line.find(comment));
    add_paths_of(line, lines.begin(number), all);
  }
  return all;
}

}  // namespace regreen
