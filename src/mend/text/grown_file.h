#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// A source as it was and as it is.
struct GrownFile {
  std::string_view path, was, is;
};

/// What a name of a source is called today, where every line of the code of before stands there still but for the name, in order, and
/// with nothing but names more in what it exports: each place has the same new name, which nothing had, and none could as well have
/// another one. New lines may stand outside of all blocks, or in the one at the top whose first line begins with `block`, the objects
/// of which may be given more: what is done in others may be another thing. Nothing where new lines call it, as it is half of what it
/// was then, and where the new name tells of an end or another unit. "" for `block` where there is no such.
std::optional<std::string> name_in_grown_file(const GrownFile& file, std::string_view name, std::string_view block);

}  // namespace regreen
