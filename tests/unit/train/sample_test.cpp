#include "train/sample.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::string mistake_of(std::string_view text) {
  const auto samples = read_samples(text, "s.csv");
  return samples ? "none" : samples.error().message;
}

TEST(Samples, ComeAsJsonLines) {
  const auto samples = read_samples(
      "{\"category\":\"dependency\",\"text\":\"no module\"}\n\n{\"label\":\"our_kind\",\"log\":\"a\\nb\"}\n",
      "s.jsonl");
  ASSERT_TRUE(samples) << samples.error().message;
  ASSERT_EQ(samples->size(), 2U);
  EXPECT_EQ(samples->at(0).category, "dependency_missing");  // an alias
  EXPECT_EQ(samples->at(1).category, "our_kind");
  EXPECT_EQ(samples->at(1).text, "a\nb");
  EXPECT_NE(samples->at(0).base, samples->at(1).base);
}

TEST(Samples, ComeAsCsvWithQuotedFields) {
  const auto samples =
      read_samples("category,text\r\nlint,\"one, \"\"two\"\"\nthree\"\r\nnetwork,refused\r\n", "s.csv");
  ASSERT_TRUE(samples) << samples.error().message;
  ASSERT_EQ(samples->size(), 2U);
  EXPECT_EQ(samples->at(0).text, "one, \"two\"\nthree");
  EXPECT_EQ(samples->at(1).category, "network");
}

TEST(Samples, WithMistakesAreErrorsThatSayWhere) {
  EXPECT_EQ(mistake_of("category,text,colour\nlint,a,red\n"),
            "s.csv:1: unknown column 'colour'; there are category, text, base, id, family, origin");
  EXPECT_EQ(mistake_of("{\"category\":\"lint\",\"text\":\"a\"}\n{\"category\":\"lint\",\"words\":\"a\"}\n"),
            "s.csv:2: unknown column 'words'; there are category, text, base, id, family, origin");
  EXPECT_EQ(mistake_of("category,text\nlint,a\nlint\n"), "s.csv:3: 1 fields where the header has 2");
  EXPECT_EQ(mistake_of("category,text\nlint,\n"), "s.csv:2: the sample has no text");
  EXPECT_EQ(mistake_of("{\"category\":3,\"text\":\"a\"}"), "s.csv:1: 'category' is no text");
  EXPECT_NE(mistake_of("category,text\nWhat Is This,a\n").find("is no category"), std::string::npos);
  EXPECT_EQ(mistake_of("category,text\n"), "s.csv:1: no samples");
  EXPECT_EQ(mistake_of("{broken"), "s.csv:1: not a JSON object");
}

}  // namespace
}  // namespace regreen
