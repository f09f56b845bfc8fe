#pragma once

#include "base/id.h"

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// The line of a proposal's text that no reader sees: which failure it mends, and of which commit.
std::string mark_of(const Signature& failure, std::string_view commit);

/// Does a text carry the mark of a failure, of whichever commit?
bool is_marked(std::string_view text, const Signature& failure);

/// The line, as hidden, that says which Case a proposal comes from; and which one that is, in a text that has the line.
std::string case_mark_of(const CaseId& id);
std::optional<CaseId> marked_case(std::string_view text);

/// A text in which nothing is read as a mark: what logs and files say may look like one.
std::string without_marks(std::string_view text);

}  // namespace regreen
