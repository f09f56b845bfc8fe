#pragma once

#include <string>
#include <string_view>

namespace regreen {

/// What stands for a secret wherever text is stored or shown.
inline constexpr std::string_view mask_mark = "***";

/// Takes the secrets out of the lines of one text, in their order: tokens of the formats that providers publish (the
/// public beginning stays: "ghp_***"), private keys, passwords in URLs, values assigned to names such as `password` or
/// `API_TOKEN`, authorization headers, and random strings beside such words. Hashes, commits, UUIDs and encoded data
/// elsewhere stay. What is masked already stays as it is; no line grows.
class Masker {
 public:
  /// Answers whether there was a secret in the line.
  bool mask(std::string& line);

  /// Is the next line looked at as part of a private key? Elsewhere a line says all by itself.
  bool is_in_key() const { return in_key_; }

 private:
  bool in_key_ = false;  // between the first and the last line of a private key
};

/// One line, or several, of which nothing came before.
std::string masked(std::string_view text);

/// Does the text hold a token of a published format, or a private key?
bool holds_token(std::string_view text);

}  // namespace regreen
