#include "model/case_file.h"

#include "model/record.h"

#include <nlohmann/json.hpp>

namespace regreen {
namespace {

using nlohmann::json;

constexpr std::string_view schema = "regreen.case/1";
constexpr std::size_t chapters_max = 1000;

Result<json> member(const json& object, const char* name, json::value_t type) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  if (found != object.end() && found->type() == type) return *found;
  return fail(ErrorKind::invalid, std::string("the case has no ") + name);
}

Result<Chapter> chapter_in(const json& object) {
  const json at = TRY(member(object, "at", json::value_t::string)),
             kind = TRY(member(object, "kind", json::value_t::string));
  const auto time = from_iso(at.get<std::string>());
  if (!time) return fail(ErrorKind::invalid, "the case has a chapter without a time");
  const json body = TRY(member(object, "body", kind == "diagnoses" ? json::value_t::array : json::value_t::object));
  return Chapter{*time, TRY(chapter_from_json(kind.get<std::string>(), body.dump()))};
}

}  // namespace

std::string case_file(const Case& one) {
  json chapters = json::array();
  for (const auto& chapter : one.chapters()) {
    chapters.push_back({{"at", to_iso(chapter.at)}, {"kind", kind_of(chapter.body)}, {"body", to_json(chapter.body)}});
  }
  const json whole = {{"schema", schema}, {"case", one.id().value}, {"chapters", std::move(chapters)}};
  return whole.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<Case> read_case_file(std::string_view text) {
  const json whole = json::parse(text, nullptr, false);
  if (!whole.is_object() || whole.value("schema", json()) != schema)
    return fail(ErrorKind::invalid, "it is no case that `regreen heal --save` wrote");
  const json id = TRY(member(whole, "case", json::value_t::string)),
             chapters = TRY(member(whole, "chapters", json::value_t::array));
  if (chapters.size() > chapters_max) return fail(ErrorKind::invalid, "the case has too many chapters");
  Case one(CaseId{id.get<std::string>()});
  for (const auto& object : chapters) {
    Chapter chapter = TRY(chapter_in(object));
    one.add(chapter.at, std::move(chapter.body));
  }
  if (one.run() == nullptr || case_id(*one.run()) != one.id())
    return fail(ErrorKind::invalid, "the case is not of its run");
  return one;
}

}  // namespace regreen
