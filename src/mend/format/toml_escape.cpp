#include "mend/format/toml_escape.h"

#include "base/character.h"
#include "base/text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Does a backslash at the front begin an escape of TOML 1.0?
bool is_escape(std::string_view rest) {
  if (rest.size() < 2) return false;
  if (contains("btnfr\"\\", rest.substr(1, 1))) return true;
  const std::size_t digits = rest[1] == 'u' ? 4 : rest[1] == 'U' ? 8 : 0;
  return digits > 0 && rest.size() >= digits + 2 &&
         std::ranges::all_of(rest.substr(2, digits), [](char c) { return is(c, hex); });
}

// What stands between the quotes of a string, as it has to be written with them.
std::string written(std::string_view inner) {
  bool is_wrong = false, is_escaped = false;  // some backslash is no escape; another one is there to say `"` or `\`
  std::string doubled;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    doubled += inner[i];
    if (inner[i] != '\\') continue;
    if (!is_escape(inner.substr(i))) {
      is_wrong = true;
      doubled += '\\';
      continue;
    }
    is_escaped |= contains("\"\\", inner.substr(i + 1, 1));
    doubled += inner[++i];
  }
  if (!is_wrong) return "\"" + std::string(inner) + "\"";
  if (!is_escaped && !contains(inner, "'")) return "'" + std::string(inner) + "'";
  if (!is_escaped) return "\"" + replace_all(std::string(inner), "\\", "\\\\") + "\"";
  return "\"" + doubled + "\"";
}

// Where a string in double quotes on one line ends; npos where it does not.
std::size_t closing_quote(std::string_view text, std::size_t open) {
  for (auto at = open + 1; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      return at;
  }
  return npos;
}

}  // namespace

std::string with_toml_backslashes(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  const auto copy_to = [&](std::size_t end) {
    end = std::min(end, text.size());
    out += text.substr(at, end - at);
    at = end;
  };
  while (at < text.size()) {
    const auto rest = text.substr(at);
    if (rest.starts_with("\"\"\"") || rest.starts_with("'''")) {
      const auto close = text.find(rest.substr(0, 3), at + 3);
      copy_to(close == npos ? npos : close + 3);
    } else if (rest[0] == '#') {
      copy_to(text.find('\n', at));
    } else if (rest[0] == '\'') {
      const auto close = text.find_first_of("'\n", at + 1);
      copy_to(close == npos ? npos : close + 1);
    } else if (rest[0] == '"') {
      const auto close = closing_quote(text, at);
      if (close == npos) {
        copy_to(text.find('\n', at));
        continue;
      }
      out += written(text.substr(at + 1, close - at - 1));
      at = close + 1;
    } else {
      copy_to(at + 1);
    }
  }
  return out;
}

}  // namespace regreen
