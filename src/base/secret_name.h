#pragma once

#include <string_view>

namespace regreen {

/// What a name says of the value that is assigned to it.
enum class NameKind {
  other,
  password,  ///< any value is one: DB_PASSWORD, client_secret
  token,     ///< words are not, random strings are: token, api_key, GH_PAT
  header,    ///< a scheme may come first: Authorization
};

/// Names are written in many ways: `DB_PASSWORD`, `dbPassword`, `db-password`, `spring.db.password`. The last words
/// count: `password_file` and `tokenizer` are other names.
NameKind kind_of_name(std::string_view name);

/// May a name of another kind than `other` end a text? Settles most of them by their last letters.
bool may_end_with_secret_name(std::string_view text);

}  // namespace regreen
