// Methods of a project that a library calls.
#include "story.h"

namespace regreen::story {
namespace {

constexpr auto library = "/usr/lib/python3/dist-packages/markdown/core.py:125: TypeError";

// What becomes of a method that the library calls without `extra`.
std::string taking_less(const std::string& text, Files others = {}, const std::string& caller = library) {
  others["app/notes.py"] = text;
  auto one = said("E       TypeError: Notes.extend() missing 1 required positional argument: 'extra'",
                  {{"symbol", "Notes.extend"}, {"key", "'extra'"}});
  one.after = {"", caller};
  const auto after = mended("python.drop-argument", others, std::move(one));
  return after.contains("app/notes.py") ? after.at("app/notes.py") : "nothing";
}

const std::string notes_head = "from markdown.extensions import Extension\n\n\nclass Notes(Extension):\n";

std::string notes(const std::string& parameters, const std::string& body) {
  return notes_head + "    def extend(" + parameters + "):\n        " + body + "\n";
}

TEST(DropArgument, ThatTheLibraryNoLongerGives) {
  EXPECT_EQ(taking_less(notes("self, md, extra", "md.add(self.extra)")), notes("self, md", "md.add(self.extra)"));
  EXPECT_EQ(taking_less(notes("self, md, extra: dict, *, loud=False", "md.add(1)")),
            notes("self, md, *, loud=False", "md.add(1)"));
  EXPECT_EQ(taking_less(notes("self, extra", "pass")), notes("self", "pass"));
  EXPECT_EQ(taking_less(notes("self, md, extra", "super().extend(md, extra)")),
            notes("self, md", "super().extend(md)"));
  EXPECT_EQ(taking_less(notes("self, md, extra", "super().extend(md, extra=extra)")),
            notes("self, md", "super().extend(md)"));
}

TEST(DropArgument, OnlyWhereNothingMakesUseOfIt) {
  for (const std::string body :
       {"md.add(extra)", "return f'{extra}'", "super().other(md, extra)", "super().extend(md, extra[0])",
        "return locals()", "extra.clear()", "super().extend(extra, md.of(extra))"})
    EXPECT_EQ(taking_less(notes("self, md, extra", body)), "nothing") << body;
  EXPECT_EQ(taking_less(notes("self, md, extra=None", "pass")), "nothing") << "it may be left out already";
  EXPECT_EQ(taking_less(notes("self,  # the notes\n               extra", "pass")), "nothing")
      << "whose is the comment?";
}

TEST(DropArgument, OnlyWhereTheLibraryCalls) {
  const auto text = notes("self, md, extra", "pass");
  EXPECT_EQ(taking_less(text, {}, "app/main.py:3: TypeError"), "nothing");
  EXPECT_EQ(taking_less(text, {{"app/main.py", "notes.extend(md, {})\n"}}), "nothing");
  EXPECT_EQ(taking_less(text, {{"app/main.py", "notes.extend(md, extra=1)\n"}}), "nothing");
  EXPECT_EQ(taking_less(text, {{"app/main.py", "notes.extend(*given)\n"}}), "nothing");
  EXPECT_NE(taking_less(text, {{"app/main.py", "notes.extend(md)\n"}}), "nothing");
  EXPECT_EQ(taking_less(replace_all(text, "(Extension)", "")), "nothing") << "what is it that calls?";
  EXPECT_EQ(taking_less(replace_all(text, "    def", "    @wrapped\n    def")), "nothing");
}

TEST(DropArgument, InAllThatTheLibraryCallsAlikeOrInNone) {
  const auto other = replace_all(notes("self, md, extra", "pass"), "Notes", "Links");
  const auto user = replace_all(notes("self, md, extra", "md.add(extra)"), "Notes", "Links");
  const auto plain = replace_all(other, "(Extension)", "");
  const auto one = said("TypeError: Notes.extend() missing 1 required positional argument: 'extra'",
                        {{"symbol", "Notes.extend"}, {"key", "'extra'"}});
  const auto after = [&](const std::string& beside) {
    auto traced = one;
    traced.before = {"  File \"/srv/venv/lib/python3.12/site-packages/markdown/core.py\", line 125, in load",
                     "    ext.extend(self)"};
    return mended("python.drop-argument",
                  Files{{"app/notes.py", notes("self, md, extra", "pass")}, {"app/links.py", beside}},
                  std::move(traced));
  };
  EXPECT_EQ(after(other).size(), 2U);
  EXPECT_EQ(after(other).at("app/links.py"), replace_all(other, ", extra", ""));
  EXPECT_TRUE(after(user).empty());
  EXPECT_EQ(after(plain).size(), 1U) << "nobody calls it but the project";
}

}  // namespace
}  // namespace regreen::story
