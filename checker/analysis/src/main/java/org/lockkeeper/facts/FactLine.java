package org.lockkeeper.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a text of facts, its key found and its facts not yet read.
 *
 * @param file name of the text, for messages
 * @param number of the line, from 1
 * @param text without comment
 */
record FactLine(String file, int number, String key, String text) {
  /** What some editors put before a text in UTF-8. */
  private static final String MARK = "\uFEFF";

  /** The lines that say something. Keys end at the first white space and are not looked into. */
  static List<FactLine> of(String file, String text) {
    List<FactLine> all = new ArrayList<>();
    int number = 0;
    String plain = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    for (String raw : plain.lines().toList()) {
      number++;
      String line = uncommented(raw);
      if (!line.isEmpty()) {
        all.add(new FactLine(file, number, line.substring(0, gap(line)), line));
      }
    }
    return all;
  }

  /** Without what follows a {@code #} at the start or after white space. */
  private static String uncommented(String raw) {
    for (int i = raw.indexOf('#'); i >= 0; i = raw.indexOf('#', i + 1)) {
      if (i == 0 || Character.isWhitespace(raw.charAt(i - 1))) {
        return raw.substring(0, i).stripTrailing();
      }
    }
    return raw.stripTrailing();
  }

  private static int gap(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isWhitespace(line.charAt(i))) {
        return i;
      }
    }
    return line.length();
  }

  /**
   * Reads the facts.
   *
   * @throws FactSyntaxException at the first departure from the format
   */
  List<Fact> facts() {
    int gap = key.length();
    if (!text.startsWith("  ", gap) && text.indexOf('\t', gap) != gap) {
      throw new FactSyntaxException(
          file, number, gap + 1, "expected two or more spaces after the key, then facts");
    }
    Words words = new Words(file, number, text, gap);
    List<Fact> facts = new ArrayList<>();
    do {
      int column = words.column();
      Fact fact = FactParser.parse(words);
      if (facts.contains(fact)) {
        throw new FactSyntaxException(file, number, column, "\"" + fact + "\" is said twice");
      }
      for (Fact other : facts) {
        if (denies(fact, other) || denies(other, fact)) {
          String text = "\"" + fact + "\" contradicts \"" + other + "\" in the same line";
          throw new FactSyntaxException(file, number, column, text);
        }
      }
      facts.add(fact);
    } while (words.take(","));
    return facts;
  }

  private static boolean denies(Fact fact, Fact other) {
    return fact instanceof Fact.Not not
        && FactParser.kinds(not.kind()).stream().anyMatch(kind -> kind.isInstance(other));
  }
}
