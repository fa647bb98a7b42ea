package org.lockkeeper.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Severity;

/**
 * Reads {@code --checks}: {@code +A} switches on, {@code -B} off, {@code C=error} sets a severity,
 * and names without any of these mean exactly these checks. {@code all} stands for every check.
 */
final class Severities {

  private final Map<String, Severity> defaults = new TreeMap<>();
  private final Map<String, Severity> chosen = new TreeMap<>();

  private Severities(List<About> checks) {
    checks.forEach(check -> defaults.put(check.name(), check.severity()));
  }

  /**
   * The overrides that the items ask for.
   *
   * @param items in the order given; later ones win
   * @throws BadInput for an unknown check or severity
   */
  static Map<String, Severity> parse(List<String> items, List<About> checks) {
    Severities result = new Severities(checks);
    List<String> given = items.stream().map(String::strip).filter(i -> !i.isEmpty()).toList();
    if (given.stream().anyMatch(Severities::isBare)) {
      result.defaults.keySet().forEach(name -> result.chosen.put(name, Severity.OFF));
    }
    given.forEach(result::apply);
    return result.chosen;
  }

  private static boolean isBare(String item) {
    return !item.startsWith("+") && !item.startsWith("-") && !item.contains("=");
  }

  private void apply(String item) {
    int equals = item.indexOf('=');
    if (equals >= 0) {
      Severity severity = severity(item.substring(equals + 1));
      names(item.substring(0, equals)).forEach(name -> chosen.put(name, severity));
    } else if (item.startsWith("-")) {
      names(item.substring(1)).forEach(name -> chosen.put(name, Severity.OFF));
    } else {
      names(isBare(item) ? item : item.substring(1)).forEach(name -> chosen.put(name, on(name)));
    }
  }

  private Severity on(String name) {
    Severity usual = defaults.get(name);
    return usual == Severity.OFF ? Severity.WARNING : usual;
  }

  private List<String> names(String name) {
    if (name.equals("all")) {
      return List.copyOf(defaults.keySet());
    }
    if (!defaults.containsKey(name)) {
      throw new BadInput(
          "unknown check '" + name + "'; the checks are " + String.join(", ", defaults.keySet()));
    }
    return List.of(name);
  }

  private static Severity severity(String word) {
    return Arrays.stream(Severity.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new BadInput("unknown severity '" + word + "'; it is one of " + words()));
  }

  private static String words() {
    return Arrays.stream(Severity.values())
        .map(s -> s.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
