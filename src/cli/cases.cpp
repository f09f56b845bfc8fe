#include "cli/cases.h"

#include "cli/exit.h"
#include "cli/setting.h"
#include "cli/terminal.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t cases_searched = 10000;
constexpr const char* nothing_recorded =
    "nothing is recorded yet: `regreen heal` and `regreen diagnose --record` keep what they see";

Result<CaseId> find_case(Store& store, const std::string& beginning) {
  const auto ids = TRY(store.recent(cases_searched));
  std::vector<CaseId> found;
  for (const auto& id : ids) {
    if (id.value.starts_with(beginning)) found.push_back(id);
  }
  if (ids.empty()) return fail(ErrorKind::not_found, nothing_recorded);
  if (found.empty()) {
    return fail(ErrorKind::not_found,
                fmt::format("no case begins with '{}'; the newest is {}", beginning, ids.front().value));
  }
  if (!beginning.empty() && found.size() > 1) {
    return fail(ErrorKind::not_found,
                fmt::format("{} cases begin with '{}'; give more of the id", found.size(), beginning));
  }
  return found.front();
}

}  // namespace

Result<Case> load_case(Store& store, const std::string& beginning) {
  const CaseId id = TRY(find_case(store, beginning));
  auto one = TRY(store.load(id));
  if (!one) return fail(ErrorKind::not_found, fmt::format("case {} has no chapters", id.value));
  return std::move(*one);
}

Result<Case> load_case(const CommonOptions& common, const std::string& beginning) {
  const auto store = TRY(open_store_that_exists(common));
  if (store == nullptr) return fail(ErrorKind::not_found, nothing_recorded);
  return load_case(*store, beginning);
}

int complain_about_case(const Error& error) {
  complain(error.message);
  return error.kind == ErrorKind::not_found ? exit_usage : exit_trouble;
}

}  // namespace regreen
