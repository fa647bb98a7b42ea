package org.lockkeeper.cooperation;

import org.lockkeeper.ir.Site;

/** What each round of a loop costs; degree 0 when it is the same for all. */
record Cost(int degree, String why, Site at) {
  static final Cost NONE = new Cost(0, "", null);

  Cost or(Cost other) {
    return other.degree > degree ? other : this;
  }
}
