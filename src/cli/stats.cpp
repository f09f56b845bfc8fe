#include "adapters/system/clock.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"
#include "report/json.h"
#include "report/tables.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regreen {
namespace {

constexpr std::size_t categories_max = 50, signatures_max = 10;

// Where nothing was ever kept, there is nothing to count: that is an answer.
Result<std::vector<CategoryCount>> counts_of(const CommonOptions& common) {
  const auto store = TRY(open_store_that_exists(common));
  if (store == nullptr) return std::vector<CategoryCount>();
  return store->counts();
}

Result<Trends> trends_of(const CommonOptions& common, std::size_t days) {
  Trends trends{days, {}, {}};
  const auto store = TRY(open_store_that_exists(common));
  if (store == nullptr) return trends;
  const Timestamp now = SystemClock().now();
  trends.categories = TRY(store->curves(CurveOf::category, now, days, categories_max));
  trends.signatures = TRY(store->curves(CurveOf::signature, now, days, signatures_max));
  return trends;
}

int trouble(const Error& error) {
  complain(error.message);
  return exit_trouble;
}

}  // namespace

int run_stats(const CommonOptions& common, const StatsOptions& options) {
  const auto counts = counts_of(common);
  if (!counts) return trouble(counts.error());
  if (options.format == Format::json) {
    fmt::print("{}\n", dump(stats_json(*counts), Indent::yes));
  } else {
    fmt::print("{}", stats_text(*counts, SystemClock().now(), colour_of_output()));
  }
  return exit_well;
}

int run_trends(const CommonOptions& common, const TrendsOptions& options) {
  const auto trends = trends_of(common, options.days);
  if (!trends) return trouble(trends.error());
  if (options.format == Format::json) {
    fmt::print("{}\n", dump(trends_json(*trends), Indent::yes));
  } else {
    fmt::print("{}", trends_text(*trends, colour_of_output()));
  }
  return exit_well;
}

}  // namespace regreen
