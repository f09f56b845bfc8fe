#pragma once

#include "model/patch.h"
#include "model/tree.h"

#include <string_view>
#include <vector>

namespace regreen {

// What a pyproject.toml says in [project] in the form that Poetry or setup() has for it. Each answers edits, none in doubt; `said` is
// what setuptools says of it.

/// keywords = "a, b" → ["a", "b"]
std::vector<Edit> list_keywords(const Tree& tree, std::string_view text, std::string_view said);

/// requires-python = "^3.8" → ">=3.8,<4"
std::vector<Edit> spell_python_range(const Tree& tree, std::string_view text, std::string_view said);

/// authors = ["A <a@b.org>"] → [{ name = "A", email = "a@b.org" }]
std::vector<Edit> part_people(const Tree& tree, std::string_view text, std::string_view said);

/// homepage = "…" → Homepage of [project.urls]
std::vector<Edit> move_urls(const Tree& tree, std::string_view text, std::string_view said);

}  // namespace regreen
