#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What we may do about a kind of failure, and what a person would be asked.
enum class Healing {
  allowed,    ///< remedies may try
  escalate,   ///< where no remedy proves itself a human decides, not an agent (CONTRACT.md, decision table)
  forbidden,  ///< never healed automatically (C9)
};

/// One word of the vocabulary of causes. Users may use words of their own; those are `allowed`.
struct CategoryWord {
  std::string_view name;
  std::string_view alias;  ///< the earlier systems' name, or empty
  Healing healing = Healing::allowed;
  bool transient = false;  ///< running again is worth trying without further evidence
};

/// The whole vocabulary, in the order of docs/categories.md.
std::span<const CategoryWord> category_words();

/// The canonical name of a category or alias; another word stays as it is.
std::string canonical_category(std::string_view name);

/// The earlier names under which a category is known, possibly none.
std::vector<std::string> category_aliases(std::string_view name);

Healing healing_of(std::string_view category);

/// Is running again worth trying without further evidence?
bool is_transient(std::string_view category);

/// Is this a name that we know?
bool is_canonical_category(std::string_view name);

}  // namespace regreen
