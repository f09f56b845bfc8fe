#include "mend/python/versions/regex_data.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/format/json_text.h"
#include "mend/kind.h"
#include "mend/place.h"
#include "mend/python/language/expression.h"
#include "mend/python/language/import.h"
#include "mend/python/language/source.h"
#include "mend/trace.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;
/// A module that reads data, and the endings of its files.
struct Format {
  std::string_view module;
  std::array<std::string_view, 2> endings;
};
constexpr auto formats = std::to_array<Format>({{"json", {".json", ".json"}},
                                                {"yaml", {".yml", ".yaml"}},
                                                {"tomllib", {".toml", ".toml"}},
                                                {"tomli", {".toml", ".toml"}},
                                                {"toml", {".toml", ".toml"}}});

// A list of rules for several engines names them so: in others the flag holds from where it stands.
constexpr auto engine_keys = std::to_array<std::string_view>(
    {"engine", "flavor", "flavour", "dialect", "syntax", "lang", "language", "kind", "type", "tool"});
constexpr std::size_t value_max = 4'000, texts_max = 500;

constexpr auto regex_functions = std::to_array<std::string_view>(
    {"compile", "match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"});

// "… not at the start of the expression at position 13"
std::optional<std::size_t> position_in(std::string_view said) {
  constexpr std::string_view mark = " at position ";
  const auto at = said.rfind(mark);
  if (at == npos) return std::nullopt;
  const auto digits = said.substr(at + mark.size());
  const auto number = parse_number(digits.substr(0, digits.find_first_not_of("0123456789")));
  return number && *number > 0 ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

// The text of a plain string; "" for others.
std::string_view plain_text(const PythonSource& source, std::size_t token) {
  const auto literal = source.text(token);
  const bool is_plain = literal.size() > 2 && (literal[0] == '"' || literal[0] == '\'') && literal[1] != literal[0];
  return is_plain && !contains(literal, "\\") ? literal.substr(1, literal.size() - 2) : "";
}

// The key of `entry["pattern"]` and `entry.get("pattern")`; "" for other values.
std::string_view key_of(const PythonSource& source, const PyValue& value) {
  const auto string = value.last < value.first + 4 ? 0 : value.last - 2;
  if (string == 0) return "";
  const bool is_index = source.is(string - 1, "[") && source.is(string + 1, "]");
  const bool is_got = source.is(string - 1, "(") && source.is(string + 1, ")") && source.is(string - 2, "get") &&
                      source.is(string - 3, ".");
  return is_index || is_got ? plain_text(source, string) : "";
}

// The same for a name that its function gives such a value.
std::string_view key_behind(const PythonSource& source, std::size_t statement, const PyValue& value) {
  if (value.last != value.first + 1 || !source.is_name(value.first)) return key_of(source, value);
  const auto function = function_around(source, statement);
  const auto bound =
      function ? only_value_of(source, function->head + 1, function->end, source.text(value.first)) : std::nullopt;
  return bound ? key_of(source, *bound) : "";
}

// The key whose value a line makes a regular expression of: `re.compile(entry["pattern"], re.M)`; "" where it makes none, or several.
std::string key_on_line(const PythonSource& source, std::size_t line) {
  const auto* one = source.statement_at(line);
  if (one == nullptr) return "";
  const auto index = static_cast<std::size_t>(one - source.statements().data());
  std::set<std::string_view> keys;
  for (auto i = one->first; i + 3 < one->last; ++i) {
    const bool is_call = source.is(i, "re") && source.is(i + 1, ".") && is_among(source.text(i + 2), regex_functions) &&
                         source.is(i + 3, "(");
    const auto close = is_call ? closing_of_call(source, i + 3) : std::nullopt;
    const auto arguments = close ? arguments_between(source, i + 3, *close) : std::vector<PyValue>{};
    if (!arguments.empty()) keys.insert(key_behind(source, index, arguments[0]));
  }
  return keys.size() == 1 ? std::string(*keys.begin()) : "";
}

/// A text in a file of data: what stands between its quotes, or a plain one of YAML.
struct DataText {
  std::size_t begin = 0, end = 0;
  char quote = 0;
};

// Where a text that opens at `at` ends; nothing where it is of no kind that is read here.
std::optional<DataText> text_at(std::string_view data, std::size_t at, bool is_yaml) {
  const auto line_end = at + std::min(data.substr(at, value_max).find('\n'), data.substr(at, value_max).size());
  const char first = at < line_end ? data[at] : ' ';
  if (first == '"' || first == '\'') {
    auto end = at + 1;
    while (end < line_end && data[end] != first) end += first == '"' && data[end] == '\\' ? 2 : 1;
    const bool is_closed = end < line_end && data.substr(end + 1, 1) != std::string_view(&first, 1);
    return is_closed ? std::optional(DataText{at + 1, end, first}) : std::nullopt;
  }
  if (!is_yaml || contains(" |>[{&*!#%@`-?,]}", std::string_view(&first, 1))) return std::nullopt;
  const auto line = data.substr(at, line_end - at);
  const auto text = trim(line.substr(0, line.find(" #")));
  return text.empty() ? std::nullopt : std::optional(DataText{at, at + text.size(), 0});
}

// Is nothing but blanks and a dash of YAML before a place on its line?
bool begins_line(std::string_view data, std::size_t at) {
  while (at > 0 && contains(" \t-", data.substr(at - 1, 1))) --at;
  return at == 0 || data[at - 1] == '\n';
}

// The texts that a file gives a key; the first ones where there are very many.
std::vector<DataText> texts_of(std::string_view file, std::string_view data, std::string_view key) {
  const bool is_json = file.ends_with(".json"), is_toml = file.ends_with(".toml");
  std::vector<DataText> texts;
  for (auto at = data.find(key); at != npos; at = data.find(key, at + key.size())) {
    const auto behind = at + key.size();
    const bool is_quoted = at > 0 && (data[at - 1] == '"' || (!is_json && data[at - 1] == '\'')) &&
                           data.substr(behind, 1) == data.substr(at - 1, 1);
    const bool is_bare = !is_json && !is_quoted && begins_line(data, at);
    const auto sign = data.find_first_not_of(" \t", behind + (is_quoted ? 1 : 0));
    if ((!is_quoted && !is_bare) || sign == npos || data[sign] != (is_toml ? '=' : ':')) continue;
    const auto value = data.find_first_not_of(" \t", sign + 1);
    if (value == npos || (!is_json && !is_toml && value == sign + 1)) continue;
    if (const auto text = text_at(data, value, !is_json && !is_toml)) texts.push_back(*text);
    if (texts.size() > texts_max) break;
  }
  return texts;
}

// How many bytes the character at a place takes where it is written.
std::size_t written_length(std::string_view data, std::size_t at, char quote) {
  if (quote == '"' && data[at] == '\\')
    return data.substr(at + 1, 1) == "u" ? 6 : data.substr(at + 1, 1) == "x" ? 4 : 2;
  std::size_t length = 1;
  while (at + length < data.size() && (static_cast<unsigned char>(data[at + length]) & 0xc0) == 0x80) ++length;
  return length;
}

// Does the text have flags where so many characters stand before them?
bool has_flags_at(std::string_view data, const DataText& text, std::size_t position) {
  auto at = text.begin;
  for (std::size_t i = 0; i < position && at < text.end; ++i) at += written_length(data, at, text.quote);
  const auto flags = at < text.end ? flags_at(data, at) : "";
  return !flags.empty() && at + flags.size() <= text.end;
}

// Is a file written by a program, or are its rules for several engines?
bool is_for_others(std::string_view file, std::string_view data) {
  if (says_generated(data)) return true;
  return std::ranges::any_of(engine_keys, [&](auto key) {
    std::set<std::string_view> values;
    for (const auto& text : texts_of(file, data, key)) values.insert(data.substr(text.begin, text.end - text.begin));
    return values.size() > 1;
  });
}

// Does a program in another language name the file?
bool is_named_elsewhere(const Tree& tree, std::string_view name) {
  static constexpr auto endings = std::to_array<std::string_view>(
      {".js", ".ts", ".mjs", ".go", ".java", ".kt", ".rs", ".rb", ".php", ".pl", ".sh", ".c", ".cpp", ".cs"});
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    return is_among(path.substr(std::min(path.rfind('.'), path.size())), endings) && !is_vendored(path) &&
           contains(tree.read(path).value_or(""), name);
  });
}

// The endings of the files that a module reads, as far as its imports tell.
std::set<std::string_view> endings_read_by(const PythonSource& source) {
  std::set<std::string_view> endings;
  for (const auto& one : imports_of(source)) {
    for (const auto& format : formats) {
      const auto is_it = [&](const auto& name) { return name.name == format.module; };
      if (one.module == format.module || (!one.is_from && std::ranges::any_of(one.names, is_it)))
        endings.insert(format.endings.begin(), format.endings.end());
    }
  }
  return endings;
}

// The words of all strings of the traced files, which name the folder or file that is read.
std::set<std::string, std::less<>> words_in_strings(const Tree& tree, const std::vector<TreePlace>& places) {
  std::set<std::string, std::less<>> words;
  for (const auto& place : places) {
    const auto text = place.file.ends_with(".py") ? tree.read(place.file).value_or("") : "";
    const PythonSource source(text);
    for (const auto& token : source.tokens()) {
      if (token.kind != PyKind::string) continue;
      std::string literal(source.text(token));
      std::ranges::replace_if(
          literal, [](char c) { return !is(c, dotted) && c != '*'; }, ' ');
      for (const auto word : split(literal, ' ')) words.emplace(word);
    }
  }
  words.erase("");
  return words;
}

/// A file of rules, and whether it has such a flag.
struct RuleFile {
  std::string path, data;
  bool has_flags = false;
};

// The files of one folder that the traced code names: all where it reads `*.json`, else those that have such a flag.
// None where several folders could be meant, or others read or write one.
std::vector<RuleFile> rule_files(const Tree& tree, const std::vector<TreePlace>& places,
                                 const std::set<std::string_view>& endings, std::string_view key,
                                 std::size_t position) {
  const auto words = words_in_strings(tree, places);
  std::vector<RuleFile> files;
  std::set<std::string, std::less<>> folders;
  for (const auto& path : tree.list()) {
    const auto is_read = [&](auto ending) { return path.ends_with(ending); };
    const bool is_named = words.contains(name_of(path)) || words.contains(name_of(folder_of(path)));
    if (is_vendored(path) || !is_named || std::ranges::none_of(endings, is_read)) continue;
    auto data = tree.read(path).value_or("");
    if (path.ends_with(".json") && !is_json(data)) continue;
    const auto texts = texts_of(path, data, key);
    if (texts.size() > texts_max) return {};
    const auto is_it = [&](const DataText& text) { return has_flags_at(data, text, position); };
    const bool has_flags = std::ranges::any_of(texts, is_it);
    if (has_flags) folders.emplace(folder_of(path));
    files.push_back({path, std::move(data), has_flags});
  }
  std::erase_if(files, [&](const auto& file) {
    const auto ending = file.path.substr(file.path.rfind('.'));
    return folders.size() != 1 || !folders.contains(folder_of(file.path)) ||
           (!file.has_flags && !words.contains("*" + ending));
  });
  const auto is_foreign = [&](const auto& file) {
    return is_for_others(file.path, file.data) || is_named_elsewhere(tree, name_of(file.path));
  };
  return std::ranges::none_of(files, is_foreign) ? files : std::vector<RuleFile>{};
}

std::vector<Edit> moved_in_texts(const RuleFile& file, std::string_view key) {
  std::vector<Edit> edits;
  for (const auto& text : texts_of(file.path, file.data, key)) {
    const auto from = text.quote == 0 ? text.begin : text.begin - 1;
    const auto written = std::string_view(file.data).substr(from, text.end - from);
    const auto moved = moved_flags(written, text.begin - from, from);
    edits.insert(edits.end(), moved.begin(), moved.end());
  }
  return edits;
}

}  // namespace

std::string_view flags_at(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("(?") || (at > 0 && text[at - 1] == '\\')) return "";
  const auto end = text.find_first_not_of("aiLmsux", at + 2);
  return end == npos || end == at + 2 || text[end] != ')' ? "" : text.substr(at, end + 1 - at);
}

std::vector<Edit> moved_flags(std::string_view text, std::size_t begin, std::size_t offset) {
  auto at = begin;
  while (!flags_at(text, at).empty()) at += flags_at(text, at).size();
  std::vector<Edit> edits;
  std::string front;
  for (bool in_class = false; at < text.size(); ++at) {
    const bool is_escaped = at > 0 && text[at - 1] == '\\';
    if (text[at] == '[' && !is_escaped) in_class = true;
    if (text[at] == ']' && !is_escaped) in_class = false;
    const auto flags = in_class ? "" : flags_at(text, at);
    if (flags.empty()) continue;
    edits.push_back({offset + at, flags.size(), ""});
    front += flags;
  }
  if (!edits.empty()) edits.push_back({offset + begin, 0, front});
  return edits;
}

void move_flags_in_data(const Patient& patient, const Occurrence& occurrence, Draft& draft) {
  const auto position = position_in(occurrence.at.text);
  if (!position) return;
  const auto places = places_around(patient.tree, occurrence);
  for (const auto& place : places) {
    const auto text = place.file.ends_with(".py") ? patient.tree.read(place.file) : std::nullopt;
    if (!text) continue;
    const PythonSource source(*text);
    const auto key = key_on_line(source, place.line);
    if (key.empty()) continue;
    for (const auto& file : rule_files(patient.tree, places, endings_read_by(source), key, *position))
      draft.edit(file.path, moved_in_texts(file, key));
    return;
  }
}

}  // namespace regreen
