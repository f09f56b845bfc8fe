// Words that are types of Java, and others that are called the same: java.rename-class.

#include "mend/jvm/java_type_use.h"

#include "mend/text/code_text.h"

#include <gtest/gtest.h>

#include <string>

namespace regreen {
namespace {

// Does the first word Cart of a code stand as a type?
bool is_type(const std::string& code) {
  const auto spots = words_in(code, "Cart");
  return !spots.empty() && is_java_type_at(code, spots[0], "Cart");
}

TEST(JavaTypeUse, IsWhereOnlyTypesStand) {
  for (const auto* code : {"a = new Cart();",
                           "class A extends Cart {",
                           "class A implements B<C>, Cart, D {",
                           "void f() throws A, Cart {",
                           "private Cart cart;",
                           "void f(int n, Cart cart) {",
                           "List<Cart> all;",
                           "Map<String, Cart> all;",
                           "Map<Cart, List<String>> all;",
                           "List<? extends Cart> all;",
                           "Cart[] all;",
                           "Cart [ ] all;",
                           "Cart<A> all;",
                           "a = (Cart) b;",
                           "return (Cart) b;",
                           "f((Cart) b);",
                           "((Cart) b).go();",
                           "map(Cart::items)",
                           "Cart.class",
                           "Cart.of(5)",
                           "void f(Cart... all)",
                           "a instanceof Cart",
                           "a instanceof Cart c",
                           "case Cart c ->",
                           "@Cart",
                           "catch (Cart e)",
                           "for (Cart one : all)",
                           "<T extends A & Cart> void f()",
                           "new HashMap<Cart, A>()"})
    EXPECT_TRUE(is_type(code)) << code;
}

TEST(JavaTypeUse, IsNoneWhereAnotherThingMayBeCalledSo) {
  for (const auto* code : {"enum Page { Home, Cart, About }",
                           "enum Page { Cart }",
                           "enum Page { Cart(1), About(2); }",
                           "enum Page { Home, Cart; }",
                           "case Cart:",
                           "case Cart ->",
                           "case Cart(int n) ->",
                           "return Cart;",
                           "f(Cart)",
                           "f(a, Cart, b)",
                           "f(Cart, b)",
                           "a = (Cart);",
                           "Page Cart = Page.of(1);",
                           "Cart: for (;;) {",
                           "Cart[0]",
                           "int Cart() {",
                           "Cart -> 1",
                           "class Box<Cart> {",
                           "record Box<A, Cart>(A a) {",
                           "static <Cart> void f(",
                           "class Box<Cart extends A> {",
                           "a < Cart",
                           "Cart instanceof A",
                           "if (a == Cart && b)",
                           "enum P implements A { Cart }"})
    EXPECT_FALSE(is_type(code)) << code;
}

}  // namespace
}  // namespace regreen
