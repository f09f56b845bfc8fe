#include "base/among.h"
#include "base/text.h"
#include "mend/python/types/time_origins.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// A function that makes times, and what they are where no zone is said.
struct MakerRow {
  std::string_view full;
  TimeMaking making;
};

constexpr auto maker_rows = std::to_array<MakerRow>({{"datetime.datetime", TimeMaking::other},
                                                     {"datetime.datetime.strptime", TimeMaking::other},
                                                     {"datetime.datetime.utcnow", TimeMaking::now},
                                                     {"datetime.datetime.utcfromtimestamp", TimeMaking::from_timestamp},
                                                     {"datetime.datetime.now", TimeMaking::other},
                                                     {"datetime.datetime.today", TimeMaking::other},
                                                     {"datetime.datetime.combine", TimeMaking::other},
                                                     {"datetime.datetime.fromisoformat", TimeMaking::other},
                                                     {"datetime.datetime.fromtimestamp", TimeMaking::other}});
constexpr std::size_t position_of_zone = 7;  // datetime(year, month, day, hour, minute, second, microsecond, tzinfo)

// The text of a plain string, also of one that a name at the top of the file stands for.
std::optional<std::string_view> literal(const PythonSource& source, PyValue value) {
  if (value.last == value.first + 1 && source.is_name(value.first)) {
    const auto bound = only_value_of(source, 0, source.statements().size(), source.text(value.first));
    if (!bound) return std::nullopt;
    value = *bound;
  }
  if (value.last != value.first + 1 || source.tokens()[value.first].kind != PyKind::string) return std::nullopt;
  const auto text = source.text(value.first);
  const bool is_plain = text.size() > 2 && (text[0] == '"' || text[0] == '\'') && text[1] != text[0];
  return is_plain ? std::optional(text.substr(1, text.size() - 2)) : std::nullopt;
}

// "%Y-%m-%dT%H:%M:%SZ", "… UTC"
bool means_utc(std::string_view format) {
  if (contains(format, "%z") || contains(format, "%Z")) return false;
  return format.ends_with('Z') || format.ends_with(" UTC") || format.ends_with(" GMT");
}

bool has_keyword(const PythonSource& source, const std::vector<PyValue>& arguments, std::string_view name) {
  return std::ranges::any_of(
      arguments, [&](const auto& one) { return source.is(one.first, name) && source.is(one.first + 1, "="); });
}

// datetime(1970, 1, 1): what the time stamps of UNIX count from is in UTC.
bool is_epoch(const PythonSource& source, const std::vector<PyValue>& arguments) {
  constexpr auto start = std::to_array<std::string_view>({"1970", "1", "1"});
  if (arguments.size() < start.size()) return false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const auto text = written(source, arguments[i]);
    if (text != (i < start.size() ? start[i] : "0")) return false;
  }
  return true;
}

// Nothing where the call says a zone, or might.
std::optional<TimeMaking> making_of(const PythonSource& source, const MakerRow& row,
                                    const std::vector<PyValue>& arguments) {
  const auto name = leaf_of(row.full);
  const bool is_spread =
      std::ranges::any_of(arguments, [&](const auto& one) { return source.text(one.first).starts_with('*'); });
  if (is_spread || has_keyword(source, arguments, "tz") || has_keyword(source, arguments, "tzinfo"))
    return std::nullopt;
  if (name == "now" && !arguments.empty()) return std::nullopt;
  if (name == "fromtimestamp" && arguments.size() > 1) return std::nullopt;
  if (name == "combine" && arguments.size() > 2) return std::nullopt;
  if (row.full == "datetime.datetime") {
    if (arguments.size() > position_of_zone) return std::nullopt;
    return is_epoch(source, arguments) ? TimeMaking::epoch : TimeMaking::other;
  }
  if (name != "strptime") return row.making;
  const auto format = arguments.size() == 2 ? literal(source, arguments[1]) : std::nullopt;
  if (format && contains(*format, "%z")) return std::nullopt;
  return format && means_utc(*format) ? TimeMaking::parsed : TimeMaking::other;
}

}  // namespace

std::optional<TimeMaker> time_maker_at(const TimeFile& in, std::size_t name) {
  const auto& source = in.source;
  if (!source.is_name(name) || !source.is(name + 1, "(")) return std::nullopt;
  auto first = name;
  while (first > 1 && source.is(first - 1, ".") && source.is_name(first - 2)) first -= 2;
  if (first > 0 && source.is(first - 1, ".")) return std::nullopt;
  const auto full = in.names.full(written(source, {first, name + 1}));
  const auto row = std::ranges::find(maker_rows, full, &MakerRow::full);
  const auto close = row == maker_rows.end() ? std::nullopt : closing_of_call(source, name + 1);
  const auto making = close ? making_of(source, *row, arguments_between(source, name + 1, *close)) : std::nullopt;
  if (!making) return std::nullopt;
  return TimeMaker{in.file, name, name + 1, *close, *making};
}

}  // namespace regreen
