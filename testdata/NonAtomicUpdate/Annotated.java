package cases.nonatomicupdate;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lockkeeper.annotations.ThreadSafe;

/** The class promises to be thread-safe. */
@ThreadSafe
public class Annotated {
  private int sequence;
  private final ConcurrentMap<String, Integer> votes = new ConcurrentHashMap<>();

  public int next() {
    return ++sequence; // want NonAtomicUpdate "sequence"
  }

  public void vote(String who) {
    votes.putIfAbsent(who, 0);
    votes.computeIfPresent(who, (w, n) -> n + 1);
  }

  public void voteWrong(String who) {
    votes.putIfAbsent(who, 0);
    votes.put(who, votes.get(who) + 1); // want NonAtomicUpdate "votes"
  }

  /** The same without the promise, and without any other sign of threads. */
  public static class Parser {
    private int position;
    private int errors;
    private final int[] counts = new int[4];

    public void skip() {
      position++;
    }

    public void error(int kind) {
      errors += 1;
      counts[kind]++;
    }

    public int errors() {
      return errors + position;
    }
  }
}
