#include "diagnose/signature.h"

#include "base/hash.h"
#include "base/text.h"
#include "diagnose/locate.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>

namespace regreen {
namespace {

struct Replacement {
  const char* pattern;
  const char* by;
};

// In this order: a time contains numbers, a path may contain hex.
constexpr auto replacements = std::to_array<Replacement>({
    {R"re(\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?Z?)re", "<time>"},
    {R"re(\b\d\d:\d\d:\d\d(?:[.,]\d+)?)re", "<time>"},
    {R"re(\b\d+(?:\.\d+)?\s?(?:ms|us|ns|s|sec|secs|seconds|minutes|min|m)\b)re", "<duration>"},
    {R"re((?:/tmp|/var/tmp|/private/var/folders)/[^\s:'")]+/)re", "<tmp>/"},
    {R"re(/(?:home|Users)/[^/\s:'"]+/)re", "~/"},
    {R"re(\b0x[0-9a-fA-F]+)re", "<hex>"},
    {R"re(\b[0-9a-fA-F]{7,64}\b)re", "<hex>"},
    {R"re(\d+)re", "N"},
    {R"re(\s+)re", " "},
});

const RE2& pattern_of(std::size_t i) {
  static const auto compiled = [] {
    std::array<std::unique_ptr<RE2>, replacements.size()> all;
    for (std::size_t k = 0; k < all.size(); ++k) all[k] = std::make_unique<RE2>(replacements[k].pattern, RE2::Latin1);
    return all;
  }();
  return *compiled[i];
}

// Names are identities: their digits stay. Places and messages vary.
enum class Kind { name, path, text, left_out };

struct CaptureKind {
  std::string_view capture;
  Kind kind;
};

constexpr auto capture_kinds = std::to_array<CaptureKind>({
    {"line", Kind::left_out},
    {"column", Kind::left_out},
    {"version", Kind::left_out},
    {"expected", Kind::left_out},
    {"actual", Kind::left_out},
    {"detail", Kind::text},
    {"file", Kind::path},
    {"path", Kind::path},
    {"command", Kind::text},
    {"url", Kind::text},
    {"host", Kind::text},
});

Kind kind_of_capture(std::string_view name) {
  for (const auto& row : capture_kinds) {
    if (row.capture == name) return row.kind;
  }
  return Kind::name;
}

// The last two parts of a path that is still absolute: where a repository lies differs between machines.
std::string stable_path(std::string_view printed) {
  const std::string path = repository_path(printed);
  if (!path.starts_with('/')) return path;
  const auto last = path.rfind('/');
  const auto previous = last == 0 ? std::string::npos : path.rfind('/', last - 1);
  return previous == std::string::npos ? path : path.substr(previous + 1);
}

std::string stable(Kind kind, const std::string& value) {
  if (kind == Kind::path) return stable_path(value);
  return kind == Kind::text ? normalised(value) : value;
}

// Mistakes in a file: the same words about another file are another failure.
constexpr auto of_a_file =
    std::to_array<std::string_view>({"syntax_error", "type_error", "compile_error", "lint", "format"});

bool belongs_to_file(const Diagnosis& diagnosis) {
  return !diagnosis.locations.empty() && std::ranges::find(of_a_file, diagnosis.category) != of_a_file.end();
}

}  // namespace

std::string normalised(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < replacements.size(); ++i) RE2::GlobalReplace(&result, pattern_of(i), replacements[i].by);
  return std::string(trim(result));
}

std::string readable_signature(const Diagnosis& diagnosis) {
  std::string text = diagnosis.rule.empty() ? diagnosis.category : diagnosis.rule.value;
  bool told = false, names_file = false;
  for (const auto& [name, value] : diagnosis.captures) {
    const Kind kind = kind_of_capture(name);
    if (kind == Kind::left_out || value.empty() || name == "package") continue;
    text += " " + name + "=" + stable(kind, value);
    told = true;
    names_file |= kind == Kind::path;
  }
  if (!told && !diagnosis.evidence.empty()) text += " " + normalised(diagnosis.evidence.front().text);
  if (!names_file && belongs_to_file(diagnosis)) {  // its folder may differ between machines
    const std::string& file = diagnosis.locations.front().file;
    text += " in=" + file.substr(file.rfind('/') + 1);
  }
  return text;
}

Signature signature_of(const Diagnosis& diagnosis) { return {hash_hex(readable_signature(diagnosis))}; }

}  // namespace regreen
