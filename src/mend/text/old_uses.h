#pragma once

#include "mend/place.h"
#include "mend/text/unknown_name.h"
#include "model/patch.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A place that a log names, with the text of its file and the code in it (code_of).
struct CodePlace {
  const TreePlace& place;
  std::string_view text, code;
};

/// How far what Python says by the same words is the same: `order.total` in a function, or in all of the file.
enum class Reach { function, file };

/// Writes an unknown name as it is called today: at the place, and where the same is meant that the tool did not come to: in Python the
/// same expression, in C the other calls, in a script what an import brings in. Where `{ no }` stands for `{ no: no }` it is written
/// out. Nothing where the place does not say which of several is meant.
std::vector<Edit> follow_uses(const CodePlace& here, const UnknownName& unknown, const std::string& today, Reach reach);

}  // namespace regreen
