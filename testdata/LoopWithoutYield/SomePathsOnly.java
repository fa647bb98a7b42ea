package cases.loopwithoutyield;

import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;

/** A yield point there is, but some way round the loop misses it. */
public class SomePathsOnly {
  private final Queue<String> mails = new ConcurrentLinkedQueue<>();
  private volatile boolean running = true;
  private boolean tired;

  @YieldPoint
  void pause() {
    Thread.yield();
  }

  @Cooperative
  void skipsByContinue() {
    while (running) { // want LoopWithoutYield "loop"
      String mail = mails.poll();
      if (mail == null) {
        continue;
      }
      deliver(mail);
      pause();
    }
  }

  @Cooperative
  void skipsByCatch() {
    while (running) { // want LoopWithoutYield "loop"
      try {
        deliver(String.valueOf(mails.peek()));
        pause();
      } catch (IllegalArgumentException e) {
        tired = true;
      }
    }
  }

  @Cooperative
  void onlyInOneBranch() {
    String mail;
    while ((mail = mails.poll()) != null) { // want LoopWithoutYield "loop"
      if (mail.startsWith("[spam]")) {
        tired = true;
      } else {
        deliver(mail);
        Thread.yield();
      }
    }
  }

  @Cooperative
  void shortCircuit() {
    while (running) { // want LoopWithoutYield "loop"
      if (tired && rested()) {
        tired = false;
      }
    }
  }

  private boolean rested() {
    Thread.yield();
    return true;
  }

  @Cooperative
  void helperOnlySometimes() {
    while (running) { // want LoopWithoutYield "loop"
      restIfTired();
    }
  }

  private void restIfTired() {
    if (tired) {
      Thread.yield();
    }
  }

  /** A loop over what may be empty does not yield for the loop around it. */
  @Cooperative
  void perhapsNoRound() {
    while (running) { // want LoopWithoutYield "loop"
      for (Iterator<String> it = mails.iterator(); it.hasNext(); ) {
        deliver(it.next());
        Thread.yield();
      }
    }
  }

  /** After the loop is too late. */
  @Cooperative
  void afterwards() {
    while (running) { // want LoopWithoutYield "loop"
      deliver("tick");
    }
    Thread.yield();
  }

  /** What is handed to somebody else does not yield here. */
  @Cooperative
  void inLambdaForLater() {
    while (running) { // want LoopWithoutYield "loop"
      later(() -> Thread.yield());
    }
  }

  private Runnable kept = () -> {};

  private void later(Runnable action) {
    kept = action;
  }

  private void deliver(String mail) {
    if (mail.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    kept.run();
  }

  /** Every second caller never lets go. */
  @Cooperative
  void byParameter(int caller) {
    while (running) { // want LoopWithoutYield "loop"
      deliver("again");
      if (caller % 2 == 0) {
        pause();
      }
    }
  }

  @Cooperative
  void everySecondRound(int rounds) {
    while (running) {
      deliver("again");
      rounds++;
      if (rounds % 2 == 0) {
        pause();
      }
    }
  }

  private final int number = mails.size();
  private int sent;
  private int failed;

  /** The number stays: half of the objects never let go. */
  @Cooperative
  void byNumber() {
    while (running) { // want LoopWithoutYield "loop"
      deliver("again");
      if (number % 2 == 0) {
        pause();
      }
    }
  }

  @Cooperative
  void byShard(String name) {
    int shard = name.hashCode();
    while (running) { // want LoopWithoutYield "loop"
      deliver(name);
      if (shard % 16 == 0) {
        pause();
      }
    }
  }

  /** Counted by others, if at all. */
  @Cooperative
  void byFailures() {
    while (running) { // want LoopWithoutYield "loop"
      deliver("again");
      if (failed % 16 == 0) {
        pause();
      }
    }
  }

  void failed() {
    failed++;
  }

  @Cooperative
  void everySixteenth() {
    while (running) {
      send();
      if (sent % 16 == 0) {
        pause();
      }
    }
  }

  private void send() {
    deliver("again");
    sent++;
  }
}
