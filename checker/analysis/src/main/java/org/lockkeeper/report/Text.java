package org.lockkeeper.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lockkeeper.check.Evidence;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Interleaving;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Severity;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/**
 * Writes findings as a person reads them.
 *
 * @param width most characters of a line; the first line of a finding is never broken
 * @param colour whether to use ANSI colours
 * @param source the lines of a file by {@link Site#file()}; an empty list when it cannot be read
 * @param name how a file is called in the text, by {@link Site#file()}
 */
public record Text(
    int width, boolean colour, Function<String, List<String>> source, UnaryOperator<String> name) {

  private static final int DEFAULT_WIDTH = 110;
  private static final String INDENT = "  ";
  private static final int HANG = 5;

  /** Other places shown at most; longer chains are read in a SARIF viewer. */
  private static final int PLACES = 12;

  private enum Style {
    BOLD("1"),
    RED("1;31"),
    GREEN("32"),
    YELLOW("1;33"),
    CYAN("1;36"),
    FAINT("2");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  /** Without colour and source lines, files by their last name: the same on every machine. */
  public static Text plain() {
    return new Text(DEFAULT_WIDTH, false, file -> List.of(), Wrap::fileName);
  }

  /** With the source line and a caret below the first line. */
  public Text withSource(Function<String, List<String>> lines) {
    return new Text(width, colour, lines, name);
  }

  /** With another name for files. */
  public Text withNames(UnaryOperator<String> names) {
    return new Text(width, colour, source, names);
  }

  /** With or without ANSI colours. */
  public Text withColour(boolean on) {
    return new Text(width, on, source, name);
  }

  /**
   * One finding: {@code File.java:14:7: warning: [Check] message}, the source line with a caret,
   * and the {@link #details}. Ends with a line feed.
   */
  public String finding(Finding finding, Severity severity) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style(Style.BOLD, place(finding.site()) + ":")
            + " "
            + style(tone(severity), word(severity) + ":")
            + " "
            + headline(finding));
    lines.addAll(caret(finding.site()));
    lines.addAll(details(finding));
    return joined(lines) + "\n";
  }

  /**
   * What a compiler's diagnostic says: {@code [Check] message} and the {@link #details}. No line
   * feed at the end.
   */
  public String body(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(finding));
    lines.addAll(details(finding));
    return joined(lines);
  }

  /** As {@link #body}, without the check's name, for those who print it themselves. */
  public String message(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(finding.message());
    lines.addAll(details(finding));
    return joined(lines);
  }

  /**
   * All findings of a report, a blank line between them, and the {@link #summary}.
   *
   * @param size how many of {@code unit} were read
   * @param unit such as {@code file} or {@code class}
   */
  public String report(Report report, int size, String unit) {
    return report.findings().stream()
        .map(f -> finding(f, report.severity(f)) + "\n")
        .collect(Collectors.joining("", "", summary(report, size, unit) + "\n"));
  }

  /**
   * One line: {@code 3 findings (1 error, 2 warnings) in 12 files}.
   *
   * @param size how many of {@code unit} were read
   * @param unit such as {@code file} or {@code class}
   */
  public String summary(Report report, int size, String unit) {
    String where = " in " + count(size, unit);
    if (report.findings().isEmpty()) {
      return "no findings" + where;
    }
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
      long n = report.findings().stream().filter(f -> report.severity(f) == severity).count();
      if (n > 0) {
        parts.add(count(n, word(severity)));
      }
    }
    return count(report.findings().size(), "finding") + parts(parts) + where;
  }

  private static String parts(List<String> parts) {
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  /** That it ran: {@code 17 methods, 2 findings}. */
  public String ran(Report report) {
    return count(report.methods(), "method") + ", " + count(report.findings().size(), "finding");
  }

  /** What follows the first line: interleaving, other places, reason, fixes; no trailing blanks. */
  private List<String> details(Finding finding) {
    List<String> lines = new ArrayList<>();
    finding.interleaving().ifPresent(order -> rows(lines, order));
    places(lines, finding);
    if (!finding.because().isEmpty()) {
      paragraph(lines, "reported because ", finding.because());
    }
    for (Fix fix : finding.fixes()) {
      paragraph(lines, fix == finding.fixes().get(0) ? "fix: " : "or:  ", fix.title());
    }
    if (!finding.refused().isEmpty()) {
      boolean none = finding.fixes().stream().allMatch(f -> f.patch().isEmpty());
      paragraph(lines, none ? "no fix offered: " : "not offered: ", finding.refused());
    }
    return lines;
  }

  private void rows(List<String> lines, Interleaving order) {
    List<String> rows = new Columns(order, width - INDENT.length()).rows();
    boolean titled = order.threads().size() == 2;
    lines.add(INDENT + (titled ? style(Style.FAINT, rows.get(0)) : rows.get(0)));
    rows.subList(1, rows.size()).forEach(row -> lines.add(INDENT + row));
  }

  private void places(List<String> lines, Finding finding) {
    Map<String, String> places = new LinkedHashMap<>();
    for (Evidence evidence : finding.evidence()) {
      if (!shown(finding, evidence)) {
        String lead = "see " + Wrap.fileName(place(evidence.site())) + ": ";
        places.putIfAbsent(lead + told(evidence), lead);
      }
    }
    places.entrySet().stream()
        .limit(PLACES)
        .forEach(e -> paragraph(lines, e.getValue(), e.getKey().substring(e.getValue().length())));
    if (places.size() > PLACES) {
      lines.add(INDENT + "and " + count(places.size() - PLACES, "more place"));
    }
  }

  private void paragraph(List<String> lines, String lead, String text) {
    List<String> wrapped = new ArrayList<>();
    for (String given : (lead + text).split("\\R")) {
      String hung = wrapped.isEmpty() ? given : " ".repeat(HANG) + given;
      wrapped.addAll(Wrap.lines(hung, width - INDENT.length(), HANG));
    }
    String head = wrapped.get(0);
    int led = Math.min(lead.length(), head.length());
    lines.add(INDENT + style(Style.GREEN, head.substring(0, led)) + head.substring(led));
    wrapped.subList(1, wrapped.size()).forEach(line -> lines.add(INDENT + line));
  }

  private static String told(Evidence evidence) {
    return evidence.text() + (evidence.thread() > 0 ? " (thread " + evidence.thread() + ")" : "");
  }

  /** Whether the interleaving already shows this place to the same thread. */
  private static boolean shown(Finding finding, Evidence evidence) {
    return finding.interleaving().stream()
        .flatMap(o -> o.steps().stream())
        .anyMatch(
            s ->
                s.site().sameLine(evidence.site())
                    && (evidence.thread() == 0 || s.thread() == evidence.thread()));
  }

  private List<String> caret(Site site) {
    List<String> all = source.apply(site.file());
    if (site.line() < 1 || site.line() > all.size()) {
      return List.of();
    }
    String line = all.get(site.line() - 1).stripTrailing();
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    int column = site.column() > 0 ? site.column() : indent.length() + 1;
    if (column > line.length() + 1) {
      return List.of(line);
    }
    // Tabs stay tabs, so that the caret stands below its character whatever their width.
    String before = line.substring(0, column - 1).replaceAll("[^\t]", " ");
    return List.of(line, before + style(Style.GREEN, "^"));
  }

  private String headline(Finding finding) {
    MethodRef in = finding.site().line() > 0 ? null : finding.site().in();
    String where = in == null ? "" : ", in " + MethodRef.simple(in.owner()) + "." + in.signature();
    return style(Style.BOLD, "[" + finding.check() + "]") + " " + finding.message() + where;
  }

  private String place(Site site) {
    String line = site.line() > 0 ? ":" + site.line() : "";
    return name.apply(site.file()) + line + (site.column() > 0 ? ":" + site.column() : "");
  }

  private String style(Style style, String text) {
    return colour ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
  }

  private static Style tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Style.RED;
      case WARNING -> Style.YELLOW;
      case NOTE, OFF -> Style.CYAN;
    };
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : noun.endsWith("s") ? "es" : "s");
  }

  private static String joined(List<String> lines) {
    return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }
}
