#include "story.h"

namespace regreen::story {
namespace {

const std::string declares = "package a\n\nfunc open() {}\n";

Files mended_folder(const Files& files, const std::string& file = "a_other.go") {
  return mended("go.constrain-fallback", files,
                said("./" + file + ":3:6: open redeclared in this block",
                     {{"file", "./" + file}, {"line", "3"}, {"column", "6"}}));
}

// The first line of the file, where it got one.
std::string constraint_of(const std::string& file, Files files, const std::string& said_of = "") {
  files[file] = declares;
  const auto after = mended_folder(files, said_of.empty() ? file : said_of);
  if (!after.contains(file) || after.size() != 1) return "nothing";
  EXPECT_TRUE(after.at(file).ends_with("\n\n" + declares));
  return after.at(file).substr(0, after.at(file).find('\n'));
}

TEST(GoFallback, IsBuiltWhereItsBrothersAreNot) {
  EXPECT_EQ(constraint_of("a_other.go", {{"a_linux.go", declares}, {"a_windows.go", declares}}),
            "//go:build !linux && !windows");
  EXPECT_EQ(constraint_of("a_default.go", {{"a_linux.go", declares}}, "a_linux.go"), "//go:build !linux");
  EXPECT_EQ(constraint_of("a_unix.go", {{"a_windows.go", declares}}), "//go:build !windows");
  EXPECT_EQ(constraint_of("a_stub.go", {{"a_cgo.go", "//go:build cgo\n\n" + declares}}), "//go:build !cgo");
  EXPECT_EQ(constraint_of("a_nocgo.go", {{"a_cgo.go", "//go:build cgo\n\n" + declares}}), "//go:build !cgo");
  EXPECT_EQ(constraint_of("a_other.go",
                          {{"a_bsd.go", "//go:build darwin || freebsd\n\n" + declares}, {"a_linux_arm.go", declares}}),
            "//go:build !darwin && !freebsd && !(linux && arm)");
  EXPECT_EQ(constraint_of("a_generic.go", {{"a_fast.go", "//go:build !purego && amd64\n\n" + declares}}),
            "//go:build !(!purego && amd64)");
}

TEST(GoFallback, IsNoFileThatMayBeMeantForAll) {
  EXPECT_EQ(constraint_of("a_more.go", {{"a_linux.go", declares}}), "nothing");
  EXPECT_EQ(constraint_of("a_notify.go", {{"a_linux.go", declares}}), "nothing");
  EXPECT_EQ(constraint_of("a_other.go", {{"a.go", declares}, {"a_linux.go", declares}}), "nothing");
  EXPECT_EQ(constraint_of("a_other.go", {{"b_linux.go", declares}}), "nothing");
  EXPECT_EQ(constraint_of("a_other.go", {}), "nothing");
  EXPECT_TRUE(mended_folder({{"a_other.go", "//go:build darwin\n\n" + declares}, {"a_linux.go", declares}}).empty());
}

}  // namespace
}  // namespace regreen::story
