#include "classify/model_file.h"

#include "base/hash.h"
#include "classify/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace regreen {
namespace {

constexpr std::string_view magic = "regreen model ", version = "1\n";
constexpr std::size_t checksum_bytes = 32;
constexpr std::size_t head_bytes = magic.size() + version.size() + checksum_bytes;
constexpr std::uint32_t categories_max = 256;
constexpr std::uint32_t ids_max = 1 << 20;

static_assert(std::endian::native == std::endian::little, "model files are little endian");

template <class Number>
void put(std::string& to, Number number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  to.append(bytes, sizeof number);
}

tl::unexpected<Error> wrong(std::string_view what) {
  return fail(ErrorKind::invalid, fmt::format("the model file {}", what));
}

}  // namespace

std::string write_model(const ModelContent& content) {
  std::string body;
  put(body, static_cast<std::uint32_t>(content.categories.size()));
  put(body, static_cast<std::uint32_t>(content.ids.size()));
  put(body, content.threshold);
  put(body, content.sharpness);
  for (std::size_t k = 0; k < content.categories.size(); ++k) {
    put(body, content.bias[k]);
    put(body, content.scale[k]);
  }
  for (auto name : content.categories) {
    name.resize(category_bytes_max, '\0');
    body += name;
  }
  for (const auto id : content.ids) put(body, id);
  body += content.rows;
  return fmt::format("{}{}{}{}", magic, version, hash_hex(body), body);
}

/// Takes a model file apart.
class ModelReader {
 public:
  explicit ModelReader(std::string_view bytes) : rest_(bytes) {}

  Result<Model> read() {
    if (!rest_.starts_with(magic)) return wrong("is none");
    if (!rest_.substr(magic.size()).starts_with(version)) return wrong("is of another version; train it anew");
    if (rest_.size() < head_bytes) return wrong("is cut off");
    const auto checksum = rest_.substr(head_bytes - checksum_bytes, checksum_bytes);
    rest_.remove_prefix(head_bytes);
    if (hash_hex(rest_) != checksum) return wrong("is damaged: its checksum differs");
    return read_body();
  }

 private:
  // Beyond the checksum only a file that somebody made up can be wrong; that must not hurt either.
  Result<Model> read_body() {
    const auto categories = take<std::uint32_t>(), ids = take<std::uint32_t>();
    if (categories == 0 || categories > categories_max || ids > ids_max) return wrong("has impossible sizes");
    Model model;
    model.threshold_ = static_cast<double>(take<float>());
    model.sharpness_ = static_cast<double>(take<float>());
    const std::size_t expected =
        std::size_t{categories} * (8 + category_bytes_max) + std::size_t{ids} * (4 + categories);
    if (short_ || rest_.size() != expected) return wrong("has impossible sizes");
    for (std::uint32_t k = 0; k < categories; ++k) {
      model.bias_.push_back(take<float>());
      model.scale_.push_back(take<float>());
    }
    for (std::uint32_t k = 0; k < categories; ++k) {
      const std::string_view name = rest_.substr(0, category_bytes_max);
      model.categories_.emplace_back(name.substr(0, name.find('\0')));
      rest_.remove_prefix(category_bytes_max);
    }
    model.ids_.resize(ids);
    if (ids > 0) std::memcpy(model.ids_.data(), rest_.data(), std::size_t{ids} * 4);
    rest_.remove_prefix(std::size_t{ids} * 4);
    model.rows_ = rest_;
    if (!is_sane(model)) return wrong("holds impossible numbers");
    model.sort_in();
    return model;
  }

  static bool is_sane(const Model& model) {
    const auto finite = [](double number) { return std::isfinite(number); };
    return finite(model.threshold_) && finite(model.sharpness_) && std::ranges::all_of(model.bias_, finite) &&
           std::ranges::all_of(model.scale_, finite) && std::ranges::is_sorted(model.ids_);
  }

  template <class Number>
  Number take() {
    Number number{};
    if (rest_.size() < sizeof number) {
      short_ = true;
      return number;
    }
    std::memcpy(&number, rest_.data(), sizeof number);
    rest_.remove_prefix(sizeof number);
    return number;
  }

  std::string_view rest_;
  bool short_ = false;
};

Result<Model> Model::read_lasting(std::string_view bytes) { return ModelReader(bytes).read(); }

Result<Model> Model::read(std::shared_ptr<const std::string> bytes) {
  Model model = TRY(read_lasting(*bytes));
  model.owned_ = std::move(bytes);
  return model;
}

}  // namespace regreen
