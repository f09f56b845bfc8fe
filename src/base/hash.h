#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace regreen {

/// 128 bits of XXH3 as 32 hex digits. Stable over machines and releases; not for secrets or against an adversary.
std::string hash_hex(std::string_view bytes);

/// 64 bits of XXH3, as a number.
std::uint64_t hash_number(std::string_view bytes);

/// Hashes with a key of its own, drawn at random: who writes what is hashed cannot make two texts hash to one. XXH3 of
/// 64 bits with a random secret; nothing to store, since the next one draws another.
class KeyedHash {
 public:
  KeyedHash();
  std::uint64_t of(std::string_view bytes) const;

 private:
  std::array<std::uint32_t, 48> secret_;
};

/// What hash_hex() answers, of bytes that come in pieces.
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
