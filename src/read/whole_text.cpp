#include "read/whole_text.h"

#include "read/text.h"
#include "read/unpack.h"

namespace regreen {
namespace {

// The last bytes of a text that goes on and on, held in no more than twice their number.
class Tail {
 public:
  explicit Tail(std::size_t most) : most_(most) {}

  void add(std::string_view bytes) {
    text_ += bytes;
    if (text_.size() > 2 * most_) cut();
  }

  bool empty() const { return text_.empty(); }

  std::string take() {
    if (text_.size() > most_) cut();
    return std::move(text_);
  }

 private:
  void cut() { text_.erase(0, text_.size() - most_); }

  std::size_t most_;
  std::string text_;
};

}  // namespace

Result<std::string> text_of(Source& source, std::size_t most) {
  Notes notes;
  Tail jobs(most), others(most);
  const auto visit = [&](const std::string& file, const Pull& bytes) -> Result<void> {
    Tail& text = parse_name(file).kind == TextName::Kind::job ? jobs : others;
    for (auto chunk = TRY(bytes()); !chunk.empty(); chunk = TRY(bytes())) text.add(chunk);
    text.add("\n");
    return {};
  };
  TRY(unpack(
      source, notes, visit, [](const auto&) { return false; }, Hashing::no));
  return jobs.empty() ? others.take() : jobs.take();
}

}  // namespace regreen
