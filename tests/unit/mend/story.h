#pragma once

#include "base/text.h"
#include "mend/fixer.h"
#include "mend/mend.h"
#include "model/last_commit.h"
#include "rules/rule_set.h"
#include "shipped/shipped.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

/// Words to tell a fixer's story with: a tree, what the log said, and the tree afterwards.
namespace regreen::story {

using Files = std::map<std::string, std::string>;

/// The tables of our rules, without the patterns: compiled once.
inline const RuleSet& tables() {
  static const RuleSet rules = [] {
    RuleFileContent content = shipped_content();
    content.rules.clear();
    content.noise.clear();
    return std::move(RuleSet::compile(std::move(content)).value());
  }();
  return rules;
}

inline MemoryTree tree_of(const Files& files) {
  std::map<std::string, MemoryTree::File, std::less<>> content;
  for (const auto& [path, text] : files) content[path] = {text, false};
  return MemoryTree(std::move(content));
}

/// One time that the log said so.
inline Occurrence said(std::string line, Captures captures, std::vector<Location> locations = {}) {
  Occurrence one;
  one.at.text = std::move(line);
  one.captures = std::move(captures);
  one.locations = std::move(locations);
  return one;
}

inline Diagnosis diagnosis_of(std::vector<Occurrence> occurrences) {
  Diagnosis diagnosis;
  diagnosis.captures = occurrences.front().captures;
  diagnosis.locations = occurrences.front().locations;
  diagnosis.evidence.push_back(occurrences.front().at);
  diagnosis.occurrences = std::move(occurrences);
  return diagnosis;
}

/// What the fixer of a remedy answers.
inline std::vector<Patch> candidates(std::string_view remedy, const Tree& tree, const Diagnosis& diagnosis,
                                     const LastCommit& commit = no_commit) {
  for (const auto& row : fixers()) {
    if (row.remedy == remedy) return row.fix({diagnosis, tree, tables(), commit});
  }
  ADD_FAILURE() << "no fixer for " << remedy;
  return {};
}

inline bool python_compiles(const std::string& text) {
  static const std::string python = std::ifstream("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
  static const bool has_python = std::system((python + " -c pass >/dev/null 2>&1").c_str()) == 0;
  if (!has_python) return true;
  const auto path = testing::TempDir() + "mended" + std::to_string(::getpid()) + ".py";
  std::ofstream(path, std::ios::binary) << text;
  return std::system((python + " -I -S -W ignore -m py_compile " + shell_quoted(path)).c_str()) == 0;
}

/// The files that the first candidate changes, as they are afterwards; empty where there is no candidate.
/// Checks that the fixer finds nothing more to do afterwards, and that Python files compile.
inline Files mended(std::string_view remedy, const Tree& tree, const Diagnosis& diagnosis,
                    const LastCommit& commit = no_commit) {
  const auto patches = candidates(remedy, tree, diagnosis, commit);
  if (patches.empty()) return {};
  Files after;
  for (const auto& change : patches.front().changes) {
    EXPECT_TRUE(is_confined_path(change.path)) << change.path;
    after[change.path] = change.after.value_or("");
    if (change.path.ends_with(".py")) {
      EXPECT_TRUE(python_compiles(after[change.path])) << after[change.path];
    }
  }
  const PatchedTree healed(tree, patches.front());
  for (const auto& again : candidates(remedy, healed, diagnosis, commit)) {
    ADD_FAILURE() << "not idempotent:\n" << unified_diff(again);
  }
  return after;
}

inline Files mended(std::string_view remedy, const Files& files, const Diagnosis& diagnosis,
                    const LastCommit& commit = no_commit) {
  return mended(remedy, tree_of(files), diagnosis, commit);
}

inline Files mended(std::string_view remedy, const Files& files, Occurrence occurrence) {
  return mended(remedy, files, diagnosis_of({std::move(occurrence)}));
}

}  // namespace regreen::story
