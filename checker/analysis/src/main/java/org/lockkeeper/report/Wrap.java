package org.lockkeeper.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at a width. */
final class Wrap {

  private Wrap() {}

  /**
   * Breaks at blanks where there are any, or else behind the dots of a long name.
   *
   * @param width most characters a line, at least {@code hang + 8}
   * @param hang by how many blanks all lines but the first are indented
   */
  static List<String> lines(String text, int width, int hang) {
    List<String> lines = new ArrayList<>();
    int most = Math.max(width, hang + 8);
    String indent = "";
    String rest = text.stripTrailing();
    while (indent.length() + rest.length() > most) {
      int room = most - indent.length();
      int from = lines.isEmpty() ? Math.min(hang, room - 1) : 0;
      int cut = rest.lastIndexOf(' ', room);
      int dot = rest.lastIndexOf('.', room - 1) + 1;
      cut = cut > from ? cut : dot > from ? dot : room;
      lines.add(indent + rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).strip();
      indent = " ".repeat(hang);
    }
    if (!rest.isEmpty() || lines.isEmpty()) {
      lines.add((indent + rest).stripTrailing());
    }
    return lines;
  }

  /** The last part of a path or URI. */
  static String fileName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
