#pragma once

#include "mend/python/language/expression.h"
#include "mend/python/language/full_names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "model/tree.h"

#include <compare>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regreen {

/// How a call makes a time that has no zone. All but `other` mean UTC by their own words.
enum class TimeMaking { parsed, now, from_timestamp, epoch, other };

/// A call that makes such a time: `datetime.strptime(text, "…Z")`, by the tokens of its last name and of its brackets.
struct TimeMaker {
  std::string file;
  std::size_t name = 0, open = 0, close = 0;
  TimeMaking making = TimeMaking::other;

  auto operator<=>(const TimeMaker&) const = default;
};

/// A file of Python with what is asked of it.
struct TimeFile {
  TimeFile(std::string path, std::string content, const PythonProject& project)
      : file(std::move(path)), text(std::move(content)), source(text), names(source, file, project) {}

  std::string file, text;
  PythonSource source;
  FullNames names;
};

/// The maker whose call has its last name at the token; nothing for other calls, and for times that have a zone.
std::optional<TimeMaker> time_maker_at(const TimeFile& in, std::size_t name);

/// Where the times of a program come from: through names, functions, and the fields of classes of the project itself.
class TimeOrigins {
 public:
  TimeOrigins(const Tree& tree, const PythonProject& project) : tree_(tree), project_(project) {}

  /// The calls that make the value of an expression of a statement, as far as they make times without a zone.
  std::set<TimeMaker> of(const TimeFile& in, PyValue value, std::size_t statement);

  /// Nothing where there is no such file.
  const TimeFile* file(const std::string& path);

 private:
  struct Scope {
    const TimeFile& in;
    std::optional<PyFunction> function;
  };
  /// A field by the class that has it, and its place among the arguments that make an object.
  struct Field {
    const TimeFile* in = nullptr;
    std::string owner, name;
    std::size_t position = 0;
  };

  void follow(const Scope& scope, PyValue value);
  void follow_primary(const Scope& scope, PyValue value);
  void follow_name(const Scope& scope, const std::string& dotted);
  void follow_global(const TimeFile& in, std::string_view name);
  void follow_returns(const std::string& full, const TimeFile& in);
  void follow_field(std::string_view name);
  void follow_calls(const TimeFile& in, const Field& field);
  std::vector<Field> fields_named(std::string_view name);

  const Tree& tree_;
  const PythonProject& project_;
  std::map<std::string, std::unique_ptr<TimeFile>> files_;
  std::set<std::pair<std::string, std::size_t>> followed_;
  std::set<std::string, std::less<>> fields_followed_;
  std::set<TimeMaker> found_;
};

}  // namespace regreen
