#include "diagnose/signature.h"

#include "base/among.h"
#include "base/hash.h"
#include "base/template.h"
#include "diagnose/checkout.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

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
  const std::string path = Checkouts().relative(printed);
  if (!path.starts_with('/')) return path;
  const auto last = path.rfind('/');
  const auto previous = last == 0 ? std::string::npos : path.rfind('/', last - 1);
  return previous == std::string::npos ? path : path.substr(previous + 1);
}

// Whether a number is 0 matters to a reader, not to what failed.
std::string stable_text(std::string_view text) {
  std::string stable = template_of(text);
  std::ranges::replace(stable, '0', 'N');
  return stable;
}

std::string stable(Kind kind, const std::string& value) {
  if (kind == Kind::path) return stable_path(value);
  return kind == Kind::text ? stable_text(value) : value;
}

// Mistakes in a file: the same words about another file are another failure.
constexpr auto of_a_file =
    std::to_array<std::string_view>({"syntax_error", "type_error", "compile_error", "lint", "format"});

bool belongs_to_file(const Diagnosis& diagnosis) {
  return !diagnosis.locations.empty() && is_among(diagnosis.category, of_a_file);
}

}  // namespace

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
  if (!told && !diagnosis.evidence.empty()) text += " " + stable_text(diagnosis.evidence.front().text);
  if (!names_file && belongs_to_file(diagnosis)) {  // its folder may differ between machines
    const std::string& file = diagnosis.locations.front().file;
    text += " in=" + file.substr(file.rfind('/') + 1);
  }
  return text;
}

Signature signature_of(const Diagnosis& diagnosis) { return {hash_hex(readable_signature(diagnosis))}; }

}  // namespace regreen
