// python.name-algorithms: since PyJWT 2 whoever reads a token says by which algorithms it may be signed. What the project signs its own
// tokens with, it accepts, and nothing else.
//
//   jwt.decode(token, KEY)  →  jwt.decode(token, KEY, algorithms=[ALGORITHM])          for jwt.encode(claims, KEY, algorithm=ALGORITHM)
//
// Tokens that others sign are left: nothing of the project tells how. So are calls that do not verify.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/expression.h"
#include "mend/python/fixers.h"
#include "mend/python/names.h"
#include "mend/python/project.h"
#include "mend/python/source.h"

#include <algorithm>
#include <array>
#include <set>

namespace regreen {
namespace {

constexpr std::size_t call_tokens_max = 2000;                // calls stand inside of calls: each is read to its end
constexpr std::string_view default_algorithm = "\"HS256\"";  // of jwt.encode()

/// A call of jwt.encode or jwt.decode.
struct JwtCall {
  std::size_t open = 0, close = 0;
  std::string key;          ///< the expression; empty where it has none
  std::string algorithms;   ///< `algorithm` or `algorithms`; empty where it has none
  bool is_partial = false;  ///< options, *args or **options, verify=…: more than is read here
};

// What stands between two tokens, as it is written.
std::string written(const PythonSource& source, std::size_t first, std::size_t last) {
  if (first >= last) return "";
  const auto begin = source.tokens()[first].offset;
  return std::string(source.text().substr(begin, end_of(source.tokens()[last - 1]) - begin));
}

void take_argument(const PythonSource& source, JwtCall& call, std::size_t first, std::size_t last, std::size_t index) {
  const bool is_keyword = first + 1 < last && source.is(first + 1, "=");
  const auto value = written(source, is_keyword ? first + 2 : first, last);
  const auto name = is_keyword ? source.text(first) : std::string_view();
  if (name == "key" || (!is_keyword && index == 1)) call.key = value;
  if (name == "algorithm" || name == "algorithms" || (!is_keyword && index == 2)) call.algorithms = value;
  if (name == "options" || name == "verify" || source.text(first).starts_with("*")) call.is_partial = true;
}

JwtCall call_at(const PythonSource& source, std::size_t open, std::size_t close) {
  JwtCall call{open, close, "", "", false};
  std::size_t index = 0, first = open + 1;
  for (auto i = first; i <= close; ++i) {
    const bool is_comma = source.is(i, ",") && source.tokens()[i].depth == source.tokens()[open].depth;
    if (!is_comma && i != close) continue;
    if (i > first) take_argument(source, call, first, i, index++);
    first = i + 1;
  }
  return call;
}

std::vector<JwtCall> calls_of(const PythonSource& source, std::string_view function) {
  std::vector<JwtCall> calls;
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    if (!source.is_attribute(i, "jwt", function) || !source.is(i + 3, "(")) continue;
    const auto close = source.closing(i + 3);
    if (close && *close - i < call_tokens_max) calls.push_back(call_at(source, i + 3, *close));
  }
  return calls;
}

bool is_jwt_file(std::string_view text) {
  return contains(text, "import jwt") && (contains(text, "jwt.encode") || contains(text, "jwt.decode"));
}

/// What the project signs with: the same everywhere, by the last of its name, and by which keys.
struct Signing {
  std::set<std::string> algorithms, keys;
};

Signing signing_of(const std::vector<std::string>& files, const Tree& tree) {
  Signing signing;
  for (const auto& path : files) {
    const auto text = tree.read(path).value_or("");
    const PythonSource source(text);
    for (const auto& call : calls_of(source, "encode")) {
      const auto algorithm = call.algorithms.empty() ? std::string(default_algorithm) : call.algorithms;
      signing.algorithms.insert(call.is_partial ? "" : replace_all(std::string(leaf_of(algorithm)), "'", "\""));
      signing.keys.emplace(leaf_of(call.key));
    }
  }
  return signing;
}

bool is_literal(std::string_view expression) {
  return !expression.empty() && (expression[0] == '"' || expression[0] == '\'');
}

// How a file says what the project signs with: as its own call of encode does; a literal anywhere; a constant that it has by its name.
std::string spoken_in(const PythonSource& source, const std::string& algorithm) {
  for (const auto& call : calls_of(source, "encode")) {
    if (!call.algorithms.empty()) return call.algorithms;
  }
  if (is_literal(algorithm) || binds_at_top(source, algorithm)) return algorithm;
  return "";
}

std::vector<Edit> edits_of(const PythonSource& source, const Signing& signing) {
  std::vector<Edit> edits;
  const auto algorithm = spoken_in(source, *signing.algorithms.begin());
  if (algorithm.empty()) return {};
  for (const auto& call : calls_of(source, "decode")) {
    const bool is_own = signing.keys.contains(std::string(leaf_of(call.key)));
    if (call.is_partial || !call.algorithms.empty() || !is_own) continue;
    edits.push_back(with_argument(source, call.open, call.close, "algorithms=[" + algorithm + "]"));
  }
  return edits;
}

}  // namespace

std::vector<Patch> name_jwt_algorithms(const Patient& patient) {
  std::vector<std::string> files;
  for (const auto& path : python_files(patient.tree, is_no_test_file)) {
    if (!is_vendored(path) && is_jwt_file(patient.tree.read(path).value_or(""))) files.push_back(path);
  }
  const auto signing = signing_of(files, patient.tree);
  const bool is_one = signing.algorithms.size() == 1 && !signing.algorithms.begin()->empty();
  Draft draft(patient.tree);
  for (const auto& path : is_one ? files : std::vector<std::string>{}) {
    const auto text = draft.read(path).value_or("");
    draft.edit(path, edits_of(PythonSource(text), signing));
  }
  return draft.patches();
}

}  // namespace regreen
