#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <string>
#include <string_view>

namespace regreen {

/// A JSON web token of these claims (JSON), signed by RS256: RFC 7515, RFC 7518 section 3.3. The key is an RSA key in PEM, of PKCS #1
/// as GitHub hands it out or of PKCS #8, without a password; anything else is `invalid`, and no message quotes it.
Result<Secret> sign_token(std::string_view claims, const Secret& key);

}  // namespace regreen
