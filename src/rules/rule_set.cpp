#include "rules/rule_set.h"

#include "base/text.h"
#include "rules/matcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace regreen {
namespace {

// RE2 looks at characters, and a log line need not consist of them.
class ValidLine {
 public:
  explicit ValidLine(std::string_view line) : line_(line.substr(0, RuleSet::line_limit)) {
    const bool ascii = std::ranges::all_of(line_, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) return;
    valid_ = valid_utf8(line_);
    line_ = valid_;
  }
  ValidLine(const ValidLine&) = delete;
  ValidLine& operator=(const ValidLine&) = delete;

  std::string_view line() const { return line_; }

 private:
  std::string_view line_;
  std::string valid_;
};

// Nothing where the pattern does not match the line.
Captures captures_of(const RE2& pattern, std::string_view line) {
  Captures captures;
  const int groups = pattern.NumberOfCapturingGroups();
  if (groups == 0) return captures;
  std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(groups) + 1);
  if (!pattern.Match({line.data(), line.size()}, 0, line.size(), RE2::UNANCHORED, pieces.data(), groups + 1)) return {};
  for (const auto& [number, name] : pattern.CapturingGroupNames()) {
    const auto& piece = pieces[static_cast<std::size_t>(number)];
    if (piece.data() != nullptr) captures[name] = std::string(piece);
  }
  return captures;
}

}  // namespace

struct RuleSet::Compiled {
  RuleFileContent content;
  std::map<RuleId, std::size_t> by_id;
  std::optional<Matcher> matcher;
  std::unique_ptr<LazyPattern[]> whole;  // the rules' patterns, for what they capture
  Table empty;

  void prepare(Matching matching);
};

void RuleSet::Compiled::prepare(Matching matching) {
  for (std::size_t i = 0; i < content.rules.size(); ++i) by_id[content.rules[i].id] = i;
  whole = std::make_unique<LazyPattern[]>(content.rules.size());
  for (std::size_t i = 0; i < content.rules.size(); ++i)
    whole[i].set(content.rules[i].pattern, LazyPattern::Use::to_capture);
  prepare_branches(content);
  matcher.emplace(content, matching);
}

RuleSet::RuleSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

namespace {

// The mistakes in the patterns of rows, from one of them on.
template <typename Row>
void check_patterns(const std::vector<Row>& rows, std::size_t first, std::vector<RuleMistake>& mistakes) {
  for (std::size_t i = first; i < rows.size(); ++i) {
    const RE2 pattern(rows[i].pattern, pattern_options());
    if (!pattern.ok()) {
      mistakes.push_back({rows[i].file, rows[i].line,
                          fmt::format("the pattern of '{}' is wrong: {}", rows[i].id.value, pattern.error()),
                          "RE2 syntax: no look-around, no back-references"});
    } else if (matches(pattern, "")) {
      mistakes.push_back({rows[i].file, rows[i].line,
                          fmt::format("the pattern of '{}' matches an empty line", rows[i].id.value),
                          "a pattern needs something to look for"});
    }
  }
}

}  // namespace

tl::expected<RuleSet, std::vector<RuleMistake>> RuleSet::compile(RuleFileContent content, Matching matching) {
  std::vector<RuleMistake> mistakes;
  check_patterns(content.rules, 0, mistakes);
  check_patterns(content.noise, 0, mistakes);
  if (!mistakes.empty()) return tl::unexpected(std::move(mistakes));
  auto compiled = std::make_unique<Compiled>();
  compiled->content = std::move(content);
  compiled->prepare(matching);
  return RuleSet(std::move(compiled));
}

Result<RuleSet> RuleSet::load(RuleFileContent known, const std::vector<RuleFile>& files, Matching matching) {
  auto compiled = std::make_unique<Compiled>();
  RuleFileContent& content = compiled->content;
  content = std::move(known);
  const std::size_t known_rules = content.rules.size(), known_noise = content.noise.size();
  std::vector<RuleMistake> mistakes;
  for (const auto& file : files) {
    for (auto& mistake : read_rule_file(file, content)) mistakes.push_back(std::move(mistake));
  }
  if (!files.empty()) {
    for (auto& mistake : check_references(content)) mistakes.push_back(std::move(mistake));
  }
  check_patterns(content.rules, known_rules, mistakes);
  check_patterns(content.noise, known_noise, mistakes);
  if (mistakes.empty()) {
    compiled->prepare(matching);
    return RuleSet(std::move(compiled));
  }
  std::vector<std::string> lines;
  for (const auto& mistake : mistakes) lines.push_back(to_text(mistake));
  return fail(ErrorKind::invalid, join(lines, "\n"));
}

const std::vector<Rule>& RuleSet::rules() const { return compiled_->content.rules; }
const std::vector<Noise>& RuleSet::noise() const { return compiled_->content.noise; }
const std::vector<Remedy>& RuleSet::remedies() const { return compiled_->content.remedies; }

const Rule* RuleSet::find(const RuleId& id) const {
  const auto found = compiled_->by_id.find(id);
  return found == compiled_->by_id.end() ? nullptr : &rules()[found->second];
}

const Remedy* RuleSet::find(const RemedyId& id) const {
  for (const auto& remedy : remedies()) {
    if (remedy.id == id) return &remedy;
  }
  return nullptr;
}

const Table& RuleSet::table(std::string_view name) const {
  const auto found = compiled_->content.tables.find(name);
  return found == compiled_->content.tables.end() ? compiled_->empty : found->second;
}

void RuleSet::find(const LinesText& lines, std::vector<Sighting>& found) const {
  compiled_->matcher->find(lines, found);
}

std::vector<const Rule*> RuleSet::recognise(std::string_view bytes) const {
  const ValidLine valid(bytes);
  return recognise(valid.line(), compiled_->matcher->find(valid.line()));
}

std::vector<const Rule*> RuleSet::recognise(std::string_view line, std::span<const Sighting> candidates) const {
  std::vector<const Rule*> recognised;
  compiled_->matcher->settle(line, candidates, [&](std::uint32_t row) { recognised.push_back(&rules()[row]); });
  return recognised;
}

std::vector<Hit> RuleSet::match(std::string_view bytes) const {
  std::vector<Hit> hits;
  for (const Rule* rule : recognise(bytes)) hits.push_back({rule, captures(*rule, bytes)});
  return hits;
}

Captures RuleSet::captures(const Rule& rule, std::string_view bytes) const {
  if (rule.pattern.find("(?P<") == std::string::npos) return {};  // not compiled to find out that it has no names
  const ValidLine valid(bytes);
  return captures_of(compiled_->whole[static_cast<std::size_t>(&rule - rules().data())].get(), valid.line());
}

bool RuleSet::is_noise(std::string_view bytes) const {
  const ValidLine valid(bytes);
  return compiled_->matcher->any_noise(valid.line(), compiled_->matcher->find(valid.line()));
}

}  // namespace regreen
