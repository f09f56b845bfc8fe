// C: static libraries in the wrong order.

#include "story.h"

namespace regreen::story {
namespace {

const Files sources = {
    {"bits/bits.cpp", "#include \"bits.h\"\nint bits::reversed(int byte) {\n  return byte;\n}\n"},
    {"codec/codec.cpp", "int encode(int n) {\n  return bits::reversed(n);\n}\n"},
    {"bits/Makefile", "libbits.a: bits.o\n\tar rcs $@ $^\n"},
};

Occurrence undefined(const std::string& command = "g++ -o app/app main.o -lbits -lcodec -lm") {
  auto one =
      said("codec.cpp:(.text+0x88): undefined reference to `bits::reversed(int)'", {{"symbol", "bits::reversed(int)"}});
  one.before = {command, "/usr/bin/ld: ../codec/libcodec.a(codec.o): in function `encode(int)':"};
  return one;
}

std::string ordered(const std::string& makefile, const Occurrence& occurrence = undefined()) {
  auto files = sources;
  files["common.mk"] = makefile;
  const auto after = mended("c.order-libraries", files, occurrence);
  return after.empty() ? "nothing" : after.at("common.mk");
}

TEST(COrder, ALibraryGoesBehindTheOneThatNeedsIt) {
  EXPECT_EQ(ordered("LDLIBS += -lbits -lcodec -lm\n"), "LDLIBS += -lcodec -lbits -lm\n");
  EXPECT_EQ(ordered("LIBS = -lm \\\n\t-lbits \\\n\t-lpack \\\n\t-lcodec\nA = bits/libbits.a codec/libcodec.a\n"),
            "LIBS = -lm \\\n\t-lpack \\\n\t-lcodec \\\n\t-lbits\nA = bits/libbits.a codec/libcodec.a\n");
  EXPECT_EQ(ordered("app: main.o\n\t$(CXX) -o $@ main.o bits/libbits.a codec/libcodec.a\n",
                    undefined("g++ -o app main.o bits/libbits.a codec/libcodec.a")),
            "app: main.o\n\t$(CXX) -o $@ main.o codec/libcodec.a bits/libbits.a\n");
}

TEST(COrder, LeavesWhatIsInOrderAndWhatItDoesNotKnow) {
  EXPECT_EQ(ordered("LDLIBS += -lcodec -lbits\n"), "nothing");
  EXPECT_EQ(ordered("LDLIBS += -lbits -lcodec -lbits\n"), "nothing");
  EXPECT_EQ(ordered("LDLIBS += -Wl,--start-group -lbits -lcodec -Wl,--end-group\n"), "nothing");
  auto by_object = undefined();
  by_object.before.back() = "/usr/bin/ld: main.o: in function `main':";
  EXPECT_EQ(ordered("LDLIBS += -lbits -lcodec\n", by_object), "nothing");
}

TEST(COrder, LeavesOtherCommandsAndWhatTheLinkerIsTold) {
  for (const std::string words : {"a.o -lbits && gcc -o b b.o -lcodec", "a.o -lbits; gcc -o b b.o -lcodec",
                                  "a.o -lbits \\\n\t&& gcc -o b b.o -lcodec", "a.o -lbits >log -lcodec",
                                  "a.o -lbits | tee -lcodec", "a.o -Wl,-Bstatic -lbits -Wl,-Bdynamic -lcodec",
                                  "a.o -Wl,--whole-archive -lbits -Wl,--no-whole-archive -lcodec"})
    EXPECT_EQ(ordered("app:\n\tgcc -o app " + words + "\n"), "nothing") << words;
}

TEST(COrder, ListsThatAreNamedOftenAreReadOnce) {
  auto files = sources;
  std::string makefile = "MANY = " + std::string(100'000, 'x') + " bits.o\nall:";
  for (int i = 0; i < 20'000; ++i) makefile += " $(MANY)";
  files["bits/Makefile"] = makefile + "\nlibbits.a: $(MANY) $(MANY\n\tar rcs $@ $^\n";
  files["common.mk"] = "LDLIBS += -lbits -lcodec -lm\n";
  EXPECT_EQ(mended("c.order-libraries", files, undefined()).at("common.mk"), "LDLIBS += -lcodec -lbits -lm\n");
}

TEST(COrder, OneMakefileMayMakeAllLibraries) {
  auto files = sources;
  files.erase("bits/Makefile");
  files["Makefile"] =
      "BITS = bits/bits.o bits/more.o\nLIBS = libbits.a libcodec.a\napp: $(LIBS)\n\tg++ -o app main.o $(LIBS)\n"
      "libbits.a: $(BITS)\n\tar rcs $@ $^\nlibcodec.a: codec/codec.o\n\tar rcs $@ $^\n";
  const auto after = mended("c.order-libraries", files, undefined("g++ -o app main.o libbits.a libcodec.a"));
  ASSERT_EQ(after.size(), 1);
  EXPECT_TRUE(contains(after.at("Makefile"), "\nLIBS = libcodec.a libbits.a\n"));
}

TEST(COrder, OfCMakeTheLibraryThatAsksLinksTheOther) {
  auto files = sources;
  files.erase("bits/Makefile");
  files["bits/CMakeLists.txt"] = "add_library(bits STATIC bits.cpp)\n";
  files["codec/CMakeLists.txt"] = "add_library(codec STATIC codec.cpp)\n";
  const auto after = mended("c.order-libraries", files, undefined("/usr/bin/c++ a.o -o app libbits.a libcodec.a"));
  ASSERT_EQ(after.size(), 1);
  EXPECT_EQ(after.at("codec/CMakeLists.txt"),
            "add_library(codec STATIC codec.cpp)\ntarget_link_libraries(codec PRIVATE bits)\n");
}

// What is linked where an object asks for what the library `bits` defines.
std::string behind_objects(const std::string& rule) {
  auto files = sources;
  files.erase("bits/Makefile");
  const std::string library = "LIB := out/libbits.a\n\n$(LIB): bits/bits.o\n\tar rcs $@ $^\n\n";
  files["Makefile"] = library + rule;
  auto one = undefined();
  one.before.back() = "/usr/bin/ld: main.o: in function `main':";
  one.after = {"collect2: error: ld returned 1 exit status", "make: *** [Makefile:7: app] Error 1"};
  const auto after = mended("c.order-libraries", files, one);
  return after.empty() ? "nothing" : after.at("Makefile").substr(library.size());
}

TEST(COrder, ALibraryGoesBehindTheObjectsThatNeedIt) {
  EXPECT_EQ(behind_objects("app: $(LIB) main.o more.o\n\t$(CXX) -o $@ $^ -lm\n"),
            "app: main.o more.o $(LIB)\n\t$(CXX) -o $@ $^ -lm\n");
  EXPECT_EQ(behind_objects("app: main.o $(LIB)\n\t$(CXX) -o app.o out/libbits.a $(OBJS) -lm\n"),
            "app: main.o $(LIB)\n\t$(CXX) -o app.o $(OBJS) out/libbits.a -lm\n");
  EXPECT_EQ(behind_objects("app: main.o\n\t$(CXX) -o $@ -Lout -lbits $^\n"),
            "app: main.o\n\t$(CXX) -o $@ -Lout $^ -lbits\n");
}

TEST(COrder, LeavesPrerequisitesThatTheRecipeTakesByTheirPlace) {
  for (const std::string taken : {"$<", "$(<F)", "$(firstword $^)", "$(word 1,$^)"})
    EXPECT_EQ(behind_objects("app: $(LIB) main.o\n\t$(CXX) -o $@ $^\n\tcp " + taken + " keep\n"), "nothing") << taken;
}

TEST(COrder, LeavesLibrariesThatStandBehindTheObjects) {
  EXPECT_EQ(behind_objects("app: main.o $(LIB)\n\t$(CXX) -o $@ $^\n"), "nothing");
  EXPECT_EQ(behind_objects("app: $(LIB) main.o\n\t$(CXX) -o $@ main.o $(LIB)\n"), "nothing");
  EXPECT_EQ(behind_objects("app: $(LIB) main.o $(LIB)\n\t$(CXX) -o $@ $+\n"), "nothing");
  EXPECT_EQ(behind_objects("app: main.o\n\t$(CXX) -o $@ -Wl,--whole-archive out/libbits.a main.o\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
