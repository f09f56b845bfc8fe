// A package that lies in another folder today, and what names it by its path.

#include "story.h"

namespace regreen::story {
namespace {

Files followed(Files files, const std::string& path) {
  return mended("python.follow-folder", files,
                said("ERROR: " + path + " is not a valid editable requirement.", {{"path", path}}));
}

const Files units = {{"packages/units/pyproject.toml", "[project]\nname = \"units\"\n"},
                     {"packages/units/src/units/__init__.py", ""},
                     {"app/main.py", "from units import grams\n"}};

Files with(Files files) {
  files.insert(units.begin(), units.end());
  return files;
}

TEST(MovedFolder, IsNamedWhereItLiesTodayByAllWhoNameIt) {
  const auto after =
      followed(with({{"services/a/requirements.txt", "# ../../libs/units\n-e ../../libs/units[fast]\npytest\n"},
                     {"services/b/pyproject.toml", "[tool.uv.sources]\nunits = { path = \"../../libs/units\" }\n"},
                     {"libs/pyproject.toml", "[tool.poetry.dependencies]\nu = {path = \"./units/\"}\n"},
                     {"tox.ini", "[testenv]\ndeps =\n    -e {toxinidir}/libs/units\n    -e file:libs/units\n"},
                     {"setup.cfg", "[options]\ninstall_requires =\n    units @ file:///${ROOT}/libs/units\n"},
                     {"docs/notes.md", "libs/units\n"}}),
               "../../libs/units[fast]");
  EXPECT_EQ(after,
            (Files{{"services/a/requirements.txt", "# ../../libs/units\n-e ../../packages/units[fast]\npytest\n"},
                   {"services/b/pyproject.toml", "[tool.uv.sources]\nunits = { path = \"../../packages/units\" }\n"},
                   {"libs/pyproject.toml", "[tool.poetry.dependencies]\nu = {path = \"../packages/units/\"}\n"},
                   {"tox.ini", "[testenv]\ndeps =\n    -e {toxinidir}/packages/units\n    -e file:packages/units\n"},
                   {"setup.cfg", "[options]\ninstall_requires =\n    units @ file:///${ROOT}/packages/units\n"}}));
}

TEST(MovedFolder, CountsFromWhereTheCommandRuns) {
  const Files files = with({{"requirements/dev.txt", "./libs/units\n"}});
  EXPECT_EQ(followed(files, "./libs/units"), (Files{{"requirements/dev.txt", "./packages/units\n"}}));
  EXPECT_EQ(followed(files, "/srv/app/libs/units"), (Files{{"requirements/dev.txt", "./packages/units\n"}}));
}

TEST(MovedFolder, IsLeftWhereItIsNotKnown) {
  const Files files = {{"requirements.txt", "-e libs/units\n-e git+https://git.test/libs/units\n"}};
  EXPECT_EQ(followed(files, "libs/units"), Files());
  auto more = with(files);
  EXPECT_EQ(followed(more, "libs/units"),
            (Files{{"requirements.txt", "-e packages/units\n-e git+https://git.test/libs/units\n"}}));
  EXPECT_EQ(followed(more, "libs/other"), Files());
  for (const auto* path : {"old/units/setup.py", "libs/units/setup.cfg"}) {  // several, and still there
    auto several = more;
    several[path] = "";
    EXPECT_EQ(followed(several, "libs/units"), Files()) << path;
  }
  auto unused = more;
  unused["app/main.py"] = "import other\n";
  EXPECT_EQ(followed(unused, "libs/units"), Files());
  auto another = more;
  another["admin/requirements.txt"] = "-e ../packages/units\n";
  EXPECT_EQ(followed(another, "libs/units"), Files());
  auto named = more;
  named["requirements.txt"] = "units @ file:libs/units\n";
  named["app/main.py"] = "";
  EXPECT_EQ(followed(named, "libs/units"), (Files{{"requirements.txt", "units @ file:packages/units\n"}}));
  for (const auto* path : {"tests/data/units/setup.py", "vendor/units/setup.py", "web/units/package.json"}) {
    auto aside = more;
    aside[path] = "";
    EXPECT_EQ(followed(aside, "libs/units").size(), 1U) << path;
  }
  more[".gitmodules"] = "[submodule \"units\"]\n\tpath = libs/units\n";
  EXPECT_EQ(followed(more, "libs/units"), Files());
}

TEST(MovedFolder, ThatLiesAtTheTopIsNoPackageOfARegistry) {
  const Files files = {
      {"requirements.txt", "libs/six\n"}, {"six/setup.py", ""}, {"six/six.py", ""}, {"app.py", "import six\n"}};
  EXPECT_EQ(followed(files, "libs/six"), (Files{{"requirements.txt", "./six\n"}}));
}

TEST(MovedFolder, IsNoFolderOfThatPathElsewhere) {
  const auto after = followed(with({{"requirements.txt", "./libs/units\n"},
                                    {"web/Makefile", "all:\n\tls libs/units\n"},
                                    {"web/libs/units/a.js", ""},
                                    {"app/Makefile", "all:\n\tls libs/units\n"}}),
                              "./libs/units");
  EXPECT_EQ(after,
            (Files{{"requirements.txt", "./packages/units\n"}, {"app/Makefile", "all:\n\tls packages/units\n"}}));
}

}  // namespace
}  // namespace regreen::story
