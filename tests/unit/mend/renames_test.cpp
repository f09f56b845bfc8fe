#include "mend/text/renames.h"

#include "mend/text/definition.h"
#include "mend/text/moved_files.h"
#include "mend/text/name_words.h"
#include "story.h"

namespace regreen {
namespace {

using story::Files;

LastCommit was(const Files& before, const std::vector<std::string>& added = {}) {
  LastCommit commit;
  for (const auto& [path, text] : before) commit.before[path] = text;
  for (const auto& path : added) commit.before[path] = std::nullopt;
  return commit;
}

/// What a name became by the change of a file; "nothing" where that is not known.
std::string renamed(const std::string& path, const std::string& before, const std::string& after,
                    const std::string& name) {
  const auto renames = renames_of(was({{path, before}}), story::tree_of({{path, after}}), {name});
  const auto found = renames.find(name);
  return found == renames.end() ? "nothing" : found->second.places.front().owner + "." + found->second.today;
}

/// "Owner.name" of the definition that a marked name (|name) is; "nothing" where it is none.
std::string defined(const std::string& file, std::string code) {
  const auto at = code.find('|');
  code.erase(at, 1);
  const auto definition = definition_at(file, code, at);
  return definition ? definition->owner + "." : "nothing";
}

TEST(Definitions, are_of_functions_types_constants_and_members) {
  EXPECT_EQ(defined("a.py", "def |f(a):\n    pass\n"), ".");
  EXPECT_EQ(defined("a.py", "class A:\n    def |f(self):\n        pass\n"), "A.");
  EXPECT_EQ(defined("a.py", "class A:\n    def f(self):\n        self.|x = 1\n"), "A.");
  EXPECT_EQ(defined("a.py", "class A:\n    |x: int\n"), "A.");
  EXPECT_EQ(defined("a.py", "|X = 1\n"), ".");
  EXPECT_EQ(defined("a.ts", "export interface A {\n  |x: string;\n}\n"), "A.");
  EXPECT_EQ(defined("a.ts", "export type A = { |x: string };\n"), "A.");
  EXPECT_EQ(defined("a.ts", "export const |x = 1;\n"), ".");
  EXPECT_EQ(defined("a.go", "func (p *P) |Heavy() bool { return true }\n"), "P.");
  EXPECT_EQ(defined("a.go", "type P struct {\n\t|Grams int\n}\n"), "P.");
  EXPECT_EQ(defined("a.go", "const (\n\t|A = 1\n)\n"), ".");
  EXPECT_EQ(defined("a.rs", "impl Show for P {\n    fn |f(&self) {}\n}\n"), "P.");
  EXPECT_EQ(defined("a.rs", "pub struct P {\n    pub |x: u32,\n}\n"), "P.");
  EXPECT_EQ(defined("A.java", "class A {\n  private int |x = 1;\n}\n"), "A.");
  EXPECT_EQ(defined("a.h", "struct r {\n  int |x;\n};\n"), "r.");
  EXPECT_EQ(defined("a.h", "int |f(int a);\n"), ".");
  EXPECT_EQ(defined("a.cpp", "int Job::|f() const { return 1; }\n"), "Job.");
  EXPECT_EQ(defined("a.h", "enum { |x = 1 };\n"), ".");
}

TEST(Definitions, are_no_uses_imports_arguments_and_local_names) {
  EXPECT_EQ(defined("a.py", "from a import |f\n"), "nothing");
  EXPECT_EQ(defined("a.py", "def f():\n    |x = 1\n"), "nothing");
  EXPECT_EQ(defined("a.py", "def f(|x):\n    pass\n"), "nothing");
  EXPECT_EQ(defined("a.ts", "import { |x } from './a';\n"), "nothing");
  EXPECT_EQ(defined("a.ts", "import type { |x } from './a';\n"), "nothing");
  EXPECT_EQ(defined("a.ts", "function f() {\n  const |x = 1;\n}\n"), "nothing");
  EXPECT_EQ(defined("a.ts", "interface A {\n  a: |B;\n}\n"), "nothing");
  EXPECT_EQ(defined("a.rs", "use a::|b;\n"), "nothing");
  EXPECT_EQ(defined("A.java", "import java.util.|Map;\nclass A {}\n"), "nothing");
  EXPECT_EQ(defined("A.java", "class A {\n  Map<|B, C> x = new D();\n}\n"), "nothing");
  EXPECT_EQ(defined("a.c", "int f(int |x) { return x; }\n"), "nothing");
  EXPECT_EQ(defined("a.c", "int f(struct r *r) { int |x = 1; }\n"), "nothing");
}

TEST(Renames, are_told_by_a_definition_with_the_same_body) {
  EXPECT_EQ(renamed("a.py", "def f(a):\n    return a + 1\n", "def g(a):\n    return a + 1\n", "f"), ".g");
  EXPECT_EQ(renamed("a.py", "def f(a):\n    return a + 1\n", "def g(a):\n    return a - 1\n", "f"), "nothing");
  EXPECT_EQ(renamed("a.py", "def f(a):\n    b = 1\n    return a\n", "def g(a):\n    b = 2\n    return a\n", "f"),
            "nothing");
  EXPECT_EQ(
      renamed("a.py", "def f(a):\n    return a + 1\n\n\nx = 1\n", "def g(a):\n    return a + 1\n\n\nx = 2\n", "f"),
      ".g");
  EXPECT_EQ(renamed("a.ts", "export const f = 'live.example.org';\n", "export const g = 'test.example.org';\n", "f"),
            "nothing");
  EXPECT_EQ(renamed("a.ts", "export const f = 'a.example.org';\n", "export const g = 'a.example.org';\n", "f"), ".g");
}

TEST(Renames, of_what_has_no_body_need_a_use_or_a_name_that_is_alike) {
  const std::string use = "int f(struct r *r) { return r->";
  EXPECT_EQ(renamed("a.h", "struct r {\n  int used;\n};\n", "struct r {\n  int length;\n};\n", "used"), "nothing");
  EXPECT_EQ(renamed("a.h", "struct r {\n  int used;\n};\n" + use + "used; }\n",
                    "struct r {\n  int length;\n};\n" + use + "length; }\n", "used"),
            "r.length");
  EXPECT_EQ(renamed("a.h", "int ring_len(void);\n", "int ring_length(void);\n", "ring_len"), ".ring_length");
}

TEST(Renames, do_not_hold_where_another_line_says_otherwise) {
  EXPECT_EQ(renamed("a.py", "class A:\n    def f(self):\n        self.total = sum(x)\n        self.total = 2\n",
                    "class A:\n    def f(self):\n        self.plus = sum(x)\n        self.plus = 3\n", "total"),
            "nothing");
  EXPECT_EQ(renamed("a.py", "class A:\n    def f(self):\n        self.used = True\n",
                    "class A:\n    def f(self):\n        self.skipped = False\n", "used"),
            "nothing");
  EXPECT_EQ(renamed("a.ts", "import { least } from './m';\nleast(1, 2);\n",
                    "import { most } from './m';\nmost(1, 2);\n", "least"),
            "nothing");
  EXPECT_EQ(renamed("a.h", "struct J {\n  int errors();\n};\n", "struct J {\n  bool errors_seen();\n};\n", "errors"),
            "nothing");
}

TEST(Renames, need_a_name_that_is_new_and_lines_that_kept_their_places) {
  EXPECT_EQ(
      renamed("a.py", "def f(a):\n    return a + 1\n\n\nx = g\n", "def g(a):\n    return a + 1\n\n\nx = g\n", "f"),
      "nothing");
  EXPECT_EQ(renamed("a.ts", "interface P {\n  lat: number;\n  lng: number;\n}\n",
                    "interface P {\n  x: number;\n  y: number;\n}\n", "lat"),
            "nothing");
  EXPECT_EQ(renamed("a.h", "struct s {\n  int width;\n  int height;\n};\n",
                    "struct s {\n  int height_mm;\n  int width_mm;\n};\n", "width"),
            "nothing");
}

TEST(Renames, of_hunks_lines_and_commits_too_large_for_a_person_tell_nothing) {
  std::string before, after;
  for (int i = 0; i < 30; ++i) {
    const auto number = std::to_string(i);
    before += "def f" + number + "(a):\n    return a + 1\n";
    after += "def g" + number + "(a):\n    return a + 1\n";
  }
  EXPECT_EQ(renamed("a.py", before, after, "f1"), "nothing");
  const std::string blanks(70'000, '\n');
  EXPECT_EQ(renamed("a.py", blanks + "def f(a):\n    return a + 1\n", blanks + "def g(a):\n    return a + 1\n", "f"),
            "nothing");
}

TEST(NameWords, tell_contraries_units_and_other_words) {
  EXPECT_EQ(words_in_name("trackingNo"), (std::vector<std::string>{"tracking", "no"}));
  EXPECT_EQ(words_in_name("HTTPServer_v2"), (std::vector<std::string>{"http", "server", "v2"}));
  EXPECT_TRUE(shares_word("ring_len", "ringLength"));
  EXPECT_FALSE(shares_word("limit", "most"));
  EXPECT_TRUE(means_another("timeoutMs", "timeoutSeconds"));
  EXPECT_TRUE(means_another("isEnabled", "isDisabled"));
  EXPECT_TRUE(means_another("createAccount", "delete_account"));
  EXPECT_FALSE(means_another("weight", "grams"));
  EXPECT_FALSE(means_another("to_km", "kilometres"));
  EXPECT_TRUE(has_other_word("userName", "displayName"));
  EXPECT_FALSE(has_other_word("trackingNo", "trackingNumber"));
}

TEST(MovedFiles, have_the_same_bytes_or_their_name_and_nearly_the_same_lines) {
  const auto moved = [](const std::string& from, const std::string& before, const std::string& to,
                        const std::string& after) {
    const auto moves = moved_files(was({{from, before}}, {to}), story::tree_of({{to, after}}));
    return moves.contains(from) ? moves.at(from) : "nothing";
  };
  const std::string text = "one\ntwo\nthree\nfour\n";
  std::string lines;
  for (int i = 0; i < 30; ++i) lines += "line " + std::to_string(i) + "\n";
  EXPECT_EQ(moved("data/a.txt", text, "lists/b.txt", text), "lists/b.txt");
  EXPECT_EQ(moved("data/a.txt", lines + "x\n", "lists/a.txt", lines + "y\n"), "lists/a.txt");
  EXPECT_EQ(moved("data/a.txt", lines + "x\n", "data/b.txt", lines + "y\n"), "nothing");
  EXPECT_EQ(moved("data/a.txt", text, "lists/a.txt", "one\n2\n3\n4\n"), "nothing");
  EXPECT_EQ(moved("a.ini", text, "a.example.ini", text), "nothing");
  EXPECT_EQ(moved("tools/a.sh", text, "attic/a.sh", text), "nothing");
  EXPECT_TRUE(moved_files(was({{"a", text}}, {"b", "c"}), story::tree_of({{"b", text}, {"c", text}})).empty());
}

}  // namespace
}  // namespace regreen
