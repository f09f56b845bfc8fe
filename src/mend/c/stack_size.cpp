// c.fix-stack-size: sizes of stacks that were numbers when the program was compiled, and that glibc 2.34 asks the system for.
//
//   char alt_stack[SIGSTKSZ];                              →  char alt_stack[65536];
//   constexpr std::size_t stack_size = 2 * MINSIGSTKSZ;    →  constexpr std::size_t stack_size = 2 * 65536;
//
// All of a file that says such a size, as what is told of a stack must be what there is of it, and of the headers that it
// includes with those who include these.

#include "base/text.h"
#include "mend/c/fixers.h"
#include "mend/c/notes.h"
#include "mend/c/source.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace regreen {
namespace {

/// What a size is called, and a number that is enough on every processor. Processors with large registers need more than
/// the 8192 bytes that SIGSTKSZ once was.
struct Size {
  std::string_view name, bytes;
};
constexpr auto sizes =
    std::to_array<Size>({{"SIGSTKSZ", "65536"}, {"MINSIGSTKSZ", "65536"}, {"PTHREAD_STACK_MIN", "131072"}});

constexpr auto messages = std::to_array<std::string_view>(
    {"call to non-'constexpr' function 'long int sysconf(int)'",
     "call to non-'constexpr' function 'long int __sysconf(int)'", "' at file scope",
     "variable length array declaration", "is not an integral constant-expression", "isn't constant",
     "fields must have a constant size", "non-type template argument is not a constant expression",
     "must be initialized by a constant expression", "expression is not an integral constant expression"});

bool is_meant(const Occurrence& occurrence) {
  const auto said = plain_quotes(occurrence.at.text);
  return std::ranges::any_of(messages, [&](auto message) { return contains(said, message); });
}

bool names_size(std::string_view code) {
  return std::ranges::any_of(sizes, [&](const Size& size) { return !words_in(code, size.name).empty(); });
}

/// The sources of a project.
class Sources {
 public:
  Sources(const Tree& tree, const Draft& draft) {
    for (const auto& path : tree.list()) {
      if (!is_c_family(path) || is_foreign(path)) continue;
      auto source = c_source(draft, path);
      if (!source) continue;
      includes_.emplace(path, include_lines(source->text));
      all_.emplace(path, std::move(*source));
    }
  }

  // The file and the headers that it includes which name a size, and all that include one of these headers.
  std::set<std::string> concerned(const std::string& file) const {
    std::set<std::string> files;
    for (const auto& path : reached(file, Way::down)) {
      if (!names_size(all_.at(path).code)) continue;
      files.insert(path);
      if (!is_c_header(path)) continue;
      for (const auto& user : reached(path, Way::up)) {
        if (names_size(all_.at(user).code)) files.insert(user);
      }
    }
    return files;
  }

  // Nothing where a source asks whether there is such a size, or says what it is.
  std::vector<Edit> edits_of(const std::string& file) const {
    const auto& code = all_.at(file).code;
    const Lines lines(code);
    std::vector<Edit> edits;
    for (const auto& size : sizes) {
      for (const auto at : words_in(code, size.name)) {
        auto line = trim(lines.line(lines.number_at(at)));
        if (line.starts_with('#')) {
          line = trim(line.substr(1));
          if (!line.starts_with("define") || word_at(trim(line.substr(6)), 0) == size.name) return {};
        }
        edits.push_back({at, size.name.size(), std::string(size.bytes)});
      }
    }
    return edits;
  }

 private:
  enum class Way { down, up };

  std::set<std::string> reached(const std::string& file, Way way) const {
    std::set<std::string> found;
    if (!all_.contains(file)) return found;
    std::vector<std::string> open = {file};
    found.insert(file);
    while (!open.empty()) {
      const auto one = std::move(open.back());
      open.pop_back();
      for (const auto& [path, lines] : includes_) {
        const bool is_next = way == Way::down ? is_c_header(path) && includes_file(includes_.at(one), path)
                                              : is_c_header(one) && includes_file(lines, one);
        if (is_next && found.insert(path).second) open.push_back(path);
      }
    }
    return found;
  }

  std::map<std::string, CSource> all_;
  std::map<std::string, std::string> includes_;
};

}  // namespace

std::vector<Patch> fix_stack_size(const Patient& patient) {
  std::set<std::string> named;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = is_meant(occurrence) ? places_of(patient.tree, occurrence) : std::vector<TreePlace>{};
    if (!places.empty()) named.insert(places[0].file);
  }
  if (named.empty()) return {};
  Draft draft(patient.tree);
  const Sources sources(patient.tree, draft);
  std::set<std::string> files;
  for (const auto& file : named) files.merge(sources.concerned(file));
  for (const auto& file : files) {
    auto edits = sources.edits_of(file);
    if (edits.empty()) return {};
    draft.edit(file, std::move(edits));
  }
  return draft.patches();
}

}  // namespace regreen
