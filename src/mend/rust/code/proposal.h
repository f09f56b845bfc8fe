#pragma once

#include "mend/rust/language/rust_text.h"
#include "mend/rust/language/rustc_message.h"
#include "model/patch.h"

#include <string_view>
#include <vector>

namespace regreen {

/// The edits that make the lines of a source what a help of rustc shows, each no longer than what differs: proposals for the
/// same line that say different things of it go together. Empty where the help shows a place for people to fill in, an `allow`,
/// or lines that are not those of the source.
std::vector<Edit> proposed_edits(const RustText& source, const RustcHelp& help, const RustcMessage& message);

/// What makes one line another, token by token; `offset` is where the line begins.
std::vector<Edit> edits_between(std::string_view line, std::string_view wanted, std::size_t offset);

}  // namespace regreen
