#pragma once

#include <yaml-cpp/yaml.h>

#include <optional>
#include <string>
#include <utility>

namespace regreen {

/// A part of a YAML document, as a value. A YAML::Node must not be assigned: that would change the document.
class Yaml {
 public:
  Yaml() : node_(YAML::NodeType::Undefined) {}
  explicit Yaml(const YAML::Node& node) : node_(node.IsDefined() ? node : YAML::Node(YAML::NodeType::Undefined)) {}
  Yaml(const Yaml&) = default;
  Yaml& operator=(const Yaml& other) {
    node_.reset(other.node_);
    return *this;
  }

  const YAML::Node& node() const { return node_; }
  bool is_there() const { return node_.IsDefined() && !node_.IsNull(); }
  bool is_scalar() const { return node_.IsDefined() && node_.IsScalar(); }
  bool is_list() const { return node_.IsDefined() && node_.IsSequence(); }
  bool is_mapping() const { return node_.IsDefined() && node_.IsMap(); }

  /// An entry of a mapping; undefined where there is none, or it is no mapping.
  Yaml operator[](const std::string& key) const { return is_mapping() ? Yaml(std::as_const(node_)[key]) : Yaml(); }

  /// A scalar's text; empty for anything else.
  std::string text() const { return is_scalar() ? node_.Scalar() : ""; }

  /// Calls with each part of a list.
  template <class Function>
  void each(Function function) const {
    if (!is_list()) return;
    for (const auto& part : node_) function(Yaml(part));
  }

  /// Calls with the key and value of each entry of a mapping, in their order.
  template <class Function>
  void each_entry(Function function) const {
    if (!is_mapping()) return;
    for (const auto& row : node_) function(Yaml(row.first).text(), Yaml(row.second));
  }

 private:
  YAML::Node node_;
};

/// The first document of a text; nothing where it does not parse.
inline std::optional<Yaml> parse_yaml(const std::string& text) {
  try {
    return Yaml(YAML::Load(text));
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
}

}  // namespace regreen
