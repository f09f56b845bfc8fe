// Variables that a workflow hands over under a slip of their name.

#include "story.h"

namespace regreen::story {
namespace {

const std::string workflow = ".github/workflows/ci.yml";

std::string job(const std::string& env, const std::string& of_job = "") {
  return "on: push\njobs:\n  ship:\n    runs-on: ubuntu-22.04\n" + of_job +
         "    steps:\n      - name: Ship\n        env:\n" + env + "        run: ./ship.sh\n";
}

// What becomes of the workflow where the step lacks a variable; "left" where it stays as it is.
std::string mended_for(const std::string& key, const std::string& text, Files others = {},
                       std::vector<std::string> before = {"by its env"}) {
  if (before == std::vector<std::string>{"by its env"}) {
    before = {"##[group]Run Ship"};
    for (const auto of_text : split_lines(text)) before.push_back("  " + std::string(trim(of_text)));
  }
  others[workflow] = text;
  others.try_emplace("ship.sh", "echo \"$" + key + "\"\n");
  auto one = said("./ship.sh: line 1: " + key + ": unbound variable", {{"key", key}});
  one.before = std::move(before);
  const auto after = mended("workflow.fix-variable", others, one);
  return after.contains(workflow) ? after.at(workflow) : "left";
}

std::string line(const std::string& name, const std::string& value) {
  return "          " + name + ": " + value + "\n";
}

TEST(VariableSlip, IsTheOneWhoseValueNamesTheOther) {
  const std::string secret = "${{ secrets.UPLOAD_TOKEN }}", channel = line("CHANNEL", "edge");
  EXPECT_EQ(mended_for("UPLOAD_TOKEN", job(channel + line("UPLAOD_TOKEN", secret))),
            job(channel + line("UPLOAD_TOKEN", secret)));
  EXPECT_EQ(mended_for("UPLOAD_TOKEN", job(channel, "    env:\n      UPLOADTOKEN: " + secret + "  # of ops\n")),
            job(channel, "    env:\n      UPLOAD_TOKEN: " + secret + "  # of ops\n"));
  EXPECT_EQ(mended_for("UPLOAD_TOKEN", job(line("UPLAOD_TOKEN", "${{ secrets.UPLAOD_TOKEN }}"))), "left")
      << "a secret of that name";
}

TEST(VariableSlip, IsTheOneThatNobodyElseKnows) {
  const Files told = {{"README.md", "Set MIRROR_SERVER."}};
  EXPECT_EQ(mended_for("MIRROR_SERVER", job(line("MIROR_SERVER", "a")), told), job(line("MIRROR_SERVER", "a")));
  EXPECT_EQ(mended_for("MIRROR_SERVER", job(line("MIROR_SERVER", "a"))), "left") << "whose slip is it?";
  EXPECT_EQ(mended_for("MIRROR_SERVER", job(line("MIROR_SERVER", "a")),
                       {{"README.md", "MIRROR_SERVER"}, {"a.py", "MIROR_SERVER"}}),
            "left");
  EXPECT_EQ(mended_for("PROD_TOKEN", job(line("PROM_TOKEN", "${{ env.PROD_TOKEN }}"))), "left") << "that is nothing";
  const std::string other = "  more:\n    steps:\n      - env:\n          PROD_URL: VALUE\n        run: ./ship.sh\n";
  const auto alike = [&](const std::string& value) {
    return mended_for("PROD_URL", job(line("PROM_URL", value)) + replace_all(other, "VALUE", value));
  };
  EXPECT_EQ(alike("https://a.example"),
            job(line("PROD_URL", "https://a.example")) + replace_all(other, "VALUE", "https://a.example"));
  EXPECT_EQ(alike("1"), "left");
}

TEST(VariableSlip, IsNoOtherName) {
  const auto left = [](const std::string& key, const std::string& given) {
    return mended_for(key, job(line(given, "a")), {{"README.md", key}});
  };
  EXPECT_EQ(left("REDIS_HOST", "REDIS_PORT"), "left");
  EXPECT_EQ(left("PROD_TOKEN", "PROM_TOKEN"), "left");
  EXPECT_EQ(left("SERVICE_URL", "SERVICES_URL"), "left");
  EXPECT_EQ(left("SIGNING_KEY_1", "SIGNING_KEY_2"), "left");
  EXPECT_EQ(left("GHA_TOKEN", "GH_TOKEN"), "left");
  EXPECT_EQ(left("UPLOAD_TOKEN", "UPLOAD_REGION_TOKEN"), "left");
}

TEST(VariableSlip, IsOfTheStepThatTheLogShows) {
  const Files told = {{"README.md", "Set MIRROR_SERVER."}};
  const auto text = job(line("MIROR_SERVER", "a"));
  const auto in = [&](std::vector<std::string> before) { return mended_for("MIRROR_SERVER", text, told, before); };
  EXPECT_NE(in({"##[group]Run Ship", "env:", "  MIROR_SERVER: a", "##[endgroup]"}), "left");
  EXPECT_EQ(in({"##[group]Run Ship", "env:", "  CHANNEL: edge", "##[endgroup]"}), "left") << "it was not handed over";
  EXPECT_EQ(in({"##[group]Run Pack", "env:", "  MIROR_SERVER: a", "##[endgroup]"}), "left");
  EXPECT_EQ(in({}), "left");
}

TEST(VariableSlip, IsNotOfWhatIsSetElsewise) {
  const Files told = {{"README.md", "Set MIRROR_SERVER."}};
  const auto text = job(line("MIROR_SERVER", "a"));
  auto script = told;
  script["ship.sh"] = "[ -z \"$1\" ] || MIRROR_SERVER=$1\necho $MIRROR_SERVER\n";
  EXPECT_EQ(mended_for("MIRROR_SERVER", text, script), "left");
  EXPECT_EQ(mended_for("MIRROR_SERVER", text + "      - run: echo MIRROR_SERVER=b >> $GITHUB_ENV\n", told), "left");
  EXPECT_EQ(mended_for("MIRROR_SERVER", job(line("MIROR_SERVER", "a") + line("MIRROR_SERVER", "b")), told), "left");
  EXPECT_EQ(mended_for("MIRROR_SERVER", job(line("MIROR_SERVER", "a"), "    env: {MIRROR_SERVER: b}\n"), told), "left");
  EXPECT_EQ(mended_for("MIRROR_SERVER", job(line("MIROR_SERVER", "a") + line("MIRRORSERVER", "b")), told), "left");
}

}  // namespace
}  // namespace regreen::story
