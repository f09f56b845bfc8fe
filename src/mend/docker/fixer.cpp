// docker.fix-instruction: instructions and flags spelt right, and lines joined that belong to the instruction above.

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/docker/fixers.h"
#include "mend/docker/stages.h"
#include "mend/docker/words.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr std::size_t repairs_max = 50;  // of one file; each is looked for from the start

constexpr std::array<std::string_view, 18> instructions = {
    "ADD",   "ARG",        "CMD",     "COPY", "ENTRYPOINT", "ENV",        "EXPOSE", "FROM",   "HEALTHCHECK",
    "LABEL", "MAINTAINER", "ONBUILD", "RUN",  "SHELL",      "STOPSIGNAL", "USER",   "VOLUME", "WORKDIR"};
constexpr std::array<std::string_view, 15> flags = {"from",    "chown",        "chmod",    "link",     "platform",
                                                    "mount",   "network",      "security", "checksum", "interval",
                                                    "timeout", "start-period", "retries",  "exclude",  "parents"};

std::string upper(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return result;
}

// The only word of a list within two slips of the finger; a short word allows one, one of two letters is another word.
template <typename List>
std::string nearest(const List& known, const std::string& word) {
  if (word.size() < 3) return "";
  for (const auto one : known) {  // "FORM": two letters changed places
    if (one != word && std::ranges::is_permutation(one, word) && edit_distance(one, word, 2) <= 2)
      return std::string(one);
  }
  const std::size_t limit = word.size() <= 4 ? 1 : 2;
  std::string found;
  std::size_t best = limit + 1;
  for (const auto one : known) {
    const auto distance = edit_distance(one, word, limit);
    if (distance == best && best <= limit) found.clear();
    if (distance < best) {
      best = distance;
      found = one;
    }
  }
  return best == 0 ? "" : found;
}

std::string_view first_word(std::string_view line) {
  line = trim(line);
  return line.substr(0, line.find_first_of(" \t"));
}

// Finds the first thing in a Dockerfile that does not parse, and mends it.
class DockerText {
 public:
  explicit DockerText(std::string_view text) : text_(text), lines_(text) {}

  std::optional<Edit> first_repair() {
    std::string end_word;
    bool goes_on = false;
    for (number_ = 1; number_ <= lines_.count(); ++number_) {
      const auto line = lines_.line(number_);
      const auto content = trim(line);
      if (!end_word.empty()) {
        if (content == end_word) end_word.clear();
        continue;
      }
      if (content.empty() || content.starts_with('#')) {
        if (content.starts_with("# escape=`")) escape_ = '`';
        continue;
      }
      if (!goes_on) {
        if (auto edit = repair(line)) return edit;
        instruction_ = upper(first_word(line));
        if (instruction_ == "RUN" || instruction_ == "COPY" || instruction_ == "ADD") end_word = heredoc_word(line);
      }
      before_last_ = goes_on ? last_ : 0;
      goes_on = content.ends_with(escape_);
      last_ = number_;
    }
    return std::nullopt;
  }

 private:
  std::optional<Edit> repair(std::string_view line) const {
    const auto word = first_word(line);
    const auto spelt = upper(word);
    if (is_among(spelt, instructions)) return flag_repair(line);
    const bool indented = !indentation(line).empty();
    const bool is_symbol =
        word.find_first_not_of("&|;-\\") == std::string_view::npos || word.starts_with('-') || word.starts_with("&&");
    const auto right = nearest(instructions, spelt);
    if (last_ != 0 && takes_lines() && (indented || is_symbol) && (right.empty() || lower(word) == word))
      return instruction_ != "RUN" || is_symbol || ends_in_list() ? joined() : std::nullopt;
    if (!right.empty()) {
      const auto at = lines_.begin(number_) + indentation(line).size();
      return Edit{at, word.size(), lower(word) == word ? lower(right) : right};
    }
    if (last_ != 0 && takes_lines() && lower(word) == word && (instruction_ != "RUN" || ends_in_list()))
      return joined();
    return std::nullopt;
  }

  // Instructions that people write over several lines.
  bool takes_lines() const {
    return instruction_ == "RUN" || instruction_ == "ENV" || instruction_ == "LABEL" || instruction_ == "COPY" ||
           instruction_ == "CMD";
  }

  // Is the line above one more of a command's words, as packages that are listed below each other? Else a command may begin here.
  bool ends_in_list() const {
    if (before_last_ == 0) return false;
    auto above = trim(lines_.line(before_last_));
    if (above.ends_with(escape_)) above = trim(above.substr(0, above.size() - 1));
    const auto is_sign = [](char c) { return contains("&|;", std::string_view(&c, 1)); };
    return !above.empty() && !is_sign(above.back()) && !is_sign(trim(lines_.line(last_)).front());
  }

  std::optional<Edit> joined() const {
    const auto line = lines_.line(last_);
    const auto used = trim(line).size() + indentation(line).size();
    if (line.find('#') != std::string_view::npos && contains(line, " #")) return std::nullopt;
    return Edit{lines_.begin(last_) + used, line.size() - used, std::string(" ") + escape_};
  }

  std::optional<Edit> flag_repair(std::string_view line) const {
    auto at = line.find(" --");
    while (at != std::string_view::npos && trim(line.substr(0, at)).find_first_of(" \t") == std::string_view::npos) {
      const auto name = line.substr(at + 3, line.find_first_of("= \t", at + 3) - at - 3);
      const std::string spelt = lower(name);
      if (is_among(spelt, flags)) return std::nullopt;
      const auto right = nearest(flags, spelt);
      if (right.empty()) return std::nullopt;
      return Edit{lines_.begin(number_) + at + 3, name.size(), right};
    }
    return std::nullopt;
  }

  std::string_view text_;
  Lines lines_;
  std::size_t number_ = 0;
  std::size_t last_ = 0;         // line of code before
  std::size_t before_last_ = 0;  // the one that goes on there, if one does
  std::string instruction_;
  char escape_ = '\\';
};

// The Dockerfiles that the log can mean: where it says what is no instruction, those that have it.
std::vector<std::string> files_meant(const Patient& patient) {
  static constexpr std::string_view mark = "unknown instruction: ";
  auto files = dockerfiles(patient);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view text = occurrence.at.text;
    const auto at = text.find(mark);
    const auto said = at == std::string_view::npos ? "" : upper(first_word(text.substr(at + mark.size())));
    const auto has_it = [&](const std::string& path) {
      const auto dockerfile = patient.tree.read(path).value_or("");
      return std::ranges::any_of(split_lines(dockerfile), [&](auto line) { return upper(first_word(line)) == said; });
    };
    if (!said.empty() && std::ranges::any_of(files, has_it))
      std::erase_if(files, [&](const auto& path) { return !has_it(path); });
  }
  return files;
}

// Does a path speak of what belongs into no image?
bool is_confidential(std::string_view path) {
  static constexpr auto words =
      std::to_array<std::string_view>({"secret", "credential", "password", "passwd", "token", "private",
                                       "service-account", "service_account", "id_rsa"});
  static constexpr auto globs = std::to_array<std::string_view>(
      {"*.pem", "*.key", "*.p12", "*.pfx", "*.jks", "*.keystore", ".env", ".env.*", "*.env", ".npmrc", ".netrc"});
  const auto spoken = lower(std::string(path));
  return std::ranges::any_of(words, [&](auto word) { return contains(spoken, word); }) ||
         std::ranges::any_of(globs, [&](auto glob) { return glob_matches(glob, spoken); });
}

// A line of .dockerignore: what it names, and whether it lets that through.
struct IgnoreLine {
  std::string_view pattern;
  bool lets_through = false;
};

IgnoreLine ignore_line(std::string_view line) {
  line = trim(line);
  const bool lets_through = line.starts_with('!');
  if (lets_through) line.remove_prefix(1);
  while (line.starts_with('/') || line.starts_with("./")) line.remove_prefix(line[0] == '/' ? 1 : 2);
  while (line.ends_with('/')) line.remove_suffix(1);
  return {line.starts_with('#') ? "" : line, lets_through};
}

// Does a pattern fit a path or a folder above it? One without a slash is of the top alone, other than in .gitignore.
bool fits(std::string_view pattern, std::string_view path) {
  for (; !path.empty(); path = folder_of(path)) {
    if (glob_matches("/" + std::string(pattern), path)) return true;
  }
  return false;
}

// Behind which line a path is let through: the last that hides it, and what is let through below that. Nothing where no line hides it, or
// one that names it alone: that was meant.
std::optional<std::size_t> line_above(const Lines& lines, std::string_view path) {
  std::size_t hiding = 0;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto [pattern, lets_through] = ignore_line(lines.line(number));
    if (!pattern.empty() && fits(pattern, path)) hiding = lets_through ? 0 : number;
    if (hiding == number && pattern == path) return std::nullopt;
  }
  if (hiding == 0) return std::nullopt;
  while (lines.has(hiding + 1) && ignore_line(lines.line(hiding + 1)).lets_through) ++hiding;
  return hiding;
}

// A file that is there and that .dockerignore hides is let through, before what later lines hide of it.
void let_through(const Patient& patient, Draft& draft) {
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto ignored = draft.read(".dockerignore");
    if (!ignored) return;
    auto path = capture(occurrence, "path");
    while (path.starts_with('/') || path.starts_with('.')) path.remove_prefix(1);
    const auto below = std::string(path) + "/";
    const bool is_there = std::ranges::any_of(patient.tree.list(),
                                              [&](const auto& one) { return one == path || one.starts_with(below); });
    const auto line = "!" + std::string(path) + "\n";
    const bool is_plain = std::ranges::all_of(path, [](char c) { return is(c, dotted) || c == '/'; });
    if (path.empty() || !is_plain || !is_there || contains(*ignored, line) || is_confidential(path)) continue;
    const Lines lines(*ignored);
    const auto above = line_above(lines, path);
    if (!above) continue;
    const bool is_open = lines.begin(*above + 1) == ignored->size() && !ignored->ends_with('\n');
    draft.edit(".dockerignore", {{lines.begin(*above + 1), 0, (is_open ? "\n" : "") + line}});
  }
}

}  // namespace

std::vector<Patch> fix_docker_instruction(const Patient& patient) {
  Draft draft(patient.tree);
  std::string said;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) said += " " + occurrence.at.text;
  for (const auto& path : files_meant(patient)) {
    for (std::size_t i = 0; i < repairs_max; ++i) {
      const auto text = draft.read(path);
      const auto edit = text ? DockerText(*text).first_repair() : std::nullopt;
      if (!edit) break;
      draft.edit(path, {*edit});
    }
    if (const auto text = draft.read(path))
      draft.write(path, with_right_words(with_stages_of_today(*text, said), said));
  }
  return draft.patches();
}

std::vector<Patch> let_docker_copy(const Patient& patient) {
  Draft draft(patient.tree);
  let_through(patient, draft);
  return draft.patches();
}

}  // namespace regreen
