#include "policy/guard/condition.h"

#include "base/text.h"
#include "policy/guard/pattern.h"

namespace regreen {

std::size_t conditions_around(std::string_view code, std::size_t begin, std::size_t at, Language language) {
  static const Pattern conditional(
      R"re(^\}?\s*(?:if|elif|else|elsif|unless|except|catch|rescue|switch|case|match)\b|\bif \w+ let\b|^\}?\s*if\s*\(|suppress\()re");
  static const Pattern catching(R"re(\b(?:except|catch|rescue)\b)re"), trying(R"re(^(?:try|begin)\b)re");
  std::size_t count = 0;
  const auto judge = [&](std::string_view header, std::size_t from) {
    header = trim(header);
    if (found(conditional, header)) ++count;
    if (found(trying, header) && found(catching, code.substr(from, 2000))) ++count;
  };
  if ((language & (python | ruby | shell)) != 0) {
    auto depth = indent_at(code, line_start(code, at));
    for (auto line = line_start(code, at); line > begin;) {
      line = line_start(code, line - 1);
      if (line < begin) break;
      const auto words = code.substr(line, line_end(code, line) - line);
      if (trim(words).empty() || indent_at(code, line) >= depth) continue;
      depth = indent_at(code, line);
      judge(words, at);
    }
    const auto prefix = trim(code.substr(line_start(code, at), at - line_start(code, at)));
    if (prefix.starts_with("if ") || prefix.starts_with("unless ") || prefix.ends_with("&&") || prefix.ends_with("||"))
      ++count;
    return count;
  }
  std::vector<std::size_t> opens;
  for (auto i = begin; i < at; ++i) {
    if (code[i] == '{') opens.push_back(i);
    if (code[i] == '}' && !opens.empty()) opens.pop_back();
  }
  for (const auto open : opens) {
    if (open == begin) continue;
    const auto last = code.find_last_of(";{}", open - 1);
    const auto start = last == std::string_view::npos || last < begin ? begin + 1 : last + 1;
    judge(code.substr(start, open - start), at);
  }
  const auto last = code.find_last_of(";{}", at == 0 ? 0 : at - 1);
  const auto prefix = trim(code.substr(last + 1, at - last - 1));
  static const Pattern inline_condition(R"re(^(?:else )?if\s*\(.*\)$|(?:&&|\?)$)re");
  if (found(inline_condition, prefix)) ++count;
  return count;
}

std::vector<Token> condition_before(const CodeText& source, std::size_t begin, std::size_t at) {
  const std::string_view code = source.code;
  std::size_t depth = 0;
  for (auto i = at; i > begin; --i) {
    if (code[i - 1] == '}') ++depth;
    if (code[i - 1] != '{') continue;
    if (depth > 0) {
      --depth;
      continue;
    }
    const auto start = line_start(code, i - 1) + indent_at(code, line_start(code, i - 1));
    const auto head = trim(code.substr(start, i - 1 - start));
    if (!head.starts_with("if ") && !head.starts_with("} else if ")) return {};
    return tokens_of(source, start, i - 1);
  }
  return {};
}

}  // namespace regreen
