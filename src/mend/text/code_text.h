#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What people write is shorter. Who looks at every bracket of a longer text, for every word of it, does not come to an end.
constexpr std::size_t source_bytes_max = 300'000;

/// How a language writes comments and literals.
enum class Speech { c, go, rust, java, javascript };

/// The text with comments and the insides of literals blanked out, byte for byte as long: what is left is code.
std::string code_only(std::string_view text, Speech speech);

/// Where a word stands alone in a code, not as part of another one.
std::vector<std::size_t> words_in(std::string_view code, std::string_view word);

/// Every word of a code, once.
std::set<std::string> words_of(std::string_view code);

/// The word that begins at a byte, and the one that ends before it; "" where there is none.
std::string_view word_at(std::string_view code, std::size_t at);
std::string_view word_before(std::string_view code, std::size_t end);

/// Is the text one identifier?
bool is_identifier(std::string_view text);

bool is_word_byte(char c);

/// The byte that a compiler means by a line and column of a text: columns count bytes, or places on a screen where a
/// tab reaches to the next eighth. The one at which `word` stands is meant where a word is given; nothing where
/// neither does.
std::optional<std::size_t> offset_of(std::string_view text, std::size_t line, std::size_t column,
                                     std::string_view word = {});

/// The offset behind the last code before `offset`; 0 where there is none.
std::size_t end_of_code_before(std::string_view code, std::size_t offset);

/// What stands before a byte, back to the last `;`, `{` or `}`: the head of the block that opens there, or the statement so far.
/// Of what is longer than anybody writes only the end.
std::string_view head_before(std::string_view code, std::size_t at);

/// What stands before a byte on its line; `line_head_max` bytes at most, which no line of people's has before a name.
std::string_view line_before(std::string_view code, std::size_t at);
constexpr std::size_t line_head_max = 300;

/// What stands between the commas of a list, without blanks around it: "a, f(b, c)" → "a", "f(b, c)". In Go `<` is no bracket.
std::vector<std::string_view> items_of(std::string_view list, Speech speech);

/// The offset of the bracket that is open at `at`; npos outside of all.
std::size_t bracket_around(std::string_view code, std::size_t at);

/// The offset of the bracket that closes the one at `open`; npos where it is not closed.
std::size_t closing_bracket(std::string_view code, std::size_t open);

/// The same of the '<' of a list of types; the '>' of "->" is none.
std::size_t closing_angle(std::string_view code, std::size_t open);

}  // namespace regreen
