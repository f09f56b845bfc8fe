#pragma once

#include "base/result.h"
#include "model/case.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace regreen {

/// Chapters and nouns as JSON: what the store keeps and `replay` reads. The words are those of the nouns' fields.

/// "run", "evidence", "diagnoses", "reproduction", "plan", "attempt" or "outcome".
std::string_view kind_of(const ChapterBody& body);

nlohmann::json to_json(const ChapterBody& body);

/// A chapter's body from what to_json wrote; an error where it is damaged or of a kind we do not know.
Result<ChapterBody> chapter_from_json(std::string_view kind, std::string_view text);

/// One diagnosis in the words of CONTRACT.md, section diagnose.
nlohmann::json to_json(const Diagnosis& diagnosis);

}  // namespace regreen
