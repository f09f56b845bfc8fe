#include "base/character_bits.h"
#include "base/secret_spans.h"
#include "base/text.h"

#include <algorithm>
#include <string>

namespace regreen {
namespace {

constexpr std::size_t least_bearer = 16;
constexpr std::size_t least_noise = 24;

// Random strings change between digits and letters all the time; names that people choose do not.
bool is_noise(std::string_view text) {
  constexpr std::size_t least_changes = 4;
  std::size_t changes = 0;
  bool upper_case = false, lower_case = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    upper_case |= text[i] >= 'A' && text[i] <= 'Z';
    lower_case |= text[i] >= 'a' && text[i] <= 'z';
    if (i > 0 && is(text[i], alnum) && is(text[i - 1], alnum)) changes += is_digit(text[i]) != is_digit(text[i - 1]);
  }
  return upper_case && lower_case && changes >= least_changes;
}

bool speaks_of_a_secret(std::string_view before) {
  constexpr std::size_t looked_at = 32;
  const std::string near = lower(before.substr(before.size() - std::min(looked_at, before.size())));
  for (const std::string_view word :
       {"token", "secret", "password", "credential", "api key", "apikey", "access key", "bearer"}) {
    if (contains(near, word)) return true;
  }
  return false;
}

}  // namespace

void add_random(std::string_view line, std::size_t begin, std::size_t end, SecretSpans& spans) {
  const auto text = line.substr(begin, end - begin);
  if (text.size() < least_bearer) return;
  if (line.substr(0, begin).ends_with("earer ") && !std::ranges::all_of(text, is_letter)) spans.push_back({begin, end});
  if (text.size() < least_noise) return;
  for_each_run<dashed>(text, least_noise, [&](std::size_t from, std::size_t to) {
    const std::size_t at = begin + from;
    const bool part_of_a_path = at > 0 && (line[at - 1] == '/' || line[at - 1] == '.');
    if (part_of_a_path || !is_noise(text.substr(from, to - from))) return;
    if (speaks_of_a_secret(line.substr(0, at))) spans.push_back({at, begin + to});
  });
}

}  // namespace regreen
