package org.lockkeeper.check;

import org.lockkeeper.ir.Site;

/**
 * Something that a fix must not move to where it runs under a lock, inside another call, or more
 * than once.
 *
 * @param site where it stands
 * @param reason why, a clause: {@code `load` throws IOException}
 */
public record Obstacle(Kind kind, Site site, String reason) {

  /** What is the matter with it. */
  public enum Kind {
    /** A checked exception. */
    THROWS,
    /** It may wait. */
    BLOCKS,
    /** It uses the same container. */
    REENTERS,
    /** It changes the same container. */
    CHANGES,
    /** It may be {@code null}. */
    NULLABLE,
    /** Doing it twice is not doing it once. */
    EFFECT
  }
}
