#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/python/language/codemods.h"
#include "mend/python/language/names.h"
#include "mend/python/syntax/indent.h"
#include "mend/python/syntax/mending.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

struct Replaced {
  std::string_view bytes, by;
};

// Characters that look like Python's own: typographic quotes, blanks and dashes, and some that cannot be seen.
constexpr std::array<Replaced, 16> lookalikes = {{{"\xE2\x80\x9C", "\""},
                                                  {"\xE2\x80\x9D", "\""},
                                                  {"\xE2\x80\x9E", "\""},
                                                  {"\xE2\x80\x98", "'"},
                                                  {"\xE2\x80\x99", "'"},
                                                  {"\xC2\xA0", " "},
                                                  {"\xE2\x80\x8B", ""},
                                                  {"\xEF\xBB\xBF", ""},
                                                  {"\xE2\x80\x93", "-"},
                                                  {"\xE2\x80\x94", "-"},
                                                  {"\xE2\x88\x92", "-"},
                                                  {"\xEF\xBC\x88", "("},
                                                  {"\xEF\xBC\x89", ")"},
                                                  {"\xEF\xBC\x8C", ","},
                                                  {"\xEF\xBC\x9A", ":"},
                                                  {"\xE2\x80\xA6", "..."}}};

// The string in a field of an f-string that begins at `at`: behind its last quote; npos where it cannot have other quotes than it has, or
// does not end on its line.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  auto end = text.find_first_of("\"'\\\n", at + 1);
  while (end < text.size() && text[end] == '\\' && !contains("\"'\\\n", text.substr(end + 1, 1)))
    end = text.find_first_of("\"'\\\n", end + 1);
  const bool is_format = at > 0 && contains("fF", text.substr(at - 1, 1));
  const bool is_plain = end < text.size() && text[end] == text[at] && !is_format;
  return is_plain ? end + 1 : std::string_view::npos;
}

// The quotes in the fields of the f-string that begins with the quote at `open`, as the other kind; nothing where a string in them has
// that kind in itself, or the f-string does not end on its line. `end` becomes the place behind it.
std::vector<Edit> requoted(std::string_view text, std::size_t open, std::size_t& end) {
  const char quote = text[open], other = quote == '"' ? '\'' : '"';
  std::vector<Edit> edits;
  std::size_t depth = 0;
  for (end = open + 1; end < text.size() && text[end] != '\n'; ++end) {
    const bool twice = depth == 0 && (text.substr(end, 2) == "{{" || text.substr(end, 2) == "}}");
    if (twice) {
      ++end;
    } else if (text[end] == '{') {
      ++depth;
    } else if (text[end] == '}' && depth > 0) {
      --depth;
    } else if (text[end] == quote && depth == 0) {
      ++end;
      return edits;
    } else if (depth > 0 && (text[end] == quote || text[end] == other)) {
      const auto behind = end_of_plain(text, end);
      if (behind == std::string_view::npos) break;
      if (text[end] == quote) {
        edits.push_back({end, 1, std::string(1, other)});
        edits.push_back({behind - 1, 1, std::string(1, other)});
      }
      end = behind - 1;
    }
  }
  end = std::min(text.find('\n', end), text.size());
  return {};
}

}  // namespace

// Does a text that lost its last quote go on with a name of the file: `"bad row:, row)`? Then the quote stood before it.
bool runs_into_name(const PythonSource& source, std::string_view text) {
  for (auto at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1)) {
    const auto rest = trim(text.substr(at + 1));
    const auto name =
        rest.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(rest, is_word_byte) - rest.begin()));
    const auto behind = trim(rest.substr(name.size()));
    const bool goes_on = !behind.empty() && is_word_byte(behind.front());  // as a sentence does
    if (!goes_on && is_python_name(name) && !uses_of(source, name).empty()) return true;
  }
  return false;
}

MendedTexts close_string(const PythonSource& source, const PythonFault& fault) {
  const auto found = std::ranges::find_if(source.tokens(), [&](const PyToken& token) {
    if (token.kind != PyKind::string || token.line != fault.line) return false;
    return !PythonSource(source.text(token)).is_balanced();
  });
  if (found == source.tokens().end()) return {};
  const auto text = source.text(*found);
  const auto quote_at = text.find_first_of("\"'");
  const std::string quote(1, text[quote_at]);
  if (text.substr(quote_at, 3) == std::string(3, quote[0]) || runs_into_name(source, text)) return {};
  auto end = found->offset + text.find_last_not_of(" \t\r") + 1;
  MendedTexts texts;
  const auto begin = found->offset + quote_at + 1;
  for (; end >= begin; --end) {
    const auto* statement = source.statement_at(fault.line);
    const bool header = statement != nullptr && is_compound(source, statement->first);
    for (auto& closed : mended(source, {{end, 0, quote}})) {
      const PythonSource again(closed);
      const auto* after = again.statement_at(fault.line);
      const bool ends = after != nullptr && (!header || again.is(after->last - 1, ":"));
      if (ends && is_indented_well(again)) texts.push_back(std::move(closed));
    }
    if (end == begin || !contains(")]},:;", source.text().substr(end - 1, 1)) || !texts.empty()) break;
  }
  return texts;
}

// f"today is {day" → f"today is {day}", where nothing but the expression follows the brace
MendedTexts close_field(const PythonSource& source, const PythonFault& fault) {
  for (const auto& token : source.tokens()) {
    const auto text = source.text(token);
    const auto quote = text.find_first_of("\"'");
    if (token.kind != PyKind::string || token.line != fault.line || quote == std::string_view::npos) continue;
    if (!contains(lower(text.substr(0, quote)), "f") || text.substr(quote, 3) == std::string(3, text[quote])) continue;
    std::size_t open = std::string_view::npos;
    for (auto at = quote + 1; at + 1 < text.size(); ++at) {
      const bool twice = text.substr(at, 2) == "{{" || text.substr(at, 2) == "}}";
      if (twice)
        ++at;
      else if (text[at] == '{')
        open = at;
      else if (text[at] == '}')
        open = std::string_view::npos;
    }
    if (open == std::string_view::npos) continue;
    const auto rest = text.substr(open + 1, text.size() - open - 2);
    if (is_module_name(rest)) return mended(source, {{end_of(token) - 1, 0, "}"}});
  }
  return {};
}

// Python stops at the first; the others of the file are as wrong.
MendedTexts requote_inside(const PythonSource& source, const PythonFault& fault) {
  std::vector<Edit> edits;
  bool has_mended = false;
  std::size_t behind = 0;
  for (const auto& token : source.tokens()) {
    const auto text = source.text(token);
    const auto quote = token.kind == PyKind::string ? text.find_first_of("\"'") : std::string_view::npos;
    if (quote == std::string_view::npos || token.offset < behind || !contains(lower(text.substr(0, quote)), "f"))
      continue;
    if (text.substr(quote, 3) == std::string(3, text[quote])) continue;
    auto own = requoted(source.text(), token.offset + quote, behind);
    has_mended |= !own.empty() && token.line == fault.line;
    edits.insert(edits.end(), own.begin(), own.end());
  }
  return has_mended ? mended(source, edits) : MendedTexts{};
}

// Words that let a value be worked out later, more than once or not at all; what gives way in between may change it.
constexpr auto worked_out_otherwise =
    std::to_array<std::string_view>({"lambda", "for", "if", "else", "and", "or", "await", "yield", ":=", "assert"});

// f"{title}\n{'\n'.join(rows)}" before Python 3.12: the expression moves in front of the statement.
MendedTexts hoist_field(const PythonSource& source, const PythonFault& fault) {
  const auto* one = source.statement_at(fault.line);
  if (one == nullptr || is_compound(source, one->first)) return {};
  for (auto i = one->first; i < one->last; ++i) {
    if (is_among(source.text(i), worked_out_otherwise)) return {};
  }
  for (auto i = one->first; i < one->last; ++i) {
    const auto& token = source.tokens()[i];
    const auto text = source.text(token);
    const bool format = token.kind == PyKind::string && contains(lower(text.substr(0, 2)), "f");
    for (auto open = format ? text.find('{') : std::string_view::npos; open != std::string_view::npos;
         open = text.find('{', open + 1)) {
      if (text.substr(open, 2) == "{{") {
        ++open;
        continue;
      }
      const auto close = text.find('}', open);
      const auto field = close == std::string_view::npos ? close : close - open - 1;
      const auto expression = field == close ? std::string_view{} : text.substr(open + 1, field);
      if (!contains(expression, "\\")) continue;
      const std::string name = contains(expression, ".join(") ? "joined" : "value";
      const bool clear = uses_of(source, name).empty() && PythonSource(expression).is_balanced() &&
                         expression.find_first_of("!{\n") == std::string_view::npos;
      if (!clear) return {};
      auto value = std::string(expression);
      if (contains(text.substr(0, 3), "\"") && !contains(value, "\"")) value = replace_all(value, "'", "\"");
      const auto indent = source.text().substr(one->begin, source.tokens()[one->first].offset - one->begin);
      return mended(source, {{one->begin, 0, std::string(indent) + name + " = " + value + "\n"},
                             {token.offset + open + 1, expression.size(), name}});
    }
  }
  return {};
}

MendedTexts plain_characters(const PythonSource& source, const PythonFault&) {
  std::string text(source.text());
  std::vector<Edit> edits;
  std::size_t token = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (token < source.tokens().size() && end_of(source.tokens()[token]) <= at) ++token;
    if (token < source.tokens().size() && source.tokens()[token].offset <= at) {
      const auto kind = source.tokens()[token].kind;
      if (kind == PyKind::string || kind == PyKind::comment) continue;
    }
    for (const auto& [bytes, by] : lookalikes) {
      if (text.compare(at, bytes.size(), bytes) == 0 && !(at == 0 && bytes == "\xEF\xBB\xBF"))
        edits.push_back({at, bytes.size(), std::string(by)});
    }
  }
  return mended(source, edits);
}

MendedTexts raw_string(const PythonSource& source, const PythonFault& fault) {
  std::vector<Edit> edits;
  for (const auto& token : source.tokens()) {
    const auto text = source.text(token);
    const auto lines = std::ranges::count(text, '\n');
    const bool here = token.line <= fault.line && fault.line <= token.line + lines;
    const auto quote = text.find_first_of("\"'");
    if (token.kind != PyKind::string || !here || quote != 0) continue;
    const auto content = text.substr(text.starts_with("\"\"\"") || text.starts_with("'''") ? 3 : 1);
    const bool path = content.size() > 2 && content[1] == ':' && content[2] == '\\';
    const bool escape =
        contains(text, "\\U") || contains(text, "\\u") || contains(text, "\\N") || contains(text, "\\x");
    const bool ends_in_backslash = contains(text, "\\\\") || contains(text, "\\\"") || contains(text, "\\'");
    if (escape && path && !ends_in_backslash) edits.push_back({token.offset, 0, "r"});
  }
  return edits.size() == 1 ? mended(source, edits) : MendedTexts{};
}

MendedTexts double_backslash(const PythonSource& source, const PythonFault&) {
  return mended(source, mend_escapes(source));
}

}  // namespace regreen
