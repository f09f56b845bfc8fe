#pragma once

#include "base/text_file.h"
#include "classify/model.h"
#include "rules/rule_set.h"

#include <string>
#include <string_view>
#include <vector>

namespace regreen {

/// The rules that are part of the program: rules/**/*.toml, checked when it was built.
RuleFileContent shipped_content();

/// They alone, compiled.
RuleSet shipped_rules(Matching matching = Matching::by_needles);

/// The texts that are part of the program: rules/templates/*.md.
std::vector<TextFile> shipped_texts();

/// The classifier that is part of the program: models/causes.model.
Model shipped_model();

/// What it was trained with, as JSON lines packed by zstd: models/samples.jsonl.zst.
std::string_view shipped_samples();

}  // namespace regreen
