#include "mend/node/lint/prototype_call.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/node/language/chain.h"
#include "mend/text/code_text.h"

#include <array>
#include <string>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto methods = std::to_array<std::string_view>({"hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"});

// `new Map().has…`: the call belongs to `new`. `run (a).has…`: so do the brackets to `run`.
bool is_part_of_more(std::string_view code, const Span& object) {
  const auto end = end_of_code_before(code, object.begin);
  const auto word = word_before(code, end);
  if (word == "new") return true;
  const bool opens = code[object.begin] == '(' && end > 0;
  return opens && (contains(")]", code.substr(end - 1, 1)) || (is_name_byte(code[end - 1]) && !is_keyword(word)));
}

}  // namespace

std::vector<Edit> called_of_prototype(std::string_view text, std::string_view code, std::size_t at) {
  const auto method = at < code.size() ? word_at(code, at) : "";
  const auto open = at + method.size();
  if (!is_among(method, methods) || code.substr(open, 1) != "(") return {};
  const auto argument = code.find_first_not_of(" \t\r\n", open + 1);
  const auto dot = end_of_code_before(code, at);
  if (dot < 2 || code[dot - 1] != '.' || code[dot - 2] == '?' || argument == npos || code[argument] == ')') return {};
  const auto object = chain_before(code, dot - 1);
  if (!object || object->of(code) == "super" || contains(object->of(code), "?.") || is_part_of_more(code, *object))
    return {};
  const auto name = std::string(text.substr(object->begin, object->end - object->begin));
  return {
      {object->begin, open + 1 - object->begin, "Object.prototype." + std::string(method) + ".call(" + name + ", "}};
}

}  // namespace regreen
