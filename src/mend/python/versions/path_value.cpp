#include "mend/python/versions/path_value.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace regreen {
namespace {

// Does a value say that it is a path: `ROOT / "a.toml"`, `Path(name)`, `config_path`?
bool says_path(const PythonSource& source, const PyValue& value) {
  for (auto i = value.first; i < value.last; ++i) {
    if (source.is(i, "/")) return true;
  }
  if (source.is(value.first, "Path") || source.is(value.first, "pathlib")) return true;
  const auto name = lower(source.text(value.last - 1));
  return contains(name, "path") || contains(name, "filename") || contains(name, "file_name");
}

// `source: Path`
bool is_declared_path(const PythonSource& source, const PyStatement& head, std::string_view name) {
  for (auto i = head.first; i + 3 < head.last; ++i) {
    const bool ends = source.is(i + 3, ",") || source.is(i + 3, ")") || source.is(i + 3, "=");
    if (source.is(i, name) && source.is(i + 1, ":") && source.is(i + 2, "Path") && ends) return true;
  }
  return false;
}

}  // namespace

bool is_meant_as_path(const PythonSource& source, const PyStatement& one, const PyValue& given) {
  const auto function = function_around(source, static_cast<std::size_t>(&one - source.statements().data()));
  if (!function || says_path(source, given)) return true;
  if (given.last != given.first + 1) return false;
  const auto name = source.text(given.first);
  const auto& head = source.statements()[function->head];
  if (takes_parameter(source, *function, name)) return is_declared_path(source, head, name);
  auto value = only_value_of(source, function->head + 1, function->end, name);
  if (!value) value = only_value_of(source, 0, source.statements().size(), name);
  return value && says_path(source, *value);
}

bool is_handed_open_file(const Tree& tree, const PythonSource& source, const PyStatement& one) {
  static constexpr auto open_files =
      std::to_array<std::string_view>({"sys.stdin", "stdin", "open(", "io.", "BytesIO(", "StringIO("});
  const auto function = function_around(source, static_cast<std::size_t>(&one - source.statements().data()));
  if (!function) return false;
  const auto call = std::string(source.text(function->def + 1)) + "(";
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const auto text = path.ends_with(".py") ? tree.read(path).value_or("") : "";
    for (auto at = text.find(call); at != std::string::npos; at = text.find(call, at + call.size())) {
      const auto given = trim(std::string_view(text).substr(at + call.size(), 80));
      if (std::ranges::any_of(open_files, [&](auto mark) { return given.starts_with(mark); })) return true;
    }
    return false;
  });
}

}  // namespace regreen
