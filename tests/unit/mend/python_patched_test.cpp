#include "model/last_commit.h"
#include "story.h"

namespace regreen::story {
namespace {

const std::string kept = "from shop.net import fetch\n";
const std::string had = "import requests\n\nPAUSE = 3\n\n\ndef compile():\n    requests.get('x', PAUSE)\n";

Files shop_with(const std::string& cart, const std::string& test) {
  return {{"shop/__init__.py", ""},
          {"shop/cart.py", cart},
          {"shop/net.py", "import requests\n\nPAUSE = 3\n\n\ndef fetch():\n    requests.get('x', PAUSE)\n"},
          {"shop/stock.py", "import urllib\n"},
          {"tests/test_a.py", test}};
}

/// What becomes of the files where the log misses PAUSE in shop.cart and names tests/test_a.py, after a commit before which cart was so.
Files moved(const Files& files, const std::string& before = had) {
  LastCommit commit;
  commit.before["shop/cart.py"] = before;
  const auto tree = tree_of(files);
  const auto line = "AttributeError: <module 'shop.cart' from '/x/cart.py'> does not have the attribute 'PAUSE'";
  const auto diagnosis =
      diagnosis_of({said(line, {{"module", "shop.cart"}, {"symbol", "PAUSE"}}, {{"tests/test_a.py", 1, 0}})});
  Files after;
  for (const auto& row : fixers()) {
    if (row.remedy != "tests.move-patch") continue;
    for (const auto& patch : row.fix({diagnosis, tree, tables(), commit})) {
      for (const auto& change : patch.changes) after[change.path] = change.after.value_or("gone");
    }
  }
  return after;
}

std::string test_after(const std::string& test, const std::string& cart = kept, const std::string& before = had) {
  return moved(shop_with(cart, test), before)["tests/test_a.py"];
}

TEST(PatchedWithIt, AreTheOtherNamesThatTheCommitTook) {
  EXPECT_EQ(test_after("setattr('shop.cart.PAUSE', 0)\npatch('shop.cart.requests.get')\n"),
            "setattr('shop.net.PAUSE', 0)\npatch('shop.net.requests.get')\n");
  EXPECT_EQ(test_after("setattr('shop.cart.PAUSE', 0)\npatch('shop.cart.requests', create=True)\n"),
            "setattr('shop.net.PAUSE', 0)\npatch('shop.cart.requests', create=True)\n");
}

TEST(PatchedWithIt, AreNoNamesThatTheModuleNeverHad) {
  const std::string test = "setattr('shop.cart.PAUSE', 0)\npatch('shop.cart.requests.get')\n",
                    half = "setattr('shop.net.PAUSE', 0)\npatch('shop.cart.requests.get')\n";
  EXPECT_EQ(test_after(test, kept, "PAUSE = 3\n"), half);
  auto files = shop_with(kept, "setattr('shop.cart.PAUSE', 0)\npatch('shop.cart.compile')\n");
  files["shop/forms.py"] = "def compile():\n    return 1\n";
  EXPECT_EQ(moved(files, "PAUSE = 3\n")["tests/test_a.py"],
            "setattr('shop.net.PAUSE', 0)\npatch('shop.cart.compile')\n");
}

TEST(PatchedWithIt, AreNoNamesThatTheModuleMayBindUnseen) {
  const std::string test = "setattr('shop.cart.PAUSE', 0)\npatch('shop.cart.requests.get')\n",
                    half = "setattr('shop.net.PAUSE', 0)\npatch('shop.cart.requests.get')\n";
  EXPECT_EQ(test_after(test, kept + "from shop.gone import *\n"), half);
  EXPECT_EQ(test_after(test, kept + "import sys\nsetattr(sys.modules[__name__], 'requests', fetch)\n"), half);
  EXPECT_EQ(test_after(test, kept + "globals()['requests'] = fetch\n"), half);
}

TEST(PatchedWithIt, AreNoNamesThatSeveralModulesHave) {
  auto files = shop_with(kept, "setattr('shop.cart.PAUSE', 0)\npatch('shop.cart.requests.get')\n");
  files["shop/stock.py"] = "import requests\n\nrequests.get('y')\n";
  EXPECT_EQ(moved(files)["tests/test_a.py"], "setattr('shop.net.PAUSE', 0)\npatch('shop.cart.requests.get')\n");
}

TEST(PatchedWithIt, AreNoNamesOfATestThatTheLogDoesNotName) {
  auto files = shop_with(kept, "setattr('shop.cart.PAUSE', 0)\n");
  files["tests/test_b.py"] = "patch('shop.cart.requests.get')\n";
  EXPECT_FALSE(moved(files).contains("tests/test_b.py"));
}

TEST(PatchedObject, IsNotOneOfAFunctionsOwn) {
  const std::string front = "from shop import cart\n\n\n",
                    own = "    with patch.object(cart, 'PAUSE', 1):\n        pass\n";
  EXPECT_EQ(test_after(front + "def test_a():\n" + own + "\n\ndef test_b():\n    cart = Cart()\n" + own),
            front +
                "def test_a():\n    with patch('shop.net.PAUSE', 1):\n        pass\n\n\ndef test_b():\n"
                "    cart = Cart()\n" +
                own);
  EXPECT_TRUE(moved(shop_with(kept, front + "def test_a(cart):\n" + own)).empty());
  EXPECT_TRUE(moved(shop_with(kept, front + "def test_a():\n    with Cart() as cart:\n    " +
                                        replace_all(own, "\n    ", "\n        ")))
                  .empty());
  EXPECT_TRUE(moved(shop_with(kept, front + "def test_a():\n    a, cart = carts()\n" + own)).empty());
}

}  // namespace
}  // namespace regreen::story
