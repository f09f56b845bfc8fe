// Defaults of None, as mypy asks for them.
#include "story.h"

namespace regreen::story {
namespace {

Occurrence wrapped(std::size_t line, const std::string& first, std::vector<std::string> rest) {
  auto one = said("a.py:" + std::to_string(line) + ": error: " + first, {}, {{"a.py", line, 0}});
  one.after = std::move(rest);
  return one;
}

std::string typed(const std::string& text, const Occurrence& occurrence) {
  const auto after = mended("python.fix-types", Files{{"a.py", text}}, occurrence);
  return after.empty() ? "nothing" : after.at("a.py");
}

TEST(PythonOptional, IsSaidByAMessageThatMypyWraps) {
  EXPECT_EQ(
      typed("def f(\n    berth: int = None,  # free\n) -> str:\n    ...\n",
            wrapped(2, "Incompatible default for argument \"berth\" (default",
                    {"has type \"None\", argument has type \"int\")  [assignment]", "        berth: int = None"})),
      "from typing import Optional\n\n\ndef f(\n    berth: Optional[int] = None,  # free\n) -> str:\n    ...\n");
  const auto alone =
      wrapped(3, "Incompatible default for argument \"sep\" (default has type \"None\", argument has type \"str\")",
              {"[assignment]"});
  EXPECT_EQ(typed("import typing as t\n\ndef f(sep: str = None) -> t.Any: ...\n", alone),
            "import typing as t\n\ndef f(sep: t.Optional[str] = None) -> t.Any: ...\n");
  EXPECT_EQ(typed("def g(n: int | None = 1) -> None: ...\n\ndef f(sep: \"Berth\" = None) -> None: ...\n", alone),
            "def g(n: int | None = 1) -> None: ...\n\ndef f(sep: \"Berth | None\" = None) -> None: ...\n");
}

TEST(PythonOptional, IsWhatAFieldOfNoneIs) {
  const auto none = [](std::size_t line) {
    return wrapped(
        line,
        "Incompatible types in assignment (expression has type \"None\", variable has type \"int\")  [assignment]", {});
  };
  EXPECT_EQ(typed("from typing import List, Optional\n\nclass A:\n    names: List[str] = None  # all\n", none(4)),
            "from typing import List, Optional\n\nclass A:\n    names: Optional[List[str]] = None  # all\n");
  EXPECT_EQ(typed("class A:\n    def __init__(self, n: int | None) -> None:\n        self.n: int = None\n", none(3)),
            "class A:\n    def __init__(self, n: int | None) -> None:\n        self.n: int | None = None\n");
  EXPECT_EQ(typed("x: int = 1\nx = None\n", none(2)), "nothing") << "where it is declared is another line";
}

TEST(PythonOptional, IsNothingOfAnotherMessage) {
  EXPECT_EQ(typed("def f(n: int = None) -> None: ...\n", wrapped(1, "Incompatible default for argument \"n\" (default",
                                                                 {"a.py:2: error: default has type \"None\"  [x]"})),
            "nothing");
  EXPECT_EQ(
      typed("import typing\n\ndef f(n: typing.Optional[int] = None) -> None: ...\n",
            wrapped(3, "Incompatible default for argument \"n\" (default has type \"None\", x)  [assignment]", {})),
      "nothing");
}

}  // namespace
}  // namespace regreen::story
