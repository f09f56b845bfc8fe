#include "mend/text/code_of.h"

#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// A language by how its files end.
struct Ending {
  std::string_view ending;
  Speech speech;
};
constexpr auto endings = std::to_array<Ending>({
    {".c", Speech::c},
    {".h", Speech::c},
    {".cc", Speech::c},
    {".cpp", Speech::c},
    {".cxx", Speech::c},
    {".hpp", Speech::c},
    {".hh", Speech::c},
    {".hxx", Speech::c},
    {".go", Speech::go},
    {".rs", Speech::rust},
    {".java", Speech::java},
    {".js", Speech::javascript},
    {".jsx", Speech::javascript},
    {".mjs", Speech::javascript},
    {".cjs", Speech::javascript},
    {".ts", Speech::javascript},
    {".tsx", Speech::javascript},
    {".mts", Speech::javascript},
    {".cts", Speech::javascript},
});

const Ending* ending_of(std::string_view path) {
  const auto row = std::ranges::find_if(endings, [&](const Ending& one) { return path.ends_with(one.ending); });
  return row == endings.end() ? nullptr : &*row;
}

/// Walks over a text in Python and blanks what is no code.
class PythonBlanker {
 public:
  explicit PythonBlanker(std::string_view text) : text_(text), code_(text) {}

  std::string blanked() && {
    while (at_ < text_.size()) step();
    return std::move(code_);
  }

 private:
  void step() {
    if (text_[at_] == '#') {
      while (at_ < text_.size() && text_[at_] != '\n') blank();
    } else if (text_[at_] == '"' || text_[at_] == '\'') {
      literal();
    } else {
      ++at_;
    }
  }

  void blank() {
    if (text_[at_] != '\n' && text_[at_] != '\r') code_[at_] = ' ';
    ++at_;
  }

  // What stands in {…} of an f-string is code; "{{" is a brace.
  void literal() {
    auto prefix = lower(word_before(text_, at_));
    if (prefix.size() > 2 || prefix.find_first_not_of("rbfu") != std::string::npos) prefix.clear();
    const bool computes = contains(prefix, "f");
    const char quote = text_[at_];
    const std::string triple(3, quote);
    const std::string end = text_.substr(at_).starts_with(triple) ? triple : std::string(1, quote);
    at_ += end.size();
    while (at_ < text_.size() && !text_.substr(at_).starts_with(end)) {
      if (end.size() == 1 && text_[at_] == '\n') return;
      if (computes && text_[at_] == '{' && !text_.substr(at_).starts_with("{{")) {
        hole(end);
        continue;
      }
      const bool is_pair = text_[at_] == '\\' || text_.substr(at_).starts_with("{{");  // a raw literal keeps both
      blank();
      if (is_pair && at_ < text_.size()) blank();
    }
    at_ = std::min(at_ + end.size(), text_.size());
  }

  void hole(const std::string& end) {
    int depth = 0;
    while (at_ < text_.size() && !text_.substr(at_).starts_with(end) && text_[at_] != '\n') {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        step();
        continue;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      ++at_;
      if (depth == 0) return;
    }
  }

  std::string_view text_;
  std::string code_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::string> code_of(std::string_view path, std::string_view text) {
  if (text.size() > source_bytes_max) return std::nullopt;
  if (is_python_file(path)) return PythonBlanker(text).blanked();
  const auto* row = ending_of(path);
  return row == nullptr ? std::nullopt : std::optional(code_only(text, row->speech));
}

bool is_python_file(std::string_view path) { return path.ends_with(".py") || path.ends_with(".pyi"); }
bool is_c_file(std::string_view path) { return speech_of(path) == Speech::c; }
bool is_script_file(std::string_view path) { return speech_of(path) == Speech::javascript; }

std::optional<Speech> speech_of(std::string_view path) {
  const auto* row = ending_of(path);
  return row == nullptr ? std::nullopt : std::optional(row->speech);
}

bool is_same_language(std::string_view path, std::string_view other) {
  const auto speech = speech_of(path);
  return speech ? speech == speech_of(other) : is_python_file(path) && is_python_file(other);
}

}  // namespace regreen
