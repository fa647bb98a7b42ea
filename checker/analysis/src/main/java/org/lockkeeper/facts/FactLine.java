package org.lockkeeper.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a text of facts, its key found and its facts not yet read.
 *
 * @param file name of the text, for messages
 * @param number of the line, from 1
 * @param text without comment
 */
record FactLine(String file, int number, String key, String text) {
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#");

  /** The lines that say something. Keys end at the first white space and are not looked into. */
  static List<FactLine> of(String file, String text) {
    List<FactLine> all = new ArrayList<>();
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = uncommented(raw);
      if (!line.isEmpty()) {
        all.add(new FactLine(file, number, line.substring(0, gap(line)), line));
      }
    }
    return all;
  }

  private static String uncommented(String raw) {
    if (raw.indexOf('#') < 0) {
      return raw.stripTrailing();
    }
    Matcher comment = COMMENT.matcher(raw);
    return (comment.find() ? raw.substring(0, comment.start()) : raw).stripTrailing();
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
      facts.add(fact);
    } while (words.take(","));
    return facts;
  }
}
