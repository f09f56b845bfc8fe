#pragma once

#include "model/case.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The parts of a record: how each noun is written as JSON and read again. Reading throws what the library throws;
/// `chapter_from_json` catches it.
namespace regreen::record {

using nlohmann::json;

/// Text from outside may be no UTF-8, and a JSON document must be.
json text(const std::string& value);

template <class Enum, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
Enum from_word(const std::array<std::string_view, N>& words, const json& value) {
  const auto name = value.get<std::string>();
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == name) return static_cast<Enum>(i);
  }
  throw json::other_error::create(501, "unknown word " + name, &value);
}

template <class T, class Write>
json list(const std::vector<T>& values, Write write) {
  json result = json::array();
  for (const auto& value : values) result.push_back(write(value));
  return result;
}

template <class Read>
auto read_list(const json& values, Read read) {
  std::vector<decltype(read(values))> result;
  for (const auto& value : values) result.push_back(read(value));
  return result;
}

json write_texts(const std::vector<std::string>& values);
std::vector<std::string> read_texts(const json& j);
json write_captures(const Captures& captures);
Captures read_captures(const json& j);
json write_place(const Place& place);
Place read_place(const json& j);

json write_run(const RunRef& run);
RunRef read_run(const json& j);
json write_evidence(const Evidence& evidence);
Evidence read_evidence(const json& j);
json write_diagnoses(const Diagnoses& diagnoses);
Diagnoses read_diagnoses(const json& j);
json write_reproduction(const Reproduction& reproduction);
Reproduction read_reproduction(const json& j);
json write_plan(const Plan& plan);
Plan read_plan(const json& j);
json write_attempt(const Attempt& attempt);
Attempt read_attempt(const json& j);
json write_retreat(const Retreat& retreat);
Retreat read_retreat(const json& j);
json write_outcome(const Outcome& outcome);
Outcome read_outcome(const json& j);

}  // namespace regreen::record
