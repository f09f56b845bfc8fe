#pragma once

/// The TOML library, configured once: compiled in toml.cpp, errors as values.
#define TOML_HEADER_ONLY 0
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0

// Version 3.3 lets the compiler assume what a text can break ("[%"), and tells such a text's mistake all the same.
#include <toml++/impl/preprocessor.h>
#undef TOML_ASSERT_ASSUME
#define TOML_ASSERT_ASSUME(condition) static_assert(true)

#include <toml++/toml.h>
