#include "mend/docker/words.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/docker/stages.h"
#include "mend/format/json_text.h"
#include "mend/kind.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

std::string_view first_word(std::string_view line) { return line.substr(0, line.find_first_of(" \t")); }

// Where the arguments of an instruction begin; npos where the line is another one.
std::size_t arguments_of(std::string_view line, std::string_view instruction) {
  const auto front = indentation(line).size();
  const auto word = first_word(line.substr(front));
  return lower(word) == lower(instruction) ? line.find_first_not_of(" \t", front + word.size()) : npos;
}

// CMD ['a', 'b'] and CMD ["a", "b" → CMD ["a", "b"]
std::string json_list(std::string_view list) {
  std::string text(trim(list));
  if (!text.ends_with(']')) text += ']';
  if (!contains(text, "\"")) text = replace_all(text, "'", "\"");
  const auto last = text.find_last_not_of(" ,]");
  if (last != npos && text[last] == '"') text = text.substr(0, last + 1) + "]";
  return is_json(text) ? text : replace_all(text, "\" \"", "\", \"");
}

std::optional<Edit> mend_list(std::string_view line, std::size_t at) {
  if (at == npos || line[at] != '[' || line.ends_with('\\')) return std::nullopt;
  const auto list = line.substr(at);
  if (is_json(trim(list))) return std::nullopt;
  auto after = json_list(list);
  return is_json(after) ? std::optional<Edit>({at, list.size(), after}) : std::nullopt;
}

std::string_view stage_asked(std::string_view line) {
  const auto flag = line.find("--from=");
  return flag == npos ? std::string_view()
                      : line.substr(flag + 7, std::min(line.find(' ', flag), line.size()) - flag - 7);
}

// Is a stage asked for by the name, or by one near it: `COPY --from=build`, `FROM build`?
bool is_asked_for(std::string_view text, std::string_view stage) {
  return std::ranges::any_of(split_lines(text), [&](std::string_view line) {
    const auto from = arguments_of(line, "FROM");
    const auto base = from == npos ? std::string_view() : first_word(trim(line.substr(from)));
    const auto asked = lower(from == npos ? stage_asked(line) : base);
    return !asked.empty() && edit_distance(asked, lower(stage), 2) <= 2;
  });
}

// FROM image name → FROM image AS name: of a stage that is asked for, or is called as many are. Else the second word may be of the
// version of the first.
std::optional<Edit> mend_from(std::string_view line, std::size_t at, std::string_view text) {
  if (at == npos) return std::nullopt;
  std::vector<std::string_view> words;
  for (const auto word : split(line.substr(at), ' ')) {
    if (!word.empty() && !word.starts_with("--")) words.push_back(word);
  }
  if (words.size() != 2) return std::nullopt;
  static constexpr auto usual =
      std::to_array<std::string_view>({"base", "build", "builder", "deps", "dev", "final", "prod", "production",
                                       "release", "runner", "runtime", "test"});
  const bool is_usual = words[0].find_first_of(":@") != npos && is_among(lower(words[1]), usual);
  const bool is_stage = is_usual || is_asked_for(text, words[1]);
  return is_stage ? std::optional<Edit>({offset_in(line, words[1]), 0, "AS "}) : std::nullopt;
}

// EXPOSE 80:8080 → EXPOSE 8080: what the host calls it is told when the container runs.
std::optional<Edit> mend_expose(std::string_view line, std::size_t at) {
  const auto colon = at == npos ? npos : line.find(':', at);
  if (colon == npos || !std::ranges::all_of(line.substr(at, colon - at), is_digit)) return std::nullopt;
  return Edit{at, colon + 1 - at, ""};
}

std::vector<std::string> stages_of(std::string_view text) {
  std::vector<std::string> stages;
  for (const auto line : split_lines(text)) {
    if (arguments_of(line, "FROM") == npos) continue;
    const auto words = split(trim(line), ' ');
    if (words.size() > 2 && lower(words[words.size() - 2]) == "as") stages.push_back(lower(words.back()));
  }
  return stages;
}

bool is_named(std::string_view from_line) {
  const auto words = split(trim(from_line), ' ');
  return words.size() > 2 && lower(words[words.size() - 2]) == "as";
}

// COPY --from=build, where docker finds neither a stage nor an image of the name, and one stage above has none.
std::optional<Edit> name_stage(std::string_view line, const std::vector<std::string>& stages,
                               const std::vector<std::size_t>& froms, std::string_view said) {
  const std::string name(stage_asked(line));
  if (!is_missing_image(name, said) || froms.size() < 2) return std::nullopt;
  for (const auto& stage : stages) {
    if (stage == lower(name) || edit_distance(stage, lower(name), 2) <= 2) return std::nullopt;
  }
  std::vector<std::size_t> unnamed(froms.begin(), froms.end() - 1);
  std::erase(unnamed, std::size_t{0});
  return unnamed.size() == 1 ? std::optional<Edit>({unnamed[0], 0, " AS " + name}) : std::nullopt;
}

bool begins_instruction(std::string_view line) {
  static constexpr std::string_view words[] = {"ADD",  "ARG",    "CMD",     "COPY",        "ENTRYPOINT",
                                               "ENV",  "EXPOSE", "FROM",    "LABEL",       "RUN",
                                               "USER", "VOLUME", "WORKDIR", "HEALTHCHECK", "SHELL"};
  const auto word = first_word(line);
  return std::ranges::find(words, word) != std::end(words) && word.size() < line.size();
}

// The last line of a RUN that ends with `&&`, or goes on where the next instruction begins.
std::optional<Edit> mend_end(const Lines& lines, std::size_t number, bool is_run) {
  const auto line = lines.line(number);
  auto code = trim(line);
  const bool goes_on = code.ends_with('\\');
  const auto next = lines.line(number + 1);
  if (!is_run || (goes_on && lines.has(number + 1) && !begins_instruction(next) && !trim(next).empty()))
    return std::nullopt;
  if (goes_on && trim(next).empty() && lines.has(number + 2) && !begins_instruction(lines.line(number + 2)))
    return std::nullopt;
  if (goes_on) code = trim(code.substr(0, code.size() - 1));
  const bool hangs = code.ends_with("&&") || code.ends_with("||");
  if (!hangs && !goes_on) return std::nullopt;
  if (hangs) code = trim(code.substr(0, code.size() - 2));
  const auto keep = indentation(line).size() + code.size();
  if (code.empty()) return std::nullopt;
  return Edit{keep, line.size() - keep, ""};
}

}  // namespace

namespace {

// "   8 | >>>     && rm -rf cache": does the file have this line there?
bool has_shown_line(const Tree& tree, const std::string& path, std::string_view shown) {
  const auto mark = shown.find(" | >>>");
  if (mark == npos) return false;
  const auto number = parse_number(trim(shown.substr(0, mark)));
  const auto text = tree.read(path);
  return number && text && trim(Lines(*text).line(static_cast<std::size_t>(*number))) == trim(shown.substr(mark + 6));
}

// BuildKit names the file from its context's folder; where several have the name, the line that it shows tells which.
std::vector<std::string> named_dockerfile(const Tree& tree, const std::string& path,
                                          const std::vector<std::string>& said) {
  std::vector<std::string> all;
  for (const auto& file : tree.list()) {
    if (file != path && !file.ends_with("/" + path)) continue;
    const bool is_it = std::ranges::any_of(said, [&](const auto& line) { return has_shown_line(tree, file, line); });
    if (is_it) all.push_back(file);
  }
  if (!all.empty()) return all;
  return tree.has(path) ? std::vector{path} : all;
}

}  // namespace

std::vector<std::string> dockerfiles(const Patient& patient) {
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (auto line = occurrence.before.rbegin(); line != occurrence.before.rend(); ++line) {
      const auto colon = line->rfind(':');
      if (colon == std::string::npos || !parse_number(std::string_view(*line).substr(colon + 1))) continue;
      const auto path = line->substr(0, colon);
      if (!is_dockerfile(path)) continue;
      if (auto named = named_dockerfile(patient.tree, path, occurrence.before); !named.empty()) return named;
    }
  }
  std::vector<std::string> all;
  std::ranges::copy_if(patient.tree.list(), std::back_inserter(all), is_dockerfile);
  const auto is_other = [](const std::string& path) { return is_aside(path) || is_vendored(path); };
  if (!std::ranges::all_of(all, is_other)) std::erase_if(all, is_other);
  return all;
}

std::string heredoc_word(std::string_view line) {
  const auto at = line.find("<<");
  if (at == npos || at + 2 >= line.size() || line[at + 2] == '<') return "";
  auto word = line.substr(at + 2);
  while (!word.empty() && (word[0] == '-' || word[0] == '"' || word[0] == '\'')) word.remove_prefix(1);
  return std::string(word.substr(0, word.find_first_of("\"' \t>|")));
}

std::string with_right_words(std::string text, std::string_view said) {
  const Lines lines(text);
  auto stages = stages_of(text);
  std::vector<std::size_t> unnamed;  // ends of the FROM lines of stages above
  std::vector<Edit> edits;
  bool is_run = false, continues = false;
  std::string end_word;
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    if (!end_word.empty()) {
      if (trim(line) == end_word) end_word.clear();
      continue;
    }
    if (arguments_of(line, "RUN") != npos || arguments_of(line, "COPY") != npos || arguments_of(line, "ADD") != npos)
      end_word = continues ? "" : heredoc_word(line);
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    if (const auto edit = continues ? std::nullopt : mend_from(line, arguments_of(line, "FROM"), text)) {
      const auto words = split(trim(line), ' ');
      stages.push_back(lower(words.back()));
    }
    if (!continues && arguments_of(line, "FROM") != npos) unnamed.push_back(is_named(line) ? 0 : lines.end(number));
    if (!continues && arguments_of(line, "COPY") != npos) {
      if (auto edit = name_stage(line, stages, unnamed, said)) {
        stages.push_back(lower(stage_asked(line)));
        edits.push_back(std::move(*edit));
      }
    }
    if (!continues) is_run = arguments_of(line, "RUN") != npos && !contains(line, "<<");
    std::optional<Edit> edit;
    if (!continues) {
      for (const auto* instruction : {"CMD", "ENTRYPOINT", "SHELL", "VOLUME"}) {
        if (!edit) edit = mend_list(line, arguments_of(line, instruction));
      }
      if (!edit) edit = mend_from(line, arguments_of(line, "FROM"), text);
      if (!edit) edit = mend_expose(line, arguments_of(line, "EXPOSE"));
    }
    if (!edit) edit = mend_end(lines, number, is_run);
    continues = trim(line).ends_with('\\') && !(edit && is_run);
    if (edit) edits.push_back({lines.begin(number) + edit->offset, edit->length, edit->text});
  }
  return edits.empty() ? text : apply_edits(text, std::move(edits)).value_or(text);
}

}  // namespace regreen
