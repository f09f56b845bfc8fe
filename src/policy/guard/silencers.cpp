#include "base/among.h"
#include "base/text.h"
#include "policy/guard/assertion.h"
#include "policy/guard/changed_file.h"
#include "policy/guard/pattern.h"
#include "policy/guard/silencer_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace regreen {
namespace {

bool is_about(const Silencer& row, const ChangedFile& file) {
  if ((row.languages & file.language) == 0) return false;
  switch (row.files) {
    case Files::all: return true;
    case Files::tests: return file.is_test;
    case Files::product: return !file.is_test;
    case Files::checks: return is_check_config(file.path()) || starts_checks(file.path()) || file.language == plain;
  }
  return false;
}

const std::string& view(const CodeText& source, Where place) {
  switch (place) {
    case Where::comment: return source.comments;
    case Where::code: return source.code;
    case Where::kept: return source.kept;
    case Where::any: return source.text;
  }
  return source.text;
}

std::vector<std::string> words_in(std::string_view line) {
  std::vector<std::string> words;
  static const Pattern word(R"re(\w+)re");
  each_match(word, line, [&](const auto& groups) { words.emplace_back(groups[0]); });
  return words;
}

// Does a silencer reach further? One without codes is about everything.
bool is_wider(std::string_view added, std::string_view removed) {
  const auto codes = [](std::string_view what) {
    return words_in(what.substr(std::min(what.find('\n'), what.size())));
  };
  const auto now = codes(added), then = codes(removed);
  if (then.empty()) return false;
  return now.empty() || std::ranges::any_of(now, [&](const auto& code) { return !is_among(code, then); });
}

// A line that had a silencer and was edited keeps it; the silencer may become narrower, not wider.
bool was_edited(const FoundLine& added, std::vector<FoundLine>& removed) {
  constexpr double alike = 0.3;
  const auto same = std::ranges::find_if(removed, [&](const FoundLine& one) {
    return one.file == added.file && !is_wider(added.what, one.what) &&
           likeness(words_in(one.line), words_in(added.line)) >= alike;
  });
  if (same == removed.end()) return false;
  removed.erase(same);
  return true;
}

}  // namespace

std::optional<Refusal> guard_silencers(const std::vector<ChangedFile>& files, const Remedy& remedy) {
  static const auto table = compile(silencers);
  static const Pattern codes(R"re(^[\s:=\[(]*([\w, -]*))re");
  for (const auto& [row, pattern] : table) {
    auto changes =
        compare_lines(files, [&, &row = row, &pattern = pattern](const ChangedFile& file, const CodeText& source) {
          std::vector<FoundLine> lines;
          if (!is_about(row, file)) return lines;
          const auto& text = view(source, row.place);
          for (std::size_t line = 0; line < text.size(); line = line_end(text, line) + 1) {
            const auto words = std::string_view(text).substr(line, line_end(text, line) - line);
            re2::StringPiece match;
            const re2::StringPiece all(words.data(), words.size());
            if (!pattern->Match(all, 0, words.size(), RE2::UNANCHORED, &match, 1)) continue;
            const auto rest = words.substr(offset_in(words, match) + match.size());
            std::string code;
            if (row.place == Where::comment)
              RE2::PartialMatch(re2::StringPiece(rest.data(), rest.size()), codes, &code);
            lines.push_back({0, std::string(trim(std::string_view(source.text).substr(line, words.size()))),
                             std::string(match) + "\n" + code});
          }
          return lines;
        });
    for (const auto& added : changes.added) {
      if (was_edited(added, changes.removed)) continue;
      if (auto refusal =
              refuse(remedy, row.rule,
                     fmt::format("{} would silence a check: {}", files[added.file].path(), quoted(added.line))))
        return refusal;
    }
  }
  for (const auto& file : files) {
    if (!is_baseline(file.path()) || !file.is_there() || added_lines(*file.change).empty()) continue;
    return refuse(remedy, "guard.silencer", fmt::format("{} lists what checks forgive, and would grow", file.path()));
  }
  return std::nullopt;
}

}  // namespace regreen
