// js.replace-hash: a name or key is made with a hash that OpenSSL 3 no longer offers. Where a source cuts its text short
// ("createHash('md4')….digest('hex').slice(0, 10)"), nobody can compare it with what another program made: SHA-256 does as
// well, in the files that the log names, and where that is not enough, in all. Anywhere else the hash may be part of a protocol
// or format, and is left alone.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/node/fixers.h"
#include "mend/node/language/script_names.h"
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

const OldHash* old_hash(std::string_view name) {
  const auto row = std::ranges::find(old_hashes, lower(name), &OldHash::name);
  return row == old_hashes.end() ? nullptr : &*row;
}

/// The name of an old hash between quotes, and where it begins.
struct Literal {
  std::size_t at = npos;
  std::string_view name;
};

// "'md4'" at a byte.
Literal literal_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || !contains("'\"", text.substr(at, 1))) return {};
  const auto close = text.find(text[at], at + 1);
  const auto name = text.substr(at + 1, close == npos ? 0 : close - at - 1);
  return old_hash(name) == nullptr ? Literal{} : Literal{at + 1, name};
}

// The literal of `const NAME = 'md4'` where NAME stands nowhere else but in calls `createHash(NAME)` whose texts are cut short.
// Who exports it lets others use it.
Literal constant_of(std::string_view text, std::string_view code, std::string_view name) {
  Literal literal;
  const auto uses = words_in(code, name);
  const auto is_declared = [&](std::size_t use) { return trim(line_before(code, use)) == "const"; };
  for (const auto use : uses) {
    if (!is_declared(use)) continue;
    const auto equals = code.find_first_of("=;\n", use);
    if (literal.at != npos || equals == npos || code[equals] != '=') return {};
    literal = literal_at(text, code.find_first_not_of(' ', equals + 1));
  }
  if (literal.at == npos) return {};
  const auto is_plain = [&](std::size_t use) {
    const auto front = code.substr(0, use);
    return is_declared(use) ||
           (front.ends_with("createHash(") && is_cut_short(text, code, use - 11, *old_hash(literal.name)));
  };
  return std::ranges::all_of(uses, is_plain) ? literal : Literal{};
}

// The names in `createHash('md4')`, and those of constants that are handed to it.
std::vector<Edit> replaced(std::string_view text) {
  const auto code = code_only(text, Speech::javascript);
  std::vector<Edit> edits;
  for (const auto at : words_in(code, "createHash")) {
    const auto open = at + 10;
    if (open + 1 >= code.size() || code[open] != '(') continue;
    auto literal = literal_at(text, open + 1);
    if (literal.at != npos && !is_cut_short(text, code, at, *old_hash(literal.name))) continue;
    if (const auto name = word_at(code, open + 1); literal.at == npos && !name.empty())
      literal = constant_of(text, code, name);
    const bool is_new = std::ranges::find(edits, literal.at, &Edit::offset) == edits.end();
    if (literal.at != npos && is_new) edits.push_back({literal.at, literal.name.size(), "sha256"});
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
