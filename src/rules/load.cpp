#include "rules/load.h"

#include "base/among.h"
#include "base/text.h"
#include "model/category.h"
#include "rules/toml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>

namespace regreen {
namespace {

constexpr std::size_t longest_pattern = 2000;  // bytes; a rule looks for one thing

// Reads the keys of one table and remembers every mistake with its line.
class Reader {
 public:
  Reader(const RuleFile& file, const toml::table& table, std::vector<RuleMistake>& mistakes)
      : file_(file), table_(table), mistakes_(mistakes), start_(mistakes.size()) {}

  bool clean() const { return mistakes_.size() == start_; }
  std::size_t line() const { return table_.source().begin.line; }

  void mistake(const toml::node* at, std::string message, std::string hint = {}) {
    const std::size_t line = at == nullptr ? this->line() : at->source().begin.line;
    mistakes_.push_back({file_.name, line, std::move(message), std::move(hint)});
  }

  void allow_only(std::span<const std::string_view> known) {
    for (const auto& [key, node] : table_) {
      const std::string_view name = key.str();
      if (is_among(name, known)) continue;
      mistake(&node, fmt::format("unknown key '{}'", name), nearest(name, known));
    }
  }

  std::string text(std::string_view key, bool required = true) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) {
      if (required) mistake(nullptr, fmt::format("'{}' is missing", key), fmt::format("add {} = \"…\"", key));
      return {};
    }
    const auto value = node->value_exact<std::string>();
    if (!value) mistake(node, fmt::format("'{}' must be a text", key), "put it in quotes");
    return value.value_or("");
  }

  double number(std::string_view key, double least, double greatest) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) {
      mistake(nullptr, fmt::format("'{}' is missing", key), fmt::format("add {} = {}…{}", key, least, greatest));
      return least;
    }
    const auto value = node->value<double>();
    if (!node->is_number() || !value || *value < least || *value > greatest) {
      mistake(node, fmt::format("'{}' must be a number from {} to {}", key, least, greatest));
      return least;
    }
    return *value;
  }

  bool flag(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return false;
    const auto value = node->value_exact<bool>();
    if (!value) mistake(node, fmt::format("'{}' must be true or false", key), "without quotes");
    return value.value_or(false);
  }

  std::vector<std::string> texts(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return {};
    const toml::array* array = node->as_array();
    std::vector<std::string> result;
    if (array != nullptr) {
      for (const auto& one : *array) {
        if (const auto value = one.value_exact<std::string>()) result.push_back(*value);
      }
    }
    if (array == nullptr || result.size() != array->size()) {
      mistake(node, fmt::format("'{}' must be a list of texts", key), fmt::format("{} = [\"…\", \"…\"]", key));
    }
    return result;
  }

  /// The position of the key's word in `words`; the first where the key is absent.
  std::size_t word(std::string_view key, std::span<const std::string_view> words) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return 0;
    const std::string value = text(key);
    const auto found = std::ranges::find(words, value);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    mistake(node, fmt::format("'{}' cannot be '{}'", key, value), "one of: " + listed(words));
    return 0;
  }

  const toml::node* node(std::string_view key) const { return table_.get(key); }

 private:
  static std::string listed(std::span<const std::string_view> words) {
    std::vector<std::string> all(words.begin(), words.end());
    std::erase(all, "");
    return join(all, ", ");
  }

  static std::string nearest(std::string_view name, std::span<const std::string_view> known) {
    const auto best = std::ranges::min_element(known, {}, [&](auto word) { return edit_distance(name, word); });
    if (best != known.end() && edit_distance(name, *best) <= 2) return fmt::format("did you mean '{}'?", *best);
    return "known keys: " + listed(known);
  }

  const RuleFile& file_;
  const toml::table& table_;
  std::vector<RuleMistake>& mistakes_;
  std::size_t start_;
};

constexpr auto rule_keys = std::to_array<std::string_view>({"id", "category", "confidence", "pattern", "root_cause",
                                                            "severity", "role", "transient", "proves", "remedies",
                                                            "suggest", "match", "no_match", "origin", "source"});
constexpr auto noise_keys = std::to_array<std::string_view>({"id", "pattern", "match", "no_match"});
constexpr auto remedy_keys =
    std::to_array<std::string_view>({"id", "kind", "risk", "title", "run", "may_change", "waives"});
constexpr auto file_keys = std::to_array<std::string_view>({"rule", "noise", "remedy", "table"});
constexpr auto severities = std::to_array<std::string_view>({"medium", "low", "high"});
constexpr auto roles = std::to_array<std::string_view>({"cause", "symptom", "warning"});
constexpr auto conclusions = std::to_array<std::string_view>({"", "failure", "success"});
constexpr auto origins = std::to_array<std::string_view>({"run", "documented"});
constexpr auto kinds = std::to_array<std::string_view>({"edit", "run", "rerun", "escalate"});
constexpr auto risks = std::to_array<std::string_view>({"low", "medium", "high"});

RuleId read_id(Reader& reader) {
  std::string id = reader.text("id");
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
  if (!id.empty() && id.find_first_not_of(letters) != std::string::npos) {
    reader.mistake(reader.node("id"), fmt::format("'{}' is no id", id), "small letters, digits, '.', '-' and '_' only");
  }
  return {id};
}

std::string read_pattern(Reader& reader) {
  std::string pattern = reader.text("pattern");
  if (pattern.size() > longest_pattern) {
    reader.mistake(reader.node("pattern"), fmt::format("the pattern is longer than {} bytes", longest_pattern));
  }
  return pattern;
}

Severity read_severity(Reader& reader) {
  constexpr std::array<Severity, 3> values = {Severity::medium, Severity::low, Severity::high};
  return values[reader.word("severity", severities)];
}

std::vector<RemedyId> read_remedies(Reader& reader) {
  std::vector<RemedyId> ids;
  for (auto& id : reader.texts("remedies")) ids.push_back({std::move(id)});
  return ids;
}

void read_rule(Reader reader, const RuleFile& file, RuleFileContent& content) {
  reader.allow_only(rule_keys);
  Rule rule;
  rule.id = read_id(reader);
  rule.category = canonical_category(reader.text("category"));
  rule.confidence = reader.number("confidence", 0.01, 0.99);
  rule.pattern = read_pattern(reader);
  rule.root_cause = reader.text("root_cause");
  rule.severity = read_severity(reader);
  rule.role = static_cast<Role>(reader.word("role", roles));
  rule.transient = reader.flag("transient");
  rule.proves = static_cast<Conclusion>(reader.word("proves", conclusions));
  rule.remedies = read_remedies(reader);
  rule.suggest = reader.texts("suggest");
  rule.match = reader.texts("match");
  rule.no_match = reader.texts("no_match");
  rule.origin = static_cast<Origin>(reader.word("origin", origins));
  rule.source = reader.text("source", false);
  if (rule.match.empty())
    reader.mistake(reader.node("match"), "a rule needs a line that it matches", "match = [\"…\"]");
  if (rule.origin == Origin::documented && rule.source.empty()) {
    reader.mistake(reader.node("origin"), "a documented rule names its source", "source = \"https://…\"");
  }
  rule.file = file.name;
  rule.line = reader.line();
  if (reader.clean()) content.rules.push_back(std::move(rule));
}

void read_noise(Reader reader, const RuleFile& file, RuleFileContent& content) {
  reader.allow_only(noise_keys);
  Noise noise{read_id(reader), read_pattern(reader), reader.texts("match"), reader.texts("no_match"),
              file.name,       reader.line()};
  if (noise.match.empty()) reader.mistake(nullptr, "noise needs a line that it matches", "match = [\"…\"]");
  if (reader.clean()) content.noise.push_back(std::move(noise));
}

void read_remedy(Reader reader, const RuleFile&, RuleFileContent& content) {
  reader.allow_only(remedy_keys);
  const RuleId id = read_id(reader);
  Remedy remedy{{id.value},
                static_cast<RemedyKind>(reader.word("kind", kinds)),
                static_cast<Risk>(reader.word("risk", risks)),
                reader.text("title"),
                reader.texts("run"),
                reader.texts("may_change"),
                reader.texts("waives")};
  if (remedy.kind != RemedyKind::run && !remedy.commands.empty()) {
    reader.mistake(reader.node("run"), "'run' belongs to kind = \"run\"", "kind = \"run\"");
  }
  if (reader.clean()) content.remedies.push_back(std::move(remedy));
}

using ReadRow = void (*)(Reader, const RuleFile&, RuleFileContent&);

void read_rows(const RuleFile& file, const toml::table& root, std::string_view key, ReadRow read_row,
               std::vector<RuleMistake>& mistakes, RuleFileContent& content) {
  const toml::node* node = root.get(key);
  if (node == nullptr) return;
  const toml::array* rows = node->as_array();
  if (rows == nullptr || !rows->is_homogeneous(toml::node_type::table)) {
    mistakes.push_back({file.name, node->source().begin.line, fmt::format("'{}' must be a list of tables", key),
                        fmt::format("write [[{}]] above each", key)});
    return;
  }
  for (const auto& row : *rows) read_row(Reader(file, *row.as_table(), mistakes), file, content);
}

void read_tables(const RuleFile& file, const toml::table& root, std::vector<RuleMistake>& mistakes,
                 RuleFileContent& content) {
  const toml::node* node = root.get("table");
  if (node == nullptr) return;
  const toml::table* tables = node->as_table();
  for (const auto& [name, one] : tables == nullptr ? toml::table{} : *tables) {
    const toml::table* rows = one.as_table();
    for (const auto& [key, value] : rows == nullptr ? toml::table{} : *rows) {
      if (const auto text = value.value_exact<std::string>()) {
        content.tables[std::string(name.str())][std::string(key.str())] = *text;
      } else {
        mistakes.push_back({file.name, value.source().begin.line, fmt::format("'{}' must be a text", key.str()), ""});
      }
    }
  }
}

}  // namespace

std::string to_text(const RuleMistake& mistake) {
  std::string text = fmt::format("{}:{}: {}", mistake.file, mistake.line, mistake.message);
  return mistake.hint.empty() ? text : fmt::format("{} ({})", text, mistake.hint);
}

std::vector<RuleMistake> read_rule_file(const RuleFile& file, RuleFileContent& content) {
  const toml::parse_result parsed = toml::parse(std::string_view(file.text), std::string_view(file.name));
  if (!parsed) {
    return {{file.name, parsed.error().source().begin.line, std::string(parsed.error().description()),
             "patterns are best written between '''…'''"}};
  }
  std::vector<RuleMistake> mistakes;
  const toml::table& root = parsed.table();
  Reader(file, root, mistakes).allow_only(file_keys);
  read_rows(file, root, "rule", read_rule, mistakes, content);
  read_rows(file, root, "noise", read_noise, mistakes, content);
  read_rows(file, root, "remedy", read_remedy, mistakes, content);
  read_tables(file, root, mistakes, content);
  return mistakes;
}

void prepare_branches(RuleFileContent& content) {
  Branches& branches = content.branches;
  while (branches.rules < content.rules.size()) add_rule(content.rules[branches.rules].pattern, branches);
  while (branches.noise < content.noise.size()) add_noise(content.noise[branches.noise].pattern, branches);
}

std::vector<RuleMistake> check_references(const RuleFileContent& content) {
  std::vector<RuleMistake> mistakes;
  std::set<RuleId> seen;
  std::set<RemedyId> remedies;
  for (const auto& remedy : content.remedies) {
    if (!remedies.insert(remedy.id).second) {
      mistakes.push_back({"remedies", 0, fmt::format("remedy '{}' is defined twice", remedy.id.value), ""});
    }
  }
  for (const auto& rule : content.rules) {
    if (!seen.insert(rule.id).second) {
      mistakes.push_back(
          {rule.file, rule.line, fmt::format("id '{}' is used twice", rule.id.value), "ids are unique over all files"});
    }
    for (const auto& remedy : rule.remedies) {
      if (remedies.contains(remedy)) continue;
      mistakes.push_back(
          {rule.file, rule.line, fmt::format("no remedy is called '{}'", remedy.value), "see `regreen fixes`"});
    }
  }
  return mistakes;
}

}  // namespace regreen
