#include "mend/c/language/compiler_quote.h"

#include "base/text.h"

namespace regreen {
namespace {

constexpr std::size_t rows_max = 8;

// "   12 | text" → behind "| "; npos where the line has no such margin. `numbered` says whether there is a number.
std::size_t margin_of(std::string_view line, bool& numbered) {
  const auto bar = line.find('|');
  if (bar == std::string_view::npos) return std::string_view::npos;
  const auto left = trim(line.substr(0, bar));
  numbered = !left.empty();
  if (numbered && !parse_number(left)) return std::string_view::npos;
  return std::min(bar + 2, line.size());
}

bool is_caret_row(std::string_view row) {
  return !trim(row).empty() && row.find_first_not_of(" \t^~-|+") == std::string_view::npos && contains(row, "^");
}

bool is_message(std::string_view line) {
  return contains(line, ": error:") || contains(line, ": warning:") || contains(line, ": note:") ||
         contains(line, ": In ") || contains(line, "make") || contains(line, " generated.");
}

}  // namespace

std::size_t Quote::caret() const { return rows.empty() ? std::string::npos : rows.front().find('^'); }

Quote quote_below(const Occurrence& occurrence) {
  Quote quote;
  const auto& below = occurrence.after;
  if (below.empty() || is_message(below[0])) return quote;
  bool numbered = false;
  const auto margin = margin_of(below[0], numbered);
  const bool has_margin = margin != std::string_view::npos && numbered;
  quote.source = has_margin ? below[0].substr(margin) : below[0];
  for (std::size_t i = 1; i < below.size() && quote.rows.size() < rows_max; ++i) {
    std::string_view row = below[i];
    if (is_message(row)) break;
    if (has_margin) {
      const auto behind = margin_of(row, numbered);
      if (behind == std::string_view::npos || numbered) break;
      row = row.substr(behind);
    } else if (quote.rows.empty() ? !is_caret_row(row) : row.empty() || row[0] != ' ') {
      // Without a margin only blanks tell a row from what follows; a suggestion at the first column is one line.
      if (!(quote.rows.size() == 1 && quote.rows[0].starts_with('^'))) break;
    }
    quote.rows.emplace_back(row);
  }
  if (!quote.rows.empty() && !is_caret_row(quote.rows[0])) quote.rows.clear();
  return quote;
}

}  // namespace regreen
