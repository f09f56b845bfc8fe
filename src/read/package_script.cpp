#include "base/text.h"
#include "read/dialect.h"

#include <algorithm>
#include <array>

// Who installs a package runs its own scripts, and prints before every line of theirs who said it.

namespace regreen {
namespace {

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

std::optional<Heard> PackageScriptDialect::hear(const Line& line) {
  const std::string_view text = line.text;
  if (const std::size_t yarn = yarn_length(text)) return Heard{Voice::program, text.substr(yarn)};
  return hear_npm(text);
}

// npm tells what the script of a package printed behind its own mark: "npm error command sh -c node build.js" comes
// first, "npm error A complete log of this run" last.
std::optional<Heard> PackageScriptDialect::hear_npm(std::string_view text) {
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
