#pragma once

#include "verify/yaml.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace regreen {

/// A value in a workflow's expressions: null, a truth, a text or number, a list or mapping.
using Value = std::variant<std::monostate, bool, std::string, Yaml>;

/// What expressions can see: the value of a name such as "matrix" or "env.MODE" in its context. Nothing: only the run
/// knew it.
using Scope = std::function<std::optional<Value>(std::string_view context, const std::string& name)>;

/// A text with its `${{ … }}` worked out.
struct Filled {
  std::string text;
  std::vector<std::string> unknown;  ///< the expressions that only the run knew; they are still in the text
};
Filled filled(std::string_view text, const Scope& scope);

/// What one expression comes to, without its `${{ }}`; nothing where only the run knew it, or it is none.
std::optional<Value> evaluate(std::string_view expression, const Scope& scope);

/// The value of a node; where it is a text of one expression and nothing else, what that comes to.
std::optional<Value> resolved(const Yaml& node, const Scope& scope);

/// A value as it is written into a text, and as a condition.
std::string text_of(const Value& value);
bool is_true(const Value& value);

}  // namespace regreen
