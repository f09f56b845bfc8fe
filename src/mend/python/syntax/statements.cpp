#include "mend/python/language/codemods.h"
#include "mend/python/language/python2_syntax.h"
#include "mend/python/syntax/mending.h"

#include <algorithm>

namespace regreen {
namespace {

// Does the statement begin like the header of a block, and lack the colon?
bool lacks_colon(const PythonSource& source, const PyStatement& statement) {
  if (!is_compound(source, statement.first)) return false;
  for (auto i = statement.first; i < statement.last; ++i) {
    if (source.is(i, "lambda") || (source.is(i, ":") && source.tokens()[i].depth == 0)) return false;
  }
  return true;
}

bool ends_operand(const PythonSource& source, std::size_t i) {
  const auto kind = source.tokens()[i].kind;
  return kind == PyKind::string || kind == PyKind::number || source.is_name(i) || source.is(i, ")") ||
         source.is(i, "]") || source.is(i, "}") || source.is(i, "None") || source.is(i, "True") ||
         source.is(i, "False");
}

bool begins_operand(const PythonSource& source, std::size_t i) {
  const auto kind = source.tokens()[i].kind;
  return kind == PyKind::string || kind == PyKind::number || source.is_name(i) || source.is(i, "{") ||
         source.is(i, "None") || source.is(i, "True") || source.is(i, "False");
}

// A text and a name side by side may be meant as one: `["row " name]`. In a call of print they are two.
bool lacks_operator(const PythonSource& source, std::size_t i) {
  const auto& left = source.tokens()[i];
  const auto& right = source.tokens()[i + 1];
  if (left.line != right.line || (left.kind == PyKind::string) == (right.kind == PyKind::string)) return false;
  if (!source.is_name(left.kind == PyKind::string ? i + 1 : i)) return false;
  const auto* statement = source.statement_at(left.line);
  return statement == nullptr || !source.is(statement->first, "print") || left.depth != 1;
}

}  // namespace

MendedTexts add_colon(const PythonSource& source, const PythonFault& fault) {
  const auto* here = statement_of(source, fault);
  if (here == nullptr || !lacks_colon(source, *here)) return {};
  std::vector<Edit> edits;
  const auto& all = source.statements();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool has_block = i + 1 < all.size() && all[i + 1].indent > all[i].indent;
    if (&all[i] != here && !(has_block && lacks_colon(source, all[i]))) continue;
    const auto& last = source.tokens()[all[i].last - 1];
    if (source.is(all[i].last - 1, ";"))
      edits.push_back({last.offset, 1, ":"});
    else
      edits.push_back({end_of(last), 0, ":"});
  }
  return mended(source, edits);
}

MendedTexts compare_literal(const PythonSource& source, const PythonFault& fault) {
  return mended(source, mend_comparison(source, "F632", fault.line));
}

MendedTexts python3(const PythonSource& source, const PythonFault& fault) {
  const auto* statement = statement_of(source, fault);
  const auto edits = python3_edits(source);
  const bool here = std::ranges::any_of(edits, [&](const Edit& edit) {
    return statement != nullptr && edit.offset >= statement->begin && edit.offset <= statement->end;
  });
  return here ? mended(source, edits) : MendedTexts{};
}

MendedTexts add_comma(const PythonSource& source, const PythonFault& fault) {
  const auto* statement = statement_of(source, fault);
  if (statement == nullptr) return {};
  std::vector<std::size_t> gaps;
  auto previous = statement->first;
  for (auto i = statement->first + 1; i < statement->last; ++i) {
    const auto& token = source.tokens()[i];
    if (token.kind == PyKind::comment) continue;
    const bool strings = token.kind == PyKind::string && source.tokens()[previous].kind == PyKind::string;
    // A bracket at the start of a new line begins an item of its own.
    const bool opens = (source.is(i, "(") || source.is(i, "[")) && token.line > source.tokens()[previous].line &&
                       !source.is_name(previous);
    if (token.depth > 0 && !strings && ends_operand(source, previous) && (begins_operand(source, i) || opens))
      gaps.push_back(previous);
    previous = i;
  }
  if (gaps.size() != 1 || lacks_operator(source, gaps[0])) return {};
  return mended(source, {{end_of(source.tokens()[gaps[0]]), 0, ","}});
}

MendedTexts compare_instead(const PythonSource& source, const PythonFault& fault) {
  const auto* statement = statement_of(source, fault);
  if (statement == nullptr) return {};
  const bool asks = source.is(statement->first, "if") || source.is(statement->first, "elif") ||
                    source.is(statement->first, "while") || source.is(statement->first, "assert");
  std::vector<Edit> edits;
  for (auto i = statement->first; i < statement->last && asks; ++i) {
    if (source.is(i, ":") && source.tokens()[i].depth == 0) break;
    if (source.is(i, "=") && source.tokens()[i].depth == 0) edits.push_back({source.tokens()[i].offset, 1, "=="});
  }
  return edits.size() == 1 ? mended(source, edits) : MendedTexts{};
}

MendedTexts foreign_words(const PythonSource& source, const PythonFault& fault) {
  const auto* statement = statement_of(source, fault);
  if (statement == nullptr) return {};
  std::vector<Edit> edits;
  const auto& tokens = source.tokens();
  const auto touching = [&](std::size_t i, std::string_view sign) {
    return source.is(i, sign) && source.is(i + 1, sign) && tokens[i + 1].offset == tokens[i].offset + 1;
  };
  const auto word = [&](std::size_t i, const std::string& text) {
    const auto begin = end_of(tokens[i - 1]);
    const auto end = i + 2 < tokens.size() ? tokens[i + 2].offset : end_of(tokens[i + 1]);
    edits.push_back({begin, end - begin, " " + text + " "});
  };
  for (auto i = statement->first; i + 1 < statement->last; ++i) {
    if (i == statement->first && source.is(i, "else") && source.is(i + 1, "if")) {
      edits.push_back({tokens[i].offset, end_of(tokens[i + 1]) - tokens[i].offset, "elif"});
    }
    if (i > statement->first && touching(i, "&")) word(i, "and");
    if (i > statement->first && touching(i, "|")) word(i, "or");
    const bool last = i == statement->first + 1 && i + 2 == statement->last && source.is_name(statement->first);
    if (last && touching(i, "+")) edits.push_back({tokens[i].offset, 2, " += 1"});
    if (last && touching(i, "-")) edits.push_back({tokens[i].offset, 2, " -= 1"});
  }
  return mended(source, edits);
}

MendedTexts make_async(const PythonSource& source, const PythonFault& fault) {
  const auto* statement = statement_of(source, fault);
  if (statement == nullptr || source.is(statement->first, "async")) return {};
  const PyStatement* def = source.is(statement->first, "def") ? statement : nullptr;
  auto level = statement->indent;
  for (const auto* above = statement; def == nullptr && above-- != source.statements().data();) {
    if (above->indent >= level) continue;
    level = above->indent;
    if (source.is(above->first, "def")) def = above;
    if (source.is(above->first, "class") || source.is(above->first, "async")) return {};
  }
  if (def == nullptr) return {};
  return mended(source, {{source.tokens()[def->first].offset, 0, "async "}});
}

}  // namespace regreen
