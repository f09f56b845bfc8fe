#define TOML_IMPLEMENTATION
#include "rules/toml.h"
