#include "base/among.h"
#include "base/text.h"
#include "mend/c/build/cmake_call.h"
#include "mend/c/build/link.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

std::optional<CMakeCall> call_that_makes(std::string_view text, std::string_view target) {
  const auto program = cmake_call_for(text, "add_executable", target);
  return program ? program : cmake_call_for(text, "add_library", target);
}

}  // namespace

bool is_cmake(std::string_view path) { return name_of(path) == "CMakeLists.txt"; }

bool is_cmake_list(std::string_view path) { return is_cmake(path) || path.ends_with(".cmake"); }

void link_in_cmake(const std::string& path, const std::set<std::string>& libraries, const std::string& target,
                   const Table& names, Draft& draft) {
  const auto text = draft.read(path);
  if (!text) return;
  const auto made = call_that_makes(*text, target);
  if (!made) return;
  const std::string end(line_end(*text));
  const auto linked = cmake_call_for(*text, "target_link_libraries", target);
  std::string words, packages;
  for (const auto& library : libraries) {
    const auto row = names.find(library);
    std::string link = row == names.end() ? library : row->second;
    if (const auto blank = link.find(' '); blank != std::string::npos) {
      const std::string package = link.substr(0, blank);
      link.erase(0, blank + 1);
      if (!cmake_call_for(*text, "find_package", package)) packages += "find_package(" + package + " REQUIRED)" + end;
    }
    if (!linked ||
        !lists_word(std::string_view(*text).substr(linked->open + 1, linked->close - linked->open - 1), link))
      words += " " + link;
  }
  if (words.empty()) return;
  std::vector<Edit> edits;
  if (linked) {
    const auto behind = end_of_code_before(*text, linked->close);
    edits.push_back({behind, 0, words});
  } else {
    edits.push_back(line_below(*text, *made, "target_link_libraries(" + target + " PRIVATE" + words + ")"));
  }
  if (!packages.empty()) edits.push_back({text->rfind('\n', made->begin) + 1, 0, packages + end});
  draft.edit(path, std::move(edits));
}

std::string cmake_library_of(std::string_view list, std::string_view folder, const std::string& source) {
  for (const auto& call : cmake_calls(list, "add_library")) {
    const auto words = words_in_call(list, call);
    if (std::ranges::any_of(words, [&](auto word) { return path_in(folder, word) == source; }))
      return std::string(words[0]);
  }
  return "";
}

namespace {

bool names_folder(std::string_view text, const CMakeCall& call, const std::string& folder) {
  return std::ranges::any_of(words_in_call(text, call), [&](auto word) {
    if (word.ends_with('>') && word.starts_with("$<BUILD_INTERFACE:")) word = word.substr(18, word.size() - 19);
    for (const std::string_view root :
         {"${CMAKE_CURRENT_SOURCE_DIR}/", "${PROJECT_SOURCE_DIR}/", "${CMAKE_SOURCE_DIR}/"}) {
      if (word.starts_with(root)) word.remove_prefix(root.size());
    }
    return word == folder;
  });
}

// The library that lets others see the folder.
std::string library_with(std::string_view text, const std::string& folder, std::string_view but) {
  for (const auto& call : cmake_calls(text, "target_include_directories")) {
    const auto words = words_in_call(text, call);
    const bool is_public =
        std::ranges::any_of(words, [](auto word) { return word == "PUBLIC" || word == "INTERFACE"; });
    if (!words.empty() && words[0] != but && is_public && names_folder(text, call, folder))
      return std::string(words[0]);
  }
  return "";
}

/// The call that makes a program or library of a source.
struct Made : CMakeCall {
  bool is_library = false;
};

std::optional<Made> call_that_builds(std::string_view text, std::string_view folder, const std::string& source) {
  for (const bool is_library : {true, false}) {
    for (const auto& call : cmake_calls(text, is_library ? "add_library" : "add_executable")) {
      const auto words = words_in_call(text, call);
      if (std::ranges::any_of(words, [&](auto word) { return path_in(folder, word) == source; }))
        return Made{call, is_library};
    }
  }
  return std::nullopt;
}

Edit include_line(std::string_view text, const CMakeCall& above, const std::string& target, const std::string& kind,
                  const std::string& folder) {
  return line_below(text, above, "target_include_directories(" + target + " " + kind + " " + folder + ")");
}

}  // namespace

void include_in_cmake(const std::string& path, const std::string& folder, const std::string& source, Draft& draft) {
  const auto text = draft.read(path);
  const std::string home(folder_of(path));
  if (!text || (!home.empty() && !folder.starts_with(home + "/"))) return;
  const auto inside = home.empty() ? folder : folder.substr(home.size() + 1);
  const auto made = call_that_builds(*text, home, source);
  if (!made) return;
  const std::string target(words_in_call(*text, *made)[0]);
  if (const auto library = library_with(*text, inside, target); !library.empty())
    return link_in_cmake(path, {library}, target, {}, draft);
  const auto known = cmake_calls(*text, "target_include_directories");
  if (std::ranges::any_of(known, [&](const auto& one) {
        const auto words = words_in_call(*text, one);
        return !words.empty() && words[0] == target && names_folder(*text, one, inside);
      }))
    return;
  draft.edit(path, {include_line(*text, *made, target, made->is_library ? "PUBLIC" : "PRIVATE", inside)});
}

void include_built_in_cmake(const std::string& path, const std::string& folder, const std::string& source,
                            Draft& draft) {
  const auto text = draft.read(path);
  const auto made = text ? call_that_builds(*text, folder_of(path), source) : std::nullopt;
  if (!made) return;
  const std::string target(words_in_call(*text, *made)[0]);
  std::optional<CMakeCall> last;
  for (const auto& call : cmake_calls(*text, "target_include_directories")) {
    const auto words = words_in_call(*text, call);
    if (words.empty() || words[0] != target) continue;
    if (is_among(folder, words)) return;
    last = call;
  }
  if (!last) return static_cast<void>(draft.edit(path, {include_line(*text, *made, target, "PRIVATE", folder)}));
  std::string_view kind;
  for (const auto word : words_in_call(*text, *last)) {
    if (word == "PUBLIC" || word == "PRIVATE" || word == "INTERFACE") kind = word;
  }
  if (kind != "PRIVATE")
    return static_cast<void>(draft.edit(path, {include_line(*text, *last, target, "PRIVATE", folder)}));
  draft.edit(path, {{end_of_code_before(*text, last->close), 0, " " + folder}});
}

void build_in_cmake(const std::string& path, const std::string& source, const std::string& target, Draft& draft) {
  const auto text = draft.read(path);
  if (!text || contains(*text, name_of(source))) return;
  const auto made = call_that_makes(*text, target);
  if (!made || contains(std::string_view(*text).substr(made->open, made->close - made->open), "${")) return;
  const std::string folder(folder_of(path));
  const auto relative = folder.empty()                     ? source
                        : source.starts_with(folder + "/") ? source.substr(folder.size() + 1)
                                                           : "";
  if (relative.empty()) return;
  const auto behind = end_of_code_before(*text, made->close);
  const auto line = std::string_view(*text).substr(text->rfind('\n', behind - 1) + 1);
  const bool one_each = text->rfind('\n', behind) > made->open && text->rfind('\n', behind) != std::string::npos;
  const std::string gap = one_each ? std::string(line_end(*text)) + std::string(indentation(line)) : " ";
  draft.edit(path, {{behind, 0, gap + relative}});
}

}  // namespace regreen
