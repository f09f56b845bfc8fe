#include "base/text.h"
#include "read/dialect.h"

#include <algorithm>
#include <array>

// What runs a script in each package of a workspace prints the package before every line, and so does what runs a
// package's own script while it installs.

namespace regreen {
namespace {

constexpr std::size_t names_max = 2000;

// "packages/basket test$ jest" of pnpm: how it begins the lines of that script.
std::string announced_by_pnpm(std::string_view text) {
  const auto end = text.find("$ ");
  const auto blank = text.find(' ');
  if (end == std::string_view::npos || blank == 0 || blank >= end) return "";
  if (text.substr(blank + 1, end - blank - 1).find(' ') != std::string_view::npos) return "";
  return std::string(text.substr(0, end)) + ": ";
}

// "basket:test: cache miss, executing 0123abcd" of Turborepo.
std::string announced_by_turbo(std::string_view text) {
  const auto end = text.find(": cache ");
  if (end == std::string_view::npos || text.substr(0, end).find(' ') != std::string_view::npos) return "";
  return std::string(text.substr(0, end)) + ": ";
}

// "basket: > basket@1.0.0 test" of npm, below Lerna.
std::string announced_by_lerna(std::string_view text) {
  const auto end = text.find(": > ");
  if (end == std::string_view::npos || end == 0) return "";
  const std::string_view name = text.substr(0, end), behind = text.substr(end + 4);
  return behind.starts_with(name) && behind.substr(name.size()).starts_with('@') ? std::string(name) + ": " : "";
}

// "➤ YN0000: │ basket@npm:1.0.0 STDERR " of Yarn, while a package is built.
std::size_t yarn_length(std::string_view text) {
  constexpr std::string_view front = "➤ YN0000: │ ";
  if (!text.starts_with(front)) return 0;
  const auto blank = text.find(' ', front.size());
  if (blank == std::string_view::npos) return 0;
  for (const std::string_view stream : {" STDERR ", " STDOUT "}) {
    if (text.substr(blank).starts_with(stream)) return blank + stream.size();
  }
  return 0;
}

}  // namespace

std::optional<Heard> WorkspaceDialect::hear(const Line& line) {
  const std::string_view text = line.text;
  if (const std::size_t yarn = yarn_length(text)) return Heard{Voice::program, text.substr(yarn)};
  if (const auto heard = hear_npm(text)) return heard;
  if (text.starts_with("Scope: ") && text.ends_with(" workspace projects")) tool_ = Tool::pnpm;
  if (tool_ == Tool::none && text.starts_with(".../") && !announced_by_pnpm(text).empty()) tool_ = Tool::pnpm;
  if (text.starts_with("lerna info Executing command in ") || text.starts_with(" Lerna (powered by Nx)")) {
    tool_ = Tool::lerna;
  }
  if (text.starts_with("• Packages in scope: ") || text.starts_with("   • Packages in scope: ")) tool_ = Tool::turbo;
  if (tool_ == Tool::none) return std::nullopt;
  if (std::string name = tool_ == Tool::pnpm    ? announced_by_pnpm(text)
                         : tool_ == Tool::turbo ? announced_by_turbo(text)
                                                : announced_by_lerna(text);
      !name.empty() && names_.size() < names_max) {
    names_.insert(std::move(name));
    return Heard{Voice::runner, text};
  }
  for (auto end = text.find(": "); end != std::string_view::npos; end = text.find(": ", end + 1)) {
    if (!names_.contains(std::string(text.substr(0, end + 2)))) continue;
    const std::string_view said = text.substr(end + 2);
    return Heard{said.starts_with("> ") ? Voice::runner : Voice::program, said};
  }
  return std::nullopt;
}

// npm tells what the script of a package printed behind its own mark: "npm error command sh -c node build.js" comes
// first, "npm error A complete log of this run" last.
std::optional<Heard> WorkspaceDialect::hear_npm(std::string_view text) {
  constexpr std::array marks = {std::string_view("npm error "), std::string_view("npm ERR! ")};
  const auto mark = std::ranges::find_if(marks, [&](std::string_view one) { return text.starts_with(one); });
  const bool was_in_script = in_npm_script_;
  if (mark == marks.end()) {
    in_npm_script_ = in_npm_script_ && (text == "npm error" || text == "npm ERR!");
    return std::nullopt;
  }
  const std::string_view said = text.substr(mark->size());
  in_npm_script_ =
      said.starts_with("command sh -c ") || (was_in_script && !said.starts_with("A complete log of this run "));
  if (!was_in_script || !in_npm_script_ || said.starts_with("command ") || said.starts_with("code "))
    return std::nullopt;
  return Heard{Voice::program, said};
}

}  // namespace regreen
