#include "base/text.h"
#include "mend/c_link.h"
#include "mend/code_text.h"
#include "mend/lines.h"
#include "mend/place.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

struct CMakeCall {
  std::size_t begin = 0;
  std::size_t open = 0;
  std::size_t close = 0;
};

std::vector<CMakeCall> calls_of(std::string_view text, std::string_view command) {
  std::vector<CMakeCall> calls;
  for (const auto at : words_in(text, command)) {
    const auto open = text.find_first_not_of(" \t", at + command.size());
    const auto line = text.substr(text.rfind('\n', at) + 1, at - text.rfind('\n', at) - 1);
    if (open == npos || text[open] != '(' || contains(line, "#")) continue;
    if (const auto close = closing_bracket(text, open); close != npos) calls.push_back({at, open, close});
  }
  return calls;
}

std::vector<std::string_view> words_of(std::string_view text, const CMakeCall& call) {
  std::vector<std::string_view> words;
  for (std::size_t at = call.open + 1; at < call.close;) {
    at = std::min(text.find_first_not_of(" \t\r\n", at), call.close);
    const auto end = std::min(text.find_first_of(" \t\r\n", at), call.close);
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::optional<CMakeCall> call_for(std::string_view text, std::string_view command, std::string_view target) {
  for (const auto& call : calls_of(text, command)) {
    const auto words = words_of(text, call);
    if (!words.empty() && words[0] == target) return call;
  }
  return std::nullopt;
}

std::optional<CMakeCall> call_that_makes(std::string_view text, std::string_view target) {
  const auto program = call_for(text, "add_executable", target);
  return program ? program : call_for(text, "add_library", target);
}

}  // namespace

bool is_cmake(std::string_view path) { return name_of(path) == "CMakeLists.txt"; }

void link_in_cmake(const std::string& path, const std::set<std::string>& libraries, const std::string& target,
                   const Table& names, Draft& draft) {
  const auto text = draft.read(path);
  if (!text) return;
  const auto made = call_that_makes(*text, target);
  if (!made) return;
  const std::string end(line_end(*text));
  const auto linked = call_for(*text, "target_link_libraries", target);
  std::string words, packages;
  for (const auto& library : libraries) {
    const auto row = names.find(library);
    std::string link = row == names.end() ? library : row->second;
    if (const auto blank = link.find(' '); blank != std::string::npos) {
      const std::string package = link.substr(0, blank);
      link.erase(0, blank + 1);
      if (!contains(*text, "find_package(" + package)) packages += "find_package(" + package + " REQUIRED)" + end;
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
    const auto line = text->find('\n', made->close);
    const auto at = line == std::string::npos ? text->size() : line + 1;
    edits.push_back(
        {at, 0,
         (line == std::string::npos ? end : "") + "target_link_libraries(" + target + " PRIVATE" + words + ")" + end});
  }
  if (!packages.empty()) edits.push_back({text->rfind('\n', made->begin) + 1, 0, packages + end});
  draft.edit(path, std::move(edits));
}

std::string cmake_library_of(std::string_view list, std::string_view folder, const std::string& source) {
  for (const auto& call : calls_of(list, "add_library")) {
    const auto words = words_of(list, call);
    if (std::ranges::any_of(words, [&](auto word) { return path_in(folder, word) == source; }))
      return std::string(words[0]);
  }
  return "";
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
