// python.name-algorithms: since PyJWT 2 whoever reads a token says by which algorithms it may be signed. What the project signs its own
// tokens with, by the same key, it accepts, and nothing else.
//
//   jwt.decode(token, KEY)  →  jwt.decode(token, KEY, algorithms=[ALGORITHM])          for jwt.encode(claims, KEY, algorithm=ALGORITHM)
//
// Tokens that others sign are left: nothing of the project tells how. So are calls that do not verify.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/place.h"
#include "mend/python/fixers.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/names.h"
#include "mend/python/language/project.h"
#include "mend/python/language/source.h"
#include "mend/text/code_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace regreen {
namespace {

constexpr std::string_view default_algorithm = "\"HS256\"";  // of jwt.encode()

/// A call of jwt.encode or jwt.decode.
struct JwtCall {
  std::size_t open = 0, close = 0;
  std::string key;          ///< the expression; empty where it has none
  PyValue algorithms = {};  ///< `algorithm` or `algorithms`; empty where it has none
  bool is_partial = false;  ///< options, *args or **options, verify=…: more than is read here

  bool has_algorithms() const { return algorithms.first < algorithms.last; }
};

void take_argument(const PythonSource& source, JwtCall& call, PyValue value, std::size_t index) {
  const bool is_keyword = value.first + 1 < value.last && source.is(value.first + 1, "=");
  const auto name = source.text(value.first);
  if (name.starts_with("*") || (is_keyword && (name == "options" || name == "verify"))) call.is_partial = true;
  const auto is = [&](std::string_view word, std::size_t place) { return is_keyword ? name == word : index == place; };
  const bool is_key = is("key", 1), is_algorithm = is("algorithm", 2) || is("algorithms", 2);
  if (is_keyword) value.first += 2;
  if (is_key) call.key = written(source, value);
  if (is_algorithm) call.algorithms = value;
}

JwtCall call_at(const PythonSource& source, std::size_t open, std::size_t close) {
  JwtCall call{open, close, "", {}, false};
  std::size_t index = 0;
  for (const auto& argument : arguments_between(source, open, close)) take_argument(source, call, argument, index++);
  return call;
}

std::vector<JwtCall> calls_of(const PythonSource& source, std::string_view function) {
  std::vector<JwtCall> calls;
  for (std::size_t i = 0; i + 3 < source.tokens().size(); ++i) {
    if (!source.is_attribute(i, "jwt", function) || !source.is(i + 3, "(")) continue;
    const auto close = closing_of_call(source, i + 3);
    if (close) calls.push_back(call_at(source, i + 3, *close));
  }
  return calls;
}

bool is_jwt_file(std::string_view text) {
  return text.size() <= source_bytes_max && contains(text, "import jwt") &&
         (contains(text, "jwt.encode") || contains(text, "jwt.decode"));
}

/// By what is signed with each key, both by the last of their names; "" among it where that is not plain.
using ByKey = std::map<std::string, std::set<std::string>, std::less<>>;
struct Signing {
  ByKey by_key;
  bool by_secrets = false;  ///< all of it by keys that nobody else has: HMAC
};

// Strings, names and what they hold: "HS256", ALGORITHM, settings["ALGORITHM"].
bool is_plain(const PythonSource& source, const PyValue& value) {
  for (auto i = value.first; i < value.last; ++i) {
    const bool is_string =
        source.tokens()[i].kind == PyKind::string && (source.text(i)[0] == '"' || source.text(i)[0] == '\'');
    if (!is_string && !source.is_name(i) && !source.is(i, ".") && !source.is(i, "[") && !source.is(i, "]"))
      return false;
  }
  return true;
}

// By what a call of encode signs, by the last of its name; "" where that is not plain.
std::string algorithm_of(const PythonSource& source, const JwtCall& call) {
  if (call.is_partial || !is_plain(source, call.algorithms)) return "";
  if (!call.has_algorithms()) return std::string(default_algorithm);
  return replace_all(std::string(leaf_of(written(source, call.algorithms))), "'", "\"");
}

std::set<std::string> all_of(const ByKey& signing) {
  std::set<std::string> all;
  for (const auto& [key, algorithms] : signing) all.insert(algorithms.begin(), algorithms.end());
  return all;
}

// "HS256", and a constant of one of the files that says so.
bool is_hmac(const std::string& algorithm, const std::vector<std::string>& texts) {
  if (algorithm.starts_with("\"HS")) return true;
  return is_python_name(algorithm) && std::ranges::any_of(texts, [&](const std::string& text) {
           return contains(text, "\n" + algorithm + " = \"HS") || contains(text, "\n" + algorithm + " = 'HS");
         });
}

Signing signing_of(const std::vector<std::string>& files, const Tree& tree) {
  Signing signing;
  std::vector<std::string> texts;
  for (const auto& path : files) {
    texts.push_back(tree.read(path).value_or(""));
    const PythonSource source(texts.back());
    for (const auto& call : calls_of(source, "encode"))
      signing.by_key[std::string(leaf_of(call.key))].insert(algorithm_of(source, call));
  }
  signing.by_secrets =
      std::ranges::all_of(all_of(signing.by_key), [&](const std::string& one) { return is_hmac(one, texts); });
  return signing;
}

// By what the tokens of a key are signed. Where the project signs in several ways, a key of the module itself is the one that the same module
// signs with, and a parameter only where all keys are secrets: a public key that is taken for a secret would let anybody sign.
std::string signed_by(const PythonSource& source, const std::string& key, const Signing& anywhere) {
  const auto everywhere = anywhere.by_key.find(leaf_of(key));
  if (everywhere == anywhere.by_key.end()) return "";
  const auto all = all_of(anywhere.by_key);
  if (all.size() == 1) return *all.begin();
  std::set<std::string> here;
  for (const auto& call : calls_of(source, "encode")) {
    if (call.key == key) here.insert(algorithm_of(source, call));
  }
  if (!is_python_name(key) || here.size() != 1) return "";
  const bool is_known = binds_at_top(source, key) ? everywhere->second.size() == 1 : anywhere.by_secrets;
  return is_known ? *here.begin() : "";
}

// How a file says what the project signs with: as its own call of encode does, where that means the same everywhere in the file; a
// literal anywhere; a constant that it has by its name.
std::string spoken_in(const PythonSource& source, const std::string& algorithm) {
  const auto top = names_at_top(source);
  const auto is_of_top = [&](const PyValue& value) {
    for (auto i = value.first; i < value.last; ++i) {
      if (source.is_name(i) && !source.is(i - 1, ".") && !top.contains(source.text(i))) return false;
    }
    return true;
  };
  for (const auto& call : calls_of(source, "encode")) {
    const bool is_it = call.has_algorithms() && algorithm_of(source, call) == algorithm;
    if (is_it && is_of_top(call.algorithms)) return written(source, call.algorithms);
  }
  return algorithm[0] == '"' || top.contains(algorithm) ? algorithm : "";
}

std::vector<Edit> edits_of(const PythonSource& source, const Signing& anywhere) {
  std::vector<Edit> edits;
  for (const auto& call : calls_of(source, "decode")) {
    if (call.is_partial || call.has_algorithms()) continue;
    const auto algorithm = signed_by(source, call.key, anywhere);
    const auto spoken = algorithm.empty() ? "" : spoken_in(source, algorithm);
    if (!spoken.empty()) edits.push_back(with_argument(source, call.open, call.close, "algorithms=[" + spoken + "]"));
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
  Draft draft(patient.tree);
  for (const auto& path : files) {
    const auto text = draft.read(path).value_or("");
    draft.edit(path, edits_of(PythonSource(text), signing));
  }
  return draft.patches();
}

}  // namespace regreen
