#include "model/mark.h"

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

}  // namespace regreen
