#include "story.h"

namespace regreen::story {
namespace {

Occurrence undefined(const std::string& symbol,
                     std::vector<std::string> below = {"collect2: error: ld returned 1 exit status",
                                                       "make: *** [Makefile:8: build/loan] Error 1"}) {
  auto one = said("/usr/bin/ld: loan.c:(.text+0x4c): undefined reference to `" + symbol + "'", {{"symbol", symbol}});
  one.after = std::move(below);
  return one;
}

std::string linked(const std::string& file, Files files, std::vector<Occurrence> occurrences) {
  const auto after = mended("c.link-library", files, diagnosis_of(std::move(occurrences)));
  return after.empty() ? "nothing" : after.at(file);
}

const std::string makefile =
    "CFLAGS = -O2\n\nall: build/loan\n\n\n\nbuild/loan: src/main.c src/loan.c\n\tmkdir -p build\n\t$(CC) $(CFLAGS) -o "
    "$@ src/main.c src/loan.c\n\ncheck: all\n\t./check.sh\n";

TEST(CLink, TheLibraryComesBehindTheSources) {
  EXPECT_EQ(linked("Makefile", {{"Makefile", makefile}}, {undefined("pow")}),
            replace_all(makefile, "$@ src/main.c src/loan.c", "$@ src/main.c src/loan.c -lm"));
  EXPECT_EQ(
      linked("Makefile", {{"Makefile", replace_all(makefile, "\n", "\r\n")}}, {undefined("pow")}),
      replace_all(replace_all(makefile, "$@ src/main.c src/loan.c", "$@ src/main.c src/loan.c -lm"), "\n", "\r\n"));
}

TEST(CLink, SeveralLibrariesAtOnceAndContinuedLines) {
  EXPECT_EQ(linked("Makefile", {{"Makefile", "loan: loan.o\n\t$(CC) -o $@ \\\n\t  loan.o && echo done\n"}},
                   {undefined("pow"), undefined("pthread_create"), undefined("SSL_new")}),
            "loan: loan.o\n\t$(CC) -o $@ \\\n\t  loan.o -lm -lpthread -lssl && echo done\n");
}

TEST(CLink, UsesTheVariableThatTheProjectHasForIt) {
  EXPECT_EQ(linked("Makefile", {{"Makefile", "LDLIBS = -lz  # deflate\nbuild/loan: a.o\n\t$(CC) -o $@ $^ $(LDLIBS)\n"}},
                   {undefined("pow")}),
            "LDLIBS = -lz -lm  # deflate\nbuild/loan: a.o\n\t$(CC) -o $@ $^ $(LDLIBS)\n");
  EXPECT_EQ(linked("Makefile", {{"Makefile", "CC = gcc\n\nbuild/loan: a.o\n\t$(CC) -o $@ $^ $(LDLIBS)\n"}},
                   {undefined("pow")}),
            "CC = gcc\nLDLIBS = -lm\n\nbuild/loan: a.o\n\t$(CC) -o $@ $^ $(LDLIBS)\n");
  EXPECT_EQ(linked("Makefile", {{"Makefile", "CFLAGS = -O2\nloan: loan.o\n"}}, {undefined("pow")}),
            "CFLAGS = -O2\nLDLIBS = -lm\nloan: loan.o\n");
}

TEST(CLink, TheVariableComesBehindTheObjects) {
  EXPECT_EQ(linked("Makefile",
                   {{"Makefile", "LDLIBS := -lm\nbuild/loan: a.o\n\t$(CC) $(LDFLAGS) $(LDLIBS) -o $@ $^ # all\n"}},
                   {undefined("pow")}),
            "LDLIBS := -lm\nbuild/loan: a.o\n\t$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) # all\n");
  EXPECT_EQ(linked("Makefile", {{"Makefile", "LDLIBS := -lm\nbuild/loan: a.o\n\t$(CC) -o $@ $^ $(LDLIBS)\n"}},
                   {undefined("pow")}),
            "nothing");
}

TEST(CLink, LinksACMakeTarget) {
  const std::vector<std::string> below = {"gmake[2]: *** [CMakeFiles/loan.dir/build.make:97: loan] Error 1"};
  EXPECT_EQ(
      linked("CMakeLists.txt", {{"CMakeLists.txt", "project(loan C)\nadd_executable(loan main.c)\nenable_testing()\n"}},
             {undefined("pow", below)}),
      "project(loan C)\nadd_executable(loan main.c)\ntarget_link_libraries(loan PRIVATE m)\nenable_testing()\n");
  EXPECT_EQ(linked("CMakeLists.txt",
                   {{"CMakeLists.txt", "add_executable(loan main.c)\ntarget_link_libraries(loan PRIVATE core)\n"}},
                   {undefined("pthread_create", below)}),
            "find_package(Threads REQUIRED)\n\nadd_executable(loan main.c)\ntarget_link_libraries(loan PRIVATE core "
            "Threads::Threads)\n");
}

TEST(CLink, BuildsTheProjectsOwnSource) {
  const Files sources = {{"src/rate.c", "#include \"rate.h\"\n\ndouble rate(int years) {\n  return years;\n}\n"},
                         {"src/main.c", "double rate(int);\nint main(void) { return rate(1); }\n"}};
  Files files = sources;
  files["Makefile"] = makefile;
  EXPECT_EQ(linked("Makefile", files, {undefined("rate")}),
            replace_all(makefile, "src/loan.c", "src/loan.c src/rate.c"));
  files["Makefile"] = "OBJS = build/main.o \\\n  build/loan.o\nbuild/loan: $(OBJS)\n\t$(CC) -o $@ $^\n";
  EXPECT_EQ(linked("Makefile", files, {undefined("rate")}),
            "OBJS = build/main.o \\\n  build/loan.o build/rate.o\nbuild/loan: $(OBJS)\n\t$(CC) -o $@ $^\n");
  files = sources;
  files["CMakeLists.txt"] = "add_executable(loan\n  src/main.c\n  src/loan.c)\n";
  EXPECT_EQ(linked("CMakeLists.txt", files,
                   {undefined("rate", {"gmake[2]: *** [CMakeFiles/loan.dir/build.make:97: loan] Error 1"})}),
            "add_executable(loan\n  src/main.c\n  src/loan.c\n  src/rate.c)\n");
}

TEST(CLink, AProgramIsNotLinkedWithWhatTestsPutInTheSourcesPlace) {
  const std::string rule = "build/loan: build/main.o\n\t$(CC) -o $@ build/main.o\n",
                    clock = "int Clock::now() { return 1; }\n";
  const std::string tests = replace_all(rule, "loan", "test_loan");
  const auto of = [&](const std::string& text, const std::string& target, const std::string& fake) {
    return linked("Makefile", {{"Makefile", text}, {"src/posix.cpp", clock}, {fake, clock}},
                  {undefined("Clock::now()", {"make: *** [Makefile:2: build/" + target + "] Error 1"})});
  };
  for (const std::string fake : {"tests/clock.cpp", "src/fakes/clock.cpp", "src/fake_now.cpp", "src/ClockMock.cpp"})
    EXPECT_EQ(of(rule, "loan", fake),
              replace_all(rule, " build/main.o\n\t$(CC) -o $@ build/main.o",
                          " build/main.o build/posix.o\n\t$(CC) -o $@ build/main.o build/posix.o"))
        << fake;
  EXPECT_EQ(of(tests, "test_loan", "tests/clock.cpp"), "nothing");
  EXPECT_EQ(of(rule, "loan", "src/latest.cpp"), "nothing");
}

TEST(CLink, UnknownSymbolsAreLeftAlone) {
  for (const auto* symbol : {"shut", "", "$(shell rm)", "pow; rm", "vtable for Queue", "::", "a::b::", "(((("}) {
    EXPECT_EQ(linked("Makefile", {{"Makefile", makefile}}, {undefined(symbol)}), "nothing") << symbol;
  }
  EXPECT_EQ(linked("Makefile", {{"Makefile", "loan:\n\t$(CC) -c -o $@ loan.c\n"}}, {undefined("shut")}), "nothing");
}

TEST(CLink, IsLookedForInTextsThatNobodyWrites) {
  for (const std::string part : {"rate(", "rate()", "int rate(\n"}) {
    std::string text;
    while (text.size() < 250'000) text += part;
    EXPECT_EQ(linked("Makefile", {{"Makefile", makefile}, {"src/rate.c", text}}, {undefined("rate")}), "nothing");
  }
}

TEST(CLink, TagsOfTheAbiAreNoPartOfTheName) {
  const std::string list = "add_library(report report.cpp)\nadd_executable(view view.cpp)\n";
  EXPECT_EQ(
      linked("CMakeLists.txt",
             {{"CMakeLists.txt", list}, {"report.cpp", "std::string fence::render(int posts) {\n  return \"\";\n}\n"}},
             {undefined("fence::render[abi:cxx11](int)",
                        {"gmake[2]: *** [CMakeFiles/view.dir/build.make:97: view] Error 1"})}),
      list + "target_link_libraries(view PRIVATE report)\n");
}

}  // namespace
}  // namespace regreen::story
