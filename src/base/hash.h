#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace regreen {

/// 128 bits of XXH3 as 32 hex digits. Stable over machines and releases; not for secrets or against an adversary.
std::string hash_hex(std::string_view bytes);

/// 64 bits of XXH3, as a number.
std::uint64_t hash_number(std::string_view bytes);

/// The same hash of bytes that come in pieces.
class Hash {
 public:
  Hash();
  Hash(Hash&&) noexcept;
  Hash& operator=(Hash&&) noexcept;
  ~Hash();

  void add(std::string_view bytes);

  /// Of all bytes so far; more may follow.
  std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace regreen
