#include "read/block.h"

#include "base/text.h"
#include "read/ear.h"

#include <algorithm>
#include <bit>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace regreen {
namespace {

constexpr std::size_t quick_bytes_max = 16 * 1024;  // longer lines are rare, and bounded by the cleaner
constexpr unsigned char escape = 0x1B, del = 0x7F;

bool is_odd(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte >= del;
}

// Where the first byte is that is neither a printable ASCII character nor a tab; notes whether there is a tab near.
std::size_t first_odd(std::string_view text, bool& has_tab) {
  std::size_t at = 0;
#if defined(__SSE2__)
  const __m128i space = _mm_set1_epi8(0x20), tab = _mm_set1_epi8('\t'), last = _mm_set1_epi8(static_cast<char>(del));
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const __m128i below = _mm_cmplt_epi8(bytes, space);  // signed: bytes from 0x80 on are below as well
    const __m128i tabs = _mm_cmpeq_epi8(bytes, tab);
    const __m128i odd = _mm_or_si128(_mm_andnot_si128(tabs, below), _mm_cmpeq_epi8(bytes, last));
    has_tab |= _mm_movemask_epi8(tabs) != 0;
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(odd));
    if (mask != 0) return at + static_cast<std::size_t>(std::countr_zero(mask));
  }
#endif
  for (; at < text.size() && !is_odd(text[at]); ++at) has_tab |= text[at] == '\t';
  return at;
}

// How long the colour at the front of a text is ("\e[1;31m"); 0 where it is another sequence, or none.
std::size_t colour_length(std::string_view text) {
  if (!text.starts_with("\x1B[")) return 0;
  std::size_t at = 2;
  while (at < text.size() && text[at] >= 0x20 && text[at] < 0x40) ++at;
  return at < text.size() && text[at] >= 0x40 && static_cast<unsigned char>(text[at]) < del ? at + 1 : 0;
}

// What a line with colours and characters beyond ASCII shows; false where it has anything else that is odd.
bool show(std::string_view raw, std::size_t odd, std::string& shown, bool& is_ascii, bool& has_tab) {
  shown.clear();
  while (true) {
    shown += raw.substr(0, odd);
    raw.remove_prefix(odd);
    if (raw.empty()) return true;
    if (static_cast<unsigned char>(raw.front()) == escape) {
      const std::size_t length = colour_length(raw);
      if (length == 0) return false;
      raw.remove_prefix(length);
      odd = first_odd(raw, has_tab);
    } else if (static_cast<unsigned char>(raw.front()) >= 0x80) {
      is_ascii = false;
      odd = 1 + first_odd(raw.substr(1), has_tab);
    } else {
      return false;
    }
  }
}

bool has_two_tabs(std::string_view text) {
  const auto first = static_cast<const char*>(std::memchr(text.data(), '\t', text.size()));
  if (first == nullptr) return false;
  const std::size_t rest = text.size() - static_cast<std::size_t>(first + 1 - text.data());
  return std::memchr(first + 1, '\t', rest) != nullptr;
}

}  // namespace

Line Block::whole(std::size_t index) const {
  const Entry& entry = lines_[index];
  Line line;
  if (entry.bytes == is_whole) {
    line = whole_[entry.raw];
  } else {
    Cleaner cleaner;
    cleaner.add(raw_.substr(entry.raw, entry.bytes));
    cleaner.finish(line);
  }
  line.number = first_ + index;
  return line;
}

void Block::keep_bytes() {
  own_raw_.assign(raw_);
  raw_ = own_raw_;
}

void Block::start(std::size_t first, std::string_view raw) {
  first_ = first;
  raw_ = raw;
  text_.assign(1, '\n');
  lines_.clear();
  begins_.clear();
  whole_.clear();
  marks_.clear();
}

void Block::begin_line(Entry entry) {
  lines_.push_back(entry);
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
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
  while (!rest.empty()) {
    bool has_tab = false;
    const std::size_t odd = first_odd(rest, has_tab);  // of most lines it is the end
    const auto end = rest.find('\n', odd);
    const std::string_view raw = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    const bool complete = end != std::string_view::npos;
    if (complete && !amid_line_ && take(raw, odd, has_tab, block)) continue;
    cleaner_.add(raw);
    amid_line_ = !complete;
    if (complete) finish_line(block);
  }
}

// A line through the cleaner: the only way that tells everything.
void Blocks::finish_line(Block& block) {
  Line line;
  cleaner_.finish(line);
  if (line.has_columns || !line.erased.empty() || may_be_mark(line.text)) {
    block.marks_.push_back(static_cast<std::uint32_t>(block.size()));
  }
  block.begin_line({static_cast<std::uint32_t>(block.whole_.size()), Block::is_whole});
  block.text_ += line.text;
  block.text_ += '\n';
  block.whole_.push_back(std::move(line));
}

// Takes a line without the cleaner, where that makes no difference. Its first odd byte is known, and whether it may have
// tabs.
bool Blocks::take(std::string_view raw, std::size_t odd, bool has_tab, Block& block) {
  if (raw.size() > quick_bytes_max) return false;
  std::string_view text = raw;
  while (text.ends_with('\r')) text.remove_suffix(1);
  bool is_ascii = true;
  if (odd < text.size()) {
    if (!show(text, odd, shown_, is_ascii, has_tab)) return false;
    text = shown_;
  }
  const bool is_columned = !cleaner_.columns().empty() && text.starts_with(cleaner_.columns());
  if (is_columned) text.remove_prefix(cleaner_.columns().size());
  if (!is_columned && has_tab && has_two_tabs(text)) return false;
  const std::size_t prefix = prefix_length(text);
  if (is_columned && prefix == 0) return false;
  text.remove_prefix(prefix);
  text.remove_prefix(build_step_length(text));
  if (may_be_mark(text)) block.marks_.push_back(static_cast<std::uint32_t>(block.size()));
  block.begin_line(
      {static_cast<std::uint32_t>(raw.data() - block.raw_.data()), static_cast<std::uint32_t>(raw.size())});
  if (is_ascii) {
    block.text_ += text;
  } else {
    block.text_ += printable(text);
  }
  block.text_ += '\n';
  return true;
}

}  // namespace regreen
