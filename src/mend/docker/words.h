#pragma once

#include "mend/fixer.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The Dockerfile that the log names; else all there are.
std::vector<std::string> dockerfiles(const Patient& patient);

/// The word that ends a here-document which a line opens, `RUN <<EOF`; "" where it opens none.
std::string heredoc_word(std::string_view line);

/// A Dockerfile whose instructions have the form that they need: lists that are JSON, `FROM x AS y`, stages by their
/// names, container ports alone, and no `&&` or `\` behind the last command of a RUN. As it was where all is well. A stage
/// that has no name gets the one that `said`, what docker printed, took for an image.
std::string with_right_words(std::string text, std::string_view said);

}  // namespace regreen
