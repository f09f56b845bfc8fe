// C: what a call answers and nobody looks at, and arrays that are too short for what is printed.
#include "story.h"

namespace regreen::story {
namespace {

std::string checked(const std::string& text, std::size_t line, const std::string& symbol,
                    const std::string& file = "src/a.c") {
  auto one = said(file + ":" + std::to_string(line) + ":5: error: ignoring return value of ‘" + symbol +
                      "’ declared with attribute ‘warn_unused_result’ [-Werror=unused-result]",
                  {{"symbol", symbol}}, {{file, line, 5}});
  const auto after = mended("c.check-result", Files{{file, text}}, one);
  return after.empty() ? "nothing" : after.at(file);
}

std::string loader(const std::string& call) {
  return "int load(const char *path)\n{\n    FILE *file = fopen(path, \"rb\");\n\n    if (!file)\n        return -1;\n "
         "   " +
         call +
         "\n    if (head[0] != 'P') {\n        fclose(file);\n        return -1;\n    }\n    fclose(file);\n    return "
         "0;\n}\n";
}

std::string leaves(const std::string& condition) {
  return loader("if (" + condition + ") {\n        fclose(file);\n        return -1;\n    }");
}

TEST(CResult, AFailedCallLeavesAsTheOtherChecksDo) {
  EXPECT_EQ(checked(loader("fread(head, 1, sizeof head, file);"), 7, "fread"),
            leaves("fread(head, 1, sizeof head, file) != sizeof head"));
  EXPECT_EQ(checked(loader("fread(p->all, sizeof p->all[0], p->count, file);"), 7, "fread"),
            leaves("fread(p->all, sizeof p->all[0], p->count, file) != p->count"));
  EXPECT_EQ(checked(loader("write(fd, text, size + 1);"), 7, "write"),
            leaves("write(fd, text, size + 1) != (ssize_t)(size + 1)"));
  EXPECT_EQ(checked(loader("fscanf(file, \"%d %*s%% %4s\", &a, b);"), 7, "fscanf"),
            leaves("fscanf(file, \"%d %*s%% %4s\", &a, b) != 2"));
  EXPECT_EQ(checked(loader("fgets(line, 80, file);"), 7, "fgets"), leaves("fgets(line, 80, file) == NULL"));
  EXPECT_EQ(checked(loader("chdir(path);"), 7, "chdir"), leaves("chdir(path) != 0"));
}

TEST(CResult, WithNothingHeldItOnlyLeaves) {
  EXPECT_EQ(checked("bool f(int fd) {\n  if (fd < 0) return false;\n  write(fd, \"x\", 1);\n  return true;\n}\n", 3,
                    "write", "a.cpp"),
            "bool f(int fd) {\n  if (fd < 0) return false;\n  if (write(fd, \"x\", 1) != 1)\n    return false;\n  "
            "return true;\n}\n");
}

TEST(CResult, OneLabelIsTheWayOutOfAll) {
  const std::string front = "int f(void)\n{\n    char *p = malloc(3);\n    if (!p)\n        goto out;\n    ";
  const std::string back = "\n    return 0;\nout:\n    free(p);\n    return -1;\n}\n";
  EXPECT_EQ(checked(front + "chdir(p);" + back, 6, "chdir"), front + "if (chdir(p) != 0)\n        goto out;" + back);
}

TEST(CResult, ALabelIsTheWayOutWhereFailureIsAnsweredBehindIt) {
  const auto label = [](const std::string& check, const std::string& back) {
    return checked(
        "int f(char *p)\n{\n    int r;\nagain:\n    r = g();\n    if (" + check + ";\n    chdir(p);\n" + back, 7,
        "chdir");
  };
  EXPECT_EQ(label("p[0]) goto done", "done:\n    return 0;\n}\n"), "nothing");
  EXPECT_EQ(label("p[0]) goto done", "done:\n    return r;\n}\n"), "nothing");
  EXPECT_EQ(label("r < 0) goto again", "    return 0;\n}\n"), "nothing");
  EXPECT_EQ(label("!p) return -EINVAL", "    return 0;\n}\n"), "nothing");
}

TEST(CResult, EachIsGivenBackOnce) {
  const std::string front =
      "int f(int n)\n{\n    char *p;\n\n    p = malloc(n);\n    if (!p)\n        return -1;\n    p = realloc(p, n);\n  "
      "  ";
  const std::string back = "\n    free(p);\n    return 0;\n}\n";
  EXPECT_EQ(checked(front + "chdir(p);" + back, 9, "chdir"),
            front + "if (chdir(p) != 0) {\n        free(p);\n        return -1;\n    }" + back);
}

TEST(CResult, WhatIsHeldOnlySometimesPeopleGiveBack) {
  const auto held = [](const std::string& opened, const std::string& closed) {
    return checked("int f(int a)\n{\n    if (a < 0)\n        return -1;\n    " + opened + "\n    chdir(\"/\");\n    " +
                       closed + "\n    return 0;\n}\n",
                   6, "chdir");
  };
  EXPECT_NE(held("int *p = malloc(a);", "free(p);"), "nothing");
  EXPECT_EQ(held("if (a) p = malloc(a);", "free(p);"), "nothing");
  EXPECT_EQ(held("if (a) { p = malloc(a); }", "free(p);"), "nothing");
  EXPECT_EQ(held("int fd = a ? open(b, 0) : 3;", "close(fd);"), "nothing");
  EXPECT_EQ(held("int *p = malloc(a);", "if (p) free(p);"), "nothing");
  EXPECT_EQ(held("int *p = malloc(a);", "if (a) {\n        free(p);\n    }"), "nothing");
  EXPECT_EQ(held("int *p = malloc(a), *q = realloc(p, 3);", "free(q); free(p);"), "nothing") << "p is gone";
}

TEST(CResult, TheFirstLineThatSaysSomethingShowsTheIndentation) {
  const std::string front = "  int f(int a)\n  {\n\n#ifdef A\n    if (a) return -1;\n";
  EXPECT_EQ(checked(front + "    chdir(\"/\");\n#endif\n  }\n", 6, "chdir"),
            front + "    if (chdir(\"/\") != 0)\n      return -1;\n#endif\n  }\n");
  EXPECT_EQ(checked("  int f(int a)\n  {\nx:\n    if (a) return -1;\n    chdir(\"/\");\n  }\n", 5, "chdir"), "nothing");
}

TEST(CResult, WhoSetsNoErrnoHasNothingToTell) {
  const std::string front =
      "void f(FILE *file, int a)\n{\n    if (!file) {\n        perror(\"a\");\n        exit(1);\n    }\n    ";
  EXPECT_EQ(checked(front + "sscanf(text, \"%d\", &a);\n}\n", 7, "sscanf"), "nothing");
  EXPECT_EQ(checked(front + "posix_memalign(&p, 8, 8);\n}\n", 7, "posix_memalign"), "nothing");
}

TEST(CResult, AProgramThatEndsSaysWhy) {
  const std::string front =
      "static void f(FILE *file)\n{\n  if (!file) {\n    perror(\"file\");\n    exit(1);\n  }\n  ";
  EXPECT_EQ(checked(front + "chdir(\"/\");\n}\n", 7, "chdir"),
            front + "if (chdir(\"/\") != 0) {\n    perror(\"chdir\");\n    exit(1);\n  }\n}\n");
}

TEST(CResult, WhatAnotherOwnsByNowIsNotGivenBack) {
  EXPECT_EQ(
      checked("int f(struct a *a)\n{\n    FILE *file = fopen(a->path, \"r\");\n    if (!file)\n        return -1;\n"
              "    a->file = file;\n    chdir(a->path);\n    return 0;\n}\n",
              7, "chdir"),
      "nothing");
}

TEST(CResult, WithoutAWayOutPeopleDecide) {
  EXPECT_EQ(checked("void f(void)\n{\n    chdir(\"/\");\n}\n", 3, "chdir"), "nothing");
  EXPECT_EQ(
      checked("int f(int a)\n{\n    if (a)\n        return 3;\n    chdir(\"/\");\n    return 0;\n}\n", 5, "chdir"),
      "nothing");
  EXPECT_EQ(checked("int f(int a)\n{\n    if (a)\n        return -1;\n    if (!a)\n        return -2;\n    if (a > 1)\n"
                    "        return -EIO;\n    chdir(\"/\");\n    return 0;\n}\n",
                    9, "chdir"),
            "nothing");
  EXPECT_EQ(checked("int f(int a)\n{\n    lock(a);\n    if (a) {\n        unlock(a);\n        return -1;\n    }\n"
                    "    chdir(\"/\");\n    return 0;\n}\n",
                    8, "chdir"),
            "nothing");
  EXPECT_EQ(checked(loader("fread(head, 1, next(), file);"), 7, "fread"), "nothing");
  EXPECT_EQ(checked(loader("if (a) chdir(path);"), 7, "chdir"), "nothing");
  EXPECT_EQ(checked(loader("unheard(path);"), 7, "unheard"), "nothing");
  EXPECT_EQ(checked(loader("system(\"clear\");"), 7, "system"), "nothing");
  EXPECT_EQ(checked(loader("write(STDERR_FILENO, path, 4);"), 7, "write"), "nothing");
}

std::string enlarged(const std::string& text, std::size_t line, const std::string& note) {
  auto one =
      said("src/a.c:" + std::to_string(line) + ":20: error: output may be truncated [-Werror=format-truncation=]", {},
           {{"src/a.c", line, 20}});
  const auto column = split_lines(text)[line - 1].find_first_not_of(' ') + 1;
  one.after = {"   |", "src/a.c:" + std::to_string(line) + ":" + std::to_string(column) + ": note: " + note};
  const auto after = mended("c.enlarge-buffer", Files{{"src/a.c", text}}, one);
  return after.empty() ? "nothing" : after.at("src/a.c");
}

std::string printer(const std::string& length, const std::string& size, const std::string& more = "") {
  return "const char *f(int n)\n{\n    static char text[" + length + "], *p;\n    snprintf(text, " + size +
         ", \"%d\", n);\n" + more + "    return text;\n}\n";
}

const std::string twelve = "‘snprintf’ output between 2 and 12 bytes into a destination of size 8";

TEST(CBuffer, IsAsLongAsTheLongestText) {
  EXPECT_EQ(enlarged(printer("8", "sizeof text"), 4, twelve), printer("12", "sizeof text"));
  EXPECT_EQ(enlarged(printer("8", "8"), 4, twelve), printer("12", "sizeof text"));
  EXPECT_EQ(enlarged(printer("9", "sizeof(text) - 1"), 4, twelve), printer("13", "sizeof(text) - 1"));
  EXPECT_EQ(enlarged("void f(void)\n{\n    char t[8] = \"\";\n    sprintf(t, \"123456789\");\n}\n", 4,
                     "‘sprintf’ output 10 bytes into a destination of size 8"),
            "void f(void)\n{\n    char t[10] = \"\";\n    sprintf(t, \"123456789\");\n}\n");
}

TEST(CBuffer, WhatIsNotCertainIsLeft) {
  EXPECT_EQ(enlarged(printer("8", "sizeof text"), 4,
                     "‘snprintf’ output 2 or more bytes (assuming 12) into a destination of size 8"),
            "nothing");
  EXPECT_EQ(enlarged(printer("SIZE", "sizeof text"), 4, twelve), "nothing");
  EXPECT_EQ(enlarged(printer("8", "sizeof text", "    strcpy(other, text);\n"), 4, twelve), "nothing");
  for (const std::string use : {"strncpy(other, text, sizeof text)", "snprintf(other, sizeof(text), \"%d\", n)",
                                "fwrite(text, sizeof text, 1, file)", "write(fd, text, sizeof (text))",
                                "fread(text, sizeof text, 1, file)", "n = sizeof text"})
    EXPECT_EQ(enlarged(printer("8", "sizeof text", "    " + use + ";\n"), 4, twelve), "nothing") << use;
  const std::string filled = "    memset(text, 0, sizeof(text));\n    fgets(text, sizeof text, file);\n";
  EXPECT_EQ(enlarged(printer("8", "sizeof text", filled), 4, twelve), printer("12", "sizeof text", filled));
  EXPECT_EQ(enlarged(printer("8", "sizeof text"), 4,
                     "‘snprintf’ output between 2 and 9000 bytes into a destination of size 8"),
            "nothing");
  EXPECT_EQ(enlarged("void f(char text[8], int n)\n{\n    snprintf(text, 8, \"%d\", n);\n}\n", 3, twelve), "nothing");
  EXPECT_EQ(enlarged("void f(struct a *p, int n)\n{\n    snprintf(p->text, 8, \"%d\", n);\n}\n", 3, twelve), "nothing");
}

}  // namespace
}  // namespace regreen::story
