#include "model/record_parts.h"

namespace regreen::record {
namespace {

constexpr std::array<std::string_view, 3> conclusions = {"unknown", "failure", "success"};
constexpr std::array<std::string_view, 4> novelties = {"untold", "fresh", "rare", "usual"};

json write_step(const Step& step) {
  json result = {{"job", text(step.job)},
                 {"name", text(step.name)},
                 {"first", write_place(step.first)},
                 {"last", write_place(step.last)},
                 {"conclusion", word(conclusions, step.conclusion)}};
  if (step.exit_code) result["exit"] = *step.exit_code;
  if (step.green_runs > 0) result["green_runs"] = step.green_runs;
  return result;
}
Step read_step(const json& j) {
  Step step{j.at("job").get<std::string>(),
            j.at("name").get<std::string>(),
            read_place(j.at("first")),
            read_place(j.at("last")),
            from_word<Conclusion>(conclusions, j.at("conclusion")),
            std::nullopt,
            j.value("green_runs", std::size_t{0})};
  if (j.contains("exit")) step.exit_code = j.at("exit").get<int>();
  return step;
}

json write_signal(const Signal& signal) {
  return {{"rule", signal.rule.value}, {"place", write_place(signal.place)},          {"text", text(signal.text)},
          {"step", signal.step},       {"captures", write_captures(signal.captures)}, {"again", signal.again}};
}
Signal read_signal(const json& j) {
  return {{j.at("rule").get<std::string>()}, read_place(j.at("place")),       j.at("text").get<std::string>(),
          j.at("step").get<std::size_t>(),   read_captures(j.at("captures")), j.at("again").get<std::size_t>()};
}

// By their words: few words, many places.
json write_novelty(const std::map<Place, Novelty>& novelty) {
  json result = json::object();
  for (const auto& [place, one] : novelty) result[std::string(word(novelties, one))].push_back(write_place(place));
  return result;
}

std::map<Place, Novelty> read_novelty(const json& j) {
  std::map<Place, Novelty> novelty;
  for (const auto& [name, places] : j.items()) {
    for (const auto& place : places) novelty[read_place(place)] = from_word<Novelty>(novelties, json(name));
  }
  return novelty;
}

}  // namespace

json write_evidence(const Evidence& evidence) {
  return {{"source", text(evidence.source)},
          {"conclusion", word(conclusions, evidence.conclusion)},
          {"steps", list(evidence.steps, write_step)},
          {"signals", list(evidence.signals, write_signal)},
          {"excerpts", list(evidence.excerpts,
                            [](const Excerpt& e) {
                              return json{{"first", write_place(e.first)}, {"lines", write_texts(e.lines)}};
                            })},
          {"orders", list(evidence.orders, write_place)},
          {"novelty", write_novelty(evidence.novelty)},
          {"checkouts", write_texts(evidence.checkouts)},
          {"hash", evidence.hash},
          {"bytes", evidence.bytes},
          {"lines", evidence.lines},
          {"notes", write_texts(evidence.notes)}};
}
Evidence read_evidence(const json& j) {
  Evidence evidence;
  evidence.source = j.at("source").get<std::string>();
  evidence.conclusion = from_word<Conclusion>(conclusions, j.at("conclusion"));
  evidence.steps = read_list(j.at("steps"), read_step);
  evidence.signals = read_list(j.at("signals"), read_signal);
  evidence.excerpts = read_list(j.at("excerpts"), [](const json& e) {
    return Excerpt{read_place(e.at("first")), read_texts(e.at("lines"))};
  });
  evidence.orders = read_list(j.at("orders"), read_place);
  if (j.contains("novelty")) evidence.novelty = read_novelty(j.at("novelty"));
  if (j.contains("checkouts")) evidence.checkouts = read_texts(j.at("checkouts"));  // older records have none
  evidence.hash = j.at("hash").get<std::string>();
  evidence.bytes = j.at("bytes").get<std::uint64_t>();
  evidence.lines = j.at("lines").get<std::uint64_t>();
  evidence.notes = read_texts(j.at("notes"));
  return evidence;
}

}  // namespace regreen::record
