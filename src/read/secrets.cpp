#include "read/secrets.h"

#include "base/hash.h"
#include "base/mask.h"

#include <string_view>
#include <vector>

namespace regreen {
namespace {

// Lines that were found to hold no secret: logs repeat themselves, and a signal's line is mostly kept as well. They stay
// where they are, and as they are.
class HarmlessLines {
 public:
  /// The place of a line, which the same line may have, or another one: a newer takes that of an older.
  std::string_view& place_of(std::string_view line) { return lines_[hash_number(line) % lines_.size()]; }

 private:
  std::vector<std::string_view> lines_{1024};
};

// Answers whether there was a secret in the line.
bool mask_line(std::string& line, Masker& masker, HarmlessLines& harmless) {
  std::string_view& known = harmless.place_of(line);
  if (known == line && !masker.is_in_key()) return false;
  const bool had_secret = masker.mask(line);
  if (!had_secret && !masker.is_in_key()) known = line;
  return had_secret;
}

void mask_lines(Excerpt& excerpt, HarmlessLines& harmless) {
  Masker masker;  // lines of an excerpt follow one another: a private key spans several
  for (auto& line : excerpt.lines) mask_line(line, masker, harmless);
}

void mask_text(std::string& text) {
  Masker masker;
  masker.mask(text);
}

// A capture lacks the words around it that told a secret: one that the masked line does not show any more was part of
// the secret.
void mask_signal(Signal& signal, HarmlessLines& harmless) {
  Masker masker;
  if (!mask_line(signal.text, masker, harmless)) return;
  for (auto& [name, value] : signal.captures) {
    masker.mask(value);
    if (signal.text.find(value) == std::string::npos) value = mask_mark;
  }
}

}  // namespace

void mask_secrets(Evidence& evidence) {
  HarmlessLines harmless;
  for (auto& excerpt : evidence.excerpts) mask_lines(excerpt, harmless);
  for (auto& signal : evidence.signals) mask_signal(signal, harmless);
  for (auto& step : evidence.steps) {
    mask_text(step.job);
    mask_text(step.name);
  }
}

}  // namespace regreen
