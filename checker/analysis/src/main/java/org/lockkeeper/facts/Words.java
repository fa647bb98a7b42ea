package org.lockkeeper.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cursor over the words of one line, which knows their columns for messages. */
final class Words {
  private static final Pattern WORD = Pattern.compile("[^\\s,]*\\([^\\s)]*\\)[^\\s,]*|,|[^\\s,]+");

  private record Word(String text, int column) {}

  private final String file;
  private final int line;
  private final int end;
  private final List<Word> words = new ArrayList<>();
  private int next;

  /** Over {@code text} from character {@code start} on. */
  Words(String file, int line, String text, int start) {
    this.file = file;
    this.line = line;
    this.end = text.length() + 1;
    for (Matcher m = WORD.matcher(text).region(start, text.length()); m.find(); ) {
      words.add(new Word(m.group(), m.start() + 1));
    }
  }

  /** The next word, empty at the end. */
  String peek() {
    return peek(0);
  }

  /** The word after the next {@code ahead} ones, empty behind the end. */
  String peek(int ahead) {
    return next + ahead < words.size() ? words.get(next + ahead).text() : "";
  }

  /** Where the next word starts, 1-based. */
  int column() {
    return next < words.size() ? words.get(next).column() : end;
  }

  /** Whether the fact ends here. */
  boolean atEnd() {
    return peek().isEmpty() || peek().equals(",");
  }

  /** Takes the next word if it is this one. */
  boolean take(String word) {
    if (!peek().equals(word)) {
      return false;
    }
    next++;
    return true;
  }

  /** Takes these words if they come next, all or none. */
  boolean takeAll(String... phrase) {
    for (int i = 0; i < phrase.length; i++) {
      if (!peek(i).equals(phrase[i])) {
        return false;
      }
    }
    next += phrase.length;
    return true;
  }

  /** Takes any word but a comma. */
  String word(String expected) {
    if (atEnd()) {
      throw expected(expected);
    }
    return words.get(next++).text();
  }

  /** Takes a non-negative number of at most four digits. */
  int number(String expected) {
    if (!peek().matches("\\d{1,4}")) {
      throw expected(expected);
    }
    return Integer.parseInt(words.get(next++).text());
  }

  /** Takes exactly this word. */
  void expect(String word) {
    if (!take(word)) {
      throw expected('"' + word + '"');
    }
  }

  /** What to throw when the next word is not what it should be. */
  FactSyntaxException expected(String what) {
    String found = peek().isEmpty() ? "the end of the line" : '"' + peek() + '"';
    return new FactSyntaxException(file, line, column(), "expected " + what + ", found " + found);
  }
}
