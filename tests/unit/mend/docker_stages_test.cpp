// Stages of images that go by another name today.

#include "story.h"

namespace regreen::story {
namespace {

std::string built(const std::string& dockerfile, const std::string& missing = "builder") {
  const auto after =
      mended("docker.fix-instruction", {{"Dockerfile", dockerfile}},
             said("ERROR: failed to solve: " + missing + ": failed to resolve source metadata for docker.io/library/" +
                      missing + ":latest: pull access denied, repository does not exist",
                  {}));
  return after.contains("Dockerfile") ? after.at("Dockerfile") : "nothing";
}

TEST(DockerStage, IsTheSameForAllThatIsTakenFromIt) {
  const auto text = [](const std::string& stage) {
    return "FROM golang AS compile\nRUN go build -o /out/a .\n\nFROM debian AS certs\nRUN true\n\nFROM scratch\n"
           "COPY --from=certs /etc/ssl /etc/ssl\nCOPY --chown=1:1 --from=" +
           stage + " /out/a /a\nRUN --mount=type=bind,from=" + stage + ",target=/x true\n";
  };
  EXPECT_EQ(built(text("builder")), text("compile"));
  EXPECT_EQ(built(text("builder"), "other"), "nothing") << "docker does not speak of it";
}

TEST(DockerStage, IsTheOneThatMakesWhatIsCopied) {
  const auto text = [](const std::string& stage) {
    return "FROM golang AS compile\nRUN go build -o /out/a .\nFROM compile AS test\nRUN go test ./...\nFROM "
           "scratch\nCOPY --from=" +
           stage + " /out/a /a\n";
  };
  EXPECT_EQ(built(text("builder")), text("compile"));
}

TEST(DockerStage, IsNotGuessed) {
  EXPECT_EQ(built("FROM python AS test\nRUN pytest\n\nFROM builder\nCOPY a /a\n"), "nothing")
      << "an image made elsewhere";
  EXPECT_EQ(
      built(
          "FROM a AS db\nRUN touch /data/x\nFROM b AS front\nRUN make > /ui/dist\nFROM c\nCOPY --from=db /data /data\n"
          "COPY --from=ui /ui/dist /ui\n",
          "ui"),
      "FROM a AS db\nRUN touch /data/x\nFROM b AS front\nRUN make > /ui/dist\nFROM c\nCOPY --from=db /data /data\n"
      "COPY --from=front /ui/dist /ui\n")
      << "short names are near each other by chance";
  EXPECT_EQ(built("FROM a AS web\nRUN x\nFROM b AS api\nRUN y\nFROM scratch\nCOPY --from=builder /srv /srv\n"),
            "nothing");
  for (const std::string line : {"ENV A=/etc/ssl/a.crt", "RUN rm -f /out/dir/a.crt", "COPY a.crt /usr/share/a.crt",
                                 "RUN test -f /out/dir/a.crt"})
    EXPECT_EQ(built("FROM a AS deps\n" + line + "\nFROM scratch\nCOPY --from=builder /etc/ssl/a.crt /a\n" +
                    "COPY --from=builder /usr/share/a.crt /b\nCOPY --from=builder /out/dir/a.crt /c\n"),
              "nothing")
        << line << ": does not make it";
  EXPECT_EQ(built("FROM a AS deps\nWORKDIR /app\nFROM scratch\nCOPY --from=builder /app /app\n"), "nothing")
      << "any image has that";
  EXPECT_EQ(built("FROM scratch\nCOPY --from=builder /a /a\nFROM b AS compile\nFROM compile AS test\nFROM test\n"),
            "nothing")
      << "it comes later";
}

}  // namespace
}  // namespace regreen::story
