#include "cli/options.h"

#include "base/text.h"
#include "cli/description.h"
#include "cli/exit.h"
#include "cli/mistakes.h"

#include <fmt/format.h>

#include <map>

namespace regreen {
namespace {

const std::map<std::string, DeliveryMode> modes = {{"none", DeliveryMode::none},   {"patch", DeliveryMode::patch},
                                                   {"apply", DeliveryMode::apply}, {"commit", DeliveryMode::commit},
                                                   {"push", DeliveryMode::push},   {"pr", DeliveryMode::pull}};

// `--deliver` takes a file only with `patch`; the word after another mode is the repository.
std::string take_deliver(Typed& typed, bool repository_given) {
  if (typed.deliver.empty()) return "";
  const auto mode = modes.find(typed.deliver[0]);
  if (mode == modes.end())
    return fmt::format("--deliver: '{}' is none of none, patch, apply, commit, push, pr", typed.deliver[0]);
  typed.heal.mode = mode->second;
  const bool has_word = typed.deliver.size() == 2;
  if (mode->second == DeliveryMode::patch) {
    if (!has_word) return "--deliver patch: name the file to write";
    typed.heal.patch_file = typed.deliver[1];
  } else if (has_word && repository_given) {
    return fmt::format("--deliver {} takes no file", typed.deliver[0]);
  } else if (has_word) {
    typed.heal.repository = typed.deliver[1];
  }
  return "";
}

// What CLI11 fills in as words and flags, as values.
void settle(Typed& typed) {
  typed.diagnose.record = typed.record ? Permission::yes : Permission::no;
  typed.diagnose.compare = typed.no_green ? Permission::no : Permission::yes;
  typed.diagnose.run.at = from_iso(typed.at);
  if (typed.list) typed.learn_green.verb = LearnGreenOptions::Verb::list;
  if (typed.forget) typed.learn_green.verb = LearnGreenOptions::Verb::forget;
  if (!typed.approve_mode.empty()) typed.approve.mode = modes.at(typed.approve_mode);
  if (!typed.handed_mode.empty()) typed.handed.mode = modes.at(typed.handed_mode);
  typed.heal.network = typed.network ? Permission::yes : Permission::no;
  typed.heal.unsafe_no_sandbox = typed.unsafe_no_sandbox ? Permission::yes : Permission::no;
}

using Choose = Invocation::Command (*)(const Typed&);

const std::map<std::string, Choose> commands = {
    {"diagnose", [](const Typed& typed) -> Invocation::Command { return typed.diagnose; }},
    {"learn-green", [](const Typed& typed) -> Invocation::Command { return typed.learn_green; }},
    {"heal", [](const Typed& typed) -> Invocation::Command { return typed.heal; }},
    {"deliver", [](const Typed& typed) -> Invocation::Command { return typed.handed; }},
    {"init", [](const Typed& typed) -> Invocation::Command { return typed.init; }},
    {"explain", [](const Typed& typed) -> Invocation::Command { return typed.explain; }},
    {"reproduce", [](const Typed& typed) -> Invocation::Command { return typed.reproduce; }},
    {"replay", [](const Typed& typed) -> Invocation::Command { return typed.replay; }},
    {"rollback", [](const Typed& typed) -> Invocation::Command { return typed.rollback; }},
    {"approve", [](const Typed& typed) -> Invocation::Command { return typed.approve; }},
    {"reject", [](const Typed& typed) -> Invocation::Command { return typed.rollback; }},
    {"stop", [](const Typed& typed) -> Invocation::Command { return typed.stop; }},
    {"resume", [](const Typed&) -> Invocation::Command { return ResumeOptions{}; }},
    {"fixes", [](const Typed& typed) -> Invocation::Command { return typed.fixes; }},
    {"stats", [](const Typed& typed) -> Invocation::Command { return typed.stats; }},
    {"trends", [](const Typed& typed) -> Invocation::Command { return typed.trends; }},
    {"rules", [](const Typed& typed) -> Invocation::Command { return typed.rules; }},
    {"train", [](const Typed& typed) -> Invocation::Command { return typed.train; }},
    {"evaluate", [](const Typed& typed) -> Invocation::Command { return typed.evaluate; }},
    {"predict", [](const Typed& typed) -> Invocation::Command { return typed.predict; }},
    {"doctor", [](const Typed& typed) -> Invocation::Command { return typed.doctor; }},
};

}  // namespace

tl::expected<Invocation, int> parse(int argc, const char* const* argv) {
  Typed typed;
  const auto app = describe(typed);
  try {
    app->parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return tl::unexpected(app->exit(e) == 0 ? exit_well : exit_usage);
  }
  std::string mistake = take_deliver(typed, app->get_subcommand("heal")->count("REPO") > 0);
  typed.diagnose.remote.branch = typed.diagnose.run.branch;
  typed.diagnose.remote.latest = typed.heal.remote.latest = typed.latest ? Permission::yes : Permission::no;
  if (app->got_subcommand("learn-green")) mistake = mistake_of_learn_green(typed.learn_green, typed.list, typed.forget);
  if (app->got_subcommand("diagnose")) mistake = mistake_of_diagnose(typed.diagnose);
  if (app->got_subcommand("heal") && mistake.empty()) mistake = mistake_of_heal(typed.heal);
  if (!mistake.empty()) {
    fmt::print(stderr, "{}\nRun with --help for more information.\n", mistake);
    return tl::unexpected(exit_usage);
  }
  settle(typed);
  const auto chosen = commands.find(app->get_subcommands().front()->get_name());
  return Invocation{typed.common, chosen == commands.end() ? Invocation::Command(ManOptions{}) : chosen->second(typed)};
}

}  // namespace regreen
