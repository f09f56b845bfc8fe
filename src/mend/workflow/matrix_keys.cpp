#include "mend/workflow/matrix_keys.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/workflow/source.h"

#include <algorithm>
#include <vector>

namespace regreen {
namespace {

constexpr std::string_view by_number = "-${{ strategy.job-index }}";

std::string_view without_comment(std::string_view value) { return trim(value.substr(0, value.find(" #"))); }

/// A key of a matrix, and whether every value of it can stand in a name.
struct MatrixKey {
  std::string name;
  bool is_plain = true;
};

bool is_plain_value(std::string_view value) {
  value = without_comment(value);
  if (value.size() > 1 && (value[0] == '"' || value[0] == '\'')) value = value.substr(1, value.size() - 2);
  return !value.empty() && std::ranges::all_of(value, [](char c) { return is(c, regreen::dotted); });
}

// key: [a, b], or the first line of a list.
MatrixKey read_key(std::string_view line) {
  const auto colon = line.find(':');
  MatrixKey key{std::string(trim(line.substr(0, colon))), true};
  auto value = without_comment(line.substr(colon + 1));
  if (value.empty()) return key;
  key.is_plain = value.starts_with('[') && value.ends_with(']');
  if (!key.is_plain) return key;
  for (const auto part : split(value.substr(1, value.size() - 2), ',')) key.is_plain &= is_plain_value(trim(part));
  return key;
}

// The keys of `matrix:` on the line `head`.
std::vector<MatrixKey> keys_below(const Lines& lines, std::size_t head, std::size_t last) {
  std::vector<MatrixKey> keys;
  const auto outer = indentation(lines.line(head)).size();
  std::size_t depth = 0;
  for (auto number = head + 1; number <= last; ++number) {
    const auto line = lines.line(number);
    if (is_blank(line)) continue;
    const auto indent = indentation(line).size();
    if (indent <= outer) break;
    if (depth == 0) depth = indent;
    const auto item = trim(line);
    if (indent == depth && !item.starts_with("- ")) {
      keys.push_back(read_key(item));
    } else if (!keys.empty()) {
      keys.back().is_plain &= item.starts_with("- ") && is_plain_value(item.substr(2));
    }
  }
  return keys;
}

// Does a name hold matrix.os, and not only matrix.os_version?
bool tells_key(std::string_view name, const std::string& key) {
  const auto word = "matrix." + key;
  for (auto at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    const auto behind = name.substr(at + word.size(), 1);
    if (behind.empty() || (behind[0] != '-' && !is(behind[0], regreen::word))) return true;
  }
  return false;
}

}  // namespace

std::string matrix_suffix(const Lines& lines, const JobLines& job, std::string_view name) {
  for (auto head = job.first; head <= job.last; ++head) {
    const auto line = trim(lines.line(head));
    if (!line.starts_with("matrix:") || indentation(lines.line(head)).size() <= key_depth(lines, job)) continue;
    if (!without_comment(line.substr(7)).empty()) return std::string(by_number);
    std::string suffix;
    for (const auto& key : keys_below(lines, head, job.last)) {
      if (key.name == "exclude") continue;
      if (key.name == "include" || !key.is_plain) return std::string(by_number);
      if (!tells_key(name, key.name)) suffix += "-${{ matrix." + key.name + " }}";
    }
    return suffix;
  }
  return "";
}

}  // namespace regreen
