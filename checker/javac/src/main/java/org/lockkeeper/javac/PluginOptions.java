package org.lockkeeper.javac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Settings;
import org.lockkeeper.check.Severity;

/**
 * The plugin's arguments.
 *
 * @param settings what the analysis is told
 * @param verbose whether to print that it ran
 * @param cached whether what earlier runs have read of libraries may be used
 */
record PluginOptions(Settings settings, boolean verbose, boolean cached) {
  private static final String USAGE =
      "options are: -check NAME=off|note|warning|error, -models FILE, -strict, -only PREFIX,"
          + " -exclude PREFIX, -cache on|off, -verbose; checks are: ";

  /**
   * Reads arguments.
   *
   * @throws IllegalArgumentException when one is wrong; the message lists the right ones
   */
  static PluginOptions parse(String... args) {
    Map<String, Severity> severities = new TreeMap<>();
    List<Settings.Model> models = new ArrayList<>();
    List<String> only = new ArrayList<>();
    List<String> exclude = new ArrayList<>();
    boolean strict = false;
    boolean verbose = false;
    boolean cached = true;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "-check":
          severity(value(args, ++i), severities);
          break;
        case "-models":
          models.add(model(value(args, ++i)));
          break;
        case "-only":
          only.add(value(args, ++i));
          break;
        case "-exclude":
          exclude.add(value(args, ++i));
          break;
        case "-cache":
          cached = onOff(value(args, ++i));
          break;
        case "-strict":
          strict = true;
          break;
        case "-verbose":
          verbose = true;
          break;
        default:
          throw wrong("unknown option " + args[i]);
      }
    }
    return new PluginOptions(
        new Settings(severities, models, strict, only, exclude, 0), verbose, cached);
  }

  private static boolean onOff(String word) {
    if (!word.equals("on") && !word.equals("off")) {
      throw wrong("-cache " + word + " is neither on nor off");
    }
    return word.equals("on");
  }

  private static String value(String[] args, int at) {
    if (at >= args.length) {
      throw wrong(args[at - 1] + " lacks its value");
    }
    return args[at];
  }

  private static void severity(String text, Map<String, Severity> to) {
    int cut = text.indexOf('=');
    String name = cut < 0 ? text : text.substring(0, cut);
    if (Analysis.checks().stream().noneMatch(about -> about.name().equals(name))) {
      throw wrong("unknown check " + name);
    }
    try {
      to.put(name, Severity.valueOf(text.substring(cut + 1).toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      throw wrong("-check " + text + " names no severity");
    }
  }

  private static Settings.Model model(String file) {
    try {
      return Settings.Model.read(file);
    } catch (IllegalArgumentException unreadable) {
      throw wrong(unreadable.getMessage());
    }
  }

  private static IllegalArgumentException wrong(String what) {
    String checks =
        Analysis.checks().stream().map(About::name).sorted().collect(Collectors.joining(", "));
    return new IllegalArgumentException(what + "; " + USAGE + checks);
  }
}
