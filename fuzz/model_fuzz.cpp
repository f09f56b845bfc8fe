// Any bytes are a model file: refused, or a model whose answers are probabilities.

#include "classify/model.h"

#include "fuzz/require.h"

#include <memory>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace regreen;
  const auto model = Model::read(std::make_shared<const std::string>(text_of(data, size)));
  if (!model) return 0;
  const std::vector<std::string_view> lines = {"error: cannot find module 'x'", "exit code 1"};
  for (const auto& one : model->predict(lines).categories) {
    require(one.confidence >= 0 && one.confidence <= 1, "a probability");
  }
  return 0;
}
