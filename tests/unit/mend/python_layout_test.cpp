// Folders at the top of a Python project, one of which is its package.

#include "story.h"

namespace regreen::story {
namespace {

Files named(Files files, const std::string& folders) {
  files["shop/__init__.py"] = "";
  return mended("python.name-packages", files,
                said("error: Multiple top-level packages discovered in a flat-layout: " + folders + ".",
                     {{"detail", folders + "."}}));
}

std::string in_setup(const std::string& setup) {
  const auto after = named({{"setup.py", setup}}, "['data', 'shop']");
  return after.empty() ? "" : after.at("setup.py");
}

TEST(FlatLayout, IsNamedInSetupPy) {
  EXPECT_EQ(in_setup("from setuptools import setup\n\nsetup(\n    name=\"shop\",\n    version=\"1\",\n)\n"),
            "from setuptools import find_packages, setup\n\nsetup(\n    name=\"shop\",\n    version=\"1\",\n"
            "    packages=find_packages(include=[\"shop\", \"shop.*\"]),\n)\n");
  EXPECT_EQ(in_setup("import setuptools\nsetuptools.setup(name='shop')\n"),
            "import setuptools\nsetuptools.setup(name='shop', "
            "packages=setuptools.find_packages(include=[\"shop\", \"shop.*\"]))\n");
  EXPECT_EQ(in_setup("from setuptools import setup\nsetup(name='shop',\n      version='1'  # today\n      )\n"),
            "from setuptools import find_packages, setup\nsetup(name='shop',\n      version='1',\n"
            "      packages=find_packages(include=[\"shop\", \"shop.*\"])  # today\n      )\n");
}

TEST(FlatLayout, OfASetupPyThatSaysItsPackagesIsLeft) {
  EXPECT_EQ(in_setup("from setuptools import setup\nsetup(name='shop', packages=names())\n"), "");
  EXPECT_EQ(in_setup("from distutils.core import setup\nsetup(name='shop')\n"), "");
}

TEST(FlatLayout, IsNamedInSetupCfg) {
  const Files setup = {{"setup.py", "from setuptools import setup\n\nsetup()\n"}};
  const auto after = [&](const std::string& config) {
    auto files = setup;
    files["setup.cfg"] = config;
    const auto changed = named(files, "['data', 'shop']");
    return changed.size() == 1 ? changed.at("setup.cfg") : "";
  };
  EXPECT_EQ(after("[metadata]\nname = shop\n"),
            "[metadata]\nname = shop\n\n[options]\npackages = find:\n\n[options.packages.find]\ninclude =\n    shop*\n");
  EXPECT_EQ(after("[metadata]\nname = shop\n[options]\nzip_safe = no\n[flake8]\na = 1"),
            "[metadata]\nname = shop\n[options]\npackages = find:\nzip_safe = no\n[flake8]\na = 1\n\n"
            "[options.packages.find]\ninclude =\n    shop*\n");
  EXPECT_EQ(after("[metadata]\nname = shop\n[options]\npackages = shop, data\n"), "");
}

TEST(FlatLayout, HasTheProjectsNameWhereSeveralArePackages) {
  const std::string toml = "[project]\nname = \"shop\"\n\n[tool.setuptools.package-data]\nshop = [\"*.txt\"]\n";
  const Files files = {{"pyproject.toml", toml}, {"speed/__init__.py", ""}, {"shop_data/a.csv", ""}};
  const std::string folders = "['shop', 'speed', 'shop_data']";
  EXPECT_EQ(named(files, folders),
            (Files{{"pyproject.toml", toml + "\n[tool.setuptools.packages.find]\ninclude = [\"shop\", \"shop.*\"]\n"}}));
  auto needed = files;
  needed["shop/sale.py"] = "from speed import fast\n";
  EXPECT_EQ(named(needed, folders), Files());
  auto other = files;
  other["pyproject.toml"] = "[project]\nname = \"store\"\n";
  EXPECT_EQ(named(other, folders), Files());
}

}  // namespace
}  // namespace regreen::story
