#include "unit/mend/story.h"

namespace regreen::story {
namespace {

// The only file after the repair of what a message says of it; "" where nothing is changed.
std::string rewritten(const std::string& source, const std::string& header, const std::string& place,
                      const std::vector<std::string>& more = {}) {
  auto one = said(header, {});
  one.after = {" --> src/lib.rs:" + place};
  one.after.insert(one.after.end(), more.begin(), more.end());
  const auto after = mended("rust.rewrite-for-clippy", Files{{"src/lib.rs", source}}, one);
  return after.contains("src/lib.rs") ? after.at("src/lib.rs") : "";
}

const std::string appended = "error: `format!(..)` appended to existing `String`";

TEST(RustClippyText, IsWrittenWhereItGoes) {
  EXPECT_EQ(rewritten("use std::fmt::Write;\nfn f() {\n    out.push_str(&format!(\"{} {}\\n\", p, t));\n}\n", appended,
                      "3:5"),
            "use std::fmt::Write;\nfn f() {\n    let _ = writeln!(out, \"{} {}\", p, t);\n}\n");
  EXPECT_EQ(rewritten("fn f() {\n    *out += &format!(\"{p}\");\n}\n", appended, "2:5"),
            "use std::fmt::Write as _;\n\nfn f() {\n    let _ = write!(out, \"{p}\");\n}\n");
  EXPECT_EQ(
      rewritten("use std::fmt::Write;\nfn f() {\n    g(|x| s.push_str(&format!(\"\\n\")));\n}\n", appended, "3:11"),
      "use std::fmt::Write;\nfn f() {\n    g(|x| { let _ = writeln!(s); });\n}\n");
}

TEST(RustClippyText, StaysWhereItReadsWhatItWrites) {
  EXPECT_EQ(rewritten("fn f() {\n    out.push_str(&format!(\"{}\", out.len()));\n}\n", appended, "2:5"), "");
  EXPECT_EQ(rewritten("fn f() {\n    let x = out.push_str(&format!(\"a\"));\n}\n", appended, "2:13"), "");
  EXPECT_EQ(rewritten("fn f() {\n    at(3).push_str(&format!(\"a\"));\n}\n", appended, "2:5"), "");
}

std::string looped(const std::string& body, const std::string& proposed, bool counts = false,
                   const std::string& range = "0..times.len()") {
  const std::string header =
      std::string("error: the loop variable `i` is ") + (counts ? "" : "only ") + "used to index `times`";
  return rewritten("fn f() {\n    for i in " + range + " { " + body + " }\n}\n", header, "2:14",
                   {"help: consider using an iterator", "  |", "2 |     for " + proposed + " { " + body + " }"});
}

TEST(RustClippyLoop, GoesOverTheItems) {
  EXPECT_EQ(looped("s += times[i];", "<item> in &times"),
            "fn f() {\n    for time in times.iter() { s += *time; }\n}\n");
  EXPECT_EQ(looped("g(&times[i], times[i].a, -times[i]);", "<item> in &times"),
            "fn f() {\n    for time in times.iter() { g(time, time.a, -*time); }\n}\n");
  EXPECT_EQ(looped("times[i] = 0;", "<item> in &mut times"),
            "fn f() {\n    for time in times.iter_mut() { *time = 0; }\n}\n");
  EXPECT_EQ(looped("s += i * times[i];", "(i, <item>) in times.iter().enumerate()", true),
            "fn f() {\n    for (i, time) in times.iter().enumerate() { s += i * *time; }\n}\n");
}

TEST(RustClippyLoop, StaysWhereMoreThanTheItemIsMeant) {
  EXPECT_EQ(looped("s += times[i] + i;", "<item> in &times"), "");
  EXPECT_EQ(looped("s += times[i]; times.len();", "<item> in &times"), "");
  EXPECT_EQ(looped("s += a.times[i];", "<item> in &times"), "");
}

TEST(RustClippyLoop, StaysWhereAShortListWouldNoLongerFail) {
  EXPECT_EQ(looped("s += times[i];", "<item> in times.iter().take(n)", false, "0..n"), "");
  EXPECT_EQ(looped("s += times[i];", "<item> in &times", false, "0.."), "");
  EXPECT_EQ(looped("s += times[i];", "<item> in times.iter().skip(1)", false, "1..times.len()"),
            "fn f() {\n    for time in times.iter().skip(1) { s += *time; }\n}\n");
  EXPECT_EQ(looped("s += times[i];", "<item> in &times", false, "0..COUNT"),
            "fn f() {\n    for time in times.iter() { s += *time; }\n}\n");
}

const std::string elidable =
    "error: explicit lifetimes given in parameter types where they could be elided (or replaced with `'_`)";

TEST(RustClippyLifetime, GoesWhereItSaysNothing) {
  EXPECT_EQ(rewritten("impl T {\n    pub fn first<'a>(&'a self) -> Option<&'a str> { None }\n}\n", elidable, "2:5"),
            "impl T {\n    pub fn first(&self) -> Option<&str> { None }\n}\n");
  EXPECT_EQ(rewritten("fn f<'a, D: Show>(x: &'a mut D, l: Line<'a>) {}\n", elidable, "1:1"),
            "fn f<D: Show>(x: &mut D, l: Line<'_>) {}\n");
  EXPECT_EQ(rewritten("fn f<'a, 'b>(x: &'a str, y: &'b str) -> &'a str { x }\n",
                      "error: the following explicit lifetimes could be elided: 'b", "1:10"),
            "fn f<'a>(x: &'a str, y: &str) -> &'a str { x }\n");
}

TEST(RustClippyLifetime, StaysWhereTheBodyOrABoundNamesIt) {
  EXPECT_EQ(rewritten("fn f<'a>(x: &'a str) { let y: &'a str = x; }\n", elidable, "1:1"), "");
  EXPECT_EQ(rewritten("fn f<'a, T: Show<'a>>(x: &'a T) {}\n", elidable, "1:1"), "");
}

TEST(RustClippyTruth, IsAsserted) {
  const std::string header = "error: used `assert_eq!` with a literal bool";
  EXPECT_EQ(rewritten("    assert_eq!(is_up(&a), true);\n", header, "1:5"), "    assert!(is_up(&a));\n");
  EXPECT_EQ(rewritten("    assert_eq!(a == b, false, \"{a}\");\n", header, "1:5"),
            "    assert!(!(a == b), \"{a}\");\n");
  EXPECT_EQ(rewritten("    debug_assert_ne!(a.is(b), true);\n", header, "1:5"), "    debug_assert!(!a.is(b));\n");
  EXPECT_EQ(rewritten("    assert_eq!(true, true);\n", header, "1:5"), "");
}

std::string filled(const std::string& body, const std::string& literal, const std::string& below = "") {
  return rewritten(
      "fn f() {\n" + body + "}\n" + below,
      "error: field assignment outside of initializer for an instance created with Default::default()", "3:5",
      {"note: consider initializing the variable with `" + literal + "` and removing relevant reassignments",
       " --> src/lib.rs:2:5"});
}

const std::string derived = "\n#[derive(Debug, Default)]\npub struct Conf;\n";

TEST(RustClippyFields, AreSetWhereTheValueIsMade) {
  EXPECT_EQ(
      filled("    let mut c = Conf::default();\n    c.a = 3;\n    c.b = g(1; 2);\n    c.show();\n",
             "Conf { a: 3, b: g(1; 2), ..Default::default() }", derived),
      "fn f() {\n    let mut c = Conf {\n        a: 3,\n        b: g(1; 2),\n        ..Default::default()\n    };\n"
      "    c.show();\n}\n" +
          derived);
  EXPECT_EQ(filled("    let mut c = Conf::default();\n    c.a = 3;\n    c.b = c.a;\n", "Conf { a: 3 }"),
            "fn f() {\n    let mut c = Conf {\n        a: 3,\n    };\n    c.b = c.a;\n}\n");
}

TEST(RustClippyFields, StayWhereDefaultMayDoSomethingFirst) {
  const std::string body = "    let mut c = Conf::default();\n    c.a = next();\n",
                    literal = "Conf { a: next(), ..Default::default() }";
  EXPECT_EQ(filled(body, literal), "");
  EXPECT_EQ(filled(body, literal, "\npub struct Conf;\nimpl Default for Conf {}\n"), "");
  EXPECT_NE(filled(body, literal, derived), "");
  EXPECT_NE(filled("    let mut c = Conf::default();\n    c.a = String::from(x);\n", "Conf { a: String::from(x) }"),
            "");
}

TEST(RustClippyFields, StayBelowWhatIsSaidOfThem) {
  EXPECT_EQ(filled("    let mut c = Conf::default();\n    c.a = 3;\n    // why\n    c.b = 4;\n", "Conf { a: 3, b: 4 }"),
            "");
  EXPECT_EQ(filled("    let mut c = Conf::new();\n    c.a = 3;\n", "Conf { a: 3 }"), "");
}

}  // namespace
}  // namespace regreen::story
