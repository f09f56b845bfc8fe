#include "policy/config.h"

#include "policy/decide.h"
#include "policy/guard.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

Config parsed(const std::string& text) {
  auto config = parse_config(text, ".github/regreen.yml");
  EXPECT_TRUE(config) << config.error().message;
  return config.value_or(Config{});
}

std::string mistake(const std::string& text) {
  const auto config = parse_config(text, "r.yml");
  return config ? "no mistake" : config.error().message;
}

Patch patch_of(std::initializer_list<const char*> paths) {
  Patch patch;
  for (const char* path : paths) patch.put({path, "a\nb\n", "a\nc\n", false, false});
  return patch;
}

Diagnosis of(std::string category, double confidence = 0.9) {
  Diagnosis one;
  one.category = std::move(category);
  one.confidence = confidence;
  return one;
}

// Every key, and what it does.

TEST(Config, EnabledFalseStopsHealing) {
  EXPECT_FALSE(may_heal(of("lint"), parsed("")));
  EXPECT_EQ(may_heal(of("lint"), parsed("enabled: false"))->rule, "policy.disabled");
}

TEST(Config, ConfidenceThresholdMakesReservations) {
  EXPECT_TRUE(reservations(of("lint", 0.9), parsed("")).empty());
  EXPECT_FALSE(reservations(of("lint", 0.9), parsed("confidence_threshold: 0.95")).empty());
}

TEST(Config, ProtectedFilesReplaceTheDefaults) {
  EXPECT_EQ(guard(patch_of({"migrations/1.sql"}), {}, parsed(""))->rule, "policy.protected-file");
  const auto config = parsed("protected_files: ['schema/**']");
  EXPECT_EQ(guard(patch_of({"schema/a.sql"}), {}, config)->rule, "policy.protected-file");
  EXPECT_FALSE(guard(patch_of({"migrations/1.sql"}), {}, config));
}

TEST(Config, FilesThatARepositoryProtectsItselfAreClosedToAllRemedies) {
  const Patch workflow = patch_of({".github/workflows/ci.yml"});
  Remedy remedy;
  remedy.may_change = {".github/workflows/**"};
  EXPECT_FALSE(guard(workflow, remedy, parsed(""))) << "it is made for what is protected by default";
  EXPECT_EQ(guard(workflow, remedy, parsed("protected_files: ['.github/**']"))->rule, "policy.protected-file");
  Config config;
  ASSERT_TRUE(add_auto_heal_config(config, "protected_files: ['.github/**']", "c.yml"));
  EXPECT_EQ(guard(workflow, remedy, config)->rule, "policy.protected-file");
}

TEST(Config, MaxFileChangesBoundsAPatch) {
  EXPECT_FALSE(guard_size(patch_of({"a", "b"}), parsed("max_file_changes: 2")));
  EXPECT_EQ(guard_size(patch_of({"a", "b"}), parsed("max_file_changes: 1"))->rule, "policy.max-file-changes");
}

TEST(Config, MaxLineChangesBoundsAPatch) {
  EXPECT_FALSE(guard_size(patch_of({"a"}), parsed("max_line_changes: 2")));
  EXPECT_EQ(guard_size(patch_of({"a"}), parsed("max_line_changes: 1"))->rule, "policy.max-line-changes");
}

TEST(Config, NeverHealTakesCategoriesAndTheirEarlierNames) {
  EXPECT_EQ(may_heal(of("dependency_missing"), parsed("never_heal: [dependency]"))->rule, "policy.never-heal");
}

TEST(Config, DisabledRemediesTakeGlobs) {
  const Remedy remedy{{"python.black"}, RemedyKind::run, Risk::low, "", {}, {}};
  EXPECT_FALSE(may_try(remedy, parsed("disabled_remedies: [js.*]")));
  EXPECT_EQ(may_try(remedy, parsed("disabled_remedies: [python.*]"))->rule, "policy.disabled-remedy");
}

TEST(Config, TheOtherKeysAreKept) {  // what they do is shown where they are used: engine, sandbox, delivery
  const auto config = parsed(
      "max_attempts: 3\nverify: make ci\nnetwork: true\nco_author: A <a@b>\n"
      "limits: {time_s: 10, memory_mb: 128, processes: 9, disk_mb: 17, output_kb: 65}\n");
  EXPECT_EQ(config.max_attempts, 3u);
  EXPECT_EQ(config.verify, "make ci");
  EXPECT_EQ(config.network, Network::allowed);
  EXPECT_EQ(config.co_author, "A <a@b>");
  EXPECT_EQ(config.limits.time_s, 10);
  EXPECT_EQ(config.limits.memory_mb, 128u);
  EXPECT_EQ(config.limits.processes, 9u);
  EXPECT_EQ(config.limits.disk_mb, 17u);
  EXPECT_EQ(config.limits.output_kb, 65u);
}

// Mistakes, each with its place.

TEST(Config, AnUnknownKeyHasAPlaceAndAHint) {
  EXPECT_EQ(mistake("enabled: true\nprotected_file: []\n"),
            "r.yml:2:1: unknown key 'protected_file' (did you mean 'protected_files'?)");
  EXPECT_EQ(mistake("limits:\n  time: 3\n").substr(0, 30), "r.yml:2:3: unknown key 'time' ");
}

TEST(Config, AWrongTypeHasAPlace) {
  EXPECT_EQ(mistake("enabled: maybe"), "r.yml:1:10: 'enabled' must be true or false");
  EXPECT_EQ(mistake("enabled: \"true\""), "r.yml:1:10: 'enabled' must be true or false");
  EXPECT_EQ(mistake("max_file_changes: many"), "r.yml:1:19: 'max_file_changes' must be a whole number from 1 to 1000");
  EXPECT_EQ(mistake("protected_files: a"), "r.yml:1:18: 'protected_files' must be a list of texts");
  EXPECT_EQ(mistake("limits: 3"), "r.yml:1:9: 'limits' must be a mapping of keys to values");
  EXPECT_EQ(mistake("- a"), "r.yml:1:1: '' must be a mapping of keys to values");
}

TEST(Config, AValueOutOfBoundsIsAMistake) {
  EXPECT_EQ(mistake("confidence_threshold: 85"), "r.yml:1:23: 'confidence_threshold' must be a number from 0 to 1");
  EXPECT_EQ(mistake("confidence_threshold: .nan"), "r.yml:1:23: 'confidence_threshold' must be a number from 0 to 1");
  EXPECT_EQ(mistake("limits: {time_s: -1}"), "r.yml:1:18: 'limits.time_s' must be a number from 1 to 21600");
}

TEST(Config, AKeyGivenTwiceIsAMistake) {
  EXPECT_EQ(mistake("enabled: true\nenabled: false"), "r.yml:2:1: 'enabled' is given twice");
}

TEST(Config, AllMistakesAreToldAtOnce) { EXPECT_NE(mistake("a: 1\nb: 2").find("\nr.yml:2:1:"), std::string::npos); }

TEST(Config, BrokenYamlIsAMistakeWithAPlace) {
  EXPECT_EQ(mistake("a: [").substr(0, 6), "r.yml:");
  EXPECT_NE(mistake(std::string(60000, '[')), "no mistake");
  EXPECT_NE(mistake(std::string(300000, ' ')), "no mistake");
}

TEST(AutoHealConfig, OfAnotherSystemCountsWhereItProtects) {
  Config config;
  const auto foreign = add_auto_heal_config(
      config, "enabled: true\nprotected_files: [ci/**]\nsecurity:\n  max_file_changes: 3\n", "c.yml");
  ASSERT_TRUE(foreign) << foreign.error().message;
  EXPECT_TRUE(is_protected("ci/run.sh", config));
  EXPECT_TRUE(is_protected(".github/workflows/ci.yml", config)) << "the defaults stay";
  EXPECT_EQ(config.max_file_changes, 3u);
  ASSERT_EQ(foreign->warnings.size(), 1u);
  EXPECT_EQ(foreign->warnings[0], "c.yml:1: 'enabled' has no effect here");
}

TEST(AutoHealConfig, CannotLoosenALimit) {
  Config config;
  config.max_file_changes = 4;
  ASSERT_TRUE(add_auto_heal_config(config, "max_file_changes: 50", "c.yml"));
  EXPECT_EQ(config.max_file_changes, 4u);
}

}  // namespace
}  // namespace regreen
