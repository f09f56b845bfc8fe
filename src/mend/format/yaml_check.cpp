#include "mend/format/yaml_check.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>
#include <vector>

namespace regreen {
namespace {

constexpr int depth_max = 100;              // deeper documents are nobody's configuration
constexpr std::size_t nodes_max = 100'000;  // aliases can blow a small text up

/// Compares two documents; counts nodes, so that aliases cannot make it endless.
class Comparison {
 public:
  bool same(const YAML::Node& one, const YAML::Node& other, int depth = 0) {
    if (depth > depth_max || ++nodes_ > nodes_max) return false;
    if (one.Type() != other.Type() || one.Tag() != other.Tag()) return false;
    if (one.IsScalar()) return one.Scalar() == other.Scalar();
    if (!one.IsSequence() && !one.IsMap()) return true;
    if (one.size() != other.size()) return false;
    auto right = other.begin();
    for (auto left = one.begin(); left != one.end(); ++left, ++right) {
      const bool equal =
          one.IsMap() ? same(left->first, right->first, depth + 1) && same(left->second, right->second, depth + 1)
                      : same(*left, *right, depth + 1);
      if (!equal) return false;
    }
    return true;
  }

 private:
  std::size_t nodes_ = 0;
};

/// Follows the documents of a text. Where one begins with what can begin none (`, 2]`), the library finds it again and again,
/// without an end and without an error.
class Documents final : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (mark.pos == last_) throw YAML::ParserException(mark, "nothing begins here");
    last_ = mark.pos;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}

 private:
  int last_ = -1;
};

void follow(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  Documents documents;
  while (parser.HandleNextDocument(documents)) {
  }
}

// The library throws; here is where that ends.
std::optional<std::vector<YAML::Node>> parsed(std::string_view given, YamlMistake& mistake) {
  const std::string text(given);
  try {
    follow(text);
    return YAML::LoadAll(text);
  } catch (const YAML::Exception& error) {
    mistake = {static_cast<std::size_t>(error.mark.line + 1), error.msg};
  }
  return std::nullopt;
}

}  // namespace

std::optional<YamlMistake> first_yaml_mistake(std::string_view text) {
  YamlMistake mistake;
  text = text.substr(0, text.find_last_not_of(" \r\n") + 1);  // behind a line end the library forgives an open quote
  if (parsed(text, mistake)) return std::nullopt;
  return mistake;
}

bool same_yaml(std::string_view one, std::string_view other) {
  YamlMistake mistake;
  const auto left = parsed(one, mistake), right = parsed(other, mistake);
  if (!left || !right || left->size() != right->size()) return false;
  for (std::size_t i = 0; i < left->size(); ++i) {
    try {
      if (!Comparison().same((*left)[i], (*right)[i])) return false;
    } catch (const YAML::Exception&) {
      return false;
    }
  }
  return true;
}

}  // namespace regreen
