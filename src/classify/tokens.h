#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The words of a log line as a classifier reads them: lower case; numbers, paths, addresses, hashes and quoted names
/// are `<0>`, `<path>`, `<url>`, `<hex>`, `<q>`, so that they are the same in every project. Numbers that mean
/// something stay: `404`, `exit` `137`.
struct Tokens {
  std::vector<std::string> words;   ///< in reading order; of these pairs are made
  std::vector<std::string> parts;   ///< more words: ModuleNotFoundError gives module, not, found, error
  std::vector<std::string> shapes;  ///< what the line looks like: `file:0:0`, `at f(file:0)`, `ext py`, `E`
};

Tokens tokens_of(std::string_view line);

}  // namespace regreen
