#pragma once

#include "base/result.h"
#include "base/text_file.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What a value is, and so where in a Markdown text it may stand.
enum class ValueKind {
  plain,   ///< digits and words of ours: anywhere
  quoted,  ///< outside text in a code span: where nothing before it can open that span
  list,    ///< outside text in code spans, an item a line: in lines of its own
  block,   ///< outside text, indented as code: in lines of its own, after a blank line, behind no list
};

/// A value that a form may name.
struct ValueName {
  std::string_view name;
  ValueKind kind = ValueKind::plain;
  std::size_t bytes_max = 20;
};

/// Values by their names; one that is not there is empty.
using Values = std::map<std::string, std::string, std::less<>>;

/// A Markdown text with places for values:
///
///     {{ cause }}                  the value
///     {{# lines }} … {{/ lines }}  these lines only where the value is not empty; the marks stand alone in their lines
///     {{^ lines }} … {{/ lines }}  … only where it is empty
///     {{! why }}                   nothing
///
/// Whatever the values say, what is outside text stays code: it can call nobody, link nowhere and hide nothing. That is
/// seen to when the form is read, by refusing values in places where what is around them could open their code.
class Form {
 public:
  /// Reads one. Errors, all of them with file and line: unknown values, marks that are not closed, a value in a wrong place,
  /// and a text that could become longer than `bytes_max`.
  static Result<Form> parse(const TextFile& file, std::span<const ValueName> known, std::size_t bytes_max);

  /// The text with its values.
  std::string fill(const Values& values) const;

  struct Piece {
    bool is_value = false;
    std::string text;  ///< or the value's name
  };
  struct Line {
    enum class Mark { none, where, where_not, end };
    Mark mark = Mark::none;
    std::string name = {};  ///< of the value that a mark is about
    std::vector<Piece> pieces = {};
  };

 private:
  std::vector<Line> lines_;
};

}  // namespace regreen
