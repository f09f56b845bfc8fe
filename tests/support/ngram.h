#pragma once

#include "classify/features.h"

#include <cstdint>
#include <string>

namespace regreen {

/// The id under which the classifier knows a word.
inline std::uint32_t id_of(const std::string& word) {
  std::uint32_t id = 0;
  name_ngrams(word, [&](std::uint32_t one, const std::string& text) {
    if (text == word) id = one;
  });
  return id;
}

}  // namespace regreen
