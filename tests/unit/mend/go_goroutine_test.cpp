#include "story.h"

namespace regreen::story {
namespace {

// What becomes of a test whose goroutine is `body`; its first line is line 6, and vet refuses the given ones.
std::string mended_body(const std::string& head, const std::string& body, std::vector<int> lines,
                        const std::string& method = "(*T).Fatalf") {
  const std::string front = "package a\n\nfunc TestA(t *testing.T) {\n\tdone := make(chan int)\n\t" + head + "\n";
  const std::string end = "\t}()\n\t<-done\n}\n";
  std::vector<Occurrence> all;
  for (const int line : lines) {
    const auto number = std::to_string(line);
    all.push_back(said("./a_test.go:" + number + ":3: call to " + method + " from a non-test goroutine",
                       {{"file", "./a_test.go"}, {"line", number}, {"column", "3"}}));
  }
  const auto after = mended("go.fix-finding", Files{{"a_test.go", front + body + end}}, diagnosis_of(std::move(all)));
  if (after.empty()) return "nothing";
  const auto text = after.at("a_test.go");
  return text.substr(front.size(), text.size() - front.size() - end.size());
}

TEST(GoGoroutine, SaysThatTheTestFailedAndEnds) {
  EXPECT_EQ(mended_body("go func() {",
                        "\t\tif err != nil {\n\t\t\tt.Fatalf(\"%d: %v\", f(1),\n\t\t\t\terr)\n\t\t}\n\t\tif bad "
                        "{\n\t\t\tt.Fatal(1)\n\t\t}\n",
                        {7, 11}),
            "\t\tif err != nil {\n\t\t\tt.Errorf(\"%d: %v\", f(1),\n\t\t\t\terr)\n\t\t\treturn\n\t\t}\n\t\tif bad "
            "{\n\t\t\tt.Error(1)\n\t\t}\n");
  EXPECT_EQ(mended_body("go func(n int) {", "\t\tfor {\n\t\t\tif bad {\n\t\t\t\tb.FailNow()\n\t\t\t}\n\t\t}\n", {8},
                        "(*testing.B).FailNow"),
            "\t\tfor {\n\t\t\tif bad {\n\t\t\t\tb.Fail()\n\t\t\t\treturn\n\t\t\t}\n\t\t}\n");
  EXPECT_EQ(mended_body("go func() {", "\t\tif bad {\n\t\t\tt.Fatal(1)\n\t\t\treturn\n\t\t}\n\t\tdone <- 1\n", {7}),
            "\t\tif bad {\n\t\t\tt.Error(1)\n\t\t\treturn\n\t\t}\n\t\tdone <- 1\n");
}

TEST(GoGoroutine, StaysWhereAReturnWouldNotEndIt) {
  EXPECT_EQ(mended_body("go func() {", "\t\tf(func() {\n\t\t\tt.Fatal(1)\n\t\t})\n", {7}), "nothing");
  EXPECT_EQ(mended_body("go func() int {", "\t\tt.Fatal(1)\n\t\treturn 1\n", {6}), "nothing");
  EXPECT_EQ(mended_body("go func() {", "\t\tt.Skip(1)\n\t\tdone <- 1\n", {6}, "(*T).Skip"), "nothing");
  EXPECT_EQ(mended_body("go func() {", "\t\tif bad { t.Fatal(1) }\n", {6}), "nothing");
  EXPECT_EQ(mended_body("go run(t)\n\tfunc() {", "\t\tx()\n", {5}), "nothing");
}

}  // namespace
}  // namespace regreen::story
