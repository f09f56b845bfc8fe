// go.fix-build-tag: a build constraint that vet calls misplaced says nothing where it stands. It goes above the package clause
// and what documents that, with a blank line below, in the form that the module's version of Go reads.

#include "mend/go/build/build_tag.h"

#include "base/text.h"
#include "mend/draft.h"
#include "mend/go/fixers.h"
#include "mend/go/language/go_source.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_old(std::string_view line) { return line.starts_with("// +build ") || line.starts_with("//+build "); }
bool is_new(std::string_view line) { return line.starts_with("//go:build "); }

// linux, !cgo, go1.17
bool is_term(std::string_view term) {
  if (term.starts_with('!')) term.remove_prefix(1);
  return !term.empty() && std::ranges::all_of(term, [](char c) { return is_word_byte(c) || c == '.'; });
}

// `// +build linux,cgo darwin` → `(linux && cgo) || darwin`; "" where a word is none that Go knows
std::string as_expression(std::string_view line) {
  const auto options = replace_all(std::string(line.substr(line.find("+build") + 6)), "\t", " ");
  std::vector<std::string> ways;
  for (const auto option : split(trim(options), ' ')) {
    if (option.empty()) continue;
    const auto terms = split(option, ',');
    if (!std::ranges::all_of(terms, is_term)) return "";
    ways.push_back(join({terms.begin(), terms.end()}, " && "));
  }
  if (ways.size() > 1) {
    for (auto& way : ways) {
      if (contains(way, " && ")) way = "(" + way + ")";
    }
  }
  return join(ways, " || ");
}

std::string as_expression(const std::vector<std::string>& lines) {
  if (lines.size() == 1) return as_expression(lines.front());
  std::vector<std::string> all;
  for (const auto& line : lines) {
    const auto one = as_expression(line);
    if (one.empty()) return "";
    all.push_back(contains(one, " || ") ? "(" + one + ")" : one);
  }
  return join(all, " && ");
}

// The lines of the constraint around a line, and those that begin with it alone.
struct Block {
  std::size_t first = 0, last = 0;
};

Block block_at(const Lines& lines, std::size_t number) {
  const auto belongs = [&](std::size_t at) {
    return lines.has(at) && (is_old(lines.line(at)) || is_new(lines.line(at)));
  };
  Block block{number, number};
  while (belongs(block.first - 1)) --block.first;
  while (belongs(block.last + 1)) ++block.last;
  return belongs(number) ? block : Block{};
}

std::vector<std::string> constraint(const Lines& lines, const Block& block, long minor) {
  std::vector<std::string> old, now;
  for (auto number = block.first; number <= block.last; ++number)
    (is_new(lines.line(number)) ? now : old).emplace_back(lines.line(number));
  if (now.size() > 1) return {};
  if (now.empty() && minor >= reads_both_forms) {
    const auto expression = as_expression(old);
    if (expression.empty()) return {};
    now.push_back("//go:build " + expression);
  }
  if (minor > reads_both_forms) old.clear();
  now.insert(now.end(), old.begin(), old.end());
  return now;
}

std::vector<Edit> moved(const Tree& tree, const std::string& file, std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto block = block_at(lines, number);
  const auto above = go_head(text);
  if (block.first == 0 || above.clause == npos) return {};
  const auto head = lines.number_at(above.docs);
  const auto built = above.build == npos ? 0 : lines.number_at(above.build);
  if (built != 0 && (built < block.first || built > block.last)) return {};  // that one says it
  const auto wanted = constraint(lines, block, go_minor(tree, file));
  if (wanted.empty()) return {};
  const std::string end(line_end(text));
  const auto written = join(wanted, end) + end + end;
  const auto begin = lines.begin(block.first);
  const bool is_below = block.first > head && trim(lines.line(block.last + 1)).empty();  // with a blank line of its own
  const auto length = lines.begin(block.last + (is_below ? 2 : 1)) - begin;
  if (block.first < head) return {};
  if (block.first == head) return {{begin, length, written}};
  return {{lines.begin(head), 0, written}, {begin, length, ""}};
}

}  // namespace

long go_minor(const Tree& tree, std::string_view file) {
  const auto manifest = tree.read(nearest(tree, file, "go.mod")).value_or("");
  for (const auto line : split_lines(manifest)) {
    if (!line.starts_with("go 1.")) continue;
    const auto digits = line.substr(5);
    return parse_number(digits.substr(0, digits.find_first_not_of("0123456789"))).value_or(0);
  }
  return 0;
}

bool is_left_out_of_build(std::string_view text) {
  const auto head = go_head(text);
  const auto line_at = [&](std::size_t at) { return text.substr(at, text.find('\n', at) - at); };
  if (head.build != npos) return trim(line_at(head.build).substr(11)) == "ignore";
  if (!head.has_old_build || head.docs == npos) return false;
  const auto above = split_lines(text.substr(0, head.docs));  // right above the clause go does not read it
  return std::ranges::any_of(above, [](auto line) { return is_old(line) && as_expression(line) == "ignore"; });
}

std::vector<Patch> fix_go_build_tag(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const auto places = places_of(patient.tree, occurrence);
    const bool is_misplaced =
        contains(occurrence.at.text, "misplaced ") || contains(occurrence.at.text, "must appear before");
    const auto text = places.empty() || !is_misplaced ? std::nullopt : draft.read(places.front().file);
    if (!text || !Lines(*text).has(places.front().line)) continue;
    draft.edit(places.front().file, moved(patient.tree, places.front().file, *text, places.front().line));
  }
  return draft.patches();
}

}  // namespace regreen
