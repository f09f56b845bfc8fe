#include "adapters/github/check_run.h"

#include "base/text.h"
#include "model/mark.h"
#include "net/url.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::size_t checks_max = 100;     // that are searched for ours
constexpr std::size_t remarks_a_call = 50;  // GitHub takes no more
constexpr std::size_t remarks_max = 200;
constexpr std::size_t name_bytes_max = 100, text_bytes_max = 60'000;

// Of several checks of one name GitHub shows the newest only, so each workflow's has its own.
std::string name_of(const RemoteRun& run) {
  return shortened(fmt::format("regreen ({})", printable(run.workflow)), name_bytes_max);
}

std::string id_of(const RemoteRun& run) { return fmt::format("regreen {}", run.workflow_id); }

json annotations(std::span<const Remark> remarks) {
  json all = json::array();
  for (const auto& one : remarks) {
    all.push_back({{"path", one.file},
                   {"start_line", one.line},
                   {"end_line", one.line},
                   {"annotation_level", "failure"},
                   {"title", one.title},
                   {"message", one.text}});
  }
  return all;
}

Result<std::optional<json>> find_check(GitHubApi& api, const RemoteRun& run) {
  const auto path = fmt::format("/repos/{}/commits/{}/check-runs?check_name={}&filter=all", run.repository, run.head,
                                escaped(name_of(run)));
  const auto there = TRY(api.list(path, "check_runs", checks_max));
  const auto ours =
      std::ranges::find_if(there, [&](const json& one) { return text_of(one, "external_id") == id_of(run); });
  return ours == there.end() ? std::nullopt : std::optional(*ours);
}

json check_with(const RemoteRun& run, const json& output) {
  return {{"name", name_of(run)},  {"head_sha", run.head},    {"external_id", id_of(run)}, {"details_url", run.url},
          {"status", "completed"}, {"conclusion", "neutral"}, {"output", output}};
}

}  // namespace

Result<void> write_check(GitHubApi& api, const RemoteRun& run, const Proposal& proposal, std::string_view more) {
  if (proposal.check.empty() || !api.writes_checks()) return {};
  const auto there = TRY(find_check(api, run));
  const json before = there && there->contains("output") ? (*there)["output"] : json();
  std::uint64_t number = there ? number_of(*there, "id") : 0;
  json output = {{"title", replace_all(proposal.title, "[Auto-Fix] ", "")},
                 {"summary", without_marks(shortened(proposal.check, text_bytes_max)) + std::string(more)}};
  const std::span<const Remark> remarks(proposal.remarks.data(), std::min(proposal.remarks.size(), remarks_max));
  // What is beside the code stays there, and more of it is added at its end.
  std::size_t told = std::min<std::size_t>(number_of(before, "annotations_count"), remarks.size());
  const bool is_same = text_of(before, "title") == output["title"] && text_of(before, "summary") == output["summary"];
  if (number != 0 && is_same && told == remarks.size()) return {};
  const std::string path = fmt::format("/repos/{}/check-runs", run.repository);
  do {
    const auto next = remarks.subspan(told, std::min(remarks.size() - told, remarks_a_call));
    output["annotations"] = annotations(next);
    const json written = TRY(number == 0 ? api.send("POST", path, check_with(run, output))
                                         : api.send("PATCH", fmt::format("{}/{}", path, number), {{"output", output}}));
    number = number_of(written, "id");
    told += next.size();
  } while (told < remarks.size());
  return {};
}

}  // namespace regreen
