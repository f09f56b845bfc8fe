#pragma once

#include "base/id.h"
#include "model/attempt.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regreen {

/// How healing ended (CONTRACT.md).
enum class Decision { patched, retry, refused, needs_llm, unknown, nothing };

/// Whether a proved repair has reached people.
enum class Delivery {
  none,
  pending,
  done,
  taken_back,  ///< or people did not want it
  merged,      ///< where people have to agree, they did
};

/// The command that proves a repair, before and after it.
struct Proof {
  std::string command;
  int exit_before = 0;
  std::string category_before;
  std::optional<int> exit_after;
  std::string version = {};  ///< of the regreen that saw it
};

struct Usage {
  std::uint64_t tokens_in = 0;
  std::uint64_t tokens_out = 0;
  double cost_usd = 0;
};

/// The last chapter of a Case.
struct Outcome {
  Decision decision = Decision::unknown;
  std::string category;
  Signature signature;
  std::string reason;  ///< one sentence for a human
  std::string rule;    ///< the policy rule that decided, when refused
  Patch patch;         ///< proved, when patched
  std::optional<Proof> proof;
  Usage usage;
  double total_s = 0;
  double verify_s = 0;
  Delivery delivery = Delivery::none;
  std::string rejected = {};  ///< why people did not want the repair: a word of rejections(); empty: they have not said
};

/// Why a repair is not wanted (D9).
std::span<const std::string_view> rejections();

std::string_view name_of(Decision decision);

}  // namespace regreen
