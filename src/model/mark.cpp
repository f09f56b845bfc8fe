#include "model/mark.h"

#include "base/text.h"

namespace regreen {
namespace {

constexpr std::string_view begin = "<!-- regreen ", end = " -->";

}  // namespace

std::string mark_of(const Signature& failure, std::string_view commit) {
  return std::string(begin) + failure.value + " " + std::string(commit) + std::string(end);
}

bool is_marked(std::string_view text, const Signature& failure) {
  return !failure.empty() && text.find(std::string(begin) + failure.value + " ") != std::string_view::npos;
}

std::string without_marks(std::string_view text) { return replace_all(std::string(text), "<!--", "<! --"); }

}  // namespace regreen
