#include "report/tables.h"

#include "base/text.h"
#include "base/time.h"
#include "report/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::string_view bold = "1", red = "31", green = "32", dim = "2";

std::string painted(const std::string& text, std::string_view style, Colour colour) {
  return colour == Colour::no ? text : fmt::format("\x1b[{}m{}\x1b[0m", style, text);
}

std::string counted(std::size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? "–" : fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string mean_text(const std::optional<double>& minutes) { return minutes ? duration_text(*minutes) : "–"; }

std::string ago(const std::optional<Timestamp>& at, Timestamp now) {
  if (!at) return "–";
  return duration_text(std::chrono::duration<double, std::ratio<60>>(now - *at).count()) + " ago";
}

std::string stats_row(const CategoryCount& row, Timestamp now) {
  return fmt::format("{:<24} {:>8} {:>8} {:>10} {:>8} {:>8}   {}\n", printable(row.category), row.failures,
                     row.repaired, mean_text(row.mttr_minutes), row.attempts, share(row.successes, row.attempts),
                     ago(row.last_seen, now));
}

CategoryCount sum_of(const std::vector<CategoryCount>& counts) {
  CategoryCount sum;
  double minutes = 0;
  for (const auto& row : counts) {
    sum.failures += row.failures;
    sum.attempts += row.attempts;
    sum.successes += row.successes;
    sum.repaired += row.repaired;
    minutes += row.mttr_minutes.value_or(0) * static_cast<double>(row.repaired);
  }
  if (sum.repaired > 0) sum.mttr_minutes = minutes / static_cast<double>(sum.repaired);
  return sum;
}

std::string trend_text(const std::string& trend, Colour colour) {
  const std::string padded = fmt::format("{:<9}", trend == "unknown" ? "" : trend);
  if (trend == "rising") return painted(padded, red, colour);
  return trend == "improving" ? painted(padded, green, colour) : padded;
}

std::string curve_row(const Curve& curve, const std::string& name, Colour colour) {
  constexpr std::size_t width = 28;
  return fmt::format("{} {:>6}  {}  {:>5} green again  {}\n", sparkline(curve.days, width), curve.failures,
                     trend_text(curve.trend, colour), curve.repaired, name);
}

json row_of(const CategoryCount& row) {
  return {{"category", valid_utf8(row.category)},
          {"failures", row.failures},
          {"repaired", row.repaired},
          {"mttr_minutes", row.mttr_minutes ? json(*row.mttr_minutes) : json()},
          {"attempts", row.attempts},
          {"successes", row.successes},
          {"success_rate",
           row.attempts > 0 ? json(static_cast<double>(row.successes) / static_cast<double>(row.attempts)) : json()},
          {"last_seen", row.last_seen ? json(to_iso(*row.last_seen)) : json()}};
}

json curve_json(const Curve& curve, const char* name) {
  json row = {{name, valid_utf8(curve.name)}, {"failures", curve.failures},
              {"repaired", curve.repaired},   {"mttr_minutes", curve.mttr_minutes ? json(*curve.mttr_minutes) : json()},
              {"trend", curve.trend},         {"per_day", curve.days}};
  if (!curve.label.empty()) row["root_cause"] = valid_utf8(curve.label);
  return row;
}

}  // namespace

std::string stats_text(const std::vector<CategoryCount>& counts, Timestamp now, Colour colour) {
  if (counts.empty())
    return "Nothing is recorded yet: `regreen heal` and `regreen diagnose --record` keep what they see.\n";
  const CategoryCount sum = sum_of(counts);
  std::string text = fmt::format("{}, {} green again", counted(sum.failures, "failure"), sum.repaired);
  if (sum.mttr_minutes) text += fmt::format(" after {} on average", duration_text(*sum.mttr_minutes));
  text += fmt::format("; {} tried", counted(sum.attempts, "repair"));
  if (sum.attempts > 0) text += fmt::format(", {} helped", share(sum.successes, sum.attempts));
  text += "\n\n";
  text += painted(fmt::format("{:<24} {:>8} {:>8} {:>10} {:>8} {:>8}   {}\n", "category", "failures", "green", "after",
                              "repairs", "helped", "last seen"),
                  bold, colour);
  for (const auto& row : counts) text += stats_row(row, now);
  return text;
}

json stats_json(const std::vector<CategoryCount>& counts) {
  json rows = json::array();
  for (const auto& row : counts) rows.push_back(row_of(row));
  return {{"schema", "regreen.stats/1"}, {"categories", std::move(rows)}};
}

std::string trends_text(const Trends& trends, Colour colour) {
  if (trends.categories.empty())
    return fmt::format("Nothing failed in the last {} days, as far as is recorded.\n", trends.days);
  std::string text = painted(fmt::format("Failures of the last {} days, today last\n\n", trends.days), bold, colour);
  for (const auto& curve : trends.categories) text += curve_row(curve, printable(curve.name), colour);
  text += painted("\nWhat failed most\n\n", bold, colour);
  for (const auto& curve : trends.signatures) {
    const std::string name =
        painted(curve.name.substr(0, 8), dim, colour) + "  " + shortened(printable(curve.label), 80);
    text += curve_row(curve, name, colour);
  }
  return text;
}

json trends_json(const Trends& trends) {
  json document = {{"schema", "regreen.trends/1"},
                   {"days", trends.days},
                   {"categories", json::array()},
                   {"signatures", json::array()}};
  for (const auto& curve : trends.categories) document["categories"].push_back(curve_json(curve, "category"));
  for (const auto& curve : trends.signatures) document["signatures"].push_back(curve_json(curve, "signature"));
  return document;
}

std::string sparkline(const std::vector<std::size_t>& counts, std::size_t width) {
  constexpr std::array<std::string_view, 9> marks = {"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const std::size_t count = counts.size();
  if (count == 0 || width == 0) return "";
  const std::size_t each = (count + width - 1) / width;  // days of a mark, counted from the end: today's are complete
  std::vector<std::size_t> sums((count + each - 1) / each);
  for (std::size_t i = 0; i < count; ++i) sums[sums.size() - 1 - (count - 1 - i) / each] += counts[i];
  const std::size_t most = *std::ranges::max_element(sums);
  std::string line;
  for (const auto sum : sums) line += marks[sum == 0 ? 0 : 1 + sum * 7 / most];
  return line;
}

}  // namespace regreen
