#pragma once

#include "model/diagnosis.h"
#include "model/evidence.h"

#include <string>
#include <vector>

namespace regreen {

/// A kept line where it lies in the evidence, which must outlive this.
struct LineView {
  const Excerpt* excerpt = nullptr;
  std::size_t index = 0;  ///< into its lines

  const std::string& text() const { return excerpt->lines[index]; }
  std::size_t number() const { return excerpt->first.line + index; }
  Place place() const { return {excerpt->first.file, number()}; }
  EvidenceLine line() const { return {place(), text()}; }
};

/// The kept lines of a step, in reading order, but for those that green runs of it usually print.
std::vector<LineView> kept_lines(const Evidence& evidence, const Step& step);

}  // namespace regreen
