#include "mend/format/yaml_values.h"

#include "base/text.h"
#include "mend/format/yaml_check.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "model/patch.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

/// A scalar on a line.
struct Scalar {
  std::size_t begin = 0;
  std::string_view key, text;  ///< the key before it on the line; the value with its quotes

  char quote() const { return !text.empty() && contains("'\"", text.substr(0, 1)) ? text[0] : '\0'; }
};

// The plain or quoted scalar at a column, to its end on the line; empty where something else begins there.
Scalar scalar_at(std::string_view line, std::size_t column) {
  Scalar scalar;
  if (column == 0 || column > line.size()) return scalar;
  scalar.begin = column - 1;
  auto rest = line.substr(scalar.begin);
  const bool in_flow = contains(line.substr(0, scalar.begin), "{") || contains(line.substr(0, scalar.begin), "[");
  auto end = rest.size();
  if (contains("'\"", rest.substr(0, 1))) {
    const auto close = rest.find(rest[0], 1);
    if (close == std::string_view::npos || contains(rest.substr(0, close), "\\")) return scalar;
    if (rest.substr(close + 1).starts_with(rest[0])) return scalar;
    end = close + 1;
  } else {
    if (in_flow) end = std::min(end, rest.find_first_of(",]}"));
    end = std::min(end, rest.find(" #"));
  }
  scalar.text = trim(rest.substr(0, end));
  const auto front = trim(line.substr(0, scalar.begin));
  if (front.ends_with(':')) {
    const auto key = front.substr(0, front.size() - 1);
    scalar.key = key.substr(key.find_last_of(" {,'\"") + 1);
  }
  return scalar;
}

// Kubernetes wants the modes of files as numbers, and JSON knows decimal ones only.
bool is_manifest(std::string_view text) {
  const std::string lines = "\n" + std::string(text);
  return contains(lines, "\napiVersion:") && contains(lines, "\nkind:");
}

bool is_of_ansible(std::string_view file) {
  const auto path = "/" + std::string(file);
  return std::ranges::any_of(std::to_array<std::string_view>(
                                 {"/roles/", "/tasks/", "/handlers/", "/playbooks/", "/group_vars/", "/host_vars/"}),
                             [&](auto part) { return contains(path, part); });
}

// Does a program of the tree speak of the key? It may count with the value.
bool is_read_by_program(const Tree& tree, std::string_view key) {
  static constexpr auto endings = std::to_array<std::string_view>(
      {".py", ".go", ".js", ".mjs", ".cjs", ".ts", ".rb", ".java", ".kt", ".rs", ".c", ".cc", ".cpp", ".cs", ".php"});
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    const bool is_program = std::ranges::any_of(endings, [&](auto end) { return path.ends_with(end); });
    return is_program && !words_in(tree.read(path).value_or(""), key).empty();
  });
}

// `mode: 0755` → `mode: "0755"`; in a manifest `mode: 493`
std::string without_octal(const Tree& tree, std::string_view file, std::string_view text, const Scalar& scalar) {
  auto digits = scalar.text;
  const bool is_explicit = digits.starts_with("0o");
  if (is_explicit) digits.remove_prefix(2);
  if (digits.empty() || digits.size() > 10 || digits.find_first_not_of("01234567") != std::string_view::npos) return "";
  if (is_manifest(text)) {
    unsigned long number = 0;
    for (const char c : digits) number = number * 8 + static_cast<unsigned long>(c - '0');
    return std::to_string(number);
  }
  if (is_of_ansible(file)) return "\"" + std::string(is_explicit ? "0" : "") + std::string(digits) + "\"";
  if (is_explicit || scalar.key.empty() || is_read_by_program(tree, scalar.key)) return "";
  return "\"" + std::string(digits) + "\"";
}

// "string value is not quoted with double quotes", "string value is redundantly quoted with any quotes"
std::string with_quotes(const Scalar& scalar, std::string_view said) {
  const auto inner = scalar.quote() == '\0' ? scalar.text : scalar.text.substr(1, scalar.text.size() - 2);
  if (contains(said, "redundantly quoted")) return scalar.quote() == '\0' ? "" : std::string(inner);
  const bool single = contains(said, "single quotes");
  const std::string quote = single ? "'" : "\"";
  if (contains(inner, quote) || contains(inner, "\\")) return "";
  return quote + std::string(inner) + quote;
}

// Do both texts hold the same words, however they are quoted?
bool says_the_same(const std::string& one, const std::string& other) {
  const auto plain = [](std::string text) {
    std::erase_if(text, [](char c) { return c == '"' || c == '\''; });
    return text;
  };
  return !first_yaml_mistake(other) && plain(one) == plain(other);
}

}  // namespace

std::string with_yaml_values(const Tree& tree, std::string_view file, std::string text,
                             std::span<const YamlFinding> findings) {
  std::vector<YamlFinding> from_behind(findings.begin(), findings.end());
  std::ranges::sort(from_behind, std::greater{});
  for (const auto& finding : from_behind) {
    const bool is_octal = contains(finding.text, "plicit octal value");
    const bool is_quoted = contains(finding.text, "quoted") && contains(finding.text, "string value is ");
    const bool is_decimal = contains(finding.text, "decimal missing 0 prefix");
    const Lines lines(text);
    if (!(is_octal || is_quoted || is_decimal) || !lines.has(finding.line)) continue;
    const auto line = lines.line(finding.line);
    // The column is that of the value, or, of a number, of what follows it.
    auto column = finding.column;
    if (is_octal) {
      const auto value = between(finding.text, "value \"", "\"");
      const auto at = value.empty() ? std::string_view::npos : line.rfind(value, finding.column - 1);
      if (at == std::string_view::npos) continue;
      column = at + 1;
    }
    const auto scalar = scalar_at(line, column);
    if (scalar.text.empty()) continue;
    const auto now = is_octal     ? without_octal(tree, file, text, scalar)
                     : is_decimal ? (scalar.text.starts_with('.') ? "0" : "") + std::string(scalar.text)
                                  : with_quotes(scalar, finding.text);
    if (now.empty() || now == scalar.text) continue;
    auto after = apply_edits(text, {{lines.begin(finding.line) + scalar.begin, scalar.text.size(), now}});
    if (after && (is_quoted ? says_the_same(text, *after) : !first_yaml_mistake(*after))) text = std::move(*after);
  }
  return text;
}

}  // namespace regreen
