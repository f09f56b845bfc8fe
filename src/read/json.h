#pragma once

#include "read/report.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace regreen {

using Json = nlohmann::json;

/// A JSON text without a byte order mark at its front; discarded where it is damaged.
Json parse_json(std::string_view text);

/// What stands under a key; null where it is missing or `object` is none.
const Json& at(const Json& object, const char* key);

/// The same as text; "" where it is something else.
std::string text_at(const Json& object, const char* key);

/// The same as a number that is not negative; 0 where it is something else.
std::size_t count_at(const Json& object, const char* key);

/// Tells the lines of a JSON file in which texts stand, asked for in the file's order.
class TextFinder {
 public:
  explicit TextFinder(std::string_view file) : file_(file), counter_(file) {}

  /// Where the text stands next; the line of the last one where it does not.
  std::size_t line_of(const std::string& text);

 private:
  std::string_view file_;
  LineCounter counter_;
  std::size_t offset_ = 0;
};

/// What the Reader of a report that is one JSON document makes of it.
template <typename Reader>
TestReport read_json_report(std::string_view text) {
  const Json report = parse_json(text);
  if (report.is_discarded()) return damaged_report("the JSON is cut off or damaged; skipped");
  return Reader(text).read(report);
}

}  // namespace regreen
