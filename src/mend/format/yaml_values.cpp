#include "mend/format/yaml_values.h"

#include "base/among.h"
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

// "string value is not quoted with double quotes", "string value is redundantly quoted with any quotes"
std::string with_quotes(const Scalar& scalar, std::string_view said) {
  const auto inner = scalar.quote() == '\0' ? scalar.text : scalar.text.substr(1, scalar.text.size() - 2);
  if (contains(said, "redundantly quoted")) return scalar.quote() == '\0' ? "" : std::string(inner);
  const bool single = contains(said, "single quotes");
  const std::string quote = single ? "'" : "\"";
  if (contains(inner, quote) || contains(inner, "\\")) return "";
  return quote + std::string(inner) + quote;
}

bool is_truth(const YamlFinding& finding) { return contains(finding.text, "truthy value should be"); }

// `yes` is true to YAML 1.1, and a word to YAML 1.2.
std::string truth_of(std::string_view scalar) {
  const auto said = lower(scalar);
  if (said == "yes" || said == "on" || said == "true") return "true";
  return said == "no" || said == "off" || said == "false" ? "false" : "";
}

// Does the line stand below a key whose values are texts to who reads them, whatever YAML takes them for?
bool is_among_texts(const Lines& lines, std::size_t number) {
  static constexpr auto keys = std::to_array<std::string_view>({"environment", "env", "args", "labels", "annotations"});
  const auto depth = indentation(lines.line(number)).size();
  for (auto above = number; above-- > 1;) {
    const auto line = lines.line(above);
    if (trim(line).empty() || indentation(line).size() >= depth) continue;
    const auto said = trim(line);
    return is_among(said.substr(0, said.find(':')), keys);
  }
  return false;
}

std::string truth_on(const Lines& lines, std::size_t number, std::string_view scalar) {
  const auto truth = truth_of(scalar);
  return truth.empty() || !is_among_texts(lines, number) ? truth : "\"" + std::string(scalar) + "\"";
}

// The word at a column; none where it is a key: such as `on` are nobody's truth.
Scalar word_on(std::string_view line, std::size_t column) {
  Scalar word;
  if (column == 0 || column > line.size()) return word;
  word.begin = column - 1;
  auto end = word.begin;
  while (end < line.size() && is_word_byte(line[end])) ++end;
  if (line.substr(end, 1) != ":") word.text = line.substr(word.begin, end - word.begin);
  return word;
}

// What a finding is about: the column is that of the value, or, of a number, of what follows it.
Scalar scalar_of(std::string_view line, const YamlFinding& finding) {
  if (is_truth(finding)) return word_on(line, finding.column);
  const auto number = between(finding.text, "octal value \"", "\"");
  if (number.empty()) return scalar_at(line, finding.column);
  const auto at = finding.column == 0 ? std::string_view::npos : line.rfind(number, finding.column - 1);
  return at == std::string_view::npos ? Scalar() : scalar_at(line, at + 1);
}

}  // namespace

// Does a program of the tree speak of the key? It may count with the value.
bool YamlValues::is_read_by_program(std::string_view key) {
  static constexpr auto endings = std::to_array<std::string_view>(
      {".py", ".go", ".js", ".mjs", ".cjs", ".ts", ".rb", ".java", ".kt", ".rs", ".c", ".cc", ".cpp", ".cs", ".php"});
  const auto [known, is_new] = is_read_.try_emplace(std::string(key));
  if (is_new) {
    known->second = std::ranges::any_of(tree_.list(), [&](const auto& path) {
      const bool is_program = std::ranges::any_of(endings, [&](auto end) { return path.ends_with(end); });
      return is_program && !words_in(tree_.read(path).value_or(""), key).empty();
    });
  }
  return known->second;
}

// Does who reads the value take a text for an octal number? Ansible does, and what asks for the modes of files.
bool YamlValues::is_text_of_octals(std::string_view file, std::string_view key) {
  static constexpr auto keys = std::to_array<std::string_view>({"mode", "umask", "permissions"});
  return is_of_ansible(file) || (is_among(key, keys) && !is_read_by_program(key));
}

// `mode: 0755` → `mode: "0755"`; in a manifest `mode: 493`
std::string YamlValues::without_octal(std::string_view file, std::string_view text, std::string_view key,
                                      std::string_view number) {
  const bool is_explicit = number.starts_with("0o");
  const auto digits = number.substr(is_explicit ? 2 : 0);
  if (digits.empty() || digits.size() > 10 || digits.find_first_not_of("01234567") != std::string_view::npos) return "";
  if (is_manifest(text)) {
    unsigned long value = 0;
    for (const char c : digits) value = value * 8 + static_cast<unsigned long>(c - '0');
    return std::to_string(value);
  }
  if (!is_text_of_octals(file, key) || (is_explicit && !is_of_ansible(file))) return "";
  return "\"" + std::string(is_explicit ? "0" : "") + std::string(digits) + "\"";
}

std::string YamlValues::with_value(std::string_view file, const std::string& text, const YamlFinding& finding) {
  const bool is_octal = contains(finding.text, "plicit octal value");
  const bool is_quoted = contains(finding.text, "quoted") && contains(finding.text, "string value is ");
  const bool is_decimal = contains(finding.text, "decimal missing 0 prefix");
  if (!is_octal && !is_quoted && !is_decimal && !is_truth(finding)) return text;
  const Lines lines(text);
  const auto scalar = scalar_of(lines.line(finding.line), finding);
  if (scalar.text.empty()) return text;
  const auto now = is_octal            ? without_octal(file, text, scalar.key, scalar.text)
                   : is_truth(finding) ? truth_on(lines, finding.line, scalar.text)
                   : is_decimal        ? (scalar.text.starts_with('.') ? "0" : "") + std::string(scalar.text)
                                       : with_quotes(scalar, finding.text);
  if (now.empty() || now == scalar.text) return text;
  auto after = apply_edits(text, {{lines.begin(finding.line) + scalar.begin, scalar.text.size(), now}});
  const bool is_right = after && (is_quoted ? same_yaml(text, *after, Quotes::any) : !first_yaml_mistake(*after));
  return is_right ? std::move(*after) : text;
}

}  // namespace regreen
