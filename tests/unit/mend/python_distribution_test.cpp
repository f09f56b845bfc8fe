// A project that asks for itself by a name that it had.

#include "story.h"

namespace regreen::story {
namespace {

Files asked(Files files, const std::string& name = "reel") {
  return mended(
      "python.follow-distribution", files,
      said("importlib.metadata.PackageNotFoundError: No package metadata was found for " + name, {{"package", name}}));
}

const std::string project = "[project]\nname = \"reel-core\"\n";
const std::string import = "from importlib.metadata import metadata, version\n";

TEST(OwnDistribution, IsAskedForByItsName) {
  EXPECT_EQ(
      asked({{"pyproject.toml", project},
             {"src/reel/__init__.py", import + "__version__ = version('reel')\nother = version(\"reels\")\n"},
             {"src/reel/cli.py",
              import + "a = metadata(\"Reel\")[\"Summary\"]  # version(\"reel\")\nb = prog(\"reel\")\n"},
             {"src/reel/kit.py", "def version(a): pass\nversion(\"reel\")\n"},
             {"docs/conf.py", "import importlib.metadata\nrelease = importlib.metadata.version(\n    \"reel\",\n)\n"}}),
      (Files{{"src/reel/__init__.py", import + "__version__ = version('reel-core')\nother = version(\"reels\")\n"},
             {"src/reel/cli.py",
              import + "a = metadata(\"reel-core\")[\"Summary\"]  # version(\"reel\")\nb = prog(\"reel\")\n"},
             {"docs/conf.py",
              "import importlib.metadata\nrelease = importlib.metadata.version(\n    \"reel-core\",\n)\n"}}));
}

TEST(OwnDistribution, OfAPackageThatAsksByItsOwnName) {
  EXPECT_EQ(
      asked({{"setup.py", "from setuptools import setup\nsetup(name=\"reel-core\")\n"},
             {"reel/__init__.py", "import pkg_resources as p\nv = p.get_distribution(__name__).version\n"}}),
      (Files{{"reel/__init__.py", "import pkg_resources as p\nv = p.get_distribution(\"reel-core\").version\n"}}));
  EXPECT_EQ(asked({{"setup.cfg", "[metadata]\nname = reel-core\n"},
                   {"reel/a.py", import + "__version__ = version(\"old-reel\")\n"}},
                  "old-reel"),
            Files());  // perhaps a library's
}

TEST(OwnDistribution, IsAskedForByFunctionsOfMetadataOnly) {
  const std::string mine = "from importlib.resources import files\nfrom importlib import metadata\n";
  const std::string rest = "b = files(\"reel\")\nc = index.version(\"reel\")\n";
  EXPECT_EQ(
      asked({{"pyproject.toml", project},
             {"reel/__init__.py", mine + "a = metadata.version(\"reel\")\n" + rest},
             {"reel/kit.py", import + "def ask(version):\n    return version(\"reel\")\n"},
             {"reel/own.py", import + "metadata = read\nmetadata(\"reel\")\nx = tool(version=version(\"reel\"))\n"}}),
      (Files{{"reel/__init__.py", mine + "a = metadata.version(\"reel-core\")\n" + rest},
             {"reel/own.py",
              import + "metadata = read\nmetadata(\"reel\")\nx = tool(version=version(\"reel-core\"))\n"}}));
}

TEST(OwnDistribution, IsNoOther) {
  const Files files = {{"pyproject.toml", project}, {"src/tape/__init__.py", import + "a = version(\"reel\")\n"}};
  EXPECT_EQ(asked(files), Files());
  auto own = files;
  own["src/reel/__init__.py"] = "";
  EXPECT_EQ(asked(own).size(), 1U);
  own["requirements.txt"] = "reel\n";  // another one is asked for
  EXPECT_EQ(asked(own), Files());
  own = files;
  own["src/reel.py"] = "";
  own["pyproject.toml"] = "[project]\nname = \"Reel\"\n";  // is just not installed
  EXPECT_EQ(asked(own), Files());
}

}  // namespace
}  // namespace regreen::story
