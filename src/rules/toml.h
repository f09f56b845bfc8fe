#pragma once

/// The TOML library, configured once: compiled in toml.cpp, errors as values.
#define TOML_HEADER_ONLY 0
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>
