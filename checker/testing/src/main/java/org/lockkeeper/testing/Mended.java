package org.lockkeeper.testing;

import java.util.List;
import java.util.Map;
import org.lockkeeper.check.Report;
import org.lockkeeper.edit.Rounds;

/**
 * A case after its fixes.
 *
 * @param after the case as the fixes leave it, without markers
 */
public record Mended(Case after, Rounds.Result result) {

  /** Applies all fixes of a case, round after round. */
  public static Mended of(Case about) {
    Case plain = about.withoutMarkers();
    Rounds.Result result = new Rounds(plain::text, c -> analysed(with(plain, c))).run();
    return new Mended(with(plain, result.changed()), result);
  }

  /** Every fix that was dropped, and why, a line each. */
  public List<String> faults() {
    return result.dropped().stream()
        .map(
            d ->
                d.finding().site()
                    + " "
                    + d.finding().check()
                    + " "
                    + d.finding().fixes().get(0).title()
                    + ": "
                    + d.why())
        .toList();
  }

  private static Case with(Case about, Map<String, String> changed) {
    return about.with(
        about.sources().stream().map(s -> new Case.Source(s.name(), text(s, changed))).toList());
  }

  private static String text(Case.Source source, Map<String, String> changed) {
    return changed.keySet().stream()
        .filter(f -> ("/" + f).endsWith("/" + source.name()))
        .findFirst()
        .map(changed::get)
        .orElse(source.text());
  }

  private static Rounds.Analysed analysed(Case about) {
    try {
      return new Rounds.Analysed(Verdict.of(about, Door.SOURCE).report(), 0);
    } catch (AssertionError broken) {
      Report none = new Report(List.of(), Map.of(), List.of(), List.of(), 0);
      return new Rounds.Analysed(none, 1);
    }
  }
}
