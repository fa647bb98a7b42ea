package org.lockkeeper.check;

import java.util.List;
import org.lockkeeper.ir.Site;

/**
 * The order in which two threads (or a task and the tasks that it holds up) run to lose.
 *
 * @param threads the column titles, usually {@code thread 1}, {@code thread 2}; more in a longer
 *     cycle of locks
 * @param steps in the order of time
 */
public record Interleaving(List<String> threads, List<Step> steps) {

  /** Freezes the lists. */
  public Interleaving {
    threads = List.copyOf(threads);
    steps = List.copyOf(steps);
  }

  /** Between two threads. */
  public static Interleaving of(Step... steps) {
    return new Interleaving(List.of("thread 1", "thread 2"), List.of(steps));
  }

  /**
   * One thread does something.
   *
   * @param thread from 1
   * @param site where; its line is printed
   * @param text what: {@code containsKey(k) = false}
   * @param remark what that means for the other thread, printed on the same row in the other column
   *     behind {@code --}; empty for nothing
   */
  public record Step(int thread, Site site, String text, String remark) {
    /** Without a remark. */
    public Step(int thread, Site site, String text) {
      this(thread, site, text, "");
    }
  }
}
