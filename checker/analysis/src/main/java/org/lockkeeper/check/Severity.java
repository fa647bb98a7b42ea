package org.lockkeeper.check;

/** How loudly a finding is reported, from silent to build failure. */
public enum Severity {
  OFF,
  NOTE,
  WARNING,
  ERROR
}
