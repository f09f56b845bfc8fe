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

/// Writes an unknown name as it is called today, at the place alone. Python tells a line: there it is the only one, or always of the
/// same object, or of a variable that has the name of the type, which is followed through the file. What a script imports is called so
/// where it is used as well, or keeps its name there. Where `{ no }` stands for `{ no: no }` it is written out. Nothing where the place
/// does not say which of several is meant.
std::vector<Edit> follow_uses(const CodePlace& here, const UnknownName& unknown, const std::string& today);

/// "order" of `order.total`, "lines" of `self.lines.total`: whose the member at a byte is. "" where it is no name.
std::string_view receiver_at(std::string_view code, std::size_t at);

/// Has a variable the name of its type: `net_order` of a NetOrder?
bool is_called_as(std::string_view variable, std::string_view type);

}  // namespace regreen
