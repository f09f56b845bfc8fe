#include "mend/text/old_uses.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/lines.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"
#include "mend/text/script_uses.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace regreen {
namespace {

constexpr std::size_t uses_max = 200;
constexpr std::size_t line_bytes_max = 2000;
constexpr auto npos = std::string_view::npos;

using Offsets = std::vector<std::size_t>;

// "self.order." of self.order.total
std::string_view chain_before(std::string_view code, std::size_t at) {
  auto begin = at;
  while (begin > 0 && (is_word_byte(code[begin - 1]) || code[begin - 1] == '.')) --begin;
  return code.substr(begin, at - begin);
}

/// The uses of a name on a line.
class Finder {
 public:
  Finder(const CodePlace& here, const std::string& name) : here_(here), name_(name) {
    const Lines lines(here.code);
    const auto line = lines.line(here.place.line);
    if (line.size() > line_bytes_max) return;
    for (const auto at : words_in(line, name)) found_.push_back(lines.begin(here.place.line) + at);
  }

  // The one that the column says, or the first behind it where it says the beginning of `road.name`; without any, the only one.
  Offsets named() const {
    if (here_.place.column == 0) return found_.size() == 1 ? found_ : Offsets();
    const auto exact = offset_of(here_.text, here_.place.line, here_.place.column, name_);
    if (exact && is_among(*exact, found_)) return {*exact};
    const auto from = offset_of(here_.text, here_.place.line, here_.place.column).value_or(npos);
    const auto next = std::ranges::lower_bound(found_, from);
    const bool is_chained =
        next != found_.end() && *next > from && is_way_to_member(here_.code.substr(from, *next - from));
    return is_chained ? Offsets{*next} : Offsets();
  }

  // The uses on the line; a variable that has the name of the type is one of it in the whole file.
  Offsets in_python(bool is_member, std::string_view owner) const {
    Offsets meant;
    for (const auto at : found_) {
      if (chain_before(here_.code, at).empty() != is_member && !is_assigned(at)) meant.push_back(at);
    }
    const auto is_told = [&](std::size_t at) { return is_called_as(receiver_at(here_.code, at), owner); };
    if (std::ranges::any_of(meant, is_told)) {
      meant = words_in(here_.code, name_);
      std::erase_if(meant, [&](auto at) { return !is_told(at); });
      return meant;
    }
    if (meant.size() < 2) return meant;
    const auto chain = chain_before(here_.code, meant.front());
    const bool is_same = std::ranges::all_of(meant, [&](auto at) { return chain_before(here_.code, at) == chain; });
    return is_same && is_member && !chain.starts_with('.') ? meant : Offsets();
  }

 private:
  // "road.", "." and "->" before a name
  static bool is_way_to_member(std::string_view way) {
    const auto last = way.find_last_not_of(".->:");
    return last != way.size() - 1 &&
           std::ranges::all_of(way.substr(0, last + 1), [](char c) { return is_word_byte(c) || c == '.' || c == ':'; });
  }

  // `name=` of an argument, or what is given the name; not `name ==`
  bool is_assigned(std::size_t at) const {
    const auto rest = trim(here_.code.substr(at + name_.size(), 20));
    return rest.starts_with("=") && !rest.starts_with("==");
  }

  const CodePlace& here_;
  const std::string& name_;
  Offsets found_;
};

}  // namespace

std::vector<Edit> follow_uses(const CodePlace& here, const UnknownName& unknown, const std::string& today) {
  const auto& [name, owner, module] = unknown;
  const auto& file = here.place.file;
  if (words_in(here.code, name).size() > uses_max) return {};
  const Finder finder(here, name);
  const bool is_member = !owner.empty() || !module.empty();
  const auto uses = is_python_file(file) ? finder.in_python(is_member, owner) : finder.named();
  if (uses.size() == 1 && is_script_file(file) && is_in_import(here.code, uses.front()))
    return follow_import(here.code, uses.front(), name, today);
  std::vector<Edit> edits;
  for (const auto at : uses) {
    const bool has_shorthand = is_script_file(file) || file.ends_with(".rs");
    if (!has_shorthand || !is_shorthand(file, here.code, at, name.size()))
      edits.push_back({at, name.size(), today});
    else
      edits.push_back({at, name.size(), owner.empty() ? name + ": " + today : today + ": " + name});
  }
  return edits;
}

bool is_called_as(std::string_view variable, std::string_view type) {
  return !type.empty() && lower(replace_all(std::string(variable), "_", "")) == lower(type);
}

std::string_view receiver_at(std::string_view code, std::size_t at) {
  return at == 0 || code[at - 1] != '.' ? std::string_view() : word_before(code, at - 1);
}

}  // namespace regreen
