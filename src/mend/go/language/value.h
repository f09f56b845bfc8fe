#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace regreen {

/// Does computing a value do something beside answering it: a call of a function that is not known only to answer, a channel, a
/// function literal?
bool go_does_something(std::string_view value);

/// The statement that does what computing a value does, where nothing takes the value: the call itself, `_ = value` where Go allows
/// no statement of it. `text` is the file that it stands in.
std::string go_statement_of(std::string_view value, std::string_view code, std::string_view text);

/// May a name stand for an error, which nobody may drop?
bool may_be_error(std::string_view name);

}  // namespace regreen
