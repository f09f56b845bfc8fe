// The fixers of switches, owners, links, classes, aliases and hashes look at sources that end anywhere.
#include "story.h"

namespace regreen::story {
namespace {

const std::string cpp =
    "#include <memory>\n#define FALL __attribute__((fallthrough))\nint add(int a);\nint f(std::unique_ptr<int> a, int "
    "n) {\n"
    "  for (auto b : all) b->x();\n  switch (n) {\n  case 3: n |= 4;\n  case 2: n |= 2;\n  case 1: n |= 1; // fall "
    "through\n"
    "  default: int k = 'x', l{2};\n    keep(a, \"}\");\n  case a::b: break;\n  }\n  auto c = "
    "std::make_unique<int>(1); d = c;\n}\n"
    "A::A(std::unique_ptr<int> a) : a_{a} {}\n";
const std::string lists =
    "project(a)\ninclude(x)\nadd_library(${PROJECT_NAME} STATIC a.c # )\n)\nset_target_properties(b PROPERTIES X 1)\n";
const std::string makefile = "# a\nCFLAGS ?= -O2 \\\n -g\nCXXFLAGS = -g\na.so: a.o\n\tgcc -c a.c\n";
const std::string js =
    "const { createHash } = require('crypto');\nimport { x } from '#a/b';\nclass A extends B.C {\n  constructor(a, { b "
    "}, ...c) {\n"
    "    this.a = `${a}`; if (a) { this.b = b }\n    const d = a++;\n    super(d);\n  }\n}\nclass B { constructor(n = "
    "1) {} }\n"
    "const h = createHash('md4').update(a).digest('hex').slice(0, 8);\nA(1).b(); x.A(2);\n";
const std::string package =
    "{\"name\": \"a\", \"imports\": {\"#a/*\": {\"node\": \"./src/a/*.js\"}, \"#c\": \"./c.js\"}, \"exports\": "
    "\"./a.js\"}";

const std::vector<std::string> messages = {
    "a.cpp:9:3: error: unannotated fall-through between switch labels [-Werror,-Wimplicit-fallthrough]",
    "a.cpp:10:12: error: a label can only be part of a statement and a declaration is not a statement",
    "a.cpp:14:3: error: use of deleted function ‘std::unique_ptr<int>::unique_ptr(const std::unique_ptr<int>&)’",
    "/usr/bin/ld: liba.a(a.c.o): relocation R_X86_64_PC32 against symbol `x' can not be used; recompile with -fPIC",
    "/usr/bin/ld: a.o: relocation R_X86_64_PC32 against symbol `x' can not be used; recompile with -fPIC",
    "ld.lld: error: undefined symbol: add(int)",
    "TypeError: Class constructor A cannot be invoked without 'new'",
    "ReferenceError: Must call super constructor in derived class before accessing 'this'",
    "Error: Cannot find module '/srv/src/a/b.js' imported from /srv/a.js",
    "error:0308010C:digital envelope routines::unsupported"};

void look_at(const Files& files, std::size_t line) {
  const auto tree = tree_of(files);
  const auto number = std::to_string(line);
  for (const auto& message : messages) {
    const std::string file = message.starts_with("a.cpp") || message.starts_with("/usr") ? "a.cpp" : "a.js";
    auto one =
        said(message, {{"file", file}, {"line", number}, {"column", "3"}, {"symbol", "add(int)"}, {"key", "PIC"}});
    one.before = {"a.cpp:" + number + ":9:   required from here"};
    one.after = {"a.cpp:" + number + ":3: note: here",
                 "a.cpp:" + number + ":7: note:   crosses initialization of ‘int k’", ">>> defined in liba.a(a.c.o)",
                 "    at new A (/srv/a.js:" + number + ":5)"};
    for (const auto* remedy :
         {"c.mark-fallthrough", "c.enclose-case", "cpp.move", "c.declare-as-c", "c.compile-for-sharing",
          "js.call-with-new", "js.call-super", "js.fix-alias", "js.replace-hash"})
      candidates(remedy, tree, diagnosis_of({one}));
  }
}

TEST(SurvivalOfCode, SourcesMayEndAnywhere) {
  for (std::size_t cut = 0; cut <= cpp.size(); cut += 3) {
    const auto end = [&](const std::string& text) { return text.substr(0, std::min(text.size(), cut)); };
    const Files files = {{"a.cpp", end(cpp)},
                         {"a.h", end(cpp)},
                         {"a.c", "#include \"a.h\"\n" + end(cpp)},
                         {"a.js", end(js)},
                         {"lib/a/b.js", ""},
                         {"package.json", end(package)},
                         {"CMakeLists.txt", end(lists)}};
    const auto last = static_cast<std::size_t>(std::ranges::count(files.at("a.cpp"), '\n')) + 1;
    for (const auto line : {last, last / 2 + 1, last + 5}) look_at(files, line);
    auto made = files;
    made.erase("CMakeLists.txt");
    made["Makefile"] = end(makefile);
    look_at(made, last);
  }
}

}  // namespace
}  // namespace regreen::story
