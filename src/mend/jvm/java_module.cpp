// java.require-module: a module that uses a package of another module and does not say that it requires it.
//
//   (package java.sql is declared in module java.sql, but module org.example.tides does not read it)
//
// The module-info.java of the module that does not read it gets `requires java.sql;`. What only tests use is nothing that the module
// itself requires: tests are patched into it and told by options what to read.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/jvm/fixers.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <optional>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr auto blanks = " \t\r\n";

bool is_module_name(std::string_view name) {
  return !name.empty() && name.find("..") == npos && std::ranges::all_of(split(name, '.'), is_identifier);
}

// Where the block of `module NAME {` opens; npos where the code declares another module, or none.
std::size_t module_block(std::string_view code, std::string_view name) {
  for (const auto at : words_in(code, "module")) {
    const auto begin = code.find_first_not_of(blanks, at + 6);
    if (begin == npos || !code.substr(begin).starts_with(name)) continue;
    const auto open = code.find_first_not_of(blanks, begin + name.size());
    if (open != npos && code[open] == '{') return open;
  }
  return npos;
}

std::string file_of_module(const Tree& tree, std::string_view name) {
  std::string found;
  for (const auto& path : tree.list()) {
    if (name_of(path) != "module-info.java") continue;
    const auto text = tree.read(path).value_or("");
    if (text.size() > source_bytes_max || module_block(code_only(text, Speech::java), name) == npos) continue;
    if (!found.empty()) return "";
    found = path;
  }
  return found;
}

// Was it the code of a test that the compiler stopped at? The file stands above: "src/test/java/RoadTest.java:3: error: package …"
bool is_about_test(const Occurrence& occurrence) {
  const auto is_place = [](const std::string& line) { return contains(line, ".java:"); };
  const auto line = std::ranges::find_if(occurrence.before.rbegin(), occurrence.before.rend(), is_place);
  if (line == occurrence.before.rend()) return false;
  const auto file = std::string_view(*line).substr(0, line->find(".java:"));
  const auto folders = split(folder_of(file), '/');
  const auto is_of_tests = [](auto folder) { return folder == "test" || folder.ends_with("Test"); };
  return std::ranges::any_of(folders, is_of_tests) || file.ends_with("Test") || file.ends_with("Tests");
}

// The directive behind the last of its kind, else at the front of the block.
std::optional<Edit> requiring(std::string_view text, std::string_view reader, const std::string& module) {
  const auto code = code_only(text, Speech::java);
  const auto open = module_block(code, reader);
  const auto close = open == npos ? npos : closing_bracket(code, open);
  if (close == npos) return std::nullopt;
  std::size_t last = npos;
  for (auto from = open + 1, end = code.find(';', from); end < close; from = end + 1, end = code.find(';', from)) {
    const auto begin = code.find_first_not_of(blanks, from);
    const auto words = std::string_view(code).substr(begin, end - begin);
    if (word_at(words, 0) != "requires") continue;
    const auto name = trim(words).substr(trim(words).find_last_of(blanks) + 1);  // behind `static` and `transitive`
    if (name == module) return std::nullopt;
    last = begin;
  }
  const Lines lines(text);
  const auto directive = "requires " + module + ";";
  if (last != npos) {
    const auto number = lines.number_at(last);
    const auto front = lines.line(number).substr(0, last - lines.begin(number));
    const bool is_alone = trim(front).empty();
    if (is_alone) return line_below(text, code.find(';', last), std::string(front) + directive);
    return Edit{code.find(';', last) + 1, 0, " " + directive};
  }
  if (lines.number_at(open) == lines.number_at(close)) return Edit{open + 1, 0, " " + directive + " "};
  return line_below(text, open, "    " + directive);
}

}  // namespace

std::vector<Patch> require_java_module(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string module(capture(occurrence, "module")), reader(capture(occurrence, "symbol"));
    if (!is_module_name(module) || !is_module_name(reader) || is_about_test(occurrence)) continue;
    const auto path = file_of_module(patient.tree, reader);
    const auto text = path.empty() ? std::nullopt : draft.read(path);
    const auto edit = text ? requiring(*text, reader, module) : std::nullopt;
    if (edit) draft.edit(path, {*edit});
  }
  return draft.patches();
}

}  // namespace regreen
