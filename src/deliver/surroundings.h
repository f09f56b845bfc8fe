#pragma once

#include "deliver/form.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// What stands around a value in a Markdown text, as far as it decides how the value is read. Text is added line by line; lines that
/// may be left out count as both there and not there.
class Surroundings {
 public:
  /// Why a value must not stand behind `before` and before `after` in the next line; "" where it may.
  std::string_view objection(ValueKind kind, std::string_view before, std::string_view after) const;

  /// The next line; `begins_item`: its values may make an item of a list of it.
  void add(std::string_view line, bool begins_item);

  void begin_section();
  void end_section();

 private:
  struct Before {
    std::string paragraph;        // of the lines since the last blank one
    bool may_be_in_list = false;  // or in a footnote: indented text would belong to it
  };

  Before now_;
  std::vector<Before> outside_;  // as it is where the open sections are left out
};

}  // namespace regreen
