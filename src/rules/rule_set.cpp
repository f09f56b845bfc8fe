#include "rules/rule_set.h"

#include <algorithm>
#include <map>
#include <mutex>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/pattern.h"
#include "rules/seen_lines.h"

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

// A pattern that is compiled when it is first needed: most never are.
class LazyPattern {
 public:
  void set(std::string_view pattern) { text_ = pattern; }

  const RE2& get() const {
    std::call_once(once_, [this] { pattern_ = compiled(text_); });
    return *pattern_;
  }

  /// The same with any digits where it asks for some.
  const RE2& get_with_any_digits() const {
    std::call_once(any_digits_once_, [this] { any_digits_ = compiled(with_any_digits(text_)); });
    return *any_digits_;
  }

 private:
  static std::unique_ptr<RE2> compiled(std::string_view text) {
    return std::make_unique<RE2>(re2::StringPiece(text.data(), text.size()), pattern_options());
  }

  std::string_view text_;
  mutable std::once_flag once_, any_digits_once_;
  mutable std::unique_ptr<RE2> pattern_, any_digits_;
};

bool matches(const RE2& pattern, std::string_view line) {
  return pattern.Match({line.data(), line.size()}, 0, line.size(), RE2::UNANCHORED, nullptr, 0);
}

// What threads remember of lines: each borrows one for as long as it looks.
class Memories {
 public:
  using Memory = std::unique_ptr<SeenLines, std::function<void(SeenLines*)>>;

  Memory borrow() {
    std::unique_ptr<SeenLines> memory;
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        memory = std::move(idle_.back());
        idle_.pop_back();
      }
    }
    if (!memory) memory = std::make_unique<SeenLines>();
    return {memory.release(), [this](SeenLines* one) {
              const std::lock_guard lock(mutex_);
              idle_.emplace_back(one);
            }};
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<SeenLines>> idle_;
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

// A pattern's number is that of its rule; those of noise come behind the last rule.
struct RuleSet::Compiled {
  RuleFileContent content;
  std::map<RuleId, std::size_t> by_id;
  std::unique_ptr<LazyPattern[]> patterns;
  Matching matching = Matching::by_needles;
  std::unique_ptr<Finder> finder;
  mutable Memories memories;
  Table empty;

  bool is_noise(std::uint32_t number) const { return number >= content.rules.size(); }
  bool tells_digits(std::uint32_t number) const {
    const std::size_t rules = content.rules.size();
    return (number < rules ? content.rules[number].search : content.noise[number - rules].search).tells_digits;
  }
  const RE2& pattern(std::uint32_t number) const { return patterns[number].get(); }
  void prepare(Matching how);
  void find(const LinesText& lines, std::vector<Sighting>& found) const;
  std::vector<Sighting> candidates(std::string_view line) const;

 private:
  void look(const LinesText& lines, std::vector<Sighting>& found) const;
  bool settle(std::string_view line, Sighting& candidate) const;
};

void RuleSet::Compiled::prepare(Matching how) {
  for (std::size_t i = 0; i < content.rules.size(); ++i) by_id[content.rules[i].id] = i;
  prepare_searches(content);
  std::vector<SearchedPattern> all;
  for (const auto& rule : content.rules) all.push_back({rule.pattern, &rule.search});
  for (const auto& noise : content.noise) all.push_back({noise.pattern, &noise.search});
  patterns = std::make_unique<LazyPattern[]>(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) patterns[i].set(all[i].pattern);
  matching = how;
  finder = matching == Matching::plain ? make_plain_finder(all) : make_needle_finder(all);
}

std::vector<Sighting> RuleSet::Compiled::candidates(std::string_view line) const {
  std::string text = "\n";
  text += line;
  text += '\n';
  const std::uint32_t begin = 1;
  std::vector<Sighting> found;
  finder->find({text, {&begin, 1}}, found);
  return found;
}

void RuleSet::Compiled::find(const LinesText& lines, std::vector<Sighting>& found) const {
  if (matching == Matching::plain) return finder->find(lines, found);
  const auto memory = memories.borrow();
  memory->find(lines, [this](const LinesText& fresh, std::vector<Sighting>& sightings) { look(fresh, sightings); }, found);
}

// What holds for all lines that differ from these in nothing but digits: patterns that do not tell digits apart are
// settled, of the others it stays open whether they match.
void RuleSet::Compiled::look(const LinesText& lines, std::vector<Sighting>& found) const {
  finder->find(lines, found);
  auto kept = found.begin();
  for (auto first = found.begin(); first != found.end();) {
    const auto end = std::find_if(first, found.end(), [&](const Sighting& one) { return one.line != first->line; });
    const std::string_view line = lines.line(first->line).substr(0, RuleSet::line_limit);
    const auto last = std::remove_if(first, end, [&](Sighting& one) { return !settle(line, one); });
    const bool is_noise = std::any_of(first, last, [&](const Sighting& one) { return one.is_sure && this->is_noise(one.pattern); });
    if (!is_noise) kept = std::move(first, last, kept);
    first = end;
  }
  found.erase(kept, found.end());
}

// Is it still a candidate?
bool RuleSet::Compiled::settle(std::string_view line, Sighting& candidate) const {
  const LazyPattern& pattern = patterns[candidate.pattern];
  candidate.is_sure = !tells_digits(candidate.pattern);
  if (candidate.is_sure) return matches(pattern.get(), line);
  const RE2& widened = pattern.get_with_any_digits();
  return !widened.ok() || matches(widened, line);
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

void RuleSet::find(const LinesText& lines, std::vector<Sighting>& found) const { compiled_->find(lines, found); }

std::vector<const Rule*> RuleSet::recognise(std::string_view bytes) const {
  const ValidLine valid(bytes);
  return recognise(valid.line(), compiled_->candidates(valid.line()));
}

std::vector<const Rule*> RuleSet::recognise(std::string_view line, std::span<const Sighting> candidates) const {
  line = line.substr(0, line_limit);
  const auto is_match = [&](const Sighting& one) { return one.is_sure || matches(compiled_->pattern(one.pattern), line); };
  const auto first_noise =
      std::ranges::find_if(candidates, [&](const Sighting& one) { return compiled_->is_noise(one.pattern); });
  if (std::any_of(first_noise, candidates.end(), is_match)) return {};
  std::vector<const Rule*> recognised;
  for (auto one = candidates.begin(); one != first_noise; ++one) {
    if (is_match(*one)) recognised.push_back(&rules()[one->pattern]);
  }
  return recognised;
}

std::vector<Hit> RuleSet::match(std::string_view bytes) const {
  std::vector<Hit> hits;
  for (const Rule* rule : recognise(bytes)) hits.push_back({rule, captures(*rule, bytes)});
  return hits;
}

Captures RuleSet::captures(const Rule& rule, std::string_view bytes) const {
  const ValidLine valid(bytes);
  return captures_of(compiled_->pattern(static_cast<std::uint32_t>(&rule - rules().data())), valid.line());
}

bool RuleSet::is_noise(std::string_view bytes) const {
  const ValidLine valid(bytes);
  return std::ranges::any_of(compiled_->candidates(valid.line()), [&](const Sighting& one) {
    return compiled_->is_noise(one.pattern) && matches(compiled_->pattern(one.pattern), valid.line());
  });
}

}  // namespace regreen
