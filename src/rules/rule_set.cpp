#include "rules/rule_set.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>

#include "base/text.h"

namespace regreen {
namespace {

constexpr std::int64_t set_memory_bytes = std::int64_t{256} << 20;  // of all patterns together, a bound and not a need

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_nl(true);
  options.set_max_mem(set_memory_bytes);
  return options;
}

using Pattern = std::unique_ptr<RE2>;

// RE2 looks at characters, and a log line need not consist of them.
class Characters {
 public:
  explicit Characters(std::string_view line) : line_(line.substr(0, RuleSet::line_limit)) {
    const bool ascii = std::ranges::all_of(line_, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) return;
    valid_ = valid_utf8(line_);
    line_ = valid_;
  }
  Characters(const Characters&) = delete;
  Characters& operator=(const Characters&) = delete;

  std::string_view line() const { return line_; }

 private:
  std::string_view line_;
  std::string valid_;
};

}  // namespace

struct RuleSet::Compiled {
  RuleFileContent content;
  std::map<RuleId, std::size_t> by_id;
  std::vector<Pattern> patterns;  // of the rules, in their order
  std::unique_ptr<RE2::Set> all;  // rules first, then noise
  Table empty;
};

RuleSet::RuleSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

tl::expected<RuleSet, std::vector<RuleMistake>> RuleSet::compile(RuleFileContent content) {
  auto compiled = std::make_unique<Compiled>();
  compiled->content = std::move(content);
  compiled->all = std::make_unique<RE2::Set>(options(), RE2::UNANCHORED);
  std::vector<RuleMistake> mistakes;
  const auto add = [&](const auto& row) {
    std::string error;
    if (compiled->all->Add(row.pattern, &error) >= 0) return;
    mistakes.push_back({row.file, row.line, fmt::format("the pattern of '{}' is wrong: {}", row.id.value, error),
                        "RE2 syntax: no look-around, no back-references"});
  };
  for (const auto& rule : compiled->content.rules) {
    add(rule);
    compiled->by_id[rule.id] = compiled->patterns.size();
    compiled->patterns.push_back(std::make_unique<RE2>(rule.pattern, options()));
  }
  for (const auto& noise : compiled->content.noise) add(noise);
  if (!mistakes.empty()) return tl::unexpected(std::move(mistakes));
  if (!compiled->all->Compile()) {
    return tl::unexpected(std::vector<RuleMistake>{{"rules", 0, "all patterns together need too much memory", ""}});
  }
  return RuleSet(std::move(compiled));
}

Result<RuleSet> RuleSet::load(const std::vector<RuleFile>& files) {
  RuleFileContent content;
  std::vector<RuleMistake> mistakes;
  for (const auto& file : files) {
    for (auto& mistake : read_rule_file(file, content)) mistakes.push_back(std::move(mistake));
  }
  for (auto& mistake : check_references(content)) mistakes.push_back(std::move(mistake));
  if (mistakes.empty()) {
    auto set = compile(std::move(content));
    if (set) return std::move(*set);
    mistakes = std::move(set.error());
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

namespace {

Captures captures_of(const RE2& pattern, std::string_view line) {
  const auto groups = static_cast<std::size_t>(pattern.NumberOfCapturingGroups()) + 1;
  std::vector<re2::StringPiece> pieces(groups);
  Captures captures;
  if (!pattern.Match(line, 0, line.size(), RE2::UNANCHORED, pieces.data(), static_cast<int>(groups))) return captures;
  for (const auto& [number, name] : pattern.CapturingGroupNames()) {
    const auto& piece = pieces[static_cast<std::size_t>(number)];
    if (piece.data() != nullptr) captures[name] = std::string(piece);
  }
  return captures;
}

}  // namespace

std::vector<Hit> RuleSet::match(std::string_view bytes) const {
  const Characters characters(bytes);
  const std::string_view line = characters.line();
  std::vector<int> ids;
  if (!compiled_->all->Match(line, &ids)) return {};
  std::ranges::sort(ids);
  const auto rule_count = rules().size();
  std::vector<Hit> hits;
  for (const int id : ids) {
    const auto index = static_cast<std::size_t>(id);
    if (index >= rule_count) return {};  // noise
    hits.push_back({&rules()[index], captures_of(*compiled_->patterns[index], line)});
  }
  return hits;
}

bool RuleSet::is_noise(std::string_view line) const {
  std::vector<int> ids;
  return compiled_->all->Match(Characters(line).line(), &ids) &&
         static_cast<std::size_t>(std::ranges::max(ids)) >= rules().size();
}

bool lacks_literal(std::string_view pattern) {
  constexpr int least_literal = 4;
  re2::FilteredRE2 filter(least_literal);
  int id = 0;
  if (filter.Add(pattern, options(), &id) != RE2::NoError) return false;
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  return atoms.empty();
}

}  // namespace regreen
