#include "story.h"

namespace regreen::story {
namespace {

// Include guards that are copied from another header.

Occurrence lacking(const std::string& symbol, const std::string& file = "src/writer.c", const Captures& more = {}) {
  Captures captures = {{"file", file}, {"line", "3"}, {"column", "1"}, {"symbol", symbol}};
  captures.insert(more.begin(), more.end());
  return said(file + ":3:1: error: unknown type name ‘" + symbol + "’", captures, {{file, 3, 1}});
}

std::string guarded(const std::string& macro, const std::string& body) {
  return "#ifndef " + macro + "\n#define " + macro + "\n\n" + body + "\n#endif /* " + macro + " */\n";
}

const std::string ring = "typedef struct { int n; } tl_ring;\nint tl_ring_put(tl_ring *r);\n";
const std::string rate =
    "#include <stdint.h>\ntypedef struct { uint32_t n; } tl_rate;\nint tl_rate_tick(tl_rate *r);\n";

Files both(const std::string& macro, const std::string& second = rate) {
  return {{"include/ring.h", guarded(macro, ring)},
          {"include/rate.h", guarded(macro, second)},
          {"src/writer.c", "#include \"ring.h\"\n#include \"rate.h\"\ntl_rate one;\n"}};
}

Files renamed(const Files& files, const Occurrence& one) { return mended("c.rename-guard", files, one); }

std::string rate_of(const Files& files, const Occurrence& one) {
  const auto after = renamed(files, one);
  return after.size() == 1 && after.contains("include/rate.h") ? after.at("include/rate.h") : "nothing";
}

TEST(CopiedGuard, TellsTheNameOfItsOwnHeader) {
  EXPECT_EQ(rate_of(both("TL_RING_H"), lacking("tl_rate")), guarded("TL_RATE_H", rate));
  EXPECT_EQ(rate_of(both("TL_RING_H"), lacking("tl_rate_tick")), guarded("TL_RATE_H", rate));
  EXPECT_EQ(rate_of(both("__RING_H__"), lacking("uint32_t")), guarded("__RATE_H__", rate))
      << "its header is hidden, too";
  EXPECT_EQ(rate_of(both("RING_H"), lacking("u", "src/writer.c", {{"module", "<stdint.h>"}})), guarded("RATE_H", rate));
  auto files = both("RING_H");
  files["include/rate.h"] = "// The rate.\n#if !defined(RING_H)\n# define RING_H\n" + rate + "#endif\n";
  EXPECT_EQ(rate_of(files, lacking("tl_rate")),
            "// The rate.\n#if !defined(RATE_H)\n# define RATE_H\n" + rate + "#endif\n");
}

TEST(CopiedGuard, IsThatOfTheHeaderWhoseNameItDoesNotTell) {
  auto files = both("RATE_H");  // ring.h is read first, and hides rate.h
  const auto after = renamed(files, lacking("tl_rate"));
  ASSERT_TRUE(after.contains("include/ring.h"));
  EXPECT_EQ(after.at("include/ring.h"), guarded("RING_H", ring));
  EXPECT_EQ(after.size(), 1u);
}

TEST(CopiedGuard, OfAClassIsSpeltAsTheOthers) {
  const auto after = [](const std::string& macro) {
    const auto files =
        renamed({{"GrainBin.hpp", guarded(macro, "class GrainBin {};\n")},
                 {"FlowMeter.hpp", guarded(macro, "class FlowMeter {};\n")},
                 {"Silo.hpp", "#pragma once\n#include \"GrainBin.hpp\"\n#include \"FlowMeter.hpp\"\nFlowMeter m;\n"},
                 {"main.cpp", "#include \"Silo.hpp\"\n"}},
                lacking("silo::FlowMeter", "Silo.hpp"));
    return files.contains("FlowMeter.hpp") ? files.at("FlowMeter.hpp") : "nothing";
  };
  EXPECT_EQ(after("SILO_GRAIN_BIN_HPP"), guarded("SILO_FLOW_METER_HPP", "class FlowMeter {};\n"));
  EXPECT_EQ(after("GRAINBIN_HPP"), guarded("FLOWMETER_HPP", "class FlowMeter {};\n"));
}

TEST(CopiedGuard, IsLeftWhereItMayBeMeant) {
  EXPECT_EQ(rate_of(both("COMMON_H"), lacking("tl_rate")), "nothing") << "whose is it?";
  EXPECT_EQ(rate_of(both("TL_RING_H"), lacking("tl_other")), "nothing") << "declared in neither";
  EXPECT_EQ(rate_of(both("TL_RING_H", rate + "int tl_ring_put(void *r);\n"), lacking("tl_rate")), "nothing")
      << "one takes the place of the other";
  EXPECT_EQ(rate_of(both("TL_RING_H", rate + "#ifdef TL_RING_H\n#endif\n"), lacking("tl_rate")), "nothing");
  auto files = both("TL_RING_H");
  files["src/more.h"] = "#define TL_RATE_H 5\n";
  EXPECT_EQ(rate_of(files, lacking("tl_rate")), "nothing") << "the name is taken";
  files = both("TL_RING_H");
  files["src/writer.c"] = "#include \"rate.h\"\ntl_rate one;\n";
  EXPECT_EQ(rate_of(files, lacking("tl_rate")), "nothing") << "the other one is not read";
  files = both("TL_RING_H");
  files["include/rate.h"] = "#ifndef TL_RING_H\n#define TL_RING_H\n#endif\n" + rate;
  EXPECT_EQ(rate_of(files, lacking("tl_rate")), "nothing") << "not around all of it";
  files["include/rate.h"] = "#ifndef TL_RING_H\n#define TL_RING_H\n" + rate + "#else\n#error twice\n#endif\n";
  EXPECT_EQ(rate_of(files, lacking("tl_rate")), "nothing");
}

TEST(CopiedGuard, IsLeftToWhatStandsForAnother) {
  const auto left = [](const std::string& second, const std::string& text) {
    const Files files = {{"include/ring.h", guarded("TL_RING_H", ring)},
                         {"include/" + second, text},
                         {"src/writer.c", "#include \"ring.h\"\n#include \"" + second + "\"\ntl_rate one;\n"}};
    return renamed(files, lacking("tl_rate")).empty();
  };
  const auto copy = guarded("TL_RING_H", rate);
  EXPECT_FALSE(left("rate.h", copy));
  EXPECT_TRUE(left("ring_lite.h", copy));
  EXPECT_TRUE(left("no_ring.h", copy));
  EXPECT_TRUE(left("FakeRing.h", copy));
  EXPECT_TRUE(left("rate.h", "// In the place of ring.h on small boards.\n" + copy));
  EXPECT_TRUE(left("rate.h", "/* Generated by rates.py. DO NOT EDIT. */\n" + copy));
}

TEST(CopiedGuard, IsThatOfTheNameThatStandsLast) {
  Files files = {{"ring.h", guarded("GAUGE_RING_H", "typedef int ring_t;\n")},
                 {"gauge.h", guarded("GAUGE_RING_H", "typedef long tick_t;\n")},
                 {"src/writer.c", "#include \"ring.h\"\n#include \"gauge.h\"\ntick_t one;\n"}};
  const auto after = renamed(files, lacking("tick_t"));
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after.at("gauge.h"), guarded("GAUGE_GAUGE_H", "typedef long tick_t;\n"));
  files["ring.h"] = guarded("GAUGE_GAUGE_H", "typedef int ring_t;\n");
  files["gauge.h"] = guarded("GAUGE_GAUGE_H", "typedef long tick_t;\n");
  EXPECT_TRUE(renamed(files, lacking("ring_t")).contains("ring.h"));
  files["ring.h"] = files["gauge.h"] = guarded("GAUGE_RING_H", "typedef long tick_t;\n");
  files["rate.h"] = files["ring.h"];
  files.erase("ring.h");
  files["src/writer.c"] = "#include \"rate.h\"\n#include \"gauge.h\"\ntick_t one;\n";
  EXPECT_TRUE(renamed(files, lacking("tick_t")).empty()) << "it is that of neither";
}

TEST(CopiedGuard, IsNoSlipWhereManyShareOne) {
  auto files = both("TL_RING_H");
  for (int i = 0; i < 20; ++i) files["include/part" + std::to_string(i) + ".h"] = guarded("TL_PART_H", "int n;\n");
  EXPECT_TRUE(renamed(files, lacking("tl_rate")).empty());
}

}  // namespace
}  // namespace regreen::story
