package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.lockkeeper.annotations.GuardedBy;

/** Objects with a method to run that never leave the critical section where they are made. */
class RunsOwnTasks {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<String, Integer> stock = new HashMap<>();

  @GuardedBy("lock")
  private int moves;

  void refill(String article) {
    synchronized (lock) {
      Runnable step =
          new Runnable() {
            @Override
            public void run() {
              stock.put(article, 100);
            }
          };
      step.run();
    }
  }

  int ask(String article) throws Exception {
    synchronized (lock) {
      return new Callable<Integer>() {
        @Override
        public Integer call() {
          return stock.getOrDefault(article, 0);
        }
      }.call();
    }
  }

  void moveLocally() {
    class Move implements Runnable {
      @Override
      public void run() {
        moves++;
      }
    }
    synchronized (lock) {
      new Move().run();
    }
  }

  void refillTwice(String article) {
    Runnable step =
        new Runnable() {
          @Override
          public void run() {
            stock.put(article, 100); // want UnguardedAccess "stock"
          }
        };
    synchronized (lock) {
      step.run();
    }
    step.run();
  }

  void refillLater(String article, Executor pool) {
    synchronized (lock) {
      Runnable step =
          new Runnable() {
            @Override
            public void run() {
              stock.put(article, 100); // want UnguardedAccess "stock"
            }
          };
      step.run();
      pool.execute(step);
    }
  }

  Runnable refillSometime(String article) {
    synchronized (lock) {
      Runnable step =
          new Runnable() {
            @Override
            public void run() {
              stock.put(article, 100); // want UnguardedAccess "stock"
            }
          };
      step.run();
      return step;
    }
  }

  /** Runs where it is made, and nowhere else. */
  private class Recount implements Runnable {
    private final int by;

    Recount(int by) {
      this.by = by;
    }

    @Override
    public void run() {
      moves += by;
    }
  }

  void recount() {
    synchronized (lock) {
      new Recount(stock.size()).run();
    }
  }

  /** Hands itself over while it is made. */
  private class Audit implements Runnable {
    Audit(Executor pool) {
      pool.execute(this);
    }

    @Override
    public void run() {
      moves = 0; // want UnguardedAccess "moves"
    }
  }

  void audit(Executor pool) {
    synchronized (lock) {
      new Audit(pool).run();
    }
  }
}
