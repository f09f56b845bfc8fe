// c.rename-own: a function of the project is called as one that a header of the system declares by now.
//
//   src/log.h:9:21: error: static declaration of ‘gettid’ follows non-static declaration
//   /usr/include/x86_64-linux-gnu/bits/unistd_ext.h:34:16: note: previous declaration of ‘gettid’ with type …
//
// It gets the name of its file in front, wherever its declaration is seen: that compiles with older headers, too, and means
// the same where the one of the system does something else. What replaces a function of the system on purpose stays.

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

constexpr auto npos = std::string_view::npos;

// Compilers call them by themselves, and who defines one means to be called.
constexpr auto replaced_on_purpose = std::to_array<std::string_view>(
    {"main", "malloc", "calloc", "realloc", "free", "memcpy", "memmove", "memset", "memcmp", "abort", "exit"});

constexpr auto types = std::to_array<std::string_view>({"struct", "union", "class"});

/// A function, and the files that the compiler says declare it otherwise than the system does.
struct Clash {
  bool is_static = false;
  std::set<std::string> files;
};

struct Said {
  std::string_view before;
  bool is_static = false;
};
constexpr auto messages = std::to_array<Said>({{"static declaration of '", true}, {"conflicting types for '", false}});

// "‘pid_t gettid()’ was declared ‘extern’ and later ‘static’" of a C++ compiler
std::string later_static(const std::string& said) {
  if (!contains(said, "' was declared 'extern' and later 'static'")) return "";
  const auto head = between(said, "error: '", "(");
  return std::string(word_before(head, head.size()));
}

// Was it declared before in a header that is no file of the project?
bool is_of_system(const Tree& tree, const Occurrence& occurrence) {
  const auto notes = notes_below(tree, occurrence, {"previous declaration"});
  if (notes.empty() || notes[0].place) return false;
  return std::ranges::any_of(occurrence.after, [](const std::string& line) {
    return contains(line, ": note: previous declaration") && trim(line).starts_with('/');
  });
}

std::map<std::string, Clash> clashes_of(const Patient& patient) {
  std::map<std::string, Clash> clashes;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    if (places.empty() || !is_c_family(places[0].file) || !is_of_system(patient.tree, occurrence)) continue;
    const auto said = plain_quotes(occurrence.at.text);
    auto name = later_static(said);
    bool is_static = !name.empty();
    for (const auto& message : messages) {
      if (!contains(said, message.before)) continue;
      name = between(said, message.before, "'");
      is_static = message.is_static;
    }
    if (!is_identifier(name)) continue;
    clashes[name].is_static |= is_static;
    clashes[name].files.insert(places[0].file);
  }
  return clashes;
}

// ---- what a source says of the function ----

bool is_directive(std::string_view line, std::string_view word) {
  line = trim(line);
  return line.starts_with('#') && trim(line.substr(1)).starts_with(word);
}

// Does a name stand under a condition other than the guard of its header?
bool is_under_condition(std::string_view code, std::size_t at) {
  const Lines lines(code);
  std::size_t depth = 0, guards = 0;
  for (std::size_t number = 1; number < lines.number_at(at); ++number) {
    const auto line = lines.line(number);
    if (is_directive(line, "endif")) depth -= std::min<std::size_t>(depth, 1);
    if (!is_directive(line, "if")) continue;
    if (++depth == 1 && is_directive(line, "ifndef") && is_directive(lines.line(number + 1), "define")) guards = 1;
  }
  return depth > guards;
}

// Is it a member of something: `one.gettid`, `one->gettid`, `Thread::gettid`, or declared as one?
bool is_member(std::string_view code, std::size_t at) {
  const auto before = code.substr(0, end_of_code_before(code, at));
  if (before.ends_with("::")) return !word_before(before, before.size() - 2).empty();
  if (before.ends_with('.') || before.ends_with("->")) return true;
  auto open = bracket_around(code, at);
  while (open != npos && code[open] != '{') open = bracket_around(code, open);
  const auto head = open == npos ? "" : head_before(code, open);
  return !contains(head, ")") && !contains(head, "=") &&
         std::ranges::any_of(types, [&](auto word) { return !words_in(head, word).empty(); });
}

// Do a type and nothing else stand before the name, and parentheses behind it?
bool is_declaration(std::string_view code, std::size_t at, std::string_view name) {
  const auto open = code.find_first_not_of(" \t", at + name.size());
  if (open == npos || code[open] != '(' || is_member(code, at)) return false;
  auto head = trim(head_before(code, at));
  while (head.starts_with('#')) {
    const auto end = head.find('\n');
    head = end == npos ? "" : trim(head.substr(end));
  }
  if (head.empty() || head.find_first_of("=()#.,?") != npos || !words_in(head, "return").empty()) return false;
  return is_word_byte(head.back()) || head.back() == '*';
}

bool declares(std::string_view code, std::string_view name) {
  return std::ranges::any_of(words_in(code, name), [&](auto at) { return is_declaration(code, at, name); });
}

// Does a source ask whether the system has the function, or take its place in other programs?
bool means_to_replace(const CSource& source, std::string_view name) {
  if (contains(source.code, "RTLD_NEXT") || contains(source.code, "dlsym")) return true;
  const Lines lines(source.code);
  return std::ranges::any_of(words_in(source.code, name), [&](auto at) {
    const auto line = lines.line(lines.number_at(at));
    const bool asks = is_directive(line, "if") || is_directive(line, "elif") || is_directive(line, "undef") ||
                      (is_directive(line, "define") && word_at(trim(line.substr(line.find("define") + 6)), 0) == name);
    return asks || (is_declaration(source.code, at, name) && is_under_condition(source.code, at));
  });
}

// ---- where it is seen ----

/// The sources of a project that say the name of a function or include something.
class Sources {
 public:
  Sources(const Patient& patient, const Draft& draft) {
    for (const auto& path : patient.tree.list()) {
      if (!is_c_family(path) || is_foreign(path)) continue;
      auto source = c_source(draft, path);
      if (!source) continue;
      includes_.emplace(path, include_lines(source->text));
      all_.emplace(path, std::move(*source));
    }
  }

  const CSource* find(const std::string& path) const {
    const auto found = all_.find(path);
    return found == all_.end() ? nullptr : &found->second;
  }

  bool mentions(std::string_view name) const {
    return std::ranges::any_of(all_, [&](const auto& one) { return contains(one.second.text, name); });
  }

  // The files of a clash, others that declare a function that is seen outside of them, and all that include one of those.
  std::set<std::string> seeing(const std::string& name, const Clash& clash) const {
    auto files = clash.files;
    for (const auto& [path, source] : all_) {
      if (!clash.is_static && declares(source.code, name)) files.insert(path);
    }
    std::vector<std::string> open(files.begin(), files.end());
    while (!open.empty()) {
      const auto header = std::move(open.back());
      open.pop_back();
      if (!is_c_header(header)) continue;
      for (const auto& [path, lines] : includes_) {
        if (includes_file(lines, header) && files.insert(path).second) open.push_back(path);
      }
    }
    return files;
  }

 private:
  std::map<std::string, CSource> all_;
  std::map<std::string, std::string> includes_;
};

// "log_gettid" of log.h; "" where that is taken.
std::string new_name(const Sources& sources, const std::string& file, const std::string& name) {
  const auto called = name_of(file);
  const auto stem = std::string(called.substr(0, called.find('.')));
  for (const auto& front : {stem, std::string("own")}) {
    const auto fresh = front + "_" + name;
    if (front != "main" && is_identifier(fresh) && !sources.mentions(fresh)) return fresh;
  }
  return "";
}

using EditsOfFiles = std::map<std::string, std::vector<Edit>>;

EditsOfFiles renamed(const Sources& sources, const std::string& name, const Clash& clash) {
  const bool is_kept = std::ranges::find(replaced_on_purpose, name) != replaced_on_purpose.end();
  const auto files = sources.seeing(name, clash);
  const auto header = std::ranges::find_if(clash.files, [](const auto& file) { return is_c_header(file); });
  const auto fresh = new_name(sources, header == clash.files.end() ? *clash.files.begin() : *header, name);
  if (is_kept || fresh.empty()) return {};
  EditsOfFiles edits;
  for (const auto& file : files) {
    const auto* source = sources.find(file);
    if (source == nullptr || means_to_replace(*source, name)) return {};
    if (clash.files.contains(file) && !declares(source->code, name)) return {};
    for (const auto at : words_in(source->code, name)) {
      if (!is_member(source->code, at)) edits[file].push_back({at, name.size(), fresh});
    }
  }
  return edits;
}

}  // namespace

std::vector<Patch> rename_own_function(const Patient& patient) {
  const auto clashes = clashes_of(patient);
  if (clashes.empty()) return {};
  Draft draft(patient.tree);
  const Sources sources(patient, draft);
  EditsOfFiles edits;
  for (const auto& [name, clash] : clashes) {
    for (auto& [file, some] : renamed(sources, name, clash)) std::ranges::move(some, std::back_inserter(edits[file]));
  }
  for (auto& [file, all] : edits) draft.edit(file, std::move(all));
  return draft.patches();
}

}  // namespace regreen
