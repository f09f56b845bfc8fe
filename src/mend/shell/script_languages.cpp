// ruby.add-require, ruby.thaw-string, php.fix-syntax, perl.declare: what Ruby, PHP and Perl say outright.

#include "base/text.h"
#include "mend/draft.h"
#include "mend/lines.h"
#include "mend/shell/fixers.h"
#include "mend/text/code_text.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>

namespace regreen {
namespace {

struct Library {
  std::string_view constant, file;
};

constexpr auto libraries = std::to_array<Library>({{"JSON", "json"},
                                                   {"Set", "set"},
                                                   {"Date", "date"},
                                                   {"DateTime", "date"},
                                                   {"CSV", "csv"},
                                                   {"YAML", "yaml"},
                                                   {"Psych", "psych"},
                                                   {"Pathname", "pathname"},
                                                   {"OpenStruct", "ostruct"},
                                                   {"SecureRandom", "securerandom"},
                                                   {"FileUtils", "fileutils"},
                                                   {"Digest", "digest"},
                                                   {"URI", "uri"},
                                                   {"Tempfile", "tempfile"},
                                                   {"StringIO", "stringio"},
                                                   {"ERB", "erb"},
                                                   {"Logger", "logger"},
                                                   {"Benchmark", "benchmark"},
                                                   {"Timeout", "timeout"},
                                                   {"Forwardable", "forwardable"},
                                                   {"Singleton", "singleton"},
                                                   {"Open3", "open3"},
                                                   {"Shellwords", "shellwords"},
                                                   {"BigDecimal", "bigdecimal"},
                                                   {"OptionParser", "optparse"},
                                                   {"Base64", "base64"},
                                                   {"Zlib", "zlib"},
                                                   {"Socket", "socket"},
                                                   {"OpenSSL", "openssl"},
                                                   {"Etc", "etc"},
                                                   {"Observable", "observer"},
                                                   {"PStore", "pstore"}});

// Behind the comments at the top of a Ruby file, before its first `require`.
std::size_t place_of_requires(std::string_view text) {
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = trim(lines.line(number));
    if (!line.empty() && line[0] != '#') return lines.begin(number);
  }
  return text.size();
}

std::vector<Edit> require_library(std::string_view text, std::string_view constant) {
  const auto leaf = constant.substr(constant.rfind(':') == std::string_view::npos ? 0 : constant.rfind(':') + 1);
  const auto row = std::ranges::find(libraries, leaf, &Library::constant);
  if (row == libraries.end() || words_in(text, leaf).empty()) return {};
  const std::string quote = contains(text, "require '") ? "'" : "\"";
  const auto line = "require " + quote + std::string(row->file) + quote + "\n";
  if (contains(text, line)) return {};
  const auto at = place_of_requires(text);
  const bool beside = text.substr(at).starts_with("require");
  return {{at, 0, line + (beside ? "" : "\n")}};
}

// `text << x` on the line, and `text = ""` above it.
std::vector<Edit> thaw(std::string_view text, std::size_t number) {
  const Lines lines(text);
  const auto line = lines.line(number);
  const auto shift = line.find(" <<");
  if (shift == std::string_view::npos) return {};
  auto begin = shift;
  while (begin > 0 && (is_word_byte(line[begin - 1]) || line[begin - 1] == '@')) --begin;
  const auto assigned = std::string(line.substr(begin, shift - begin)) + " = ";
  for (auto at = number; at-- > 1;) {
    const auto above = lines.line(at);
    const auto found = above.find(assigned);
    const auto value = found == std::string_view::npos ? found : found + assigned.size();
    if (value == std::string_view::npos || value >= above.size()) continue;
    if (above[value] == '"' || above[value] == '\'') return {{lines.begin(at) + value, 0, "+"}};
    return {};
  }
  return {};
}

// Where a comment begins behind what a line says; its end where none does. In Perl `//` is an operator.
std::size_t comment_on(std::string_view line, bool is_php) {
  for (auto at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
    const auto front = line.substr(0, at), back = line.substr(at + 1);
    const bool is_quoted = std::ranges::count(front, '"') % 2 != 0 || std::ranges::count(front, '\'') % 2 != 0;
    if (!is_quoted && !trim(front).empty() && (back.starts_with('#') || (is_php && back.starts_with("//")))) return at;
  }
  return line.size();
}

// PHP stops at the statement behind the one that does not end.
std::vector<Edit> end_statement(std::string_view text, std::size_t number) {
  const Lines lines(text);
  for (auto at = number; at-- > 1;) {
    const auto line = lines.line(at);
    const auto code = trim(line);
    if (code.empty() || code.starts_with("//") || code.starts_with("*") || code.starts_with("#")) continue;
    const auto statement = line.substr(0, comment_on(line, contains(text, "<?php")));
    if (contains(";{},:(", trim(statement).substr(trim(statement).size() - 1)) || code.starts_with("<?")) return {};
    return {{lines.begin(at) + statement.find_last_not_of(" \t") + 1, 0, ";"}};
  }
  return {};
}

// did you forget to declare "my @words"?
std::vector<Edit> declare_my(std::string_view text, std::size_t number, std::string_view said) {
  const auto open = said.find("\"my ");
  const auto close = open == std::string_view::npos ? open : said.find('"', open + 4);
  if (close == std::string_view::npos) return {};
  const auto name = said.substr(open + 4, close - open - 4);
  const Lines lines(text);
  const auto line = lines.line(number);
  const auto front = indentation(line).size();
  if (!line.substr(front).starts_with(std::string(name) + " =") ||
      line.substr(front).starts_with(std::string(name) + " =~"))
    return {};
  return {{lines.begin(number) + front, 0, "my "}};
}

template <class Change>
std::vector<Patch> at_places(const Patient& patient, std::string_view ending, const Change& change) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_around(patient.tree, occurrence)) {
      const auto text = draft.read(place.file);
      if (!text || place.line == 0 || !(place.file.ends_with(ending) || !contains(name_of(place.file), "."))) continue;
      auto edits = change(*text, place, occurrence);
      if (edits.empty()) continue;
      draft.edit(place.file, std::move(edits));
      break;
    }
  }
  return draft.patches();
}

// "… on line 8", where PHP names the file before it.
std::size_t php_line(const Occurrence& occurrence, std::size_t other) {
  const auto at = occurrence.at.text.rfind(" on line ");
  if (at == std::string::npos) return other;
  return static_cast<std::size_t>(line_number(std::string_view(occurrence.at.text).substr(at + 9)).value_or(0));
}

}  // namespace

std::vector<Patch> add_ruby_require(const Patient& patient) {
  return at_places(patient, ".rb", [](const auto& text, const auto&, const auto& occurrence) {
    return require_library(text, capture(occurrence, "symbol"));
  });
}

std::vector<Patch> thaw_ruby_string(const Patient& patient) {
  return at_places(patient, ".rb",
                   [](const auto& text, const auto& place, const auto&) { return thaw(text, place.line); });
}

std::vector<Patch> fix_php_syntax(const Patient& patient) {
  return at_places(patient, ".php", [](const auto& text, const auto& place, const auto& occurrence) {
    return end_statement(text, php_line(occurrence, place.line));
  });
}

std::vector<Patch> fix_perl_syntax(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    for (const auto& place : places_of(patient.tree, occurrence)) {
      const auto text = draft.read(place.file);
      if (text && place.line > 1) draft.edit(place.file, end_statement(*text, place.line));
    }
  }
  return draft.patches();
}

std::vector<Patch> declare_perl_variable(const Patient& patient) {
  Draft draft(patient.tree);
  for (const auto& occurrence : occurrences_of(patient.diagnosis)) {
    const std::string_view said = occurrence.at.text;
    const auto line = said.rfind(" line "), name = said.rfind(" at ");
    if (line == std::string_view::npos || name == std::string_view::npos || name > line) continue;
    const auto digits = said.substr(line + 6);
    const auto number = line_number(digits.substr(0, digits.find_first_not_of("0123456789")));
    const auto file = find_file(patient.tree, said.substr(name + 4, line - name - 4));
    const auto text = file && number ? draft.read(*file) : std::nullopt;
    if (text) draft.edit(*file, declare_my(*text, static_cast<std::size_t>(*number), said));
  }
  return draft.patches();
}

}  // namespace regreen
