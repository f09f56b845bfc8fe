#include "story.h"

namespace regreen::story {
namespace {

std::string healed(const std::string& text) {
  const auto after = mended("docker.fix-instruction", Files{{"Dockerfile", text}},
                            said("dockerfile parse error on line 6: unknown instruction: tini", {{"line", "6"}}));
  return after.empty() ? "nothing" : after.at("Dockerfile");
}

TEST(Docker, JoinsWhatBelongsTogetherAndSpellsInstructions) {
  EXPECT_EQ(healed("FROM debian:12 AS base\nRUN apt-get install -y \\\n      curl\n      tini \\\n && rm -rf "
                   "/x\n\nFROM base\nCOPPY a /a\nentrypont [\"tini\"]\n"),
            "FROM debian:12 AS base\nRUN apt-get install -y \\\n      curl \\\n      tini \\\n && rm -rf /x\n\nFROM "
            "base\nCOPY a /a\nentrypoint [\"tini\"]\n");
  EXPECT_EQ(healed("FORM debian:12\r\nRUN make\r\n  && make install\r\n"),
            "FROM debian:12\r\nRUN make \\\r\n  && make install\r\n");
}

TEST(Docker, SpellsFlags) {
  EXPECT_EQ(healed("FROM a AS b\nCOPY --form=b /x /y\n"), "FROM a AS b\nCOPY --from=b /x /y\n");
}

TEST(Docker, KeepsImagesThatAStageIsNamedLike) {
  const std::string image = "FROM a AS nginx-conf\nCOPY --from=b /x /y\nFROM a\nCOPY --from=nginx /x /y\n";
  EXPECT_EQ(healed("COPPY a /a\n" + image), "COPY a /a\n" + image);
  const std::string stage = "FROM a AS builder\nFROM a\nCOPY --from=build /x /y\n";
  EXPECT_EQ(healed("COPPY a /a\n" + stage), "COPY a /a\n" + stage) << "the log does not speak of it";
}

TEST(Docker, LeavesWhatParses) {
  EXPECT_EQ(healed("# syntax=docker/dockerfile:1\nFROM a\nRUN <<EOF\ntini x\nEOF\nRUN a \\\n  # why\n  b\n"),
            "nothing");
  EXPECT_EQ(healed("FROM a\nFrobnicate now\n"), "nothing");
  EXPECT_EQ(healed(""), "nothing");
  EXPECT_EQ(healed("tini\n"), "nothing");
}

TEST(Docker, NamesTheStageThatIsAskedFor) {
  const std::string text =
      "FROM golang:1.21\nRUN make\n\nFROM scratch\nCOPY --from=build /a /a\nCOPY --from=build /b /b\n";
  const auto after = [](const std::string& dockerfile, const std::string& line) {
    const auto files = mended("docker.fix-instruction", Files{{"Dockerfile", dockerfile}}, said(line, {}));
    return files.empty() ? "nothing" : files.at("Dockerfile");
  };
  const std::string denied =
      "ERROR: failed to solve: build: failed to resolve source metadata for docker.io/library/build:latest: pull "
      "access denied";
  EXPECT_EQ(after(text, denied), replace_all(text, "FROM golang:1.21", "FROM golang:1.21 AS build"));
  EXPECT_EQ(after(text, "ERROR: failed to solve: golang:1.21: pull access denied"), "nothing");
  EXPECT_EQ(after("FROM a\nFROM b\nFROM c\nCOPY --from=build /a /a\n", denied), "nothing");
}

TEST(DockerIgnore, LetsAFileThroughOnceHoweverOftenItIsAskedFor) {
  const auto lost = said("COPY failed: file not found: stat docs/a.md: file does not exist", {{"path", "docs/a.md"}}),
             other = said("COPY failed: file not found: stat docs/b.md: file does not exist", {{"path", "docs/b.md"}});
  const Files files = {{".dockerignore", "docs\n"}, {"docs/a.md", "a\n"}, {"docs/b.md", "b\n"}};
  EXPECT_EQ(mended("docker.let-copy", files, diagnosis_of({lost, other, lost})),
            (Files{{".dockerignore", "docs\n!docs/a.md\n!docs/b.md\n"}}));
}

}  // namespace
}  // namespace regreen::story
