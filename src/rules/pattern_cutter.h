#pragma once

#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

namespace regreen {

/// A piece of a pattern that RE2 accepts, with how often it may stand there.
struct PatternPiece {
  enum class Kind {
    letter,  ///< one character that stands for itself, maybe escaped: `a`, `\.`
    escape,  ///< `\d`, `\b`, `\x20`, `\pL`, `\Qas it stands\E`
    list,    ///< `[a-z]`
    group,   ///< `(…)`; of `(?i)` the flags alone
    anchor,  ///< `^`, `$`
    any,     ///< `.`
    bar,     ///< `|`
  };
  Kind kind = Kind::letter;
  std::string_view text;
  std::string_view quantifier;  ///< `*`, `+?`, `{2,3}`; empty for once
};

/// Cuts a pattern that RE2 accepts into its pieces at the top: groups stay whole.
std::vector<PatternPiece> cut(std::string_view pattern);

/// What a group encloses, and what its flags say of capitals: "(?P<name>…)", "(?i:…)", "(?i)", which encloses nothing.
struct Enclosed {
  std::string_view pattern;
  bool any_case = false;  ///< do capitals and small letters count as one?
};
Enclosed inside(const PatternPiece& group, bool any_case);

using CharSet = std::bitset<256>;  ///< of bytes

/// '0' to '9'.
inline constexpr CharSet all_digits{0x03FF'0000'0000'0000ULL};

/// The characters that a piece stands for.
struct Characters {
  CharSet ascii;
  std::vector<std::string_view> others;  ///< in UTF-8

  bool any() const { return ascii.any() || !others.empty(); }
};

/// Of a letter, an anchor (a newline), an escape or a list; none of one that stands for too many or is not understood.
Characters characters_of(const PatternPiece& piece);

/// The characters for which a piece does not stand that stands for all others: `.`, `\S`, `[^:]`; nothing for another
/// piece, or one that is not understood.
std::optional<Characters> exclusions_of(const PatternPiece& piece);

/// The bytes that characters may begin or end with for which a piece stands that takes others than ASCII too: `.`, `\S`,
/// `[^:]`; empty for other pieces.
CharSet edges_of(const PatternPiece& piece);

}  // namespace regreen
