#include "mend/rust/language/rust_text.h"

#include "base/text.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

}  // namespace

RustText::RustText(std::string source) : text(std::move(source)), code(code_only(text, Speech::rust)), lines(text) {}

std::string_view RustText::before_in_line(std::size_t at) const {
  const auto begin = lines.begin(lines.number_at(at));
  return trim(std::string_view(code).substr(begin, at - begin));
}

std::optional<std::size_t> place_in(const RustText& source, const RustcMessage& message) {
  return offset_of(source.text, message.line, message.column);
}

std::optional<std::size_t> name_in(const RustText& source, const RustcMessage& message) {
  const auto name = first_quoted(message.header);
  return is_identifier(name) ? offset_of(source.text, message.line, message.column, name) : std::nullopt;
}

std::string first_quoted(std::string_view message) {
  const auto open = message.find('`');
  const auto close = open == npos ? npos : message.find('`', open + 1);
  return close == npos ? "" : std::string(message.substr(open + 1, close - open - 1));
}

std::string last_quoted(std::string_view message) {
  const auto close = message.rfind('`');
  if (close == npos || close == 0) return "";
  const auto open = message.rfind('`', close - 1);
  return open == npos ? "" : std::string(message.substr(open + 1, close - open - 1));
}

std::vector<std::string> all_quoted(std::string_view message) {
  std::vector<std::string> all;
  const auto parts = split(message, '`');
  for (std::size_t i = 1; i + 1 < parts.size(); i += 2) all.emplace_back(parts[i]);
  return all;
}

}  // namespace regreen
