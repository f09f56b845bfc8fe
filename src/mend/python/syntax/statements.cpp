#include "mend/python/language/codemods.h"
#include "mend/python/language/expression.h"
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

// Does a call stand behind the `=` and what can keep its result in front of it? Both `==` and `:=` make sense then.
bool may_keep_result(const PythonSource& source, const PyStatement& statement, std::size_t equals) {
  const bool can_keep = source.is_name(equals - 1) || source.is(equals - 1, "]");
  for (auto i = equals + 1; i < statement.last && can_keep; ++i) {
    const bool ends = source.is(i, ":") || source.is(i, ",");
    if (ends && source.tokens()[i].depth == 0) return false;
    if (source.is(i, "(") && (source.is_name(i - 1) || source.is(i - 1, ")") || source.is(i - 1, "]"))) return true;
  }
  return false;
}

bool uses_plainly(const PythonSource& source, const PyStatement& one, std::string_view name) {
  for (auto i = one.first; i < one.last; ++i) {
    if (source.is(i, name) && (i == one.first || !source.is(i - 1, "."))) return true;
  }
  return false;
}

// Is a name used in the block below, and not before it in the function, but for `name = None`?
bool is_kept_for_block(const PythonSource& source, const PyStatement& header, std::string_view name) {
  const auto& all = source.statements();
  const auto at = static_cast<std::size_t>(&header - all.data());
  const auto around = function_around(source, at);
  if (around && takes_parameter(source, *around, name)) return false;
  for (auto s = around ? around->head + 1 : 0; s < at; ++s) {
    const auto& one = all[s];
    const bool is_empty = one.last == one.first + 3 && source.is(one.first, name) && source.is(one.first + 1, "=") &&
                          source.is(one.first + 2, "None");
    if (!is_empty && uses_plainly(source, one, name)) return false;
  }
  for (auto s = at + 1; s < all.size() && all[s].indent > header.indent; ++s) {
    if (uses_plainly(source, all[s], name)) return true;
  }
  return false;
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
    if (!source.is(i, "=") || source.tokens()[i].depth > 0) continue;
    if (may_keep_result(source, *statement, i)) return {};
    edits.push_back({source.tokens()[i].offset, 1, "=="});
  }
  return edits.size() == 1 ? mended(source, edits) : MendedTexts{};
}

MendedTexts assign_in_condition(const PythonSource& source, const PythonFault& fault) {
  const auto* one = statement_of(source, fault);
  if (one == nullptr || one->last < one->first + 6 || !is_compound(source, one->first)) return {};
  const auto name = one->first + 1, colon = one->last - 1;
  const bool keeps = source.is_name(name) && source.is(name + 1, "=") && source.is(colon, ":") &&
                     source.is(colon - 1, ")") && value_before(source, colon) == name + 2;
  if (!keeps || !is_kept_for_block(source, *one, source.text(name))) return {};
  return mended(source, {{source.tokens()[name + 1].offset, 1, ":="}});
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

const PyStatement* plain_def_around(const PythonSource& source, const PythonFault& fault) {
  const auto* statement = statement_of(source, fault);
  if (statement == nullptr || source.is(statement->first, "async")) return nullptr;
  const PyStatement* def = source.is(statement->first, "def") ? statement : nullptr;
  auto level = statement->indent;
  for (const auto* above = statement; def == nullptr && above-- != source.statements().data();) {
    if (above->indent >= level) continue;
    level = above->indent;
    if (source.is(above->first, "def")) def = above;
    if (source.is(above->first, "class") || source.is(above->first, "async")) return nullptr;
  }
  return def;
}

MendedTexts make_async(const PythonSource& source, const PythonFault& fault) {
  const auto* def = plain_def_around(source, fault);
  if (def == nullptr) return {};
  return mended(source, {{source.tokens()[def->first].offset, 0, "async "}});
}

}  // namespace regreen
