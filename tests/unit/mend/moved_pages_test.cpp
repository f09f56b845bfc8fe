// Links of documents whose pages the newest commit moved.

#include "model/last_commit.h"
#include "story.h"

#include <optional>

namespace regreen::story {
namespace {

const std::string guide = "# Installation\n\nSet the [limits](config.md#limits) first.\n\n    cp docs/config.md /tmp\n";
const std::string limits = "# Configuration\n\n## Limits\n\nHow many at once, and how long.\n";
const std::string front =
    "# Handbook\n\n1. [Install](install.md#where),\n2. ![way](img/way.svg)\n3. [install]: install.md\n";

struct Handbook {
  Files files = {{"docs/index.md", front},
                 {"docs/guide/install.md", guide},
                 {"docs/reference/config.md", limits},
                 {"docs/img/way.svg", "<svg/>"}};
  std::map<std::string, std::optional<std::string>> before = {{"docs/install.md", guide},
                                                              {"docs/guide/install.md", std::nullopt},
                                                              {"docs/config.md", limits},
                                                              {"docs/reference/config.md", std::nullopt}};
};

Occurrence dead(const std::string& file, const std::string& line, const std::string& path) {
  return said(file + ":" + line + ": broken link: " + path, {{"file", file}, {"line", line}, {"path", path}},
              {{file, std::stoul(line), 0}});
}

std::string after(const Handbook& book, const std::string& file, std::vector<Occurrence> links) {
  LastCommit commit;
  for (const auto& [path, text] : book.before) commit.before[path] = text;
  const auto changed = mended("docs.follow-moved-page", book.files, diagnosis_of(std::move(links)), commit);
  return changed.contains(file) ? changed.at(file) : "nothing";
}

TEST(MovedPage, IsFollowedOnTheLineThatTheLogNames) {
  EXPECT_EQ(after({}, "docs/index.md", {dead("docs/index.md", "3", "install.md#where")}),
            replace_all(front, "](install.md", "](guide/install.md"));
  EXPECT_EQ(after({}, "docs/index.md", {dead("docs/index.md", "5", "install.md")}),
            replace_all(front, ": install.md", ": guide/install.md"));
  EXPECT_EQ(after({}, "docs/index.md", {dead("docs/index.md", "4", "install.md")}), "nothing");
}

TEST(MovedPage, CountsItsOwnLinksFromWhereItLay) {
  EXPECT_EQ(after({}, "docs/guide/install.md", {dead("docs/guide/install.md", "3", "config.md#limits")}),
            replace_all(guide, "](config.md", "](../reference/config.md"));
  Handbook book;
  const auto with_image = "# Moved\n\nThe way: ![way](img/way.svg), as it was.\n";
  book.files["docs/guide/way.md"] = with_image;
  book.before["docs/way.md"] = with_image;
  book.before["docs/guide/way.md"] = std::nullopt;
  EXPECT_EQ(after(book, "docs/guide/way.md", {dead("docs/guide/way.md", "3", "img/way.svg")}),
            replace_all(with_image, "(img", "(../img"));
}

TEST(MovedPage, IsFollowedAsMkDocsSaysIt) {
  Handbook book;
  const std::string nav =
      "site_name: x\nnav:\n  - Start: index.md\n  - 'Installation: all': \"install.md\"\nextra:\n  - install.md\n";
  book.files["mkdocs.yml"] = nav;
  const auto in_nav = said(
      "WARNING -  A reference to 'install.md' is included in the 'nav' configuration, which is not found in the "
      "documentation files.",
      {});
  EXPECT_EQ(after(book, "mkdocs.yml", {in_nav}), replace_all(nav, "\"install.md\"", "\"guide/install.md\""));
  const auto in_page = said(
      "WARNING -  Doc file 'index.md' contains a link 'install.md#where', but the target 'install.md' is not found "
      "among documentation files.",
      {});
  EXPECT_EQ(
      after(book, "docs/index.md", {in_page}),
      replace_all(replace_all(front, "](install.md", "](guide/install.md"), ": install.md", ": guide/install.md"));
}

TEST(MovedPage, IsNoneThatWasChangedLaidAsideOrIsThereTwice) {
  const auto link = dead("docs/index.md", "3", "install.md#where");
  Handbook changed;
  changed.files["docs/guide/install.md"] = guide + "More.\n";
  EXPECT_EQ(after(changed, "docs/index.md", {link}), "nothing");
  Handbook twice;
  twice.files["docs/reference/install.md"] = guide;
  twice.before["docs/reference/install.md"] = std::nullopt;
  EXPECT_EQ(after(twice, "docs/index.md", {link}), "nothing");
  Handbook aside;
  aside.files.erase("docs/guide/install.md");
  aside.before.erase("docs/guide/install.md");
  aside.files["docs/archive/install.md"] = guide;
  aside.before["docs/archive/install.md"] = std::nullopt;
  EXPECT_EQ(after(aside, "docs/index.md", {link}), "nothing");
  Handbook older;
  older.before.clear();
  EXPECT_EQ(after(older, "docs/index.md", {link}), "nothing") << "another commit did it";
}

TEST(MovedPage, OfAnotherHostOrTheTopOfTheSiteStays) {
  Handbook shown;
  shown.files["docs/index.md"] = "Write `[a](install.md)`:\n\n```\n[a](install.md)\n```\n";
  EXPECT_EQ(
      after(shown, "docs/index.md",
            {said("WARNING -  Documentation file 'index.md' contains a link to 'install.md' which is not found in "
                  "the documentation files.",
                  {})}),
      "nothing");
  shown.files["docs/index.md"] = "````md\n```md\n[a](install.md)\n```\n````\n\n[b](install.md)\n";
  EXPECT_EQ(
      after(shown, "docs/index.md",
            {said("WARNING -  Doc file 'index.md' contains a link 'install.md', but the target is not found among "
                  "documentation files.",
                  {})}),
      replace_all(shown.files["docs/index.md"], "[b](install", "[b](guide/install"));
  EXPECT_EQ(after({}, "docs/index.md", {dead("docs/index.md", "3", "/install.md")}), "nothing");
  EXPECT_EQ(after({}, "docs/index.md", {dead("docs/index.md", "3", "https://x.example/install.md")}), "nothing");
}

}  // namespace
}  // namespace regreen::story
