package org.lockkeeper.testing.behaviour;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Two forms of the same classes. Both get the same calls in one thread, in an order and with
 * arguments that a seed decides; what they answer, throw, call back and keep is compared after
 * each.
 */
public final class Twins {
  private static final int SEEDS = 12;
  private static final int MAX_SEEDS = 50;
  private static final int PATIENCE = 20;
  private static final int LIMIT = 5000;

  private final Map<String, byte[]> before;
  private final Map<String, byte[]> after;
  private final ClassLoader others;
  private final Set<String> reached = new TreeSet<>();

  /**
   * What came of it.
   *
   * @param difference the first, told to a person; empty when there is none
   * @param reached lines of the first form that were run, as {@code File.java:12}
   */
  public record Result(Optional<String> difference, Set<String> reached) {}

  /**
   * @param before class files of one form
   * @param after class files of the other
   * @param others knows what they are compiled against
   */
  public Twins(Path before, Path after, ClassLoader others) {
    this.before = Rewriting.of(before);
    this.after = Rewriting.of(after);
    this.others = others;
  }

  /**
   * Runs both.
   *
   * @param wanted lines that are to be reached, by calls of private methods if need be
   */
  public Result compare(Set<String> wanted) {
    Optional<String> difference = compare(false, wanted);
    if (difference.isEmpty() && !reached.containsAll(wanted)) {
      difference = compare(true, wanted);
    }
    return new Result(difference, reached);
  }

  /** A method that does not come back is compared once, and then left out. */
  private Optional<String> compare(boolean hidden, Set<String> wanted) {
    Set<String> left = new TreeSet<>();
    int whole = 0;
    for (int seed = 0; seed < MAX_SEEDS; seed++) {
      if (whole >= SEEDS && reached.containsAll(wanted)) {
        break;
      }
      Player old = play(before, seed, hidden, left);
      Player mended = play(after, seed, hidden, left);
      reached.addAll(old.course().reached());
      Optional<String> difference = difference(old.steps(), mended.steps());
      if (difference.isPresent()) {
        boolean steady = old.steps().equals(play(before, seed, hidden, left).steps());
        String more = steady ? "" : "\n  (nor does the first form answer the same twice)";
        return difference.map(d -> d + more);
      }
      whole += old.stopped().isEmpty() ? 1 : 0;
      left.add(old.stopped());
    }
    return Optional.empty();
  }

  private static Optional<String> difference(List<String> old, List<String> mended) {
    for (int i = 0; i < Math.max(old.size(), mended.size()); i++) {
      String a = i < old.size() ? old.get(i) : "does not come back";
      String b = i < mended.size() ? mended.get(i) : "does not come back";
      if (!a.equals(b)) {
        List<String> path = new ArrayList<>(old.subList(0, Math.min(i, old.size())));
        path.replaceAll(s -> s.split(" -> ", 2)[0]);
        return Optional.of("after " + path + "\n  before: " + a + "\n  after:  " + b);
      }
    }
    return Optional.empty();
  }

  /** Plays in a thread that is given up when it waits, since there is nobody to wake it. */
  private Player play(Map<String, byte[]> form, long seed, boolean hidden, Set<String> left) {
    Player player = new Player(new Sandbox(form, others).classes(), hidden, left);
    FutureTask<Player> result = new FutureTask<>(() -> player.play(seed), player);
    Thread thread = new Thread(result, "player");
    thread.setDaemon(true);
    thread.start();
    int waits = 0;
    for (int i = 0; i < LIMIT && waits < PATIENCE; i++) {
      try {
        return result.get(1, TimeUnit.MILLISECONDS);
      } catch (TimeoutException running) {
        waits = thread.getState() == Thread.State.WAITING ? waits + 1 : 0;
      } catch (ExecutionException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    player.giveUp();
    thread.interrupt();
    return player;
  }
}
