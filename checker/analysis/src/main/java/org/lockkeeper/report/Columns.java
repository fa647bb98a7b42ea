package org.lockkeeper.report;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Interleaving.Step;

/**
 * Draws an interleaving as two columns, time running down; as a list that names the thread on each
 * row when there are more than two.
 */
final class Columns {

  private static final int GAP = 3;

  private final Interleaving order;
  private final int width;
  private final boolean manyFiles;
  private final int placeWidth;
  private final boolean wide;

  /**
   * @param width characters for both columns together
   */
  Columns(Interleaving order, int width) {
    this.order = order;
    this.width = width;
    manyFiles = order.steps().stream().map(s -> s.site().file()).distinct().count() > 1;
    placeWidth = order.steps().stream().mapToInt(s -> place(s).length()).max().orElse(0);
    // Beside long names of files nothing could be read: what happens there goes on below them.
    wide = order.threads().size() == 2 && placeWidth > width / 4;
  }

  /** The rows, the titles first where there are columns. */
  List<String> rows() {
    return order.threads().size() == 2 ? columns() : list();
  }

  private List<String> list() {
    List<String> rows = new ArrayList<>();
    int titles = order.threads().stream().mapToInt(String::length).max().orElse(0);
    for (Step step : order.steps()) {
      String title = order.threads().get(step.thread() - 1);
      String remark = step.remark().isEmpty() ? "" : "  -- " + step.remark();
      String row = title + " ".repeat(titles - title.length() + GAP) + cell(step) + remark;
      rows.addAll(Wrap.lines(row, width, titles + GAP + placeWidth + 2));
    }
    return rows;
  }

  private List<String> columns() {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    left.add(order.threads().get(0));
    right.add(order.threads().get(1));
    for (Step step : order.steps()) {
      String remark = step.remark().isEmpty() ? "" : "-- " + step.remark();
      left.add(step.thread() == 1 ? cell(step) : remark);
      right.add(step.thread() == 1 ? remark : cell(step));
    }
    int need = left.stream().mapToInt(String::length).max().orElse(0);
    int needRight = right.stream().mapToInt(String::length).max().orElse(0);
    int most = Math.max(width - GAP - needRight, (width - GAP) / 2);
    int leftWidth = Math.min(need, most);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      rows.addAll(beside(left.get(i), right.get(i), leftWidth));
    }
    return rows;
  }

  private List<String> beside(String left, String right, int leftWidth) {
    List<String> l = Wrap.lines(left, leftWidth, hang(left));
    List<String> r = Wrap.lines(right, width - GAP - leftWidth, hang(right));
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(l.size(), r.size()); i++) {
      String a = i < l.size() ? l.get(i) : "";
      String b = i < r.size() ? r.get(i) : "";
      rows.add(b.isEmpty() ? a : a + " ".repeat(Math.max(0, leftWidth - a.length()) + GAP) + b);
    }
    return rows;
  }

  private int hang(String cell) {
    return cell.startsWith("-- ") ? 3 : wide ? 2 : placeWidth + 2;
  }

  private String cell(Step step) {
    String place = place(step);
    String padding = " ".repeat(wide ? 0 : placeWidth - place.length());
    return (manyFiles ? place + padding : padding + place) + "  " + step.text();
  }

  private String place(Step step) {
    String line = step.site().line() > 0 ? "" + step.site().line() : "?";
    return manyFiles ? Wrap.fileName(step.site().file()) + ":" + line : line;
  }
}
