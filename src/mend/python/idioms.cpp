#include "mend/python/idioms.h"

#include "base/text.h"
#include "mend/python/expression.h"
#include "mend/python/names.h"
#include "mend/python/yaml_load.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// `def setup(self)` of a test class → `def setup_method(self)`
std::vector<Edit> rename_nose(const PythonSource& source) {
  std::vector<Edit> edits;
  for (std::size_t i = 1; i + 2 < source.tokens().size(); ++i) {
    const bool setup = source.is(i, "setup"), teardown = source.is(i, "teardown");
    if ((setup || teardown) && source.is(i - 1, "def") && source.is(i + 1, "(") && source.is(i + 2, "self"))
      edits.push_back({end_of(source.tokens()[i]), 0, "_method"});
  }
  return edits;
}

// random.sample(pool, n) → random.sample(sorted(pool), n), where the pool is one name
std::vector<Edit> sample_sorted(const PythonSource& source) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    if (!source.is(i, "sample") || !source.is(i + 1, "(") || !source.is_name(i + 2) || !source.is(i + 3, ",")) continue;
    edits.push_back({source.tokens()[i + 2].offset, 0, "sorted("});
    edits.push_back({end_of(source.tokens()[i + 2]), 0, ")"});
  }
  return edits;
}

// @asyncio.coroutine def f(): yield from x → async def f(): await x
std::vector<Edit> native_coroutines(const PythonSource& source) {
  std::vector<Edit> edits;
  const auto& statements = source.statements();
  for (std::size_t s = 0; s + 1 < statements.size(); ++s) {
    const auto& one = statements[s];
    const bool marked = source.is(one.first, "@") && source.is_attribute(one.first + 1, "asyncio", "coroutine");
    const auto& def = statements[s + 1];
    if (!marked || one.last != one.first + 4 || !source.is(def.first, "def")) continue;
    edits.push_back({one.begin, one.end - one.begin, ""});
    edits.push_back({source.tokens()[def.first].offset, 0, "async "});
    for (auto i = s + 2; i < statements.size() && statements[i].indent > def.indent; ++i) {
      for (auto at = statements[i].first; at + 1 < statements[i].last; ++at) {
        if (!source.is(at, "yield") || !source.is(at + 1, "from")) continue;
        const auto begin = source.tokens()[at].offset;
        edits.push_back({begin, end_of(source.tokens()[at + 1]) - begin, "await"});
      }
    }
  }
  return edits;
}

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

// asyncio.Queue(maxsize=1, loop=loop) → asyncio.Queue(maxsize=1)
std::vector<Edit> without_loop(const PythonSource& source) {
  std::vector<Edit> edits;
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    if (!source.is(i, "asyncio") || !source.is(i + 1, ".") || !source.is(i + 3, "(")) continue;
    const auto close = source.closing(i + 3);
    const auto depth = source.tokens()[i + 3].depth;
    for (auto at = i + 4; close && at + 2 < *close; ++at) {
      if (!source.is(at, "loop") || !source.is(at + 1, "=") || source.tokens()[at].depth != depth) continue;
      auto end = at + 2;
      while (end < *close && !(source.is(end, ",") && source.tokens()[end].depth == depth)) ++end;
      const bool first = source.is(at - 1, "(");
      const auto begin = source.tokens()[first ? at : at - 1].offset;
      const auto behind = first && end < *close ? source.tokens()[end + 1].offset : source.tokens()[end].offset;
      edits.push_back({begin, behind - begin, ""});
      break;
    }
  }
  return edits;
}

// `except:` → `except Exception:`, which lets an interrupt through
std::vector<Edit> name_exception(const PythonSource& source) {
  std::vector<Edit> edits;
  for (const auto& one : source.statements()) {
    if (source.is(one.first, "except") && source.is(one.first + 1, ":"))
      edits.push_back({end_of(source.tokens()[one.first]), 0, " Exception"});
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
std::vector<Edit> add_self(const PythonSource& source, std::string_view said) {
  const auto end = said.find("() takes 0 positional"), dot = said.rfind('.', end);
  const auto begin = said.find_last_of(" \n", dot);
  if (end == std::string_view::npos || dot == std::string_view::npos || begin == std::string_view::npos) return {};
  const auto owner = said.substr(begin + 1, dot - begin - 1), name = said.substr(dot + 1, end - dot - 1);
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
std::vector<Edit> rename_keyword(const PythonSource& source, std::string_view said) {
  const auto use = said.find(" use ");
  const auto old = quoted_words(said.substr(0, use)), today = quoted_words(said.substr(std::min(use, said.size())));
  if (old.size() != 1 || today.empty() || !is_python_name(old[0]) || !is_python_name(today[0])) return {};
  if (defines_parameter(source, old[0])) return {};
  std::vector<Edit> edits;
  for (std::size_t i = 1; i + 1 < source.tokens().size(); ++i) {
    const bool keyword = source.is(i, old[0]) && source.is(i + 1, "=") && source.tokens()[i].depth > 0 &&
                         (source.is(i - 1, "(") || source.is(i - 1, ","));
    if (keyword) edits.push_back({source.tokens()[i].offset, old[0].size(), today[0]});
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

// How many names `a, b, *c = …` sets in front of the token `equals`; 0 where it is not as plain as that.
std::size_t targets_before(const PythonSource& source, const PyStatement& one, std::size_t equals) {
  std::size_t count = 1;
  for (auto i = one.first; i < equals; ++i) {
    if (source.is(i, "*") || source.tokens()[i].depth > 0) return 0;
    count += source.is(i, ",") && i + 1 < equals ? 1 : 0;
  }
  return count;
}

// Where a name that the statement sets is used behind it, in the same function; where it is set again, no further.
std::vector<std::size_t> uses_in_function(const PythonSource& source, std::size_t statement, std::string_view name) {
  const auto function = function_around(source, statement);
  const auto end = function ? function->end : source.statements().size();
  std::vector<std::size_t> uses;
  for (auto s = statement + 1; s < end; ++s) {
    const auto& one = source.statements()[s];
    if (source.is(one.first, name) && source.is(one.first + 1, "=")) break;
    for (auto i = one.first; i < one.last; ++i) {
      if (source.is(i, name) && !source.is(i - 1, ".")) uses.push_back(i);
    }
  }
  return uses;
}

// inspect.getargspec() answered four things, getfullargspec() answers those and three more, and calls the third another name:
// a, b, c, d = getargspec(f) → a, b, c, d = getargspec(f)[:4]; getargspec(f).keywords → getargspec(f).varkw
std::vector<Edit> first_four_of_signature(const PythonSource& source) {
  constexpr std::size_t answered = 4;
  std::vector<Edit> edits;
  const auto rename_behind = [&](std::size_t token) {
    if (source.is(token + 1, ".") && source.is(token + 2, "keywords"))
      edits.push_back({source.tokens()[token + 2].offset, source.tokens()[token + 2].length, "varkw"});
  };
  for (std::size_t s = 0; s < source.statements().size(); ++s) {
    const auto& one = source.statements()[s];
    for (auto i = one.first; i + 1 < one.last; ++i) {
      const auto close = source.is(i, "getargspec") && source.is(i + 1, "(") ? source.closing(i + 1) : std::nullopt;
      if (!close) continue;
      rename_behind(*close);
      const auto equals = source.is(i - 1, ".") ? i - 3 : i - 1;  // inspect.getargspec
      if (*close + 1 != one.last || equals <= one.first || equals > i || !source.is(equals, "=")) continue;
      if (targets_before(source, one, equals) == answered)
        edits.push_back({end_of(source.tokens()[*close]), 0, "[:4]"});
      if (equals != one.first + 1) continue;
      for (const auto use : uses_in_function(source, s, source.text(one.first))) rename_behind(use);
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

std::vector<Edit> mend_idioms(const PythonSource& source, std::string_view said) {
  if (contains(said, "nose-specific method") || contains(said, "Support for nose tests")) return rename_nose(source);
  if (contains(said, "Population must be a sequence")) return sample_sorted(source);
  if (contains(said, "() takes 0 positional arguments but 1 was given")) return add_self(source, said);
  if (contains(said, "E722") || contains(said, "bare-except")) return name_exception(source);
  if (contains(said, "unexpected keyword argument 'loop'")) return without_loop(source);
  if (contains(said, "'Loader'")) return load_yaml_safely(source);
  if (contains(said, "'cgi' has no attribute 'escape'")) return escape_by_html(source);
  if (contains(said, "'coroutine'")) return native_coroutines(source);
  if (contains(said, "uses old-style configuration options")) return use_hookimpl(source);
  if (contains(said, "'unescape'")) return unescape_by_module(source);
  if (contains(said, "'getargspec'")) return first_four_of_signature(source);
  if (contains(said, "invalid mode: '")) return without_universal_mode(source);
  for (const auto line : split(said, '\n')) {
    if (!renames_keyword(line)) continue;
    if (auto edits = rename_keyword(source, line); !edits.empty()) return edits;
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
