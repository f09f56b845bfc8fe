#include "mend/text/source_words.h"

#include "base/text.h"
#include "mend/text/code_text.h"

#include <string>
#include <utility>

namespace regreen {
namespace {

constexpr std::size_t remark_max = 20'000;  // bytes
constexpr auto npos = std::string_view::npos;

Speech speech_of(std::string_view path) {
  return path.ends_with(".go") ? Speech::go : path.ends_with(".rs") ? Speech::rust : Speech::javascript;
}

// Between the tags of a page two slashes begin no comment, and the comments above `import "C"` are code of another language.
bool may_have_remarks(std::string_view path, std::string_view text) {
  return !path.ends_with(".tsx") && !path.ends_with(".jsx") && !contains(text, "import \"C\"") &&
         text.size() <= source_bytes_max;
}

/// Reads a source in words, without the comments that are for people alone.
class WordReader {
 public:
  WordReader(std::string_view path, std::string_view text)
      : text_(text),
        code_(text.size() <= source_bytes_max ? code_only(text, speech_of(path)) : std::string(text)),
        has_remarks_(may_have_remarks(path, text)) {}

  std::vector<SourceWord> read() && {
    while (at_ < text_.size()) {
      if (!pass_remark() && !take_literal()) take_word();
    }
    return std::move(words_);
  }

 private:
  // A comment of whole lines that says nothing but sentences. Others may be for tools: `//go:embed`, `// +build`, `@jsx h`.
  bool pass_remark() {
    const auto rest = text_.substr(at_, remark_max);
    const bool is_block = rest.starts_with("/*");
    const bool is_remark = is_block || rest.starts_with("// ") || rest.starts_with("//\n");
    if (!is_remark || !has_remarks_ || is_in_template_ || code_[at_] != ' ' || !trim(line_before(text_, at_)).empty())
      return false;
    const auto close = is_block ? rest.find("*/") : rest.find('\n');
    if (close == npos) return false;
    const auto end = close + (is_block ? 2 : 0);
    const auto behind = rest.substr(end, rest.find('\n', end) - end);
    if (!trim(behind).empty() || rest.substr(0, end).find_first_of("@#+\"") != npos) return false;
    at_ += end;
    return true;
  }

  bool take_literal() {
    const char quote = code_[at_];
    if (is_in_template_ || !contains("\"'`", {&quote, 1})) return false;
    const auto end = code_.find_first_not_of(" \r\n", at_ + 1);
    if (end == npos || code_[end] != quote) return false;
    words_.push_back({text_.substr(at_, end + 1 - at_)});
    at_ = end + 1;
    return true;
  }

  // Blanks count where they are those of a text that has code in it.
  void take_word() {
    if (code_[at_] == '`') is_in_template_ = !is_in_template_;
    const auto word = word_at(text_, at_);
    const auto taken = word.empty() ? text_.substr(at_, 1) : word;
    if (is_in_template_ || !contains(" \t\r\n", taken))
      words_.push_back({taken, code_.compare(at_, taken.size(), taken) == 0});
    at_ += taken.size();
  }

  std::string_view text_;
  std::string code_;
  bool has_remarks_;
  bool is_in_template_ = false;
  std::size_t at_ = 0;
  std::vector<SourceWord> words_;
};

}  // namespace

std::vector<SourceWord> source_words(std::string_view path, std::string_view text) {
  return WordReader(path, text).read();
}

}  // namespace regreen
