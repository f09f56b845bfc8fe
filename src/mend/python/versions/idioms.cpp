#include "mend/python/versions/idioms.h"

#include "base/text.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/names.h"
#include "mend/python/language/own_methods.h"
#include "mend/python/language/project.h"
#include "mend/python/versions/coroutines.h"
#include "mend/python/versions/signature.h"
#include "mend/python/versions/yaml_load.h"

#include <algorithm>
#include <array>
#include <map>

namespace regreen {
namespace {

// HTMLParser().unescape(x) → html.unescape(x)
std::vector<Edit> unescape_by_module(const PythonSource& source) {
  std::vector<Edit> edits;
  for (std::size_t i = 4; i + 1 < source.tokens().size(); ++i) {
    const bool call = source.is(i, "unescape") && source.is(i - 1, ".") && source.is(i - 2, ")") &&
                      source.is(i - 3, "(") && source.is(i - 4, "HTMLParser");
    if (!call) continue;
    const bool dotted = i > 7 && source.is(i - 5, ".") && source.is(i - 6, "parser");
    const auto begin = source.tokens()[dotted ? i - 8 : i - 4].offset;
    edits.push_back({begin, source.tokens()[i - 1].offset - begin, "html"});
  }
  const auto all = [](auto) { return ImportGroup::standard; };
  if (const auto import = edits.empty() ? std::nullopt : add_import(source, "import html", all))
    edits.push_back(*import);
  return edits;
}

// Does the block of a statement raise again what it caught? It is there for all that may come, an interrupt too.
bool raises_again(const PythonSource& source, std::size_t head) {
  const auto& all = source.statements();
  const auto is_bare = [&](const PyStatement& one) {
    for (auto i = one.first; i < one.last; ++i) {
      if (source.is(i, "raise") && (i + 1 == one.last || source.is(i + 1, ";"))) return true;
    }
    return false;
  };
  if (is_bare(all[head])) return true;
  for (auto s = head + 1; s < all.size() && all[s].indent > all[head].indent; ++s) {
    if (is_bare(all[s])) return true;
  }
  return false;
}

// `except:` → `except Exception:`, which lets an interrupt through; where it is raised again, `except BaseException:` means the same.
std::vector<Edit> name_exception(const PythonSource& source, const std::set<std::size_t>& lines) {
  std::vector<Edit> edits;
  for (std::size_t s = 0; s < source.statements().size(); ++s) {
    const auto& one = source.statements()[s];
    if (!lines.contains(one.line) || !source.is(one.first, "except") || !source.is(one.first + 1, ":")) continue;
    const auto* name = raises_again(source, s) ? " BaseException" : " Exception";
    edits.push_back({end_of(source.tokens()[one.first]), 0, name});
  }
  return edits;
}

// cgi.escape(x) → html.escape(x, quote=False): quotes stay what they were.
std::vector<Edit> escape_by_html(const PythonSource& source) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    if (!source.is_attribute(i, "cgi", "escape") || !source.is(i + 3, "(")) continue;
    const auto close = source.closing(i + 3);
    if (!close) continue;
    const auto depth = source.tokens()[i + 3].depth;
    bool one = true;
    for (auto at = i + 4; at < *close; ++at) one &= !(source.is(at, ",") && source.tokens()[at].depth == depth);
    edits.push_back({source.tokens()[i].offset, 3, "html"});
    if (one) edits.push_back({source.tokens()[*close].offset, 0, ", quote=False"});
  }
  if (edits.empty()) return edits;
  const auto last_use =
      uses_of(source, "cgi").size() == edits.size() / 2 || uses_of(source, "cgi").size() == edits.size();
  for (const auto& one : imports_of(source)) {
    if (!last_use || one.is_from || one.names.size() != 1 || one.names[0].name != "cgi" || !one.names[0].alias.empty())
      continue;
    edits.push_back({one.names[0].offset, 3, "html"});
    return edits;
  }
  const auto all = [](auto) { return ImportGroup::standard; };
  if (const auto import = add_import(source, "import html", all)) edits.push_back(*import);
  return edits;
}

// `def light():` in a class, called on an object → `def light(self):`
std::vector<Edit> self_in(const PythonSource& source, std::string_view owner, std::string_view name) {
  bool inside = false;
  for (std::size_t i = 0; i < source.statements().size(); ++i) {
    const auto& one = source.statements()[i];
    if (source.is(one.first, "class")) inside = source.is(one.first + 1, owner);
    const bool marked = i > 0 && source.is(source.statements()[i - 1].first, "@");
    if (inside && !marked && one.indent > 0 && source.is(one.first, "def") && source.is(one.first + 1, name) &&
        source.is(one.first + 2, "(") && source.is(one.first + 3, ")"))
      return {{source.tokens()[one.first + 3].offset, 0, "self"}};
  }
  return {};
}

// Only where one class of the tree is meant, and nobody calls the method on the class.
std::vector<Edit> add_self(const PythonSource& source, std::string_view said, const Tree& tree) {
  const auto end = said.find("() takes 0 positional"), dot = said.rfind('.', end);
  const auto begin = said.find_last_of(" \n", dot);
  if (end == std::string_view::npos || dot == std::string_view::npos || begin == std::string_view::npos) return {};
  const auto owner = said.substr(begin + 1, dot - begin - 1), name = said.substr(dot + 1, end - dot - 1);
  auto edits = self_in(source, owner, name);
  if (edits.empty()) return {};
  const auto call = std::string(owner) + "." + std::string(name) + "(";
  std::size_t classes = 0;
  for (const auto& path : python_files(tree)) {
    const auto text = tree.read(path);
    if (!text || !contains(*text, owner)) continue;
    if (contains(*text, call)) return {};
    classes += self_in(PythonSource(*text), owner, name).empty() ? 0 : 1;
  }
  return classes == 1 ? edits : std::vector<Edit>{};
}

// The words between quotes of any kind, in their order: "the 'a'' keyword", "`b`".
std::vector<std::string> quoted_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool opens = contains("'`\"", text.substr(at, 1)) && (at == 0 || contains(" (", text.substr(at - 1, 1)));
    const auto end = opens ? text.find_first_of("'`\"", at + 1) : std::string_view::npos;
    if (end == std::string_view::npos) continue;
    words.emplace_back(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return words;
}

bool defines_parameter(const PythonSource& source, std::string_view name) {
  for (const auto& one : source.statements()) {
    const auto def = source.is(one.first, "async") ? one.first + 1 : one.first;
    for (auto i = def; source.is(def, "def") && i < one.last; ++i) {
      if (source.is(i, name) && source.tokens()[i].depth > 0) return true;
    }
  }
  return false;
}

// "the 'line_terminator' keyword is deprecated, use 'lineterminator' instead": f(line_terminator=x) → f(lineterminator=x)
// What the project itself defines takes it as before, unless it knows the new name.
std::vector<Edit> rename_keyword(const PythonSource& source, std::string_view said, const Tree& tree) {
  const auto use = said.find(" use ");
  const auto old = quoted_words(said.substr(0, use)), today = quoted_words(said.substr(std::min(use, said.size())));
  if (old.size() != 1 || today.empty() || !is_python_name(old[0]) || !is_python_name(today[0])) return {};
  if (defines_parameter(source, old[0])) return {};
  std::vector<Edit> edits;
  std::map<std::string_view, bool> keeps_old;  // what is called
  for (std::size_t i = 1; i + 1 < source.tokens().size(); ++i) {
    const bool keyword = source.is(i, old[0]) && source.is(i + 1, "=") && source.tokens()[i].depth > 0 &&
                         (source.is(i - 1, "(") || source.is(i - 1, ","));
    const auto open = keyword ? opening(source, i) : std::nullopt;
    if (!open || *open == 0) continue;
    const auto [known, is_new] = keeps_old.try_emplace(source.text(*open - 1));
    if (is_new) known->second = defines_without(tree, known->first, today[0]);
    if (known->second) continue;
    edits.push_back({source.tokens()[i].offset, old[0].size(), today[0]});
  }
  return edits;
}

// open(path, "rU") → open(path, "r"): every kind of line end is read by default (the mode is gone since 3.11)
std::vector<Edit> without_universal_mode(const PythonSource& source) {
  constexpr auto modes = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"U", "r"}, {"rU", "r"}, {"Ur", "r"}, {"rUt", "rt"}, {"rtU", "rt"}, {"rbU", "rb"}, {"rUb", "rb"}, {"Ub", "rb"}});
  std::vector<Edit> edits;
  for (std::size_t i = 0; i + 1 < source.tokens().size(); ++i) {
    if (!source.is(i, "open") || !source.is(i + 1, "(")) continue;
    const auto close = source.closing(i + 1);
    for (auto at = i + 2; close && at < *close; ++at) {
      const auto& token = source.tokens()[at];
      if (token.kind != PyKind::string || token.depth != source.tokens()[i + 1].depth || token.length < 3) continue;
      const auto* row = std::ranges::find(modes, source.text(token).substr(1, token.length - 2),
                                          [](const auto& one) { return one.first; });
      if (row != modes.end()) edits.push_back({token.offset + 1, token.length - 2, std::string(row->second)});
    }
  }
  return edits;
}

// parser.readfp(f, filename=x) → parser.read_file(f, source=x); the method gets its new name as others do.
std::vector<Edit> source_of_read_file(const PythonSource& source) {
  std::vector<Edit> edits;
  for (std::size_t i = 1; i + 1 < source.tokens().size(); ++i) {
    if (!source.is(i, "readfp") || !source.is(i - 1, ".") || !source.is(i + 1, "(")) continue;
    const auto close = source.closing(i + 1);
    for (auto at = i + 2; close && at < *close; ++at) {
      const bool is_keyword = source.is(at, "filename") && source.is(at + 1, "=") &&
                              source.tokens()[at].depth == source.tokens()[i + 1].depth;
      if (is_keyword) edits.push_back({source.tokens()[at].offset, source.tokens()[at].length, "source"});
    }
  }
  return edits;
}

bool renames_keyword(std::string_view said) {
  const bool keyword = contains(said, "keyword") || contains(said, "argument") || contains(said, "parameter");
  return keyword && contains(said, "deprecated") && contains(said, " use ");
}

// @pytest.mark.tryfirst above a hook → @pytest.hookimpl(tryfirst=True)
std::vector<Edit> use_hookimpl(const PythonSource& source) {
  std::vector<Edit> edits;
  for (const auto& one : source.statements()) {
    const bool mark = source.is(one.first, "@") && source.is_attribute(one.first + 1, "pytest", "mark") &&
                      source.is(one.first + 4, ".") && one.last == one.first + 6;
    if (!mark) continue;
    const std::string option(source.text(one.first + 5));
    if (option != "tryfirst" && option != "trylast" && option != "hookwrapper" && option != "optionalhook") continue;
    const auto begin = source.tokens()[one.first + 3].offset;
    edits.push_back({begin, end_of(source.tokens()[one.last - 1]) - begin, "hookimpl(" + option + "=True)"});
  }
  return edits;
}

}  // namespace

std::vector<Edit> mend_idioms(const PythonSource& source, std::string_view said, const IdiomPlace& place) {
  if (contains(said, "() takes 0 positional arguments but 1 was given")) return add_self(source, said, place.tree);
  if (contains(said, "E722") || contains(said, "bare-except")) return name_exception(source, place.lines);
  if (contains(said, "unexpected keyword argument 'loop'")) return without_loop(source);
  if (contains(said, "'Loader'")) return load_yaml_safely(source);
  if (contains(said, "'cgi' has no attribute 'escape'")) return escape_by_html(source);
  if (contains(said, "'coroutine'")) return native_coroutines(source);
  if (contains(said, "uses old-style configuration options")) return use_hookimpl(source);
  if (contains(said, "'unescape'")) return unescape_by_module(source);
  if (contains(said, "'parser.read_file()'")) return source_of_read_file(source);
  if (contains(said, "'getargspec'")) return first_four_of_signature(source);
  if (contains(said, "invalid mode: '")) return without_universal_mode(source);
  for (const auto line : split(said, '\n')) {
    if (!renames_keyword(line)) continue;
    if (auto edits = rename_keyword(source, line, place.tree); !edits.empty()) return edits;
  }
  return {};
}

std::vector<Edit> without_redundant_cast(const PythonSource& source, std::size_t line) {
  for (std::size_t i = 0; i + 4 < source.tokens().size(); ++i) {
    if (source.tokens()[i].line != line || !source.is(i, "cast") || !source.is(i + 1, "(")) continue;
    const auto close = source.closing(i + 1);
    auto comma = i + 2;
    while (close && comma < *close &&
           !(source.is(comma, ",") && source.tokens()[comma].depth == source.tokens()[i + 1].depth))
      ++comma;
    if (!close || comma >= *close) return {};
    const bool dotted = i > 1 && source.is(i - 1, ".");
    const auto begin = source.tokens()[dotted ? i - 2 : i].offset, value = source.tokens()[comma + 1].offset;
    return {{begin, value - begin, ""}, {source.tokens()[*close].offset, 1, ""}};
  }
  return {};
}

}  // namespace regreen
