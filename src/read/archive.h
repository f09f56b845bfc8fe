#pragma once

#include "read/pull.h"

#include <functional>
#include <string>

namespace regreen {

/// A file that was found: its name, a label for people and never a path, and its bytes. Those must be pulled before
/// the visitor returns.
using FileVisitor = std::function<Result<void>(const std::string& name, const Pull& bytes)>;

/// Visits the files of a ZIP or tar as its bytes stream by; nothing is written anywhere. What is damaged ends the walk
/// with a note. `name` is the archive's own, for notes.
Result<void> each_entry(const Pull& packed, const std::string& name, Notes& notes, const FileVisitor& visit);

/// An entry's name made harmless: no root, drive, ".." or control character, of bounded length.
std::string entry_label(std::string_view name);

}  // namespace regreen
