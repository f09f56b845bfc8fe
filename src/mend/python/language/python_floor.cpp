#include "mend/python/language/python_floor.h"

#include "base/text.h"

#include <algorithm>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr long minor_max = 99;
constexpr std::size_t list_bytes_max = 4000;  // of a matrix: in a text of nothing else every list is read to its end

// What stands behind a key of YAML: "3.9" on its line, `["3.10", "3.11"]`, or `- "3.10"` on the lines below.
std::string_view value_behind(std::string_view text) {
  text = text.substr(0, list_bytes_max);
  auto end = text.find('\n');
  const auto here = trim(text.substr(0, end));
  if (here.starts_with('[')) return text.substr(0, text.find(']'));
  if (!here.empty()) return here;
  while (end != npos && trim(text.substr(end + 1, text.find('\n', end + 1) - end - 1)).starts_with('-'))
    end = text.find('\n', end + 1);
  return text.substr(0, end);
}

std::set<long> minors_in(std::string_view list) {
  std::set<long> minors;
  for (const auto line : split_lines(list)) {
    for (const auto part : split(line, ',')) {
      const auto begin = part.find_first_of("0123456789"), end = part.find_last_of("0123456789");
      const auto minor = begin == npos ? std::nullopt : minor_of(part.substr(begin, end - begin + 1));
      if (minor) minors.insert(*minor);
    }
  }
  return minors;
}

}  // namespace

std::optional<long> minor_of(std::string_view version) {
  if (!version.starts_with("3.")) return std::nullopt;
  const auto rest = version.substr(2);
  const auto minor = parse_number(rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size())));
  return minor && *minor >= 0 && *minor <= minor_max ? minor : std::nullopt;
}

std::vector<std::set<long>> pythons_in(std::string_view pipeline) {
  std::vector<std::set<long>> found;
  for (const std::string_view key : {"python-version:", "python:"}) {
    for (auto at = pipeline.find(key); at != npos; at = pipeline.find(key, at + 1)) {
      auto minors = minors_in(value_behind(pipeline.substr(at + key.size())));
      if (!minors.empty()) found.push_back(std::move(minors));
    }
  }
  return found;
}

std::optional<int> minor_behind(std::string_view text, std::string_view front) {
  const auto at = text.find(std::string(front) + "3.");
  if (at == std::string_view::npos) return std::nullopt;
  const auto digits = text.substr(at + front.size() + 2);
  const auto number = parse_number(digits.substr(0, std::min(digits.find_first_not_of("0123456789"), digits.size())));
  return number && *number < 100 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<int> oldest_python(const Tree& tree) {
  for (const auto* file : {"pyproject.toml", "setup.cfg", "setup.py"}) {
    const auto settings = tree.read(file).value_or("");
    for (const auto line : split_lines(settings)) {
      const auto text = trim(line);
      if (!text.starts_with("requires-python") && !text.starts_with("python_requires") && !text.starts_with("python ="))
        continue;
      const auto plain = replace_all(std::string(text), " ", "");
      for (const auto* front : {">=", "^", "~=", "=="}) {
        if (const auto minor = minor_behind(plain, front)) return minor;
      }
    }
  }
  return std::nullopt;
}

}  // namespace regreen
