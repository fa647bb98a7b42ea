package org.lockkeeper.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lockkeeper.testing.Expectation.Kind;

/**
 * Reads the markers of a source file. A line may carry several: {@code // want A "x" // want B
 * "y"}.
 */
final class Markers {
  private static final Pattern MARKER = Pattern.compile("//\\s*(want|missed)\\b(?!:)");
  private static final Pattern WANT =
      Pattern.compile("\\s*([A-Za-z]+)(?:\\s+\"((?:[^\"\\\\]|\\\\.)*)\")?\\s*,?");

  private Markers() {}

  /**
   * All markers, in the order of the text.
   *
   * @throws IllegalArgumentException for one that cannot be read, as {@code file:line: why}
   */
  static List<Expectation> read(String file, String source) {
    List<Expectation> found = new ArrayList<>();
    String[] lines = source.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher marker = MARKER.matcher(lines[i]);
      List<Integer> starts = new ArrayList<>();
      while (marker.find()) {
        starts.add(marker.start());
      }
      for (int m = 0; m < starts.size(); m++) {
        int end = m + 1 < starts.size() ? starts.get(m + 1) : lines[i].length();
        readOne(file, i + 1, lines[i].substring(starts.get(m), end), found);
      }
    }
    return found;
  }

  private static void readOne(String file, int line, String text, List<Expectation> into) {
    Matcher marker = MARKER.matcher(text);
    marker.find();
    boolean missed = marker.group(1).equals("missed");
    String rest = text.substring(marker.end());
    Matcher want = WANT.matcher(rest);
    int at = 0;
    while (want.find(at) && want.start() == at) {
      into.add(expectation(line, missed, want.group(1), want.group(2)));
      at = want.end();
    }
    if (at == 0 || !rest.substring(at).isBlank()) {
      throw new IllegalArgumentException(
          file + ":" + line + ": expected // want Check \"part\", got " + text.strip());
    }
  }

  private static Expectation expectation(int line, boolean missed, String word, String part) {
    String unescaped = part == null ? "" : part.replaceAll("\\\\(.)", "$1");
    if (missed) {
      return new Expectation(line, Kind.MISSED, word, unescaped);
    }
    return word.equals("fact")
        ? new Expectation(line, Kind.FACT, "", unescaped)
        : new Expectation(line, Kind.FINDING, word, unescaped);
  }
}
