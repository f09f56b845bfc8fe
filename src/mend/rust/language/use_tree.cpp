#include "mend/rust/language/use_tree.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/text/code_text.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t depth_max = 16;

// The elements between two offsets, at their commas.
bool read_elements(std::string_view code, std::size_t begin, std::size_t end, std::size_t depth,
                   std::vector<UseTree>& all) {
  if (depth > depth_max) return false;
  while (begin < end) {
    begin = code.find_first_not_of(" \t\r\n,", begin);
    if (begin == npos || begin >= end) return true;
    UseTree one;
    one.begin = begin;
    auto stop = std::min(code.find_first_of("{,", begin), end);
    auto path = trim(code.substr(begin, stop - begin));
    if (stop < end && code[stop] == '{') {
      one.open = stop;
      one.close = closing_bracket(code, stop);
      if (one.close == npos || one.close >= end || !path.ends_with("::")) return false;
      path.remove_suffix(2);
      if (!read_elements(code, one.open + 1, one.close, depth + 1, one.inside)) return false;
      stop = one.close + 1;
      one.end = stop;
    } else {
      one.end = begin + path.size();
      path = path.substr(0, path.find(" as "));
    }
    one.path = path;
    all.push_back(std::move(one));
    begin = stop;
  }
  return true;
}

// How many of the names a tree has: each is counted where it stands, by its end or by all of its path.
void find_names(const UseTree& tree, const std::string& front, const std::vector<std::string>& names,
                std::vector<const UseTree*>& found) {
  const auto whole = front.empty() ? tree.path : front + "::" + tree.path;
  if (tree.is_group()) {
    for (const auto& one : tree.inside) find_names(one, whole, names, found);
    return;
  }
  const auto is_meant = [&](std::string_view name) {
    name = name.substr(0, name.find(" as "));
    return name == tree.path || name == whole || (contains(name, "::") && whole.ends_with("::" + std::string(name)));
  };
  if (std::ranges::any_of(names, is_meant)) found.push_back(&tree);
}

// The whole path of a name in a tree; "" where it stands in another one.
std::string whole_path(const UseTree& tree, const UseTree* wanted) {
  if (&tree == wanted) return tree.path;
  for (const auto& one : tree.inside) {
    const auto rest = whole_path(one, wanted);
    if (!rest.empty()) return tree.path.empty() ? rest : tree.path + "::" + rest;
  }
  return "";
}

class Less {
 public:
  Less(std::string_view text, const std::vector<const UseTree*>& gone) : text_(text), gone_(gone) {}

  // False where nothing of it is left.
  bool keep(const UseTree& tree) {
    if (!tree.is_group()) return !is_among(&tree, gone_);
    std::vector<bool> kept;
    const auto edits_before = edits_.size();
    for (const auto& one : tree.inside) kept.push_back(keep(one));
    const auto left = std::ranges::count(kept, true);
    if (left == 0) return false;
    if (static_cast<std::size_t>(left) == kept.size()) return true;
    const auto& only = tree.inside[static_cast<std::size_t>(std::ranges::find(kept, true) - kept.begin())];
    if (left == 1 && only.path != "self" && edits_.size() == edits_before) {
      edit(tree.open, tree.close + 1, std::string(text_.substr(only.begin, only.end - only.begin)));
    } else {
      drop(tree, kept);
    }
    return true;
  }

  bool loses_comment() const { return loses_comment_; }
  std::vector<Edit> edits() && { return std::move(edits_); }

 private:
  void drop(const UseTree& tree, const std::vector<bool>& kept) {
    const auto last = tree.inside.size() - 1 -
                      static_cast<std::size_t>(std::ranges::find(kept.rbegin(), kept.rend(), true) - kept.rbegin());
    for (std::size_t i = 0; i < last; ++i) {
      if (!kept[i]) edit(tree.inside[i].begin, tree.inside[i + 1].begin, "");
    }
    if (last + 1 < tree.inside.size()) edit(tree.inside[last].end, tree.inside.back().end, "");
  }

  void edit(std::size_t begin, std::size_t end, std::string now) {
    const auto old = text_.substr(begin, end - begin);
    loses_comment_ |= contains(old, "//") || contains(old, "/*");
    std::erase_if(edits_, [&](const Edit& one) { return one.offset >= begin && one.offset + one.length <= end; });
    edits_.push_back({begin, end - begin, std::move(now)});
  }

  std::string_view text_;
  const std::vector<const UseTree*>& gone_;
  std::vector<Edit> edits_;
  bool loses_comment_ = false;
};

}  // namespace

std::optional<UseTree> use_tree(std::string_view code, std::size_t begin, std::size_t end) {
  std::vector<UseTree> all;
  if (!read_elements(code, begin, end, 0, all) || all.size() != 1) return std::nullopt;
  return std::move(all.front());
}

std::optional<UseName> use_name(std::string_view code, const UseTree& tree, const std::string& printed) {
  std::vector<const UseTree*> found;
  find_names(tree, "", {printed}, found);
  if (found.size() != 1) return std::nullopt;
  UseName one{whole_path(tree, found[0]), ""};
  if (one.path.ends_with("::self")) one.path.resize(one.path.size() - std::string_view("::self").size());
  one.name = one.path.substr(one.path.rfind(':') + 1);  // npos + 1 is the front
  const auto written = code.substr(found[0]->begin, found[0]->end - found[0]->begin);
  if (const auto as = written.find(" as "); as != npos) {
    one.name = trim(written.substr(as + 4));
    one.path += " as " + one.name;
  }
  if (!is_identifier(one.name)) return std::nullopt;
  return one;
}

std::optional<UseLess> without_names(std::string_view text, const UseTree& tree,
                                     const std::vector<std::string>& names) {
  std::vector<const UseTree*> gone;
  find_names(tree, "", names, gone);
  if (gone.empty() || gone.size() != names.size()) return std::nullopt;
  Less less(text, gone);
  if (!less.keep(tree)) return UseLess{{}, true};
  if (less.loses_comment()) return std::nullopt;
  return UseLess{std::move(less).edits(), false};
}

}  // namespace regreen
