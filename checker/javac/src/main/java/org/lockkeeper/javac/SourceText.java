package org.lockkeeper.javac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A source file's characters with comments turned to blanks and literals to underscores, at
 * unchanged offsets, so that punctuation found in it is code.
 */
final class SourceText {
  private final char[] text;
  private final List<Range> comments = new ArrayList<>();

  /** Offsets of a part of the text, the second one behind it. */
  record Range(int from, int to) {}

  SourceText(String all) {
    text = all.toCharArray();
    int slash = next(all, '/', 0);
    int quote = next(all, '"', 0);
    int tick = next(all, '\'', 0);
    for (int i = Math.min(slash, Math.min(quote, tick)); i < text.length; ) {
      int end = mask(all, i);
      slash = slash < end ? next(all, '/', end) : slash;
      quote = quote < end ? next(all, '"', end) : quote;
      tick = tick < end ? next(all, '\'', end) : tick;
      i = Math.min(slash, Math.min(quote, tick));
    }
  }

  private static int next(String all, char c, int from) {
    int at = all.indexOf(c, from);
    return at < 0 ? all.length() : at;
  }

  private static int behind(String all, String end, int from) {
    int at = all.indexOf(end, from);
    return at < 0 ? all.length() : at + end.length();
  }

  private int mask(String all, int i) {
    char c = text[i];
    if (c == '/') {
      return at(i + 1) == '/'
          ? blank(all, i, lineEnd(i))
          : at(i + 1) == '*' ? blank(all, i, behind(all, "*/", i + 2)) : i + 1;
    }
    if (c == '"' && at(i + 1) == '"' && at(i + 2) == '"') {
      int end = i + 3;
      while (end < text.length && !(text[end] == '"' && at(end + 1) == '"' && at(end + 2) == '"')) {
        end += text[end] == '\\' ? 2 : 1;
      }
      return underline(i, end + 3);
    }
    int end = i + 1;
    while (end < text.length && text[end] != c && text[end] != '\n') {
      end += text[end] == '\\' ? 2 : 1;
    }
    return underline(i, end + 1);
  }

  private int lineEnd(int i) {
    while (i < text.length && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }

  private int underline(int from, int to) {
    int end = Math.min(to, text.length);
    Arrays.fill(text, from, end, '_');
    return end;
  }

  /** All but the ends of lines. */
  private int blank(String all, int from, int to) {
    comments.add(new Range(from, to));
    for (int i = from; i < to; i++) {
      int end = Math.min(next(all, '\n', i), to);
      Arrays.fill(text, i, end, ' ');
      i = end;
    }
    return to;
  }

  /** Where comments stand, in their order. */
  List<Range> comments() {
    return comments;
  }

  /** The character, or NUL outside of the text. */
  char at(int i) {
    return i >= 0 && i < text.length ? text[i] : 0;
  }

  int length() {
    return text.length;
  }

  /** The offset of the first non-blank at or after {@code i}; a negative one is kept. */
  int skipBlanks(int i) {
    while (i >= 0 && i < text.length && text[i] <= ' ') {
      i++;
    }
    return i;
  }

  /** Whether a line ends between the offsets. */
  boolean hasLineEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (at(i) == '\n' || at(i) == '\r') {
        return true;
      }
    }
    return false;
  }

  /** The first {@code c} at or after {@code i}, -1 when there is none or {@code i} is negative. */
  int find(char c, int i) {
    for (int k = i; k >= 0 && k < text.length; k++) {
      if (text[k] == c) {
        return k;
      }
    }
    return -1;
  }

  /** The offset behind the identifier, number or masked literal that starts at {@code i}. */
  int wordEnd(int i) {
    while (i < text.length && Character.isJavaIdentifierPart(text[i])) {
      i++;
    }
    return i;
  }

  /** Where {@code word} stands as a whole word at or after {@code i}; -1 when nowhere. */
  int word(String word, int i) {
    for (int k = i; k >= 0 && k + word.length() <= text.length; k++) {
      if (text[k] == word.charAt(0)
          && matches(word, k)
          && !Character.isJavaIdentifierPart(at(k - 1))
          && !Character.isJavaIdentifierPart(at(k + word.length()))) {
        return k;
      }
    }
    return -1;
  }

  private boolean matches(String word, int at) {
    for (int j = 1; j < word.length(); j++) {
      if (text[at + j] != word.charAt(j)) {
        return false;
      }
    }
    return true;
  }

  /** The offset behind the bracket that closes the one at {@code open}. */
  int close(int open) {
    int depth = 0;
    for (int i = open; i >= 0 && i < text.length; i++) {
      char c = text[i];
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
        return i + 1;
      }
    }
    return text.length;
  }
}
