// Java: the build says that its sources are UTF-8.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence unmappable(const std::string& file = "src/Card.java", const std::string& encoding = "US-ASCII") {
  return said(file + ":11: error: unmappable character (0xC3) for encoding " + encoding,
              {{"file", file}, {"line", "11"}});
}

Occurrence by_maven(const std::string& file) {
  return said("[ERROR] /work/app/" + file + ":[11,25] unmappable character (0xC3) for encoding US-ASCII", {},
              {{file, 11, 25}});
}

std::string told(const std::string& path, const std::string& text, Occurrence occurrence = unmappable(),
                 Files files = {}) {
  files.try_emplace("src/Card.java", "class Card { String a = \"Café\"; }\n");
  files[path] = text;
  const auto after = mended("java.say-encoding", files, std::move(occurrence));
  return after.empty() ? "nothing" : after.at(path);
}

TEST(JavaEncoding, MakefilesAndScriptsTellTheCompiler) {
  EXPECT_EQ(told("Makefile", "JAVAC = javac\nJAVACFLAGS = -Xlint:all -d out\n\nall:\n\t$(JAVAC) $(JAVACFLAGS) $^\n"),
            "JAVAC = javac\nJAVACFLAGS = -encoding UTF-8 -Xlint:all -d out\n\nall:\n\t$(JAVAC) $(JAVACFLAGS) $^\n");
  EXPECT_EQ(told("Makefile", "JFLAGS ?=\n\nall:\n\tjavac $(JFLAGS) $^\n\tjava $(JVM_OPTS) Card\n"),
            "JFLAGS ?= -encoding UTF-8\n\nall:\n\tjavac $(JFLAGS) $^\n\tjava $(JVM_OPTS) Card\n");
  EXPECT_EQ(
      told("build.sh",
           "mkdir -p out && javac -d out src/*.java\n# javac does it\nfind src -name '*.java' | xargs javac -d out\n"),
      "mkdir -p out && javac -encoding UTF-8 -d out src/*.java\n# javac does it\nfind src -name '*.java' | xargs javac "
      "-encoding UTF-8 -d out\n");
  EXPECT_EQ(told("build.sh", "OPTS=\"-Werror\"\njavac $OPTS -d out \\\n  src/*.java\n"),
            "OPTS=\"-encoding UTF-8 -Werror\"\njavac $OPTS -d out \\\n  src/*.java\n");
  EXPECT_EQ(told("build.sh", "OPTS=-Werror\njavac $OPTS src/*.java\n"),
            "OPTS=-Werror\njavac -encoding UTF-8 $OPTS src/*.java\n");
  EXPECT_EQ(told("Makefile", "all:\n\tjavac -d out \\\n\t  -encoding ascii $^\n"),
            "all:\n\tjavac -d out \\\n\t  -encoding UTF-8 $^\n");
}

TEST(JavaEncoding, MavenKnowsItAsAPropertyOfTheProject) {
  const auto found = by_maven("src/Card.java");
  const std::string property = "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>";
  EXPECT_EQ(
      told("pom.xml", "<project>\n  <properties>\n    <java.version>17</java.version>\n  </properties>\n</project>\n",
           found),
      "<project>\n  <properties>\n    " + property +
          "\n    <java.version>17</java.version>\n  </properties>\n</project>\n");
  EXPECT_EQ(
      told("pom.xml",
           "<project>\n  <profiles>\n    <profile>\n      <properties/>\n    </profile>\n  </profiles>\n</project>\n",
           found),
      "<project>\n  <profiles>\n    <profile>\n      <properties/>\n    </profile>\n  </profiles>\n  <properties>\n   "
      " " +
          property + "\n  </properties>\n</project>\n");
  EXPECT_EQ(told("pom.xml",
                 "<project>\n  <properties>\n    <project.build.sourceEncoding>ASCII</project.build.sourceEncoding>\n  "
                 "</properties>\n</project>\n",
                 found),
            "<project>\n  <properties>\n    " + property + "\n  </properties>\n</project>\n");
}

TEST(JavaEncoding, OfThePluginsOnlyTheCompilerIsAsked) {
  const auto found = by_maven("src/Card.java");
  const auto plugin = [](const std::string& name, const std::string& encoding) {
    return "    <plugin>\n      <artifactId>maven-" + name + "-plugin</artifactId>\n      <configuration><encoding>" +
           encoding + "</encoding></configuration>\n    </plugin>\n";
  };
  const auto pom = [&](const std::string& plugins) {
    return "<project>\n  <build><plugins>\n" + plugins + "  </plugins></build>\n</project>\n";
  };
  EXPECT_EQ(told("pom.xml", pom(plugin("resources", "ISO-8859-1") + plugin("compiler", "ASCII")), found),
            pom(plugin("resources", "ISO-8859-1") + plugin("compiler", "UTF-8")));
  const auto after = told("pom.xml", pom(plugin("resources", "UTF-8")), found);
  EXPECT_TRUE(contains(after, "sourceEncoding>UTF-8<")) << after;
}

TEST(JavaEncoding, OnlyWhatBuildsTheSourceIsTold) {
  const std::string build = "javac -d out *.java\n", gradle = "plugins {\n    id 'java'\n}\n";
  const auto changed = [&](Files files) {
    files["app/src/Card.java"] = "// ©\n";
    std::vector<std::string> paths;
    for (const auto& [path, text] : mended("java.say-encoding", files, unmappable("app/src/Card.java")))
      paths.push_back(path);
    return paths;
  };
  using Paths = std::vector<std::string>;
  EXPECT_EQ(changed({{"app/build.sh", build}, {"example/build.sh", build}}), (Paths{"app/build.sh"}));
  EXPECT_EQ(changed({{"ci/build.sh", build}}), (Paths{"ci/build.sh"}));
  EXPECT_EQ(changed({{"build.gradle", gradle}, {"app/build.gradle.kts", gradle}, {"example/build.sh", build}}),
            (Paths{"app/build.gradle.kts"}));
}

TEST(JavaEncoding, OfAModuleThePomAboveSaysIt) {
  const Files files = {{"cafe/pom.xml", "<project>\n  <parent><artifactId>all</artifactId></parent>\n</project>\n"},
                       {"cafe/src/Card.java", "// ©\n"}};
  const auto after = told("pom.xml", "<project>\n  <modules><module>cafe</module></modules>\n</project>\n",
                          by_maven("cafe/src/Card.java"), files);
  EXPECT_TRUE(contains(after, "sourceEncoding>UTF-8<")) << after;
}

TEST(JavaEncoding, GradleAndAntKnowItAsAnOptionOfTheTask) {
  EXPECT_EQ(told("build.gradle", "plugins {\n    id 'java'\n}\n"),
            "plugins {\n    id 'java'\n}\n\ntasks.withType(JavaCompile) {\n    options.encoding = 'UTF-8'\n}\n");
  EXPECT_EQ(told("build.gradle.kts", "plugins {\n    java\n}\n"),
            "plugins {\n    java\n}\n\ntasks.withType<JavaCompile> {\n    options.encoding = \"UTF-8\"\n}\n");
  auto by_ant = unmappable();
  by_ant.at.text = "    [javac] " + by_ant.at.text;
  EXPECT_EQ(
      told("build.xml",
           "<target>\n  <javac srcdir=\"src\"/>\n  <javac srcdir=\"test\" encoding=\"ascii\"/>\n</target>\n", by_ant),
      "<target>\n  <javac encoding=\"UTF-8\" srcdir=\"src\"/>\n  <javac srcdir=\"test\" "
      "encoding=\"UTF-8\"/>\n</target>\n");
}

TEST(JavaEncoding, WhereASourceIsNotUtf8NothingIsSaid) {
  const std::string build = "all:\n\tjavac src/*.java\n";
  EXPECT_EQ(told("Makefile", build, unmappable("src/Card.java", "UTF-8")), "nothing");
  EXPECT_EQ(told("Makefile", build, unmappable(), {{"src/Card.java", "// Caf\xe9\n"}}), "nothing");
  EXPECT_EQ(told("Makefile", build, unmappable(), {{"src/Old.java", "// Caf\xe9\n"}}), "nothing");
  EXPECT_EQ(told("Makefile", "all:\n\techo javac is not called\n"), "nothing");
}

}  // namespace
}  // namespace regreen::story
