#include "mend/c/build/cmake_wait.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/c/language/source.h"
#include "mend/place.h"

#include <algorithm>
#include <optional>
#include <set>

namespace regreen {
namespace {

/// The list whose add_custom_command writes a header, and the header as it is written there.
struct Writer {
  std::string list, output;
};

// "engine/CMakeFiles/engine.dir/engine.cpp.o" → "engine", and the folder of its list in the build: "engine".
struct FailedTarget {
  std::string name, folder;
};

std::optional<FailedTarget> failed_target(const Occurrence& occurrence) {
  constexpr std::string_view mark = "CMakeFiles/";
  for (const auto* lines : {&occurrence.after, &occurrence.before}) {
    for (const auto& line : *lines) {
      if (!contains(line, "*** [") && !line.starts_with("FAILED: ")) continue;
      FailedLink link;
      note_target(line, link);
      const auto dir = link.target.find(".dir/"), at = link.target.rfind(mark, dir);
      if (dir == std::string::npos || at == std::string::npos) continue;
      const auto begin = at + mark.size();
      const auto folder = at == 0 ? "" : link.target.substr(0, at - 1);
      return FailedTarget{link.target.substr(begin, dir - begin), folder};
    }
  }
  return std::nullopt;
}

// The only command that writes a header of this name; nothing where none or several do.
std::optional<Writer> writer_of(const Tree& tree, const std::string& header) {
  std::optional<Writer> found;
  for (const auto& list : tree.list()) {
    const auto text = is_cmake(list) && !is_foreign(list) ? tree.read(list).value_or("") : "";
    for (const auto& call : cmake_calls(text, "add_custom_command")) {
      const auto words = words_in_call(text, call);
      if (words.empty() || words[0] != "OUTPUT") continue;
      for (std::size_t i = 1; i < words.size() && !(words[i] == "COMMAND"); ++i) {
        const auto word = unquoted(words[i]);
        if (word != header && !word.ends_with("/" + header)) continue;
        if (found) return std::nullopt;
        found = Writer{list, std::string(word)};
      }
    }
  }
  return found;
}

// The only target of the writer's list that names the header: then it exists as soon as that target is built. "" where none does;
// nothing where several do, of which each would write it.
std::optional<std::string> target_with(const Tree& tree, const Writer& writer) {
  const auto text = tree.read(writer.list).value_or("");
  std::set<std::string> found;
  for (const std::string_view command : {"add_custom_target", "add_library", "add_executable"}) {
    for (const auto& call : cmake_calls(text, command)) {
      const auto words = words_in_call(text, call);
      const bool names = std::ranges::any_of(words, [&](auto word) { return unquoted(word) == writer.output; });
      if (names) found.emplace(words[0]);
    }
  }
  if (found.size() > 1) return std::nullopt;
  return found.empty() ? "" : *found.begin();
}

// The list that makes a target, in the folder that the build has for it.
std::string list_of(const Tree& tree, const FailedTarget& target) {
  std::set<std::string> found;
  for (const auto& list : tree.list()) {
    const std::string folder(folder_of(list));
    const bool is_there = folder == target.folder || folder.empty() || target.folder.ends_with("/" + folder);
    const auto text = is_cmake(list) && is_there && !is_foreign(list) ? tree.read(list).value_or("") : "";
    for (const std::string_view command : {"add_library", "add_executable"}) {
      if (cmake_call_for(text, command, target.name)) found.insert(list);
    }
  }
  return found.size() == 1 ? *found.begin() : "";
}

// Below the last call that says something of the target.
CMakeCall last_call_for(std::string_view text, const std::string& target) {
  CMakeCall last;
  for (const std::string_view command : {"add_library", "add_executable", "target_include_directories",
                                         "target_compile_features", "target_compile_options", "target_link_libraries",
                                         "target_compile_definitions", "target_sources", "add_dependencies"}) {
    for (const auto& call : cmake_calls(text, command)) {
      const auto words = words_in_call(text, call);
      if (!words.empty() && words[0] == target && call.begin >= last.begin) last = call;
    }
  }
  return last;
}

bool says(std::string_view text, std::string_view command, const std::string& target, const std::string& word) {
  return std::ranges::any_of(cmake_calls(text, command), [&](const CMakeCall& call) {
    const auto words = words_in_call(text, call);
    return !words.empty() && words[0] == target && is_among(word, words);
  });
}

}  // namespace

void wait_in_cmake(const Patient& patient, const Occurrence& occurrence, const std::string& header, Draft& draft) {
  const auto failed = failed_target(occurrence);
  const auto writer = failed ? writer_of(patient.tree, header) : std::nullopt;
  const auto list = writer ? list_of(patient.tree, *failed) : "";
  const auto text = list.empty() ? std::nullopt : draft.read(list);
  if (!text) return;
  const auto other = target_with(patient.tree, *writer);
  if (!other || *other == failed->name) return;
  const auto writes = patient.tree.read(writer->list).value_or("");
  if (says(writes, "target_link_libraries", *other, failed->name)) return;  // each would wait for the other
  const auto last = last_call_for(*text, failed->name);
  if (!other->empty() && !says(*text, "add_dependencies", failed->name, *other)) {
    draft.edit(list, {line_below(*text, last, "add_dependencies(" + failed->name + " " + *other + ")")});
  } else if (other->empty() && list == writer->list && !says(*text, "target_sources", failed->name, writer->output)) {
    const auto line = "target_sources(" + failed->name + " PRIVATE " + writer->output + ")";
    draft.edit(list, {line_below(*text, last, line)});
  }
}

}  // namespace regreen
