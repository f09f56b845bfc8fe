#include "mend/go/code/nil_question.h"

#include "base/text.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <string>

namespace regreen {
namespace {

// if t.counts == nil { t.counts = make(map[string]int) }
bool makes_it_empty(const Lines& lines, std::size_t number) {
  const auto made = trim(lines.line(number + 1));
  return contains(made, " = make(") || (contains(made, " = map[") && made.ends_with("{}"));
}

bool asks(std::string_view code, std::string_view name) {
  const Lines lines(code);
  return std::ranges::any_of(words_in(code, name), [&](std::size_t at) {
    const auto rest = code.substr(at + name.size());
    if (rest.starts_with(" != nil")) return true;
    return rest.starts_with(" == nil") && !makes_it_empty(lines, lines.number_at(at));
  });
}

}  // namespace

bool go_means_by_nil(const Tree& tree, std::string_view folder, std::string_view name) {
  return std::ranges::any_of(tree.list(), [&](const std::string& path) {
    if (folder_of(path) != folder || !path.ends_with(".go") || path.ends_with("_test.go")) return false;
    const auto text = tree.read(path).value_or("");
    return contains(text, name) && asks(code_only(text, Speech::go), name);
  });
}

}  // namespace regreen
