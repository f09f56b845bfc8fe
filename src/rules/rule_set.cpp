#include "rules/rule_set.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>

#include "base/text.h"
#include "rules/word_finder.h"

namespace regreen {
namespace {

// A pattern is only tried on lines that contain the pieces it cannot do without (RE2's FilteredRE2 derives them), and
// those are looked for together, in one pass. Pieces shorter than this occur everywhere and tell nothing.
constexpr int least_literal = 4;

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_nl(true);
  return options;
}

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

// A pattern's number is that of its rule; those of noise come behind the last rule.
struct RuleSet::Compiled {
  RuleFileContent content;
  std::map<RuleId, std::size_t> by_id;
  re2::FilteredRE2 patterns{least_literal};
  WordFinder literals;
  std::vector<std::uint8_t> is_loose;  // patterns without a literal: tried on every line, all at once
  std::vector<int> loose_numbers;
  std::unique_ptr<RE2::Set> loose;
  Table empty;

  void look_for_literals(std::size_t count);
  std::vector<int> matching(std::string_view line) const;
};

void RuleSet::Compiled::look_for_literals(std::size_t count) {
  std::vector<std::string> words;
  patterns.Compile(&words);
  literals = WordFinder(words);
  patterns.AllPotentials({}, &loose_numbers);  // those that no absent literal rules out
  if (loose_numbers.empty()) return;
  is_loose.assign(count, 0);
  loose = std::make_unique<RE2::Set>(options(), RE2::UNANCHORED);
  for (const int number : loose_numbers) {
    is_loose[static_cast<std::size_t>(number)] = 1;
    loose->Add(patterns.GetRE2(number).pattern(), nullptr);
  }
  loose->Compile();
}

// The patterns that match a line, in ascending order.
std::vector<int> RuleSet::Compiled::matching(std::string_view line) const {
  std::vector<int> numbers, words, maybe;
  if (loose && loose->Match(line, &numbers)) {
    for (int& number : numbers) number = loose_numbers[static_cast<std::size_t>(number)];
  }
  literals.find(line, words);
  if (!words.empty()) patterns.AllPotentials(words, &maybe);
  for (const int number : maybe) {
    const bool tried = !is_loose.empty() && is_loose[static_cast<std::size_t>(number)] != 0;
    if (!tried && RE2::PartialMatch(line, patterns.GetRE2(number))) {
      numbers.push_back(number);
    }
  }
  std::ranges::sort(numbers);
  return numbers;
}

RuleSet::RuleSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

tl::expected<RuleSet, std::vector<RuleMistake>> RuleSet::compile(RuleFileContent content) {
  auto compiled = std::make_unique<Compiled>();
  compiled->content = std::move(content);
  std::vector<RuleMistake> mistakes;
  std::size_t count = 0;
  const auto add = [&](const auto& row) {
    int number = 0;
    ++count;
    if (compiled->patterns.Add(row.pattern, options(), &number) == RE2::NoError) return;
    mistakes.push_back({row.file, row.line,
                        fmt::format("the pattern of '{}' is wrong: {}", row.id.value, RE2(row.pattern, options()).error()),
                        "RE2 syntax: no look-around, no back-references"});
  };
  for (const auto& rule : compiled->content.rules) {
    compiled->by_id[rule.id] = count;
    add(rule);
  }
  for (const auto& noise : compiled->content.noise) add(noise);
  if (!mistakes.empty()) return tl::unexpected(std::move(mistakes));
  if (count > 0) compiled->look_for_literals(count);
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
  const auto numbers = compiled_->matching(characters.line());
  if (!numbers.empty() && static_cast<std::size_t>(numbers.back()) >= rules().size()) return {};  // noise
  std::vector<Hit> hits;
  for (const int number : numbers) {
    hits.push_back({&rules()[static_cast<std::size_t>(number)],
                    captures_of(compiled_->patterns.GetRE2(number), characters.line())});
  }
  return hits;
}

bool RuleSet::is_noise(std::string_view bytes) const {
  const auto numbers = compiled_->matching(Characters(bytes).line());
  return !numbers.empty() && static_cast<std::size_t>(numbers.back()) >= rules().size();
}

bool lacks_literal(std::string_view pattern) {
  re2::FilteredRE2 filter(least_literal);
  int id = 0;
  if (filter.Add(pattern, options(), &id) != RE2::NoError) return false;
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  return atoms.empty();
}

}  // namespace regreen
