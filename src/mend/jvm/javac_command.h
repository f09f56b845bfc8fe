#pragma once

#include "mend/draft.h"

#include <string>

namespace regreen {

/// An option of javac that takes a value.
struct JavacOption {
  std::string name, value;
};

/// Gives javac and javadoc an option, where a Makefile or script calls them: in the variable of their flags where the call has
/// one, else behind the command. Another value becomes the one that is given. True where the file calls them at all.
bool say_to_javac(const std::string& path, const JavacOption& option, Draft& draft);

}  // namespace regreen
