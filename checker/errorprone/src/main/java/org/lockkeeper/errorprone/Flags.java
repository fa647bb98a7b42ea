package org.lockkeeper.errorprone;

import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.ErrorProneOptions.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Settings;

/** What {@code -Xep:…} and {@code -XepOpt:Lockkeeper:…} say. */
final class Flags {
  private static final String PREFIX = "Lockkeeper:";
  private static final String STRICT = PREFIX + "Strict";
  private static final String MODELS = PREFIX + "Models";
  private static final String ONLY = PREFIX + "Only";
  private static final String EXCLUDE = PREFIX + "Exclude";
  private static final String VERBOSE = PREFIX + "Verbose";
  private static final String CACHE = PREFIX + "Cache";
  private static final List<String> KNOWN = List.of(CACHE, EXCLUDE, MODELS, ONLY, STRICT, VERBOSE);

  private final ErrorProneOptions options;
  private final ErrorProneFlags flags;

  Flags(ErrorProneOptions options) {
    this.options = options;
    this.flags = options.getFlags();
  }

  /** Whether to print that it ran. */
  boolean verbose() {
    return flags.getBoolean(VERBOSE).orElse(false);
  }

  /** Whether what earlier runs have read of libraries may be used. */
  boolean cached() {
    return flags.getBoolean(CACHE).orElse(true);
  }

  /** Whether faults are errors. */
  boolean strict() {
    return flags.getBoolean(STRICT).orElse(false);
  }

  /**
   * What the analysis is told. Checks that Error Prone does not run are off; how loud the others
   * are is left to it.
   *
   * @throws IllegalArgumentException for an unknown flag or a model that cannot be read
   */
  Settings settings() {
    for (String flag : new TreeMap<>(flags.getFlagsMap()).keySet()) {
      if (flag.startsWith(PREFIX) && !KNOWN.contains(flag)) {
        String known = "-XepOpt:" + String.join(", -XepOpt:", KNOWN);
        throw new IllegalArgumentException("unknown flag -XepOpt:" + flag + "; there are " + known);
      }
    }
    Map<String, org.lockkeeper.check.Severity> severities = new TreeMap<>();
    for (About about : Analysis.checks()) {
      severities.put(about.name(), severity(about));
    }
    List<Settings.Model> models = new ArrayList<>();
    flags.getListOrEmpty(MODELS).forEach(file -> models.add(Settings.Model.read(file)));
    return new Settings(
        severities, models, strict(), flags.getListOrEmpty(ONLY), flags.getListOrEmpty(EXCLUDE), 0);
  }

  private org.lockkeeper.check.Severity severity(About about) {
    Severity asked = options.getSeverityMap().get(about.name());
    boolean optIn = about.severity() == org.lockkeeper.check.Severity.OFF;
    boolean on =
        asked == null
            ? !options.isDisableAllChecks() && !optIn || options.isEnableAllChecksAsWarnings()
            : asked != Severity.OFF;
    return on ? org.lockkeeper.check.Severity.WARNING : org.lockkeeper.check.Severity.OFF;
  }
}
