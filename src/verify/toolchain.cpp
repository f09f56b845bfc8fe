#include "verify/toolchain.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace regreen {
namespace {

// Actions that set up tools: which input of theirs names the version, and how the tool tells its own.
struct SetUp {
  std::string_view action, input, tool, question;
  std::string_view links = {};  // the names under which a version of its own name ("python3.9") is put first
};

// clang-format off
constexpr auto set_ups = std::to_array<SetUp>({
    {"actions/setup-python", "python-version", "python", "python3 --version", "python python3"},
    {"actions/setup-node", "node-version", "node", "node --version"},
    {"actions/setup-go", "go-version", "go", "go version"},
    {"actions/setup-java", "java-version", "java", "java -version"},
    {"actions/setup-dotnet", "dotnet-version", "dotnet", "dotnet --version"},
    {"ruby/setup-ruby", "ruby-version", "ruby", "ruby --version", "ruby"},
    {"shivammathur/setup-php", "php-version", "php", "php --version", "php"},
    {"dtolnay/rust-toolchain", "toolchain", "rustc", "rustc --version"},
    {"actions-rs/toolchain", "toolchain", "rustc", "rustc --version"},
    {"haskell-actions/setup", "ghc-version", "ghc", "ghc --version"},
    {"haskell/actions/setup", "ghc-version", "ghc", "ghc --version"},
    {"erlef/setup-beam", "elixir-version", "elixir", "elixir --short-version"},
    {"denoland/setup-deno", "deno-version", "deno", "deno --version"},
    {"oven-sh/setup-bun", "bun-version", "bun", "bun --version"},
    {"julia-actions/setup-julia", "version", "julia", "julia --version"},
    {"r-lib/actions/setup-r", "r-version", "R", "R --version"},
});
// clang-format on

const SetUp* set_up_of(std::string_view action) {
  const auto found = std::ranges::find(set_ups, action.substr(0, action.find('@')), &SetUp::action);
  return found == set_ups.end() ? nullptr : found;
}

// The leading numbers of "3.9", "v20.1.0", "1.21.x", "^18": as many as it asks for.
std::vector<std::string_view> numbers_of(std::string_view version) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  while (!version.empty() && !digit(version.front())) version.remove_prefix(1);
  std::vector<std::string_view> numbers;
  for (const auto part : split(version, '.')) {
    const auto end = std::find_if_not(part.begin(), part.end(), digit);
    if (end == part.begin()) break;
    numbers.push_back(part.substr(0, static_cast<std::size_t>(end - part.begin())));
    if (end != part.end()) break;
  }
  return numbers;
}

bool has_bound(std::string_view version) {
  return version.starts_with(">") || version.starts_with("<") || contains(version, "||");
}

bool fits(std::string_view asked, std::string_view here) {
  auto wanted = numbers_of(asked);
  const auto present = numbers_of(here);
  if (has_bound(asked) || wanted.empty()) return true;  // "lts/*", "stable", ">=18": not to be told apart here
  if ((asked.starts_with("^") || asked.starts_with("~")) && wanted.size() > 1)
    wanted.resize(wanted.front() == "0" ? 2 : 1);
  return wanted.size() <= present.size() && std::equal(wanted.begin(), wanted.end(), present.begin());
}

// "python3.9", where the version names one release.
std::string own_name(const AskedTool& tool) {
  const SetUp* known = set_up_of(tool.by);
  const auto numbers = numbers_of(tool.version);
  if (known == nullptr || known->links.empty() || numbers.size() < 2 || has_bound(tool.version)) return "";
  return fmt::format("{}{}.{}", tool.name, numbers[0], numbers[1]);
}

// "3.11.2" of "Python 3.11.2", "20.1.0" of "v20.1.0 (x64)".
std::string version_in(std::string_view line) {
  const auto begin = line.find_first_of("0123456789");
  if (begin == std::string_view::npos) return "";
  line.remove_prefix(begin);
  return std::string(line.substr(0, line.find_first_not_of("0123456789.")));
}

}  // namespace

std::vector<AskedTool> tools_of(const std::vector<Task>& tasks) {
  std::vector<AskedTool> tools;
  for (const auto& task : tasks) {
    const SetUp* known = set_up_of(task.action);
    if (known == nullptr || !task.may_run) continue;
    AskedTool tool{std::string(known->tool), "", std::string(known->action)};
    for (const auto& [name, value] : task.inputs) {
      if (name == known->input) tool.version = value;
    }
    if (tool.version.empty() && known->action == "dtolnay/rust-toolchain")
      tool.version = task.action.substr(task.action.find('@') + 1);
    std::erase_if(tools, [&](const AskedTool& earlier) { return earlier.name == tool.name; });
    tools.push_back(std::move(tool));
  }
  return tools;
}

std::string version_question(const std::vector<AskedTool>& tools) {
  std::string script;
  const auto ask = [&](const std::string& name, std::string_view question) {
    script += fmt::format("v=$({} 2>&1) && echo \"{} ${{v%%$'\\n'*}}\"\n", question, name);
  };
  for (const auto& tool : tools) {
    ask(tool.name, set_up_of(tool.by)->question);
    if (const auto own = own_name(tool); !own.empty()) ask(own, own + " --version");
  }
  return script + "true";
}

std::string fitted_to(const std::vector<AskedTool>& tools, std::string_view answer) {
  std::map<std::string, std::string, std::less<>> here;
  for (const auto line : split_lines(answer)) {
    const auto blank = line.find(' ');
    if (blank != std::string_view::npos) here[std::string(line.substr(0, blank))] = version_in(line.substr(blank));
  }
  std::string text;
  for (const auto& tool : tools) {
    const std::string wanted = tool.version.empty() ? tool.name : tool.name + " " + tool.version;
    const auto found = here.find(tool.name);
    if (found != here.end() && fits(tool.version, found->second)) continue;
    const std::string own = own_name(tool);
    if (!own.empty() && here.contains(own)) {
      text += comment(fmt::format("{} as {} set it up is {} here", wanted, tool.by, own));
      text += "tools=$(mktemp -d)\n";
      for (const auto link : split(set_up_of(tool.by)->links, ' '))
        text += fmt::format("ln -s \"$(command -v {})\" \"$tools/{}\"\n", own, link);
      text += "export PATH=$tools:$PATH\n";
    } else if (found == here.end()) {
      text += comment(fmt::format("{} set up {}; there is none here", tool.by, wanted));
    } else {
      text += comment(fmt::format("{} set up {}; here it is {}", tool.by, wanted, found->second));
    }
  }
  return text;
}

}  // namespace regreen
