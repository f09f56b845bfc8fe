#include "base/hash.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <random>
#define XXH_INLINE_ALL  // the state as a value: no allocation that could fail; and a line is hashed without a call
#include <xxhash.h>

namespace regreen {
namespace {

std::string to_hex(const XXH128_hash_t& hash) { return fmt::format("{:016x}{:016x}", hash.high64, hash.low64); }

}  // namespace

std::string hash_hex(std::string_view bytes) { return to_hex(XXH3_128bits(bytes.data(), bytes.size())); }

std::uint64_t hash_number(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

KeyedHash::KeyedHash() {
  std::random_device random;
  std::ranges::generate(secret_, std::ref(random));
}

std::uint64_t KeyedHash::of(std::string_view bytes) const {
  static_assert(sizeof secret_ >= XXH3_SECRET_SIZE_MIN);
  return XXH3_64bits_withSecret(bytes.data(), bytes.size(), secret_.data(), sizeof secret_);
}

struct Hash::State {
  XXH3_state_t xxh;
};

Hash::Hash() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->xxh); }
Hash::Hash(Hash&&) noexcept = default;
Hash& Hash::operator=(Hash&&) noexcept = default;
Hash::~Hash() = default;

void Hash::add(std::string_view bytes) { XXH3_128bits_update(&state_->xxh, bytes.data(), bytes.size()); }

std::string Hash::hex() const { return to_hex(XXH3_128bits_digest(&state_->xxh)); }

}  // namespace regreen
