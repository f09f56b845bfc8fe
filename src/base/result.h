#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regreen {

/// What kind of trouble we are in. Each kind asks for exactly one reaction.
enum class ErrorKind {
  not_found,    ///< what was asked for is not there: say so
  invalid,      ///< the input cannot be used as it is: say so
  denied,       ///< we are not allowed to: stop
  unavailable,  ///< something outside does not answer: try again later
  internal,     ///< our own mistake: report it
};

/// Our own trouble, never a red build. `message` finishes the sentence "could not …" or names what is wrong, and
/// names the file, job or address.
struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string message;

  /// The same error with what we were doing put in front: "opening the store: database is locked".
  Error during(std::string_view doing) && {
    message.insert(0, std::string(doing) + ": ");
    return std::move(*this);
  }
};

/// A value, or why there is none.
template <class T>
using Result = tl::expected<T, Error>;

/// Makes the failed half of a Result.
inline tl::unexpected<Error> fail(ErrorKind kind, std::string message) {
  return tl::unexpected<Error>(Error{kind, std::move(message)});
}

/// For TRY: the error of a Result that has one, and the value (or nothing, of a Result<void>) of another.
template <class T>
tl::unexpected<Error> take_error(Result<T>&& result) {
  return tl::unexpected<Error>(std::move(result).error());
}
template <class T>
T take(Result<T>&& result) {
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

}  // namespace regreen

/// The value of a Result, or an early return of its error. Do not nest.
#define TRY(expression)                                                   \
  __extension__({                                                         \
    auto&& try_result = (expression);                                     \
    if (!try_result) return ::regreen::take_error(std::move(try_result)); \
    ::regreen::take(std::move(try_result));                               \
  })
