#include "net/rs256.h"

#include "net/base64.h"

#include <nettle/asn1.h>
#include <nettle/bignum.h>
#include <nettle/rsa.h>
#include <nettle/sha2.h>

#include <cstdlib>
#include <optional>
#include <sys/random.h>

namespace regreen {
namespace {

constexpr std::string_view header = R"({"alg":"RS256","typ":"JWT"})";
constexpr unsigned bits_max = 8192;
constexpr std::size_t bits_min = 2048;

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// A pair of keys and a number, which nettle wants to be begun and ended.
struct Pair {
  rsa_public_key open;
  rsa_private_key own;
  mpz_t signature;

  Pair() {
    rsa_public_key_init(&open);
    rsa_private_key_init(&own);
    mpz_init(signature);
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
  ~Pair() {
    rsa_public_key_clear(&open);
    rsa_private_key_clear(&own);
    mpz_clear(signature);
  }
};

// What stands between "-----BEGIN … PRIVATE KEY-----" and its end.
std::optional<std::string> der_in(std::string_view pem) {
  const auto begin = pem.find("PRIVATE KEY-----");
  const auto from = begin == std::string_view::npos ? begin : pem.find('\n', begin);
  const auto end = from == std::string_view::npos ? from : pem.find("-----END", from);
  return end == std::string_view::npos ? std::nullopt : from_base64(pem.substr(from, end - from));
}

// PKCS #8 wraps the key of PKCS #1: SEQUENCE { version, SEQUENCE { algorithm }, OCTET STRING { key } }. RFC 5208.
std::string_view unwrapped(std::string_view der) {
  asn1_der_iterator outer, inner;
  if (asn1_der_iterator_first(&outer, der.size(), bytes_of(der)) != ASN1_ITERATOR_CONSTRUCTED) return der;
  if (asn1_der_decode_constructed(&outer, &inner) != ASN1_ITERATOR_PRIMITIVE || inner.type != ASN1_INTEGER) return der;
  if (asn1_der_iterator_next(&inner) != ASN1_ITERATOR_CONSTRUCTED || inner.type != ASN1_SEQUENCE) return der;
  if (asn1_der_iterator_next(&inner) != ASN1_ITERATOR_PRIMITIVE || inner.type != ASN1_OCTETSTRING) return der;
  return view(inner.data, inner.length);
}

bool take(Pair& pair, std::string_view pem) {
  const auto der = der_in(pem);
  if (!der) return false;
  const Secret kept(*der);
  const auto key = unwrapped(*der);
  return rsa_keypair_from_der(&pair.open, &pair.own, bits_max, key.size(), bytes_of(key)) == 1 &&
         pair.open.size * 8 >= bits_min;
}

// Blinds the signing, so that its time tells nothing of the key.
void random_bytes(void*, std::size_t size, std::uint8_t* bytes) {
  for (std::size_t done = 0; done < size;) {
    const auto got = getrandom(bytes + done, size - done, 0);
    if (got < 0) std::abort();  // a kernel without random numbers
    done += static_cast<std::size_t>(got);
  }
}

std::string signature_of(Pair& pair, std::string_view message) {
  sha256_ctx hash;
  sha256_init(&hash);
  sha256_update(&hash, message.size(), bytes_of(message));
  if (rsa_sha256_sign_tr(&pair.open, &pair.own, nullptr, random_bytes, &hash, pair.signature) != 1) return "";
  std::string bytes(pair.open.size, '\0');
  nettle_mpz_get_str_256(bytes.size(), reinterpret_cast<std::uint8_t*>(bytes.data()), pair.signature);
  return bytes;
}

}  // namespace

Result<Secret> sign_token(std::string_view claims, const Secret& key) {
  Pair pair;
  if (!take(pair, key.reveal()))
    return fail(ErrorKind::invalid, "the key is no RSA private key in PEM of 2048 bits or more, without a password");
  std::string token = to_base64_url(header) + "." + to_base64_url(claims);
  const std::string signature = signature_of(pair, token);
  if (signature.empty()) return fail(ErrorKind::invalid, "the RSA private key is damaged");
  return Secret(token + "." + to_base64_url(signature));
}

}  // namespace regreen
