#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The modules that a go.mod requires, in its order.
std::vector<std::string> go_required(std::string_view manifest);

/// A module's path without its major version: "example.org/tide" of example.org/tide/v2, "gopkg.in/yaml" of gopkg.in/yaml.v3.
std::string_view without_go_major(std::string_view module);

/// What an import path, written with whatever major version, names below a module: "wave" of example.org/tide/wave for
/// example.org/tide/v2, "" for the module's own package. Nothing where it is of another module.
std::optional<std::string> below_go_module(std::string_view path, std::string_view module);

}  // namespace regreen
