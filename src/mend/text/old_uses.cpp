#include "mend/text/old_uses.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"
#include "mend/text/script_uses.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace regreen {
namespace {

constexpr std::size_t call_lines_max = 12;  // over which the arguments of a call are spread
constexpr auto npos = std::string_view::npos;

using Offsets = std::vector<std::size_t>;

/// A stretch of a code.
struct Stretch {
  std::size_t begin = 0, end = 0;

  bool has(std::size_t at) const { return at >= begin && at < end; }
};

// "self.order." of self.order.total
std::string_view chain_before(std::string_view code, std::size_t at) {
  auto begin = at;
  while (begin > 0 && (is_word_byte(code[begin - 1]) || code[begin - 1] == '.')) --begin;
  return code.substr(begin, at - begin);
}

char behind(std::string_view code, std::size_t at) {
  const auto next = code.find_first_not_of(" \t", at);
  return next == npos ? '\0' : code[next];
}

bool assigns(std::string_view code, std::size_t at) {
  const auto next = code.find_first_not_of(" \t", at);
  return next != npos && code[next] == '=' && !code.substr(next + 1).starts_with("=");
}

bool is_head(std::string_view line, std::string_view kind) {
  line = trim(line);
  if (line.starts_with("async ")) line.remove_prefix(6);
  return line.starts_with(kind) && line.substr(kind.size()).starts_with(" ");
}

// The function or class ("def", "class") of Python that a line is in. The line alone outside of all.
Stretch python_block(const Lines& lines, std::size_t number, std::string_view kind) {
  auto depth = indentation(lines.line(number)).size();
  for (auto i = number; i >= 1 && depth > 0; --i) {
    const auto here = indentation(lines.line(i)).size();
    if (trim(lines.line(i)).empty() || here >= depth) continue;
    depth = here;
    if (!is_head(lines.line(i), kind)) continue;
    auto last = i + 1;
    while (lines.has(last) && (trim(lines.line(last)).empty() || indentation(lines.line(last)).size() > here)) ++last;
    return {lines.begin(i), lines.begin(last)};
  }
  return {lines.begin(number), lines.end(number)};
}

// The outermost braces around a byte.
Stretch block_around(std::string_view code, std::size_t at) {
  Stretch block{at, at + 1};
  for (auto open = bracket_around(code, at); open != npos; open = bracket_around(code, open)) {
    if (const auto close = closing_bracket(code, open); close != npos) block = {open, close};
  }
  return block;
}

/// The uses of a name in one file.
class Finder {
 public:
  Finder(const CodePlace& here, const UnknownName& unknown, Reach reach)
      : here_(here),
        unknown_(unknown),
        reach_(reach),
        code_(here.code),
        lines_(here.code),
        all_(words_in(here.code, unknown.name)) {}

  Offsets uses() const {
    if (all_.empty() || !lines_.has(here_.place.line)) return {};
    if (is_python_file(here_.place.file)) return unknown_.is_keyword ? keyword_uses() : python_uses();
    const auto at = named();
    if (!at) return {};
    return is_c_file(here_.place.file) && is_bare(*at) ? c_uses(*at) : Offsets{*at};
  }

 private:
  Offsets on_line() const {
    const Stretch line{lines_.begin(here_.place.line), lines_.end(here_.place.line)};
    return filtered([&](std::size_t at) { return line.has(at); });
  }

  template <class IsWanted>
  Offsets filtered(const IsWanted& is_wanted) const {
    Offsets found;
    std::ranges::copy_if(all_, std::back_inserter(found), is_wanted);
    return found;
  }

  // The one that the column says, or the first behind it where it says the beginning of `road.name`; without any, the only one.
  std::optional<std::size_t> named() const {
    const auto found = on_line();
    if (here_.place.column == 0) return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
    const auto exact = offset_of(here_.text, here_.place.line, here_.place.column, unknown_.name);
    if (exact && is_among(*exact, found)) return exact;
    const auto from = offset_of(here_.text, here_.place.line, here_.place.column).value_or(npos);
    const auto next = std::ranges::lower_bound(found, from);
    const bool is_chained = next != found.end() && *next > from && is_way_to_member(code_.substr(from, *next - from));
    return is_chained ? std::optional(*next) : std::nullopt;
  }

  // "road.", "." and "->" before a name
  static bool is_way_to_member(std::string_view way) {
    const auto last = way.find_last_not_of(".->");
    return last != way.size() - 1 &&
           std::ranges::all_of(way.substr(0, last + 1), [](char c) { return is_word_byte(c) || c == '.'; });
  }

  bool is_bare(std::size_t at) const {
    const auto before = end_of_code_before(code_, at);
    return before == 0 || (code_[before - 1] != '.' && !code_.substr(0, before).ends_with("->"));
  }

  // A compiler tells a function that is not declared once, and another name once in a function.
  Offsets c_uses(std::size_t at) const {
    const auto end = unknown_.name.size();
    const bool is_call = behind(code_, at + end) == '(';
    const Stretch block = is_call ? Stretch{0, code_.size()} : block_around(code_, at);
    return filtered([&](std::size_t one) {
      return one == at || (block.has(one) && is_bare(one) && (!is_call || behind(code_, one + end) == '('));
    });
  }

  Offsets python_uses() const {
    const auto found = on_line();
    const bool is_member = unknown_.of == NameOf::member;
    Offsets meant;
    for (const auto at : found) {
      if (chain_before(code_, at).empty() != is_member && !is_argument_name(at)) meant.push_back(at);
    }
    if (meant.empty()) return {};
    const auto chain = chain_before(code_, meant.front());
    const bool is_same = std::ranges::all_of(meant, [&](auto at) { return chain_before(code_, at) == chain; });
    if (!is_same || (chain.starts_with('.') && meant.size() > 1)) return {};
    if (chain.starts_with('.')) return meant;
    const Stretch reach = reach_of(chain);
    return filtered(
        [&](auto at) { return reach.has(at) && chain_before(code_, at) == chain && !is_argument_name(at); });
  }

  // What a module has is the same in the whole file, and so is a name that nothing in the file gives a meaning.
  Stretch reach_of(std::string_view chain) const {
    const auto owner = word_before(chain, chain.empty() ? 0 : chain.size() - 1);
    const bool is_everywhere = chain.empty() ? std::ranges::none_of(all_, [&](auto at) { return is_bound(at); })
                                             : unknown_.owners.contains(std::string(owner));
    if (is_everywhere) return {0, code_.size()};
    const bool is_own = chain.starts_with("self.") || chain.starts_with("cls.");
    if (reach_ == Reach::function) return python_block(lines_, here_.place.line, "def");
    return is_own ? python_block(lines_, here_.place.line, "class") : Stretch{0, code_.size()};
  }

  bool is_bound(std::size_t at) const {
    static constexpr auto binders =
        std::to_array<std::string_view>({"def", "class", "import", "as", "for", "global", "nonlocal", "lambda", "del"});
    const auto word = word_before(code_, end_of_code_before(code_, at));
    return chain_before(code_, at).empty() && (assigns(code_, at + unknown_.name.size()) || is_among(word, binders));
  }

  // `name=` in a call, not `name ==`
  bool is_argument_name(std::size_t at) const {
    const auto open = bracket_around(code_, at);
    return open != npos && code_[open] == '(' && chain_before(code_, at).empty() &&
           assigns(code_, at + unknown_.name.size());
  }

  // "order.ship" of order.ship(name=…
  std::string_view callee_of(std::size_t at) const { return chain_before(code_, bracket_around(code_, at)); }

  Offsets keyword_uses() const {
    const auto last = std::min(lines_.count(), here_.place.line + call_lines_max);
    const Stretch call{lines_.begin(here_.place.line), lines_.end(last)};
    Offsets meant = filtered([&](auto at) { return call.has(at) && is_argument_name(at) && is_of_callee(at); });
    if (meant.empty()) return {};
    const auto callee = callee_of(meant.front());
    return filtered([&](auto at) { return is_argument_name(at) && callee_of(at) == callee && !is_definition(at); });
  }

  bool is_of_callee(std::size_t at) const {
    const auto callee = callee_of(at);
    const std::string leaf(callee.substr(callee.rfind('.') + 1));
    return !is_definition(at) && (unknown_.owners.empty() || unknown_.owners.contains(leaf));
  }

  bool is_definition(std::size_t at) const {
    const auto callee = callee_of(at);
    const auto begin = bracket_around(code_, at) - callee.size();
    return word_before(code_, end_of_code_before(code_, begin)) == "def";
  }

  const CodePlace& here_;
  const UnknownName& unknown_;
  Reach reach_;
  std::string_view code_;
  Lines lines_;
  Offsets all_;
};

bool has_shorthand(std::string_view file) { return is_script_file(file) || file.ends_with(".rs"); }

}  // namespace

std::vector<Edit> follow_uses(const CodePlace& here, const UnknownName& unknown, const std::string& today,
                              Reach reach) {
  const auto uses = Finder(here, unknown, reach).uses();
  const auto& name = unknown.name;
  if (uses.size() == 1 && is_script_file(here.place.file) && is_in_import(here.code, uses.front()))
    return follow_import(here.code, uses.front(), name, today);
  std::vector<Edit> edits;
  for (const auto at : uses) {
    edits.push_back(has_shorthand(here.place.file) ? follow_shorthand(here.code, at, name, today, unknown.of)
                                                   : Edit{at, name.size(), today});
  }
  return edits;
}

}  // namespace regreen
