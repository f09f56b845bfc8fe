#pragma once

#include "adapters/memory/world.h"
#include "base/text.h"
#include "engine/engine.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace regreen {

// A world in which a project needs the package PyYAML, and what its log and its command print can be chosen.

inline constexpr const char* rule_text = R"(
[[rule]]
id = "py.missing"
category = "dependency_missing"
confidence = 0.95
pattern = '''No module named '(?P<module>\w+)''''
root_cause = "{module} is not installed"
severity = "high"
remedies = ["python.add-dependency"]
match = ["x"]
[[rule]]
id = "py.test"
category = "test_failure"
confidence = 0.9
pattern = '''^FAILED (?P<test>\S+)'''
root_cause = "{test} failed"
match = ["x"]
[[rule]]
id = "py.flaky"
category = "flaky_test"
confidence = 0.9
pattern = '''^FLAKY (?P<test>\S+)'''
root_cause = "{test} comes and goes"
match = ["x"]
[[rule]]
id = "net.reset"
category = "network"
confidence = 0.9
pattern = '''ECONNRESET'''
root_cause = "The connection was cut"
transient = true
match = ["x"]
[[rule]]
id = "auth.denied"
category = "credential"
confidence = 0.9
pattern = '''bad credentials'''
root_cause = "The token is wrong"
remedies = ["python.add-dependency"]
match = ["x"]
[[rule]]
id = "gate.coverage"
category = "quality_gate"
confidence = 0.9
pattern = '''coverage below'''
root_cause = "Coverage is too low"
match = ["x"]
[[rule]]
id = "sh.not-found"
category = "toolchain"
confidence = 0.9
pattern = '''(?P<command>\w+): command not found'''
root_cause = "{command} is not installed"
match = ["x"]
[[rule]]
id = "sql.broken"
category = "test_failure"
confidence = 0.9
pattern = '''^(?P<file>\S+\.sql):(?P<line>\d+): broken'''
root_cause = "{file} is broken"
match = ["x"]
[[rule]]
id = "file.changed"
category = "dependency_conflict"
confidence = 0.9
pattern = '''^checksum of (?P<path>\S+)'''
root_cause = "{path} is another file"
remedies = ["human.checksum"]
match = ["x"]
[[rule]]
id = "text.messy"
category = "lint"
confidence = 0.9
pattern = '''^(?P<file>\S+\.sh): messy'''
root_cause = "{file} is messy"
remedies = ["text.trailing-whitespace"]
match = ["x"]
[[rule]]
id = "text.untidy"
category = "lint"
confidence = 0.9
pattern = '''^(?P<file>\S+\.sh): untidy'''
root_cause = "{file} is untidy"
remedies = ["text.trailing-whitespace", "text.line-ends"]
match = ["x"]
[[rule]]
id = "log.instructions.test"
category = "security_finding"
confidence = 0.2
role = "symptom"
pattern = '''AI agents must'''
root_cause = "The log gives orders"
match = ["x"]
[[remedy]]
id = "python.add-dependency"
kind = "edit"
title = "Add the package"
[[remedy]]
id = "human.checksum"
kind = "escalate"
title = "A human looks"
[[remedy]]
id = "text.trailing-whitespace"
kind = "edit"
title = "Remove blanks at line ends"
[[remedy]]
id = "text.line-ends"
kind = "edit"
title = "End lines as Unix does"
[[table.python-packages]]
)";

inline const RuleSet& rules() {
  static const RuleSet set = [] {
    std::string text =
        replace_all(rule_text, "[[table.python-packages]]", "[table.python-packages]\nyaml = \"PyYAML\"\nrequests = \"requests\"");
    return std::move(RuleSet::load({{"test.toml", text}}).value());
  }();
  return set;
}

inline const std::string missing = "ModuleNotFoundError: No module named 'yaml'\n";

inline Rehearsal ended(int exit, std::string output) {
  Rehearsal rehearsal;
  rehearsal.exit = exit;
  rehearsal.output = std::move(output);
  rehearsal.seconds = 1;
  return rehearsal;
}

inline bool has_yaml(const Tree& tree) { return contains(tree.read("requirements.txt").value_or(""), "PyYAML"); }

struct Project {
  std::string log = missing + "##[error]Process completed with exit code 1.\n";
  MemoryWorkspace::Runs runs = [](const Tree& tree, const Command&) {
    return has_yaml(tree) ? ended(0, "ok\n") : ended(1, missing);
  };
  MemoryTree files{{{"requirements.txt", {"flask\n", false}}, {"app.py", {"import yaml\nimport requests\n", false}}}};
  Config config;
  HealOptions options;
  MemoryStore store;

  Project() {
    options.verify.line = "make ci";
    options.deliver.mode = DeliveryMode::apply;
  }

  Case heal() { return heal_in(store).value(); }

  Result<Case> heal_in(Store& chosen) {
    forge = std::make_unique<MemoryForge>(log);
    forge->denial = denial;
    workspace = std::make_unique<MemoryWorkspace>(files, runs);
    Engine engine({*forge, *workspace, chosen, clock}, rules(), config);
    return engine.heal({"/repo", "head", "log"}, options);
  }

  void fails_with(const std::string& text) {
    log = text + "##[error]Process completed with exit code 1.\n";
    runs = [text](const Tree&, const Command&) { return ended(1, text); };
  }

  std::unique_ptr<MemoryForge> forge;
  std::unique_ptr<MemoryWorkspace> workspace;
  std::optional<Error> denial;
  MemoryClock clock;
};

}  // namespace regreen
