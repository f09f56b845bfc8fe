#include "story.h"

namespace regreen::story {
namespace {

const std::string workflow = ".github/workflows/ci.yml";

constexpr auto quotes =
    "ci.yml:1:1: got unexpected character '\"' while lexing expression, expecting 'a'..'z'. do you mean string "
    "literals? "
    "only single quotes are available for string delimiter [expression]";

std::string after(std::string_view remedy, const std::string& text, const std::string& message, const std::string& line,
                  Files others = {}) {
  others[workflow] = text;
  const auto files = mended(remedy, others, said(message, {{"file", workflow}, {"line", line}}));
  return files.contains(workflow) ? files.at(workflow) : "nothing";
}

std::string expression(const std::string& text, const std::string& message, const std::string& line = "1") {
  return after("workflow.fix-expression", text, message, line);
}

TEST(WorkflowExpression, HasTextsInSingleQuotes) {
  EXPECT_EQ(expression("if: github.ref != \"refs/heads/main\"\n", quotes), "if: github.ref != 'refs/heads/main'\n");
  EXPECT_EQ(expression("  - if: ${{ f(a, \"x\") && b == 'say \"y\"' }} # \"c\"\n", quotes),
            "  - if: ${{ f(a, 'x') && b == 'say \"y\"' }} # \"c\"\n");
  EXPECT_EQ(expression("- run: echo \"${{ a == \"x\" }}\" \"b\"\n", quotes), "- run: echo \"${{ a == 'x' }}\" \"b\"\n");
  EXPECT_EQ(expression("if: \"a == \\\"x\\\"\"\n", quotes), "if: \"a == 'x'\"\n");
  EXPECT_EQ(expression("if: 'a == \"x\"'\n", quotes), "if: \"a == 'x'\"\n");
  EXPECT_EQ(expression("  if: >-\n    a == \"x\" ||\n    b == \"y\"\n  run: echo \"z\"\n", quotes),
            "  if: >-\n    a == 'x' ||\n    b == 'y'\n  run: echo \"z\"\n");
  EXPECT_EQ(expression("if: a == \"x\n", quotes), "nothing");
  EXPECT_EQ(expression("name: a \"b\"\n", quotes), "nothing");
}

TEST(WorkflowExpression, HasTheSignsOfGitHub) {
  EXPECT_EQ(expression("if: a = 'x = y' && b != 'z'\n", "got unexpected character ' ' while lexing == operator"),
            "if: a == 'x = y' && b != 'z'\n");
  EXPECT_EQ(expression("if: a >= 1 & b\n", "got unexpected character ' ' while lexing && operator"),
            "if: a >= 1 && b\n");
  EXPECT_EQ(expression("if: a == 'x and y' and not b\n", "parser did not reach end of input after parsing"),
            "if: a == 'x and y' && !b\n");
  EXPECT_EQ(expression("if: github.and-more == 'x' y\n", "parser did not reach end of input after parsing"), "nothing");
  EXPECT_EQ(expression("if: a | toJSON\n", "got unexpected character ' ' while lexing || operator"), "nothing");
}

TEST(WorkflowExpression, DeniesWhatTheWordDenied) {
  const std::string message = "parser did not reach end of input after parsing";
  EXPECT_EQ(expression("if: a && not b == 'x && y' && c\n", message), "if: a && !(b == 'x && y') && c\n");
  EXPECT_EQ(expression("if: \"not github.ref == 'main'\"\n", message), "if: \"!(github.ref == 'main')\"\n");
  EXPECT_EQ(expression("if: ${{ f(not a, b) or not (a == b) or not a[b == c] }}\n", message),
            "if: ${{ f(!a, b) || !(a == b) || !a[b == c] }}\n");
  EXPECT_EQ(expression("if: |\n  not a ==\n    'x' and\n  b\n", message, "2"), "if: |\n  !(a ==\n    'x') &&\n  b\n");
  EXPECT_EQ(expression("if: not a # why\n", message), "if: ${{ !a }} # why\n") << "YAML takes !a for a tag";
}

TEST(WorkflowExpression, IsNotTakenFromBlanks) {
  EXPECT_EQ(expression("if: \t\n", quotes), "nothing");
  EXPECT_EQ(expression("\t\n", quotes), "nothing");
}

TEST(WorkflowExpression, CallsFunctionsThatThereAre) {
  EXPECT_EQ(expression("if: startWith(a, 'startWith')\n", "undefined function \"startWith\". available functions are"),
            "if: startsWith(a, 'startWith')\n");
  EXPECT_EQ(expression("if: upper(a)\n", "undefined function \"upper\". available functions are"), "nothing");
  EXPECT_EQ(expression("if: failure\n", "undefined variable \"failure\". available variables are \"env\""),
            "if: failure()\n");
  EXPECT_EQ(expression("if: vars.A\n", "undefined variable \"vars\". available variables are \"env\""), "nothing");
}

TEST(WorkflowExpression, IsFoundWhereGitHubSays) {
  const std::string message =
      "The workflow is not valid. .github/workflows/ci.yml (Line: 2, Col: 9): Unexpected symbol: '\"x\"'. Located at "
      "position 6 within expression: a == \"x\"";
  const auto files = mended("workflow.fix-expression", {{workflow, "if: a = b\nif: a == \"x\"\n"}}, said(message, {}));
  EXPECT_EQ(files, (Files{{workflow, "if: a = b\nif: a == 'x'\n"}}));
}

// ---- outputs ----

const std::string missing =
    "property \"version\" is not defined in object type {cache: {outputs: {hit: string}}; meta: "
    "{conclusion: string; outputs: {string => string}}} [expression]";

std::string job(const std::string& steps, const std::string& asked = "steps.version.outputs.tag") {
  return "jobs:\n  a:\n    runs-on: x\n    steps:\n" + steps + "      - run: echo ${{ " + asked + " }}\n";
}

std::string reference(const std::string& text, const std::string& line, const std::string& message = missing) {
  return after("workflow.fix-reference", text, message, line);
}

TEST(WorkflowReference, IsTheStepThatGivesTheOutput) {
  const std::string meta = "      - id: meta\n        run: echo \"tag=1\" >> \"$GITHUB_OUTPUT\"\n";
  EXPECT_EQ(reference(job(meta), "7"), job(meta, "steps.meta.outputs.tag"));
  const std::string other = "      - id: meta\n        run: echo \"name=1\" >> \"$GITHUB_OUTPUT\"\n";
  EXPECT_EQ(reference(job(other), "7"), "nothing") << "it gives something else";
  EXPECT_EQ(reference(job(meta, "steps.version.outputs.tag }} ${{ steps.meta.outputs.tag"), "7"), "nothing")
      << "somebody asks that one already";
  const std::string later = "      - id: version\n        run: echo \"tag=2\" >> \"$GITHUB_OUTPUT\"\n";
  EXPECT_EQ(reference(job(meta) + later, "7"), "nothing") << "it is there, only later";
}

TEST(WorkflowReference, GivesTheStepItsId) {
  const std::string step = "      - name: Version\n        run: echo \"tag=1\" >> \"$GITHUB_OUTPUT\"\n";
  EXPECT_EQ(reference(job(step), "7"),
            job("      - name: Version\n        id: version\n        run: echo \"tag=1\" >> \"$GITHUB_OUTPUT\"\n"));
  const std::string bare = "      - run: |\n          echo \"tag=1\" >> $GITHUB_OUTPUT\n";
  EXPECT_EQ(reference(job(bare), "7"),
            job("      - id: version\n        run: |\n          echo \"tag=1\" >> $GITHUB_OUTPUT\n"));
  EXPECT_EQ(reference(job(step + step), "9"), "nothing") << "which of the two?";
  EXPECT_EQ(reference(job("") + step, "5"), "nothing") << "it is asked before it runs";
}

TEST(WorkflowReference, WaitsForTheJobThatIsAsked) {
  const auto two = [](const std::string& needs) {
    return "jobs:\n  a:\n    runs-on: x\n    outputs:\n      tag: ${{ steps.v.outputs.tag }}\n  b:\n" + needs +
           "    runs-on: x\n    steps:\n      - run: echo ${{ needs.a.outputs.tag }}\n";
  };
  const auto message = [](const std::string& type) {
    return "property \"a\" is not defined in object type {" + type + "} [expression]";
  };
  EXPECT_EQ(reference(two(""), "9", message("")), two("    needs: a\n"));
  EXPECT_EQ(reference(two("    needs: c\n"), "10", message("c: {result: string}")), two("    needs: [c, a]\n"));
  EXPECT_EQ(reference(two("    needs: [c, d]\n"), "10", message("c: {}; d: {}")), two("    needs: [c, d, a]\n"));
  EXPECT_EQ(reference(two("    needs: []\n"), "10", message("")), two("    needs: [a]\n"));
  const std::string handed = "    with:\n      needs: c\n";
  EXPECT_EQ(reference(two(handed), "11", message("")), two("    needs: a\n" + handed)) << "that one is not the job's";
  EXPECT_EQ(reference(two("    # why\n"), "10", message("")), two("    needs: a\n    # why\n"));
  EXPECT_EQ(reference(two("    needs:\n      - c\n"), "11", message("c: {}")),
            two("    needs:\n      - a\n      - c\n"));
  const auto circle =
      "jobs:\n  a:\n    needs: b\n    outputs:\n      tag: 1\n  b:\n    steps:\n      - run: ${{ "
      "needs.a.outputs.tag }}\n";
  EXPECT_EQ(reference(circle, "8", message("")), "nothing");
}

TEST(WorkflowReference, IsTheJobThatTellsTheOutput) {
  const auto text = [](const std::string& name) {
    return "jobs:\n  image:\n    outputs:\n      tag: 1\n  b:\n    needs: image\n    steps:\n      - run: echo ${{ "
           "needs." +
           name + ".outputs.tag }}\n";
  };
  const auto message =
      "property \"build\" is not defined in object type {image: {outputs: {tag: string}}} [expression]";
  EXPECT_EQ(reference(text("build"), "8", message), text("image"));
}

// ---- names ----

std::string named(const std::string& text, const std::string& message, const std::string& line) {
  return after("workflow.fix-name", text, message, line);
}

TEST(WorkflowName, IsOneOfThoseThatAreListed) {
  EXPECT_EQ(
      named("on:\n  pull_reqest:\n", "ci.yml:2:3: unknown Webhook event \"pull_reqest\". see https://x [events]", "2"),
      "on:\n  pull_request:\n");
  EXPECT_EQ(named("types: [opend, closed]\n",
                  "invalid activity type \"opend\" for \"pull_request\" Webhook event. available types are \"closed\", "
                  "\"opened\", \"reopened\" [events]",
                  "1"),
            "types: [opened, closed]\n");
  EXPECT_EQ(
      named("shell: pyhton\n",
            "shell name \"pyhton\" is invalid. available names are \"bash\", \"pwsh\", \"python\", \"sh\" [shell-name]",
            "1"),
      "shell: python\n");
  EXPECT_EQ(named("- uses: a/b@v1\n  with:\n    fetch-deph: 0\n",
                  "input \"fetch-deph\" is not defined in action \"a/b@v1\". available inputs are \"fetch-depth\", "
                  "\"fetch-tags\" [action]",
                  "1"),
            "- uses: a/b@v1\n  with:\n    fetch-depth: 0\n");
  EXPECT_EQ(named("issues: wrte\n",
                  "\"wrte\" is invalid for permission of scope \"issues\". available values are \"read\", \"write\" or "
                  "\"none\" [permissions]",
                  "1"),
            "nothing")
      << "rights are given by people";
  EXPECT_EQ(
      named("content: write\n",
            "unknown permission scope \"content\". all available permission scopes are \"actions\", \"contents\", "
            "\"issues\" [permissions]",
            "1"),
      "nothing");
  EXPECT_EQ(named("permisions:\n  contents: write\n",
                  "unexpected key \"permisions\" for \"workflow\" section. expected one of \"env\", \"jobs\", \"on\", "
                  "\"permissions\" [syntax-check]",
                  "1"),
            "nothing");
  EXPECT_EQ(named("on: puhs_all\n", "unknown Webhook event \"puhs_all\". see [events]", "1"), "nothing");
}

// ---- folders ----

TEST(WorkflowFolder, IsTheOneThatHasWhatTheCommandsLookFor) {
  const auto text = [](const std::string& folder) {
    return "jobs:\n  a:\n    defaults:\n      run:\n        working-directory: " + folder +
           "\n    steps:\n      - run: npm ci\n      - run: ls\n        working-directory: web\n";
  };
  const auto gone = said("An error occurred trying to start process", {{"path", "/home/runner/work/shop/shop/./ui"}});
  const Files files = {{workflow, text("./ui")}, {"web/package.json", "{}"}, {"apps/front/package.json", "{}"}};
  EXPECT_EQ(mended("workflow.fix-folder", files, gone), (Files{{workflow, text("./apps/front")}}));
  auto more = files;
  more["apps/back/package.json"] = "{}";
  EXPECT_TRUE(mended("workflow.fix-folder", more, gone).empty()) << "which of the two?";
  more["apps/ui/package.json"] = "{}";
  EXPECT_EQ(mended("workflow.fix-folder", more, gone), (Files{{workflow, text("./apps/ui")}}));
  auto other = files;
  other["apps/back/package.json"] = "{}";
  other[".github/workflows/back.yml"] =
      "jobs:\n  a:\n    steps:\n      - run: npm ci\n        working-directory: apps/back\n";
  other["examples/small/package.json"] = "{}";
  other["vendor/small/package.json"] = "{}";
  EXPECT_EQ(mended("workflow.fix-folder", other, gone), (Files{{workflow, text("./apps/front")}}))
      << "another workflow works in that one, and examples are nobody's work place";
  const Files none = {{workflow, text("./ui")}, {"apps/front/go.mod", ""}};
  EXPECT_TRUE(mended("workflow.fix-folder", none, gone).empty());
}

TEST(WorkflowFolder, IsTheOneWithTheFileThatAnInterpreterReads) {
  const auto after = [](const std::string& script, const std::string& old, Files files,
                        const LastCommit& commit = no_commit) {
    const std::string front = "jobs:\n  a:\n    steps:\n      - run: " + script + "\n        working-directory: ";
    files[workflow] = front + old + "\n";
    const auto changed =
        mended("workflow.fix-folder", files, diagnosis_of({said("", {{"path", "/work/" + old}})}), commit);
    return changed.empty() ? "nothing" : changed.at(workflow).substr(front.size());
  };
  const Files web = {{"web/src/tiles.js", ""}, {"server/app.py", ""}};
  EXPECT_EQ(after("node --check src/tiles.js", "frontend", web), "web\n");
  EXPECT_EQ(after("python3 -W error ./pages/make.py out.py", "frontend", {{"docs2/pages/make.py", ""}}), "docs2\n");
  EXPECT_EQ(after("node -e src/tiles.js", "frontend", web), "nothing");
  EXPECT_EQ(after("node --check src/tiles.js", "dist", web), "nothing") << "a build makes it";
  EXPECT_EQ(after("node index.js", "frontend", {{"web/index.js", ""}}), "nothing") << "many folders have one";
  EXPECT_EQ(after("node --check src/tiles.js", "frontend", {{"web/src/tiles.js", ""}, {"app/src/tiles.js", ""}}),
            "nothing");
  const std::string said = "tiles of the map, by zoom\nnames of streets\n";
  const LastCommit moved = {{{"frontend/a.txt", said}, {"web/a.txt", std::nullopt}}};
  const Files now = {{"web/a.txt", said}, {"other/b.txt", said}};
  EXPECT_EQ(after("wc -l *", "frontend", now, moved), "web\n");
  const LastCommit other = {{{"frontend/a.txt", "of the kitchen"}, {"web/a.txt", std::nullopt}}};
  EXPECT_EQ(after("wc -l *", "frontend", now, other), "nothing") << "it is only called alike";
  const LastCommit parted = {
      {{"frontend/a.txt", said}, {"frontend/b.txt", said}, {"web/a.txt", std::nullopt}, {"other/b.txt", std::nullopt}}};
  EXPECT_EQ(after("wc -l *", "frontend", now, parted), "nothing") << "some of it went elsewhere";
  const LastCommit copied = {{{"frontend/a.txt", said}, {"web/a.txt", std::nullopt}, {"other/a.txt", std::nullopt}}};
  EXPECT_EQ(after("wc -l *", "frontend", {{"web/a.txt", said}, {"other/a.txt", said}}, copied), "nothing");
  const LastCommit swapped = {{{"frontend/__init__.py", ""},
                               {"frontend/a.txt", "of the kitchen"},
                               {"web/__init__.py", std::nullopt},
                               {"web/a.txt", std::nullopt}}};
  EXPECT_EQ(after("wc -l *", "frontend", {{"web/__init__.py", ""}, {"web/a.txt", said}}, swapped), "nothing")
      << "a file that says nothing is no evidence";
  const LastCommit sold = {{{"frontend/a.txt", said}, {"vendor/web/a.txt", std::nullopt}}};
  EXPECT_EQ(after("wc -l *", "frontend", {{"vendor/web/a.txt", said}}, sold), "nothing");
  EXPECT_EQ(after("bash deploy.sh", "infra/staging", {{"infra/production/deploy.sh", ""}}), "nothing")
      << "it is for other surroundings";
}

TEST(WorkflowFolder, IsFollowedByOtherSettings) {
  const auto after = [](const std::string& settings, const std::string& step = "      - run: npm ci\n") {
    const std::string place = "        working-directory: ui\n";
    const std::string text = "jobs:\n  a:\n    steps:\n" + step + place + settings;
    const Files files = {{workflow, text}, {"apps/front/package.json", "{}"}, {"apps/front/src/a.js", ""}};
    const auto changed = mended("workflow.fix-folder", files, said("no such folder", {{"path", "/w/shop/ui"}}));
    return changed.empty() ? "nothing" : changed.at(workflow).substr(text.find(place) + place.size() + 8);
  };
  const auto with = [](const std::string& uses, const std::string& value) {
    return "      - uses: " + uses + "\n        with:\n          path: " + value + "\n";
  };
  EXPECT_EQ(after(with("a/b@v1", "./ui/src")), with("a/b@v1", "./apps/front/src"));
  EXPECT_EQ(after(with("a/b@v1", "${{ github.workspace }}/ui/package.json")),
            with("a/b@v1", "${{ github.workspace }}/apps/front/package.json"));
  EXPECT_EQ(after(with("a/b@v1", "${{ hashFiles('ui/**/*.json', 'web/ui/src') }}")),
            with("a/b@v1", "${{ hashFiles('apps/front/**/*.json', 'web/ui/src') }}"));
  EXPECT_EQ(after(with("a/b@v1", "ui/dist")), with("a/b@v1", "ui/dist")) << "nobody knows of it";
  EXPECT_EQ(after(with("actions/upload-artifact@v4", "ui/dist")),
            with("actions/upload-artifact@v4", "apps/front/dist"));
  const auto uploads = [&](const std::string& folder, const std::string& more) {
    return with("actions/upload-artifact@v4", "|\n            " + folder + "/a\n            " + folder + "/b") + more;
  };
  const std::string named = "          name: ui/report\n";
  EXPECT_EQ(after(uploads("ui", named)), uploads("apps/front", named));
  EXPECT_EQ(after("      # ui/src\n      - run: ls ui/src\n"), "      # ui/src\n      - run: ls ui/src\n");
  const auto cloned = with("actions/checkout@v4", "ui") + with("a/b@v1", "ui/src");
  EXPECT_EQ(after(cloned), cloned) << "another repository";
  EXPECT_EQ(after(with("a/ui/src@v1", "gui/src")), with("a/ui/src@v1", "gui/src"));
}

TEST(WorkflowFolder, IsFoundInLargeTrees) {
  Files files = {{"new/test_a.py", ""}};
  for (int i = 0; i < 4'000; ++i) files["src/a" + std::to_string(i) + "/b/c/m.py"] = "";
  std::string before = "jobs:\n  a:\n    steps:\n", after = before;
  for (int i = 0; i < 200; ++i) {
    before += "      - run: pytest\n        working-directory: old\n";
    after += "      - run: pytest\n        working-directory: new\n";
  }
  files[workflow] = before;
  auto diagnosis = diagnosis_of(std::vector(50, said("no such folder", {{"path", "/w/old"}})));
  EXPECT_EQ(mended("workflow.fix-folder", files, diagnosis), (Files{{workflow, after}}));
}

}  // namespace
}  // namespace regreen::story
