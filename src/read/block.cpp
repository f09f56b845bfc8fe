#include "read/block.h"

#include "base/run.h"
#include "base/text.h"
#include "read/ear.h"

#include <algorithm>

namespace regreen {
namespace {

constexpr std::size_t quick_bytes_max = 16 * 1024;  // longer lines are rare, and bounded by the cleaner

// How much at the front of a line is a timestamp or a build step's number.
std::size_t cut_length(std::string_view text) {
  const std::size_t prefix = prefix_length(text);
  return prefix + build_step_length(text.substr(prefix));
}

bool may_be_cut(std::string_view text) { return may_have_prefix(text) || text.starts_with('#'); }

// How long the line end at the front of a text is, with any number of carriage returns; 0 where there is none.
std::size_t line_end_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] == '\r') ++at;
  return at < text.size() && text[at] == '\n' ? at + 1 : 0;
}

}  // namespace

Line Block::whole(std::size_t index) const {
  const auto odd = std::ranges::lower_bound(odd_, index, {}, &Odd::index);
  Line line;
  if (odd == odd_.end() || odd->index != index) {
    line.text = this->line(index);
  } else if (odd->bytes == is_whole) {
    line = whole_[odd->raw];
  } else {
    Cleaner cleaner;
    cleaner.add(raw_.substr(odd->raw, odd->bytes));
    cleaner.finish(line);
    line.text.erase(0, odd->learnt);
  }
  line.number = first_ + index;
  return line;
}

void Block::add(std::string_view text, std::size_t behind, bool is_mark) {
  if (is_mark) marks_.push_back(next_index());
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  text_.add(text, behind, '\n');
}

void Block::add(Line line) {
  odd_.push_back({next_index(), static_cast<std::uint32_t>(whole_.size()), is_whole});
  add(line.text, 0, line.has_columns || !line.erased.empty() || may_be_mark(line.text));
  whole_.push_back(std::move(line));
}

void Block::note_odd(std::string_view raw, std::size_t learnt) {
  const auto at = static_cast<std::uint32_t>(raw.data() - raw_.data());
  odd_.push_back({next_index(), at, static_cast<std::uint32_t>(raw.size()), static_cast<std::uint32_t>(learnt)});
}

void Block::keep_bytes() {
  own_raw_.assign(raw_);
  raw_ = own_raw_;
}

void Block::start(std::size_t first, std::string_view raw) {
  first_ = first;
  raw_ = raw;
  text_.restart(raw.size() + 2);  // a line end before the first line, and one behind the last
  text_.add("", 0, '\n');
  begins_.clear();
  odd_.clear();
  whole_.clear();
  marks_.clear();
}

Result<bool> Blocks::next(Block& block) {
  while (true) {
    const std::string_view chunk = TRY(bytes_());
    block.start(count_ + 1, chunk);
    if (chunk.empty()) {
      if (std::exchange(amid_line_, false)) finish_line(block);
    } else {
      read_chunk(chunk, block);
    }
    count_ += block.size();
    if (block.size() > 0 || chunk.empty()) return block.size() > 0;
  }
}

void Blocks::read_chunk(std::string_view chunk, Block& block) {
  std::string_view rest = chunk;
  while (true) {
    if (!amid_line_) rest.remove_prefix(take_plain(rest, block));
    if (rest.empty()) return;
    const auto end = rest.find('\n');
    const std::string_view raw = rest.substr(0, end);
    const bool complete = end != std::string_view::npos;
    rest.remove_prefix(complete ? end + 1 : rest.size());
    if (complete && !amid_line_ && take(raw, block)) continue;
    cleaner_.add(raw);
    amid_line_ = !complete;
    if (complete) finish_line(block);
  }
}

// Takes the lines at the front that are printable ASCII and tabs; how many bytes they are.
std::size_t Blocks::take_plain(std::string_view rest, Block& block) {
  std::size_t taken = 0;
  while (taken < rest.size()) {
    const std::string_view left = rest.substr(taken);
    std::size_t length = run_of<Printable>(left);
    const bool has_tab = length < left.size() && left[length] == '\t';
    if (has_tab) length += run_of<PrintableOrTab>(left.substr(length));
    const std::size_t end = line_end_length(left.substr(length));
    if (end == 0 || length > quick_bytes_max) break;
    const std::string_view line = left.substr(0, length);
    const std::size_t behind = left.size() - length;
    if (!may_be_cut(line) && !(has_tab && columns_length(line) > 0)) {
      const std::size_t learnt = cleaner_.learnt().length(line);
      if (learnt > 0) block.note_odd(line, learnt);
      const std::string_view text = line.substr(learnt);
      block.add(text, behind, may_be_mark(text));
    } else if (!put({line, behind, true, has_tab}, line, block)) {
      break;
    }
    taken += length + end;
  }
  return taken;
}

// A line through the cleaner: the only way that tells everything.
void Blocks::finish_line(Block& block) {
  Line line;
  cleaner_.finish(line);
  block.add(std::move(line));
}

// What a line with colours, tabs and characters beyond ASCII shows; nothing where it has anything else that is odd.
auto Blocks::show(std::string_view raw, std::string& shown) -> std::optional<Shown> {
  shown.clear();
  bool is_plain = true;
  while (true) {
    std::size_t length = run_of<PrintableOrTab>(raw);
    if (length < raw.size() && NoControl::has(static_cast<unsigned char>(raw[length]))) {
      is_plain = false;
      length += run_of<NoControl>(raw.substr(length));
    }
    shown += raw.substr(0, length);
    raw.remove_prefix(length);
    if (raw.empty()) return Shown{.text = shown, .is_plain = is_plain};
    const std::size_t control = control_length(raw);
    if (control == 0) return std::nullopt;
    raw.remove_prefix(control);
  }
}

// Takes a line of any bytes without the cleaner, where that makes no difference to its text.
bool Blocks::take(std::string_view raw, Block& block) {
  if (raw.size() > quick_bytes_max) return false;
  std::string_view text = raw;
  while (text.ends_with('\r')) text.remove_suffix(1);
  const auto shown = show(text, shown_);
  return shown && put(*shown, raw, block);
}

// Puts what the bytes of a line show into the block, but for what stands before it; false where only the cleaner can.
bool Blocks::put(const Shown& shown, std::string_view raw, Block& block) {
  std::string_view text = shown.text;
  if (shown.may_have_tab) {
    if (const auto& columns = cleaner_.columns(); !columns.empty() && text.starts_with(columns)) {
      text.remove_prefix(columns.size());
      if (prefix_length(text) == 0) return false;  // goes on with an earlier line
    } else if (const std::size_t length = columns_length(text); length > 0 && prefix_length(text.substr(length)) > 0) {
      return false;  // the first one of another step
    }
  }
  text.remove_prefix(cut_length(text));
  const std::size_t learnt = cleaner_.learnt().length(text);
  text.remove_prefix(learnt);
  const bool is_mark = may_be_mark(text);
  if (text.size() < raw.size()) block.note_odd(raw, learnt);
  shown.is_plain ? block.add(text, shown.behind, is_mark) : block.add(printable(text), 0, is_mark);
  return true;
}

}  // namespace regreen
