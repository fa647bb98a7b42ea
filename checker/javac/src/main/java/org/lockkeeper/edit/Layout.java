package org.lockkeeper.edit;

import org.lockkeeper.check.TextEdit;

/** Line breaks around changes that come from elsewhere and think of the code only. */
final class Layout {

  private Layout() {}

  /**
   * A statement before another gets a line of its own; what goes takes its line along when nothing
   * else stands there.
   */
  static TextEdit kept(String text, TextEdit edit) {
    int head = text.lastIndexOf('\n', edit.start() - 1) + 1;
    int tail = text.indexOf('\n', edit.end());
    boolean first = text.substring(head, edit.start()).isBlank();
    boolean last = tail < 0 || text.substring(edit.end(), tail).isBlank();
    String put = edit.text().strip();
    if (put.isEmpty() && first && last && tail >= 0) {
      return new TextEdit(edit.file(), head, tail + 1, "");
    }
    boolean statement = edit.start() == edit.end() && (put.endsWith(";") || put.endsWith("}"));
    return statement && first && !last
        ? new TextEdit(
            edit.file(), edit.start(), edit.end(), put + "\n" + text.substring(head, edit.start()))
        : edit;
  }
}
