#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// Where a YAML text stops making sense. Lines count from 1.
struct YamlMistake {
  std::size_t line = 0;
  std::string message;
};

/// The first mistake; nothing where the text parses.
std::optional<YamlMistake> first_yaml_mistake(std::string_view text);

/// May a text be written without quotes in one of two documents, and with them in the other?
enum class Quotes { same, any };

/// Do both texts parse, and to the same documents: the same keys in the same order, the same scalars and tags?
bool same_yaml(std::string_view one, std::string_view other, Quotes quotes = Quotes::same);

}  // namespace regreen
