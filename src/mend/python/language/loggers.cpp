#include "mend/python/language/loggers.h"

#include "base/among.h"
#include "base/text.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

namespace regreen {
namespace {

using Names = std::set<std::string, std::less<>>;

// What logging makes loggers with.
constexpr auto makers = std::to_array<std::string_view>({"getLogger", "getChild", "LoggerAdapter", "Logger", "root"});

// A name is bound to a logger before it is bound to another name; only what files say in functions above comes in another order.
constexpr int passes_max = 3;

bool is_maker(std::string_view word) { return is_among(word, makers); }

// What ends as a log does, and is none.
constexpr auto no_logs = std::to_array<std::string_view>(
    {"analog", "backlog", "blog", "catalog", "changelog", "dialog", "epilog", "prolog"});

// `log`, `LOG`, `_logger`, `audit_log`, `requestLogger`
bool is_called_logger(std::string_view name) {
  const auto plain = lower(name);
  const auto last = std::string_view(plain).substr(plain.rfind('_') + 1);  // npos + 1 is the front
  const bool is_log =
      last.ends_with("log") && std::ranges::none_of(no_logs, [&](auto no) { return last.ends_with(no); });
  return is_log || last == "logging" || last.ends_with("logger");
}

/// The loggers of a file, by the last word of what they are called: `log` of `self.log`.
class Loggers {
 public:
  explicit Loggers(const PythonSource& source) : source_(source) {
    for (const auto& one : imports_of(source)) {
      for (const auto& name : one.names) {
        if (!one.is_from && name.name == "logging") modules_.emplace(name.bound());
        if (one.is_from && one.module == "logging" && is_maker(name.name)) makers_.emplace(name.bound());
      }
    }
    for (int pass = 0; pass < passes_max && read_bindings(); ++pass) {
    }
  }

  const Names& modules() const { return modules_; }

  /// Is what ends before the dot a logger?
  bool is_logger(std::size_t dot) const {
    if (dot == 0) return false;
    const auto word = source_.text(dot - 1);
    const bool is_alone = dot < 2 || !source_.is(dot - 2, ".");
    if (is_alone && modules_.contains(word)) return true;
    if (word == "root" && dot > 2 && modules_.contains(source_.text(dot - 3))) return true;
    if (source_.is(dot - 1, ")")) {
      const auto open = opening(source_, dot - 1).value_or(0);
      return open > 0 && makes_logger(open - 1);
    }
    if (loggers_.contains(word)) return true;
    return is_called_logger(word) && !others_.contains(word) && (!is_alone || word != "logging");
  }

 private:
  // Is the name behind which arguments stand that of a maker: getLogger(…), logging.LoggerAdapter(…), log.getChild(…)?
  bool makes_logger(std::size_t name) const {
    const auto word = source_.text(name);
    if (name == 0 || !source_.is(name - 1, ".")) return makers_.contains(word) || is_called_maker(word);
    return is_maker(word) && (word == "getChild" || word == "getLogger" || modules_.contains(source_.text(name - 2)));
  }

  // get_logger() of structlog, or of the project
  static bool is_called_maker(std::string_view word) { return contains(lower(word), "logger"); }

  // Is the value [first, last) a logger: a call that makes one, its arguments behind `open`, another logger, logging.root?
  bool is_value_logger(std::size_t first, std::size_t last, std::size_t open) const {
    if (source_.is(last - 1, ")")) return open > first && makes_logger(open - 1);
    const auto word = source_.text(last - 1);
    if (last - first == 3 && modules_.contains(source_.text(first))) return word == "root";
    return loggers_.contains(word);
  }

  // `name = value`, `self.name = value`: what is bound to a logger once is one, what is bound to a call of something else is not.
  bool read_bindings() {
    const auto known = loggers_.size();
    for (const auto& one : source_.statements()) {
      std::optional<std::size_t> open;  // of the call that the value is
      for (auto i = one.first; i + 1 < one.last; ++i) {
        if (!source_.is(i + 1, "=") || !source_.is_name(i) || source_.tokens()[i].depth > 0) continue;
        const auto name = source_.text(i);
        if (!open) open = source_.is(one.last - 1, ")") ? opening(source_, one.last - 1).value_or(0) : 0;
        if (is_value_logger(i + 2, one.last, *open)) loggers_.emplace(name);
        const auto made_by = *open > i + 2 ? lower(source_.text(*open - 1)) : std::string("log");
        if (!contains(made_by, "log")) others_.emplace(name);
      }
    }
    return loggers_.size() > known;
  }

  const PythonSource& source_;
  Names modules_, makers_, loggers_, others_;
};

// `from logging import warn`: the import, and its uses where it has no other name.
void rename_import(const PythonSource& source, std::string_view from, std::string_view to, std::vector<Edit>& edits) {
  for (const auto& one : imports_of(source)) {
    for (const auto& name : one.names) {
      if (!one.is_from || one.module != "logging" || name.name != from) continue;
      edits.push_back({name.offset, from.size(), std::string(to)});
      if (!name.alias.empty()) continue;
      for (const auto spot : spots_of(source, from)) edits.push_back({spot, from.size(), std::string(to)});
    }
  }
}

}  // namespace

std::vector<Edit> rename_logger_method(const PythonSource& source, std::string_view from, std::string_view to) {
  std::vector<Edit> edits;
  const Loggers loggers(source);
  for (std::size_t i = 2; i < source.tokens().size(); ++i) {
    const bool is_method = source.is(i, from) && source.is(i - 1, ".") && !source.is(i + 1, "=");
    if (is_method && loggers.is_logger(i - 1))
      edits.push_back({source.tokens()[i].offset, from.size(), std::string(to)});
  }
  rename_import(source, from, to, edits);
  return edits;
}

}  // namespace regreen
