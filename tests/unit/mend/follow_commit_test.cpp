#include "mend/text/renames.h"
#include "model/last_commit.h"
#include "story.h"

namespace regreen {
namespace {

using story::Files;
using story::said;

LastCommit was(const Files& before, const std::vector<std::string>& added = {}) {
  LastCommit commit;
  for (const auto& [path, text] : before) commit.before[path] = text;
  for (const auto& path : added) commit.before[path] = std::nullopt;
  return commit;
}

Renames renames_of(const Files& before, const Files& after, const std::vector<std::string>& added = {}) {
  return regreen::renames_of(was(before, added), story::tree_of(after));
}

std::string renamed(const std::string& before, const std::string& after, const std::string& name) {
  const auto names = renames_of({{"a.c", before}}, {{"a.c", after}}).names;
  const auto found = names.find(name);
  return found == names.end() ? "nothing" : found->second.today;
}

/// What a fixer makes of a file, after a commit before which other files were so; "nothing" where it leaves it.
std::string followed(const Files& before, const Files& now, std::vector<Occurrence> occurrences,
                     const std::string& path, std::string_view remedy = "text.follow-commit") {
  const auto commit = was(before);
  const auto tree = story::tree_of(now);
  const auto diagnosis = story::diagnosis_of(std::move(occurrences));
  for (const auto& row : fixers()) {
    if (row.remedy != remedy) continue;
    const auto patches = row.fix({diagnosis, tree, story::tables(), commit});
    if (patches.empty()) return "nothing";
    const PatchedTree healed(tree, patches.front());
    EXPECT_TRUE(row.fix({diagnosis, healed, story::tables(), commit}).empty()) << "not idempotent";
    const auto* change = patches.front().find(path);
    return change == nullptr ? "nothing" : change->after.value_or("gone");
  }
  return "no fixer";
}

TEST(Renames, are_told_by_lines_that_differ_in_a_name_alone) {
  EXPECT_EQ(renamed("int used;\n", "int length;\n", "used"), "length");
  EXPECT_EQ(renamed("int used;\n", "int length = 0;\n", "used"), "nothing");
  EXPECT_EQ(renamed("f(1); // of old\n", "g(1); // of new ones\n", "f"), "g");
  EXPECT_EQ(renamed("a = used;\nb = used;\nc;\n", "a = length;\nb = length;\nc;\nd;\n", "used"), "length");
}

TEST(Renames, do_not_hold_where_lines_disagree) {
  EXPECT_EQ(renamed("a = used;\nb = used;\n", "a = length;\nb = size;\n", "used"), "nothing");
  EXPECT_EQ(renamed("a = used;\nb = size;\n", "a = size;\nb = size;\n", "used"), "nothing");
  const auto two = renames_of({{"a.c", "used;\n"}, {"b.c", "used;\n"}}, {{"a.c", "size;\n"}, {"b.c", "length;\n"}});
  EXPECT_TRUE(two.names.empty());
}

TEST(Renames, are_unclear_where_lines_may_have_changed_places) {
  EXPECT_EQ(renamed("int width;\nint height;\n", "int height_mm;\nint width_mm;\n", "width"), "nothing");
  EXPECT_EQ(renamed("int width;\nint height;\n", "int width_mm;\nint height_mm;\n", "width"), "width_mm");
}

TEST(Renames, say_where_the_old_name_is_left) {
  const auto names = renames_of({{"a.py", "def f(): pass\nf(f)\n"}}, {{"a.py", "def g(): pass\nf(f)\n"}}).names;
  EXPECT_EQ(names.at("f").left, std::set<std::string>{"a.py"});
  const auto texts = renames_of({{"a.py", "def f(): pass\n'f'\n"}}, {{"a.py", "def g(): pass\n'f'  # f\n"}}).names;
  EXPECT_TRUE(texts.empty() || texts.at("f").left.empty());
}

TEST(Renames, are_of_whole_files_too) {
  const std::string text = "one\ntwo\nthree\nfour\n";
  EXPECT_EQ(renames_of({{"old/a.txt", text}}, {{"new/a.txt", text}}, {"new/a.txt"}).files.at("old/a.txt"), "new/a.txt");
  EXPECT_TRUE(renames_of({{"a", text}}, {{"b", text}, {"c", text}}, {"b", "c"}).files.empty());
  EXPECT_TRUE(renames_of({{"a", text}}, {{"b", "one\n2\n3\n4\n"}}, {"b"}).files.empty());
}

const Files model_before = {{"src/model.ts", "export interface Parcel {\n  no: string;\n}\n"}};
const std::string model_now = "export interface Parcel {\n  num: string;\n}\n";

Occurrence missing(const std::string& name, std::size_t line, std::size_t column) {
  return said("src/a.ts: error TS2339: Property '" + name + "' does not exist on type 'Parcel'.", {},
              {{"src/a.ts", line, column}});
}

TEST(FollowCommit, changes_only_what_the_compiler_names) {
  const std::string text = "f(p.no, q.no);\n// no\nx({ no }) => no;\nlet { no = 1, a } = p;\n";
  const auto after = followed(model_before, {{"src/model.ts", model_now}, {"src/a.ts", text}},
                              {missing("no", 1, 5), missing("no", 3, 5), missing("no", 4, 7)}, "src/a.ts");
  EXPECT_EQ(after, "f(p.num, q.no);\n// no\nx({ num: no }) => no;\nlet { num: no = 1, a } = p;\n");
}

TEST(FollowCommit, leaves_what_is_of_somebody_else) {
  const Files now = {{"src/model.ts", model_now}, {"src/a.ts", "f(p.no);\n"}};
  auto other = missing("no", 1, 5);
  other.at.text = "error TS2339: Property 'no' does not exist on type 'Ticket'.";
  EXPECT_EQ(followed(model_before, now, {other}, "src/a.ts"), "nothing");
  other.at.text = "error TS2339: Property 'no' does not exist on type 'string'.";
  EXPECT_EQ(followed(model_before, now, {other}, "src/a.ts"), "nothing");
  EXPECT_EQ(followed(model_before, now, {missing("no", 1, 1)}, "src/a.ts"), "nothing");
  EXPECT_EQ(followed({}, now, {missing("no", 1, 5)}, "src/a.ts"), "nothing");
}

TEST(FollowCommit, leaves_what_was_renamed_in_part) {
  const Files before = {{"src/model.ts", "type Parcel = { no: string };\ntype B = { no: string };\n"}};
  const Files now = {{"src/model.ts", "type Parcel = { num: string };\ntype B = { no: string };\n"},
                     {"src/a.ts", "f(p.no);\n"}};
  EXPECT_EQ(followed(before, now, {missing("no", 1, 5)}, "src/a.ts"), "nothing");
}

TEST(FollowCommit, leaves_tests_and_what_they_promise) {
  auto in_test = missing("no", 1, 3);
  in_test.locations = {{"src/a.test.ts", 1, 3}};
  const Files now = {{"src/model.ts", model_now}, {"src/a.ts", "f(p.no);\n"}, {"src/a.test.ts", "p.no;\n"}};
  EXPECT_EQ(followed(model_before, now, {in_test, missing("no", 1, 5)}, "src/a.ts"), "nothing");
}

TEST(FollowCommit, follows_an_import_to_its_uses) {
  const Files before = {{"src/store.ts", "export function load() {}\n"}};
  const auto after = [&](const std::string& text, std::size_t column) {
    const auto error =
        said("error TS2305: Module '\"./store\"' has no exported member 'load'.", {}, {{"src/a.ts", 1, column}});
    return followed(before, {{"src/store.ts", "export function read() {}\n"}, {"src/a.ts", text}}, {error}, "src/a.ts");
  };
  EXPECT_EQ(after("import { load } from './store';\nx.load(load());\ng({ load, load: load });\n", 10),
            "import { read } from './store';\nx.load(read());\ng({ load: read, load: read });\n");
  EXPECT_EQ(after("import { load as l } from './store';\nl();\n", 10), "import { read as l } from './store';\nl();\n");
  EXPECT_EQ(after("import { load } from './store';\nload(read);\n", 10),
            "import { read as load } from './store';\nload(read);\n");
  EXPECT_EQ(after("export { load } from './store';\n", 10), "export { read as load } from './store';\n");
}

TEST(FollowCommit, follows_in_python_the_same_expression) {
  const Files before = {{"order.py", "class Order:\n    total = 0\n"}};
  const std::string text =
      "def f(order, bill):\n    a = order.total\n    bill.total = order.total  # order.total\n    return "
      "f'{order.total}'\n\n\n"
      "def g(order):\n    return order.total\n";
  const auto error = said("AttributeError: 'Order' object has no attribute 'total'", {}, {{"bill.py", 2, 0}});
  const auto diagnosis = story::diagnosis_of({error});
  const auto tree = story::tree_of({{"order.py", "class Order:\n    net = 0\n"}, {"bill.py", text}});
  const auto commit = was(before);
  const Remedy remedy{{"text.follow-commit"}, RemedyKind::edit, Risk::low, "", {}, {}};
  const auto found = mend(remedy, diagnosis, tree, story::tables(), "", commit);
  ASSERT_EQ(found.size(), 2U);
  const std::string f =
      "def f(order, bill):\n    a = order.net\n    bill.total = order.net  # order.total\n    return "
      "f'{order.net}'\n\n\n";
  EXPECT_EQ(std::get<Patch>(found[0]).find("bill.py")->after, f + "def g(order):\n    return order.total\n");
  EXPECT_EQ(std::get<Patch>(found[1]).find("bill.py")->after, f + "def g(order):\n    return order.net\n");
}

TEST(FollowCommit, follows_an_argument_to_the_calls_of_its_function) {
  const Files before = {{"ship.py", "def ship(weight): pass\n"}};
  const auto error = said("TypeError: ship() got an unexpected keyword argument 'weight'", {}, {{"a.py", 2, 0}});
  EXPECT_EQ(followed(before,
                     {{"ship.py", "def ship(grams): pass\n"},
                      {"a.py", "weight = 1\nship(\n    weight=weight)\npack(weight=2)\nship(weight=3)\n"}},
                     {error}, "a.py"),
            "weight = 1\nship(\n    grams=weight)\npack(weight=2)\nship(grams=3)\n");
}

TEST(FollowCommit, follows_in_the_file_itself_where_nothing_else_is_left) {
  const Files before = {{"a.py", "def f(): pass\n\n\ndef g():\n    f()\n"}};
  const auto error = said("NameError: name 'f' is not defined", {}, {{"a.py", 5, 0}});
  EXPECT_EQ(followed(before, {{"a.py", "def h(): pass\n\n\ndef g():\n    f()\n"}}, {error}, "a.py"),
            "def h(): pass\n\n\ndef g():\n    h()\n");
}

TEST(FollowCommit, follows_fields_of_go_and_members_of_c) {
  const Files before = {{"p.go", "type P struct{ Weight int }\n"},
                        {"r.h", "struct r { int used; };\nint len(void);\n"}};
  const Files now = {
      {"p.go", "type P struct{ Grams int }\n"},
      {"r.h", "struct r { int size; };\nint length(void);\n"},
      {"a.go", "x := P{Weight: box.Weight, B: p.Weight}\n"},
      {"m.c", "int a(struct r *r, struct l *l) { return r->used + l->used + len(); }\nint b() { return len(); }\n"}};
  EXPECT_EQ(
      followed(before, now,
               {said("./a.go:1:8: unknown field Weight in struct literal of type P", {}, {{"a.go", 1, 8}}),
                said("./a.go:1:31: p.Weight undefined (type P has no field or method Weight)", {}, {{"a.go", 1, 31}})},
               "a.go"),
      "x := P{Grams: box.Weight, B: p.Grams}\n");
  EXPECT_EQ(followed(before, now,
                     {said("m.c:1:43: error: ‘struct r’ has no member named ‘used’", {}, {{"m.c", 1, 43}})}, "m.c"),
            "int a(struct r *r, struct l *l) { return r->size + l->used + len(); }\nint b() { return len(); }\n");
  EXPECT_EQ(followed(before, now,
                     {said("m.c:1:62: error: implicit declaration of function ‘len’", {}, {{"m.c", 1, 62}})}, "m.c"),
            "int a(struct r *r, struct l *l) { return r->used + l->used + length(); }\nint b() { return length(); }\n");
}

TEST(FollowCommit, takes_the_column_from_a_caret) {
  auto error = said("src/R.java:2: error: cannot find symbol", {}, {{"src/R.java", 2, 0}});
  error.after = {"    return fleet.size() - depot.size();", "                ^", "  symbol:   method size()",
                 "  location: variable fleet of type Fleet"};
  const Files before = {{"src/Fleet.java", "class Fleet {\n  int size() { return 1; }\n}\n"}};
  const Files now = {{"src/Fleet.java", "class Fleet {\n  int count() { return 1; }\n}\n"},
                     {"src/R.java", "int f() {\n    return fleet.size() - depot.size();\n}\n"}};
  EXPECT_EQ(followed(before, now, {error}, "src/R.java"), "int f() {\n    return fleet.count() - depot.size();\n}\n");
  error.after.erase(error.after.begin(), error.after.begin() + 2);
  EXPECT_EQ(followed(before, now, {error}, "src/R.java"), "nothing");
}

TEST(FollowCommit, tells_python_what_modules_call_their_names) {
  const Files before = {{"units.py", "def to_km(a):\n    return a\n\n\ndef to_m(a):\n    return a\n"}};
  const Files now = {{"units.py", "def kilometres(a):\n    return a\n\n\ndef metres(a):\n    return a\n"},
                     {"a.py", "from units import to_km, to_m\n\nto_km(to_m(1))\n"},
                     {"test_a.py", "from units import to_km\n"}};
  const auto error = said("ImportError: cannot import name 'to_km' from 'units' (units.py)",
                          {{"module", "units"}, {"symbol", "to_km"}}, {{"a.py", 1, 0}});
  EXPECT_EQ(followed(before, now, {error}, "a.py", "python.follow-rename"),
            "from units import kilometres, metres\n\nkilometres(metres(1))\n");
  EXPECT_EQ(followed(before, now, {error}, "test_a.py", "python.follow-rename"), "nothing");
  EXPECT_EQ(followed({}, now, {error}, "a.py", "python.follow-rename"), "nothing");
}

TEST(FollowCommit, knows_the_commit_below_a_folder) {
  const auto commit = was({{"app/src/model.ts", model_before.at("src/model.ts")}});
  const auto tree =
      story::tree_of({{"app/package.json", "{}"}, {"app/src/model.ts", model_now}, {"app/src/a.ts", "f(p.no);\n"}});
  const Remedy remedy{{"text.follow-commit"}, RemedyKind::edit, Risk::low, "", {}, {}};
  const auto found =
      mend(remedy, story::diagnosis_of({missing("no", 1, 5)}), tree, story::tables(), "cd app && npm test", commit);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(std::get<Patch>(found.front()).paths(), std::vector<std::string>{"app/src/a.ts"});
  EXPECT_TRUE(
      mend(remedy, story::diagnosis_of({missing("no", 1, 5)}), tree, story::tables(), "cd app && npm test").empty());
}

const std::string release = ".github/workflows/release.yml";

std::string job_of(const std::string& name, const std::string& run, const std::string& more = "") {
  return "  " + name + ":\n" + more + "    runs-on: ubuntu-latest\n    steps:\n      - run: " + run + "\n";
}

const std::string ships_tested = job_of("ship", "./ship ${{ needs.test.result }}", "    needs: [lint, test]\n");

/// A workflow whose job `test` became others, while another one waits for it still; what it waits for then.
std::string waits(const std::string& before, const std::string& now) {
  const std::string front = "jobs:\n" + job_of("lint", "make lint");
  const auto after = followed(
      {{release, front + before + ships_tested}}, {{release, front + now + ships_tested}},
      {story::said("release.yml: Job 'ship' depends on unknown job 'test'.", {{"file", release}, {"key", "test"}})},
      release, "workflow.fix-key");
  return after == "nothing" ? after
                            : std::string(between(after, "needs: [", "]")) + std::string(between(after, "needs.", " "));
}

TEST(RenamedJob, is_the_one_that_does_the_same) {
  const auto test = job_of("test", "make check");
  EXPECT_EQ(waits(test, job_of("unit", "make check")), "lint, unitunit.result");
  EXPECT_EQ(waits(test, job_of("unit", "make check", "    # fast\n    name: Units\n    needs:\n    - lint\n")),
            "lint, unitunit.result");
  EXPECT_EQ(waits(test, job_of("unit", "make check") + job_of("integration", "make all")), "lint, unitunit.result");
}

TEST(RenamedJob, is_none_that_does_less_or_stood_there_before) {
  const auto test = job_of("test", "make check");
  EXPECT_EQ(waits(test, job_of("unit", "make unit") + job_of("integration", "make slow")), "nothing") << "split";
  EXPECT_EQ(waits(test, job_of("unit", "make check") + job_of("again", "make check")), "nothing") << "which?";
  EXPECT_EQ(waits(test, job_of("unit", "make check", "    if: github.ref == 'x'\n")), "nothing") << "not always";
  EXPECT_EQ(waits(test + job_of("same", "make check"), job_of("same", "make check")), "nothing") << "gone";
  EXPECT_EQ(waits(test + job_of("other", "make check"), job_of("unit", "make check")), "nothing") << "of which?";
  EXPECT_EQ(waits("", job_of("unit", "make check")), "nothing") << "it never was there";
}

TEST(RenamedJob, is_none_that_waits_for_those_that_wait) {
  const auto test = job_of("test", "make check");
  EXPECT_EQ(waits(test, job_of("unit", "make check", "    needs: ship\n")), "nothing");
  EXPECT_EQ(waits(test, job_of("mid", "true", "    needs: [lint, ship]\n") +
                            job_of("unit", "make check", "    needs: mid\n")),
            "nothing");
  const std::string uses = ":\n    uses: ./.github/workflows/test.yml\n";
  EXPECT_EQ(waits("  test" + uses, "  nightly" + uses), "nothing") << "many use the same";
}

}  // namespace
}  // namespace regreen
