#include "learn/line.h"

#include "base/template.h"

namespace regreen {
namespace {

static_assert(LineHasher::bytes_max <= Evidence::line_limit / 2);

// "##[error]" and its kin.
std::string_view without_mark(std::string_view line) {
  if (!line.starts_with("##[")) return line;
  constexpr std::size_t mark_bytes_max = 16;
  const auto end = line.substr(0, mark_bytes_max).find(']');
  return end == std::string_view::npos ? line : line.substr(end + 1);
}

}  // namespace

TemplateHash LineHasher::operator()(std::string_view line, bool matters) {
  template_.clear();
  append_template(without_mark(line).substr(0, bytes_max), template_);
  return template_hash(template_, matters);
}

}  // namespace regreen
