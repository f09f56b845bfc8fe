#pragma once

#include "mend/rust/language/rust_text.h"
#include "mend/rust/language/rustc_message.h"
#include "model/patch.h"

#include <vector>

namespace regreen {

/// What a message of Clippy describes and does not write out, made of the source; nothing where the source is another by now, or
/// more than the place that it names would have to change.
using ClippyEdits = std::vector<Edit> (*)(const RustText& source, const RustcMessage& message);

/// `fn first<'a>(&'a self) -> &'a str` → `fn first(&self) -> &str`
std::vector<Edit> without_lifetimes(const RustText& source, const RustcMessage& message);

/// `out.push_str(&format!("{a}\n"));` → `let _ = writeln!(out, "{a}");`, and the trait that it takes
std::vector<Edit> written_in_place(const RustText& source, const RustcMessage& message);

/// `for i in 0..xs.len() { f(xs[i]) }` → `for x in xs.iter() { f(*x) }`
std::vector<Edit> over_items(const RustText& source, const RustcMessage& message);

/// `assert_eq!(is_up(x), false)` → `assert!(!is_up(x))`
std::vector<Edit> asserted(const RustText& source, const RustcMessage& message);

/// `let mut c = Conf::default(); c.a = 3;` → `let mut c = Conf { a: 3, ..Default::default() };`
std::vector<Edit> with_fields(const RustText& source, const RustcMessage& message);

}  // namespace regreen
