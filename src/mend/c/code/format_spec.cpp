#include "mend/c/code/format_spec.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/c/language/notes.h"

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

/// What a letter prints.
enum class Kind { whole, real, other };

Kind kind_of(char letter) {
  const std::string_view one(&letter, 1);
  return contains("diuxXo", one) ? Kind::whole : contains("fFeEgGaA", one) ? Kind::real : Kind::other;
}

// Is an argument of that type printed? What any other pointer points to is written.
bool is_printed(std::string_view type) {
  static constexpr auto pointers = std::to_array<std::string_view>({"char *", "void *", "wchar_t *"});
  return !type.ends_with('*') || is_among(type, pointers);
}

}  // namespace

std::optional<FormatMismatch> format_mismatch(std::string_view said) {
  const auto plain = plain_quotes(said);
  const bool is_clangs = contains(plain, "format specifies type '");
  const std::string_view mark = is_clangs ? "but the argument has " : "but argument ";
  const auto but = plain.find(mark);
  if (but == npos) return std::nullopt;
  const auto rest = std::string_view(plain).substr(but + mark.size());
  const auto before = split(std::string_view(plain).substr(0, but), '\''), behind = split(rest, '\'');
  const std::size_t expected = is_clangs ? 1 : 3;
  if (before.size() <= expected || behind.size() < 3 || !is_printed(before[expected])) return std::nullopt;
  if (!is_clangs && !before[1].starts_with('%')) return std::nullopt;
  FormatMismatch wrong;
  wrong.spec = is_clangs ? "" : before[1];
  wrong.type = behind[1];
  const bool has_alias = behind.size() > 3 && (behind[2] == " {aka " || behind[2] == " (aka ");
  if (has_alias)
    wrong.type += std::string(behind[2]) + std::string(behind[3]) + ")";  // 'size_t' {aka 'long unsigned int'}
  if (!is_clangs) wrong.argument = static_cast<std::size_t>(parse_number(rest.substr(0, rest.find(' '))).value_or(0));
  return wrong;
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
  const std::string_view notations = kind_of(row->letter) == Kind::whole  ? "xXo"
                                     : kind_of(row->letter) == Kind::real ? "FeEgGaA"
                                                                          : "";
  const bool is_kept = contains(notations, std::string_view(&letter, 1));
  const char wanted = is_kept ? letter : row->letter;
  if (row->macro.empty()) return {std::string(row->size), wanted, ""};
  return {"", wanted, "PRI" + std::string(1, wanted) + std::string(row->macro)};
}

bool misuses_precision(std::string_view conversion, char was, char becomes) {
  const bool is_same = was == becomes || (kind_of(was) == kind_of(becomes) && kind_of(was) != Kind::other);
  return contains(conversion, ".") && !is_same;
}

}  // namespace regreen
