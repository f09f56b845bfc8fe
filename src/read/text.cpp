#include "read/text.h"

#include "base/text.h"
#include "read/ear.h"
#include "read/lines.h"
#include "read/packed_lines.h"
#include "read/scan.h"

#include <algorithm>
#include <utility>

namespace regreen {
namespace {

// The trail of lines that come in blocks: those of the block, and the last ones before it.
class BlockTrail final : public Trail {
 public:
  void enter(const Block& block) { block_ = &block; }
  void pass(std::size_t number) { count_ = number; }

  /// Before the next block is entered.
  void keep_last() {
    before_.clear();
    for (std::size_t number = count_ - std::min(count_, reach) + 1; number <= count_; ++number) {
      before_.add(number, at(number).text);
    }
    std::swap(last_, before_);
  }

  std::size_t count() const override { return count_; }
  Entry at(std::size_t number) const override {
    if (number >= block_->first()) return {number, block_->line(number - block_->first())};
    return last_[number - last_[0].number];
  }

 private:
  const Block* block_ = nullptr;
  PackedLines last_, before_;  // the second one's memory is used again
  std::size_t count_ = 0;
};

// Goes through the sightings of a block, in the lines' order.
class Sightings {
 public:
  void begin(std::span<const Sighting> all) {
    all_ = all;
    next_ = 0;
  }

  /// The next line that has any; `none` behind the last one.
  static constexpr std::size_t none = SIZE_MAX;
  std::size_t next_line() const { return next_ < all_.size() ? all_[next_].line : none; }

  /// Those of a line; the ones before it are passed.
  std::span<const Sighting> take(std::size_t line) {
    while (next_line() < line) ++next_;
    const std::size_t first = next_;
    while (next_line() == line) ++next_;
    return all_.subspan(first, next_ - first);
  }

 private:
  std::span<const Sighting> all_;
  std::size_t next_ = 0;
};

Part make_part(const TextName& name, Outline& outline, Collector& collector, std::size_t lines) {
  outline.conclude();
  Part part;
  part.file = name.file;
  part.lines = lines;
  part.is_aside = name.kind == TextName::Kind::system || lines == 0;
  for (auto& step : outline.steps()) {
    part.steps.push_back(std::move(step.step));
    part.stamps.push_back(std::move(step.stamp));
  }
  collector.finish(part);
  part.checkouts = outline.folders().take();
  return part;
}

}  // namespace

TextName parse_name(const std::string& file) {
  TextName name{TextName::Kind::any, file, "", "", ""};
  const auto slash = file.rfind('/');
  std::string_view base = file;
  if (slash != std::string::npos) {
    name.folder = file.substr(0, slash);
    base.remove_prefix(slash + 1);
  }
  const std::string job = name.folder.substr(name.folder.rfind('/') + 1);
  const auto number = base.find('_');
  const bool numbered =
      number != std::string_view::npos && parse_number(base.substr(0, number)) && base.ends_with(".txt");
  if (base == "system.txt" && !job.empty()) {
    name.kind = TextName::Kind::system;
    name.job = job;
    name.step = "system";
  } else if (numbered) {
    const std::string title(base.substr(number + 1, base.size() - number - 5));
    const bool is_step = !name.folder.empty() && !name.folder.ends_with(".zip");
    name.kind = is_step ? TextName::Kind::step : TextName::Kind::job;
    name.job = is_step ? job : title;
    if (is_step) name.step = title;
  }
  return name;
}

namespace {

// What is known of a text before its first line.
struct Beginning {
  Outline outline;
  Ear ear;
};

Beginning begin(const TextName& name) {
  const bool is_step = name.kind == TextName::Kind::step || name.kind == TextName::Kind::system;
  Beginning text{Outline(name.file),
                 Ear(is_step ? GitHubDialect::Groups::are_output : GitHubDialect::Groups::begin_steps)};
  text.outline.current().step.job = name.job;
  text.outline.current().step.name = name.step;
  if (name.kind == TextName::Kind::step) text.outline.job().steps_are_gates = text.outline.job().is_complete = true;
  return text;
}

// Goes through a text by the lines that say something to rules or dialects.
class Reading {
 public:
  Reading(const TextName& name, const RuleSet& rules)
      : text_(begin(name)), rules_(rules), collector_(name.file, rules, trail_) {}

  Result<Part> read(const TextName& name, const Peeked& text) {
    Scan scan(text, rules_);
    while (const ScannedBlock* scanned = TRY(scan.next())) {
      sightings_.begin(scanned->sightings);
      read_block(scanned->block);
    }
    const std::size_t lines = trail_.count();
    if (lines > 0) text_.outline.begin_line(lines, "");
    collector_.end_step(text_.outline.index(), lines);
    return make_part(name, text_.outline, collector_, lines);
  }

 private:
  void read_block(const Block& block) {
    trail_.enter(block);
    const auto& marks = block.marks();
    auto mark = marks.begin();
    std::size_t index = 0;
    while (true) {
      const bool is_first = block.first() + index == 1;
      if (!is_first && !text_.ear.awaits()) {
        while (mark != marks.end() && *mark < index) ++mark;
        index = std::min(mark == marks.end() ? Sightings::none : *mark, sightings_.next_line());
      }
      if (index >= block.size()) break;
      const bool is_mark = is_first || text_.ear.awaits() || (mark != marks.end() && *mark == index);
      is_mark ? read_mark(block, index) : read_line(block, index);
      ++index;
    }
    trail_.pass(block.first() + block.size() - 1);
    collector_.catch_up();
    trail_.keep_last();
  }

  // A line that may change what is heard later: all that its bytes say counts.
  void read_mark(const Block& block, std::size_t index) {
    const Line line = block.whole(index);
    Outline& outline = text_.outline;
    outline.begin_line(line.number, line.stamp);
    const std::size_t before = outline.index();
    const Heard heard = text_.ear.hear(line, outline);
    trail_.pass(line.number - 1);
    if (outline.index() != before) collector_.end_step(before, outline.steps()[before].step.last.line);
    match(block, index, line.text, heard);
  }

  void read_line(const Block& block, std::size_t index) {
    light_.text = block.line(index);
    match(block, index, light_.text, text_.ear.hear(light_, text_.outline));
  }

  void match(const Block& block, std::size_t index, const std::string& text, const Heard& heard) {
    const std::size_t number = block.first() + index, step = text_.outline.index();
    trail_.pass(number);
    const auto candidates = sightings_.take(index);
    if (heard.voice != Voice::program) return;
    if (heard.text.size() != text.size()) {
      collector_.match(number, heard.text, step);  // what stands at the line's front is not the program's
    } else if (!candidates.empty()) {
      collector_.match(number, heard.text, step, candidates);
    }
  }

  Beginning text_;
  const RuleSet& rules_;
  BlockTrail trail_;
  Collector collector_;
  Sightings sightings_;
  Line light_;  // of which only the text counts
};

}  // namespace

Result<Part> read_text(const TextName& name, const Peeked& text, const RuleSet& rules) {
  return Reading(name, rules).read(name, text);
}

Result<Part> read_text_plainly(const TextName& name, const Peeked& text, const RuleSet& rules) {
  auto [outline, ear] = begin(name);
  ListedTrail trail;
  Collector collector(name.file, rules, trail);
  LineReader lines(text);
  for (Line line; TRY(lines.next(line));) {
    outline.begin_line(line.number, line.stamp);
    const std::size_t before = outline.index();
    const Heard heard = ear.hear(line, outline);
    if (outline.index() != before) collector.end_step(before, outline.steps()[before].step.last.line);
    trail.add(line.number, line.text);
    if (heard.voice == Voice::program) collector.match(line.number, heard.text, outline.index());
    collector.catch_up();
  }
  collector.end_step(outline.index(), lines.count());
  return make_part(name, outline, collector, lines.count());
}

}  // namespace regreen
