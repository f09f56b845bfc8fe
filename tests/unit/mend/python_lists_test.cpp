// Where Python projects write down what they need and what they consist of: requirements, packages, data, what a package hands on.

#include "story.h"

namespace regreen::story {
namespace {

Occurrence no_module(const std::string& module) {
  return said("ModuleNotFoundError: No module named '" + module + "'", {{"module", module}});
}

TEST(DependencyHome, IsTheListBehindAFileThatOnlyIncludesIt) {
  Files files = {{"ci/install.sh", "pip install -r requirements.txt\n"},
                 {"app/a.py", "import attr\n"},
                 {"requirements.txt", "-r requirements/prod.txt\n"},
                 {"requirements/prod.txt", "# what runs\n-r base.txt\n"},
                 {"requirements/base.txt", "requests\n"}};
  EXPECT_EQ(mended("python.add-dependency", files, no_module("attr")),
            (Files{{"requirements/base.txt", "requests\nattrs\n"}}));
  files["requirements/prod.txt"] = "-r base.txt\ngunicorn\n";
  EXPECT_TRUE(mended("python.add-dependency", files, no_module("attr")).contains("requirements/base.txt"));
  files["requirements.txt"] = "-r requirements/base.txt\ngunicorn\n";
  EXPECT_TRUE(mended("python.add-dependency", files, no_module("attr")).contains("requirements.txt"));
}

TEST(DependencyHome, OfTestsIsNotTheListOfUsersThatItIncludes) {
  const Files files = {{"ci/install.sh", "pip install -r requirements-test.txt\n"},
                       {"tests/test_a.py", "import attr\n"},
                       {"requirements-test.txt", "-r requirements.txt\n"},
                       {"requirements.txt", "requests\n"}};
  EXPECT_EQ(mended("python.add-dependency", files, no_module("attr")),
            (Files{{"requirements-test.txt", "-r requirements.txt\nattrs\n"}}));
}

Files with_package(const std::string& setup_cfg) {
  return mended("python.add-init",
                {{"setup.cfg", setup_cfg},
                 {"pier/__init__.py", ""},
                 {"pier/api/__init__.py", ""},
                 {"pier/store/__init__.py", ""},
                 {"pier/store/disk.py", "x = 1\n"}},
                no_module("pier.store.disk"));
}

TEST(PackagesOfSetupCfg, GetAPackageMore) {
  EXPECT_EQ(with_package("[options]\npackages =\n    pier\n    pier.api\n\n[flake8]\n"),
            (Files{{"setup.cfg", "[options]\npackages =\n    pier\n    pier.api\n    pier.store\n\n[flake8]\n"}}));
  EXPECT_EQ(with_package("[options]\npackages = pier, pier.api\n"),
            (Files{{"setup.cfg", "[options]\npackages = pier, pier.api, pier.store\n"}}));
  EXPECT_EQ(with_package("[options]\npackages = pier\n"),
            (Files{{"setup.cfg", "[options]\npackages =\n    pier\n    pier.store\n"}}));
  EXPECT_EQ(with_package("[options]\npackages = find:\n"), Files{});
  EXPECT_EQ(with_package("[options]\npackages =\n    others\n"), Files{});
}

const Files press = {{"pyproject.toml", "[project]\nname = \"press\"\n"},
                     {"src/press/__init__.py", ""},
                     {"src/press/templates/label.html", "<p>\n"},
                     {"src/press/templates/parts/code.txt", "x\n"},
                     {"tests/templates/other.html", "<i>\n"}};

Files with_template(const std::string& name) {
  return mended("python.add-package-data", press,
                said("jinja2.exceptions.TemplateNotFound: " + name, {{"path", name}}));
}

TEST(PackageData, OfJinjaIsTheOnlyFileOfThatName) {
  const std::string table = "[project]\nname = \"press\"\n\n[tool.setuptools.package-data]\npress = ";
  EXPECT_EQ(with_template("label.html"), (Files{{"pyproject.toml", table + "[\"templates/*.html\"]\n"}}));
  EXPECT_EQ(with_template("parts/code.txt"), (Files{{"pyproject.toml", table + "[\"templates/parts/*.txt\"]\n"}}));
  EXPECT_EQ(with_template("other.html"), Files{});
  EXPECT_EQ(with_template("bale.html"), Files{});
  EXPECT_EQ(mended("python.add-package-data", press, said("ValueError: The 'press' package …", {{"module", "press"}})),
            (Files{{"pyproject.toml", table + "[\"templates/*.html\", \"templates/parts/*.txt\"]\n"}}));
  EXPECT_EQ(mended("python.add-package-data", press,
                   said("FileNotFoundError", {{"path", "/tmp/out/press/templates/label.html"}})),
            (Files{{"pyproject.toml", table + "[\"templates/*.html\"]\n"}}));
}

std::string joined(const std::string& text) {
  const auto after = mended("python.join-sides", {{"requirements.txt", text}, {"notes.txt", text}},
                            said("ERROR: Invalid requirement: '<<<<<<< HEAD'", {{"detail", "<<<<<<< HEAD"}}));
  return after.contains("requirements.txt") ? after.at("requirements.txt") : "nothing";
}

TEST(JoinedSides, HaveWhatEitherSideAdded) {
  EXPECT_EQ(joined("# a\n<<<<<<< HEAD\nalpha==1\ndelta==2\n=======\nalpha==1\nbeta==3\n>>>>>>> topic\nzeta\n"),
            "# a\nalpha==1\nbeta==3\ndelta==2\nzeta\n");
  EXPECT_EQ(joined("<<<<<<< HEAD\r\n# web\r\nflask\r\n=======\r\n# data\r\narrow\r\n>>>>>>> topic\r\n"),
            "# web\r\nflask\r\n# data\r\narrow\r\n");
  EXPECT_EQ(joined("<<<<<<< HEAD\na ; python_version < '3.9'\n=======\na ; python_version >= '3.9'\n>>>>>>> topic\n"),
            "a ; python_version < '3.9'\na ; python_version >= '3.9'\n");
  EXPECT_EQ(joined("<<<<<<< HEAD\na==2\n||||||| 1\na==1\nold\n=======\na==1\nold\nb\n>>>>>>> topic\n"), "a==2\nb\n");
}

TEST(JoinedSides, AreLeftToPeopleWhereTheyDisagree) {
  EXPECT_EQ(joined("<<<<<<< HEAD\na==1\n=======\na==2\n>>>>>>> topic\n"), "nothing");
  EXPECT_EQ(joined("<<<<<<< HEAD\nA_b==1\n=======\na-b>=1\n>>>>>>> topic\n"), "nothing");
  EXPECT_EQ(joined("<<<<<<< HEAD\na==2\n||||||| 1\na==1\n=======\n>>>>>>> topic\n"), "nothing");
  EXPECT_EQ(joined("<<<<<<< HEAD\na==2\n=======\n>>>>>>> topic\n"), "nothing");
  EXPECT_EQ(joined("a==1\n<<<<<<< HEAD\na==2\n=======\nb\n>>>>>>> topic\n"), "nothing");
  EXPECT_EQ(joined("<<<<<<< HEAD\na==2 \\\n    --hash=sha256:1\n=======\nb\n>>>>>>> topic\n"), "nothing");
  EXPECT_EQ(joined("<<<<<<< HEAD\na\n=======\nb\n"), "nothing");
  EXPECT_EQ(joined("<<<<<<< HEAD\na==2\n=======\na==1 ; python_version < '3.9'\n>>>>>>> topic\n"), "nothing");
  EXPECT_EQ(joined("Title\n=======\n"), "nothing");
}

std::string joined_from(const std::string& ours, const std::string& theirs, const std::string& before = "") {
  return joined("<<<<<<< HEAD\n" + ours + before + "\n=======\n" + theirs + "\n>>>>>>> topic\n");
}

TEST(JoinedSides, AreLeftToPeopleWhereBothMayHaveReplacedOneThing) {
  EXPECT_EQ(joined_from("a @ https://x.example/a-1.tar.gz", "a @ https://x.example/a-2.tar.gz"), "nothing");
  EXPECT_EQ(joined_from("git+https://x.example/a@v1#egg=a", "-e git+https://x.example/a@v2#egg=A"), "nothing");
  EXPECT_EQ(joined_from("https://x.example/a-1.tar.gz", "a==2"), "nothing");
  EXPECT_EQ(joined_from("--index-url https://one.example", "-i https://two.example"), "nothing");
  EXPECT_EQ(joined_from("--extra-index-url=https://one.example", "--extra-index-url https://two.example"), "nothing");
  EXPECT_EQ(joined_from("sun_dial==1", "sun-dial-binary==1"), "nothing");
  EXPECT_EQ(joined_from("b==1", "c==1", "\n||||||| 1\na==1"), "nothing");
  EXPECT_EQ(joined_from("-r a.txt", "-r b.txt"), "-r a.txt\n-r b.txt\n");
  EXPECT_EQ(joined_from("dial @ https://x.example/1.tar.gz", "arc==2"), "arc==2\ndial @ https://x.example/1.tar.gz\n");
}

Files handed_on(Files files, const std::string& name, std::size_t line) {
  return mended("python.remove-unused-import", files,
                said("dock/__init__.py:" + std::to_string(line) + ":1: F401 '" + name + "' imported but unused",
                     {{"file", "dock/__init__.py"}, {"line", std::to_string(line)}, {"symbol", name}}));
}

TEST(HandedOn, NamesJoinAll) {
  Files files = {{"dock/__init__.py", "from .crane import Crane, lift\n\n__all__ = ('Crane',)\n"},
                 {"dock/crane.py", "class Crane:\n    pass\n\n\ndef lift():\n    pass\n"}};
  EXPECT_EQ(handed_on(files, ".crane.lift", 1),
            (Files{{"dock/__init__.py", "from .crane import Crane, lift\n\n__all__ = ('Crane', 'lift')\n"}}));
  files["dock/__init__.py"] = "from .crane import Crane, lift\n\n\ndef run():\n    lift()\n";
  EXPECT_EQ(handed_on(files, ".crane.Crane", 1),
            (Files{{"dock/__init__.py",
                    "from .crane import Crane, lift\n\n__all__ = [\"Crane\", \"lift\", \"run\"]\n\n\ndef run():\n"
                    "    lift()\n"}}));
}

TEST(HandedOn, LongListsGetLines) {
  const std::string names = "'first_of_the_names', 'second_of_the_names', 'third_of_the_names'";
  const Files files = {{"dock/__init__.py", "from .crane import lift\n\n__all__ = [" + names + "]\n"},
                       {"dock/crane.py", "lift = 1\n"}};
  EXPECT_EQ(
      handed_on(files, ".crane.lift", 1).at("dock/__init__.py"),
      "from .crane import lift\n\n__all__ = [\n    'first_of_the_names',\n    'lift',\n    'second_of_the_names',\n"
      "    'third_of_the_names',\n]\n");
}

TEST(HandedOn, IsWhatOthersTakeAndNotEverything) {
  Files files = {{"dock/__init__.py", "import os\nfrom json import loads\nimport attr\nfrom .crane import *\n"},
                 {"dock/crane.py", "x = 1\n"},
                 {"dock/load.py", "from dock import loads\n"}};
  EXPECT_EQ(handed_on(files, "os", 1),
            (Files{{"dock/__init__.py", "from json import loads\nimport attr\nfrom .crane import *\n"}}));
  EXPECT_EQ(handed_on(files, "json.loads", 2), Files{});  // what `import *` hands on is not known
  EXPECT_EQ(handed_on(files, "attr", 3), Files{});
  files["dock/__init__.py"] = "from json import loads\n\n__all__ = [\"x\"]\n";
  EXPECT_EQ(handed_on(files, "json.loads", 1),
            (Files{{"dock/__init__.py", "from json import loads\n\n__all__ = [\"x\", \"loads\"]\n"}}));
  files["dock/__init__.py"] = "from .crane import _x\n\n__all__ = []\n";
  EXPECT_EQ(handed_on(files, ".crane._x", 1), Files{});
}

}  // namespace
}  // namespace regreen::story
