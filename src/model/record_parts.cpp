#include "model/record_parts.h"

#include "base/text.h"

namespace regreen::record {

json text(const std::string& value) { return valid_utf8(value); }

json write_texts(const std::vector<std::string>& values) { return list(values, text); }
std::vector<std::string> read_texts(const json& j) {
  return read_list(j, [](const json& v) { return v.get<std::string>(); });
}

json write_captures(const Captures& captures) {
  json result = json::object();
  for (const auto& [name, value] : captures) result[name] = text(value);
  return result;
}
Captures read_captures(const json& j) {
  Captures captures;
  for (const auto& [name, value] : j.items()) captures[name] = value.get<std::string>();
  return captures;
}

json write_place(const Place& place) {
  json result;
  result["line"] = place.line;
  if (!place.file.empty()) result["file"] = text(place.file);
  return result;
}
Place read_place(const json& j) { return {j.value("file", ""), j.at("line").get<std::size_t>()}; }

json write_run(const RunRef& run) {
  return {{"repository", text(run.repository)}, {"head", run.head}, {"run", run.run}, {"branch", text(run.branch)}};
}
RunRef read_run(const json& j) {
  return {j.at("repository").get<std::string>(), j.at("head").get<std::string>(), j.at("run").get<std::string>(),
          j.value("branch", "")};
}

}  // namespace regreen::record
