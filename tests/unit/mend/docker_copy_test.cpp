// What COPY takes from the context of a build, and was moved there.
#include "story.h"

namespace regreen::story {
namespace {

std::string copied(Files files, const std::string& dockerfile, const std::string& missing) {
  const auto after =
      mended("docker.follow-move", files,
             said("failed to compute cache key: \"/" + missing + "\": not found", {{"path", "/" + missing}}));
  return after.contains(dockerfile) ? after.at(dockerfile) : "nothing";
}

TEST(DockerCopy, FollowsAFolderOfTheContext) {
  const auto text = [](const std::string& conf) {
    return "FROM a AS base\n# conf/ is read\ncopy [\"" + conf + "/log.ini\", \"/etc/\"]\nFROM base\nCOPY req.txt \\\n" +
           "     ./" + conf +
           "/limits.ini $CONF/\nCOPY --from=base /etc/conf/log.ini /x/\nCOPY --chown=a:a ./api /srv\n";
  };
  const Files files = {{"conf/limits.ini", ""},
                       {"deploy/api.Dockerfile", text("conf")},
                       {"services/api/req.txt", ""},
                       {"services/api/api/a.py", ""},
                       {"services/web/conf/a.conf", ""},
                       {"services/web/req.txt", ""},
                       {"services/api/settings/log.ini", ""},
                       {"services/api/settings/limits.ini", ""}};
  EXPECT_EQ(copied(files, "deploy/api.Dockerfile", "conf/log.ini"), text("settings"));
}

TEST(DockerCopy, FollowsAFileByItsName) {
  EXPECT_EQ(copied({{"Dockerfile", "FROM a\nCOPY gunicorn.ini /app/\n"}, {"build/gunicorn.ini", ""}}, "Dockerfile",
                   "gunicorn.ini"),
            "FROM a\nCOPY build/gunicorn.ini /app/\n");
  EXPECT_EQ(copied({{"web/Dockerfile", "FROM a\nCOPY web/src/app.js web/package.json /app/\n"},
                    {"web/package.json", ""},
                    {"web/lib/app.js", ""}},
                   "web/Dockerfile", "web/src/app.js"),
            "FROM a\nCOPY web/lib/app.js web/package.json /app/\n");
}

TEST(DockerCopy, IsNoOtherFileOfTheNameOfWhatWasNotBuilt) {
  const auto of = [](const std::string& missing, Files files) {
    files["Dockerfile"] = "FROM a\nCOPY package.json " + missing + " ./\n";
    files["package.json"] = "{}\n";
    return copied(files, "Dockerfile", missing);
  };
  EXPECT_EQ(of("dist/index.js", {{"src/index.js", ""}}), "nothing");
  EXPECT_EQ(of("web/build/index.html", {{"web/public/index.html", ""}}), "nothing");
  EXPECT_EQ(of("made/index.js", {{"src/index.js", ""}, {".gitignore", "/made/\n"}}), "nothing");
  EXPECT_EQ(of("all.jar", {{"old/all.jar", ""}, {".gitignore", "/*.jar\n"}}), "nothing");
}

TEST(DockerCopy, LooksOnceForEachOfManyPlaces) {
  std::string text = "FROM a\n", ignored;
  Files files;
  for (int i = 0; i < 2000; ++i) {
    const auto number = std::to_string(i);
    files["p" + number + "/package.json"] = files["q" + number + "/package.json"] = "";
    text += "COPY r" + number + "/package.json /\n";
    for (int row = 0; row < 20; ++row) ignored += "x" + number + "/" + std::to_string(row) + "\n";
  }
  files["Dockerfile"] = text;
  files[".dockerignore"] = ignored;
  EXPECT_EQ(copied(files, "Dockerfile", "r7/package.json"), "nothing");
  files["Dockerfile"] = "FROM a\nCOPY r7/package.json /\n";
  EXPECT_EQ(copied(files, "Dockerfile", "r7/package.json"), "nothing");
}

TEST(DockerCopy, TakesThePartOfAListThatTheProjectRunsWith) {
  const auto copies = [](const std::string& command, Files lists) {
    lists["Dockerfile"] = "FROM a\nCOPY " + command + "\nRUN pip install -r requirements.txt\nCOPY app /app\n";
    lists["app/a.py"] = "";
    const auto after = copied(lists, "Dockerfile", "requirements.txt");
    return after == "nothing" ? after : after.substr(7, after.find('\n', 7) - 7);
  };
  const Files lists = {{"requirements/prod.txt", "flask\n"}, {"requirements/dev.txt", "-r prod.txt\npytest\n"}};
  EXPECT_EQ(copies("requirements.txt /tmp/requirements.txt", lists),
            "COPY requirements/prod.txt /tmp/requirements.txt");
  EXPECT_EQ(copies("--chown=a ./requirements.txt .", lists),
            "COPY --chown=a ./requirements/prod.txt ./requirements.txt");
  EXPECT_EQ(copies("[\"requirements.txt\", \"/srv/\"]", lists),
            "COPY [\"requirements/prod.txt\", \"/srv/requirements.txt\"]");
  EXPECT_EQ(copies("requirements.txt /srv", lists), "nothing") << "a folder or a file";
  EXPECT_EQ(copies("requirements.txt setup.py ./", lists), "nothing") << "its name would be another one";
  EXPECT_EQ(
      copies("requirements.txt .", {{"requirements/base.txt", "a\n"}, {"requirements/prod.txt", "-r base.txt\n"}}),
      "nothing");
  EXPECT_EQ(copies("requirements.txt .", {{"requirements/web.txt", "a\n"}, {"requirements/worker.txt", "b\n"}}),
            "nothing");
  EXPECT_EQ(copies("requirements.txt .", {{"requirements/base.txt", "-c limits.txt\na\n"}}), "nothing");
  EXPECT_EQ(copies("requirements.txt .", {{".dockerignore", "requirements/base.txt\n"},
                                          {"requirements/base.txt", "a\n"},
                                          {"requirements/prod.txt", "b\n"}}),
            "COPY requirements/prod.txt ./requirements.txt");
  for (const auto* other : {"requirements/requirements-dev.txt", "requirements/mypy.txt", "requirements/worker.txt"})
    EXPECT_EQ(copies("requirements.txt .", {{other, "a\n"}}), "nothing") << other;
}

TEST(DockerCopy, ThatIsNotSureStays) {
  const std::string text = "FROM a\nCOPY conf/log.ini /app/\n";
  EXPECT_EQ(copied({{"Dockerfile", text}, {"a/log.ini", ""}, {"b/log.ini", ""}}, "Dockerfile", "conf/log.ini"),
            "nothing");
  EXPECT_EQ(copied({{"Dockerfile", text}, {"a/log.ini", ""}, {".dockerignore", "a/\n"}}, "Dockerfile", "conf/log.ini"),
            "nothing");
  EXPECT_EQ(copied({{"Dockerfile", "FROM a\nCOPY dist /app\n"}, {"web/dist/a", ""}}, "Dockerfile", "dist"), "nothing");
  EXPECT_EQ(copied({{"Dockerfile", text}, {"examples/log.ini", ""}}, "Dockerfile", "conf/log.ini"), "nothing");
  EXPECT_EQ(copied({{"Dockerfile", "FROM a\nCOPY requirements.txt /app/\n"}, {"tools/requirements.txt", ""}},
                   "Dockerfile", "requirements.txt"),
            "nothing");
  EXPECT_EQ(copied({{"Dockerfile", "FROM a\nCOPY $X/log.ini /app\n"}, {"a/log.ini", ""}}, "Dockerfile", "log.ini"),
            "nothing");
}

}  // namespace
}  // namespace regreen::story
