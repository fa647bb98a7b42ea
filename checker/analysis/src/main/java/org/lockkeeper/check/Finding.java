package org.lockkeeper.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.Site;

/**
 * One report of a defect. Immutable; the {@code with…} methods return changed copies.
 *
 * @param check name of the check
 * @param site the primary place
 * @param message one sentence, no full stop, source names in backquotes, lines as {@code (line 13)}
 * @param evidence all other places it rests on
 * @param interleaving how two threads lose
 * @param because completes "reported because …"; empty when the defect speaks for itself
 * @param fixes best first
 * @param refused why the obvious fix is not offered; empty otherwise
 * @param culprit the place that one change would cure together with all that lead to it; empty when
 *     that is the primary one
 */
public record Finding(
    String check,
    Site site,
    String message,
    List<Evidence> evidence,
    Optional<Interleaving> interleaving,
    String because,
    List<Fix> fixes,
    String refused,
    Optional<Site> culprit) {

  /** What a class file without line numbers would make of a line. */
  private static final String NO_LINE = " (line 0)";

  /** Freezes the lists. */
  public Finding {
    message = message.replace(NO_LINE, "");
    because = because.replace(NO_LINE, "");
    evidence = List.copyOf(evidence);
    fixes = List.copyOf(fixes);
  }

  /** A bare finding. */
  public static Finding of(About about, Site site, String message) {
    return new Finding(
        about.name(),
        site,
        message,
        List.of(),
        Optional.empty(),
        "",
        List.of(),
        "",
        Optional.empty());
  }

  /** At another place. */
  public Finding at(Site other) {
    return new Finding(
        check, other, message, evidence, interleaving, because, fixes, refused, culprit);
  }

  /** With one more piece of evidence. */
  public Finding with(Site where, String text, int thread) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.add(new Evidence(where, text, thread));
    return new Finding(check, site, message, all, interleaving, because, fixes, refused, culprit);
  }

  /** With another message. */
  public Finding saying(String text) {
    return new Finding(check, site, text, evidence, interleaving, because, fixes, refused, culprit);
  }

  /** With more evidence. */
  public Finding with(List<Evidence> more) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(more);
    return new Finding(check, site, message, all, interleaving, because, fixes, refused, culprit);
  }

  /** With the losing order. */
  public Finding with(Interleaving order) {
    return new Finding(
        check, site, message, evidence, Optional.of(order), because, fixes, refused, culprit);
  }

  /** With the reason for speaking. */
  public Finding because(String reason) {
    return new Finding(
        check, site, message, evidence, interleaving, reason, fixes, refused, culprit);
  }

  /** With one more fix. */
  public Finding with(Fix fix) {
    List<Fix> all = new ArrayList<>(fixes);
    all.add(fix);
    return new Finding(
        check, site, message, evidence, interleaving, because, all, refused, culprit);
  }

  /** With these fixes instead of those that it has. */
  public Finding mended(List<Fix> others) {
    return new Finding(
        check, site, message, evidence, interleaving, because, others, refused, culprit);
  }

  /** With the reason why the obvious fix is not offered. */
  public Finding refusing(String why) {
    return new Finding(check, site, message, evidence, interleaving, because, fixes, why, culprit);
  }

  /** With the place that it leads to. */
  public Finding leadingTo(Site place) {
    return new Finding(
        check,
        site,
        message,
        evidence,
        interleaving,
        because,
        fixes,
        refused,
        Optional.of(place).filter(p -> !p.equals(site)));
  }
}
