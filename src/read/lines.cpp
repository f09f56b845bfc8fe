#include "read/lines.h"

namespace regreen {

Result<bool> LineReader::next(Line& line) {
  bool began = false;
  while (true) {
    if (chunk_.empty()) chunk_ = TRY(bytes_());
    if (chunk_.empty() && !began) return false;
    began = true;
    const auto end = chunk_.find('\n');
    cleaner_.add(chunk_.substr(0, end));
    const bool complete = chunk_.empty() || end != std::string_view::npos;
    chunk_.remove_prefix(end == std::string_view::npos ? chunk_.size() : end + 1);
    if (!complete) continue;
    line.number = ++count_;
    cleaner_.finish(line);
    return true;
  }
}

}  // namespace regreen
