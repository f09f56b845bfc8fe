// js.replace-hash: a name or key is made with a hash that OpenSSL 3 no longer offers. Where a source cuts its text short
// ("createHash('md4')….digest('hex').slice(0, 10)"), nobody can compare it with what another program made: SHA-256 does as
// well, in the files that the log names, and where that is not enough, in all. Anywhere else the hash may be part of a protocol
// or format, and is left alone.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/script_names.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A hash of OpenSSL's legacy provider, and how many bytes it makes.
struct OldHash {
  std::string_view name;
  long bytes;
};
constexpr auto old_hashes = std::to_array<OldHash>({{"md4", 16}, {"mdc2", 16}, {"whirlpool", 64}});

constexpr std::size_t cut_bytes_max = 100;  // of `.slice(0, 10)`
constexpr long new_bytes = 32;              // of SHA-256

// How many characters a text of so many bytes has at the least, as `digest` writes it; 0 where it is no text.
long characters(std::string_view encoding, long bytes) {
  if (encoding == "hex") return 2 * bytes;
  if (encoding == "base64" || encoding == "base64url") return (8 * bytes + 5) / 6;
  return 0;
}

// `.slice(0, 10)`, `.substr(0, 8)`, `.substring(0, 8)`: how many characters it leaves; 0 where it does something else.
long kept_by(std::string_view text) {
  text = trim(text);
  for (const std::string_view call : {".slice(", ".substr(", ".substring("}) {
    if (!text.starts_with(call)) continue;
    const auto arguments = split(text.substr(call.size(), text.find(')') - call.size()), ',');
    if (arguments.size() != 2 || trim(arguments[0]) != "0") return 0;
    return parse_number(trim(arguments[1])).value_or(0);
  }
  return 0;
}

// Where the hash made at `call` says `.digest(`: in the same chain, or by the name that it is given; npos where that is not
// plain.
std::size_t digest_of(std::string_view code, std::size_t call) {
  const auto again = code.find("createHash", call + 1);
  auto digest = code.find(".digest(", call);
  const auto chain = code.substr(call, digest == npos ? 0 : digest - call);
  if (digest != npos && digest < again && !contains(chain, ";")) return digest;
  const auto line = code.rfind('\n', call) + 1;
  const auto front = code.substr(line, call - line);
  const auto equals = front.find('=');
  const auto words = split(trim(front.substr(0, equals == npos ? 0 : equals)), ' ');
  if (words.size() != 2 || !is_identifier(words[1])) return npos;
  const auto named = std::string(words[1]) + ".digest(";
  digest = code.find(named, call);
  return digest == npos || code.find(named, digest + 1) != npos ? npos : digest + words[1].size();
}

// Is the text that the hash at `call` makes cut short?
bool is_cut_short(std::string_view text, std::string_view code, std::size_t call, const OldHash& hash) {
  const auto digest = digest_of(code, call);
  if (digest == npos) return false;
  const auto open = digest + 7, close = closing_bracket(code, open);
  if (close == npos) return false;
  auto encoding = trim(text.substr(open + 1, close - open - 1));
  if (encoding.size() < 3 || !contains("'\"", encoding.substr(0, 1))) return false;
  encoding = encoding.substr(1, encoding.size() - 2);
  const auto kept = kept_by(text.substr(close + 1, cut_bytes_max));
  return kept > 0 && kept < characters(encoding, hash.bytes) && kept <= characters(encoding, new_bytes);
}

// The bytes between the quotes of `createHash('md4')`.
std::vector<Edit> replaced(std::string_view text) {
  const auto code = code_only(text, Speech::javascript);
  std::vector<Edit> edits;
  for (const auto at : words_in(code, "createHash")) {
    const auto open = at + 10;
    if (open + 1 >= code.size() || code[open] != '(' || !contains("'\"", text.substr(open + 1, 1))) continue;
    const auto close = text.find(text[open + 1], open + 2);
    const auto name = text.substr(open + 2, close == npos ? 0 : close - open - 2);
    const auto row = std::ranges::find(old_hashes, lower(name), &OldHash::name);
    if (row != old_hashes.end() && is_cut_short(text, code, at, *row))
      edits.push_back({open + 2, name.size(), "sha256"});
  }
  return edits;
}

void replace_in(const std::string& file, Draft& draft) {
  const auto text = is_script_source(file) ? draft.read(file) : std::nullopt;
  auto edits = text && text->size() <= source_bytes_max ? replaced(*text) : std::vector<Edit>{};
  if (!edits.empty()) draft.edit(file, std::move(edits));
}

}  // namespace

std::vector<Patch> replace_old_hash(const Patient& patient) {
  Draft named(patient.tree), everywhere(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) replace_in(place.file, named);
  }
  if (named.patch().empty()) return {};
  for (const auto& path : patient.tree.list()) {
    if (!is_built(path) || named.patch().find(path) != nullptr) replace_in(path, everywhere);
  }
  auto patches = named.patches();
  if (everywhere.patch() != named.patch()) patches.push_back(everywhere.patch());
  return patches;
}

}  // namespace regreen
