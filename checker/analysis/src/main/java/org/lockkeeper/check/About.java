package org.lockkeeper.check;

import java.util.List;

/**
 * What a check is.
 *
 * @param name public and final: class name, suppression key, testdata folder and docs page
 * @param sentence one sentence for a rule list: what is wrong when it speaks
 * @param severity unless options say otherwise; {@link Severity#OFF} for opt-in checks
 * @param aliases identifiers in other catalogues, such as {@code CWE-362} or {@code CERT-VNA03-J}
 * @param page where the page about it is: relative to the documentation's root, or a URL
 */
public record About(
    String name, String sentence, Severity severity, List<String> aliases, String page) {

  /** Freezes the list. */
  public About {
    aliases = List.copyOf(aliases);
  }

  /** One of our own, whose page is in {@code docs/checks}. */
  public About(String name, String sentence, Severity severity, List<String> aliases) {
    this(name, sentence, severity, aliases, "docs/checks/" + name + ".md");
  }
}
