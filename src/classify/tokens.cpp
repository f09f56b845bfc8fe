#include "classify/tokens.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t line_bytes_max = 400;  // what a person would read of it
constexpr std::size_t words_max = 60;
constexpr std::size_t word_bytes_max = 28;  // longer ones are names nobody else uses
constexpr std::size_t extension_bytes_max = 6;
constexpr std::size_t hash_bytes_min = 7;
constexpr std::size_t quoted_bytes_max = 120;

bool is_hex(char c) { return is(c, hex); }
bool is_quote(char c) { return c == '\'' || c == '"' || c == '`'; }
char small(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// Sets of characters.
constexpr auto set_of(std::string_view characters) {
  std::array<bool, 256> set{};
  for (const char c : characters) set[static_cast<unsigned char>(c)] = true;
  return set;
}
constexpr bool is_in(char c, const std::array<bool, 256>& set) { return set[static_cast<unsigned char>(c)]; }
constexpr auto openers = set_of("([{<,;");   // before the path of a place
constexpr auto path_signs = set_of("./\\");  // of which a path has one

// What characters say of a path.
enum PathSign : unsigned char {
  ends_stem = 1,    // of a place: what follows is no part of the path
  ends_folder = 2,  // "/"
  is_of_none = 4,   // no path that people name has it
};
constexpr auto signs_of_paths = [] {
  std::array<unsigned char, 256> signs{};
  const auto add = [&](std::string_view characters, PathSign sign) {
    for (const char c : characters) signs[static_cast<unsigned char>(c)] |= sign;
  };
  add(":(,;)]}>\"'", ends_stem);
  add("/\\", ends_folder);
  add("=@", is_of_none);
  return signs;
}();

// Exit codes of signals and shells, and what services answer.
bool means_something(std::string_view number) {
  constexpr auto exits =
      std::to_array<std::string_view>({"124", "126", "127", "128", "130", "134", "135", "137", "139", "143"});
  if (is_among(number, exits)) return true;
  return number.size() == 3 && (number[0] == '4' || number[0] == '5') && (number[1] == '0' || number[1] == '2');
}

std::string number_word(std::string_view digits) { return means_something(digits) ? std::string(digits) : "<0>"; }

bool is_hash(std::string_view word) {
  return word.size() >= hash_bytes_min && std::ranges::all_of(word, is_hex) && std::ranges::any_of(word, is_digit);
}

class Reader {
 public:
  explicit Reader(std::string_view line) : rest_(line) {
    constexpr std::size_t usual = 16;
    tokens_.words.reserve(usual);
    tokens_.parts.reserve(usual);
  }

  Tokens read() {
    mark_front();
    while (!rest_.empty() && tokens_.words.size() < words_max) {
      if (is_blank(rest_.front())) {
        rest_.remove_prefix(1);
      } else if (!take_quoted()) {
        take_chunk();
      }
    }
    return std::move(tokens_);
  }

 private:
  void add(std::string word) {
    if (word.size() <= word_bytes_max) tokens_.words.push_back(std::move(word));
  }

  void shape(std::string what) { tokens_.shapes.push_back(std::move(what)); }

  void mark_front() {
    if (rest_.starts_with("E   ")) shape("E");
    const std::string_view text = trim(rest_);
    if (text.starts_with("at ") && text.ends_with(')')) shape("at f(file:0)");
    if (text.starts_with("File \"")) shape("File, line 0");
    if (!text.empty() && text.find_first_not_of("^~- |") == std::string_view::npos && contains(text, "^")) shape("^~~");
    if (text.starts_with("--> ")) shape("-->");
    if (text.starts_with("@@ ")) shape("@@");
    if (text.size() > 2 && (text[0] == '+' || text[0] == '-') && text[1] != text[0] && rest_.front() == text[0])
      shape("+-");
    if (text.starts_with("$ ") || text.starts_with("+ ") || text.starts_with("[command]")) shape("$");
  }

  // A name in quotes; an apostrophe inside a word is none.
  bool take_quoted() {
    const char quote = rest_.front();
    if (!is_quote(quote)) return false;
    const auto end = rest_.find_first_of(quote == '`' ? "`'" : std::string_view(&quote, 1), 1);
    if (end == std::string_view::npos || end > quoted_bytes_max) return false;
    const std::string_view inside = rest_.substr(1, end - 1);
    if (contains(inside, " ")) {  // a message in quotes is a message
      rest_.remove_prefix(1);
      return true;
    }
    if (!take_place(inside)) {
      add("<q>");
      add_parts(inside);
    }
    rest_.remove_prefix(end + 1);
    return true;
  }

  // Up to the next blank: an address, a path, or words with punctuation between them.
  void take_chunk() {
    if (rest_.size() <= behind_chunk_) look_ahead();
    const std::string_view chunk = rest_.substr(0, rest_.size() - behind_chunk_);
    if (may_be_path_ && (take_address(chunk) || take_place(chunk))) {
      rest_.remove_prefix(chunk.size());
      return;
    }
    take_word();
  }

  void look_ahead() {
    may_be_path_ = false;
    std::size_t length = 0;
    for (; length < rest_.size() && !is_blank(rest_[length]); ++length) {
      may_be_path_ |= is_in(rest_[length], path_signs);
    }
    behind_chunk_ = rest_.size() - length;
  }

  bool take_address(std::string_view chunk) {
    constexpr std::string_view sign = "://";
    constexpr std::size_t scheme_bytes_max = 12;
    if (!contains(chunk.substr(0, scheme_bytes_max + sign.size()), sign)) return false;
    add("<url>");
    return true;
  }

  // "src/a.cpp:12:5:" is a path, and a shape.
  bool take_place(std::string_view chunk) {
    while (!chunk.empty() && is_in(chunk.front(), openers)) chunk.remove_prefix(1);
    std::size_t stem_end = 0;
    unsigned signs = 0;  // of the stem
    for (; stem_end < chunk.size(); ++stem_end) {
      const unsigned sign = signs_of_paths[static_cast<unsigned char>(chunk[stem_end])];
      if (sign == ends_stem) break;
      signs |= sign;
    }
    if ((signs & is_of_none) != 0) return false;
    const std::string_view stem = chunk.substr(0, stem_end);
    const auto dot = stem.rfind('.');
    const auto extension = dot == std::string_view::npos ? std::string_view() : stem.substr(dot + 1);
    const bool has_extension = dot != std::string_view::npos && dot > 0 && !extension.empty() &&
                               extension.size() <= extension_bytes_max &&
                               std::ranges::all_of(extension, [](char c) { return is_lower(c) || is_digit(c); }) &&
                               std::ranges::any_of(extension, is_lower);
    const bool has_folder = (signs & ends_folder) != 0;
    const bool has_line = stem_end + 1 < chunk.size() && (chunk[stem_end] == ':' || chunk[stem_end] == '(') &&
                          is_digit(chunk[stem_end + 1]);
    if (!(has_folder && stem.size() > 2) && !(has_extension && (has_line || dot >= 1))) return false;
    add("<path>");
    if (has_line)
      shape(chunk[stem_end] == '(' ? "file(0" : contains(chunk.substr(stem_end + 1), ":") ? "file:0:0" : "file:0");
    if (has_extension) shape("ext " + std::string(extension));
    if (std::string_view base = stem.substr(stem.find_last_of("/\\") + 1); !base.empty()) add_parts(base);
    // What follows a place without a blank: "a.c:3:error" is rare; "a.c:" is not.
    return true;
  }

  void take_word() {
    std::size_t end = 0;
    if (is_digit(rest_[0])) {
      while (end < rest_.size() && (is_hex(rest_[end]))) ++end;
      if (is_hash(rest_.substr(0, end))) {
        add("<hex>");
      } else {
        end = 0;
        while (end < rest_.size() && is_digit(rest_[end])) ++end;
        add(number_word(rest_.substr(0, end)));
        while (end < rest_.size() && (is_digit(rest_[end]) || ((rest_[end] == '.' || rest_[end] == ',') &&
                                                               end + 1 < rest_.size() && is_digit(rest_[end + 1]))))
          ++end;
      }
    } else if (is_letter(rest_[0]) || rest_[0] == '_') {
      while (end < rest_.size() && (is_letter(rest_[end]) || rest_[end] == '_' || is_digit(rest_[end]) ||
                                    (rest_[end] == '\'' && end + 1 < rest_.size() && is_letter(rest_[end + 1]))))
        ++end;
      name(rest_.substr(0, end));
    } else {
      sign();
      end = 1;
      while (end < rest_.size() && (static_cast<unsigned char>(rest_[end]) & 0xC0U) == 0x80) ++end;
    }
    rest_.remove_prefix(std::min(end, rest_.size()));
  }

  void name(std::string_view word) {
    if (is_hash(word)) return add("<hex>");
    std::string text(word);  // in small letters, all digits of a number one 0
    std::size_t size = 0;
    for (const char c : word) {
      if (!is_digit(c)) {
        text[size++] = small(c);
      } else if (size == 0 || text[size - 1] != '0') {
        text[size++] = '0';
      }
    }
    text.resize(size);
    add(std::move(text));
    add_parts(word);
  }

  // The words inside a name: camelCase, snake_case, kebab-case, dots.
  void add_parts(std::string_view word) {
    const std::size_t before = tokens_.parts.size();
    std::size_t begin = 0;  // of the part
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (!is_letter(word[i])) {
        add_part(word.substr(begin, i - begin));
        begin = i + 1;
      } else if (begins_hump(word, i)) {
        add_part(word.substr(begin, i - begin));
        begin = i;
      }
    }
    add_part(word.substr(begin));
    const bool is_whole = tokens_.parts.size() == before + 1 && tokens_.parts.back().size() == word.size();
    if (is_whole) tokens_.parts.pop_back();
  }

  static bool begins_hump(std::string_view word, std::size_t i) {
    if (i == 0 || !is_upper(word[i])) return false;
    return is_lower(word[i - 1]) || (is_upper(word[i - 1]) && i + 1 < word.size() && is_lower(word[i + 1]));
  }

  void add_part(std::string_view part) {
    if (part.size() > 1) std::ranges::transform(part, tokens_.parts.emplace_back(part).begin(), small);
  }

  // Punctuation says something only where it is not the usual kind.
  void sign() {
    const char c = rest_.front();
    if (static_cast<unsigned char>(c) >= 0x80) {
      std::size_t length = 1;
      while (length < rest_.size() && (static_cast<unsigned char>(rest_[length]) & 0xC0U) == 0x80) ++length;
      shape("sign " + std::string(rest_.substr(0, length)));
    } else if (c == '%' || c == '$' || c == '!' || c == '?') {
      shape(std::string("sign ") + c);
    } else if ((c == '=' || c == '!' || c == '<' || c == '>') && rest_.size() > 1 && rest_[1] == '=') {
      shape("sign " + std::string(rest_.substr(0, 2)));
    }
  }

  std::string_view rest_;
  std::size_t behind_chunk_ = std::string_view::npos;  // bytes of the rest that are behind the chunk it begins in
  bool may_be_path_ = false;                           // the chunk, or an address
  Tokens tokens_;
};

}  // namespace

Tokens tokens_of(std::string_view line) { return Reader(line.substr(0, line_bytes_max)).read(); }

}  // namespace regreen
