#include "mend/jvm/java_class_shape.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/jvm/java_code_text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto kinds = std::to_array<std::string_view>({"class", "interface", "enum", "record"});
constexpr auto of_enums =
    std::to_array<std::string_view>({"values", "valueOf", "name", "ordinal", "compareTo", "getDeclaringClass"});

// The word `class` before the name, where it is declared outside of all classes; npos where it is not.
std::size_t declared_at(std::string_view code, std::string_view name) {
  for (const auto at : words_in(code, name)) {
    const auto end = end_of_code_before(code, at);
    const auto word = word_before(code, end);
    if (is_among(word, kinds) && bracket_around(code, at) == npos) return at;
  }
  return npos;
}

std::size_t behind_blanks(std::string_view code, std::size_t at) {
  const auto found = code.find_first_not_of(" \t\r\n", at);
  return found == npos ? code.size() : found;
}

class Reader {
 public:
  Reader(std::string_view code, std::string_view name) : code_(code), name_(name) {}

  JavaClass read() {
    const auto at = declared_at(code_, name_);
    const auto open = at == npos ? npos : code_.find('{', at);
    const auto close = open == npos ? npos : closing_bracket(code_, open);
    if (close == npos) return {};
    read_head(at, open);
    read_body(open + 1, close);
    if (made_.kind == "enum") made_.members.insert(of_enums.begin(), of_enums.end());
    return std::move(made_);
  }

 private:
  void read_head(std::size_t at, std::size_t open) {
    const auto kind_end = end_of_code_before(code_, at);
    const auto kind = word_before(code_, kind_end);
    const auto before = head_before(code_, kind_end - kind.size());
    made_.kind = trim(before).ends_with('@') ? "@interface" : std::string(kind);
    made_.is_public = !words_in(before, "public").empty();
    const auto head = code_.substr(at, open - at);
    made_.may_have_more = !words_in(head, "extends").empty() || !words_in(head, "implements").empty() ||
                          !words_in(code_, "lombok").empty() || !words_in(code_, "AutoValue").empty();
    const auto round = head.find('(');
    if (made_.kind != "record" || round == npos) return;
    const auto close = closing_bracket(code_, at + round);
    if (close == npos || close > open) return;
    JavaMethod maker;
    for (const auto item : items_of(code_.substr(at + round + 1, close - at - round - 1), Speech::java)) {
      maker.takes.push_back(java_parameter_type(item));
      made_.members.emplace(word_before(item, item.size()));
    }
    made_.methods.push_back(std::move(maker));
  }

  // What stands in the body itself: names before `(`, `=`, `;`, `,` and the constants of an enum.
  void read_body(std::size_t at, std::size_t end) {
    while (at < end) {
      if (code_[at] == '=') {
        at = behind_value(at, end);
      } else if (contains("({[", code_.substr(at, 1))) {
        const auto close = closing_bracket(code_, at);
        at = close == npos ? end : close + 1;
      } else if (is_word_byte(code_[at])) {
        const auto word = word_at(code_, at);
        read_word(at, word);
        at += std::max<std::size_t>(word.size(), 1);
      } else {
        ++at;
      }
    }
  }

  std::size_t behind_value(std::size_t at, std::size_t end) const {
    while (at < end && code_[at] != ';') {
      const auto close = contains("({[", code_.substr(at, 1)) ? closing_bracket(code_, at) : at;
      at = close == npos ? end : close + 1;
    }
    return at;
  }

  void read_word(std::size_t at, std::string_view word) {
    const auto next = behind_blanks(code_, at + word.size());
    const auto sign = code_.substr(next, 1);
    const bool is_annotation = at > 0 && code_[at - 1] == '@';
    const bool is_class = is_among(word_before(code_, end_of_code_before(code_, at)), kinds);
    if (is_annotation || word.empty() || (!is_class && !contains("(=;,{}", sign)) || sign.empty()) return;
    if (word != name_) made_.members.emplace(word);
    const auto close = sign == "(" ? closing_bracket(code_, next) : npos;
    if (close == npos || is_class) return;
    const auto before = java_type_before(code_, at);
    const bool is_maker = word == name_;
    if (before.empty() && !is_maker) return;  // a constant of an enum
    JavaMethod method{std::string(word), is_maker ? "" : before, {}, before == "private"};
    for (const auto item : items_of(code_.substr(next + 1, close - next - 1), Speech::java)) {
      if (!trim(item).empty()) method.takes.push_back(java_parameter_type(item));
    }
    made_.methods.push_back(std::move(method));
  }

  std::string_view code_;
  std::string_view name_;
  JavaClass made_;
};

}  // namespace

bool JavaClass::is_made_with(std::size_t arguments) const {
  bool has_maker = false;
  for (const auto& method : methods) {
    if (!method.type.empty()) continue;
    has_maker = true;
    if (method.is_hidden) continue;
    const bool is_variadic = !method.takes.empty() && method.takes.back().ends_with("...");
    if (method.takes.size() == arguments || (is_variadic && arguments + 1 >= method.takes.size())) return true;
  }
  return kind == "class" && !has_maker && arguments == 0;
}

JavaClass java_class(std::string_view code, std::string_view name) {
  return code.size() > source_bytes_max ? JavaClass{} : Reader(code, name).read();
}

std::string java_parameter_type(std::string_view parameter) {
  auto text = trim(parameter);
  const auto name = word_before(text, text.size());
  text = trim(text.substr(0, text.size() - name.size()));
  const auto list = text.find('<');
  auto begin = text.substr(0, list).find_last_of(" \t\r\n");
  begin = begin == npos ? 0 : begin + 1;
  return std::string(text.substr(begin));
}

std::string package_of_code(std::string_view code) {
  for (const auto line : split_lines(code)) {
    if (line.starts_with("package ")) return std::string(trim(line.substr(8, line.find(';') - 8)));
  }
  return "";
}

std::string package_seen(std::string_view code, std::string_view name, const std::set<std::string>& packages) {
  std::string whole;
  for (const auto line : split_lines(code)) {
    if (!line.starts_with("import ")) continue;
    const auto full = trim(line.substr(7, line.find(';') - 7));
    const auto dot = full.rfind('.');
    if (dot == npos) continue;
    if (full.substr(dot + 1) == name) return std::string(full.substr(0, dot));
    const std::string package(full.substr(0, dot));
    if (full.ends_with(".*") && packages.contains(package)) whole = whole.empty() ? package : "?";
  }
  const auto own = package_of_code(code);
  if (packages.contains(own)) return own;
  return whole == "?" ? "" : whole;
}

}  // namespace regreen
