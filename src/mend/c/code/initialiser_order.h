#pragma once

#include "mend/draft.h"
#include "model/diagnosis.h"
#include "model/tree.h"

namespace regreen {

/// Puts the initialisers of a constructor into the order in which its class declares them, which is the order they run in anyhow:
/// all at once where the class says of each where it is declared, else the two that the compiler names. Their comments go with
/// them. True where the occurrence tells of such an order.
bool order_initialisers(const Tree& tree, const Occurrence& occurrence, Draft& draft);

}  // namespace regreen
