#include "mend/python/language/read_annotations.h"

#include "base/text.h"
#include "mend/python/language/project.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

// Libraries that work out annotations while the program runs.
constexpr auto annotation_readers = std::to_array<std::string_view>(
    {"pydantic", "fastapi", "sqlmodel", "typer", "msgspec", "strawberry", "ninja", "beanie", "injector", "beartype",
     "typeguard", "marshmallow_dataclass", "dataclasses_json", "cattrs", "dacite", "singledispatch"});

// How the project itself works them out, wherever it does: its classes may come from there.
constexpr auto annotation_calls =
    std::to_array<std::string_view>({"get_type_hints", "get_annotations", "__annotations__"});

}  // namespace

bool is_read_at_run_time(const Tree& tree, std::string_view text) {
  const auto holds = [](std::string_view code) { return [code](auto name) { return contains(code, name); }; };
  if (std::ranges::any_of(annotation_readers, holds(text))) return true;
  return std::ranges::any_of(python_files(tree), [&](const auto& path) {
    const auto other = tree.read(path);
    return other && std::ranges::any_of(annotation_calls, holds(*other));
  });
}

}  // namespace regreen
