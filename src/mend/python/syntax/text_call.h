#pragma once

#include "mend/python/language/import.h"
#include "mend/python/language/source.h"

#include <cstddef>

namespace regreen {

/// A call: the token of its name, and of the bracket that closes it.
struct PyCall {
  std::size_t name = 0, close = 0;
};

/// Does a call of the standard library, other than of `open`, read or write text in the locale's encoding, which it could be
/// told: `subprocess.run(…, text=True)`, `tempfile.NamedTemporaryFile("w")`, `os.fdopen(fd, "w")`, `gzip.open(p, "rt")`,
/// `logging.FileHandler(p)`? `bound` is what the imports of the file bind.
bool opens_text_otherwise(const PythonSource& source, const BoundNames& bound, PyCall call);

}  // namespace regreen
