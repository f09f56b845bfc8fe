#pragma once

#include "rules/needle.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// One of the patterns that another one is made of: a line matches the whole where it matches a branch. Each is looked for,
/// compiled and tried alone, so that of a pattern for twenty wordings only those cost that a line may have. What it consists
/// of is in Branches.
struct Branch {
  std::uint32_t row = 0;          ///< of the rules, or of the noise
  std::uint32_t is_of_noise = 0;  ///< 0 or 1
  std::uint32_t tells_digits = 1;
  std::uint32_t first_byte = 0, byte_count = 0;
  std::uint32_t needle_count = 0;  ///< 0: every line may match
  std::uint32_t first_list = 0, list_count = 0;
};

/// The branches of many patterns, those of a row side by side. There are thousands, and they come with every start:
/// therefore few vectors.
struct Branches {
  std::vector<Branch> all;
  std::string texts;
  Needles needles;                               ///< each matching line contains one of its branch
  std::vector<std::uint32_t> list_begins = {0};  ///< in `fours`; one more than there are lists
  std::vector<std::uint32_t> fours;              ///< folded; of each list of its branch a matching line contains one
  std::uint32_t rules = 0, noise = 0;            ///< rows whose branches are here

  std::string_view text(const Branch& branch) const {
    return std::string_view(texts).substr(branch.first_byte, branch.byte_count);
  }
};

/// The patterns that one is made of: taken apart at the bars on its top, and at those of a long last group. Of one that
/// RE2 refuses they mean nothing.
std::vector<std::string> branches_of(std::string_view pattern);

/// Adds those of the next row.
void add_rule(std::string_view pattern, Branches& branches);
void add_noise(std::string_view pattern, Branches& branches);

/// Do all places in it exist? What was read from a file may be damaged.
bool is_sound(const Branches& branches);

}  // namespace regreen
