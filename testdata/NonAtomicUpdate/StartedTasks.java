package testdata;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A method goes on beside the task that it has started. */
class StartedTasks {

  static class Progress {
    private int done;
    private int total;
    private int ready;
    private int parts;
    private String state = "";

    void copy(int[] from, int[] to) {
      total += from.length;
      Thread second =
          new Thread(
              () -> {
                for (int i = from.length / 2; i < from.length; i++) {
                  to[i] = from[i];
                  done++; // want NonAtomicUpdate "done"
                }
              });
      second.start();
      for (int i = 0; i < from.length / 2; i++) {
        to[i] = from[i];
        done++; // want NonAtomicUpdate "done"
      }
    }

    void prepare() {
      ready++;
      Thread later = new Thread(() -> ready++);
      ready++;
      later.start();
    }

    void inTurn() throws InterruptedException {
      Thread first = new Thread(() -> parts++);
      first.start();
      first.join();
      parts++;
    }

    void announce() {
      new Thread() {
        @Override
        public void run() {
          state = state + "b"; // want NonAtomicUpdate "state"
        }
      }.start();
      state += "a"; // want NonAtomicUpdate "state"
    }
  }

  static class Votes {
    private final ExecutorService counters = Executors.newSingleThreadExecutor();
    private int yes;
    private int no;
    private int open;
    private int late;

    void count(boolean[] votes) throws InterruptedException, ExecutionException {
      Future<?> rest = counters.submit(() -> add(votes, votes.length / 2, votes.length));
      add(votes, 0, votes.length / 2);
      rest.get();
    }

    private void add(boolean[] votes, int from, int to) {
      for (int i = from; i < to; i++) {
        if (votes[i]) {
          yes++; // want NonAtomicUpdate "yes"
        }
      }
    }

    void reject(int n) throws InterruptedException {
      CountDownLatch over = new CountDownLatch(1);
      counters.execute(
          () -> {
            no += n;
            over.countDown();
          });
      over.await();
      no++;
    }

    void close(int n) throws InterruptedException {
      counters.execute(() -> open += n);
      waitFor();
      open--;
    }

    private void waitFor() throws InterruptedException {
      CountDownLatch over = new CountDownLatch(1);
      counters.execute(over::countDown);
      over.await();
    }

    void maybe(boolean now) {
      if (now) {
        counters.execute(() -> late++);
      } else {
        late++;
      }
    }
  }

  static class Account {
    private int balance;

    static int run() throws InterruptedException {
      Account account = new Account();
      Thread in =
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  account.balance++; // want NonAtomicUpdate "balance"
                }
              });
      Thread out =
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  account.balance--; // want NonAtomicUpdate "balance"
                }
              });
      in.start();
      out.start();
      in.join();
      out.join();
      return account.balance;
    }

    static int guarded() throws InterruptedException {
      Account account = new Account();
      Thread in =
          new Thread(
              () -> {
                synchronized (account) {
                  account.balance++;
                }
              });
      Thread out =
          new Thread(
              () -> {
                synchronized (account) {
                  account.balance--;
                }
              });
      in.start();
      out.start();
      in.join();
      out.join();
      return account.balance;
    }
  }

  static class Node {
    private int visits;

    void visit(Node other) {
      new Thread(other::enter).start();
      visits++;
    }

    private void enter() {
      visits++;
    }
  }
}
