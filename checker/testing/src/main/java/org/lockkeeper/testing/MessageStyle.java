package org.lockkeeper.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lockkeeper.check.Finding;

/** How messages are written: one sentence, no full stop, names in backquotes, our own words. */
public final class MessageStyle {
  private static final Pattern FOREIGN =
      Pattern.compile("\\b(rule|detector|issue|violation|bug)s?\\b", Pattern.CASE_INSENSITIVE);

  private MessageStyle() {}

  /** What is wrong with a finding's texts; empty when nothing is. */
  public static List<String> faults(Finding finding) {
    List<String> faults = new ArrayList<>();
    String message = finding.message();
    String prose = message.replaceAll("`[^`]*`", "x");
    test(message.isBlank(), "says nothing", faults);
    test(message.contains("\n"), "has several lines", faults);
    test(prose.endsWith("."), "ends with a full stop", faults);
    test(prose.contains(". "), "is more than one sentence", faults);
    test(prose.contains("`"), "has an odd backquote", faults);
    test(FOREIGN.matcher(prose).find(), "uses a word that is not ours", faults);
    test(
        finding.because().startsWith("reported because"),
        "repeats the words that introduce its reason",
        faults);
    test(finding.because().endsWith("."), "has a reason that ends with a full stop", faults);
    test(finding.refused().endsWith("."), "has a refusal that ends with a full stop", faults);
    return faults.stream()
        .map(f -> "[" + finding.check() + "] " + f + ": " + message + " / " + finding.because())
        .toList();
  }

  private static void test(boolean wrong, String what, List<String> faults) {
    if (wrong) {
      faults.add(what);
    }
  }
}
