// What objects of Python are: frozen, hashable; and where tests and metadata look for names.

#include "story.h"

namespace regreen::story {
namespace {

std::string after(std::string_view remedy, const std::string& file, const Files& files, Occurrence one) {
  const auto healed = mended(remedy, files, std::move(one));
  return healed.contains(file) ? healed.at(file) : "nothing";
}

std::string thawed(const std::string& body, const std::string& field, std::size_t line = 9) {
  auto one = said("E   dataclasses.FrozenInstanceError: cannot assign to field '" + field + "'", {{"symbol", field}});
  one.before = {"stamp.py:" + std::to_string(line) + ": in __post_init__"};
  const std::string head =
      "@dataclass(frozen=True)\nclass Stamp:\n    a: int\n    b: int\n\n    def f(self):\n        self.c = 1\n\n";
  const auto text = after("python.set-frozen", "stamp.py", {{"stamp.py", head + body}}, one);
  return text.starts_with(head) ? text.substr(head.size()) : text;
}

TEST(FrozenFields, AreSetByObjectInThePostInit) {
  EXPECT_EQ(thawed("    def __post_init__(self):\n        self.a = self.a.strip()\n        self.b: str = f(\n          "
                   "  1, 2)\n",
                   "a"),
            "    def __post_init__(self):\n        object.__setattr__(self, \"a\", self.a.strip())\n"
            "        object.__setattr__(self, \"b\", f(\n            1, 2))\n");
  EXPECT_EQ(
      thawed("    def __post_init__(it):\n        if it.a:\n            it.a += 1\n            it.b *= 1 + 2  # why\n",
             "b", 10),
      "    def __post_init__(it):\n        if it.a:\n            object.__setattr__(it, \"a\", it.a + 1)\n"
      "            object.__setattr__(it, \"b\", it.b * (1 + 2))  # why\n");
  EXPECT_EQ(
      thawed(
          "    def __post_init__(self):\n        self.a = 1, 2\n        self.b[0] = 3\n        x = self.b == self.a\n",
          "a"),
      "    def __post_init__(self):\n        object.__setattr__(self, \"a\", (1, 2))\n        self.b[0] = 3\n"
      "        x = self.b == self.a\n");
}

TEST(FrozenFields, AreSetInTheLastLinesOfAFile) {
  EXPECT_EQ(thawed("    def __post_init__(self):\n        self.a = 1\n        return self.b", "a"),
            "    def __post_init__(self):\n        object.__setattr__(self, \"a\", 1)\n        return self.b");
  EXPECT_EQ(thawed("    def __post_init__(self):\n        self.a = 1\n        assert self.b", "a"),
            "    def __post_init__(self):\n        object.__setattr__(self, \"a\", 1)\n        assert self.b");
  EXPECT_EQ(thawed("    def __post_init__(self):\n        self.a <<= 1\n        self.b @= c + d\n", "a"),
            "    def __post_init__(self):\n        object.__setattr__(self, \"a\", self.a << 1)\n"
            "        object.__setattr__(self, \"b\", self.b @ (c + d))\n");
}

TEST(FrozenFields, ThatAreSetElsewhereOrInAnotherWayStay) {
  EXPECT_EQ(thawed("    def __post_init__(self):\n        self.a = 1\n", "a", 7), "nothing");
  EXPECT_EQ(thawed("    def __post_init__(self):\n        self.a = 1\n", "other"), "nothing");
  for (const std::string line : {"self.a, self.b = 1, 2", "self.a = self.b = 1", "if x: self.a = 1",
                                 "(self.a, y) = 1, 2", "self.a = 1; self.b = 2", "setattr(self, 'a', 1)"})
    EXPECT_EQ(thawed("    def __post_init__(self):\n        " + line + "\n", "a"), "nothing") << line;
}

Occurrence unhashable() { return said("E       TypeError: unhashable type: 'Point'", {{"symbol", "Point"}}); }

std::string hashed(const std::string& text, const Files& others = {}) {
  Files files = others;
  files["point.py"] = text;
  return after("python.add-hash", "point.py", files, unhashable());
}

const std::string made = "class Point:\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n\n";

TEST(Hash, IsOfWhatEqualityCompares) {
  const std::string hash = "\n    def __hash__(self):\n        return hash((self.x, self.y))\n";
  for (const std::string eq : {"    def __eq__(self, other):\n        return self.x == other.x and self.y == other.y\n",
                               "    def __eq__(self, other):\n        return isinstance(other, Point) and (self.x, "
                               "self.y) == (other.x, other.y)\n",
                               "    def __eq__(self, o):\n        \"\"\"Same place.\"\"\"\n        if not "
                               "isinstance(o, Point):\n            return "
                               "NotImplemented\n        return o.x == self.x and self.y == o.y\n"}) {
    EXPECT_EQ(hashed(made + eq + "\n    def f(self):\n        pass\n"),
              made + eq + hash + "\n    def f(self):\n        pass\n");
    EXPECT_EQ(hashed(made + eq, {{"a.py", "p = Point(1, 2)\nassert p.x == 1\nprint(p.y, x=p.x)\nself.x = 4\n"}}),
              made + eq + hash);
  }
  EXPECT_EQ(hashed("class Point:\n    def __eq__(self, other: object) -> bool:\n        return self.x == other.x\n"),
            "class Point:\n    def __eq__(self, other: object) -> bool:\n        return self.x == other.x\n\n"
            "    def __hash__(self) -> int:\n        return hash(self.x)\n");
}

TEST(Hash, IsForObjectsThatNothingChanges) {
  const auto text = made + "    def __eq__(self, other):\n        return self.x == other.x and self.y == other.y\n";
  for (const std::string line :
       {"p.x = 1", "p.x += 1", "p.x, y = 1, 2", "del p.x", "setattr(p, name, 1)", "class B(Point):\n    pass"})
    EXPECT_EQ(hashed(text, {{"a.py", line + "\n"}}), "nothing") << line;
  EXPECT_EQ(hashed(text + "\n    def go(self):\n        self.x += 1\n"), "nothing");
  for (const std::string base : {"Shape", "object, Shape", "metaclass=Meta"})
    EXPECT_EQ(hashed(replace_all(text, "class Point:", "class Point(" + base + "):")), "nothing") << base;
  EXPECT_NE(hashed(replace_all(text, "class Point:", "class Point(object):")), "nothing");
  EXPECT_EQ(hashed(text + "\n    __hash__ = None\n", {{"b.py", "class Point:\n    pass\n"}}), "nothing");
}

TEST(Hash, IsNotGuessed) {
  for (const std::string eq :
       {"return self.x == other.x or self.y == other.y", "return abs(self.x - other.x) < 1", "return self.x == other.y",
        "return self.key() == other.key()", "return self is other", "x = 1\n        return self.x == other.x",
        "return isinstance", "return isinstance and (self.x)"}) {
    EXPECT_EQ(hashed(made + "    def __eq__(self, other):\n        " + eq + "\n"), "nothing") << eq;
    EXPECT_EQ(hashed(made + "    def __eq__(self, other):\n        " + eq), "nothing") << eq;
  }
  EXPECT_EQ(hashed(made + "    def __eq__(self, other):\n        return self.x == other.x\n" + std::string(1, '\0')),
            "nothing")
      << "that is no text";
  EXPECT_EQ(hashed(made + "    def __eq__(self, other):\n        return self.x == other.x\n", {{"b.py", "p.x\ndef"}}),
            hashed(made + "    def __eq__(self, other):\n        return self.x == other.x\n"));
  EXPECT_EQ(hashed(made), "nothing");
}

TEST(Hash, ADataclassIsFrozen) {
  EXPECT_EQ(hashed("@dataclass\nclass Point:\n    x: int\n"), "@dataclass(frozen=True)\nclass Point:\n    x: int\n");
  EXPECT_EQ(hashed("@dataclasses.dataclass(order=True)\nclass Point:\n    x: int\n"),
            "@dataclasses.dataclass(order=True, frozen=True)\nclass Point:\n    x: int\n");
  for (const std::string text :
       {"@dataclass(eq=False)\nclass Point:\n    x: int\n", "@dataclass\nclass Point(Base):\n    x: int\n",
        "@dataclass\nclass Point:\n    x: int\n\n    def go(self):\n        self.x = 1\n",
        "@dataclass\nclass Point:\n    x: int\n\n    def __post_init__(self):\n        self.x = 1\n",
        "@attrs\nclass Point:\n    x: int\n"})
    EXPECT_EQ(hashed(text), "nothing") << text;
  EXPECT_EQ(hashed("@dataclass\nclass Point:\n    x: int\n", {{"a.py", "p.x = 3\n"}}), "nothing");
}

Files backported(const Files& files, const std::string& line, const std::string& module, const std::string& symbol) {
  return mended("python.use-backport", files, said(line, {{"module", module}, {"symbol", symbol}}));
}

TEST(Backport, IsImportedInsteadOfTheNewName) {
  const Files files = {{"requirements.txt", "typing_extensions\n"},
                       {"a.py", "from typing import Any, override\n\n\nx: Any\n"},
                       {"b.py", "import typing\n\n\ndef f(x: typing.TypeIs, y: typing.Any): ...\n"},
                       {"c.py", "import sys\n\nif sys.version_info >= (3, 12):\n    from typing import override\n"},
                       {"d.py", "try:\n    from typing import override\nexcept ImportError:\n    override = None\n"},
                       {"e.py", "from typing import Self\n"}};
  EXPECT_EQ(
      backported(files, "ImportError: cannot import name 'override' from 'typing' (/usr/lib/python3.11/typing.py)",
                 "typing", "override"),
      (Files{{"a.py", "from typing import Any\n\nfrom typing_extensions import override\n\n\nx: Any\n"},
             {"b.py",
              "import typing\n\nimport typing_extensions\n\n\n"
              "def f(x: typing_extensions.TypeIs, y: typing.Any): ...\n"}}));
}

TEST(Backport, IsDeclaredWhereItIsNot) {
  const Files files = {
      {"pyproject.toml", "[project]\nname = \"a\"\nrequires-python = \">=3.9\"\ndependencies = [\"click\"]\n"},
      {"a.py", "from typing import Self\n"}};
  EXPECT_EQ(backported(files, "ImportError: cannot import name 'Self' from 'typing' (/opt/python3.10/typing.py)",
                       "typing", "Self"),
            (Files{{"a.py", "from typing_extensions import Self\n"},
                   {"pyproject.toml",
                    "[project]\nname = \"a\"\nrequires-python = \">=3.9\"\ndependencies = [\"click\", "
                    "\"typing-extensions\"]\n"}}));
}

TEST(Backport, IsNotForAJobThatRunsTooOldAPython) {
  const std::string line = "ImportError: cannot import name 'Self' from 'typing' (/usr/lib/python3.10/typing.py)";
  const Files files = {{"pyproject.toml", "[project]\nname = \"a\"\nrequires-python = \">=3.11\"\n"},
                       {"a.py", "from typing import Self\n"}};
  EXPECT_EQ(backported(files, line, "typing", "Self"), Files());
  EXPECT_EQ(backported({{"a.py", "from typing import Selv\n"}}, line, "typing", "Selv"), Files());
}

Occurrence replaced(const std::string& module, const std::string& name) {
  return said("AttributeError: <module '" + module + "' from '/x/" + module + ".py'> does not have the attribute '" +
                  name + "'",
              {{"module", module}, {"symbol", name}});
}

std::string replaced_in(const std::string& test, const Files& code, const std::string& module,
                        const std::string& name) {
  Files files = code;
  files["tests/test_a.py"] = test;
  return after("tests.move-patch", "tests/test_a.py", files, replaced(module, name));
}

TEST(PatchTarget, IsWhereTheCodeLooksTheNameUp) {
  const Files code = {{"shop/__init__.py", ""},
                      {"shop/net.py", "def fetch(url):\n    return url\n"},
                      {"shop/cart.py", "from . import net\n\n\ndef f():\n    return net.fetch('x')\n"}};
  EXPECT_EQ(replaced_in("@mock.patch('shop.cart.fetch')\ndef test_a(fetch):\n    pass\n", code, "shop.cart", "fetch"),
            "@mock.patch('shop.net.fetch')\ndef test_a(fetch):\n    pass\n");
  EXPECT_EQ(replaced_in("from shop import cart\n\n\ndef test_a(monkeypatch):\n    with patch.object(cart, \"fetch\"):\n"
                        "        monkeypatch.setattr(cart, 'fetch', print)\n        other(cart, 'fetch')\n",
                        code, "shop.cart", "fetch"),
            "from shop import cart\n\n\ndef test_a(monkeypatch):\n    with patch.object(cart.net, \"fetch\"):\n"
            "        monkeypatch.setattr(cart.net, 'fetch', print)\n        other(cart, 'fetch')\n");
  const Files library = {
      {"shop/__init__.py", ""},
      {"shop/cart.py", "import urllib.request\n\n\ndef f():\n    return urllib.request.urlopen('x')\n"}};
  EXPECT_EQ(
      replaced_in("mocker.patch(\n    'shop.cart.urlopen',\n    autospec=True)\n", library, "shop.cart", "urlopen"),
      "mocker.patch(\n    'urllib.request.urlopen',\n    autospec=True)\n");
}

TEST(PatchTarget, IsLookedForInATreeOfManyFiles) {
  Files code = {{"shop/__init__.py", ""},
                {"shop/net.py", "def fetch(url):\n    return url\n"},
                {"shop/cart.py", "from . import net\n\n\ndef f():\n    return net.fetch('x')\n"}};
  for (int i = 0; i < 4000; ++i) code["app/a" + std::to_string(i) + ".py"] = "";
  EXPECT_EQ(replaced_in("patch('shop.cart.fetch')\n", code, "shop.cart", "fetch"), "patch('shop.net.fetch')\n");
}

TEST(PatchTarget, GoesWithTheNameToItsNewModule) {
  const Files code = {{"shop/__init__.py", ""},
                      {"shop/cart.py", "def total():\n    return 1\n"},
                      {"shop/rates.py", "def fetch():\n    return 1\n\n\ndef rate():\n    return fetch()\n"}};
  EXPECT_EQ(replaced_in("patch('shop.cart.fetch.cache')\n", code, "shop.cart", "fetch"),
            "patch('shop.rates.fetch.cache')\n");
  const auto gone = said("ModuleNotFoundError: No module named 'shop.net'", {{"module", "shop.net"}});
  EXPECT_EQ(after(
                "tests.move-patch", "tests/test_a.py",
                [&] {
                  Files files = code;
                  files["tests/test_a.py"] = "patch('shop.net.fetch')\nprint('shop.net.fetch')\n";
                  return files;
                }(),
                gone),
            "patch('shop.rates.fetch')\nprint('shop.net.fetch')\n");
}

TEST(PatchTarget, OfAModuleAtTheTopIsLookedUpThere) {
  const Files code = {{"net.py", "def fetch(url):\n    return url\n"},
                      {"cart.py", "from . import net\n\n\ndef f():\n    return net.fetch('x')\n"}};
  EXPECT_EQ(replaced_in("patch('cart.fetch')\n", code, "cart", "fetch"), "patch('net.fetch')\n");
}

TEST(PatchTarget, EachGoesToItsOwnModuleWhereNoneHasAll) {
  const Files files = {{"shop/__init__.py", ""},
                       {"shop/a.py", "def fetch():\n    return 1\n"},
                       {"shop/b.py", "def send():\n    return 1\n"},
                       {"tests/test_a.py", "patch('shop.net.fetch')\npatch('shop.net.send')\npatch('shop.net.lost')\n"},
                       {"tests/test_b.py", "patch('shop.net.send')\n"}};
  EXPECT_EQ(mended("tests.move-patch", files,
                   said("ModuleNotFoundError: No module named 'shop.net'", {{"module", "shop.net"}})),
            (Files{{"tests/test_a.py", "patch('shop.a.fetch')\npatch('shop.b.send')\npatch('shop.net.lost')\n"},
                   {"tests/test_b.py", "patch('shop.b.send')\n"}}));
}

TEST(PatchTarget, OfAnObjectIsNamedInWholeWhereItMoved) {
  const Files code = {{"shop/__init__.py", ""},
                      {"shop/cart.py", "from shop.net import fetch\n"},
                      {"shop/net.py", "PAUSE = 3\n\n\ndef fetch():\n    return PAUSE\n"}};
  EXPECT_EQ(
      replaced_in("from shop import cart\n\n\ndef test_a(monkeypatch):\n    monkeypatch.setattr(cart, \"PAUSE\", 0)\n"
                  "    with mock.patch.object(cart, 'PAUSE', 1):\n        setattr(cart, 'PAUSE', 2)\n        "
                  "monkeypatch.setattr(cart, 'PAUSE', 3, raising=False)\n",
                  code, "shop.cart", "PAUSE"),
      "from shop import cart\n\n\ndef test_a(monkeypatch):\n    monkeypatch.setattr(\"shop.net.PAUSE\", 0)\n"
      "    with mock.patch('shop.net.PAUSE', 1):\n        setattr(cart, 'PAUSE', 2)\n        monkeypatch.setattr(cart, "
      "'PAUSE', 3, raising=False)\n");
  Files gone = code;
  gone.erase("shop/cart.py");
  gone["tests/test_a.py"] = "patch('shop.cart.PAUSE', 0, create=True)\n";
  EXPECT_EQ(after("tests.move-patch", "tests/test_a.py", gone,
                  said("ModuleNotFoundError: No module named 'shop.cart'", {{"module", "shop.cart"}})),
            "patch('shop.net.PAUSE', 0, create=True)\n");
}

TEST(PatchTarget, StaysWhereSeveralCouldBeMeant) {
  const Files two = {{"shop/__init__.py", ""},
                     {"shop/cart.py", "def total():\n    return 1\n"},
                     {"shop/a.py", "def fetch():\n    return 1\n\n\nfetch()\n"},
                     {"shop/b.py", "from shop.a import fetch\n\n\nfetch()\n"}};
  EXPECT_EQ(replaced_in("patch('shop.cart.fetch')\n", two, "shop.cart", "fetch"), "nothing");
  const Files there = {{"shop/__init__.py", ""}, {"shop/cart.py", "def fetch():\n    pass\n"}};
  EXPECT_EQ(replaced_in("patch('shop.cart.fetch')\n", there, "shop.cart", "fetch"), "nothing");
}

}  // namespace
}  // namespace regreen::story
