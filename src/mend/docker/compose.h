#pragma once

#include <string_view>

namespace regreen {

/// Is it a Compose file: compose.yaml, docker-compose.test.yml?
bool is_compose(std::string_view path);

}  // namespace regreen
