#pragma once

#include "mend/draft.h"
#include "model/diagnosis.h"
#include "model/tree.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// "codec" of "../codec/libcodec.a"; "" for what is no static library.
std::string static_library_in(std::string_view word);

/// A word of a list in a makefile, and where it stands.
struct ListedWord {
  std::size_t offset = 0;
  std::string_view text;
};

/// The words between two places of a makefile, over continued lines.
std::vector<ListedWord> words_of_list(std::string_view text, std::size_t begin, std::size_t end);

/// Puts a static library behind the objects of the rule that failed, where it stands before them: among what the rule makes its
/// target of (`$^`), or in its command.
void order_behind_objects(const Tree& tree, const Occurrence& occurrence, const std::string& library, Draft& draft);

}  // namespace regreen
