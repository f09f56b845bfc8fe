// Classes of JavaScript that are called or built wrongly.
#include "story.h"

namespace regreen::story {
namespace {

std::string after(std::string_view remedy, const Files& files, const std::string& file, Occurrence one) {
  const auto changed = mended(remedy, files, std::move(one));
  return changed.contains(file) ? changed.at(file) : "nothing";
}

Occurrence thrown(const std::string& message, std::vector<std::string> trace) {
  auto one = said("  error: \"" + message + "\"", {});
  one.after = std::move(trace);
  return one;
}

// ---- new ----

std::string called(const std::string& text, const std::string& file = "lib/race.js",
                   const std::string& message = "Class constructor Ticker cannot be invoked without 'new'") {
  return after("js.call-with-new",
               Files{{file, text}, {"lib/ticker.js", "class Ticker {}\nmodule.exports = { Ticker };\n"}}, file,
               thrown(message, {"    steady (/srv/app/" + file + ":6:10)"}));
}

TEST(ClassCall, GetsItsNewEverywhereInTheFile) {
  EXPECT_EQ(
      called(
          "const { Ticker } = require('./ticker');\n\nconst one = () => Ticker(1);\nlist.push(Ticker(2).start());\n"),
      "const { Ticker } = require('./ticker');\n\nconst one = () => new Ticker(1);\nlist.push(new "
      "Ticker(2).start());\n");
  EXPECT_EQ(called("const t = require('./ticker');\nreturn t.Ticker(1);\nreturn new t.Ticker(2); // Ticker(3)\n"),
            "const t = require('./ticker');\nreturn new t.Ticker(1);\nreturn new t.Ticker(2); // Ticker(3)\n");
  EXPECT_EQ(called("const all = Map();\n", "a.js", "Constructor Map requires 'new'"), "const all = new Map();\n");
  EXPECT_EQ(called("export const a: A = Ticker('x');\n", "a.ts",
                   "Value of type 'typeof Ticker' is not callable. Did you mean to include 'new'?"),
            "export const a: A = new Ticker('x');\n");
}

TEST(ClassCall, ThatIsNotPlainStays) {
  EXPECT_EQ(called("class Sub { constructor() { Ticker.call(this); } }\n"), "nothing");
  EXPECT_EQ(called("list.map(Ticker);\n"), "nothing");
  EXPECT_EQ(called("make().Ticker(1);\n"), "nothing");
  EXPECT_EQ(called("function Ticker(n) { return n; }\nTicker(1);\n"), "nothing") << "another one";
  EXPECT_EQ(called("const ui = require('./ui');\nui.Ticker(1);\nthis.Ticker(2);\n"), "nothing") << "another one";
  EXPECT_EQ(called("test('a', () => Ticker(1));\n", "test/race.test.js"), "nothing")
      << "a promise of the project's own";
}

TEST(ClassCall, OfOtherFilesGetsItsNewWhereThatIsNotEnough) {
  const auto tree = tree_of({{"a.js", "const { Ticker } = require('./ticker');\nTicker(1);\n"},
                             {"b.js", "import { Ticker } from './ticker.js';\nTicker(2);\n"},
                             {"c.js", "const Ticker = make();\nTicker(3);\n"},
                             {"vendor/b.js", "import { Ticker } from './ticker.js';\nTicker(2);\n"}});
  const auto patches = candidates(
      "js.call-with-new", tree,
      diagnosis_of({thrown("Class constructor Ticker cannot be invoked without 'new'", {"    at /srv/app/a.js:2:1"})}));
  ASSERT_EQ(patches.size(), 2U);
  EXPECT_EQ(patches[0].changes.size(), 1U);
  EXPECT_EQ(patches[1].changes.size(), 2U);
  EXPECT_EQ(patches[1].find("c.js"), nullptr) << "another one";
}

// ---- super ----

std::string built(const std::string& text, std::size_t line, Files others = {},
                  const std::string& file = "src/errors.mjs") {
  others[file] = text;
  return after(
      "js.call-super", others, file,
      thrown(
          "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
          {"    new NotFound (file:///srv/app/" + file + ":" + std::to_string(line) + ":5)"}));
}

TEST(SuperCall, MovesAboveTheFirstUseOfThis) {
  EXPECT_EQ(built("class NotFound extends HttpError {\n  constructor(path) {\n    const text = `no ${path}`;\n    "
                  "this.path = path;\n"
                  "    super(404, text);\n  }\n}\n",
                  4),
            "class NotFound extends HttpError {\n  constructor(path) {\n    const text = `no ${path}`;\n    super(404, "
            "text);\n"
            "    this.path = path;\n  }\n}\n");
  EXPECT_EQ(built("class A extends B { constructor(n) { this.n = n; super(n); } }\n", 1),
            "class A extends B { constructor(n) { super(n); this.n = n; } }\n");
  EXPECT_EQ(
      built("class A extends B {\n  constructor(n) {\n    if (n) {\n      this.n = n\n    }\n    super()\n  }\n}\n", 4),
      "class A extends B {\n  constructor(n) {\n    super()\n    if (n) {\n      this.n = n\n    }\n  }\n}\n");
}

TEST(SuperCall, StaysBelowWhatItsArgumentsNeed) {
  EXPECT_EQ(
      built("class A extends B {\n  constructor(n) {\n    this.n = n;\n    const all = [n];\n    super(all);\n  }\n}\n",
            3),
      "nothing");
  EXPECT_EQ(built("class A extends B {\n  constructor(n) {\n    this.n = n;\n    n += 1;\n    super(n);\n  }\n}\n", 3),
            "nothing");
  EXPECT_EQ(built("class A extends B {\n  constructor(n) {\n    this.n = n;\n    super(this.n);\n  }\n}\n", 3),
            "nothing");
  EXPECT_EQ(
      built("class A extends B {\n  constructor(n) {\n    this.n = n;\n    if (n) super(n); else super();\n  }\n}\n",
            3),
      "nothing");
}

std::string in_constructor(const std::string& statements) {
  const std::string head = "class A extends B {\n  constructor(n, opts, list) {\n";
  const auto text = built(head + statements + "  }\n}\n", 3);
  return text.starts_with(head) ? text.substr(head.size(), text.size() - head.size() - 6) : text;
}

TEST(SuperCall, MovesToWhereAStatementBegins) {
  EXPECT_EQ(in_constructor("    if (n) { f(); } else { this.n = n; }\n    super(n);\n"),
            "    super(n);\n    if (n) { f(); } else { this.n = n; }\n");
  EXPECT_EQ(in_constructor("    try { f(); } catch { this.n = n; }\n    super(n);\n"),
            "    super(n);\n    try { f(); } catch { this.n = n; }\n");
  EXPECT_EQ(in_constructor("    const o = { a: 1 }, p = this;\n    super(n);\n"),
            "    super(n);\n    const o = { a: 1 }, p = this;\n");
  EXPECT_EQ(in_constructor("    foo\n      .bar(this)\n    super(n)\n"), "    super(n)\n    foo\n      .bar(this)\n");
  EXPECT_EQ(in_constructor("    const o =\n      this\n    super(n)\n"), "    super(n)\n    const o =\n      this\n");
  EXPECT_EQ(in_constructor("    g()\n    if (n)\n      this.n = n\n    super(n)\n"),
            "    g()\n    super(n)\n    if (n)\n      this.n = n\n");
}

TEST(SuperCall, StaysBelowWhatChangesItsArguments) {
  EXPECT_EQ(in_constructor("    this.n = n;\n    opts.name = 'x';\n    super(opts);\n"), "nothing");
  EXPECT_EQ(in_constructor("    this.n = n;\n    opts.tags[0] += 'x';\n    super(opts);\n"), "nothing");
  EXPECT_EQ(in_constructor("    this.n = n;\n    delete opts.name;\n    super(opts);\n"), "nothing");
  EXPECT_EQ(in_constructor("    this.n = n;\n    list.push(n);\n    super(list);\n"), "nothing");
  EXPECT_EQ(in_constructor("    this.n = n;\n    sort([list]);\n    super(list);\n"), "nothing");
  EXPECT_EQ(in_constructor("    this.n = opts.n;\n    if (opts.n <= 1) f(n);\n    super(opts);\n"),
            "    super(opts);\n    this.n = opts.n;\n    if (opts.n <= 1) f(n);\n")
      << "what is only read is the same above";
}

TEST(SuperCall, IsWrittenWhereTheBaseLeavesNoDoubt) {
  const Files pet = {
      {"src/pet.mjs", "export class Pet {\n  constructor(name, age = 0) {\n    this.name = name;\n  }\n}\n"}};
  EXPECT_EQ(built("class Dog extends Pet {\n  constructor(name, tail) {\n    this.tail = tail;\n  }\n}\n", 3, pet),
            "class Dog extends Pet {\n  constructor(name, tail) {\n    super(name);\n    this.tail = tail;\n  }\n}\n");
  auto with_build = pet;
  with_build["dist/pet.js"] = "class Pet {\n  constructor(a, b) {}\n}\n";
  EXPECT_EQ(built("class Dog extends Pet {\n  constructor(name) {\n    this.tail = 1;\n  }\n}\n", 3, with_build),
            "class Dog extends Pet {\n  constructor(name) {\n    super(name);\n    this.tail = 1;\n  }\n}\n")
      << "what was built is no second class";
  EXPECT_EQ(built("class Base {}\nclass Dog extends Base {\n  constructor() {}\n}\n", 3),
            "class Base {}\nclass Dog extends Base {\n  constructor() { super(); }\n}\n");
  EXPECT_EQ(built("class Bus extends EventEmitter {\n  constructor() {\n    this.a = 1;\n  }\n}\n", 3),
            "class Bus extends EventEmitter {\n  constructor() {\n    super();\n    this.a = 1;\n  }\n}\n");
  EXPECT_EQ(built("class Oops extends Error {\n  constructor(message) { this.code = 1; }\n}\n", 2),
            "class Oops extends Error {\n  constructor(message) { super(message); this.code = 1; }\n}\n");
}

TEST(SuperCall, OfOthersIsMendedWhereThatIsNotEnough) {
  const std::string late = "  constructor(n) {\n    this.n = n;\n    super();\n  }\n}\n";
  const std::string early = "  constructor(n) {\n    super();\n    this.n = n;\n  }\n}\n";
  const std::string lazy =
      "class D extends B {\n  constructor(n) {\n    const f = () => this.n;\n    super();\n  }\n}\n";
  const auto tree = tree_of({{"a.js", "class A extends B {\n" + late + lazy},
                             {"c.js", "class C extends B {\n" + late},
                             {"dist/c.js", "class C extends B {\n" + late},
                             {"c.min.js", "class C extends B {\n" + late}});
  const auto patches = candidates(
      "js.call-super", tree, diagnosis_of({thrown("Must call super constructor", {"    new A (/srv/app/a.js:3:5)"})}));
  ASSERT_EQ(patches.size(), 2U);
  EXPECT_EQ(patches[0].changes.size(), 1U);
  EXPECT_EQ(patches[1].changes.size(), 2U) << "not what was built";
  EXPECT_EQ(patches[1].find("a.js")->after, "class A extends B {\n" + early + lazy);
  EXPECT_EQ(patches[1].find("c.js")->after, "class C extends B {\n" + early);
}

TEST(SuperCall, IsNotGuessed) {
  const Files pet = {{"src/pet.mjs", "export class Pet {\n  constructor(name) {\n    this.name = name;\n  }\n}\n"}};
  EXPECT_EQ(built("class Dog extends Pet {\n  constructor(title) {\n    this.tail = 1;\n  }\n}\n", 3, pet), "nothing");
  EXPECT_EQ(built("class Cache extends Map {\n  constructor(entries) {\n    this.hits = 0;\n  }\n}\n", 3), "nothing")
      << "are the entries for the map?";
  EXPECT_EQ(built("class Cache extends Map {\n  constructor() {\n    this.hits = 0;\n  }\n}\n", 3),
            "class Cache extends Map {\n  constructor() {\n    super();\n    this.hits = 0;\n  }\n}\n");
  EXPECT_EQ(built("class Dog extends Unknown {\n  constructor() {\n    this.tail = 1;\n  }\n}\n", 3), "nothing");
  EXPECT_EQ(built("class Dog extends mixin(Pet) {\n  constructor() {\n    this.tail = 1;\n  }\n}\n", 3), "nothing");
}

TEST(SuperCall, IsWhatTscAndEslintAskFor) {
  const std::string text = "class A extends B {\n  constructor(n: number) {\n    this.n = n;\n    super(n);\n  }\n}\n";
  const std::string wanted =
      "class A extends B {\n  constructor(n: number) {\n    super(n);\n    this.n = n;\n  }\n}\n";
  EXPECT_EQ(after("js.call-super", {{"a.ts", text}}, "a.ts",
                  said("a.ts(3,5): error TS17009: 'super' must be called before accessing 'this' in the constructor of "
                       "a derived class.",
                       {{"file", "a.ts"}, {"line", "3"}, {"column", "5"}})),
            wanted);
  auto one = said("  3:5  error  'this' is not allowed before 'super()'  no-this-before-super",
                  {{"line", "3"}, {"column", "5"}});
  one.before = {"/srv/app/a.ts"};
  EXPECT_EQ(after("js.call-super", {{"a.ts", text}}, "a.ts", one), wanted);
}

}  // namespace
}  // namespace regreen::story
