#include "base/text.h"
#include "cli/description.h"
#include "cli/version.h"

#include <fmt/format.h>

namespace regreen {
namespace {

std::string roff(std::string text) {
  text = replace_all(replace_all(std::move(text), "\\", "\\e"), "-", "\\-");
  return text.starts_with('.') || text.starts_with('\'') ? "\\&" + text : text;
}

std::string roff_options(const CLI::App& app) {
  std::string text;
  for (const auto* option : app.get_options()) {
    const std::string name = option->get_positional() ? option->get_name(true) : option->get_name(false, true);
    const std::string type =
        option->get_positional() || option->get_type_name().empty() ? "" : " " + option->get_type_name();
    text += fmt::format(".TP\n.B {}\n{}\n", roff(name + type), roff(option->get_description()));
  }
  return text;
}

std::string roff_commands(const CLI::App& app, const std::string& before) {
  std::string text;
  for (const auto* command : app.get_subcommands([](const CLI::App* one) { return !one->get_group().empty(); })) {
    const std::string name = before + command->get_name();
    text += fmt::format(".SS {}\n{}.\n{}", roff(name), roff(command->get_description()), roff_options(*command));
    text += roff_commands(*command, name + " ");
  }
  return text;
}

}  // namespace

std::string man_page() {
  Typed typed;
  const auto app = describe(typed);
  return fmt::format(
      ".TH REGREEN 1 \"\" \"regreen {}\" \"User Commands\"\n.SH NAME\nregreen \\- {}\n.SH SYNOPSIS\n.B regreen\n.I "
      "command\n"
      "[options]\n.SH OPTIONS\n{}.SH COMMANDS\n{}.SH EXIT STATUS\n{}\n.SH ENVIRONMENT\n.TP\n.B REGREEN_CONFIG\n"
      "The configuration file.\n.TP\n.B REGREEN_DB\nThe history.\n.TP\n.B GITHUB_TOKEN, GH_TOKEN\nWho we are on "
      "GitHub.\n.TP\n"
      ".B GITHUB_APP_ID, GITHUB_APP_PRIVATE_KEY\nA GitHub App instead, and its key in PEM or the path of its "
      "file.\n.TP\n.B GITHUB_API_URL\nWhere GitHub's API is, if not at api.github.com.\n.TP\n.B REGREEN_LOG_LEVEL\n"
      "What is told on standard error: error, warning (usual) or info.\n.TP\n.B NO_COLOR\nNo colours, whatever the "
      "terminal.\n",
      version, roff(app->get_description()), roff_options(*app), roff_commands(*app, ""), roff(app->get_footer()));
}

}  // namespace regreen
