#include "mend/python/language/before.h"

#include "model/last_commit.h"

namespace regreen {

std::optional<std::string> text_before(const Patient& patient, std::string_view file) {
  const auto found = patient.last_commit.before.find(file);
  return found == patient.last_commit.before.end() ? std::nullopt : found->second;
}

}  // namespace regreen
