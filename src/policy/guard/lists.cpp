// Lists in the configuration of checks: what is left out may not grow, what is looked at may not shrink.
#include "base/text.h"
#include "policy/guard/changed_file.h"
#include "policy/guard/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace regreen {
namespace {

constexpr const char* leaving_out =
    R"re((?i)^(?:extend[-_]?)?(?:ignores?|exclude|excludes|excluded|omit|disable|disabled|skip|skips|suppress|blacklist|allowlist|whitelist|exclude[-_]\w+|per[-_]file[-_]ignores|ignore[-_]?\w+|skip[-_]\w+|testPathIgnorePatterns|coveragePathIgnorePatterns|modulePathIgnorePatterns|watchPathIgnorePatterns|ignorePatterns|ignorePaths|ignoreErrors|excludeFiles?|excludePaths|exclude_lines|exclude_also|collect_ignore(?:_glob)?|nowarn|warningsNotAsErrors|sonar\.(?:\w+\.)*exclusions|disabledRules|disable_error_code|unused-ignores|extend-exclude|norecursedirs|suppressions?)$)re";
constexpr const char* looked_at =
    R"re((?i)^(?:extend[-_])?(?:select|enable|testpaths|python_(?:files|classes|functions)|testMatch|testRegex|spec|specs|include|includes|files|paths|source|checks|extends|linters|roots|projects|envlist|env_list|include_trailing|testDir|testsuite|directory|fixable|rules|needs|warn_redundant)$)re";

/// The items under each key that is of a kind. Sections of packaging and building are no checks.
std::map<std::string, std::set<std::string>> items_in(const CodeText& source, const RE2& keys) {
  static const Pattern assigned(
      R"re(^\s*(?:-\s*)?["'<\[]?([\w.-]+)(?:\.\w+\()?["'>]?\s*(?:=>|\+?[:=>(]|\s*$)\s*(.*)$)re"),
      heading(R"re(^\s*\[+([^\]]+)\]+\s*$)re"), tag(R"re(<(\w+)>([^<]*)</\w+>)re"),
      inner(R"re(["']?([\w-]+)["']?\s*[:=]\s*\[([^\]]*)\]?)re"), item(R"re([^\s,\[\]"'{}()|;]+)re"),
      packaging(
          R"re(setuptools|package|poetry|hatch|flit|build|wheel|sdist|^options|commitizen|bumpversion|towncrier)re");
  std::map<std::string, std::set<std::string>> items;
  std::string key;
  std::size_t depth = 0, indent = 0;
  bool ours = true;
  const auto add = [&](std::string_view words) {
    each_match(item, words, [&](const auto& groups) { items[key].emplace(groups[0]); });
    for (const char byte : words) {
      if (byte == '[' || byte == '{' || byte == '(') ++depth;
      if ((byte == ']' || byte == '}' || byte == ')') && depth > 0) --depth;
    }
  };
  for (const auto line : split_lines(source.kept)) {
    const auto words = trim(line);
    if (words.empty()) continue;
    std::string name, rest;
    const re2::StringPiece piece(line.data(), line.size());
    if (depth == 0 && RE2::FullMatch(piece, heading, &name)) {
      ours = !found(packaging, name);
      key.clear();
      continue;
    }
    each_match(tag, line, [&](const auto& groups) {
      const std::string named(groups[1]);
      if (RE2::FullMatch(named, keys)) items[named].emplace(groups[2]);
    });
    if (!key.empty() &&
        (depth > 0 || indent_at(line, 0) > indent || (words.starts_with("- ") && indent_at(line, 0) >= indent))) {
      add(words);
      if (depth == 0 && (words.ends_with("]") || words.ends_with("],"))) key.clear();
      continue;
    }
    key.clear();
    depth = 0;
    if (!ours) continue;
    if (RE2::FullMatch(piece, assigned, &name, &rest) && RE2::FullMatch(name, keys)) {
      key = name;
      indent = indent_at(line, 0);
      add(rest);
      continue;
    }
    each_match(inner, line, [&](const auto& groups) {
      const std::string named(groups[1]);
      if (!RE2::FullMatch(named, keys)) return;
      key = named;
      add(groups[2]);
      key.clear();
      depth = 0;
    });
  }
  return items;
}

std::vector<std::string> missing(const std::set<std::string>& from, const std::set<std::string>& in) {
  std::vector<std::string> result;
  std::ranges::set_difference(from, in, std::back_inserter(result));
  return result;
}

// One item for another is a correction, unless it lies within the old one or takes something out.
bool is_correction(const std::vector<std::string>& lost, const std::vector<std::string>& gained) {
  if (gained.size() < lost.size()) return false;
  return std::ranges::none_of(gained, [&](const auto& now) {
    return now.starts_with('-') || now.starts_with('!') || std::ranges::any_of(lost, [&](const auto& then) {
             return now.starts_with(then + "/") || then == "." || contains(then, "*");
           });
  });
}

// A new key that says which tests run, and names a file rather than a pattern.
std::optional<std::string> names_one_test(const std::map<std::string, std::set<std::string>>& before,
                                          const std::map<std::string, std::set<std::string>>& after) {
  static const Pattern tests(R"re((?i)^(?:test\w*|specs?|python_files|include)$)re"),
      file(R"re((?i)(?:^|/)[^*/]*(?:test|spec)[^*/]*\.\w+$)re");
  for (const auto& [key, items] : after) {
    if (before.contains(key) || !found(tests, key)) continue;
    for (const auto& item : items) {
      if (found(file, item)) return item;
    }
  }
  return std::nullopt;
}

// `paths` of a tsconfig.json says where the short names of imports lead, not what is looked at.
bool is_alias_list(std::string_view path, std::string_view key) {
  static const Pattern compiler(R"re((?:^|/)[tj]sconfig[\w.-]*\.json$)re");
  return key == "paths" && found(compiler, path);
}

// Does a tool of node that reads a configuration under one name read it under the other one, too? Not all look for modules.
bool reads_both(std::string_view one, std::string_view other) {
  static const Pattern either(R"re(\.c?js$)re"),
      of_modules(
          R"re((?:\.config|\.(?:babel|commitlint|lintstaged|postcss|prettier|release|remark|stylelint)rc)\.[cm]?js$)re"),
      neither(R"re((?:^|/)(?:karma\.conf|nyc\.config)\.[cm]?js$)re");
  const auto stem = [](std::string_view path) { return path.substr(0, path.rfind('.')); };
  if (stem(one) != stem(other) || found(neither, one)) return false;
  return (found(either, one) && found(either, other)) || (found(of_modules, one) && found(of_modules, other));
}

// Is a script of node there under the same name with another of its endings, byte for byte? Its tool reads it as before.
bool has_other_ending(const std::vector<ChangedFile>& files, const ChangedFile& file) {
  return !file.is_there() && std::ranges::any_of(files, [&](const ChangedFile& other) {
    return !other.was_there() && reads_both(file.path(), other.path()) && other.change->after == file.change->before;
  });
}

}  // namespace

std::optional<Refusal> guard_lists(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  static const Pattern left_out(leaving_out), kept_in(looked_at),
      trivial(
          R"re(^(?:true|false|#.*|//.*|build|dist|node_modules|\.venv|venv|\.git|vendor|coverage|target|__pycache__)/?$)re");
  for (const auto& file : files) {
    if (!file.was_there() || !is_check_config(file.path()) || (file.language & (make | cmake | ruby)) != 0) continue;
    if (has_other_ending(files, file)) continue;
    const auto before = items_in(file.before, left_out);
    for (const auto& [key, items] : items_in(file.after, left_out)) {
      const auto then = before.find(key);
      for (const auto& item : missing(items, then == before.end() ? std::set<std::string>{} : then->second)) {
        if (found(trivial, item)) continue;
        return refuse(remedy, "guard.silencer",
                      fmt::format("{} would leave out {}: {}", file.path(), quoted(item), quoted(key)));
      }
    }
    const auto after = items_in(file.after, kept_in);
    if (const auto one = names_one_test(items_in(file.before, kept_in), after))
      return refuse(remedy, "guard.check-removed", fmt::format("{} would run {} alone", file.path(), quoted(*one)));
    for (const auto& [key, items] : items_in(file.before, kept_in)) {
      if (is_alias_list(file.path(), key)) continue;
      const auto now = after.find(key);
      const std::set<std::string> there = now == after.end() ? std::set<std::string>{} : now->second;
      const auto lost = missing(items, there), gained = missing(there, items);
      const bool takes_out =
          std::ranges::any_of(gained, [](const auto& item) { return item.starts_with('-') || item.starts_with('!'); });
      if ((lost.empty() && !takes_out) || (!lost.empty() && is_correction(lost, gained))) continue;
      return refuse(remedy, "guard.check-removed", fmt::format("{} would look at less: {}", file.path(), quoted(key)));
    }
  }
  return std::nullopt;
}

}  // namespace regreen
