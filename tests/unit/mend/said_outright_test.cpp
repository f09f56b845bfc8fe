#include "story.h"

namespace regreen::story {
namespace {

// Compilers and interpreters that name the very word: what stands there afterwards.

Location at(const std::string& file, std::size_t line) { return {file, line, 0}; }

std::string after(std::string_view remedy, const std::string& file, const std::string& text, Occurrence occurrence,
                  Files others = {}) {
  others[file] = text;
  const auto changed = mended(remedy, others, std::move(occurrence));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

Occurrence with_lines(Occurrence one, std::vector<std::string> below) {
  one.after = std::move(below);
  return one;
}

TEST(RustMove, HandsOverACopy) {
  const auto moved = [](const std::string& row) {
    return with_lines(said("error[E0382]: use of moved value: `item`", {}, {at("src/lib.rs", 3)}),
                      {" --> src/lib.rs:3:9", "  |", "2 |     list.push(item);", "  |" + row, "3 |     keep(item);",
                       "  |          ^^^^ value used here after move", ""});
  };
  const std::string code = "fn f() {\n    list.push(item);\n    keep(item);\n}\n";
  const std::string copied = "fn f() {\n    list.push(item.clone());\n    keep(item);\n}\n";
  EXPECT_EQ(after("rust.clone-moved", "src/lib.rs", code, moved("               ---- value moved here")), copied);
  EXPECT_EQ(after("rust.clone-moved", "src/lib.rs", code, moved("               value moved here")), copied);
  EXPECT_EQ(after("rust.clone-moved", "src/lib.rs", code, moved("          ---- value moved here")), "nothing");
  EXPECT_EQ(after("rust.clone-moved", "src/lib.rs", code, moved("               ---- value moved into closure here")),
            "nothing");
}

TEST(RustMove, HandsACopyToAMethod) {
  const auto used = with_lines(said("error[E0382]: borrow of moved value: `names`", {}, {at("src/lib.rs", 3)}),
                               {" --> src/lib.rs:3:5", "  |", "2 |     let n = names.into_iter().count();",
                                "  |                   ----------- `names` moved due to this method call", ""});
  EXPECT_EQ(after("rust.clone-moved", "src/lib.rs",
                  "fn f() {\n    let n = names.into_iter().count();\n    g(&names);\n}\n", used),
            "fn f() {\n    let n = names.clone().into_iter().count();\n    g(&names);\n}\n");
}

Occurrence thrown(std::size_t line, const std::string& name = "IOException") {
  return said("A.java: error: unreported exception " + name + "; must be caught", {{"symbol", name}},
              {at("A.java", line)});
}

TEST(JavaException, IsDeclaredByItsMethod) {
  EXPECT_EQ(after("java.declare-exception", "A.java",
                  "class A {\n  void f() {\n    if (x) {\n      g();\n    }\n  }\n}\n", thrown(4, "Exception")),
            "class A {\n  void f() throws Exception {\n    if (x) {\n      g();\n    }\n  }\n}\n");
  EXPECT_EQ(after("java.declare-exception", "A.java",
                  "import java.io.IOException;\n\nclass A {\n  A(int n) throws Odd {\n    g();\n  }\n}\n", thrown(5)),
            "import java.io.IOException;\n\nclass A {\n  A(int n) throws Odd, IOException {\n    g();\n  }\n}\n");
  EXPECT_EQ(after("java.declare-exception", "A.java", "class A {\n  void f() {\n    g();\n  }\n}\n", thrown(3)),
            "import java.io.IOException;\n\nclass A {\n  void f() throws IOException {\n    g();\n  }\n}\n");
}

TEST(JavaException, IsDeclaredByCallersWhereThatIsNotEnough) {
  const std::string code =
      "class A {\n  int f() {\n    return g();\n  }\n  void h() {\n    try {\n      f();\n    } catch (Exception e) {\n"
      "      k(e);\n    }\n  }\n  void m() {\n    f();\n  }\n}\n";
  const auto tree = tree_of({{"A.java", code}});
  const auto all = candidates("java.declare-exception", tree, diagnosis_of({thrown(3, "InterruptedException")}));
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].changes[0].after.value(), replace_all(code, "f() {", "f() throws InterruptedException {"));
  EXPECT_EQ(all[1].changes[0].after.value(),
            replace_all(replace_all(code, "f() {", "f() throws InterruptedException {"), "m() {",
                        "m() throws InterruptedException {"));
}

TEST(JavaException, IsNotDeclaredWhereItIsCaught) {
  const auto declared = [](const std::string& front, const std::string& end) {
    const auto text = "class A {\n  void f() {\n" + front + "\n      g();\n" + end + "\n  }\n}\n";
    return after("java.declare-exception", "A.java", text, thrown(4)) != "nothing";
  };
  EXPECT_FALSE(declared("    try { if (a) {", "    } } catch (IOException e) { h(); }"));
  EXPECT_FALSE(declared("    try (var a = b()) {", "    } catch (Odd | Exception e) { h(); }"));
  EXPECT_TRUE(declared("    try {", "    } catch (Odd e) { h(); }"));
  EXPECT_TRUE(declared("    try { h(); } catch (IOException e) { h(); }", ""));
  std::string deep;
  for (int i = 0; i < 15'000; ++i) deep += "try { if (a) { }";
  EXPECT_TRUE(declared(deep, "")) << "and comes to an end";
}

TEST(JavaException, IsNotDeclaredWhereNoMethodIs) {
  for (const auto* code :
       {"class A {\n  Runnable r = () -> {\n    g();\n  };\n}\n", "class A {\n  static {\n\n    g();\n  }\n}\n",
        "class A {\n  void f() {\n    all.forEach(x -> g());\n  }\n}\n", "class A {\n  int n =\n    g();\n}\n"})
    EXPECT_EQ(after("java.declare-exception", "A.java", code, thrown(3)), "nothing") << code;
}

TEST(RegexFlags, MoveToTheStart) {
  const auto late =
      said("re.error: global flags not at the start of the expression at position 3", {}, {at("a.py", 2)});
  EXPECT_EQ(after("python.move-regex-flags", "a.py", "import re\nA = re.compile(r\"^(a|b)(?i)\")\n", late),
            "import re\nA = re.compile(r\"(?i)^(a|b)\")\n");
  EXPECT_EQ(after("python.move-regex-flags", "a.py", "import re\nA = re.compile('''\n (?x) a''')\n", late),
            "import re\nA = re.compile('''(?x)\n  a''')\n");
  for (const auto* fine : {"import re\nA = re.compile('(?i)a')\n", "import re\nA = re.compile('(?i:a)b[(?i)]')\n",
                           "import re\nA = re.compile('a' '(?i)b')\n", "import os\nA = '^(?i)'\n"})
    EXPECT_EQ(after("python.move-regex-flags", "a.py", fine, late), "nothing") << fine;
}

TEST(Fixture, IsAskedForByItsName) {
  const auto missing =
      with_lines(said("E       fixture 'client' not found", {{"symbol", "client"}}, {at("test_a.py", 1)}),
                 {">       available fixtures: api_client, cache, capsys"});
  const std::string fixtures = "@pytest.fixture\ndef api_client():\n    return 1\n";
  EXPECT_EQ(after("pytest.fix-fixture", "test_a.py",
                  "def test_a(client):\n    assert f(client, x.client, client=client)\n\n\nclient = 1\n", missing,
                  {{"conftest.py", fixtures}}),
            "def test_a(api_client):\n    assert f(api_client, x.client, client=api_client)\n\n\nclient = 1\n");
  EXPECT_EQ(after("pytest.fix-fixture", "test_a.py", "def test_a(client):\n    pass\n", missing), "nothing");
  auto several = missing;
  several.after = {">       available fixtures: api_client, web_client"};
  EXPECT_EQ(after("pytest.fix-fixture", "test_a.py", "def test_a(client):\n    pass\n", several,
                  {{"conftest.py", fixtures + "@pytest.fixture\ndef web_client():\n    return 2\n"}}),
            "nothing");
}

TEST(Compose, NamesWhatIsDeclared) {
  const std::string services = "services:\n  api:\n    depends_on:\n      - databse\n  database:\n    image: databse\n";
  const auto wanted = "services:\n  api:\n    depends_on:\n      - database\n  database:\n    image: databse\n";
  for (const auto* words : {"Service 'api' depends on service 'databse' which is undefined.",
                            "service \"api\" depends on undefined service databse: invalid compose project"})
    EXPECT_EQ(after("docker.fix-compose", "docker-compose.yml", services, said(words, {})), wanted);
  EXPECT_EQ(after("docker.fix-compose", "docker-compose.yml", services,
                  said("Service 'api' depends on service 'queue' which is undefined.", {})),
            "nothing");
  auto below = said("The Compose file './docker-compose.yml' is invalid because:", {});
  below.after = {
      "Named volume \"data:/x:rw\" is used in service \"db\" but no declaration was found in the volumes section."};
  EXPECT_EQ(after("docker.fix-compose", "docker-compose.yml",
                  "services:\n  db:\n    volumes:\n      - data:/x\nvolumes:\n  logs:\n", below),
            "services:\n  db:\n    volumes:\n      - data:/x\nvolumes:\n  data:\n  logs:\n");
  EXPECT_EQ(after("docker.fix-compose", "compose.yaml", "services:\n  db:\n    volumes:\n      - data:/x\nvolumes:",
                  said("service \"db\" refers to undefined volume data: invalid compose project", {})),
            "services:\n  db:\n    volumes:\n      - data:/x\nvolumes:\n  data:\n");
  EXPECT_EQ(after("docker.fix-compose", "compose.yaml", "services:\n  db:\n    volumes:\n      - data:/x\n",
                  said("service \"db\" refers to undefined volume data: invalid compose project", {})),
            "services:\n  db:\n    volumes:\n      - data:/x\n\nvolumes:\n  data:\n");
}

TEST(ScriptKind, BecomesAnEsModule) {
  const auto missing =
      said("ReferenceError: require is not defined in ES module scope", {{"symbol", "require"}}, {at("a.js", 1)});
  EXPECT_EQ(after("js.use-import", "a.js",
                  "const fs = require('fs');\nconst { a, b: c } = require('./b');\n\nmodule.exports = { f, g };\n",
                  missing, {{"b.js", ""}}),
            "import fs from 'fs';\nimport { a, b as c } from './b.js';\n\nexport { f, g };\n");
  EXPECT_EQ(after("js.use-import", "a.js", "exports.f = 1;\nmodule.exports = {\n  a: 1,\n};\n", missing),
            "export const f = 1;\nexport default {\n  a: 1,\n};\n");
  EXPECT_EQ(after("js.use-import", "a.js", "const p = require('./p.json');\n", missing),
            "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nconst p = "
            "require('./p.json');\n");
  const auto asked = said("SyntaxError: The requested module './a.js' does not provide an export named 'default'",
                          {{"module", "./a.js"}, {"symbol", "default"}}, {at("main.js", 1)});
  EXPECT_EQ(
      after("js.use-import", "a.js", "module.exports = { a: 1 };\n", asked, {{"main.js", "import a from './a.js';\n"}}),
      "export default { a: 1 };\n");
  EXPECT_EQ(after("js.use-import", "a.js", "export const a = 1;\n", asked, {{"main.js", "import a from './a.js';\n"}}),
            "nothing");
  EXPECT_EQ(after("js.use-import", "a.js", "if (x) module.exports = require('./p.json');\n", missing), "nothing");
}

TEST(ScriptKind, GoesWithTheFilesThatItRequires) {
  const auto missing =
      said("ReferenceError: require is not defined in ES module scope", {{"symbol", "require"}}, {at("t/a.js", 1)});
  const auto mend = [&](const std::string& text, Files files, const std::string& file = "t/a.js") {
    files["t/a.js"] = text;
    files["package.json"] = "{ \"name\": \"a\", \"type\": \"module\" }\n";
    auto now = mended("js.use-import", files, missing);
    return now.contains(file) ? now.at(file) : "nothing";
  };
  const std::string text = "const b = require('./b');\nconst { c } = require('./c.js');\nf(__dirname, b, c);\n";
  Files files = {{"t/b.js", "exports.x = 1;\n"}, {"t/c.js", "module.exports = {\n  c: 2,\n};\n"}};
  EXPECT_EQ(mend(text, files, "t/b.js"), "nothing") << "no file is a module: the package is wrong";
  files["main.js"] = "import a from './a.js';\n";
  EXPECT_EQ(mend(text, files),
            "import * as b from './b.js';\nimport cModule from './c.js';\nimport { dirname } from 'path';\n"
            "import { fileURLToPath } from 'url';\n\nconst __dirname = dirname(fileURLToPath(import.meta.url));\n"
            "const { c } = cModule;\nf(__dirname, b, c);\n");
  EXPECT_EQ(mend(text, files, "t/b.js"), "export const x = 1;\n");
  EXPECT_EQ(mend(text, files, "t/c.js"), "export default {\n  c: 2,\n};\n");
  const Files apart = {{"t/b.cjs", "exports.x = 1;\n"}, {"t/c.js", "export const c = 1;\n"}};
  EXPECT_EQ(mend("const b = require('./b.cjs');\nconst { c } = require('./c');\n", apart),
            "import b from './b.cjs';\nimport { c } from './c.js';\n");
  EXPECT_EQ(mend("const b = require('./b.cjs');\n", apart, "t/b.cjs"), "nothing");
}

TEST(Verbs, ArePickedByTheArgument) {
  const auto vet = said("a.go:1:1: fmt.Sprintf format %d has arg r.ID of wrong type string", {}, {at("a.go", 1)});
  EXPECT_EQ(after("go.fix-format", "a.go", "fmt.Sprintf(\"%5d: %d 100%%\", r.ID, f(r.N, 1))\n", vet),
            "fmt.Sprintf(\"%5s: %d 100%%\", r.ID, f(r.N, 1))\n");
  EXPECT_EQ(after("go.fix-format", "a.go", "fmt.Sprintf(\"%*d %d\", n, a, r.ID)\n", vet),
            "fmt.Sprintf(\"%*d %s\", n, a, r.ID)\n");
  EXPECT_EQ(after("go.fix-format", "a.go", "fmt.Sprintf(\"%s %d\", r.ID, n)\n", vet), "nothing");
}

TEST(Unused, CallsThatOnlyAnswerGo) {
  const auto unused = said("./a.go:2:2: parts declared but not used", {{"symbol", "parts"}}, {{"a.go", 2, 2}});
  EXPECT_EQ(after("go.remove-unused", "a.go", "func f() {\n\tparts := strings.Fields(s[len(x):])\n\tg()\n}\n", unused),
            "func f() {\n\tg()\n}\n");
  EXPECT_EQ(after("go.remove-unused", "a.go", "func f() {\n\tparts := strings.Fields(read())\n\tg()\n}\n", unused),
            "func f() {\n\t_ = strings.Fields(read())\n\tg()\n}\n");
}

TEST(Unused, ParametersOfTypeScript) {
  const auto unused = said("error TS6133: 'i' is declared but its value is never read.", {}, {at("a.ts", 1)});
  EXPECT_EQ(after("js.remove-unused", "a.ts", "all.map((x, i) => x);\n", unused), "all.map((x) => x);\n");
  EXPECT_EQ(after("js.remove-unused", "a.ts", "function f(i: number, x: number) { return x; }\n", unused),
            "function f(_i: number, x: number) { return x; }\n");
  EXPECT_EQ(after("js.remove-unused", "a.ts", "f(i);\n", unused), "nothing");
}

TEST(Comparison, SaysWhatItComparesAs) {
  const auto compared = [](const std::string& types, const std::string& line, const std::string& row,
                           const std::string& file) {
    return with_lines(
        said("error: comparison of integer expressions of different signedness: " + types + " [-Werror=sign-compare]",
             {}, {at(file, 1)}),
        {"    1 | " + line, "      | " + row});
  };
  EXPECT_EQ(after("c.fix-warning", "a.cpp", "if (v.size() == most) f();\n",
                  compared("‘std::vector<int>::size_type’ {aka ‘long unsigned int’} and ‘int’",
                           "if (v.size() == most) f();", "    ~~~~~~~~~^~~~~~~", "a.cpp")),
            "if (v.size() == static_cast<std::size_t>(most)) f();\n");
  EXPECT_EQ(after("c.fix-warning", "a.c", "while (a + b < n) f();\n",
                  compared("‘int’ and ‘unsigned int’", "while (a + b < n) f();", "       ~~~~~~^~~", "a.c")),
            "while ((unsigned int)(a + b) < n) f();\n");
  EXPECT_EQ(after("c.fix-warning", "a.c", "while (a < n) f();\n",
                  compared("‘struct x’ and ‘unsigned int’", "while (a < n) f();", "       ~~^~~", "a.c")),
            "nothing");
}

TEST(Scripts, AskTheirCommandsDirectly) {
  const auto found = [](std::size_t line, const std::string& code) {
    auto one = said("   ^-- " + code, {{"code", code}});
    one.before = {"In run.sh line " + std::to_string(line) + ":"};
    return one;
  };
  EXPECT_EQ(
      after("shell.fix-findings", "run.sh", "make all\nif [ $? -ne 0 ]; then\n  exit 1\nfi\n", found(2, "SC2181")),
      "if ! make all; then\n  exit 1\nfi\n");
  EXPECT_EQ(after("shell.fix-findings", "run.sh", "done\nif [ $? -ne 0 ]; then\n  exit 1\nfi\n", found(2, "SC2181")),
            "nothing");
  EXPECT_EQ(after("shell.fix-findings", "run.sh", "a; b\nif [ $? -eq 0 ]; then\n  exit 1\nfi\n", found(2, "SC2181")),
            "nothing");
  EXPECT_EQ(after("shell.fix-findings", "run.sh", "rm *.log\n", found(1, "SC2035")), "rm ./*.log\n");
}

TEST(WorkflowNeeds, NamesAJob) {
  const std::string file = ".github/workflows/ci.yml";
  const auto wrong =
      said("ci.yml:6:3: job \"test\" needs job \"biuld\" which does not exist in this workflow [job-needs]", {});
  EXPECT_EQ(
      after("workflow.fix-key", file,
            "jobs:\n  build:\n    run: biuld\n  test:\n    needs: [biuld, lint]\n  lint:\n    needs:\n      - biuld\n",
            wrong),
      "jobs:\n  build:\n    run: biuld\n  test:\n    needs: [build, lint]\n  lint:\n    needs:\n      - build\n");
  EXPECT_EQ(after("workflow.fix-key", file, "jobs:\n  other:\n    needs: biuld\n", wrong), "nothing");
}

}  // namespace
}  // namespace regreen::story
