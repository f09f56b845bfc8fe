#include "read/each_line.h"

#include "read/block.h"
#include "read/report.h"
#include "read/unpack.h"

namespace regreen {
namespace {

constexpr std::size_t head_bytes = 4096;  // in which a report or a prefix shows what it is

Result<void> visit_text(const std::string& file, const Peeked& text, const LineVisitor& visit) {
  Blocks blocks(text);
  Block block;
  while (TRY(blocks.next(block))) {
    for (std::size_t i = 0; i < block.size(); ++i) visit(file, block.first() + i, block.line(i));
  }
  return {};
}

}  // namespace

Result<void> each_line(Source& source, const LineVisitor& visit) {
  Notes notes;  // read() has told them
  const FileVisitor visit_file = [&](const std::string& file, const Pull& bytes) -> Result<void> {
    const Peeked text = TRY(peek(bytes, head_bytes));
    const bool is_text = report_format(text.head) == nullptr && (file.empty() || !is_other_data(text.head));
    return is_text ? visit_text(file, text, visit) : Result<void>();
  };
  const ZipVisitor in_order = [](const std::vector<ZipEntry>&) { return false; };
  TRY(unpack(source, notes, visit_file, in_order, Hashing::no));
  return {};
}

}  // namespace regreen
