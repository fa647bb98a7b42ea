package cases.nonatomicupdate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A scheduler runs the rounds of one method one after the other, but those of two side by side. */
@Component
public class ScheduledRounds {
  private final Map<String, Integer> ages = new ConcurrentHashMap<>();
  private volatile int level;
  private int rounds;
  private int both;
  private int asked;

  @Scheduled(fixedDelay = 1000)
  void collect() {
    rounds++;
    both++; // want NonAtomicUpdate "both"
    climb();
    if (!ages.containsKey("oldest")) {
      ages.put("oldest", 0);
    }
  }

  private void climb() {
    level = level > 10 ? 0 : level + 1;
  }

  @Scheduled(fixedDelay = 1000)
  void sweep() {
    both++; // want NonAtomicUpdate "both"
  }

  @Scheduled(fixedRate = 1000)
  public void ask() {
    asked++; // want NonAtomicUpdate "asked"
  }

  public void askNow() {
    asked++; // want NonAtomicUpdate "asked"
  }

  public int sum() {
    return rounds + level + both + asked + ages.size();
  }

  /** The same where the container makes the object in another way. */
  public static class Bean {
    private volatile int own;
    private volatile int both;

    @Scheduled(fixedDelay = 1000)
    void first() {
      own = own > 10 ? 0 : own + 1;
      both = both > 10 ? 0 : both + 1; // want NonAtomicUpdate "both"
    }

    @Scheduled(fixedDelay = 1000)
    void second() {
      both = both > 20 ? 0 : both + 1; // want NonAtomicUpdate "both"
    }

    public int sum() {
      return own + both;
    }
  }
}
