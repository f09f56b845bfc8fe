#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A member of a JSON object and where it stands.
struct JsonMember {
  std::string key;
  std::size_t offset = 0;   ///< of the key's quote
  std::size_t key_end = 0;  ///< behind the key's quote
  std::size_t value = 0;
  std::size_t value_end = 0;
};

/// A JSON object with positions, for edits that keep everything else as it is.
struct JsonObject {
  std::size_t open = 0;   ///< of '{'
  std::size_t close = 0;  ///< of '}'
  std::vector<JsonMember> members;

  const JsonMember* find(std::string_view key) const;
};

/// The object whose brace opens at or after `offset`; nothing where there is none, or it is not JSON.
std::optional<JsonObject> read_json_object(std::string_view text, std::size_t offset = 0);

/// The object that a member of `object` holds; nothing where it holds something else.
std::optional<JsonObject> object_in(std::string_view text, const JsonObject& object, std::string_view key);

/// The text of a member that is a string without escapes; nothing for anything else.
std::optional<std::string> string_in(std::string_view text, const JsonObject& object, std::string_view key);

/// Adds `"key": value` to an object: in order where its keys are sorted, else last; indented as the file is.
Edit add_member(std::string_view text, const JsonObject& object, std::string_view key, std::string_view value);

/// JSON with comments and commas before a closing bracket, as tsconfig.json may be, made JSON: what is too much becomes blanks, so
/// that every offset stays.
std::string plain_json(std::string_view text);

/// The same with the commas kept: blanks in the place of comments alone.
std::string without_json_comments(std::string_view text);

/// Is the whole text one JSON value?
bool is_json(std::string_view text);

}  // namespace regreen
