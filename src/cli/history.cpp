#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"

namespace regreen {
namespace {

constexpr std::size_t cases_searched = 10000;

int trouble(const Error& error) {
  complain(error.message);
  return error.kind == ErrorKind::not_found ? exit_usage : exit_trouble;
}

Result<CaseId> find_case(Store& store, const std::string& beginning) {
  const auto ids = TRY(store.recent(cases_searched));
  std::vector<CaseId> found;
  for (const auto& id : ids) {
    if (id.value.starts_with(beginning)) found.push_back(id);
  }
  if (found.empty()) return fail(ErrorKind::not_found, fmt::format("no case is called '{}'", beginning));
  if (!beginning.empty() && found.size() > 1) {
    return fail(ErrorKind::not_found, fmt::format("{} cases begin with '{}'; give more of the id", found.size(), beginning));
  }
  return found.front();
}

Result<Case> load_case(Store& store, const std::string& beginning) {
  const CaseId id = TRY(find_case(store, beginning));
  auto one = TRY(store.load(id));
  if (!one) return fail(ErrorKind::not_found, fmt::format("case {} has no chapters", id.value));
  return std::move(*one);
}

void print_counts(const std::vector<CategoryCount>& counts) {
  fmt::print("{:<24} {:>8} {:>8} {:>8}\n", "category", "failures", "attempts", "helped");
  for (const auto& row : counts) {
    fmt::print("{:<24} {:>8} {:>8} {:>8}\n", row.category, row.failures, row.attempts, row.successes);
  }
}

nlohmann::json counts_json(const std::vector<CategoryCount>& counts) {
  nlohmann::json rows = nlohmann::json::array();
  for (const auto& row : counts) {
    rows.push_back({{"category", row.category}, {"failures", row.failures}, {"attempts", row.attempts}, {"successes", row.successes}});
  }
  return {{"schema", "regreen.stats/1"}, {"categories", rows}};
}

}  // namespace

int run_explain(const CommonOptions& common, const ExplainOptions& options) {
  const auto store = open_store(common);
  if (!store) return trouble(store.error());
  const auto one = load_case(**store, options.id);
  if (!one) return trouble(one.error());
  fmt::print("{}", explain_text(*one, colour_of_output()));
  return exit_well;
}

int run_stats(const CommonOptions& common, const StatsOptions& options) {
  const auto store = open_store(common);
  if (!store) return trouble(store.error());
  const auto counts = (*store)->counts();
  if (!counts) return trouble(counts.error());
  if (options.format == Format::text) {
    print_counts(*counts);
  } else {
    fmt::print("{}\n", dump(counts_json(*counts), Indent::yes));
  }
  return exit_well;
}

}  // namespace regreen
