#include "mend/format/json_text.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/string_list.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr int depth_max = 64;  // a package.json is flat

// Walks over JSON. Every function answers where what it read ends; npos where it is none.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  static constexpr std::size_t npos = std::string_view::npos;

  std::size_t blank(std::size_t at) const { return std::min(text_.find_first_not_of(blanks, at), text_.size()); }

  std::size_t string(std::size_t at) const {
    if (!is(at, '"')) return npos;
    for (std::size_t i = at + 1; i < text_.size(); ++i) {
      if (text_[i] == '\\')
        ++i;
      else if (text_[i] == '"')
        return i + 1;
      else if (text_[i] == '\n')
        return npos;
    }
    return npos;
  }

  std::size_t value(std::size_t at, int depth) const {
    if (depth > depth_max || at >= text_.size()) return npos;
    if (text_[at] == '"') return string(at);
    if (text_[at] == '{') {
      JsonObject object;
      return this->object(at, depth + 1, object);
    }
    return text_[at] == '[' ? array(at, depth + 1) : word(at);
  }

  std::size_t object(std::size_t at, int depth, JsonObject& object) const {
    object.open = at;
    std::size_t i = blank(at + 1);
    while (!is(i, '}')) {
      JsonMember member;
      member.offset = i;
      member.key_end = string(i);
      if (member.key_end == npos) return npos;
      const std::size_t colon = blank(member.key_end);
      if (!is(colon, ':')) return npos;
      member.value = blank(colon + 1);
      member.value_end = value(member.value, depth);
      if (member.value_end == npos) return npos;
      member.key = std::string(text_.substr(i + 1, member.key_end - i - 2));
      object.members.push_back(std::move(member));
      i = blank(object.members.back().value_end);
      if (is(i, ',') && is(blank(i + 1), '"'))
        i = blank(i + 1);
      else if (!is(i, '}'))
        return npos;
    }
    object.close = i;
    return i + 1;
  }

 private:
  bool is(std::size_t at, char c) const { return at < text_.size() && text_[at] == c; }

  std::size_t array(std::size_t at, int depth) const {
    std::size_t i = blank(at + 1);
    if (is(i, ']')) return i + 1;
    while (true) {
      i = value(i, depth);
      if (i == npos) return npos;
      i = blank(i);
      if (is(i, ']')) return i + 1;
      if (!is(i, ',')) return npos;
      i = blank(i + 1);
    }
  }

  std::size_t word(std::size_t at) const {
    const std::size_t end = std::min(text_.find_first_of(",]} \t\r\n", at), text_.size());
    const auto one = text_.substr(at, end - at);
    const bool number = !one.empty() && contains("-0123456789", one.substr(0, 1));
    return number || one == "true" || one == "false" || one == "null" ? end : npos;
  }

  std::string_view text_;
};

// The blanks that members of an object are indented with: those of its own first, else the file's own step deeper.
std::string member_indentation(std::string_view text, const JsonObject& object) {
  const auto of_line_at = [&](std::size_t offset) {
    const Lines lines(text);
    return std::string(indentation(lines.line(lines.number_at(offset))));
  };
  if (!object.members.empty()) return of_line_at(object.members.front().offset);
  const auto root = read_json_object(text);
  const std::string step = root && !root->members.empty() ? of_line_at(root->members.front().offset) : "  ";
  return of_line_at(object.open) + step;
}

bool on_one_line(std::string_view text, const JsonObject& object) {
  return !contains(text.substr(object.open, object.close - object.open), "\n");
}

}  // namespace

const JsonMember* JsonObject::find(std::string_view key) const {
  const auto found = std::ranges::find(members, key, &JsonMember::key);
  return found == members.end() ? nullptr : &*found;
}

std::optional<JsonObject> read_json_object(std::string_view text, std::size_t offset) {
  const Walk walk(text);
  const std::size_t at = walk.blank(offset);
  JsonObject object;
  if (at >= text.size() || text[at] != '{' || walk.object(at, 0, object) == Walk::npos) return std::nullopt;
  return object;
}

std::optional<JsonObject> object_in(std::string_view text, const JsonObject& object, std::string_view key) {
  const auto* member = object.find(key);
  return member == nullptr ? std::nullopt : read_json_object(text, member->value);
}

std::optional<std::string> string_in(std::string_view text, const JsonObject& object, std::string_view key) {
  const auto* member = object.find(key);
  if (member == nullptr || text[member->value] != '"') return std::nullopt;
  std::string value(text.substr(member->value + 1, member->value_end - member->value - 2));
  return contains(value, "\\") ? std::nullopt : std::optional(std::move(value));
}

Edit add_member(std::string_view text, const JsonObject& object, std::string_view key, std::string_view value) {
  const std::string written = "\"" + std::string(key) + "\": " + std::string(value);
  const std::string end(line_end(text));
  if (object.members.empty()) {
    const Lines lines(text);
    const std::string outer(indentation(lines.line(lines.number_at(object.open))));
    return {object.open, object.close + 1 - object.open,
            "{" + end + member_indentation(text, object) + written + end + outer + "}"};
  }
  const std::string between = on_one_line(text, object) ? ", " : "," + end + member_indentation(text, object);
  std::vector<std::string> keys;
  for (const auto& member : object.members) keys.push_back(member.key);
  std::size_t place = place_in_order(keys, key);
  if (keys.size() == 1 && key < keys.front()) place = 0;
  if (place < object.members.size()) return {object.members[place].offset, 0, written + between};
  return {object.members.back().value_end, 0, between + written};
}

std::string without_json_comments(std::string_view text) {
  std::string out(text);
  bool quoted = false;
  for (std::size_t at = 0; at < out.size(); ++at) {
    if (out[at] == '"' && (at == 0 || out[at - 1] != '\\')) quoted = !quoted;
    if (quoted || (out.compare(at, 2, "//") != 0 && out.compare(at, 2, "/*") != 0)) continue;
    const auto end = out[at + 1] == '/' ? out.find('\n', at) : out.find("*/", at);
    const auto stop = end == std::string::npos ? out.size() : out[at + 1] == '/' ? end : end + 2;
    for (; at < stop; ++at) {
      if (out[at] != '\n') out[at] = ' ';
    }
  }
  return out;
}

std::string plain_json(std::string_view text) {
  auto out = without_json_comments(text);
  for (std::size_t at = out.find(','); at != std::string::npos; at = out.find(',', at + 1)) {
    const auto next = out.find_first_not_of(" \t\r\n", at + 1);
    if (next != std::string::npos && (out[next] == '}' || out[next] == ']')) out[at] = ' ';
  }
  return out;
}

bool is_json(std::string_view text) {
  const Walk walk(text);
  const std::size_t end = walk.value(walk.blank(0), 0);
  return end != Walk::npos && walk.blank(end) == text.size();
}

}  // namespace regreen
