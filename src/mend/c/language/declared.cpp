#include "mend/c/language/declared.h"

#include "base/text.h"
#include "mend/text/code_text.h"

namespace regreen {

bool declares(std::string_view code, std::string_view name) {
  for (const auto at : words_in(code, name)) {
    const auto behind = trim(code.substr(at + name.size(), 2));
    const auto before = trim(line_before(code, at));
    if (before.ends_with("define") || before == "struct" || before == "class" || before == "enum" || before == "using")
      return true;
    if (before.starts_with("typedef") && behind.starts_with(';')) return true;
    if (before == "}" && behind.starts_with(';')) return true;
    if (!before.empty() && is_word_byte(before[0]) && !before.starts_with("return") && behind.starts_with('('))
      return true;
    if (before.starts_with("extern") && behind.starts_with(';')) return true;
  }
  return false;
}

}  // namespace regreen
