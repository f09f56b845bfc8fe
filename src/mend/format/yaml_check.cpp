#include "mend/format/yaml_check.h"

#include "base/among.h"
#include "base/text.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

namespace regreen {
namespace {

constexpr int depth_max = 100;              // deeper documents are nobody's configuration
constexpr std::size_t nodes_max = 100'000;  // aliases can blow a small text up

// Does a scalar without quotes stay a text? Not the words and numbers of YAML 1.1, nor what only looks like one of them.
bool is_text(const std::string& scalar) {
  static constexpr auto words =
      std::to_array<std::string_view>({"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<",
                                       ".inf", "-.inf", "+.inf", ".nan"});
  const bool is_word = is_among(lower(scalar), words);
  const bool is_version = std::ranges::count(scalar, '.') > 1;
  const bool is_number = contains("+-.0123456789", scalar.substr(0, 1)) &&
                         scalar.find_first_not_of("0123456789abcdefABCDEFxotTzZ_.:+- ") == std::string::npos;
  return !is_word && (is_version || !is_number);
}

/// Compares two documents; counts nodes, so that aliases cannot make it endless.
class Comparison {
 public:
  explicit Comparison(Quotes quotes) : quotes_(quotes) {}

  bool same(const YAML::Node& one, const YAML::Node& other, int depth = 0) {
    if (depth > depth_max || ++nodes_ > nodes_max) return false;
    if (one.Type() != other.Type()) return false;
    if (one.Tag() != other.Tag() && !(one.IsScalar() && are_one_text(one, other))) return false;
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
  // The library tags a scalar "?" without quotes, "!" with them.
  bool are_one_text(const YAML::Node& one, const YAML::Node& other) const {
    const auto tags = one.Tag() + other.Tag();
    return quotes_ == Quotes::any && (tags == "?!" || tags == "!?") && is_text(one.Scalar());
  }

  Quotes quotes_;
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

bool same_yaml(std::string_view one, std::string_view other, Quotes quotes) {
  YamlMistake mistake;
  const auto left = parsed(one, mistake), right = parsed(other, mistake);
  if (!left || !right || left->size() != right->size()) return false;
  for (std::size_t i = 0; i < left->size(); ++i) {
    try {
      if (!Comparison(quotes).same((*left)[i], (*right)[i])) return false;
    } catch (const YAML::Exception&) {
      return false;
    }
  }
  return true;
}

}  // namespace regreen
