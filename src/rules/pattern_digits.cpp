#include "rules/pattern_digits.h"

#include "rules/pattern_cutter.h"

#include <algorithm>

namespace regreen {
namespace {

using Kind = PatternPiece::Kind;

bool is_split(const CharSet& set) { return (set & all_digits).any() && (set & all_digits) != all_digits; }

bool tells_digits(const PatternPiece& piece) {
  switch (piece.kind) {
    case Kind::group: return regreen::tells_digits(inside(piece, false).pattern);
    case Kind::escape:
      if (piece.text == "\\b" || piece.text == "\\B") return false;
      break;
    case Kind::any:
    case Kind::bar:
    case Kind::anchor: return false;
    default: break;
  }
  const Characters characters = characters_of(piece);
  if (characters.any()) return is_split(characters.ascii);
  const auto excluded = exclusions_of(piece);
  return !excluded || is_split(excluded->ascii);
}

}  // namespace

bool tells_digits(std::string_view pattern) {
  return std::ranges::any_of(cut(pattern), [](const PatternPiece& piece) { return tells_digits(piece); });
}

namespace {

std::string with_any_digits(const PatternPiece& piece) {
  const std::string text(piece.text);
  if (!tells_digits(piece)) return text;
  if (piece.kind == Kind::letter) return "\\d";
  if (piece.kind == Kind::list) return "(?:" + text + "|\\d)";
  if (piece.kind != Kind::group) return "(?s:.*)";
  const std::string_view enclosed = inside(piece, false).pattern;
  const auto start = static_cast<std::size_t>(enclosed.data() - piece.text.data());
  return text.substr(0, start) + regreen::with_any_digits(enclosed) + text.substr(start + enclosed.size());
}

}  // namespace

std::string with_any_digits(std::string_view pattern) {
  std::string all;
  for (const auto& piece : cut(pattern)) all += with_any_digits(piece) + std::string(piece.quantifier);
  return all;
}

}  // namespace regreen
