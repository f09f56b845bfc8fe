// The fixers of Go, Rust and Java look at sources that end anywhere, and at logs that point beyond them.
#include "story.h"

#include <algorithm>
#include <random>

namespace regreen::story {
namespace {

const std::string go =
    "package a\n\nimport (\n\t\"fmt\"\n\t. \"embed\"\n)\n\n//go:embed web/*.tmpl\nvar files FS\n\nvar (\n\tall "
    "map[string]int\n"
    "\tid  ID\n)\n\ntype ID int\ntype Tally[K any] struct {\n\tcounts map[string]int `json:\"c`\n}\n\n"
    "func New() *Tally[int] { return &Tally[int]{} }\n\nfunc (t *Tally[K]) Add(m map[string]map[int]int, n int) (ID, "
    "error) {\n"
    "\tt.counts[\"a\"] += n\n\tm[x][y]++\n\tall[f()] = 1\n\tfmt.Printf(\"%d %s\\n\", n, `x`)\n\treturn nil, nil\n}\n\n"
    "func TestX(t *testing.T) {\n\tt.Parallel()\n\tfor i, v := range x {\n\t\tgo func() { use(v, i, 'x') }()\n\t}\n"
    "\tt.Setenv(\"A\", \"b\")\n}\n";
const std::string rust =
    "use std::{rc::Rc, fmt};\nmod b;\n#[macro_use]\nmod c;\npub use c::{D, E as F};\n/// See [`D::x`] and "
    "[`D`](c::D).\n"
    "#[derive(Debug)]\npub struct T<K: Eq, V>(Rc<Vec<K>>, *const V);\nenum E { #[error(\"x\")] Io(io::Error), P { a: "
    "u8 } }\n"
    "impl<K: Eq, V> T<K, V>\nwhere\n    V: Copy,\n{\n    pub fn get(&self, a: &'static str) -> Result<u8, E> {\n"
    "        let x = open(r#\"a\"#)?;\n        twice!(x.clone(), 'c', '\\'');\n        include_str!(\"../d.txt\");\n   "
    "     Ok(1)\n    }\n}\n"
    "macro_rules! twice {\n    ($a:expr) => { twice_more!($a) };\n}\nfn f<T>(a: T) -> fn(u8) -> u8 { "
    "Rc::new(RefCell::new(a)) }\n";
const std::string cargo =
    "[package]\nname = \"a-b\"\n[workspace]\nmembers = [\"x\", 'y']\n[dependencies]\nz = { path = \"../z\", version = "
    "\"1\" "
    "}\n[features]\nf = []\n[[bin]]\nname = \"tally\"\npath = \"src/bin/t.rs\"\n";
const std::string java =
    "package a.b;\nimport java.util.*;\nimport a.b.C;\n/** {@code x} */\npublic class Till<T> extends Base implements "
    "Runnable {\n"
    "  private List<String> all = new ArrayList<>();\n  @Override\n  public void run() throws IOException {\n"
    "    String shop = \"a\\\"b\"; char c = '\\''; int n = 1;\n    shop = shop.trim();\n    for (int i = 0; i < 3; "
    "i++) add(() -> shop + i);\n"
    "    new Thread(new Runnable() { public void run() { n++; } });\n    Integer x = new Integer(1);\n    switch (n) { "
    "case 1 -> f(); default: }\n"
    "    return (String) all.get(0).length() > 1 ? null : \"\"\"\n      x\"\"\";\n  }\n}\nrecord P(int a) {}\n";
const std::string pom =
    "<project>\n  <parent/>\n  <properties>\n    <a>${b}</a>\n  </properties>\n  "
    "<plugin>\n<artifactId>maven-compiler-plugin\n"
    "<encoding>x</encoding><release>8</release></plugin>\n</project>\n";

const std::vector<std::string> messages = {
    "newline in string",
    "error: unclosed string literal",
    "panic: assignment to entry in nil map",
    "pattern web/*.tmpl: no matching files found",
    "undefined: a.Distance",
    "x not declared by package a",
    "x.y undefined (type T has no field or method y)",
    "syntax error: unexpected newline in composite literal; possibly missing comma or }",
    "no new variables on left side of :=",
    "non-declaration statement outside function body",
    "expecting { after if clause",

    "fmt.Printf format %d has arg n of wrong type string",
    "possible formatting directive %d",
    "struct field tag not compatible with reflect.StructTag.Get",
    "TestX has malformed name: first letter after 'Test'",
    "cannot use nil as ID value in return statement",
    "cannot use n (variable of type int) as string value in argument to f",
    "invalid operation: a + b (mismatched types int and int64)",
    "not enough return values",
    "too many return values",
    "assignment mismatch: 1 variable but f returns 2 values",
    "assignment mismatch: 2 variables but f returns 1 value",
    "invalid map key type K (missing comparable constraint)",
    "invalid operation: cannot compare w == v",
    "loop variable v captured by func literal",
    "arg list ends with redundant newline",
    "composite literal uses unkeyed fields",
    "the cancel function should be called, not discarded",
    "using resp before checking for errors",
    "call of json.Unmarshal passes non-pointer as second argument",
    "conversion yields a string of one rune",
    "append(a, b) is not used",
    "non-constant format string in call to fmt.Printf",
    "declared and not used: x",
    "\"fmt\" imported and not used",
    "panic: testing: t.Setenv called after t.Parallel",
    "imports a: import cycle not allowed in test",
    "replacement directory ./b does not exist",
    "found packages a and b in /srv",
    "go.mod requires go >= 1.22",
    "package a/x is not in std",
    "error[E0599]: the method `m` exists for reference `&T`, but its trait bounds were not satisfied",
    "error: unresolved link to `D::missing_member`",
    "error[E0277]: `Rc<Vec<u8>>` cannot be sent between threads safely",
    "error[E0277]: `?` couldn't convert the error to `E`",
    "error: cannot find macro `twice` in this scope",
    "error: environment variable `CARGO_BIN_EXE_tolly` not defined",
    "error[E0432]: unresolved import `old_name`",
    "error[E0583]: file not found for module `b`",
    "error: couldn't read src/../d.txt: No such file or directory",
    "error: failed to load manifest for workspace member `/srv/y`",
    "error[E0603]: function `get` is private",
    "error[E0382]: borrow of moved value: `x`",
    "error[E0277]: the trait bound `T: Clone` is not satisfied",
    "error: unused import: `fmt`",
    "error: unused variable: `x`",
    "error: expected `;`, found `Ok`",
    "error[E0412]: cannot find type `HashMap` in this scope",
    "error[E0433]: failed to resolve: could not find `peak` in the crate root",
    "error: unexpected `cfg` condition value: `g`",
    "error[E0728]: `async fn` is not permitted in Rust 2015",
    "error: local variables referenced from a lambda expression must be final or effectively final",
    "error: unmappable character (0xC3) for encoding US-ASCII",
    "error: unreported exception IOException; must be caught or declared",
    "error: cannot find symbol",
    "error: ';' expected",
    "error: ')' expected",

    "error: reached end of file while parsing",
    "error: unexpected type",
    "error: int cannot be dereferenced",
    "error: all has private access in Till",
    "error: incompatible types: int cannot be converted to String",
    "error: incompatible types: String cannot be converted to boolean",
    "error: method does not override or implement a method from a supertype",
    "error: invalid method declaration; return type required",
    "error: records are not supported in -source 11",
    "error: class Bill is public, should be declared in a file named Bill.java",
    "warning: [cast] redundant cast to String",
    "warning: [serial] serializable class Till has no definition of serialVersionUID",
    "warning: [rawtypes] found raw type: List",
    "warning: [deprecation] Integer(int) in Integer has been deprecated",
    "Unresolved reference 'x'",
    "'val' cannot be reassigned"};

bool is_of(std::string_view remedy) {
  return remedy.starts_with("go.") || remedy.starts_with("rust.") || remedy.starts_with("java.") ||
         remedy.starts_with("kotlin.");
}

// Everything that may be said, of each of the files, at one place and in lines that say more than the file has.
Diagnosis everything(std::size_t line, std::size_t column, const Files& files) {
  const auto place = std::to_string(line), caret = std::string(500, ' ') + "^";
  std::vector<Occurrence> all;
  for (const auto& message : messages) {
    for (const auto* file : {"a/a.go", "src/lib.rs", "src/Till.java"}) {
      auto one = said(std::string(file) + ":" + place + ": " + message,
                      {{"file", file},
                       {"line", place},
                       {"column", std::to_string(column)},
                       {"symbol", "twice"},
                       {"module", "b"},
                       {"path", "web/*.tmpl"},
                       {"package", "a"},
                       {"version", "1.22"},
                       {"code", "E0277"}},
                      {{file, line, column}});
      const auto lines = split_lines(files.at(file));
      one.after = {line <= lines.size() ? std::string(lines[line - 1]) : "",
                   caret,
                   "   --> src/lib.rs:" + place + ":" + std::to_string(column),
                   "   = note: the following trait bounds were not satisfied:",
                   "           `T: Clone`",
                   "           `K: std::hash::Hash`",
                   "   = note: the trait `From<io::Error>` is not implemented for `E`",
                   "note: the function `get` is defined here",
                   "  symbol:   class HashMap",
                   "  location: class Till",
                   "help: consider importing this struct",
                   place + " + use std::collections::HashMap;",
                   "  required: reference"};
      one.before = {"package a", "imports b", "\t/srv/a/a.go:" + place + " +0x1d"};
      all.push_back(std::move(one));
    }
  }
  return diagnosis_of(std::move(all));
}

Files cut_at(std::size_t size) {
  const auto part = [&](const std::string& text) { return text.substr(0, std::min(size, text.size())); };
  return {{"a/a.go", part(go)},
          {"a/a_test.go", part(go)},
          {"a/a_arm.go", part(go)},
          {"a/webs/x.tmpl", ""},
          {"go.mod", part("module b\n\ngo 1.20\n\nreplace c => ./b\n")},
          {"src/lib.rs", part(rust)},
          {"src/c.rs", part(rust)},
          {"src/bee.rs", ""},
          {"Cargo.toml", cargo},
          {"src/Till.java", part(java)},
          {"src/C.java", part(java)},
          {"pom.xml", part(pom)},
          {"Makefile", part("all:\n\tjavac $(JAVAC_OPTS) \\\n  a.java\n")},
          {"a.kt", part(java)}};
}

void look_at(const Files& files, std::size_t line, std::size_t column) {
  const auto tree = tree_of(files);
  const auto diagnosis = everything(line, column, files);
  for (const auto& row : fixers()) {
    if (is_of(row.remedy)) row.fix({diagnosis, tree, tables()});
  }
}

TEST(SurvivalOfRooms, SourcesMayEndAnywhere) {
  const auto longest = std::max({go.size(), rust.size(), java.size()});
  for (std::size_t cut = 0; cut <= longest; cut += 17) {
    const auto files = cut_at(cut);
    const auto& longer = files.at(cut % 2 == 0 ? "src/lib.rs" : "a/a.go");
    const auto last = static_cast<std::size_t>(std::ranges::count(longer, '\n')) + 1;
    look_at(files, cut % 3 == 0 ? last : cut % last + 1, cut % 3 == 1 ? 0 : cut % 23 + 1);
  }
}

// A few stretches of a text are gone, doubled, or have something else in their place: the same ones each time.
std::string mangled(std::string text, std::mt19937& chance) {
  const auto below = [&](std::size_t limit) { return chance() % limit; };
  for (auto times = below(6) + 1; times > 0; --times) {
    const auto at = below(text.size() + 1), size = below(60);
    switch (below(3)) {
      case 0: text.erase(at, size); break;
      case 1: text.insert(below(text.size() + 1), text.substr(at, size)); break;
      default: text.insert(at, 1, "{}()[]<>;,\"'`\n#/*:=."[below(20)]);
    }
  }
  return text;
}

TEST(SurvivalOfRooms, SourcesMayBeMangled) {
  std::mt19937 chance(7);
  for (std::size_t round = 0; round < 40; ++round) {
    auto files = cut_at(std::string::npos);
    for (auto& [path, text] : files) text = mangled(text, chance);
    look_at(files, chance() % 30 + 1, chance() % 40);
  }
}

TEST(SurvivalOfRooms, SourcesOfBracketsAlone) {
  for (const std::string text : {"{ x } fn", "{", "}", "((((", ";;;\n;", "#[", "enum E { #[error( }", "map[",
                                 "impl<T {", "`", "\"", "x = '", "\n\n\t"}) {
    auto files = cut_at(0);
    for (const auto* file : {"a/a.go", "src/lib.rs", "src/Till.java"}) files[file] = text;
    for (std::size_t column = 0; column < 10; column += 3) look_at(files, 1, column);
  }
}

}  // namespace
}  // namespace regreen::story
