#include "rules/finder.h"

namespace regreen {

Result<std::unique_ptr<Finder>> make_hyperscan_finder(const std::vector<std::string_view>&, DatabaseShelf*) {
  return fail(ErrorKind::unavailable, "this program was built without Hyperscan");
}

}  // namespace regreen
