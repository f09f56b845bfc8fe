#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The file of a classifier, all numbers little endian:
///
///     "regreen model 1\n"                          16 bytes: what this is, and its version
///     checksum                                     32 hex digits, of everything behind it
///     categories, n-grams                          2 × u32
///     threshold, sharpness                         2 × f32
///     for each category: bias, scale               2 × f32
///     for each category: its name                  24 bytes, filled up with NULs
///     for each n-gram: its id, ascending           u32
///     for each n-gram, for each category: weight   i8; × the category's scale
///
/// The features that the ids stand for are those of features.h; a change of these is a new version.
struct ModelContent {
  std::vector<std::string> categories;
  std::vector<float> bias, scale;  // by category
  std::vector<std::uint32_t> ids;  // ascending
  std::string rows;                // ids × categories bytes
  float sharpness = 1, threshold = 0;
};

inline constexpr std::size_t category_bytes_max = 24;

std::string write_model(const ModelContent& content);

}  // namespace regreen
