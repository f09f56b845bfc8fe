#include "mend/text/word_search.h"

#include "mend/place.h"
#include "mend/text/code_of.h"
#include "mend/text/code_text.h"

namespace regreen {
namespace {

constexpr std::size_t bytes_max = 8 << 20;
constexpr std::size_t files_max = 4000;
constexpr std::size_t uses_max = 100;  // in one source: each is looked at

}  // namespace

std::optional<std::vector<FoundFile>> files_with(const Tree& tree, std::string_view word,
                                                 const std::function<bool(std::string_view)>& is_wanted) {
  std::vector<FoundFile> found;
  std::size_t bytes = 0, files = 0;
  for (const auto& path : tree.list()) {
    if (!is_wanted(path) || is_vendored(path)) continue;
    auto text = tree.read(path);
    if (!text) continue;
    bytes += text->size();
    if (bytes > bytes_max || ++files > files_max) return std::nullopt;
    const auto uses = words_in(*text, word).size();
    if (uses == 0) continue;
    auto code = code_of(path, *text).value_or("");
    if (!code.empty() && uses > uses_max) return std::nullopt;
    found.push_back({path, std::move(*text), std::move(code)});
  }
  return found;
}

std::optional<std::vector<FoundFile>> sources_with(const Tree& tree, std::string_view file, std::string_view word) {
  return files_with(tree, word, [&](std::string_view path) { return is_same_language(path, file); });
}

}  // namespace regreen
