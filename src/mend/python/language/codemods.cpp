#include "mend/python/language/codemods.h"

#include "base/text.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/loggers.h"
#include "mend/python/language/names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace regreen {
namespace {

// Could a comparison stand here without brackets around it?
bool is_loose(const PythonSource& source, std::size_t before, std::size_t after) {
  const auto free = [&](std::size_t i) {
    if (i >= source.tokens().size()) return true;
    for (const std::string_view word :
         {"if", "elif", "while", "and", "or", "return", "=", "(", ")", ",", ":", "assert", "not", "else", "]", "["}) {
      if (source.is(i, word)) return true;
    }
    return source.tokens()[i].kind == PyKind::line_end || source.tokens()[i].kind == PyKind::comment;
  };
  return (before == 0 || free(before - 1) || source.tokens()[before - 1].kind == PyKind::line_end) && free(after);
}

bool is_valid_escape(char c) { return contains("\n\r\\'\"abfnrtv01234567xNuU", std::string_view(&c, 1)); }

// Positions of backslashes that escape nothing, and whether others do escape something.
struct Escapes {
  std::vector<std::size_t> invalid;
  bool has_valid = false;
};

Escapes escapes_of(std::string_view string, bool is_bytes) {
  Escapes result;
  for (std::size_t i = 0; i + 1 < string.size(); ++i) {
    if (string[i] != '\\') continue;
    const bool text_only = contains("NuU", string.substr(i + 1, 1));
    if (is_valid_escape(string[i + 1]) && !(is_bytes && text_only))
      result.has_valid = true;
    else
      result.invalid.push_back(i);
    ++i;
  }
  return result;
}

// Replaces every form of utcnow and utcfromtimestamp of one way to reach the class, such as "datetime.datetime".
class UtcRewriter {
 public:
  UtcRewriter(const PythonSource& source, Utc utc) : source_(source), utc_(utc) {}

  std::vector<Edit> edits(const std::vector<std::string_view>& path, const std::string& zone) {
    for (std::size_t i = 0; i < source_.tokens().size(); ++i) {
      if (i > 0 && source_.is(i - 1, ".")) continue;
      const auto method = behind(i, path);
      if (!method) continue;
      if (source_.is(*method, "utcnow")) rewrite_now(i, *method, zone);
      if (source_.is(*method, "utcfromtimestamp")) rewrite_timestamp(*method, zone);
    }
    return edits_;
  }

 private:
  // The token of the method behind `path.`; nothing where the tokens say something else.
  std::optional<std::size_t> behind(std::size_t at, const std::vector<std::string_view>& path) const {
    for (const auto part : path) {
      if (!source_.is(at, part) || !source_.is(at + 1, ".")) return std::nullopt;
      at += 2;
    }
    return at;
  }

  // A zone makes no difference to what is formatted or taken apart at once.
  bool is_taken_apart(std::size_t close) const {
    if (!source_.is(close + 1, ".")) return false;
    for (const std::string_view name :
         {"strftime", "date", "year", "month", "day", "hour", "minute", "second", "weekday", "isocalendar"}) {
      if (source_.is(close + 2, name)) return true;
    }
    return false;
  }

  std::string tail(std::size_t close) const {
    return utc_ == Utc::naive && !is_taken_apart(close) ? ".replace(tzinfo=None)" : "";
  }

  void rewrite_now(std::size_t first, std::size_t method, const std::string& zone) {
    const auto& token = source_.tokens()[method];
    if (source_.is(method + 1, "(") && source_.is(method + 2, ")")) {
      edits_.push_back(
          {token.offset, end_of(source_.tokens()[method + 2]) - token.offset, "now(" + zone + ")" + tail(method + 2)});
    } else if (!source_.is(method + 1, "(")) {
      const auto tail_text = utc_ == Utc::naive ? ".replace(tzinfo=None)" : "";
      edits_.push_back({source_.tokens()[first].offset, 0, "lambda: "});
      edits_.push_back({token.offset, token.length, "now(" + zone + ")" + tail_text});
    }
  }

  void rewrite_timestamp(std::size_t method, const std::string& zone) {
    if (!source_.is(method + 1, "(")) return;
    const auto close = closing_of_call(source_, method + 1);
    if (!close || *close == method + 2 || source_.is(*close - 1, ",")) return;
    const auto& token = source_.tokens()[method];
    edits_.push_back({token.offset, token.length, "fromtimestamp"});
    edits_.push_back({source_.tokens()[*close].offset, 1, ", " + zone + ")" + tail(*close)});
  }

  const PythonSource& source_;
  Utc utc_;
  std::vector<Edit> edits_;
};

// Is what stands before the dot imported, as `ET` of `ET.tostring`: a module, whose functions are no methods?
bool is_imported(const PythonSource& source, const BoundNames& bound, std::size_t dot) {
  const auto first = value_before(source, dot);
  for (auto i = first; i < dot; ++i) {
    if (!source.is_name(i) && !source.is(i, ".")) return false;
  }
  return first < dot && bound.contains(source.text(first));
}

}  // namespace

std::vector<Edit> rename_method(const PythonSource& source, std::string_view owner, std::string_view from,
                                std::string_view to, const Reach& reach) {
  if (owner == "Logger") return rename_logger_method(source, from, to);
  std::vector<Edit> edits;
  const auto imports = imports_of(source);
  const auto bound = bound_names(imports);
  for (std::size_t i = 2; i < source.tokens().size(); ++i) {
    if (!source.is(i, from) || !source.is(i - 1, ".")) continue;
    if (!source.is(i + 1, "(") && !source.is(i + 1, ",") && !source.is(i + 1, ")")) continue;
    const auto line = source.tokens()[i].line;
    if (!reach.takes_in(line) || (is_imported(source, bound, i - 1) && !reach.failed.contains(line))) continue;
    edits.push_back({source.tokens()[i].offset, from.size(), std::string(to)});
  }
  return edits;
}

namespace {

// f"{thread.getName()}" → f"{thread.name}"
void replace_getters_in_fields(const PythonSource& source, const PyToken& token, std::vector<Edit>& edits) {
  const auto text = source.text(token);
  const auto quote = text.find_first_of("\"'");
  if (token.kind != PyKind::string || quote == std::string_view::npos || !contains(lower(text.substr(0, quote)), "f"))
    return;
  constexpr auto getters = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{".isDaemon()", ".daemon"}, {".getName()", ".name"}});
  for (const auto& [call, name] : getters) {
    for (auto at = text.find(call); at != std::string_view::npos; at = text.find(call, at + call.size())) {
      const auto before = replace_all(replace_all(std::string(text.substr(0, at)), "{{", ""), "}}", "");
      if (std::ranges::count(before, '{') > std::ranges::count(before, '}'))
        edits.push_back({token.offset + at, call.size(), std::string(name)});
    }
  }
}

}  // namespace

std::vector<Edit> replace_accessors(const PythonSource& source, const Reach& reach) {
  std::vector<Edit> edits;
  for (const auto& token : source.tokens()) {
    if (reach.takes_in(token.line)) replace_getters_in_fields(source, token, edits);
  }
  for (std::size_t i = 1; i + 2 < source.tokens().size(); ++i) {
    if (!source.is(i - 1, ".") || !source.is(i + 1, "(") || !reach.takes_in(source.tokens()[i].line)) continue;
    const auto close = closing_of_call(source, i + 1);
    if (!close) continue;
    const auto begin = source.tokens()[i].offset;
    const bool ends = *close + 1 == source.tokens().size() || source.tokens()[*close + 1].kind == PyKind::line_end ||
                      source.tokens()[*close + 1].kind == PyKind::comment;
    const bool gets = *close == i + 2;
    for (const auto& [getter, setter, name] :
         {std::array<std::string_view, 3>{"isDaemon", "setDaemon", "daemon"}, {"getName", "setName", "name"}}) {
      if (gets && source.is(i, getter))
        edits.push_back({begin, end_of(source.tokens()[*close]) - begin, std::string(name)});
      if (gets || !ends || !source.is(i, setter)) continue;
      edits.push_back({begin, end_of(source.tokens()[i + 1]) - begin, std::string(name) + " = "});
      edits.push_back({source.tokens()[*close].offset, 1, ""});
    }
  }
  return edits;
}

std::vector<Edit> replace_has_key(const PythonSource& source, const Reach& reach) {
  std::vector<Edit> edits;
  for (std::size_t i = 1; i + 1 < source.tokens().size(); ++i) {
    if (!source.is(i, "has_key") || !source.is(i - 1, ".") || !source.is(i + 1, "(")) continue;
    if (!reach.takes_in(source.tokens()[i].line)) continue;
    const auto close = closing_of_call(source, i + 1);
    if (!close || *close == i + 2) continue;
    auto first = value_before(source, i - 1);
    const auto slice = [&](std::size_t from, std::size_t to) {
      return std::string(source.text().substr(source.tokens()[from].offset,
                                              end_of(source.tokens()[to]) - source.tokens()[from].offset));
    };
    const auto holder = slice(first, i - 2);
    const bool negated = first > 0 && source.is(first - 1, "not");
    if (negated) --first;
    const auto test = slice(i + 2, *close - 1) + (negated ? " not in " : " in ") + holder;
    const auto begin = source.tokens()[first].offset;
    const bool loose = is_loose(source, first, *close + 1);
    edits.push_back({begin, end_of(source.tokens()[*close]) - begin, loose ? test : "(" + test + ")"});
  }
  return edits;
}

std::vector<Edit> mend_escapes(const PythonSource& source) {
  std::vector<Edit> edits;
  for (const auto& token : source.tokens()) {
    if (token.kind != PyKind::string) continue;
    const auto text = source.text(token);
    const auto quote = text.find_first_of("\"'");
    const auto prefix = lower(text.substr(0, quote));
    if (contains(prefix, "r")) continue;
    const auto escapes = escapes_of(text, contains(prefix, "b"));
    if (escapes.invalid.empty()) continue;
    if (!escapes.has_valid && !contains(prefix, "u")) {
      edits.push_back({token.offset + (contains(prefix, "f") || contains(prefix, "b") ? 0u : quote), 0, "r"});
      continue;
    }
    for (const auto at : escapes.invalid) edits.push_back({token.offset + at, 0, "\\"});
  }
  return edits;
}

std::string without_utcnow(std::string_view text, Utc utc) {
  const PythonSource source(text);
  std::vector<Edit> edits;
  bool needs_zone = false;
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) {
      const std::string bound(name.bound());
      if (!one.is_from && name.name == "datetime") {
        const auto more = UtcRewriter(source, utc).edits({bound, "datetime"}, bound + ".timezone.utc");
        edits.insert(edits.end(), more.begin(), more.end());
      } else if (one.is_from && one.module == "datetime" && name.name == "datetime") {
        const auto more = UtcRewriter(source, utc).edits({bound}, "timezone.utc");
        needs_zone |= !more.empty();
        edits.insert(edits.end(), more.begin(), more.end());
      }
    }
  }
  if (edits.empty()) return std::string(text);
  if (needs_zone) {
    const bool bound = binds_at_top(source, "timezone");
    const auto zone = add_import(source, "from datetime import timezone", [](auto) { return ImportGroup::standard; });
    if (bound && zone) return std::string(text);  // another thing is called timezone here
    if (zone) edits.push_back(*zone);
  }
  return apply_edits(text, std::move(edits)).value_or(std::string(text));
}

}  // namespace regreen
