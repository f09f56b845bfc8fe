#include "base/character_bits.h"
#include "base/secret_spans.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace regreen {
namespace {

// A token as its provider describes it: a beginning that names it, and how many characters of which kind follow.
struct TokenFormat {
  std::string_view beginning;
  unsigned char kind;
  std::size_t least, most;
  bool must_be_random = false;  // the beginning alone could be a word
};

constexpr std::size_t any = 4096;

constexpr auto formats = std::to_array<TokenFormat>({
    // code forges and registries
    {"ghp_", alnum, 30, any},
    {"gho_", alnum, 30, any},
    {"ghu_", alnum, 30, any},
    {"ghs_", alnum, 30, any},
    {"ghr_", alnum, 30, any},
    {"ghs_", dotted, 30, any, true},
    {"github_pat_", word, 22, any},
    {"glpat-", dotted, 20, any},
    {"gloas-", dotted, 20, any},
    {"gldt-", dotted, 20, any},
    {"glrt-", dotted, 20, any},
    {"glrtr-", dotted, 20, any},
    {"glcbt-", dotted, 20, any},
    {"glptt-", dotted, 20, any},
    {"glft-", dotted, 20, any},
    {"glimt-", dotted, 20, any},
    {"glagent-", dotted, 20, any},
    {"glsoat-", dotted, 20, any},
    {"glwt-", dotted, 20, any},
    {"ATBB", alnum, 24, any, true},
    {"ATATT3", dashed, 50, any},
    {"ATCTT3", dashed, 50, any},
    {"npm_", alnum, 30, any},
    {"pypi-", dashed, 50, any},
    {"rubygems_", hex, 48, 48},
    {"cio", alnum, 32, 32, true},
    {"oy2", alnum, 43, 43, true},
    {"dckr_pat_", dashed, 20, any},
    {"dckr_oat_", dashed, 20, any},
    {"bkua_", hex, 40, 40},
    {"CCIPAT_", word, 30, any},
    {"sqp_", hex, 40, 40},
    {"squ_", hex, 40, 40},
    {"sqa_", hex, 40, 40},
    {"sntrys_", encoded, 40, any},
    {"sntryu_", hex, 64, 64},
    // clouds
    {"AKIA", upper, 16, 16},
    {"ASIA", upper, 16, 16},
    {"ABIA", upper, 16, 16},
    {"ACCA", upper, 16, 16},
    {"AIza", dashed, 35, 35},
    {"GOCSPX-", dashed, 20, any},
    {"ya29.", dotted, 20, any},
    {"LTAI", alnum, 16, 26, true},
    {"AKID", alnum, 28, 36, true},
    {"dop_v1_", hex, 64, 64},
    {"doo_v1_", hex, 64, 64},
    {"dor_v1_", hex, 64, 64},
    {"hvs.", dashed, 24, any},
    {"hvb.", dashed, 24, any},
    {"hvr.", dashed, 24, any},
    {"dapi", hex, 32, 32},
    {"pul-", hex, 40, 40},
    {"sbp_", hex, 40, 40},
    {"nfp_", alnum, 30, any},
    {"fo1_", dashed, 30, any},
    {"dp.pt.", alnum, 40, any},
    {"dp.st.", dotted, 40, any},
    {"glsa_", word, 30, any},
    {"glc_", encoded, 40, any},
    {"NRAK-", upper, 27, 27},
    {"dt0c01.", dotted, 80, any},
    {"AGE-SECRET-KEY-1", upper, 50, any},
    // messages, payments, services
    {"xoxb-", dashed, 10, any},
    {"xoxp-", dashed, 10, any},
    {"xoxa-", dashed, 10, any},
    {"xoxr-", dashed, 10, any},
    {"xoxs-", dashed, 10, any},
    {"xoxc-", dashed, 10, any},
    {"xoxd-", dashed, 10, any},
    {"xoxe-", dashed, 10, any},
    {"xoxe.", dotted, 10, any},
    {"xapp-", dashed, 20, any},
    {"hooks.slack.com/services/", encoded, 20, any},
    {"discord.com/api/webhooks/", encoded, 30, any},
    {"discordapp.com/api/webhooks/", encoded, 30, any},
    {"sk_live_", alnum, 10, any},
    {"sk_test_", alnum, 10, any},
    {"rk_live_", alnum, 10, any},
    {"rk_test_", alnum, 10, any},
    {"whsec_", encoded, 20, any},
    {"sq0atp-", dashed, 20, any},
    {"sq0csp-", dashed, 40, any},
    {"shpat_", hex, 32, 32},
    {"shpss_", hex, 32, 32},
    {"shpca_", hex, 32, 32},
    {"shppa_", hex, 32, 32},
    {"SG.", dotted, 60, any},
    {"lin_api_", alnum, 30, any},
    {"PMAK-", dashed, 40, any},
    {"figd_", dashed, 30, any},
    {"ntn_", alnum, 40, any},
    {"phx_", alnum, 40, any},
    // models
    {"sk-", dashed, 20, any, true},
    {"hf_", alnum, 30, any},
    {"gsk_", alnum, 40, any},
    {"xai-", alnum, 40, any},
    {"nvapi-", dashed, 40, any},
    {"pplx-", alnum, 40, any},
    {"r8_", alnum, 36, any},
    {"lsv2_", word, 30, any},
});

// The formats by their first two bytes: hardly any word of a log begins so. Numbers from 1 on; 0 is none.
constexpr std::size_t pair_of(char first, char second) {
  return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8 | static_cast<unsigned char>(second);
}
struct FormatTable {
  std::array<std::uint8_t, 256 * 256> first{};          // of those that begin so
  std::array<std::uint8_t, formats.size() + 1> next{};  // behind each, the next that begins as it does
};
constexpr auto table = [] {
  static_assert(formats.size() <= UINT8_MAX);
  static_assert(std::ranges::all_of(formats, [](const auto& one) { return is(one.beginning[0], alnum); }));
  FormatTable all;
  for (std::size_t number = formats.size(); number > 0; --number) {
    const auto beginning = formats[number - 1].beginning;
    auto& first = all.first[pair_of(beginning[0], beginning[1])];
    all.next[number] = first;
    first = static_cast<std::uint8_t>(number);
  }
  return all;
}();

constexpr std::size_t least_of_a_cut_one = 6;

std::size_t run_length(std::string_view text, unsigned char kind) {
  std::size_t length = 0;
  while (length < text.size() && is(text[length], kind)) ++length;
  return length;
}

bool fits(const TokenFormat& format, std::string_view rest) {
  const std::size_t length = run_length(rest, format.kind);
  if (length < format.least) return length >= least_of_a_cut_one && rest.substr(length).starts_with("…");
  return length <= format.most && (!format.must_be_random || looks_random(rest.substr(0, length)));
}

// The secret part of a token that begins the text, of two bytes or more.
SecretSpan token_at(std::string_view text) {
  for (std::size_t number = table.first[pair_of(text[0], text[1])]; number > 0; number = table.next[number]) {
    const auto& format = formats[number - 1];
    if (!text.starts_with(format.beginning)) continue;
    const auto rest = text.substr(format.beginning.size());
    if (!fits(format, rest)) continue;
    const std::size_t length = std::min(run_length(rest, format.kind), format.most);
    return {format.beginning.size(), format.beginning.size() + length};
  }
  return {};
}

// A JSON Web Token: three or five parts, the first two of them JSON objects.
SecretSpan web_token_at(std::string_view text) {
  constexpr std::size_t least_part = 10;
  const std::size_t header = run_length(text, dashed);
  if (header < least_part || header >= text.size() || text[header] != '.') return {};
  const auto rest = text.substr(header + 1);
  const std::size_t payload = run_length(rest, dashed);
  if (payload < least_part || payload >= rest.size() || rest[payload] != '.') return {};
  return {3, run_length(text, dotted)};
}

bool is_private_key_line(std::string_view line, std::string_view word) {
  const auto key = line.find("PRIVATE KEY");
  return key != std::string_view::npos && line.substr(0, key).find(word) != std::string_view::npos;
}

}  // namespace

bool begins_private_key(std::string_view line) { return is_private_key_line(line, "-----BEGIN "); }
bool ends_private_key(std::string_view line) { return is_private_key_line(line, "-----END "); }

bool looks_random(std::string_view value) {
  constexpr std::size_t least_stretch = 16;
  std::size_t stretch = 0, digits = 0, letters = 0;
  for (const char c : value) {
    if (!is(c, alnum)) {
      stretch = digits = letters = 0;
      continue;
    }
    ++stretch;
    ++(c >= '0' && c <= '9' ? digits : letters);
    if (stretch >= least_stretch && digits > 0 && letters > 0) return true;
  }
  return false;
}

void add_tokens(std::string_view line, std::size_t begin, std::size_t end, SecretSpans& spans) {
  bool inside = begin > 0 && is(line[begin - 1], alnum);  // a word, with the character before
  for (std::size_t at = begin; at + 1 < end;) {
    const std::uint32_t words = character_bits<alnum>(line, at);
    std::uint32_t beginnings = words & ~(words << 1 | static_cast<std::uint32_t>(inside));
    std::size_t next = at + character_bits_max;
    inside = (words >> (character_bits_max - 1)) != 0;
    for (; beginnings != 0; beginnings &= beginnings - 1) {
      const std::size_t i = at + static_cast<std::size_t>(std::countr_zero(beginnings));
      if (i + 1 >= end) return;
      const auto rest = line.substr(i);
      const SecretSpan found = rest.starts_with("eyJ") ? web_token_at(rest) : token_at(rest);
      if (found.end == found.begin) continue;
      spans.push_back({i + found.begin, i + found.end});
      next = i + found.end;
      inside = true;
      break;
    }
    at = next;
  }
}

}  // namespace regreen
