// js.fix-script-name: a script that its package.json has under another name, or in parts.
//
//   npm error workspace @kiosk/web@1.4.0
//   npm error location /builds/kiosk/packages/web
//   npm error Missing script: "lint"
//
// A name that differs by a separator or a slip of the finger is written as it is called; where others call it as it is, it goes by both
// names. Where there are `lint:js` and `lint:css`,
// `lint` runs both; where the other packages of the repository have such a script, `lint` runs the only one here that calls the
// same tool for the same purpose.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/packages/package.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t lines_around = 8;

// What a script of several parts may be called: its parts are all to be run, and are not ways to do one thing.
constexpr auto in_parts =
    std::to_array<std::string_view>({"lint", "check", "test", "typecheck", "types", "format", "verify", "validate"});

// Parts, options and words of scripts that change files, never end, or are for a person who looks at them.
constexpr auto for_people =
    std::to_array<std::string_view>({"fix", "write", "watch", "debug", "dev", "update", "staged", "open", "ui",
                                     "headed", "coverage", "snapshot", "ci"});

// Scripts that npm calls by itself, or by a command of their own.
constexpr auto of_npm =
    std::to_array<std::string_view>({"test", "start", "stop", "restart", "prepare", "prepack", "postpack", "install",
                                     "version", "publish", "prepublishOnly", "dependencies"});
constexpr auto callers = std::to_array<std::string_view>({"npm", "yarn", "pnpm", "bun", "run", "s", "p"});

constexpr std::size_t slip_bytes = 4;  // shorter ones are near each other by chance

std::string called(const Occurrence& occurrence) {
  std::string name(capture(occurrence, "command"));
  return name.find_first_of("\"\\ \n") == std::string::npos ? name : "";
}

// "npm error location /builds/kiosk/packages/web", "npm ERR!   at location: /builds/kiosk/packages/web"
std::string location_said(const Occurrence& occurrence) {
  const auto lines = lines_of(occurrence);
  const auto self = occurrence.before.size();
  const auto first = self - std::min(self, lines_around), last = std::min(lines.size(), self + lines_around);
  for (auto i = first; i < last; ++i) {
    if (!lines[i].starts_with("npm ")) continue;
    for (const std::string_view mark : {" location: ", " location "}) {
      const auto at = lines[i].find(mark);
      if (at != npos) return std::string(trim(std::string_view(lines[i]).substr(at + mark.size())));
    }
  }
  return "";
}

std::optional<NodePackage> package_meant(const Tree& tree, const Occurrence& occurrence) {
  const auto location = location_said(occurrence);
  const auto file = location.empty() ? std::nullopt : find_file(tree, location + "/package.json");
  return package_of_file(tree, file.value_or(""));
}

std::string plain(std::string name) {
  std::ranges::replace_if(
      name, [](char c) { return c == ':' || c == '_' || c == '.'; }, '-');
  return lower(name);
}

// A name without its separators.
std::string joined(const std::string& name) { return replace_all(plain(name), "-", ""); }

// Can one part of a name be a slip of another one? Of a short one with another letter in its place no: `list` is not `lint`.
bool is_slip_of_part(std::string_view meant, std::string_view written) {
  constexpr std::size_t sure_bytes = 6;
  if (edit_distance(meant, written) != 1 || std::min(meant.size(), written.size()) + 1 < slip_bytes) return false;
  const bool is_digit_else = std::ranges::any_of(meant, is_digit) || std::ranges::any_of(written, is_digit);
  return !is_digit_else && (meant.size() != written.size() || meant.size() >= sure_bytes);
}

// Can a name be a slip of another one, in one of its words? `lint:ts` is none of `lint:js`.
bool is_slip_of_name(std::string_view meant, std::string_view written) {
  const auto of_meant = split(meant, '-'), of_written = split(written, '-');
  if (of_meant.size() != of_written.size()) return false;
  for (std::size_t i = 0; i < of_meant.size(); ++i) {
    if (of_meant[i] != of_written[i]) return is_slip_of_part(of_meant[i], of_written[i]);
  }
  return false;
}

// The one script whose name differs from the wanted one only in its separators or by a slip of the finger.
const JsonMember* same_script(const JsonObject& scripts, const std::string& wanted) {
  std::vector<const JsonMember*> same, near;
  for (const auto& script : scripts.members) {
    if (joined(script.key) == joined(wanted)) same.push_back(&script);
    const bool is_near = edit_distance(script.key, wanted) == 1;
    if (is_near && is_slip_of_name(plain(script.key), plain(wanted))) near.push_back(&script);
  }
  const auto& found = same.empty() ? near : same;
  return found.size() == 1 ? found[0] : nullptr;
}

// Does a text call a script: `npm run types`, `yarn types`, `run-s lint types`?
bool calls(std::string_view text, std::string_view script) {
  for (auto at = text.find(script); at != npos; at = text.find(script, at + 1)) {
    const auto front = line_before(text, at), next = text.substr(at + script.size(), 1);
    const bool is_whole = front.ends_with(' ') && (next.empty() || (!is_word_byte(next[0]) && !contains(":-", next)));
    if (is_whole && std::ranges::any_of(callers, [&](auto word) { return !words_in(front, word).empty(); }))
      return true;
  }
  return false;
}

// Is a script known by its name to something else: npm itself, another script, a hook, a job, a text for people?
bool is_known(const Tree& tree, const JsonObject& scripts, const std::string& script) {
  if (is_among(script, of_npm) || scripts.find("pre" + script) != nullptr || scripts.find("post" + script) != nullptr)
    return true;
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    const bool is_of_people = !is_vendored(path) && name_of(path) != "package-lock.json";
    return is_of_people && calls(tree.read(path).value_or(""), script);
  });
}

// `lint:js` and `lint:css` of `lint`.
std::vector<std::string> parts_of(const JsonObject& scripts, const std::string& wanted) {
  std::vector<std::string> parts;
  if (!is_among(wanted, in_parts)) return parts;
  for (const auto& script : scripts.members) {
    const auto name = plain(script.key);
    const auto words = split(name, '-');
    const bool is_part =
        words.size() == 2 && words[0] == wanted && script.key.size() == wanted.size() + 1 + words[1].size();
    if (is_part && !is_among(words[1], for_people)) parts.push_back(script.key);
  }
  return parts;
}

bool is_for_people(std::string_view words) {
  const auto parts = split(words, '-');
  return std::ranges::any_of(parts, [](auto part) { return is_among(part, for_people) || part == "w"; });
}

// Does a script, by its name or what it says to its tool, do more than look: "lint:fix", "eslint --fix=true ."?
bool changes_files(std::string_view name, std::string_view command) {
  return is_for_people(plain(std::string(name))) || std::ranges::any_of(split(command, ' '), [](std::string_view word) {
           return is_for_people(lower(word.substr(0, word.find('='))));
         });
}

// Does a package have a file or folder of that name?
bool has_place(const Tree& tree, const NodePackage& package, std::string_view name) {
  const auto path = path_in(folder_of(package.file), name);
  const auto below = std::ranges::lower_bound(tree.list(), path + "/");
  return tree.has(path) || (below != tree.list().end() && below->starts_with(path + "/"));
}

// The tool of a command, with what it is to do: "eslint" of "cross-env CI=1 eslint src", "next build" of "npx next build", "node --check"
// of "node --check a.js". None where the command runs several, or what others wrote: `sh run.sh` may do anything.
std::string tool_of(const Tree& tree, const NodePackage& package, std::string_view command) {
  static constexpr auto starters = std::to_array<std::string_view>({"npx", "cross-env", "env", "--", "exec"});
  static constexpr auto managers = std::to_array<std::string_view>({"npm", "yarn", "pnpm", "bun"});
  static constexpr auto runners = std::to_array<std::string_view>(
      {"sh",          "bash",         "echo",  "make", "docker", "docker-compose", "run-s", "run-p",
       "npm-run-all", "concurrently", "turbo", "nx",   "lerna",  "true",           "exit",  "cd",
       "python",      "python3",      "bunx",  "tsx",  "ts-node"});
  const auto is_in = [](const auto& list, auto word) { return is_among(word, list); };
  if (command.find_first_of("&|;<>$`") != npos) return "";
  auto words = split(command, ' ');
  std::erase(words, std::string_view());
  std::size_t at = 0;
  while (at < words.size() && (contains(words[at], "=") || is_in(starters, words[at]) ||
                               (is_in(managers, words[at]) && at + 1 < words.size() && words[at + 1] == "exec")))
    ++at;
  if (at == words.size()) return "";
  const std::string tool(words[at]);
  if (is_in(managers, tool) || is_in(runners, tool) || tool.find_first_of("./-") == 0) return "";
  const auto next = at + 1 < words.size() ? words[at + 1] : std::string_view();
  if (tool == "node") return next.starts_with('-') ? tool + " " + std::string(next) : "";
  const bool is_order = is_identifier(replace_all(std::string(next), "-", "_")) && !next.starts_with('-');
  return is_order && !has_place(tree, package, next) ? tool + " " + std::string(next) : tool;
}

// The only script that calls what all other packages call under the wanted name.
std::vector<std::string> like_others(const Tree& tree, const NodePackage& package, const JsonObject& scripts,
                                     const std::string& wanted) {
  std::set<std::string> tools;
  for (const auto& file : tree.list()) {
    const auto other =
        name_of(file) == "package.json" && file != package.file && !contains("/" + file, "/node_modules/")
            ? package_of_file(tree, file)
            : std::nullopt;
    const auto theirs = other ? object_in(other->text, other->root, "scripts") : std::nullopt;
    const auto command = theirs ? string_in(other->text, *theirs, wanted) : std::nullopt;
    const bool calls_others = command && (contains(*command, "workspace") || contains(*command, " -r "));
    if (command && !calls_others) tools.insert(tool_of(tree, *other, *command));
  }
  std::vector<std::string> found;
  for (const auto& script : scripts.members) {
    const auto command = string_in(package.text, scripts, script.key).value_or("");
    const auto tool = changes_files(script.key, command) ? "" : tool_of(tree, package, command);
    if (!tool.empty() && tools.size() == 1 && tools.contains(tool)) found.push_back(script.key);
  }
  return found.size() == 1 ? found : std::vector<std::string>();
}

std::optional<Edit> with_script(const NodePackage& package, const JsonObject& scripts, const std::string& wanted,
                                const std::vector<std::string>& parts, std::string_view said) {
  if (parts.empty()) return std::nullopt;
  const bool is_yarn = said.starts_with("error Command") || said.starts_with("Usage Error");
  const std::string runner = contains(said, "PNPM") ? "pnpm run " : is_yarn ? "yarn run " : "npm run ";
  std::string command;
  for (const auto& part : parts) command += (command.empty() ? "" : " && ") + runner + part;
  return add_member(package.text, scripts, wanted, "\"" + command + "\"");
}

}  // namespace

std::vector<Patch> rename_script(const Patient& patient) {
  const auto occurrences = occurrences_of(patient.diagnosis);
  const auto& occurrence = occurrences.front();
  const auto wanted = called(occurrence);
  const auto package = package_meant(patient.tree, occurrence);
  const auto scripts = package ? object_in(package->text, package->root, "scripts") : std::nullopt;
  if (!scripts || wanted.empty() || scripts->find(wanted) != nullptr) return {};
  std::vector<Patch> patches;
  const auto propose = [&](const std::optional<Edit>& edit) {
    Draft draft(patient.tree);
    if (edit) draft.edit(package->file, {*edit});
    if (!draft.patch().empty()) patches.push_back(draft.patch());
  };
  if (const auto* same = same_script(*scripts, wanted)) {
    if (is_known(patient.tree, *scripts, same->key))
      propose(with_script(*package, *scripts, wanted, {same->key}, occurrence.at.text));
    else
      propose(Edit{same->offset + 1, same->key_end - same->offset - 2, wanted});
    return patches;
  }
  propose(with_script(*package, *scripts, wanted, parts_of(*scripts, wanted), occurrence.at.text));
  propose(with_script(*package, *scripts, wanted, like_others(patient.tree, *package, *scripts, wanted),
                      occurrence.at.text));
  return patches;
}

}  // namespace regreen
