#include "policy/agreement_words.h"

#include <re2/re2.h>

namespace regreen {

// What changes, a word of condition, and an agreement, in one sentence without code.
bool demands_agreement(std::string_view line) {
  static const RE2 pattern(
      R"((?i)\b(?:chang|edit|modif|updat|alter|adjust)\w*[\w ,'"-]{0,60}\b(?:need|require|without|by|with|after|only)\w*)"
      R"([\w ,'"-]{0,60}\b(?:sign(?:ed)?[- ]?off|approval|consent|agreement|permission)\b(?:[^\w(=]|$))");
  return RE2::PartialMatch(line, pattern);
}

bool tells_agreement(std::string_view line) {
  static const RE2 pattern(
      R"((?i)^\s*(?:#|//|/\*|\*|--|;|<!--|%).*\b(?:signed[- ]off ?(?:by|:|on\b)|(?:approved|agreed|ratified|decided) (?:by|with) (?:[\w-]+ ){0,3}?)"
      R"((?:legal|finance|compliance|payroll|accounting|audit\w*|controlling|board|treasury|risk|privacy|counsel|management|[\w-]*committee)\b))");
  return RE2::PartialMatch(line, pattern);
}

std::string resolution_in(std::string_view text) {
  static const RE2 pattern(
      R"((?i)\b((?:chang|edit|modif|updat|alter|adjust|amend)\w*[\w ,'"-]{0,60}\b(?:need|require|without|only)\w*[\w ,'"-]{0,60})"
      R"(\b(?:sign(?:ed)?[- ]?off|approv\w+|consent|agreement|permission|resolution|decision|vote) (?:of|by|from) (?:[\w-]+ ){0,3}?)"
      R"((?:legal|finance|compliance|payroll|accounting|audit\w*|controlling|board|treasury|privacy|counsel|management|[\w-]*committee)\b))");
  static const RE2 of_programs(
      R"((?i)\b(?:technical|tech|steering|core|architecture|engineering|release|platform)[ -]\w+$)");
  re2::StringPiece rest(text.data(), text.size());
  std::string said;
  while (RE2::FindAndConsume(&rest, pattern, &said)) {
    if (!RE2::PartialMatch(said, of_programs)) return said;
  }
  return "";
}

bool is_body(std::string_view owner) {
  static const RE2 pattern(R"((?i)^@[\w.-]+/(?:[\w-]*committee|(?:[\w-]+-)?board|legal(?:-team)?|counsel)$)");
  static const RE2 writes_programs(
      R"((?i)/(?:.*-)?(?:technical|tech|steering|core|architect\w*|engineer\w*|maint\w*|dev\w*|release|platform|infra\w*|design|api)\b)");
  return RE2::PartialMatch(owner, pattern) && !RE2::PartialMatch(owner, writes_programs);
}

}  // namespace regreen
