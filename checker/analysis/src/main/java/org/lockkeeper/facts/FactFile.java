package org.lockkeeper.facts;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A text of facts, one line a key: {@code KEY<two or more spaces>fact, fact, …}. {@code #} starts a
 * comment at the start of a line or after a space. Keys are
 *
 * <ul>
 *   <li>{@code pkg.Type} with binary names ({@code java.util.Map$Entry}),
 *   <li>{@code pkg.Type#method(Simple,Types[])}, {@code pkg.Type#method(*)} or {@code
 *       pkg.Type#method} for all overloads, {@code <init>} for constructors, {@code pkg.Type#*} for
 *       all methods,
 *   <li>{@code pkg.Type#field},
 *   <li>{@code pkg.*} for all types of a package,
 *   <li>{@code @pkg.Type} or {@code @Simple} for every declaration that carries the annotation.
 * </ul>
 *
 * @param name for messages
 * @param lines by key
 */
public record FactFile(String name, SortedMap<String, List<Fact>> lines) {

  private static final String ID = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final String TYPE = ID + "(?:\\." + ID + ")*";
  private static final String PARAM = ID + "(?:\\[])*";
  private static final Pattern KEY =
      Pattern.compile(
          "@%1$s|%1$s\\.\\*|%1$s(?:#(?:\\*|(?:%2$s|<init>)(?:\\((?:\\*|%3$s(?:,%3$s)*)?\\))?))?"
              .formatted(TYPE, ID, PARAM));
  private static final int WIDEST_KEY = 60;

  /** Freezes the map. */
  public FactFile {
    SortedMap<String, List<Fact>> copy = new TreeMap<>();
    lines.forEach((key, facts) -> copy.put(key, List.copyOf(facts)));
    lines = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * Reads a text.
   *
   * @param name stands in messages
   * @throws FactSyntaxException at the first departure from the format
   */
  public static FactFile parse(String name, String text) {
    SortedMap<String, List<Fact>> lines = new TreeMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (FactLine line : FactLine.of(name, text)) {
      checkKey(name, line.number(), line.key());
      Integer first = seen.putIfAbsent(line.key(), line.number());
      if (first != null) {
        throw new FactSyntaxException(
            name, line.number(), 1, line.key() + " already has a line (" + first + ")");
      }
      lines.put(line.key(), line.facts());
    }
    return new FactFile(name, lines);
  }

  private static void checkKey(String name, int number, String key) {
    if (key.isEmpty()) {
      throw new FactSyntaxException(
          name, number, 1, "expected a key at the start of the line, found a space");
    }
    if (!KEY.matcher(key).matches()) {
      String hint = key.contains("...") ? " (write Type[] for Type...)" : "";
      throw new FactSyntaxException(
          name,
          number,
          1,
          "expected a key (pkg.Type, pkg.Type#method(Simple,Types), pkg.Type#method,"
              + " pkg.Type#field, pkg.Type#*, pkg.* or @pkg.Type), found \""
              + key
              + '"'
              + hint);
    }
  }

  /**
   * The text: sorted by key, facts in their order, without comments. Parses back to the same lines.
   */
  public String text() {
    int width =
        lines.keySet().stream()
            .mapToInt(String::length)
            .filter(n -> n <= WIDEST_KEY)
            .max()
            .orElse(0);
    StringBuilder out = new StringBuilder();
    lines.forEach(
        (key, facts) -> {
          out.append(key).append(" ".repeat(Math.max(0, width - key.length()) + 2));
          for (int i = 0; i < facts.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(facts.get(i));
          }
          out.append('\n');
        });
    return out.toString();
  }
}
