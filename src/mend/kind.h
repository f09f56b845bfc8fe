#pragma once

#include <string_view>

namespace regreen {

/// Does a path lie in a folder for tests, examples or documents? What lies there speaks of the project and is not of it.
bool is_aside(std::string_view path);

/// Is a file one of tests, by its name or its folder's?
bool is_test(std::string_view path);

/// Does a file call tools, by its name: a Makefile, a script, a pipeline, the scripts of a package? Documents only speak of that.
bool calls_tools(std::string_view path);

/// The shell that the first line of a text asks for: "bash" of `#!/usr/bin/env bash`, in the text itself; "" where it asks for none.
std::string_view shell_asked(std::string_view text);

}  // namespace regreen
