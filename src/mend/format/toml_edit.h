#pragma once

#include "model/patch.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A key of a TOML file and where its value stands.
struct TomlKey {
  std::string table;  ///< "tool.poetry.dependencies"; parts without quotes; empty at the top
  std::string name;   ///< as it is spoken: dotted keys joined by '.', without quotes
  std::size_t offset = 0;
  std::size_t value = 0;      ///< where the value begins
  std::size_t value_end = 0;  ///< behind the value, before blanks and a comment
};

/// A [table] of a TOML file. The top of the file is a table without a name.
struct TomlTable {
  std::string name;
  bool is_array = false;  ///< [[name]]
  std::size_t header = 0;
  std::size_t end = 0;  ///< behind the last key, or the header where there is none; after its line end
};

/// A TOML file with positions, for edits that keep everything else as it is. Borrows the text. It finds keys in files
/// that are right; whether one still parses after an edit is asked of `is_toml`.
class TomlText {
 public:
  explicit TomlText(std::string_view text);

  const std::vector<TomlKey>& keys() const { return keys_; }
  const std::vector<TomlTable>& tables() const { return tables_; }

  const TomlKey* find(std::string_view table, std::string_view name) const;
  const TomlTable* find_table(std::string_view name) const;
  std::vector<const TomlKey*> keys_of(std::string_view table) const;

  /// The value as it is written, quotes included.
  std::string_view value(const TomlKey& key) const { return text_.substr(key.value, key.value_end - key.value); }

  /// Adds a line `name = value` to a table: in order where its keys are sorted, else last.
  Edit add_key(const TomlTable& table, std::string_view name, std::string_view value) const;

  /// Adds a table with lines in it to the end of the file.
  Edit add_table(std::string_view header, std::string_view lines) const;

 private:
  void read_header(std::size_t line_begin, std::size_t line_end);
  std::size_t read_key(std::size_t line_begin);

  std::string_view text_;
  std::vector<TomlKey> keys_;
  std::vector<TomlTable> tables_;
};

/// Behind the string whose quote, one or three of them, opens at `at`; its line end or the end of the text where it is not closed.
std::size_t end_of_toml_string(std::string_view text, std::size_t at);

bool is_toml(std::string_view text);

}  // namespace regreen
