#include "mend/docker/stages.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/slip.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A stage of a Dockerfile; one without a name has "".
struct Stage {
  std::string name;
  std::string text;
};

/// A stage or image that an instruction takes something from, and the paths that it takes.
struct Use {
  std::size_t offset = 0;
  std::string name;
  std::size_t stage = 0;  ///< that it stands in
  std::vector<std::string> paths;
};

/// The stages of a file, and what they take from each other.
struct Stages {
  std::vector<Stage> stages;
  std::vector<Use> uses;
};

std::vector<std::string_view> words_on(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(" \t"); at != npos; at = line.find_first_not_of(" \t", at)) {
    const auto end = std::min(line.find_first_of(" \t", at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

std::vector<std::string_view> without_flags(std::vector<std::string_view> words) {
  std::erase_if(words, [](auto word) { return word.starts_with("--") || word == "\\"; });
  return words;
}

// The name in `--from=NAME` and `--mount=type=bind,from=NAME,target=/x`; "" in other words.
std::string_view taken_from(std::string_view word) {
  if (word.starts_with("--from=")) return word.substr(7);
  const auto at = word.starts_with("--mount=") ? word.find(",from=") : npos;
  const auto direct = word.starts_with("--mount=from=");
  if (at == npos && !direct) return "";
  const auto rest = word.substr(direct ? 13 : at + 6);
  return rest.substr(0, rest.find(','));
}

// What `COPY --from=NAME a b to` takes; nothing of other instructions.
std::vector<std::string> paths_on(const std::vector<std::string_view>& words) {
  const auto plain = without_flags(words);
  if (plain.size() < 3 || (lower(plain[0]) != "copy" && lower(plain[0]) != "add")) return {};
  return {plain.begin() + 1, plain.end() - 1};
}

void add_stage(std::string_view text, const std::vector<std::string_view>& from, Stages& all) {
  const auto words = without_flags(from);
  if (words.size() < 2) return;
  const bool is_named = words.size() == 4 && lower(words[2]) == "as";
  all.stages.push_back({is_named ? lower(words[3]) : "", ""});
  const auto offset = offset_in(text, words[1]);
  all.uses.push_back({offset, lower(words[1]), all.stages.size() - 1, {}});
}

Stages stages_in(std::string_view text) {
  Stages all;
  bool goes_on = false;
  for (const auto line : split_lines(text)) {
    const auto words = words_on(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    if (words.empty() || words[0].starts_with('#')) continue;
    if (!goes_on && lower(words[0]) == "from") add_stage(text, words, all);
    goes_on = words.back().ends_with('\\');
    if (all.stages.empty()) continue;
    all.stages.back().text.append(line).append("\n");
    for (const auto word : words) {
      const auto name = taken_from(word);
      if (name.empty()) continue;
      const auto offset = offset_in(text, name);
      all.uses.push_back({offset, lower(name), all.stages.size() - 1, paths_on(words)});
    }
  }
  return all;
}

/// A name that no stage has, and what asks for it.
struct Lost {
  std::string name;
  std::size_t above = 0;  ///< stages that stand above all that ask
  std::vector<const Use*> uses;
};

std::vector<Lost> lost_in(const Stages& all, std::string_view said) {
  std::vector<Lost> lost;
  for (const auto& use : all.uses) {
    const bool is_stage = std::ranges::find(all.stages, use.name, &Stage::name) != all.stages.end();
    if (is_stage || !is_missing_image(use.name, said)) continue;
    auto known = std::ranges::find(lost, use.name, &Lost::name);
    if (known == lost.end()) known = lost.insert(lost.end(), Lost{use.name, use.stage, {}});
    known->above = std::min(known->above, use.stage);
    known->uses.push_back(&use);
  }
  return lost;
}

// Folders that every image has something in.
constexpr auto folders_of_images =
    std::to_array<std::string_view>({"/bin/", "/etc/", "/lib/", "/opt/", "/root/", "/sbin/", "/usr/", "/var/"});

// "/out/hive" tells who made it. "/app" does not: images have that which are made elsewhere, too.
bool is_telling(std::string_view path) {
  const bool is_deep = path.starts_with('/') && path.find('/', 1) < path.size() - 1;
  return is_deep && std::ranges::none_of(folders_of_images, [&](auto folder) { return path.starts_with(folder); });
}

// A path as an instruction says it, counted from the folder in which the stage works; "" where that is not known.
std::string path_in(std::string_view folder, std::string_view said) {
  const bool is_plain =
      std::ranges::all_of(said, [](char c) { return is(c, word) || contains("-./", std::string_view(&c, 1)); });
  if (!is_plain || contains(said, "..")) return "";
  if (said.starts_with("./")) said.remove_prefix(2);
  if (said.starts_with('/')) return std::string(said);
  return folder.empty()
             ? ""
             : std::string(folder) + (folder.ends_with('/') ? "" : "/") + std::string(said == "." ? "" : said);
}

// What `COPY a/ b/` writes: b/; what `COPY a.txt b/` writes: b/a.txt.
std::string target_of_copy(std::string_view folder, const std::vector<std::string_view>& words) {
  const auto plain = without_flags(words);
  if (plain.size() != 3) return "";
  const auto target = path_in(folder, plain[2]);
  const bool is_folder = plain[1].ends_with('/') || !target.ends_with('/');
  return is_folder || target.empty() ? target : target + std::string(plain[1].substr(plain[1].rfind('/') + 1));
}

constexpr auto signs_of_output = std::to_array<std::string_view>({"-o", "--output", ">", ">>"});
constexpr auto writers = std::to_array<std::string_view>({"cp", "mv", "install"});

// What the commands of a RUN write: behind `-o` and `>`, and the last word of `cp`.
std::vector<std::string> written_by_commands(std::string_view folder, const std::vector<std::string_view>& words) {
  std::vector<std::string> paths;
  std::string_view command, last;
  const auto end_command = [&] {
    if (is_among(command, writers)) paths.push_back(path_in(folder, last));
    command = last = "";
  };
  for (auto word : words) {
    const bool is_end = word == "&&" || word == "||" || word == "|" || word.ends_with(';');
    if (word.ends_with(';')) word.remove_suffix(1);
    if (is_among(last, signs_of_output)) paths.push_back(path_in(folder, word));
    if (!word.empty() && word != "\\" && !(is_end && word.size() <= 2)) last = word;
    if (command.empty()) command = last;
    if (is_end) end_command();
  }
  end_command();
  return paths;
}

// The paths that the instructions of a stage write.
std::vector<std::string> written_in(const Stage& stage) {
  std::vector<std::string> paths;
  std::vector<std::string_view> words;
  std::string folder;
  for (const auto line : split_lines(stage.text)) {
    std::ranges::copy(words_on(line), std::back_inserter(words));
    if (!words.empty() && words.back() == "\\") continue;
    const auto instruction = words.empty() ? "" : lower(words[0]);
    if (instruction == "workdir" && words.size() == 2) folder = path_in(folder, words[1]);
    if (instruction == "copy" || instruction == "add") paths.push_back(target_of_copy(folder, words));
    if (instruction == "run") {
      words.erase(words.begin());
      std::ranges::move(written_by_commands(folder, without_flags(words)), std::back_inserter(paths));
    }
    words.clear();
  }
  return paths;
}

// Does a stage write what is copied, or the folder that it is in?
bool makes(const Stage& stage, const Lost& lost) {
  const auto written = written_in(stage);
  return std::ranges::any_of(lost.uses, [&](const Use* use) {
    return std::ranges::any_of(use->paths, [&](const std::string& path) {
      return std::ranges::any_of(written, [&](const std::string& one) {
        return is_telling(one) && (path == one || path.starts_with(one.ends_with('/') ? one : one + "/"));
      });
    });
  });
}

// "build" and "builder" are forms of one word; "nginx-conf" is none of "nginx".
bool begins(std::string_view longer, std::string_view shorter) {
  return shorter.size() > 2 && longer.starts_with(shorter) &&
         std::ranges::all_of(longer.substr(shorter.size()), is_lower);
}

// "build-arm64" is no slip of "build-amd64".
bool is_slip_of_stage(std::string_view meant, std::string_view written) {
  const auto words = [](std::string_view name) { return replace_all(std::string(name), "-", "_"); };
  return is_slip(meant, written) && !is_other_word(words(meant), words(written));
}

// What the stage is called today: the one that makes what is copied, else the one whose name was written wrong. "" where several
// could be meant.
std::string name_today(const Stages& all, const Lost& lost) {
  std::set<std::string> near, makers;
  for (std::size_t i = 0; i < lost.above; ++i) {
    const auto& stage = all.stages[i];
    const bool is_used = std::ranges::any_of(all.uses, [&](const Use& use) {
      return use.name == std::to_string(i) || (!stage.name.empty() && use.name == stage.name);
    });
    if (stage.name.empty() && !is_used) return "";
    if (stage.name.empty()) continue;
    if (is_slip_of_stage(stage.name, lost.name) || begins(stage.name, lost.name) || begins(lost.name, stage.name))
      near.insert(stage.name);
    if (makes(stage, lost)) makers.insert(stage.name);
  }
  const auto& meant = makers.empty() ? near : makers;
  const bool is_told = near.empty() || (near.size() == 1 && meant.contains(*near.begin()));
  if (is_told && makers.size() > 1 && !near.empty()) return *near.begin();
  return is_told && meant.size() == 1 ? *meant.begin() : "";
}

}  // namespace

bool is_missing_image(std::string_view name, std::string_view said) {
  const bool is_word = !name.empty() && std::ranges::all_of(name, [](char c) { return is(c, word) || c == '-'; });
  if (!is_word) return false;
  const std::string plain(name);
  return contains(said, " " + plain + ": ") || contains(said, "/library/" + plain + ":") ||
         contains(said, "denied for " + plain + ",");
}

std::string with_stages_of_today(const std::string& text, std::string_view said) {
  const auto all = stages_in(text);
  const auto printed = lower(said);
  std::vector<Edit> edits;
  for (const auto& lost : lost_in(all, printed)) {
    const auto today = name_today(all, lost);
    for (const auto* use : lost.uses) {
      if (!today.empty()) edits.push_back({use->offset, use->name.size(), today});
    }
  }
  return edits.empty() ? text : apply_edits(text, std::move(edits)).value_or(text);
}

}  // namespace regreen
