// rust.make-visible: an item or method that another module or crate uses is private where it is defined, as rustc shows. It opens
// no wider than who uses it needs: `pub(crate)` within the crate, `pub` for another one: a program or test of the package,
// another package. Fields stay as they are: what a type keeps to itself is a matter of its design. So does the function behind a
// check: who calls `enter_unchecked` does without what `enter` asks first.

#include "base/among.h"
#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/rust/fixers.h"
#include "mend/rust/language/declared.h"
#include "mend/rust/language/function.h"
#include "mend/rust/language/manifest.h"
#include "mend/rust/language/rust_text.h"
#include "mend/rust/language/rustc_message.h"
#include "mend/rust/language/type_place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

// "src/parse.rs:1:1"
std::optional<TreePlace> place_printed(const Tree& tree, std::string_view printed) {
  const auto parts = split(printed, ':');
  const auto file = parts.size() == 3 ? find_file(tree, parts[0]) : std::nullopt;
  const auto row = file ? line_number(parts[1]) : std::nullopt, column = file ? line_number(parts[2]) : std::nullopt;
  if (!row || !column) return std::nullopt;
  return TreePlace{*file, static_cast<std::size_t>(*row), static_cast<std::size_t>(*column)};
}

// What rustc prints of one error.
std::vector<std::string_view> lines_below(const Occurrence& occurrence) {
  std::vector<std::string_view> lines;
  for (const auto& line : occurrence.after) {
    if (line.starts_with("error") || line.starts_with("warning")) break;
    lines.emplace_back(line);
  }
  return lines;
}

// "note: the function `pair` is defined here" and below it " --> src/parse.rs:1:1"
std::optional<TreePlace> noted(const Tree& tree, const std::vector<std::string_view>& lines) {
  bool is_noted = false;
  for (const auto line : lines) {
    is_noted |= line.starts_with("note: the ") && contains(line, "is defined here");
    const auto arrow = line.find("--> ");
    if (is_noted && arrow != npos) return place_printed(tree, line.substr(arrow + 4));
  }
  return std::nullopt;
}

// The place that marks show under a numbered line of the same file:
//   8 |     fn rounded(&self) -> f64 {
//     |     ------------------------ private method defined here
// and of an item over several lines, whose first has a slash in front.
std::optional<TreePlace> marked(const std::vector<std::string_view>& lines, std::size_t row, const std::string& file) {
  const auto bar = lines[row].find('|');
  if (bar == npos) return std::nullopt;
  const auto marks = lines[row].substr(bar + 1);
  const bool is_tall = contains(marks, "|_");
  const auto dash = marks.find('-');
  if (dash == npos || dash == 0) return std::nullopt;
  for (auto above = row; above-- > 0;) {
    const auto number = line_number(trim(lines[above].substr(0, lines[above].find('|'))));
    if (!number || lines[above].find('|') != bar) continue;
    const auto text = lines[above].substr(bar + 1);
    if (!is_tall) return TreePlace{file, static_cast<std::size_t>(*number), dash};
    const auto item = text.find_first_not_of(" /");
    if (item == npos || item < 3 || text.find('/') > item) continue;
    return TreePlace{file, static_cast<std::size_t>(*number), item - 2};  // a column for the slash
  }
  return std::nullopt;
}

// "private method defined here", in another file below "::: src/scale.rs:11:5".
std::optional<TreePlace> labelled(const Tree& tree, const std::vector<std::string_view>& lines, const TreePlace& use) {
  std::string_view other;
  for (std::size_t row = 0; row < lines.size(); ++row) {
    if (const auto mark = lines[row].find("::: "); mark != npos) other = lines[row].substr(mark + 4);
    if (!contains(lines[row], " private ") || !lines[row].ends_with(" defined here")) continue;
    return other.empty() ? marked(lines, row, use.file) : place_printed(tree, other);
  }
  return std::nullopt;
}

/// The items at the top of the sources of packages, each package looked at once. Borrows the tree.
class TopItems {
 public:
  explicit TopItems(const Tree& tree) : tree_(tree) {}

  /// Where the only one of a name stands.
  std::optional<TreePlace> only(const std::string& manifest, std::string_view name) {
    const auto [package, is_new] = packages_.try_emplace(manifest);
    if (is_new) read(manifest, package->second);
    const auto found = package->second.find(name);
    return found == package->second.end() || found->second.size() != 1 ? std::nullopt
                                                                       : std::optional(found->second.front());
  }

 private:
  using Places = std::map<std::string, std::vector<TreePlace>, std::less<>>;

  void read(const std::string& manifest, Places& places) const {
    const auto code = rust_code(tree_, manifest);
    std::map<std::string, Lines> lines;
    for (const auto& one : rust_names(code)) {
      if (!one.is_top || one.kind == "macro_rules") continue;
      const auto& all = lines.try_emplace(one.file, code.at(one.file)).first->second;
      const auto number = all.number_at(one.offset);
      places[one.name].push_back({one.file, number, indentation(all.line(number)).size() + 1});
    }
  }

  const Tree& tree_;
  std::map<std::string, Places> packages_;
};

// Where what an error is about is defined. "`raw` is only public within the crate, and cannot be re-exported outside" does not say.
std::optional<TreePlace> definition(const Tree& tree, const Occurrence& occurrence, const TreePlace& use,
                                    TopItems& items) {
  const auto& said = occurrence.at.text;
  const auto lines = lines_below(occurrence);
  if (contains(said, "E0603")) return noted(tree, lines);
  if (contains(said, "E0624")) return labelled(tree, lines, use);
  if (contains(said, "E0364") && contains(said, "only public within the crate"))
    return items.only(rust_manifest_of(tree, use.file), between(said, "`", "`"));
  return std::nullopt;
}

bool begins_item(std::string_view text) {
  constexpr auto words =
      std::to_array<std::string_view>({"fn ", "struct ", "enum ", "const ", "static ", "type ", "trait ", "mod ",
                                       "async fn ", "unsafe fn ", "unsafe trait ", "extern ", "union "});
  return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

constexpr auto private_words = std::to_array<std::string_view>(
    {"bypass", "force", "forced", "inner", "internal", "nocheck", "raw", "skip", "skipping", "trusted", "unchecked",
     "unsafe", "unvalidated", "unverified", "without"});

// Does a public function of the source ask for more, before it calls its own other half: `enter` that of `enter_as`?
bool is_behind_another(std::string_view code, std::string_view name, std::size_t parameters) {
  return std::ranges::any_of(words_in(code, "pub"), [&](auto at) {
    const auto fn = code.substr(at).starts_with("pub fn ") ? at + 4 : npos;
    const auto front = fn == npos ? "" : word_at(code, fn + 3);
    if (front.empty() || front == name || !name.starts_with(std::string(front) + "_")) return false;
    const auto list = rust_parameters_at(code, fn);
    const auto function = list == npos ? std::nullopt : rust_function_around(code, list + 1);
    if (!function) return false;
    const auto body = code.substr(function->open, function->close - function->open);
    const auto end = closing_bracket(code, function->list);
    const auto own = items_of(code.substr(function->list + 1, end - function->list - 1), Speech::rust);
    return own.size() > parameters && !words_in(body, name).empty();
  });
}

// Is it a function that others are to reach by way of a check alone?
bool is_kept_back(std::string_view text, std::size_t item) {
  const auto fn = text.find("fn ", item);
  if (fn == npos || text.substr(item, fn - item).find_first_of("{;=\n") != npos) return false;
  const auto name = word_at(text, fn + 3);
  const auto words = split(name, '_');
  if (words.size() > 1 && std::ranges::any_of(words, [](auto word) { return is_among(word, private_words); }))
    return true;
  if (text.size() > source_bytes_max) return false;
  const auto code = code_only(text, Speech::rust);
  const auto list = rust_parameters_at(code, fn);
  const auto end = list == npos ? npos : closing_bracket(code, list);
  if (end == npos) return false;
  const auto own = items_of(std::string_view(code).substr(list + 1, end - list - 1), Speech::rust);
  return is_behind_another(code, name, own.size());
}

/// How far an item opens: as far as its crate, for all to try it, for all because another crate asks.
enum class Reach { crate, perhaps_all, all };

// `fn f` and `pub(super) fn f` as visible as asked; nothing where it is already. Only another crate asks for more than
// `pub(crate)`.
std::optional<Edit> opened(std::string_view text, std::size_t at, Reach reach) {
  const std::string mark = reach == Reach::crate ? "pub(crate)" : "pub";
  const auto item = text.substr(at);
  if (begins_item(item)) return Edit{at, 0, mark + " "};
  const auto close = item.starts_with("pub(") ? item.find(") ") : npos;
  if (close == npos || !begins_item(item.substr(close + 2))) return std::nullopt;
  const bool is_of_crate = item.starts_with("pub(crate)") || item.starts_with("pub(in crate)");
  return is_of_crate && reach != Reach::all ? std::nullopt : std::optional(Edit{at, close + 1, mark});
}

bool is_program_or_test(std::string_view root) {
  const auto folder = name_of(folder_of(root));
  return name_of(root) == "main.rs" || folder == "bin" || folder == "tests" || folder == "examples" ||
         folder == "benches";
}

// Does who uses an item belong to another crate than the item?
bool is_another_crate(const Tree& tree, const TreePlace& use, const TreePlace& item) {
  if (use.file.empty()) return false;
  if (rust_manifest_of(tree, use.file) != rust_manifest_of(tree, item.file)) return true;
  const auto one = rust_crate_root(tree, use.file), other = rust_crate_root(tree, item.file);
  return name_of(other) == "lib.rs" && one != other && is_program_or_test(one);
}

// The items that are asked for, and whether another crate asks.
std::map<TreePlace, bool> items_asked_for(const Patient& patient) {
  const auto& tree = patient.tree;
  TopItems top(tree);
  std::map<TreePlace, bool> items;
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto use = rustc_place(tree, occurrence).value_or(TreePlace{});
    const auto item = definition(tree, occurrence, use, top);
    if (item) items[*item] |= contains(occurrence.at.text, "E0364") || is_another_crate(tree, use, *item);
  }
  return items;
}

}  // namespace

// As narrow as it seems to be enough; then for all: the example of a documentation is a crate of its own.
std::vector<Patch> make_rust_visible(const Patient& patient) {
  const auto& tree = patient.tree;
  const auto items = items_asked_for(patient);
  std::vector<Patch> patches;
  for (const auto widest : {Reach::crate, Reach::perhaps_all}) {
    Draft draft(tree);
    std::map<std::string, std::vector<Edit>> edits;
    for (const auto& [item, is_for_all] : items) {
      const auto text = tree.read(item.file).value_or("");
      const auto at = offset_of(text, item.line, item.column);
      const auto edit =
          at && !is_kept_back(text, *at) ? opened(text, *at, is_for_all ? Reach::all : widest) : std::nullopt;
      if (edit) edits[item.file].push_back(*edit);
    }
    for (auto& [file, all] : edits) draft.edit(file, std::move(all));
    if (!draft.patch().empty() && (patches.empty() || patches.front() != draft.patch()))
      patches.push_back(draft.patch());
  }
  return patches;
}

}  // namespace regreen
