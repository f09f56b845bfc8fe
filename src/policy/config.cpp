#include "policy/config.h"

#include "base/text.h"
#include "model/category.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <span>

namespace regreen {
namespace {

constexpr std::size_t config_bytes_max = 256 * 1024;  // a configuration, not data; also bounds what YAML aliases can do

// Collects mistakes with their places, so that a user sees all of them at once.
class Mistakes {
 public:
  explicit Mistakes(std::string_view file) : file_(file) {}

  void add(const YAML::Mark& mark, const std::string& message) {
    lines_.push_back(fmt::format("{}:{}:{}: {}", file_, mark.line + 1, mark.column + 1, message));
  }
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::string file_;
  std::vector<std::string> lines_;
};

struct Reading {
  Config& config;
  const YAML::Node& value;
  std::string key;
  Mistakes& mistakes;

  void wrong(std::string_view expected) const {
    mistakes.add(value.Mark(), fmt::format("'{}' must be {}", key, expected));
  }
};

bool read_flag(const Reading& r, bool fallback) {
  const std::string text = r.value.IsScalar() && r.value.Tag() != "!" ? r.value.Scalar() : "";
  if (text == "true" || text == "false") return text == "true";
  r.wrong("true or false");
  return fallback;
}

double read_number(const Reading& r, double least, double greatest, double fallback) {
  double number = 0;
  if (r.value.IsScalar() && r.value.Tag() != "!" && YAML::convert<double>::decode(r.value, number) && number >= least &&
      number <= greatest) {
    return number;
  }
  r.wrong(fmt::format("a number from {} to {}", least, greatest));
  return fallback;
}

std::uint64_t read_count(const Reading& r, std::uint64_t least, std::uint64_t greatest, std::uint64_t fallback) {
  const auto number = r.value.IsScalar() && r.value.Tag() != "!" ? parse_number(r.value.Scalar()) : std::nullopt;
  if (number && static_cast<std::uint64_t>(*number) >= least && static_cast<std::uint64_t>(*number) <= greatest) {
    return static_cast<std::uint64_t>(*number);
  }
  r.wrong(fmt::format("a whole number from {} to {}", least, greatest));
  return fallback;
}

std::string read_text(const Reading& r) {
  if (r.value.IsScalar()) return r.value.Scalar();
  r.wrong("a text");
  return {};
}

std::vector<std::string> read_texts(const Reading& r) {
  std::vector<std::string> texts;
  bool right = r.value.IsSequence();
  for (std::size_t i = 0; right && i < r.value.size(); ++i) {
    right = r.value[i].IsScalar();
    if (right) texts.push_back(r.value[i].Scalar());
  }
  if (!right) r.wrong("a list of texts");
  return texts;
}

struct Key {
  std::string_view name;
  void (*read)(const Reading&);
};

void read_mapping(const Reading& parent, std::span<const Key> keys);

constexpr Key limit_keys[] = {
    {"time_s", [](const Reading& r) { r.config.limits.time_s = read_number(r, 1, 6 * 3600, 900); }},
    {"memory_mb", [](const Reading& r) { r.config.limits.memory_mb = read_count(r, 64, 1 << 20, 4096); }},
    {"processes", [](const Reading& r) { r.config.limits.processes = read_count(r, 8, 1 << 16, 512); }},
    {"disk_mb", [](const Reading& r) { r.config.limits.disk_mb = read_count(r, 16, 1 << 20, 4096); }},
    {"output_kb", [](const Reading& r) { r.config.limits.output_kb = read_count(r, 64, 1 << 20, 16384); }},
};

constexpr Key breaker_keys[] = {
    {"threshold", [](const Reading& r) { r.config.circuit_breaker.threshold = read_number(r, 0, 1, 0.7); }},
    {"window", [](const Reading& r) { r.config.circuit_breaker.window = read_count(r, 1, 100, 10); }},
    {"cooldown_minutes",
     [](const Reading& r) { r.config.circuit_breaker.cooldown_minutes = read_count(r, 1, 10080, 60); }},
};

void read_never_heal(const Reading& r) {
  for (const auto& name : read_texts(r)) r.config.never_heal.push_back(canonical_category(name));
}

constexpr Key keys[] = {
    {"enabled", [](const Reading& r) { r.config.enabled = read_flag(r, true); }},
    {"confidence_threshold", [](const Reading& r) { r.config.confidence_threshold = read_number(r, 0, 1, 0.85); }},
    {"protected_files",
     [](const Reading& r) {
       r.config.protected_files = read_texts(r);
       r.config.guarded_files.clear();
     }},
    {"max_file_changes", [](const Reading& r) { r.config.max_file_changes = read_count(r, 1, 1000, 10); }},
    {"max_line_changes", [](const Reading& r) { r.config.max_line_changes = read_count(r, 1, 100000, 500); }},
    {"max_attempts", [](const Reading& r) { r.config.max_attempts = read_count(r, 0, 100, 20); }},
    {"parallel_attempts", [](const Reading& r) { r.config.parallel_attempts = read_count(r, 1, 16, 0); }},
    {"max_heal_attempts_per_day",
     [](const Reading& r) { r.config.max_heal_attempts_per_day = read_count(r, 0, 10000, 20); }},
    {"max_attempts_per_signature",
     [](const Reading& r) { r.config.max_attempts_per_signature = read_count(r, 1, 1000, 3); }},
    {"circuit_breaker", [](const Reading& r) { read_mapping(r, breaker_keys); }},
    {"never_heal", read_never_heal},
    {"disabled_remedies", [](const Reading& r) { r.config.disabled_remedies = read_texts(r); }},
    {"verify", [](const Reading& r) { r.config.verify = read_text(r); }},
    {"network", [](const Reading& r) { r.config.network = read_flag(r, false) ? Network::allowed : Network::none; }},
    {"limits", [](const Reading& r) { read_mapping(r, limit_keys); }},
    {"tracking_issue", [](const Reading& r) { r.config.tracking_issue = read_flag(r, false); }},
    {"comments", [](const Reading& r) { r.config.comments = read_flag(r, true); }},
    {"check_runs", [](const Reading& r) { r.config.check_runs = read_flag(r, true); }},
    {"suggest", [](const Reading& r) { r.config.suggest = read_flag(r, false); }},
    {"templates", [](const Reading& r) { r.config.templates = read_texts(r); }},
    {"refuse_owned_files", [](const Reading& r) { r.config.refuse_owned_files = read_flag(r, false); }},
    {"security_command", [](const Reading& r) { r.config.security_command = read_text(r); }},
    {"co_author", [](const Reading& r) { r.config.co_author = read_text(r); }},
};

std::string hint(std::string_view name, std::span<const Key> known) {
  std::vector<std::string> names;
  for (const auto& key : known) {
    if (edit_distance(name, key.name) <= 2) return fmt::format("did you mean '{}'?", key.name);
    names.emplace_back(key.name);
  }
  return "known keys: " + join(names, ", ");
}

void read_mapping(const Reading& parent, std::span<const Key> known) {
  if (!parent.value.IsMap()) return parent.wrong("a mapping of keys to values");
  std::set<std::string> seen;
  for (const auto& row : parent.value) {
    if (!row.first.IsScalar()) {
      parent.mistakes.add(row.first.Mark(), "a key must be a word");
      continue;
    }
    const std::string name = row.first.Scalar();
    const auto key = std::ranges::find(known, name, &Key::name);
    if (!seen.insert(name).second) {
      parent.mistakes.add(row.first.Mark(), fmt::format("'{}' is given twice", name));
    } else if (key == known.end()) {
      parent.mistakes.add(row.first.Mark(), fmt::format("unknown key '{}' ({})", name, hint(name, known)));
    } else {
      const std::string full = parent.key.empty() ? name : parent.key + "." + name;
      key->read({parent.config, row.second, full, parent.mistakes});
    }
  }
}

Result<YAML::Node> parse_yaml(std::string_view text, std::string_view file) {
  if (text.size() > config_bytes_max) {
    return fail(ErrorKind::invalid, fmt::format("{}: larger than {} bytes", file, config_bytes_max));
  }
  try {
    return YAML::Load(std::string(text));
  } catch (const YAML::Exception& e) {
    return fail(ErrorKind::invalid, fmt::format("{}:{}:{}: {}", file, e.mark.line + 1, e.mark.column + 1, e.msg));
  }
}

}  // namespace

std::vector<std::string> default_guarded_files() {
  return {"**/migrations/**", "migrations/**", ".github/**", ".gitlab-ci.yml", ".circleci/**", "CODEOWNERS",
          "SECURITY.md", "**/*.pem", "**/*.key", "**/*.crt", "**/.env", "**/.env.*", ".pre-commit-config.yaml",
          "LICENSE*",
          // What security scans look at (D11).
          ".bandit*", ".snyk", ".trivy*", ".semgrep*", ".gitleaks*", ".checkov*", ".tfsec*", ".secrets.baseline",
          "codeql-config.y*"};
}

Config::Config() : guarded_files(default_guarded_files()) {}

Result<Config> parse_config(std::string_view text, std::string_view file) {
  const YAML::Node root = TRY(parse_yaml(text, file));
  Config config;
  Mistakes mistakes(file);
  if (!root.IsNull()) read_mapping({config, root, "", mistakes}, keys);
  if (!mistakes.lines().empty()) return fail(ErrorKind::invalid, join(mistakes.lines(), "\n"));
  return config;
}

Result<ForeignConfig> add_auto_heal_config(Config& config, std::string_view text, std::string_view file) {
  const YAML::Node root = TRY(parse_yaml(text, file));
  ForeignConfig foreign;
  Mistakes mistakes(file);
  const auto take = [&](const YAML::Node& mapping) {
    if (!mapping.IsMap()) return;
    for (const auto& row : mapping) {
      const std::string name = row.first.IsScalar() ? row.first.Scalar() : "?";
      const Reading reading{config, row.second, name, mistakes};
      if (name == "protected_files") {
        for (auto& glob : read_texts(reading)) config.protected_files.push_back(std::move(glob));
      } else if (name == "max_file_changes") {
        config.max_file_changes = std::min<std::size_t>(config.max_file_changes, read_count(reading, 1, 1000, 10));
      } else if (name != "security") {
        foreign.warnings.push_back(
            fmt::format("{}:{}: '{}' has no effect here", file, row.first.Mark().line + 1, name));
      }
    }
  };
  take(root);
  if (root.IsMap() && root["security"]) take(root["security"]);
  if (!mistakes.lines().empty()) return fail(ErrorKind::invalid, join(mistakes.lines(), "\n"));
  return foreign;
}

}  // namespace regreen
