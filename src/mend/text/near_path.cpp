#include "mend/text/near_path.h"

#include "base/character.h"
#include "base/text.h"
#include "mend/place.h"
#include "mend/text/ignored.h"
#include "mend/text/moved_files.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace regreen {
namespace {

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

// How near a path is to the one that was meant: 0 but for case and signs, 1 with a slip or a shortened word in one part or as
// another kind of file, 2 in another folder; 3 where it is another one altogether. What a build makes is in no other folder.
int distance_of(std::string_view wrong, std::string_view path, PlaceKind kind) {
  if (plain_path(replace_all(std::string(wrong), "/", ".")) == plain_path(replace_all(std::string(path), "/", ".")))
    return 0;
  const auto a = split(wrong, '/'), b = split(path, '/');
  if (a.size() == b.size()) {
    std::size_t slips = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] == b[i]) continue;
      const std::size_t limit = a[i].size() < 4 ? 0 : a[i].size() < 8 ? 1 : 2;
      slips += edit_distance(a[i], b[i], limit) <= limit || in_full(a[i]) == in_full(b[i]) ? 1 : 2;
    }
    const bool may_be_converted = kind == PlaceKind::file && folder_of(wrong) == folder_of(path);
    if (slips == 1 || (may_be_converted && is_converted(a.back(), b.back()))) return 1;
  }
  const bool same_name = name_of(wrong) == name_of(path) && contains(name_of(wrong), ".") && !is_build_product(wrong);
  return same_name ? 2 : 3;
}

}  // namespace

std::string plain_path(std::string_view name) {
  std::string word;
  for (const char c : lower(name)) {
    if (is(c, alnum) || c == '.') word += c;
  }
  return word;
}

std::string place_meant_by(const std::string& wrong, const Places& places) {
  std::string found;
  int best = 3;
  bool several = false;
  for (const auto& [path, kind] : places) {
    if (is_laid_aside(path) && !is_laid_aside(wrong)) continue;
    const int distance = distance_of(wrong, path, kind);
    if (distance > best || distance == 3) continue;
    several = distance == best;
    best = distance;
    found = path;
  }
  return several ? "" : found;
}

}  // namespace regreen
