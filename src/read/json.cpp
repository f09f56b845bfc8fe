#include "read/json.h"

namespace regreen {

Json parse_json(std::string_view text) {
  constexpr std::string_view bom = "\xEF\xBB\xBF";
  if (text.starts_with(bom)) text.remove_prefix(bom.size());
  return Json::parse(text, nullptr, false);
}

const Json& at(const Json& object, const char* key) {
  static const Json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(key);
  return found == object.end() ? nothing : *found;
}

std::string text_at(const Json& object, const char* key) {
  const Json& found = at(object, key);
  return found.is_string() ? found.get<std::string>() : "";
}

std::size_t count_at(const Json& object, const char* key) {
  const Json& found = at(object, key);
  return found.is_number_unsigned() ? found.get<std::size_t>() : 0;
}

std::size_t TextFinder::line_of(const std::string& text) {
  const auto found = file_.find(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace), offset_);
  if (found != std::string_view::npos) offset_ = found;
  return counter_.line_at(offset_);
}

}  // namespace regreen
