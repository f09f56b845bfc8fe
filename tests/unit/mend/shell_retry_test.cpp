#include "story.h"

namespace regreen::story {
namespace {

Occurrence reset() { return said("curl: (56) Recv failure: Connection reset by peer", {{"code", "56"}}); }

TEST(AddRetry, TheDownloadTriesAgainWithinBounds) {
  const Files before = {
      {"ci/test.sh", "#!/bin/sh\n# curl is used below\n./scripts/fetch.sh\n"},
      {"scripts/fetch.sh",
       "#!/usr/bin/env bash\nset -euo pipefail\ncurl -fsS -o build/feed.csv \"$MIRROR/feed.csv\"  # curl it\n"}};
  EXPECT_EQ(mended("shell.add-retry", before, reset()).at("scripts/fetch.sh"),
            "#!/usr/bin/env bash\nset -euo pipefail\ncurl --retry 5 --retry-delay 2 --retry-all-errors -fsS -o "
            "build/feed.csv \"$MIRROR/feed.csv\"  # curl it\n");
}

TEST(AddRetry, OnlyTheScriptThatRan) {
  const Files before = {{"ci/a.sh", "curl -o x https://a.example/x\n"},
                        {"ci/b.sh", "curl -o y https://b.example/y\n"},
                        {"Makefile", "x:\n\tcurl -o z https://c.example/z\n"}};
  auto diagnosis = diagnosis_of({reset()});
  diagnosis.step = "Run ./ci/b.sh";
  EXPECT_EQ(mended("shell.add-retry", before, diagnosis),
            (Files{{"ci/b.sh", "curl --retry 5 --retry-delay 2 --retry-all-errors -o y https://b.example/y\n"}}));
}

TEST(AddRetry, OfTheMakefileThatRan) {
  const Files before = {{"GNUmakefile", "x:\n\tcurl -O https://a.example/x\n"},
                        {"other.sh", "curl -O https://b.example/x\n"}};
  auto diagnosis = diagnosis_of({reset()});
  diagnosis.step = "Run make x";
  EXPECT_EQ(
      mended("shell.add-retry", before, diagnosis),
      (Files{{"GNUmakefile", "x:\n\tcurl --retry 5 --retry-delay 2 --retry-all-errors -O https://a.example/x\n"}}));
}

TEST(AddRetry, APlainRetryIsNotEnough) {
  EXPECT_EQ(mended("shell.add-retry", Files{{"get.sh", "curl --retry 3 -O https://a.example/x\n"}}, reset()),
            (Files{{"get.sh", "curl --retry-all-errors --retry 3 -O https://a.example/x\n"}}));
}

TEST(AddRetry, TakesThePlaceOfASingleTry) {
  const auto failed = said("2026-01-02 03:04:05 ERROR 503: Service Unavailable.", {{"code", "503"}});
  const std::string many = "--tries=5 --waitretry=2 --retry-connrefused --retry-on-http-error=429,500,502,503,504";
  const auto now = [&](const std::string& text) {
    const auto after = mended("shell.add-retry", Files{{"get.sh", text + "\n"}}, failed);
    return after.contains("get.sh") ? after.at("get.sh") : "nothing";
  };
  EXPECT_EQ(now("wget -nv --tries=1 -O x $M/x"), "wget -nv " + many + " -O x $M/x\n");
  EXPECT_EQ(now("wget -nv \\\n  -t 1 \\\n  -O x $M/x"), "wget -nv \\\n  " + many + " \\\n  -O x $M/x\n");
  EXPECT_EQ(now("wget -t1 $M/x"), "wget " + many + " $M/x\n");
  EXPECT_EQ(now("wget --tries=12 $M/x"), "nothing");
  EXPECT_EQ(now("wget --tries 1 http://localhost/x"), "nothing");
  EXPECT_EQ(mended("shell.add-retry", Files{{"get.sh", "pip install --retries 0 -r a.txt\n"}},
                   said("pip: Connection reset by peer", {}))
                .at("get.sh"),
            "pip install --retries 10 --timeout 60 -r a.txt\n");
}

TEST(AddRetry, WhatWasPipedOnIsNotRepeated) {
  EXPECT_EQ(
      mended("shell.add-retry", Files{{"get.sh", "curl -L https://a.example/x | tar xz\n"}}, reset()),
      (Files{{"get.sh", "curl --retry 5 --retry-delay 2 --retry-connrefused -L https://a.example/x | tar xz\n"}}));
}

TEST(AddRetry, OtherToolsHaveOptionsOfTheirOwn) {
  EXPECT_EQ(mended("shell.add-retry", Files{{"get.sh", "if ! wget -q https://a.example/x; then\n  exit 1\nfi\n"}},
                   said("wget: unable to resolve host address 'a.example'", {{"host", "a.example"}})),
            (Files{{"get.sh",
                    "if ! wget --tries=5 --waitretry=2 --retry-connrefused --retry-on-http-error=429,500,502,503,504 "
                    "-q https://a.example/x; then\n  exit 1\nfi\n"}}));
  EXPECT_EQ(mended("shell.add-retry", Files{{"get.sh", "python3 -m pip install -r r.txt\n"}},
                   said("pip._vendor.urllib3.exceptions.ReadTimeoutError", {})),
            (Files{{"get.sh", "python3 -m pip install --retries 10 --timeout 60 -r r.txt\n"}}));
}

TEST(AddRetry, WordsThatAreNoCommandsStay) {
  EXPECT_TRUE(mended("shell.add-retry",
                     Files{{"a.sh", "# curl x\necho \"use curl x\"\ncurlish x\ncurl http://localhost:80/\n"}}, reset())
                  .empty());
  EXPECT_TRUE(mended("shell.add-retry", Files{{".github/workflows/ci.yml", "- run: curl -O x\n"}}, reset()).empty());
}

}  // namespace
}  // namespace regreen::story
