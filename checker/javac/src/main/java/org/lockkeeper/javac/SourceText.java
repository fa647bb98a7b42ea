package org.lockkeeper.javac;

/**
 * A source file's characters with comments turned to blanks and literals to underscores, at
 * unchanged offsets, so that punctuation found in it is code.
 */
final class SourceText {
  private final char[] text;

  SourceText(CharSequence source) {
    text = source.toString().toCharArray();
    for (int i = 0; i < text.length; ) {
      i = mask(i);
    }
  }

  private int mask(int i) {
    char c = text[i];
    if (c == '/' && at(i + 1) == '/') {
      return fill(i, lineEnd(i), ' ');
    }
    if (c == '/' && at(i + 1) == '*') {
      int end = i + 2;
      while (end < text.length && !(text[end] == '*' && at(end + 1) == '/')) {
        end++;
      }
      return fill(i, end + 2, ' ');
    }
    if (c == '"' && at(i + 1) == '"' && at(i + 2) == '"') {
      int end = i + 3;
      while (end < text.length && !(text[end] == '"' && at(end + 1) == '"' && at(end + 2) == '"')) {
        end += text[end] == '\\' ? 2 : 1;
      }
      return fill(i, end + 3, '_');
    }
    return c == '"' || c == '\'' ? quoted(i, c) : i + 1;
  }

  private int quoted(int i, char quote) {
    int end = i + 1;
    while (end < text.length && text[end] != quote && text[end] != '\n') {
      end += text[end] == '\\' ? 2 : 1;
    }
    return fill(i, end + 1, '_');
  }

  private int lineEnd(int i) {
    while (i < text.length && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }

  private int fill(int from, int to, char with) {
    int end = Math.min(to, text.length);
    for (int i = from; i < end; i++) {
      if (with == '_' || text[i] != '\n') {
        text[i] = with;
      }
    }
    return end;
  }

  /** The character, or NUL outside of the text. */
  char at(int i) {
    return i >= 0 && i < text.length ? text[i] : 0;
  }

  int length() {
    return text.length;
  }

  /** The offset of the first non-blank at or after {@code i}. */
  int skipBlanks(int i) {
    while (i < text.length && text[i] <= ' ') {
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

  /** The first {@code c} at or after {@code i}, -1 when there is none. */
  int find(char c, int i) {
    for (int k = Math.max(0, i); k < text.length; k++) {
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
    for (int k = Math.max(0, i); k + word.length() <= text.length; k++) {
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
