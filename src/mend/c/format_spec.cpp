#include "mend/c/format_spec.h"

#include "base/text.h"
#include "mend/c/notes.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// Reads the conversion behind the '%' at `at`, no further than the end of its literal.
void read_conversion(std::string_view text, std::size_t at, std::size_t end, std::vector<FormatSlot>& slots) {
  FormatSlot slot{at, at + 1, at + 1, false};
  for (; slot.size_at < end && contains("-+ #0'0123456789.*", text.substr(slot.size_at, 1)); ++slot.size_at) {
    if (text[slot.size_at] == '*') slots.push_back({at, at, at, true});
  }
  slot.end = slot.size_at;
  while (slot.end < end && contains("hlLqjzt", text.substr(slot.end, 1))) ++slot.end;
  slot.is_open = slot.end == end;
  if (!slot.is_open && text[slot.end++] == 'm') return;  // strerror(errno) takes no argument
  slots.push_back(slot);
}

struct TypeRow {
  std::string_view type;
  std::string_view size;
  char letter;
  std::string_view macro;  // without its letter
};

// gcc's words and clang's.
constexpr auto types = std::to_array<TypeRow>({
    {"size_t", "z", 'u', ""},
    {"std::size_t", "z", 'u', ""},
    {"ssize_t", "z", 'd', ""},
    {"ptrdiff_t", "t", 'd', ""},
    {"std::ptrdiff_t", "t", 'd', ""},
    {"intmax_t", "j", 'd', ""},
    {"uintmax_t", "j", 'u', ""},
    {"int64_t", "", 'd', "64"},
    {"uint64_t", "", 'u', "64"},
    {"std::int64_t", "", 'd', "64"},
    {"std::uint64_t", "", 'u', "64"},
    {"uintptr_t", "", 'u', "PTR"},
    {"intptr_t", "", 'd', "PTR"},
    {"int", "", 'd', ""},
    {"unsigned int", "", 'u', ""},
    {"long int", "l", 'd', ""},
    {"long", "l", 'd', ""},
    {"long unsigned int", "l", 'u', ""},
    {"unsigned long", "l", 'u', ""},
    {"long long int", "ll", 'd', ""},
    {"long long", "ll", 'd', ""},
    {"long long unsigned int", "ll", 'u', ""},
    {"unsigned long long", "ll", 'u', ""},
    {"double", "", 'f', ""},
    {"long double", "L", 'f', ""},
    {"char *", "", 's', ""},
    {"const char *", "", 's', ""},
    {"char*", "", 's', ""},
    {"const char*", "", 's', ""},
});

const TypeRow* row_of(std::string_view type) {
  const auto* row = std::ranges::find(types, trim(type), &TypeRow::type);
  return row == types.end() ? nullptr : row;
}

}  // namespace

std::optional<FormatMismatch> format_mismatch(std::string_view said) {
  const auto plain = plain_quotes(said);
  const auto parts = split(plain, '\'');
  if (contains(plain, "format specifies type '") && parts.size() > 4) {  // clang: 'size_t' (aka 'unsigned long')
    const bool has_alias = parts[4] == " (aka " && parts.size() > 5;
    return FormatMismatch{"", std::string(parts[3]) + (has_alias ? " (aka " + std::string(parts[5]) + ")" : ""), 0};
  }
  const auto number = plain.find("but argument ");
  if (number == npos || parts.size() < 6 || !parts[1].starts_with('%')) return std::nullopt;
  const auto rest = std::string_view(plain).substr(number + 13);
  const auto argument = parse_number(rest.substr(0, rest.find(' ')));
  const bool has_alias = parts.size() > 7 && parts[6] == " {aka ";  // 'size_t' {aka 'long unsigned int'}
  const auto alias = has_alias ? " {aka " + std::string(parts[7]) + "}" : "";
  return FormatMismatch{std::string(parts[1]), std::string(parts[5]) + alias,
                        static_cast<std::size_t>(argument.value_or(0))};
}

std::vector<FormatSlot> format_slots(std::string_view text, std::string_view code, std::size_t begin, std::size_t end) {
  std::vector<FormatSlot> slots;
  for (auto open = code.find('"', begin); open != npos && open < end;) {
    const auto close = code.find('"', open + 1);
    if (close == npos || close >= end) break;
    for (auto at = text.find('%', open); at != npos && at < close; at = text.find('%', at)) {
      if (text[at + 1] == '%') {
        at += 2;
        continue;
      }
      read_conversion(text, at, close, slots);
      ++at;
    }
    open = code.find('"', close + 1);
  }
  return slots;
}

Conversion conversion_for(std::string_view type, char letter) {
  const auto alias = std::min(type.find(" {aka "), type.find(" (aka "));
  const auto* row = row_of(type.substr(0, alias));
  if (row == nullptr && alias != npos) {
    auto same = type.substr(alias + 6);
    same = same.substr(0, same.find_first_of("})"));
    row = row_of(same);
  }
  if (row == nullptr) return {};
  const bool is_whole = row->letter == 'd' || row->letter == 'u';
  const bool is_kept = is_whole && contains("xXo", std::string_view(&letter, 1));
  const char wanted = is_kept ? letter : row->letter;
  if (row->macro.empty()) return {std::string(row->size), wanted, ""};
  return {"", wanted, "PRI" + std::string(1, wanted) + std::string(row->macro)};
}

}  // namespace regreen
