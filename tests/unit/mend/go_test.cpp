#include "story.h"

namespace regreen::story {
namespace {

Occurrence error(const std::string& message, int line, int column, Captures captures = {}) {
  captures["file"] = "./sum.go";
  captures["line"] = std::to_string(line);
  captures["column"] = std::to_string(column);
  return said("./sum.go:" + captures["line"] + ":" + captures["column"] + ": " + message, captures);
}

std::string healed(std::string_view remedy, const std::string& text, std::vector<Occurrence> occurrences,
                   Files more = {}) {
  more["sum.go"] = text;
  const auto after = mended(remedy, more, diagnosis_of(std::move(occurrences)));
  return after.empty() ? "nothing" : after.at("sum.go");
}

TEST(GoImports, UnusedOnesGo) {
  EXPECT_EQ(
      healed(
          "go.fix-imports",
          "package sum\n\nimport (\n\t\"fmt\"\n\tlog \"os\"\n\t\"strings\"\n)\n\nvar x = strings.ToUpper(\"fmt.\")\n",
          {error("imported and not used: \"fmt\"", 4, 2, {{"module", "fmt"}}),
           error("\"os\" imported as log and not used", 5, 2)}),
      "package sum\n\nimport (\n\t\"strings\"\n)\n\nvar x = strings.ToUpper(\"fmt.\")\n");
  EXPECT_EQ(healed("go.fix-imports", "package sum\r\n\r\nimport \"fmt\"\r\n\r\nvar x = 1\r\n",
                   {error("\"fmt\" imported and not used", 3, 8)}),
            "package sum\r\n\r\nvar x = 1\r\n");
  EXPECT_EQ(healed("go.fix-imports", "package sum\n\nimport (\n\t\"fmt\"\n)\n\nvar x = 1\n",
                   {error("\"fmt\" imported and not used", 4, 2)}),
            "package sum\n\nvar x = 1\n");
}

TEST(GoImports, MissingOnesComeInOrder) {
  EXPECT_EQ(healed("go.fix-imports",
                   "package sum\n\nimport (\n\t\"fmt\"\n\t\"time\"\n\n\t\"example.org/x\"\n)\n\nfunc f() { "
                   "fmt.Println(strings.ToUpper(os.Args[0]), time.Now(), x.Y) }\n",
                   {error("undefined: strings", 10, 24, {{"module", "strings"}}),
                    error("undefined: os", 10, 40, {{"module", "os"}})}),
            "package sum\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"strings\"\n\t\"time\"\n\n\t\"example.org/x\"\n)\n\nfunc "
            "f() { fmt.Println(strings.ToUpper(os.Args[0]), time.Now(), x.Y) }\n");
  EXPECT_EQ(healed("go.fix-imports", "package sum\n\nimport \"fmt\"\n\nvar x = fmt.Sprint(filepath.Base(\"\"))\n",
                   {error("undefined: filepath", 5, 20, {{"module", "filepath"}})}),
            "package sum\n\nimport (\n\t\"fmt\"\n\t\"path/filepath\"\n)\n\nvar x = fmt.Sprint(filepath.Base(\"\"))\n");
  EXPECT_EQ(healed("go.fix-imports", "package sum\n\nvar x = fmt.Sprint()\n",
                   {error("undefined: fmt", 3, 9, {{"module", "fmt"}})}),
            "package sum\n\nimport \"fmt\"\n\nvar x = fmt.Sprint()\n");
}

TEST(GoImports, TheProjectsOwnPackageIsFound) {
  EXPECT_EQ(healed("go.fix-imports", "package sum\n\nvar x = roads.Length()\n",
                   {error("undefined: roads", 3, 9, {{"symbol", "roads"}})},
                   {{"go.mod", "module example.org/planner\n\ngo 1.19\n"},
                    {"internal/roads/roads.go", "package roads\n\nfunc Length() int { return 1 }\n"}}),
            "package sum\n\nimport \"example.org/planner/internal/roads\"\n\nvar x = roads.Length()\n");
}

TEST(GoImports, NamesThatAreNoPackageStay) {
  for (const auto* name : {"total", "fmt", "", "a b", "\"; x", "../x"}) {
    EXPECT_EQ(healed("go.fix-imports", "package sum\n\nvar x = total\n",
                     {error("undefined: " + std::string(name), 3, 9, {{"symbol", name}})}),
              "nothing")
        << name;
  }
}

TEST(GoUnused, AVariableGoesAndWhatItDoesStays) {
  EXPECT_EQ(
      healed(
          "go.remove-unused",
          "package sum\n\nfunc f() int {\n\tb := 1\n\tc := open()\n\td, err := two()\n\tvar e int\n\treturn err\n}\n",
          {error("b declared but not used", 4, 2, {{"symbol", "b"}}),
           error("c declared and not used", 5, 2, {{"symbol", "c"}}), error("declared and not used: d", 6, 2),
           error("e declared but not used", 7, 6, {{"symbol", "e"}})}),
      "package sum\n\nfunc f() int {\n\topen()\n\t_, err := two()\n\treturn err\n}\n");
  EXPECT_EQ(healed("go.remove-unused", "package sum\n\nfunc f() {\n\tb := []int{\n\t}\n}\n",
                   {error("b declared but not used", 4, 2, {{"symbol", "b"}})}),
            "package sum\n\nfunc f() {\n}\n");
}

TEST(GoModule, AsksGoInTheRightFolder) {
  const auto tree = tree_of({{"tools/go.mod", "module x\n"}, {"tools/sum.go", ""}, {"tools/vendor/modules.txt", ""}});
  const auto diagnosis =
      diagnosis_of({said("tools/sum.go:3:8: no required module provides package github.com/a/b; to add it:",
                         {{"file", "tools/sum.go"}, {"line", "3"}, {"module", "github.com/a/b"}})});
  std::vector<std::string> commands;
  for (const auto& row : tool_choosers()) {
    if (row.remedy != "go.add-module") continue;
    for (const auto& call : row.choose({diagnosis, tree, tables()})) commands.push_back(call.command);
  }
  EXPECT_EQ(commands, (std::vector<std::string>{"cd tools && go mod tidy && go mod vendor",
                                                "cd tools && go get github.com/a/b && go mod vendor",
                                                "cd tools && go mod tidy -e && go mod vendor"}));
}

TEST(GoImportPath, IsThatOfThePackageOfTheModule) {
  const auto after = [](const std::string& written, const LastCommit& commit = no_commit) {
    const auto line = "main.go:3:8: no required module provides package example.org/app/" + written + "; to add it:";
    const auto files = mended("go.fix-import-path",
                              Files{{"go.mod", "module example.org/app\n"},
                                    {"main.go", "package main\n\nimport \"example.org/app/" + written + "\"\n"},
                                    {"pkg/yield/yield.go", "package yield\n"},
                                    {"internal/store/store.go", "package store\n"}},
                              diagnosis_of({said(line, {{"package", "example.org/app/" + written}})}), commit);
    return files.empty() ? "nothing" : files.at("main.go").substr(14);
  };
  EXPECT_EQ(after("pkg/yeild"), "import \"example.org/app/pkg/yield\"\n");
  const LastCommit moved = {{{"pkg/store/store.go", "package store\n"}}};
  EXPECT_EQ(after("pkg/store", moved), "import \"example.org/app/internal/store\"\n");
  EXPECT_EQ(after("pkg/store"), "nothing") << "another package of that name";
  EXPECT_EQ(after("pkg/harvest"), "nothing");
}

}  // namespace
}  // namespace regreen::story
