#include "base/secret_name.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace regreen {
namespace {

constexpr auto password_words =
    std::to_array<std::string_view>({"password", "passwd", "passphrase", "passwort", "pwd", "secret"});
constexpr auto token_words = std::to_array<std::string_view>({"token", "apikey", "jwt", "auth", "bearer"});

// A key of these is a secret; other keys are public, primary, foreign, cached …
constexpr auto secret_keys = std::to_array<std::string_view>(
    {"api",     "access",  "secret",       "private", "signing", "encryption", "account", "auth",
     "master",  "storage", "subscription", "license", "service", "ssh",        "deploy",  "shared",
     "webhook", "admin",   "app",          "session", "gpg",     "pgp"});

// Whose `_pass` is a password, and not one of several rounds.
constexpr auto pass_owners = std::to_array<std::string_view>(
    {"db",       "database", "user",  "admin", "root",     "smtp",   "mail",  "email",  "ftp",      "mysql", "pg",
     "postgres", "redis",    "ssh",   "sudo",  "registry", "docker", "maven", "nexus",  "sonatype", "ossrh", "keystore",
     "store",    "key",      "login", "auth",  "api",      "proxy",  "http",  "server", "repo",     "deploy"});

template <class Words>
bool ends_as(const Words& words, std::string_view word) {
  return std::ranges::any_of(words, [&](std::string_view one) { return word.ends_with(one); });
}

// "dbAPIKey" is "db", "api", "key".
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool separates = c == '_' || c == '-' || c == '.';
    const bool hump =
        is_upper(c) && i > 0 &&
        (is_lower(name[i - 1]) || (is_upper(name[i - 1]) && i + 1 < name.size() && is_lower(name[i + 1])));
    if ((separates || hump) && !words.back().empty()) words.emplace_back();
    if (!separates) words.back() += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (words.back().empty() && words.size() > 1) words.pop_back();
  return words;
}

// Other words that a secret's name may end with.
constexpr auto other_last_words =
    std::to_array<std::string_view>({"authorization", "sig", "base", "pass", "key", "pat"});

constexpr std::size_t last_letters = 3;

// The last letters of all the words above.
constexpr auto endings = [] {
  std::array<std::string_view, password_words.size() + token_words.size() + other_last_words.size()> all;
  auto* next = all.begin();
  const auto add = [&](std::string_view word) { *next++ = word.substr(word.size() - last_letters); };
  std::ranges::for_each(password_words, add);
  std::ranges::for_each(token_words, add);
  std::ranges::for_each(other_last_words, add);
  return all;
}();

// Letters as numbers, the same for a capital one; other characters are taken for some letter.
constexpr std::size_t letter_number(char c) { return static_cast<unsigned char>(c) % 32; }

// By the very last letter, a bit for each that may stand before it.
constexpr auto letters_before = [] {
  std::array<std::uint32_t, 32> all{};
  for (const auto ending : endings) all[letter_number(ending.back())] |= 1U << letter_number(ending[ending.size() - 2]);
  return all;
}();

}  // namespace

bool may_end_with_secret_name(std::string_view text) {
  if (text.size() < last_letters) return false;
  const std::uint32_t before = letters_before[letter_number(text.back())];
  if ((before >> letter_number(text[text.size() - 2]) & 1U) == 0) return false;
  std::array<char, last_letters> last{};
  std::ranges::transform(text.substr(text.size() - last_letters), last.begin(),
                         [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return is_among(std::string_view(last.data(), last.size()), endings);
}

NameKind kind_of_name(std::string_view name) {
  if (!may_end_with_secret_name(name)) return NameKind::other;
  auto words = words_of(name);
  if (words.back() == "base" && words.size() > 1) words.pop_back();  // SECRET_KEY_BASE
  const std::string& last = words.back();
  const std::string before = words.size() > 1 ? words[words.size() - 2] : "";
  if (last == "authorization") return NameKind::header;
  if (name == "sig") return NameKind::token;  // of a link that is its own permission
  if (is_among("public", words)) return NameKind::other;
  if (last == "pwd" || last == "oldpwd")
    return before.empty() ? NameKind::other : NameKind::password;  // a shell's folder
  if (ends_as(password_words, last) || (last == "pass" && is_among(before, pass_owners))) return NameKind::password;
  if (ends_as(token_words, last) && last != "oauth") return NameKind::token;
  if (last == "key" && is_among(before, secret_keys)) return NameKind::token;
  return last == "pat" && !before.empty() ? NameKind::token : NameKind::other;
}

}  // namespace regreen
