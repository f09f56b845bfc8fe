#include "base/among.h"
#include "mend/python/language/codemods.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace regreen {
namespace {

// Libraries whose columns and arrays make a query or an array of a comparison.
constexpr auto comparing_otherwise = std::to_array<std::string_view>(
    {"sqlalchemy", "sqlmodel", "flask_sqlalchemy", "django", "peewee", "pony", "tortoise", "numpy", "pandas", "polars",
     "pyspark", "dask", "xarray", "torch", "tensorflow", "jax", "ibis", "duckdb"});

bool compares_otherwise(const PythonSource& source) {
  const auto is_such = [](std::string_view module) { return is_among(top_of(module), comparing_otherwise); };
  return std::ranges::any_of(imports_of(source), [&](const PyImport& one) {
    return one.is_from ? is_such(one.module)
                       : std::ranges::any_of(one.names, [&](const auto& name) { return is_such(name.name); });
  });
}

constexpr auto asking_words = std::to_array<std::string_view>({"if", "elif", "while", "assert", "and", "or", "not"});
constexpr auto words_behind =
    std::to_array<std::string_view>({"and", "or", ":", ")", "]", "}", ",", "else", "for", "if"});

// Is the comparison, whose operator is at the token and whose right side is one token, asked for its truth alone, so that nobody sees
// what it is? Else it may be a query, or choose the rows of a table.
bool is_condition(const PythonSource& source, std::size_t at) {
  auto first = value_before(source, at), behind = at + 2;
  const auto ends = [&] {
    return behind >= source.tokens().size() || source.tokens()[behind].kind == PyKind::line_end ||
           source.tokens()[behind].kind == PyKind::comment || is_among(source.text(behind), words_behind);
  };
  while (first > 0 && ends()) {
    if (is_among(source.text(first - 1), asking_words)) return true;
    if (source.is(behind, "and") || source.is(behind, "or")) return true;
    const bool is_grouped = source.is(first - 1, "(") && source.is(behind, ")") && first > 1 &&
                            !source.is_name(first - 2) && !source.is(first - 2, ")") && !source.is(first - 2, "]");
    if (!is_grouped) return false;
    --first;
    ++behind;
  }
  return false;
}

}  // namespace

std::vector<Edit> mend_comparison(const PythonSource& source, std::string_view code, std::size_t line) {
  std::vector<Edit> edits;
  const auto& tokens = source.tokens();
  const bool is_clear = (code == "E711" || code == "E712") && !compares_otherwise(source);
  const auto replace = [&](std::size_t i, std::string by) {
    edits.push_back({tokens[i].offset, tokens[i].length, std::move(by)});
  };
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens[i].line != line) continue;
    const bool none = source.is(i + 1, "None"), truth = source.is(i + 1, "True") || source.is(i + 1, "False");
    if (((code == "E711" && none) || (code == "E712" && truth)) && is_clear && is_condition(source, i)) {
      if (source.is(i, "==")) replace(i, "is");
      if (source.is(i, "!=")) replace(i, "is not");
    }
    const bool not_form = source.is(i + 1, "not");
    const auto value = not_form ? i + 2 : i + 1;
    const bool literal =
        value < tokens.size() && (tokens[value].kind == PyKind::string || tokens[value].kind == PyKind::number);
    const bool literal_before = tokens[i - 1].kind == PyKind::string || tokens[i - 1].kind == PyKind::number;
    if (code == "F632" && source.is(i, "is") && (literal || literal_before)) {
      if (not_form)
        edits.push_back({tokens[i].offset, end_of(tokens[i + 1]) - tokens[i].offset, "!="});
      else
        replace(i, "==");
    }
  }
  // `not x in y`: x is one value, so that the negation cannot mean anything else.
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].line != line || !source.is(i, "not") || (code != "E713" && code != "E714")) continue;
    const std::string_view word = code == "E713" ? "in" : "is";
    auto at = i + 1;
    while (at < tokens.size() && !(source.is(at, word) && tokens[at].depth == tokens[i].depth)) ++at;
    if (at >= tokens.size() || value_before(source, at) != i + 1) continue;
    edits.push_back({tokens[i].offset, tokens[i + 1].offset - tokens[i].offset, ""});
    edits.push_back({tokens[at].offset, tokens[at].length, code == "E713" ? "not in" : "is not"});
  }
  for (const auto& token : tokens) {
    if (code != "F541" || token.line != line || token.kind != PyKind::string) continue;
    const auto text = source.text(token);
    const auto f = text.substr(0, text.find_first_of("\"'")).find_first_of("fF");
    if (f != std::string_view::npos && text.find_first_of("{}") == std::string_view::npos)
      edits.push_back({token.offset + f, 1, ""});
  }
  return edits;
}

}  // namespace regreen
