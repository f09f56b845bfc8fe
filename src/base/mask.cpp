#include "base/mask.h"

#include "base/character_bits.h"
#include "base/secret_spans.h"
#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

void replace(std::string& line, SecretSpans& spans) {
  std::ranges::sort(spans, {}, &SecretSpan::begin);
  std::string result;
  std::size_t done = 0;
  for (const auto& span : spans) {
    if (span.end <= done) continue;
    if (span.begin >= done) {
      result.append(line, done, span.begin - done);
      result += mask_mark.substr(0, span.end - span.begin);  // no line grows
    }
    done = span.end;
  }
  line = result.append(line, done);
}

// What stands between the ends of a private key: base64, and the headers above it.
bool is_key_material(std::string_view line) {
  const auto text = trim(line);
  for (const std::string_view header : {"Proc-Type:", "DEK-Info:", "Version:", "Comment:"}) {
    if (text.starts_with(header)) return true;
  }
  return std::ranges::all_of(text, [](char c) { return is(c, encoded); });
}

// Tokens and random strings are, or stand in, long runs, of which most lines have few: those are looked for once.
template <class Visit>
void for_each_long_run(std::string_view line, Visit visit) {
  constexpr std::size_t least = 12;  // no token with its beginning is shorter
  for_each_run<dotted | encoded>(line, least, visit);
}

}  // namespace

bool Masker::mask(std::string& line) {
  if (in_key_) {
    in_key_ = !ends_private_key(line) && is_key_material(line);
    if (in_key_ && !line.empty()) {
      const bool masked_before = line == mask_mark;
      line = mask_mark;
      return !masked_before;
    }
  }
  SecretSpans spans;
  for_each_long_run(line, [&](std::size_t begin, std::size_t end) {
    add_tokens(line, begin, end, spans);
    add_random(line, begin, end, spans);
  });
  add_in_urls(line, spans);
  add_named(line, spans);
  if (begins_private_key(line)) {
    const auto begin = line.find("-----BEGIN ");
    const auto material = line.find("-----", begin + 5);
    const auto end = line.find("-----END ", begin);
    in_key_ = end == std::string::npos;
    if (material != std::string::npos && material + 5 < std::min(end, line.size())) {
      spans.push_back({material + 5, std::min(end, line.size())});
    }
  }
  if (spans.empty()) return false;
  std::string before = line;
  replace(line, spans);
  return line != before;
}

std::string masked(std::string_view text) {
  Masker masker;
  std::string result;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const auto end = std::min(text.find('\n', begin), text.size());
    std::string line(text.substr(begin, end - begin));
    masker.mask(line);
    result += line;
    if (end < text.size()) result += '\n';
    begin = end + 1;
  }
  return result;
}

bool holds_token(std::string_view text) {
  SecretSpans spans;
  for_each_long_run(text, [&](std::size_t begin, std::size_t end) { add_tokens(text, begin, end, spans); });
  return !spans.empty() || begins_private_key(text);
}

}  // namespace regreen
