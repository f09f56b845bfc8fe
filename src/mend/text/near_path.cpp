#include "mend/text/near_path.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/slip.h"
#include "mend/text/ignored.h"
#include "model/tree.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace regreen {

std::string plain(std::string_view name) {
  std::string word;
  for (const char c : lower(name)) {
    if (is(c, alnum) || c == '.') word += c;
  }
  return word;
}

namespace {

constexpr std::size_t paths_max = 20'000;
constexpr std::size_t slip_min = 6;  // bytes; "focal" is no slip of "local"

// The words of a path: small, without signs.
std::vector<std::string> words_of(std::string_view path) {
  std::vector<std::string> words(1);
  for (const char c : lower(path)) {
    if (is(c, alnum)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

// README, LICENSE
bool is_in_capitals(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return is_upper(c) || c == '_' || c == '-'; });
}

// Do two names differ only in what they end in, where one such file may well have become the other? One without an ending is a file
// that people read only where it is in capitals.
bool is_converted(std::string_view wrong, std::string_view name) {
  static const std::array<std::set<std::string_view>, 3> kinds = {
      {{"", ".md", ".markdown", ".rst", ".txt", ".adoc"}, {".js", ".cjs", ".mjs"}, {".ini", ".cfg", ".conf"}}};
  const auto ending = [](std::string_view one) { return one.substr(std::min(one.rfind('.'), one.size())); };
  const auto from = ending(wrong), to = ending(name);
  wrong.remove_suffix(from.size());
  name.remove_suffix(to.size());
  const bool are_files = (!from.empty() && !to.empty()) || is_in_capitals(name);
  return are_files && !wrong.empty() && wrong == name && from != to &&
         std::ranges::any_of(kinds, [&](const auto& kind) { return kind.contains(from) && kind.contains(to); });
}

/// A word as people shorten it in names of files, and as it is meant.
struct ShortWord {
  std::string_view word, meant;
};
constexpr auto short_words = std::to_array<ShortWord>({{"prod", "production"},    {"prd", "production"},
                                                       {"dev", "development"},    {"devel", "development"},
                                                       {"stg", "staging"},        {"stage", "staging"},
                                                       {"conf", "configuration"}, {"config", "configuration"},
                                                       {"cfg", "configuration"},  {"req", "requirements"},
                                                       {"reqs", "requirements"},  {"doc", "documentation"},
                                                       {"docs", "documentation"}, {"src", "source"},
                                                       {"sources", "source"},     {"lib", "library"},
                                                       {"libs", "libraries"},     {"env", "environment"},
                                                       {"pkg", "package"},        {"pkgs", "packages"},
                                                       {"util", "utilities"},     {"utils", "utilities"},
                                                       {"db", "database"},        {"img", "image"},
                                                       {"imgs", "images"},        {"auth", "authentication"},
                                                       {"cert", "certificate"},   {"certs", "certificates"},
                                                       {"tmpl", "template"},      {"tpl", "template"},
                                                       {"spec", "specification"}, {"specs", "specifications"},
                                                       {"app", "application"},    {"yml", "yaml"},
                                                       {"jpg", "jpeg"},           {"htm", "html"}});

// "prod.yml" → "production.yaml": every word written out.
std::string in_full(std::string_view name) {
  std::string full, word;
  const auto end_word = [&] {
    const auto row = std::ranges::find(short_words, word, &ShortWord::word);
    full += row == short_words.end() ? word : row->meant;
    word.clear();
  };
  for (const char c : lower(name)) {
    if (is(c, alnum)) {
      word += c;
    } else {
      end_word();
      full += c;
    }
  }
  end_word();
  return full;
}

// A number of a version, or a year: "v2", "2024".
bool is_version(std::string_view word) {
  const auto digits = word.substr(word.starts_with('v') ? 1 : 0);
  return !digits.empty() && std::ranges::all_of(digits, [](char c) { return is_digit(c); });
}

// Does a word, written out, tell for which of several surroundings or of which version something is?
bool is_stage(std::string_view word) {
  static constexpr auto names =
      std::to_array<std::string_view>({"production", "live", "staging", "development", "qa", "uat", "preprod", "canary",
                                       "sandbox", "local", "demo", "preview"});
  return is_version(word) || is_among(word, names);
}

// Is it one of things that nobody uses, or not as they are?
bool is_laid_off(std::string_view word) {
  static constexpr auto marks = std::to_array<std::string_view>(
      {"attic",       "archive",   "archived", "legacy",     "deprecated",   "old",       "obsolete",
       "example",     "examples",  "sample",   "samples",    "backup",       "backups",   "bak",
       "orig",        "trash",     "removed",  "disabled",   "withdrawn",    "retired",   "quarantine",
       "quarantined", "suspended", "unused",   "superseded", "rejected",     "draft",     "drafts",
       "parked",      "inactive",  "expired",  "abandoned",  "discontinued", "graveyard", "experimental"});
  return is_among(word, marks);
}

// The words of one path, written out, that another does not have.
std::vector<std::string> words_beside(std::string_view path, std::string_view other) {
  const auto theirs = words_of(in_full(other));
  auto words = words_of(in_full(path));
  std::erase_if(words, [&](const auto& word) { return is_among(word, theirs); });
  return words;
}

// Does a folder say what kind of files it has, and not whose they are?
bool is_of_a_kind(std::string_view folder) {
  static constexpr auto kinds = std::to_array<std::string_view>(
      {"data",   "testdata", "fixture",      "fixtures",  "resource",   "resources", "asset",  "assets",
       "file",   "files",    "input",        "inputs",    "config",     "configs",   "conf",   "settings",
       "static", "public",   "template",     "templates", "schema",     "schemas",   "locale", "locales",
       "i18n",   "lang",     "translations", "sql",       "migrations", "test",      "tests"});
  return is_among(lower(folder), kinds);
}

// Is it the data of somebody else: of another region, tenant or season, below the same folder and by the same name?
bool is_of_another_one(std::string_view meant, std::string_view wrong) {
  const auto a = split(wrong, '/'), b = split(meant, '/');
  if (a.size() != b.size() || a.front() != b.front() || a.back() != b.back() || !is_data(meant)) return false;
  for (std::size_t i = 1; i + 1 < a.size(); ++i) {
    const bool is_renamed = is_slip(a[i], b[i]) || (is_of_a_kind(a[i]) && is_of_a_kind(b[i]));
    if (in_full(a[i]) != in_full(b[i]) && !is_renamed) return true;
  }
  return false;
}

// How near a path is to the one that was meant: 0 but for case and signs, 1 with a slip or a shortened word in one part or as
// another kind of file, 2 in another folder; 3 where it is another one altogether. What a build makes is in no other folder.
int distance_of(std::string_view wrong, std::string_view path, PlaceKind kind) {
  if (plain(replace_all(std::string(wrong), "/", ".")) == plain(replace_all(std::string(path), "/", "."))) return 0;
  const auto a = split(wrong, '/'), b = split(path, '/');
  if (a.size() == b.size()) {
    std::size_t slips = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] == b[i]) continue;
      const std::size_t limit = a[i].size() < 4 ? 0 : a[i].size() < 8 ? 1 : 2;
      const bool begins_alike =
          !a[i].empty() && !b[i].empty() && lower(a[i])[0] == lower(b[i])[0];  // importer, exporter
      const bool is_near = begins_alike && edit_distance(a[i], b[i], limit) <= limit;
      slips += is_near || in_full(a[i]) == in_full(b[i]) ? 1 : 2;
    }
    const bool may_be_converted = kind == PlaceKind::file && folder_of(wrong) == folder_of(path);
    if (slips == 1 || (may_be_converted && is_converted(a.back(), b.back()))) return 1;
  }
  const bool same_name = name_of(wrong) == name_of(path) && contains(name_of(wrong), ".") && !is_build_product(wrong);
  return same_name ? 2 : 3;
}

}  // namespace

bool may_stand_for(std::string_view meant, std::string_view wrong) {
  const auto lost = words_beside(wrong, meant);
  if (std::ranges::any_of(lost, is_stage) || is_of_another_one(meant, wrong)) return false;
  const auto was_misspelt = [&](const std::string& word) {
    return std::ranges::any_of(lost, [&](const auto& one) {
      return word.size() >= slip_min && !is_version(word) && word[0] == one[0] && is_slip(word, one);
    });
  };
  return std::ranges::all_of(words_beside(meant, wrong), [&](const std::string& word) {
    return !(is_stage(word) || is_laid_off(word)) || was_misspelt(word);
  });
}

Places places_in(const Tree& tree) {
  Places places;
  for (const auto& path : tree.list()) {
    if (places.size() > paths_max) break;
    if (!std::ranges::all_of(path, [](char c) { return is(c, dotted) || c == '/'; })) continue;  // no words of a shell
    places.emplace(path, PlaceKind::file);
    for (auto part = folder_of(path); !part.empty(); part = folder_of(part)) {
      if (!places.emplace(part, PlaceKind::folder).second) break;
    }
  }
  return places;
}

std::string meant_by(const std::string& wrong, const Places& places) {
  std::string found;
  int best = 3;
  bool several = false;
  for (const auto& [path, kind] : places) {
    const int distance = distance_of(wrong, path, kind);
    if (distance > best || distance == 3 || !may_stand_for(path, wrong)) continue;
    several = distance == best;
    best = distance;
    found = path;
  }
  return several ? "" : found;
}

}  // namespace regreen
