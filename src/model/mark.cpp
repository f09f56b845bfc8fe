#include "model/mark.h"

#include "base/text.h"

namespace regreen {
namespace {

constexpr std::string_view begin = "<!-- regreen ", case_begin = "<!-- regreen-case ", end = " -->";

}  // namespace

std::string mark_of(const Signature& failure, std::string_view commit) {
  return std::string(begin) + failure.value + " " + std::string(commit) + std::string(end);
}

bool is_marked(std::string_view text, const Signature& failure) {
  return !failure.empty() && text.find(std::string(begin) + failure.value + " ") != std::string_view::npos;
}

std::string case_mark_of(const CaseId& id) { return std::string(case_begin) + id.value + std::string(end); }

std::optional<CaseId> marked_case(std::string_view text) {
  const auto at = text.find(case_begin);
  if (at == std::string_view::npos) return std::nullopt;
  const auto rest = text.substr(at + case_begin.size());
  const auto stop = rest.find(end);
  if (stop == std::string_view::npos) return std::nullopt;
  return CaseId{std::string(rest.substr(0, stop))};
}

std::string without_marks(std::string_view text) { return replace_all(std::string(text), "<!--", "<! --"); }

}  // namespace regreen
