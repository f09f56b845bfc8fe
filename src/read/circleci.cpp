#include "read/circleci.h"

#include "base/text.h"
#include "read/json.h"

#include <memory>

namespace regreen {
namespace {

constexpr std::size_t output_bytes_max = 64 << 20;  // CircleCI itself keeps the last 20 MB of a step

// Where the JSON string that begins with the quote at `from` ends; npos where it does not.
std::size_t end_of_string(std::string_view json, std::size_t from) {
  for (std::size_t at = from + 1; at < json.size(); ++at) {
    if (json[at] == '\\') {
      ++at;
    } else if (json[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

// Goes from message to message, so that a file that is cut off is read up to there.
class Messages {
 public:
  explicit Messages(Pull bytes) : bytes_(std::move(bytes)) {}

  Result<std::string_view> next() {
    if (!collected_) TRY(collect());
    while (true) {
      constexpr std::string_view key = "\"message\":";
      const auto found = json_.find(key, offset_);
      const auto from = found == std::string::npos ? found : json_.find('"', found + key.size());
      const auto end = from == std::string::npos ? from : end_of_string(json_, from);
      if (end == std::string::npos) return std::string_view();
      offset_ = end;
      const Json message = parse_json(std::string_view(json_).substr(from, end - from));
      message_ = message.is_string() ? message.get<std::string>() : "";
      if (!message_.empty()) return std::string_view(message_);
    }
  }

 private:
  Result<void> collect() {
    collected_ = true;
    while (json_.size() < output_bytes_max) {
      const auto chunk = TRY(bytes_());
      if (chunk.empty()) break;
      json_ += chunk;
    }
    return {};
  }

  Pull bytes_;
  std::string json_, message_;
  std::size_t offset_ = 0;
  bool collected_ = false;
};

}  // namespace

bool is_circleci_output(std::string_view head) {
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || head[first] != '[') return false;
  const auto object = head.find_first_not_of(" \t\r\n", first + 1);
  return object != std::string_view::npos && head[object] == '{' && contains(head, "\"message\":") &&
         (contains(head, "\"type\":") || contains(head, "\"time\":"));
}

Pull circleci_text(Pull bytes) {
  return [one = std::make_shared<Messages>(std::move(bytes))] { return one->next(); };
}

}  // namespace regreen
