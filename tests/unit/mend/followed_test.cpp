// What goes by another name, or lies elsewhere, today: stages of images, embedded files, what scripts read.

#include "story.h"

namespace regreen::story {
namespace {

// ---- docker.fix-instruction ----

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
      built("FROM a AS db\nRUN touch /data/x\nFROM b AS front\nRUN touch /ui/dist\nFROM c\nCOPY --from=db /data /data\n"
            "COPY --from=ui /ui/dist /ui\n",
            "ui"),
      "FROM a AS db\nRUN touch /data/x\nFROM b AS front\nRUN touch /ui/dist\nFROM c\nCOPY --from=db /data /data\n"
      "COPY --from=front /ui/dist /ui\n")
      << "short names are near each other by chance";
  EXPECT_EQ(built("FROM a AS web\nRUN x\nFROM b AS api\nRUN y\nFROM scratch\nCOPY --from=builder /srv /srv\n"),
            "nothing");
  EXPECT_EQ(built("FROM a AS deps\nWORKDIR /app\nFROM scratch\nCOPY --from=builder /app /app\n"), "nothing")
      << "any image has that";
  EXPECT_EQ(built("FROM scratch\nCOPY --from=builder /a /a\nFROM b AS compile\nFROM compile AS test\nFROM test\n"),
            "nothing")
      << "it comes later";
}

// ---- go.fix-embed ----

std::string embedding(const std::string& pattern, Files files, const std::string& source) {
  files["web/web.go"] = source;
  const auto after =
      mended("go.fix-embed", files,
             said("web/web.go:5:12: pattern " + pattern + ": no matching files found",
                  {{"path", pattern}, {"file", "web/web.go"}, {"line", "5"}}, {Location{"web/web.go", 5, 12}}));
  return after.contains("web/web.go") ? after.at("web/web.go") : "nothing";
}

TEST(GoEmbedEnding, IsThatOfTheFilesOfToday) {
  const auto source = [](const std::string& ending) {
    return "package web\n\nimport \"embed\"\n\n//go:embed all:sql/*" + ending +
           " sql/notes.txt\nvar files embed.FS\n\n" + "var all, _ = fs.Glob(files, \"sql/*" + ending +
           "\")\n\nfunc one(n string) ([]byte, error) {\n\tif n == \".psql\" {\n" +
           "\t\treturn files.ReadFile(\"sql/first" + ending + "\")\n\t}\n\treturn files.ReadFile(\"sql/\" + n + \"" +
           ending + "\")\n}\n";
  };
  const Files files = {
      {"web/sql/first.sql", ""}, {"web/sql/second.sql", ""}, {"web/sql/README.md", ""}, {"web/sql/notes.txt", ""}};
  EXPECT_EQ(embedding("all:sql/*.psql", files, source(".psql")), source(".sql"));
}

TEST(GoEmbedEnding, KeepsTheOneBeforeInFrontOfTheNewOne) {
  const auto source = [](const std::string& ending) {
    return "package web\n\nimport \"embed\"\nimport \"html/template\"\n//go:embed t/*" + ending +
           "\nvar files embed.FS\n";
  };
  EXPECT_EQ(embedding("t/*.html", {{"web/t/a.html.tmpl", ""}, {"web/t/b.html.tmpl", ""}, {"web/t/a.css", ""}},
                      source(".html")),
            source(".html.tmpl"));
  EXPECT_EQ(embedding("t/*.html", {{"web/t/a.tmpl", ""}, {"web/t/a.css", ""}}, source(".html")), source(".tmpl"));
  EXPECT_EQ(embedding("t/*.html", {{"web/t/a.tmpl", ""}, {"web/t/b.gohtml", ""}}, source(".html")), "nothing");
  EXPECT_EQ(embedding("t/*.html", {{"web/t/a.css", ""}}, source(".html")), "nothing");
  EXPECT_EQ(embedding("t/*.css", {{"web/t/a.scss", ""}}, source(".css")), "nothing");
  EXPECT_EQ(embedding("t/*.sql", {{"web/t/a.psql", ""}}, source(".sql")), "nothing");
  EXPECT_EQ(embedding("t/*.json", {{"web/t/a.js", ""}}, source(".json")), "nothing");
  EXPECT_EQ(
      embedding("t/*.html", {{"web/t/a.tmpl", ""}}, source(".html") + "var a, _ = files.ReadFile(\"t/index.html\")\n"),
      "nothing");
  EXPECT_EQ(embedding("t/*.html", {{"web/t/README.md", ""}}, source(".html")), "nothing");
  EXPECT_EQ(embedding("t/*.html", {{"web/t/a.html.tmpl", ""}},
                      "package web\n\nimport \"embed\"\n\n//go:embed t/*.html\nvar files embed.FS\n"),
            "nothing")
      << "pages that are made of templates before";
  EXPECT_EQ(embedding("dist/*.js", {{"web/dist/a.css", ""}},
                      "package web\n\nimport \"embed\"\n\n//go:embed dist/*.js\nvar files embed.FS\n"),
            "nothing");
}

// ---- shell.reach-moved ----

std::string reaching(const std::string& script, Files files, const std::string& missing, std::size_t line) {
  files["scripts/ci/run.sh"] = script;
  const auto after =
      mended("shell.reach-moved", files,
             said("scripts/ci/run.sh: line " + std::to_string(line) + ": /w/" + missing + ": No such file or directory",
                  {{"path", missing}}));
  return after.contains("scripts/ci/run.sh") ? after.at("scripts/ci/run.sh") : "nothing";
}

TEST(ShellMoved, GoesToTheFileFromItsOwnFolder) {
  const Files lib = {{"scripts/lib/log.sh", ""}, {"scripts/lib/env.sh", ""}};
  const auto script = [](const std::string& up) {
    return "#!/bin/bash\nhere=\"$(cd \"$(dirname \"${BASH_SOURCE[0]}\")\" && pwd)\"\n. \"$here\"/" + up +
           "lib/log.sh\nsource \"${here}/" + up + "lib/env.sh\"\ncp a \"$here/lib/log.sh.bak\"\n";
  };
  EXPECT_EQ(reaching(script(""), lib, "scripts/ci/lib/log.sh", 3), script("../"));
  EXPECT_EQ(reaching("#!/bin/sh\n. \"$(dirname \"$0\")/lib/log.sh\"\n", lib, "scripts/ci/lib/log.sh", 2),
            "#!/bin/sh\n. \"$(dirname \"$0\")/../lib/log.sh\"\n");
  EXPECT_EQ(reaching("#!/bin/bash\n. \"${BASH_SOURCE%/*}/lib/log.sh\"\n", lib, "scripts/ci/lib/log.sh", 2),
            "#!/bin/bash\n. \"${BASH_SOURCE%/*}/../lib/log.sh\"\n");
}

TEST(ShellMoved, CountsTheTopAnew) {
  const auto script = [](const std::string& ups) {
    return "#!/bin/bash\nroot=$(cd \"$(dirname \"$0\")/" + ups +
           "\" && pwd)\n. \"$root/scripts/lib/log.sh\"\n. \"$root/tools/env.sh\"\n";
  };
  EXPECT_EQ(reaching(script(".."), {{"scripts/lib/log.sh", ""}, {"tools/env.sh", ""}}, "scripts/scripts/lib/log.sh", 3),
            script("../.."));
}

TEST(ShellMoved, IsReadOrCalled) {
  const auto fate = [](const std::string& line) {
    return reaching("#!/bin/sh\n" + line + "\n", {{"scripts/lib/log.sh", ""}}, "scripts/ci/lib/log.sh", 2);
  };
  for (const std::string front : {"set -e; . ", "bash ", "if ", "sort < ", "a && "})
    EXPECT_NE(fate(front + "\"$(dirname \"$0\")/lib/log.sh\""), "nothing") << front;
  for (const std::string front : {"echo x > ", "date >>", "a | tee ", "cp a ", "cat <<"})
    EXPECT_EQ(fate(front + "\"$(dirname \"$0\")/lib/log.sh\""), "nothing") << front;
}

TEST(ShellMoved, IsNotGuessed) {
  const std::string script = "#!/bin/sh\n. \"$(dirname \"$0\")/lib/log.sh\"\n";
  EXPECT_EQ(reaching(script, {{"a/lib/log.sh", ""}, {"b/lib/log.sh", ""}}, "scripts/ci/lib/log.sh", 2), "nothing");
  EXPECT_EQ(reaching(script, {{"tests/lib/log.sh", ""}}, "scripts/ci/lib/log.sh", 2), "nothing");
  EXPECT_EQ(reaching(script, {{"b/lib/log.sh", ""}}, "scripts/ci/lib/log.sh", 2), "nothing") << "of another part";
  EXPECT_EQ(reaching("#!/bin/sh\n. \"$(dirname \"$0\")/env.sh\"\n", {{"env.sh", ""}}, "scripts/ci/env.sh", 2),
            "nothing")
      << "each may have its own";
  EXPECT_EQ(reaching(script, {{"a/lib/log.sh", ""}, {".gitignore", "/scripts/ci/lib/\n"}}, "scripts/ci/lib/log.sh", 2),
            "nothing");
  EXPECT_EQ(reaching("#!/bin/sh\n. \"$HOME/lib/log.sh\"\n", {{"scripts/lib/log.sh", ""}}, "root/lib/log.sh", 2),
            "nothing");
  EXPECT_EQ(
      reaching("#!/bin/sh\ncd ..\n. \"$PWD/lib/log.sh\"\n", {{"scripts/lib/log.sh", ""}}, "scripts/ci/lib/log.sh", 3),
      "nothing");
}

}  // namespace
}  // namespace regreen::story
