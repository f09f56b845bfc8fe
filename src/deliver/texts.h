#pragma once

#include "base/result.h"
#include "base/text_file.h"
#include "deliver/form.h"
#include "model/case.h"

#include <map>
#include <span>
#include <string>

namespace regreen {

/// The texts that people see of a Case.
enum class TextOf {
  pull_request,  ///< of a repair
  notice,        ///< beside a failed run
  issue,         ///< a failure that people have to mend
  check_run,     ///< the check of a failed run's commit
  review,        ///< above suggestions in a pull request
  summary,       ///< of a step of GitHub Actions, where nothing is repaired
};

/// How these texts are put: the forms that ship (rules/templates), or those that people have put in their place.
class Texts {
 public:
  /// Reads forms, of files such as ".github/regreen/templates/notice.md"; a later file replaces an earlier one of that name.
  /// Errors name file and line, all mistakes of the first file that has any.
  static Result<Texts> load(std::span<const TextFile> files);

  /// A text about a Case that has an Outcome; "" where no form of it was loaded.
  std::string tell(TextOf what, const Case& one) const;

 private:
  std::map<TextOf, Form> forms_;
};

}  // namespace regreen
