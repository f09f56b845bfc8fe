#include "deliver/pull_request.h"

#include "base/text.h"
#include "model/mark.h"

namespace regreen {
namespace {

constexpr std::size_t title_bytes_max = 120;

}  // namespace

std::string pull_request_title(const Case& one) {
  const Outcome& outcome = *one.outcome();
  const std::string cause = one.subject() == nullptr ? "" : ": " + printable(one.subject()->root_cause);
  return shortened("[Auto-Fix] " + replace_all(printable(outcome.category) + cause, "@", "@\u200B"), title_bytes_max);
}

std::string summary_text(const Case& one, const Texts& texts) {
  return texts.tell(one.outcome()->decision == Decision::patched ? TextOf::pull_request : TextOf::summary, one);
}

std::string pull_request_mark(const Case& one) {
  const Outcome& outcome = *one.outcome();
  return mark_of(outcome.signature, one.run() == nullptr ? "" : one.run()->head);
}

}  // namespace regreen
