#include "mend/python/imports/renamed_definition.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/python/language/names.h"
#include "mend/text/code_text.h"
#include "mend/text/set_aside.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace regreen {
namespace {

constexpr std::size_t renames_max = 20;  // of one module: a commit that renames more does something else as well
constexpr std::size_t telling_min = 3;   // tokens of a statement that tells a function from others

constexpr auto continued = std::to_array<std::string_view>({"else", "elif", "except", "finally"});
constexpr auto telling_nothing = std::to_array<std::string_view>({"pass", "raise", "...", "import", "from"});

using Names = std::map<std::string, std::string, std::less<>>;

/// A statement at the top of a file with all that stands below it.
struct Block {
  std::string name;                ///< of a function or class
  std::vector<std::string> words;  ///< its tokens but comments, and how far its statements are indented
  std::set<std::string, std::less<>> uses;
  bool is_telling = false;  ///< it does something that another one hardly does as well

  // What is no definition may give any of its names a meaning.
  bool binds(const std::string& one) const { return name.empty() ? uses.contains(one) : name == one; }

  bool operator==(const Block& other) const { return words == other.words; }
};

/// Reads a file as blocks, with names in the place of others.
class BlockReader {
 public:
  BlockReader(const PythonSource& source, const Names& names) : source_(source), names_(names) {}

  std::vector<Block> blocks() {
    for (const auto& one : source_.statements()) read(one);
    return std::move(blocks_);
  }

 private:
  void read(const PyStatement& one) {
    const auto word = source_.text(one.first);
    const bool goes_on = one.indent > 0 || is_decorated_ || is_among(word, continued);
    if (blocks_.empty() || !goes_on) blocks_.emplace_back();
    auto& block = blocks_.back();
    if (one.indent == 0) is_decorated_ = word == "@";
    const auto def = source_.is(one.first, "async") ? one.first + 1 : one.first;
    const bool is_definition = source_.is(def, "def") || source_.is(def, "class");
    if (one.indent == 0 && is_definition) block.name = named(source_.text(def + 1));
    block.words.push_back("\n" + std::to_string(one.indent));
    for (auto i = one.first; i < one.last; ++i) read_token(block, i);
    const bool is_text = source_.tokens()[one.first].kind == PyKind::string;
    block.is_telling |= one.indent > 0 && !is_definition && !is_text && one.last - one.first >= telling_min &&
                        !is_among(word, telling_nothing);
  }

  void read_token(Block& block, std::size_t i) {
    const auto kind = source_.tokens()[i].kind;
    if (kind == PyKind::comment) return;
    std::string word(source_.text(i));
    const bool is_attribute = i > 0 && source_.is(i - 1, ".");
    if (kind == PyKind::name && !is_attribute) {
      word = named(word);
      block.uses.insert(word);
    } else if (kind == PyKind::string) {
      for (const auto& [from, to] : names_) word = with_word(std::move(word), from, to);
      block.uses.merge(words_inside(word));
    }
    block.words.push_back(std::move(word));
  }

  // A text may name whatever it likes.
  static std::set<std::string, std::less<>> words_inside(std::string_view text) {
    const auto words = words_of(text);
    return {words.begin(), words.end()};
  }

  static std::string with_word(std::string text, std::string_view from, std::string_view to) {
    const auto spots = words_in(text, from);
    for (auto spot = spots.rbegin(); spot != spots.rend(); ++spot) text.replace(*spot, from.size(), to);
    return text;
  }

  std::string named(std::string_view word) const {
    const auto found = names_.find(word);
    return found == names_.end() ? std::string(word) : found->second;
  }

  const PythonSource& source_;
  const Names& names_;
  std::vector<Block> blocks_;
  bool is_decorated_ = false;
};

std::vector<Block> blocks_of(const PythonSource& source, const Names& names = {}) {
  return BlockReader(source, names).blocks();
}

/// The functions and classes of one file that another one has not.
std::vector<std::string> only_in(const PythonSource& one, const PythonSource& other) {
  const auto others = names_at_top(other);
  std::vector<std::string> names;
  for (const auto& block : blocks_of(one)) {
    if (block.is_telling && !block.name.empty() && !others.contains(block.name)) names.push_back(block.name);
  }
  return names;
}

// What is the same but for the names in question looks the same.
std::map<std::string, std::vector<std::string>> by_looks(const PythonSource& source,
                                                         const std::vector<std::string>& asked, const Names& blanks) {
  std::map<std::string, std::vector<std::string>> looks;
  const auto plain = blocks_of(source), blanked = blocks_of(source, blanks);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (!is_among(plain[i].name, asked)) continue;
    std::string look;
    for (const auto& word : blanked[i].words) look += word + " ";
    looks[look].push_back(plain[i].name);
  }
  return looks;
}

// The functions and classes that are gone, and the only new ones that look like them.
Names pairs_of(const PythonSource& before, const PythonSource& today) {
  const auto gone = only_in(before, today), fresh = only_in(today, before);
  if (gone.size() > renames_max || fresh.size() > renames_max) return {};
  Names blanks;
  for (const auto& name : gone) blanks[name] = "?";
  for (const auto& name : fresh) blanks[name] = "?";
  Names pairs;
  const auto looks = by_looks(today, fresh, blanks);
  for (const auto& [look, names] : by_looks(before, gone, blanks)) {
    const auto same = looks.find(look);
    if (names.size() == 1 && same != looks.end() && same->second.size() == 1) pairs[names[0]] = same->second[0];
  }
  return pairs;
}

/// Weighs whether a definition is the one that another was.
class Comparison {
 public:
  Comparison(const Patient& patient, const PythonProject& project, const std::string& file, const PythonSource& before,
             const PythonSource& today, const Names& names)
      : patient_(patient),
        project_(project),
        file_(file),
        before_(before),
        was_(blocks_of(before, names)),
        is_(blocks_of(today)) {}

  // Its own text, that of all it uses, and whatever uses it is as it was.
  bool holds(const std::string& today) const {
    std::set<std::string> seen, next = {today};
    while (!next.empty()) {
      const auto name = next.extract(next.begin()).value();
      if (!seen.insert(name).second) continue;
      if (is_changed_elsewhere(patient_, project_, file_, before_, name)) return false;
      for (const auto& block : was_) {
        if (!block.binds(name)) continue;
        if (!is_among(block, is_)) return false;
        next.insert(block.uses.begin(), block.uses.end());
      }
      for (const auto& block : is_) {
        if (block.binds(name) && !is_among(block, was_)) return false;
      }
    }
    return used_alike(was_, is_, today) && used_alike(is_, was_, today);
  }

 private:
  static bool used_alike(const std::vector<Block>& some, const std::vector<Block>& others, const std::string& name) {
    return std::ranges::all_of(
        some, [&](const Block& block) { return !block.uses.contains(name) || is_among(block, others); });
  }

  const Patient& patient_;
  const PythonProject& project_;
  const std::string& file_;
  const PythonSource& before_;
  std::vector<Block> was_, is_;
};

// Did a file that the commit changed leave the old name for something else?
bool is_left_for_another(const Patient& patient, const std::string& name, const std::string& today) {
  return std::ranges::any_of(patient.last_commit.before, [&](const auto& file) {
    const auto now = patient.tree.read(file.first);
    if (!file.first.ends_with(".py") || !file.second || !now || words_in(*file.second, name).empty()) return false;
    return words_in(*now, name).empty() && words_in(*now, today).empty();
  });
}

bool is_defined_elsewhere(const Patient& patient, const std::string& name) {
  return std::ranges::any_of(python_files(patient.tree, is_no_test_file), [&](const auto& path) {
    const auto text = patient.tree.read(path);
    return text && contains(*text, name) && is_among(name, defined_names(PythonSource(*text)));
  });
}

// May others ask for a definition by its name in a text? A decorator may have told it to them.
bool is_registered(const Patient& patient, const PythonSource& was, const std::string& name) {
  const auto& all = was.statements();
  const auto defines = [&](const PyStatement& one) { return one.indent == 0 && was.is(one.first + 1, name); };
  const auto found = std::ranges::find_if(all, defines);
  if (found == all.end() || found == all.begin() || !was.is((found - 1)->first, "@")) return false;
  return std::ranges::any_of(python_files(patient.tree), [&](const auto& path) {
    const auto text = patient.tree.read(path);
    return text && (contains(*text, "'" + name + "'") || contains(*text, "\"" + name + "\""));
  });
}

}  // namespace

bool is_changed_elsewhere(const Patient& patient, const PythonProject& project, const std::string& file,
                          const PythonSource& source, std::string_view name) {
  for (const auto& one : imports_of(source)) {
    for (const auto& bound : one.names) {
      if (bound.bound() != name && bound.name != "*") continue;
      const auto full = project.imported_name(file, one, bound);
      for (const auto& module : {full, std::string(parent_of(full))}) {
        const auto home = project.file_of(module);
        if (home && patient.last_commit.before.contains(*home)) return true;
      }
    }
  }
  return false;
}

bool was_defined(const Patient& patient, const std::string& file, const std::string& name) {
  const auto before = patient.last_commit.before.find(file);
  if (before == patient.last_commit.before.end() || !before->second) return false;
  return is_among(name, defined_names(PythonSource(*before->second)));
}

std::optional<std::string> renamed_definition(const Patient& patient, const PythonProject& project,
                                              const std::string& file, const std::string& name) {
  const auto before = patient.last_commit.before.find(file);
  const auto text = patient.tree.read(file);
  if (before == patient.last_commit.before.end() || !before->second || !text) return std::nullopt;
  const PythonSource was(*before->second), is(*text);
  const auto names = pairs_of(was, is);
  const auto found = names.find(name);
  if (found == names.end() || is_set_aside(found->second, name)) return std::nullopt;
  if (is_registered(patient, was, name) || is_left_for_another(patient, name, found->second) ||
      is_defined_elsewhere(patient, name))
    return std::nullopt;
  const bool is_same = Comparison(patient, project, file, was, is, names).holds(found->second);
  return is_same ? std::optional(found->second) : std::nullopt;
}

}  // namespace regreen
