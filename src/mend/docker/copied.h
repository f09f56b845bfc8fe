#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// A file or folder of the build's context that COPY or ADD of a Dockerfile takes.
struct CopiedSource {
  std::size_t at = 0, length = 0;  ///< the path as it is written, without "./" and "/" around it
  std::string path;
  std::size_t to = 0, to_length = 0;  ///< where it is copied to; 0 where more than one is copied there
};

/// What a Dockerfile copies from its context, in either form and over lines: not what comes from another stage, from the network or
/// out of a variable.
std::vector<CopiedSource> copied_sources(std::string_view text);

}  // namespace regreen
