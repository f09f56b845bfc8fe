#include "story.h"

namespace regreen::story {
namespace {

// A function that begins on line 3; the compiler says that `name` is not used at a place of its first lines.
std::string without(const std::string& body, const std::string& name, std::size_t line = 1, std::size_t column = 2) {
  const std::string front = "package a\n\nfunc f() {\n", tail = "}\n";
  const auto after = mended(
      "go.remove-unused", Files{{"a.go", front + body + tail}},
      said("./a.go:" + std::to_string(line + 3) + ":" + std::to_string(column) + ": " + name + " declared but not used",
           {{"symbol", name}}, {{"a.go", line + 3, column}}));
  if (!after.contains("a.go")) return "nothing";
  const auto& text = after.at("a.go");
  return text.substr(front.size(), text.size() - front.size() - tail.size());
}

TEST(GoUnusedVariable, LeavesTheCallAsAStatement) {
  EXPECT_EQ(without("\tmagic := buf.Next(4)\n\tg()\n", "magic"), "\tbuf.Next(4)\n\tg()\n");
  EXPECT_EQ(without("\tx := <-done\n", "x"), "\t<-done\n");
  EXPECT_EQ(without("\tvar x = g().h(1)\n", "x", 1, 6), "\tg().h(1)\n");
  EXPECT_EQ(without("\tx := g(\n\t\t1,\n\t)\n\th()\n", "x"), "\tg(\n\t\t1,\n\t)\n\th()\n");
  EXPECT_EQ(without("\tx := g() + 1\n", "x"), "\t_ = g() + 1\n");
  EXPECT_EQ(without("\tx, _ := g()\n", "x"), "\tg()\n");
}

TEST(GoUnusedVariable, GoesWithAllThatSetsIt) {
  EXPECT_EQ(without("\ttotal := len(data)\n\tg(p.total)\n", "total"), "\tg(p.total)\n");
  EXPECT_EQ(without("\tn := 0\n\tfor {\n\t\tn++\n\t\tn += 2\n\t\tn = g()\n\t}\n", "n"), "\tfor {\n\t\tg()\n\t}\n");
  EXPECT_EQ(without("\tn := 0\n\tg()\n}\n\nfunc h() {\n\tn := 1\n\tg(n)\n", "n"),
            "\tg()\n}\n\nfunc h() {\n\tn := 1\n\tg(n)\n");
  EXPECT_EQ(without("\tvar a, b int\n\tg(a)\n", "b", 1, 9), "\tvar a int\n\tg(a)\n");
}

TEST(GoUnusedVariable, IsBlankAmongOthers) {
  EXPECT_EQ(without("\ta, b := g()\n\th(b)\n", "a"), "\t_, b := g()\n\th(b)\n");
  EXPECT_EQ(without("\tb := 1\n\ta, b := g()\n\th(b)\n", "a", 2), "\tb := 1\n\t_, b = g()\n\th(b)\n");
  EXPECT_EQ(without("\tv, ok := m[k]\n\th(v)\n", "ok", 1, 5), "\tv := m[k]\n\th(v)\n");
  EXPECT_EQ(without("\tfor i, v := range all {\n\t\th(i)\n\t}\n\tfor _, v := range all {\n\t\th(v)\n\t}\n", "v", 1, 9),
            "\tfor i := range all {\n\t\th(i)\n\t}\n\tfor _, v := range all {\n\t\th(v)\n\t}\n");
  EXPECT_EQ(without("\tfor i := range all {\n\t}\n", "i", 1, 6), "\tfor range all {\n\t}\n");
  EXPECT_EQ(without("\tswitch v := x.(type) {\n\t}\n", "v", 1, 9), "\tswitch x.(type) {\n\t}\n");
}

TEST(GoUnusedVariable, GoesFromTheHeadOfABlock) {
  EXPECT_EQ(without("\tif n := len(all); ok {\n\t}\n", "n", 1, 5), "\tif ok {\n\t}\n");
  EXPECT_EQ(without("\tif n := next(); ok {\n\t}\n", "n", 1, 5), "\tif next(); ok {\n\t}\n");
}

TEST(GoUnusedVariable, StaysWhereItIsAnErrorOrMayBeForgotten) {
  EXPECT_EQ(without("\terr := g()\n", "err"), "nothing");
  EXPECT_EQ(without("\ta, err := g()\n\th(a)\n", "err", 1, 5), "nothing");
  EXPECT_EQ(without("\tdone := s.save(1)\n}\n\nfunc (s *S) save(n int) error {\n", "done"), "nothing");
  EXPECT_EQ(without("\th := func() {\n\t\tg()\n\t}\n", "h"), "nothing");
  EXPECT_EQ(without("\tn := 0\n\tfor n := range all {\n\t\tg(n)\n\t}\n", "n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
