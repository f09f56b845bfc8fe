#include "policy/agreement.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "policy/agreement_words.h"
#include "policy/owners.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace regreen {
namespace {

constexpr std::size_t text_bytes_max = 64 * 1024;
constexpr std::size_t files_max = 60;
constexpr std::size_t steps_max = 2;  // test → module → its rates
constexpr std::size_t stem_min = 3;   // bytes; shorter names stand in every text
constexpr std::size_t quote_max = 160;

/// A file whose text a test may be about, and how many steps it is away from a place that the log names.
struct Concerned {
  std::string path;
  std::size_t steps = 0;
};

/// Where a text says so: the line, from 1, and what it says.
struct Saying {
  std::size_t line = 0;
  std::string text;
};

std::optional<Saying> saying_in(std::string_view text) {
  std::size_t number = 0;
  for (const auto line : split_lines(text)) {
    ++number;
    if (demands_agreement(line) || tells_agreement(line))
      return Saying{number, shortened(printable(trim(line)), quote_max)};
  }
  return std::nullopt;
}

std::string_view name_of(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }
std::string_view folder_of(std::string_view path) { return path.substr(0, path.find_last_of('/') + 1); }

std::string_view ending_of(std::string_view path) { return path.substr(path.find_last_of('.') + 1); }

std::string stem_of(std::string_view path) {
  const auto name = name_of(path);
  return lower(name.substr(0, name.find('.')));
}

std::set<std::string> words_in(std::string_view text) {
  std::set<std::string> words;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    for (end = begin; end < text.size() && is(text[end], dashed);) ++end;
    if (end - begin >= stem_min) words.insert(lower(text.substr(begin, end - begin)));
  }
  return words;
}

// What is written for people, and what a test cannot be about.
bool is_aside(std::string_view path) {
  constexpr auto endings = std::to_array<std::string_view>({"md", "rst", "txt", "lock", "svg", "html"});
  return path.starts_with(".") || contains(path, "node_modules/") || contains(path, "vendor/") ||
         is_among(ending_of(path), endings);
}

bool is_data(std::string_view path) {
  constexpr auto endings = std::to_array<std::string_view>({"csv", "json", "toml", "yaml", "yml"});
  return is_among(ending_of(path), endings);
}

/// The files that a failed test is about, nearest first.
class Surroundings {
 public:
  Surroundings(const Diagnosis& diagnosis, const Tree& tree) : tree_(tree) {
    for (const auto& path : tree.list()) {
      if (!is_aside(path)) candidates_.push_back(path);
    }
    for (const auto& location : diagnosis.locations) add_named(location.file);
    for (const auto& one : diagnosis.occurrences) {
      for (const auto& location : one.locations) add_named(location.file);
    }
    if (found_.empty()) add_printed(diagnosis);
    for (std::size_t i = 0; i < found_.size() && found_.size() < files_max; ++i) follow(Concerned(found_[i]));
  }

  const std::vector<Concerned>& files() const { return found_; }

 private:
  // go test names files without their folder, node with all that lies above the repository.
  void add_named(std::string_view file) {
    std::string_view inside;
    for (const auto& path : candidates_) {
      if (path == file || path.ends_with("/" + std::string(file))) add(path, 0);
      if (file.ends_with("/" + path) && path.size() > inside.size()) inside = path;
    }
    if (!inside.empty()) add(std::string(inside), 0);
  }

  // TAP says below the failure where the test is: `location: '/home/a/desk/test/fees/berth.test.js:6:1'`.
  void add_printed(const Diagnosis& diagnosis) {
    for (const auto& one : diagnosis.occurrences) {
      for (const auto& line : one.after) {
        const auto begin = line.find('/'), end = line.find(".", begin);
        if (begin == std::string::npos || end == std::string::npos) continue;
        const auto colon = line.find(':', end);
        if (colon != std::string::npos) add_named(std::string_view(line).substr(begin, colon - begin));
      }
    }
  }

  void add(const std::string& path, std::size_t steps) {
    if (found_.size() < files_max && known_.insert(path).second) found_.push_back({path, steps});
  }

  void follow(const Concerned& from) {
    const auto text = from.steps < steps_max && !is_data(from.path) ? tree_.read(from.path) : std::nullopt;
    if (!text || text->size() > text_bytes_max) return;
    const auto words = words_in(*text);
    for (const auto& path : candidates_) {
      const auto stem = stem_of(path);
      const bool is_named = stem.size() >= stem_min && words.contains(stem);
      const bool is_beside = is_data(path) && folder_of(path) == folder_of(from.path);
      if (is_named || (is_beside && from.steps == 0)) add(path, from.steps + 1);
    }
  }

  const Tree& tree_;
  std::vector<std::string> candidates_;
  std::vector<Concerned> found_;
  std::set<std::string> known_;
};

Refusal refusal_for(const std::string& where, const std::string& said) {
  return {"policy.agreement", fmt::format("People have to agree: {} says “{}”", where, said)};
}

// What a document says of whom to ask, in sentences that may go over lines.
std::optional<Refusal> said_by_document(const Tree& tree, const std::string& path) {
  const auto text = tree.read(path);
  if (!text || text->size() > text_bytes_max) return std::nullopt;
  std::string sentences = replace_all(*text, "\r", "");
  sentences = replace_all(replace_all(replace_all(sentences, "\n\n", "\t"), "\n", " "), "\t", "\n");
  const auto said = resolution_in(sentences);
  return said.empty() ? std::nullopt : std::optional(refusal_for(path, shortened(printable(said), quote_max)));
}

// Of a folder that holds data a test is about. What stands at the top is about everything, and asks for reviews.
std::optional<Refusal> said_beside(const Tree& tree, std::string_view data) {
  const std::string folder(folder_of(data));
  if (folder.empty()) return std::nullopt;
  for (const auto* name : {"README.md", "README.rst", "README.txt", "README"}) {
    if (auto refusal = said_by_document(tree, folder + name)) return refusal;
  }
  return std::nullopt;
}

// Words that every program and every test is made of: a document is about none of them.
bool says_nothing(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"test",   "tests",   "testing", "index",  "main",  "import",       "return",    "assert",  "release",
       "change", "changes", "design",  "items",  "item",  "list",         "data",      "file",    "files",
       "class",  "module",  "package", "readme", "guide", "usage",        "notes",     "build",   "setup",
       "config", "api",     "code",    "errors", "docs",  "contributing", "changelog", "history", "install"});
  return is_among(word, words);
}

// Every word of the names in texts and paths: "rate_of_terms" is "rate", "of" and "terms" as well.
std::set<std::string> parts_of_names(const Tree& tree, const std::vector<Concerned>& files) {
  std::set<std::string> parts;
  for (const auto& one : files) {
    if (one.steps >= steps_max || is_data(one.path)) continue;
    const auto text = one.path + "\n" + tree.read(one.path).value_or("").substr(0, text_bytes_max);
    std::string word;
    for (const char c : text + "\n") {
      const bool begins = is_upper(c) && !word.empty() && !is_upper(word.back());  // LoyaltyTerms
      if (begins) parts.insert(lower(std::exchange(word, "")));
      if (is_letter(c)) {
        word += c;
      } else if (!word.empty()) {
        parts.insert(lower(std::exchange(word, "")));
      }
    }
  }
  return parts;
}

// One word may be used for anything: it tells something only where a file is called so, or the failed test.
bool is_called(const Diagnosis& diagnosis, const std::vector<Concerned>& files, std::string_view word) {
  return std::ranges::any_of(files, [&](const auto& one) { return contains(lower(stem_of(one.path)), word); }) ||
         std::ranges::any_of(diagnosis.occurrences,
                             [&](const auto& one) { return contains(lower(one.at.text), word); });
}

// docs/loyalty-terms.md is about what the test and the code that it calls name "loyalty", or "loyaltyd", and "terms".
std::optional<Refusal> said_about(const Diagnosis& diagnosis, const Tree& tree, const std::vector<Concerned>& files) {
  static constexpr auto endings = std::to_array<std::string_view>({"md", "rst", "txt"});
  const auto named = parts_of_names(tree, files);
  const auto is_named = [&](std::string_view word) {
    if (word.size() < stem_min || says_nothing(word)) return false;
    const auto at = named.lower_bound(std::string(word));  // itself, or what it begins with a letter more
    return at != named.end() && at->starts_with(word) && at->size() <= word.size() + 1;
  };
  std::size_t read = 0;
  for (const auto& path : tree.list()) {
    if (path.starts_with(".") || !is_among(ending_of(path), endings)) continue;
    const std::string stem = replace_all(stem_of(path), "_", "-");
    const auto words = split(stem, '-');
    if (!std::ranges::all_of(words, is_named) || (words.size() == 1 && !is_called(diagnosis, files, words[0])))
      continue;
    if (++read > files_max) break;
    if (auto refusal = said_by_document(tree, path)) return refusal;
  }
  return std::nullopt;
}

// Do the people own code that a test is about, and not just the test? Then they own everything.
bool owns_code(const Owners& owners, const std::vector<Concerned>& files, const std::string& name) {
  return std::ranges::any_of(files, [&](const auto& one) {
    const auto path = lower(one.path);
    const bool is_code = !is_data(one.path) && !contains(path, "test") && !contains(path, "spec");
    return is_code && is_among(name, owners.of(one.path));
  });
}

// The failed test and the data it is about belong to the same people, who write no programs.
std::optional<Refusal> said_by_owners(const Tree& tree, const std::vector<Concerned>& files) {
  const auto file = std::ranges::find_if(owners_files, [&](auto path) { return tree.has(path); });
  if (file == std::end(owners_files)) return std::nullopt;
  const auto owners = Owners::parse(tree.read(*file).value_or(""));
  std::set<std::string> bodies;
  for (const auto& one : files) {
    for (const auto& name : one.steps == 0 && !is_data(one.path) ? owners.of(one.path) : std::vector<std::string>()) {
      if (is_body(name) && !owns_code(owners, files, name)) bodies.insert(name);
    }
  }
  for (const auto& one : files) {
    for (const auto& name : is_data(one.path) ? owners.of(one.path) : std::vector<std::string>()) {
      if (bodies.contains(name)) return refusal_for(std::string(*file), one.path + " belongs to " + name);
    }
  }
  return std::nullopt;
}

std::optional<std::string> said_in_log(const Diagnosis& diagnosis) {
  for (const auto& one : diagnosis.occurrences) {
    if (demands_agreement(one.at.text)) return one.at.text;
    for (const auto& line : one.after) {
      if (demands_agreement(line)) return line;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> asks_for_agreement(const Diagnosis& diagnosis, const Tree& tree) {
  if (diagnosis.category != "test_failure") return std::nullopt;
  if (const auto line = said_in_log(diagnosis))
    return refusal_for("the log", shortened(printable(trim(*line)), quote_max));
  const Surroundings around(diagnosis, tree);
  for (const auto& one : around.files()) {
    const auto text = tree.read(one.path);
    if (!text || text->size() > text_bytes_max) continue;
    if (const auto saying = saying_in(*text))
      return refusal_for(fmt::format("{}:{}", one.path, saying->line), saying->text);
  }
  for (const auto& one : around.files()) {
    if (auto refusal = is_data(one.path) ? said_beside(tree, one.path) : std::nullopt) return refusal;
  }
  if (auto refusal = said_about(diagnosis, tree, around.files())) return refusal;
  return said_by_owners(tree, around.files());
}

}  // namespace regreen
