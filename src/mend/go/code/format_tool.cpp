// go.gofmt: gofmt as the project calls it, on the files that the log lists; else on those that people write.

#include "base/among.h"
#include "base/text.h"
#include "mend/go/fixers.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/tool_home.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t command_bytes_max = 100'000;  // a shell takes 128 KiB as its one command

bool is_generated(std::string_view text) {
  return std::ranges::any_of(split_lines(text), [](auto line) {
    return line.starts_with("// Code generated ") && trim(line).ends_with(" DO NOT EDIT.");
  });
}

// `gofmt -s -l .`: does a line ask for simpler code, too?
bool asks_for_less(std::string_view line) {
  const auto at = line.find("gofmt");
  if (at == std::string_view::npos) return false;
  const auto words = split(line.substr(at), ' ');
  return is_among("-s", words) || contains(line, "with `-s`");
}

// Does the log, or what calls gofmt in the project, ask for simpler code?
bool simplifies(const Patient& patient) {
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    if (asks_for_less(occurrence.at.text)) return true;
  }
  return std::ranges::any_of(patient.tree.list(), [&](const auto& path) {
    if (!(calls_tools(path) || patient.tree.is_executable(path)) || is_vendored(path)) return false;
    const auto text = patient.tree.read(path).value_or("");
    return std::ranges::any_of(split_lines(text), asks_for_less);
  });
}

// Those that the log names, on lines of their own as well.
std::vector<std::string> listed_files(const Patient& patient) {
  auto files = files_of(patient.tree, patient.diagnosis);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& line : lines_of(occurrence)) {
      const auto file = line.ends_with(".go") ? find_file(patient.tree, trim(line)) : std::nullopt;
      if (file && !is_among(*file, files)) files.push_back(*file);
    }
  }
  std::erase_if(files, [](const auto& file) { return !file.ends_with(".go"); });
  return files;
}

std::vector<std::string> written_files(const Tree& tree) {
  std::vector<std::string> files;
  for (const auto& path : tree.list()) {
    const bool is_own = path.ends_with(".go") && !is_vendored(path) && !contains("/" + path, "/testdata/");
    if (is_own && !is_generated(tree.read(path).value_or(""))) files.push_back(path);
  }
  return files;
}

}  // namespace

std::vector<ToolCall> format_with_gofmt(const Patient& patient) {
  const std::string command = simplifies(patient) ? "gofmt -s -w" : "gofmt -w";
  std::vector<ToolCall> calls;
  for (const auto& files : {listed_files(patient), written_files(patient.tree)}) {
    if (files.empty()) continue;
    auto call = command + " " + shell_words(files);
    if (call.size() > command_bytes_max) continue;
    if (calls.empty() || calls.front().command != call) calls.push_back({call});
  }
  return calls;
}

}  // namespace regreen
