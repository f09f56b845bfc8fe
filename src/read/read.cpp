#include "read/read.h"

#include "read/merge.h"
#include "read/text.h"
#include "read/unpack.h"

namespace regreen {

Result<Evidence> read(Source& source, const RuleSet& rules, const ReadOptions& options) {
  Evidence evidence;
  evidence.source = source.name();
  Notes notes;
  std::vector<NamedPart> parts;
  const auto visit = [&](const std::string& file, const Pull& bytes) -> Result<void> {
    const TextName name = parse_name(file);
    parts.push_back({name, TRY(read_text(name, bytes, rules))});
    return {};
  };
  const auto unpacked = TRY(unpack(source, notes, visit));
  evidence.hash = unpacked.hash;
  evidence.bytes = unpacked.bytes;
  merge(std::move(parts), options, evidence);
  evidence.notes = notes.take();
  if (evidence.lines == 0) {
    const std::string why = evidence.notes.empty() ? "is empty; a CI system may have dropped it: fetch it again"
                                                   : "holds nothing to read: " + evidence.notes.front();
    return fail(ErrorKind::invalid, evidence.source + " " + why);
  }
  return evidence;
}

}  // namespace regreen
