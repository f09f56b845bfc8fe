#include "read/secrets.h"

#include "base/mask.h"

namespace regreen {
namespace {

void mask_lines(Excerpt& excerpt) {
  Masker masker;  // lines of an excerpt follow one another: a private key spans several
  for (auto& line : excerpt.lines) masker.mask(line);
}

void mask_text(std::string& text) {
  Masker masker;
  masker.mask(text);
}

// A capture lacks the words around it that told a secret: one that the masked line does not show any more was part of
// the secret.
void mask_signal(Signal& signal) {
  Masker masker;
  if (!masker.mask(signal.text)) return;
  for (auto& [name, value] : signal.captures) {
    masker.mask(value);
    if (signal.text.find(value) == std::string::npos) value = mask_mark;
  }
}

}  // namespace

void mask_secrets(Evidence& evidence) {
  for (auto& signal : evidence.signals) mask_signal(signal);
  for (auto& excerpt : evidence.excerpts) mask_lines(excerpt);
  for (auto& step : evidence.steps) {
    mask_text(step.job);
    mask_text(step.name);
  }
}

}  // namespace regreen
