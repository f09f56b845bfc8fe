#include "mend/c/language/cpp_signature.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

bool is_plain_word(std::string_view word) {
  static constexpr auto of_types = std::to_array<std::string_view>(
      {"const", "int", "char", "long", "short", "unsigned", "signed", "bool", "float", "double", "void", "auto"});
  return is_identifier(word) && !is_among(word, of_types);
}

// The type, and the name behind it.
std::pair<std::string_view, std::string_view> type_and_name(std::string_view item) {
  item = trim(item.substr(0, item.find('=')));
  const auto name = word_before(item, item.size());
  const auto front = trim(item.substr(0, item.size() - name.size()));
  const bool is_named = is_plain_word(name) && !front.empty() && !front.ends_with("::") && front != "const";
  return is_named ? std::pair(front, name) : std::pair(item, std::string_view());
}

CppParameter parameter_in(std::string_view item) {
  const auto [type, name] = type_and_name(item);
  CppParameter parameter{type, name, {}, false};
  auto rest = parameter.type;
  parameter.is_const = rest.starts_with("const") && !is_word_byte(rest.size() > 5 ? rest[5] : ' ');
  if (parameter.is_const) rest.remove_prefix(5);
  for (const char c : rest) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') parameter.core += c;
    while (parameter.core.ends_with("::")) {
      const auto front = std::string_view(parameter.core).substr(0, parameter.core.size() - 2);
      parameter.core.resize(front.size() - word_before(front, front.size()).size());
    }
  }
  return parameter;
}

std::vector<CppParameter> parameters_in(std::string_view list) {
  std::vector<CppParameter> parameters;
  for (const auto item : items_of(list, Speech::c)) {
    if (item != "void") parameters.push_back(parameter_in(item));
  }
  return parameters;
}

std::string_view tail_behind(std::string_view code, std::size_t close) {
  return code.substr(close + 1, code.find_first_of(";{=", close) - close - 1);
}

// The edits that make the type of a parameter that of the base's.
void follow_type(std::string_view code, const CppParameter& from, const CppParameter& to, std::vector<Edit>& edits) {
  const auto begin = offset_in(code, from.type);
  if (from.core != to.core) {
    const bool is_joined = is_word_byte(code[begin + from.type.size()]);
    edits.push_back({begin, from.type.size(), std::string(to.type) + (is_joined ? " " : "")});
    return;
  }
  if (to.is_const && !from.is_const) edits.push_back({begin, 0, "const "});
  if (from.is_const && !to.is_const) edits.push_back({begin, code.find_first_not_of(" \t\r\n", begin + 5) - begin, ""});
}

}  // namespace

bool CppSignature::is_near(const CppSignature& other) const {
  return std::ranges::equal(parameters, other.parameters, {}, &CppParameter::core, &CppParameter::core);
}

bool CppSignature::is_same(const CppSignature& other) const {
  return is_near(other) && is_const == other.is_const &&
         std::ranges::equal(parameters, other.parameters, {}, &CppParameter::is_const, &CppParameter::is_const);
}

CppSignature cpp_signature(std::string_view code, std::size_t open, std::size_t close) {
  const auto parameters = code.substr(open + 1, close - open - 1);
  return {parameters_in(parameters), !words_in(tail_behind(code, close), "const").empty()};
}

std::vector<Edit> follow_signature(std::string_view code, std::size_t open, std::size_t close,
                                   const CppSignature& base) {
  std::vector<Edit> edits;
  const auto own = cpp_signature(code, open, close);
  for (std::size_t i = 0; i < own.parameters.size(); ++i)
    follow_type(code, own.parameters[i], base.parameters[i], edits);
  if (base.is_const && !own.is_const) edits.push_back({close + 1, 0, " const"});
  if (own.is_const && !base.is_const) {
    const auto word = words_in(tail_behind(code, close), "const")[0] + close + 1;
    const auto begin = code.find_last_not_of(" \t\r\n", word - 1) + 1;
    edits.push_back({begin, word + 5 - begin, ""});
  }
  return edits;
}

}  // namespace regreen
