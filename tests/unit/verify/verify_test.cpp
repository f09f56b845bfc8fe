#include "verify/verify.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Diagnosis failure(std::string rule, std::string category, std::string about, std::size_t times = 1) {
  Diagnosis one;
  one.rule = {std::move(rule)};
  one.category = std::move(category);
  one.captures = {{"symbol", about}};
  one.signature = {one.rule.value + about};
  one.occurrences.resize(times);
  return one;
}

Rehearsal ended(int exit, Rehearsal::End end = Rehearsal::End::exited) {
  Rehearsal rehearsal;
  rehearsal.exit = exit;
  rehearsal.end = end;
  return rehearsal;
}

Patch patch_of(std::string path) {
  Patch patch;
  patch.put({std::move(path), "a", "b", false, false});
  return patch;
}

const Diagnosis missing = failure("py.missing", "dependency_missing", "yaml");
const Diagnosis next = failure("py.missing", "dependency_missing", "flask");
const Diagnosis test = failure("py.test", "test_failure", "test_a");

TEST(Verify, ACommandThatPassesIsFixed) { EXPECT_EQ(judge(missing, {missing}, {}, ended(0), {}), Verdict::fixed); }

TEST(Verify, AGreenInWhichTestsDidNotRunIsTold) {
  const Table words = {{"and have been skipped", "tests were skipped"}};
  auto after = ended(0);
  after.output = "async def functions are not supported and have been skipped.\n1 passed, 2 skipped\n";
  EXPECT_EQ(untested(after, "'asyncio' not found in `markers`", words), "tests were skipped");
  EXPECT_EQ(untested(after, "functions are not supported and have been skipped.", words), "") << "as it was before";
  after.output = "3 passed\n";
  EXPECT_EQ(untested(after, "", words), "");
}

TEST(Verify, TheSameFailureIsUnchanged) {
  EXPECT_EQ(judge(missing, {missing}, {}, ended(1), {missing}), Verdict::unchanged);
}

TEST(Verify, AnotherFailureBehindItIsProgress) {
  EXPECT_EQ(judge(missing, {missing}, {}, ended(1), {next}), Verdict::progressed);
  EXPECT_EQ(judge(missing, {missing}, {}, ended(1), {test}), Verdict::progressed);
}

TEST(Verify, FewerOfTheSameIsProgress) {
  const auto three = failure("lint", "lint", "x", 3), two = failure("lint", "lint", "x", 2);
  EXPECT_EQ(judge(three, {three}, {}, ended(1), {two}), Verdict::progressed);
  EXPECT_EQ(judge(two, {two}, {}, ended(1), {three}), Verdict::unchanged);
}

TEST(Verify, TheSameInAnotherFileIsProgress) {
  auto here = failure("js.dirname", "import_error", "__dirname"), there = here;
  here.locations = {{"/builds/app/lib/a.js", 4, 0}};
  there.locations = {{"/builds/app/lib/b.js", 9, 0}};
  EXPECT_EQ(judge(here, {here}, patch_of("lib/a.js"), ended(1), {there}), Verdict::progressed);
  EXPECT_EQ(judge(here, {here}, patch_of("lib/a.js"), ended(1), {here}), Verdict::unchanged);
  EXPECT_EQ(judge(here, {here}, patch_of("lib/c.js"), ended(1), {there}), Verdict::unchanged) << "nobody mended that";
}

TEST(Verify, TheSameInAnotherFileIsNoProgressWhereTheMendedOneBreaks) {
  auto here = failure("js.dirname", "import_error", "__dirname"), there = here;
  here.locations = {{"lib/a.js", 4, 0}};
  there.locations = {{"lib/b.js", 9, 0}};
  auto broken = failure("js.syntax", "syntax_error", "x");
  broken.locations = {{"lib/a.js", 3, 1}};
  EXPECT_EQ(judge(here, {here}, patch_of("lib/a.js"), ended(1), {there, broken}), Verdict::unchanged);
}

TEST(Verify, ACommandThatHangsNowIsWorse) {
  EXPECT_EQ(judge(missing, {missing}, {}, ended(137, Rehearsal::End::timed_out), {test}), Verdict::worse);
}

TEST(Verify, AFailureThatNobodyCanNameIsWorse) {
  EXPECT_EQ(judge(missing, {missing}, {}, ended(1), {Diagnosis{}}), Verdict::worse);
  EXPECT_EQ(judge(missing, {missing}, {}, ended(1), {}), Verdict::worse);
}

TEST(Verify, CodeThatThePatchBrokeIsWorse) {
  Diagnosis broken = failure("py.syntax", "syntax_error", "x");
  broken.locations = {{"/tmp/copy/src/a.py", 3, 0}};
  EXPECT_EQ(judge(missing, {missing}, patch_of("src/a.py"), ended(1), {broken}), Verdict::worse);
  EXPECT_EQ(judge(missing, {missing}, patch_of("b.py"), ended(1), {broken}), Verdict::progressed)
      << "it was hidden before";
  EXPECT_EQ(judge(missing, {missing, broken}, patch_of("src/a.py"), ended(1), {broken}), Verdict::progressed)
      << "it was there before";
}

TEST(Verify, TheNextOneOfItsKindWasHiddenBefore) {
  const auto time = failure("go.undefined", "import_error", "time");
  auto strings = failure("go.undefined", "import_error", "strings");
  strings.locations = {{"src/a.go", 5, 0}};
  EXPECT_EQ(judge(time, {time}, patch_of("src/a.go"), ended(1), {strings}), Verdict::progressed);
}

TEST(Verify, WhatACompilerLooksAtLastWasHiddenBefore) {
  const auto type = failure("rust.mismatched-types", "type_error", "a");
  Patch patch;
  patch.put({"src/lib.rs", "let a = 1;\nlet b = c;\n", "let a = 1;\nlet b = d;\n", false, false});
  auto borrowed = failure("rust.borrow-checker", "compile_error", "b");
  borrowed.locations = {{"src/lib.rs", 1, 5}};
  EXPECT_EQ(judge(type, {type}, patch, ended(101), {borrowed}), Verdict::progressed);
  EXPECT_EQ(judge(failure("c.undeclared", "compile_error", "a"), {type}, patch, ended(101), {borrowed}),
            Verdict::worse);
  borrowed.locations = {{"src/lib.rs", 2, 5}};
  EXPECT_EQ(judge(type, {type}, patch, ended(101), {borrowed}), Verdict::worse) << "on a line that it wrote";
}

// The error stands where a value is used; the patch wrote the line above, where it is moved now.
TEST(Verify, WhatAWrittenLineMovesIsThePatchesOwnWork) {
  const auto type = failure("rust.mismatched-types", "type_error", "a");
  Patch patch;
  patch.put({"src/lib.rs", "let v = a();\neat(&v);\nshow(v);\n", "let v = a();\neat(v);\nshow(v);\n", false, false});
  auto moved = failure("rust.borrow-checker", "compile_error", "v");
  moved.locations = {{"src/lib.rs", 3, 6}};
  moved.occurrences.emplace_back();
  moved.occurrences[0].after = {" --> src/lib.rs:3:6", "  |", "1 | let v = a();", "3 | show(v);", "", "2 | eat(v);"};
  EXPECT_EQ(judge(type, {type}, patch, ended(101), {moved}), Verdict::progressed)
      << "behind a blank line: another error";
  moved.occurrences[0].after = {" --> src/lib.rs:3:6", "  |", "2 | eat(v);", "  |     - value moved here",
                                "3 | show(v);"};
  EXPECT_EQ(judge(type, {type}, patch, ended(101), {moved}), Verdict::worse);
}

TEST(Verify, ABodyWrittenForOtherTypesIsAConsequence) {
  const auto overriding = failure("cpp.overrides-nothing", "compile_error", "o");
  const Patch patch = {
      {{"src/list.cpp", "void write(Text a) { add(a); }\n", "void write(View a) { add(a); }\n", false, {}}}};
  auto call = failure("c.no-matching-function", "compile_error", "n");
  call.locations = {{"src/list.cpp", 1, 25}};
  EXPECT_EQ(judge(overriding, {overriding}, patch, ended(1), {call}), Verdict::progressed);
  EXPECT_EQ(judge(failure("c.undeclared", "compile_error", "u"), {overriding}, patch, ended(1), {call}),
            Verdict::worse);
  const std::string head = "void write(View a)\n{\n  add(a);\n}\n";
  const Patch long_body = {{{"src/list.cpp",
                             "void write(Text a)\n{\n  add(a);\n}\n\nint main() {\n  f(list);\n}\n",
                             head + "\nint main() {\n  f(list);\n}\n",
                             false,
                             {}}}};
  call.locations = {{"src/list.cpp", 3, 3}};
  EXPECT_EQ(judge(overriding, {overriding}, long_body, ended(1), {call}), Verdict::progressed);
  call.locations = {{"src/list.cpp", 7, 3}};
  EXPECT_EQ(judge(overriding, {overriding}, long_body, ended(1), {call}), Verdict::worse) << "who calls it";
  call.locations = {{"src/list.cpp", 1, 25}};
  auto unknown = failure("c.undeclared", "compile_error", "u");
  unknown.locations = call.locations;
  EXPECT_EQ(judge(overriding, {overriding}, patch, ended(1), {unknown}), Verdict::worse) << "a type that is not there";
}

TEST(Verify, ComparesTheReasonNotTheWords) {
  EXPECT_EQ(compare(missing, next), Reproduced::as_diagnosed);
  EXPECT_EQ(compare(missing, test), Reproduced::otherwise);
  EXPECT_EQ(compare(test, failure("sh.not-found", "toolchain", "cargo")), Reproduced::by_machine);
  EXPECT_EQ(compare(Diagnosis{}, test), Reproduced::as_diagnosed) << "the log did not say";
}

TEST(Verify, WhatCameAndWentHasToPassMoreThanOnce) {
  EXPECT_EQ(passes_needed(missing), 1u);
  EXPECT_GT(passes_needed(failure("f", "flaky_test", "t")), 1u);
}

}  // namespace
}  // namespace regreen
