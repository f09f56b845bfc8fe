#include "story.h"

namespace regreen::story {
namespace {

Occurrence undefined(const std::string& symbol,
                     const std::string& above = "/usr/bin/ld: /tmp/go-link-1/2.o: in function `f':") {
  auto one = said("/app/a.c:8: undefined reference to `" + symbol + "'", {{"symbol", symbol}}, {{"a.c", 8, 0}});
  one.before = {above};
  return one;
}

std::string preamble_of(const std::string& preamble, std::vector<Occurrence> all, Files others = {}) {
  const std::string end = "import \"C\"\n\nfunc F() { C.f() }\n";
  others["a.go"] = "package a\n\n" + preamble + end;
  others.emplace("a.c", "");
  const auto after = mended("go.link-library", others, diagnosis_of(std::move(all)));
  if (after.empty()) return "nothing";
  const auto text = after.at("a.go");
  return text.substr(11, text.size() - 11 - end.size());
}

TEST(CgoLibrary, IsLinkedByThePackage) {
  EXPECT_EQ(preamble_of("/*\n#cgo CFLAGS: -O2\n#include \"a.h\"\n*/\n", {undefined("sin"), undefined("cos")}),
            "/*\n#cgo CFLAGS: -O2\n#cgo LDFLAGS: -lm\n#include \"a.h\"\n*/\n");
  EXPECT_EQ(preamble_of("// #cgo LDFLAGS: -lz\n// #include \"a.h\"\n", {undefined("sin")}),
            "// #cgo LDFLAGS: -lz -lm\n// #include \"a.h\"\n");
  EXPECT_EQ(preamble_of("// #include \"a.h\"\n", {undefined("crc32"), undefined("dlopen")}),
            "// #cgo LDFLAGS: -lz\n// #cgo linux LDFLAGS: -ldl\n// #include \"a.h\"\n");
  EXPECT_EQ(preamble_of("/*\n#include \"a.h\"\n*/\n", {undefined("sin")}),
            "/*\n#cgo LDFLAGS: -lm\n#include \"a.h\"\n*/\n");
  auto elsewhere = said("/tmp/go-build/cgo-gcc-prolog:49: undefined reference to `sqrt'", {{"symbol", "sqrt"}});
  EXPECT_EQ(preamble_of("", {elsewhere}), "// #cgo LDFLAGS: -lm\n");
}

TEST(CgoLibrary, IsNotGuessed) {
  const std::string preamble = "// #include \"a.h\"\n";
  EXPECT_EQ(preamble_of(preamble, {undefined("sin", "/usr/bin/ld: main.o: in function `main':")}), "nothing");
  EXPECT_EQ(preamble_of(preamble, {undefined("own_function")}), "nothing");
  EXPECT_EQ(preamble_of("// #cgo LDFLAGS: -lm\n" + preamble, {undefined("sin")}), "nothing");
  auto elsewhere = said("/tmp/go-build/cgo-gcc-prolog:49: undefined reference to `sqrt'", {{"symbol", "sqrt"}});
  EXPECT_EQ(preamble_of(preamble, {elsewhere}, {{"b/b.go", "package b\n\nimport \"C\"\n"}}), "nothing");
}

}  // namespace
}  // namespace regreen::story
