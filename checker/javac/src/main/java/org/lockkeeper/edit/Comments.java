package org.lockkeeper.edit;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.TextEdit;

/** Comments of code that an edit takes away: they stay, each on a line of its own. */
final class Comments {

  private Comments() {}

  /** The edit, with the comments that it would lose in front of the new text. */
  static TextEdit kept(String text, TextEdit edit) {
    int head = text.lastIndexOf('\n', edit.start() - 1) + 1;
    String indent = indent(text, head);
    boolean whole = text.substring(head, edit.start()).isBlank();
    List<String> lost = new ArrayList<>();
    for (String comment : in(text.substring(edit.start(), edit.end()))) {
      if (!edit.text().contains(comment)) {
        lost.add(comment);
      }
    }
    if (lost.isEmpty() || !whole) {
      return edit;
    }
    StringBuilder all = new StringBuilder();
    boolean lines = edit.start() == head;
    for (String comment : lost) {
      all.append(lines ? indent : "").append(comment).append("\n").append(lines ? "" : indent);
    }
    return new TextEdit(edit.file(), edit.start(), edit.end(), all + edit.text());
  }

  private static String indent(String text, int head) {
    int at = head;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return text.substring(head, at);
  }

  /** The comments of some code, without the blanks around them. */
  static List<String> in(String code) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < code.length(); ) {
      int end = i + 1;
      if (code.startsWith("//", i)) {
        end = end(code, "\n", i, 0);
        all.add(code.substring(i, end).strip());
      } else if (code.startsWith("/*", i)) {
        end = end(code, "*/", i + 2, 2);
        all.add(code.substring(i, end));
      } else if (code.startsWith("\"\"\"", i)) {
        end = end(code, "\"\"\"", i + 3, 3);
      } else if (code.charAt(i) == '"' || code.charAt(i) == '\'') {
        end = quoted(code, i);
      }
      i = end;
    }
    return all;
  }

  private static int end(String code, String mark, int from, int length) {
    int at = code.indexOf(mark, from);
    return at < 0 ? code.length() : at + length;
  }

  private static int quoted(String code, int from) {
    int at = from + 1;
    while (at < code.length() && code.charAt(at) != code.charAt(from) && code.charAt(at) != '\n') {
      at += code.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(code.length(), at + 1);
  }
}
