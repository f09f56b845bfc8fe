#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace regreen {

/// A stretch of a line that is secret.
struct SecretSpan {
  std::size_t begin = 0, end = 0;
};
using SecretSpans = std::vector<SecretSpan>;

/// Ways in which a line shows a secret; each adds what it finds. For mask.cpp alone.
void add_in_urls(std::string_view line, SecretSpans& spans);  ///< scheme://user:password@host
void add_named(std::string_view line, SecretSpans& spans);    ///< password=…, Authorization: …

/// Ways in which a run of letters, digits and their like within a line is one: a token of a published format; "Bearer …"
/// and "the token is …".
void add_tokens(std::string_view line, std::size_t begin, std::size_t end, SecretSpans& spans);
void add_random(std::string_view line, std::size_t begin, std::size_t end, SecretSpans& spans);

/// Where a private key begins or ends: "-----BEGIN RSA PRIVATE KEY-----".
bool begins_private_key(std::string_view line);
bool ends_private_key(std::string_view line);

/// Does a value look chosen by a machine, not written by a person: digits among letters, or odd capitals?
bool looks_random(std::string_view value);

}  // namespace regreen
