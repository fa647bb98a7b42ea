package org.lockkeeper.sarif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.lockkeeper.check.Evidence;
import org.lockkeeper.check.Finding;

/**
 * Names findings so that they are recognised after lines have moved: a hash of check, declaration,
 * evidence and message, all without line numbers.
 */
final class Fingerprints {

  private final Declarations declarations;
  private final Map<String, Integer> seen = new HashMap<>();

  Fingerprints(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * The fingerprint, 64 hexadecimal digits, with {@code /2}, {@code /3} … when findings asked for
   * before had an equal one.
   */
  String next(Finding finding) {
    StringBuilder text = new StringBuilder(finding.check());
    text.append('\n').append(declarations.qualified(finding.site().in()));
    text.append('\n').append(withoutLines(finding.message()));
    for (Evidence evidence : finding.evidence()) {
      text.append('\n').append(withoutLines(evidence.text()));
      text.append('\t').append(declarations.qualified(evidence.site().in()));
    }
    String hash = sha256(text.toString());
    int ordinal = seen.merge(hash, 1, Integer::sum);
    return ordinal == 1 ? hash : hash + "/" + ordinal;
  }

  private static String withoutLines(String text) {
    return text.replaceAll("\\blines? \\d+", "line")
        .replaceAll("\\.(java|kt|scala|groovy):\\d+", ".$1");
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
