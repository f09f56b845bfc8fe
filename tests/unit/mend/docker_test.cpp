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

Files built(const Files& more, const std::string& path = "/srv/shop/services/worker") {
  Files files = {{"services/api/Dockerfile", ""}, {"services/mail/Dockerfile", ""}, {"services/mail/src/a.py", ""}};
  for (const auto& [name, text] : more) files[name] = text;
  return mended("docker.follow-context", files, said("unable to prepare context: path \"" + path + "\" not found", {}));
}

TEST(DockerContext, FollowsTheFolderInAllComposeFiles) {
  const std::string api = "  api:\n    build: services/api\n";
  const Files files = {
      {"compose.yaml",
       api + "  w:\n    build: ./services/worker/ # of ./services/worker\n    image: services/worker\n"},
      {"ci/compose.yml",
       "    build: {context: ../services/worker, target: a}\n    volumes:\n      - \"../services/worker/src:/src\"\n"}};
  EXPECT_EQ(built(files),
            (Files{{"compose.yaml",
                    api + "  w:\n    build: ./services/mail/ # of ./services/worker\n    image: services/worker\n"},
                   {"ci/compose.yml",
                    "    build: {context: ../services/mail, target: a}\n    volumes:\n      - "
                    "\"../services/mail/src:/src\"\n"}}));
}

TEST(DockerContext, IsNotGuessed) {
  const std::string api = "build: services/api\n", worker = "build: ./services/worker\n";
  EXPECT_EQ(built({{"compose.yaml", worker}}), Files{}) << "api or mail";
  EXPECT_EQ(built({{"compose.yaml", api + worker + "env_file: ./services/worker/a.env\n"}}), Files{});
  EXPECT_EQ(built({{"compose.yaml", api + worker}, {".gitmodules", "path = services/worker\n"}}), Files{});
  EXPECT_EQ(built({{"compose.yaml", "build: ./web\n"}, {"tools/Dockerfile", ""}}, "/srv/web"), Files{});
  EXPECT_EQ(built({{"compose.yaml", api + worker}}, "/srv/shop/other"), Files{});
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
