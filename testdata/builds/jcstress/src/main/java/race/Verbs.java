package race;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Races that fixes end: forbidden is what one thread after the other never does. As it stands here
 * each of them is lost now and then; after {@code lockkeeper check --fix} none is.
 */
public class Verbs {

  @JCStressTest
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both counted")
  @Outcome(expect = Expect.FORBIDDEN, desc = "a count is lost")
  @State
  public static class Merge {
    final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    void count(String word) {
      Integer old = counts.get(word);
      counts.put(word, old == null ? 1 : old + 1);
    }

    @Actor
    public void one() {
      count("a");
    }

    @Actor
    public void two() {
      count("a");
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = counts.get("a");
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = Expect.ACCEPTABLE,
      desc = "one of them")
  @Outcome(expect = Expect.FORBIDDEN, desc = "both or none")
  @State
  public static class Start {
    final AtomicBoolean started = new AtomicBoolean();

    boolean start() {
      if (!started.get()) {
        started.set(true);
        return true;
      }
      return false;
    }

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = start();
    }

    @Actor
    public void two(ZZ_Result r) {
      r.r2 = start();
    }
  }

  @JCStressTest
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both counted")
  @Outcome(expect = Expect.FORBIDDEN, desc = "a step is lost")
  @State
  public static class Step {
    final AtomicInteger steps = new AtomicInteger();

    void step() {
      steps.set(steps.get() + 1);
    }

    @Actor
    public void one() {
      step();
    }

    @Actor
    public void two() {
      step();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = steps.get();
    }
  }

  @JCStressTest
  @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "the same")
  @Outcome(expect = Expect.FORBIDDEN, desc = "two were made")
  @State
  public static class Fill {
    final ConcurrentMap<String, Object> made = new ConcurrentHashMap<>();
    Object first;
    Object second;

    Object get(String key) {
      Object value = made.get(key);
      if (value == null) {
        value = new Object();
        made.put(key, value);
      }
      return value;
    }

    @Actor
    public void one() {
      first = get("a");
    }

    @Actor
    public void two() {
      second = get("a");
    }

    @Arbiter
    public void end(Z_Result r) {
      r.r1 = first == second;
    }
  }

  @JCStressTest
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both counted")
  @Outcome(expect = Expect.FORBIDDEN, desc = "a ticket is sold twice")
  @State
  public static class Split {
    final Object desk = new Object();
    int tickets;

    void draw() {
      int next;
      synchronized (desk) {
        next = tickets;
      }
      synchronized (desk) {
        tickets = next + 1;
      }
    }

    @Actor
    public void one() {
      draw();
    }

    @Actor
    public void two() {
      draw();
    }

    @Arbiter
    public void end(I_Result r) {
      synchronized (desk) {
        r.r1 = tickets;
      }
    }
  }
}
