package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Threads are given one object, and reach others through it. */
class BankOfTellers {
  static class Account {
    private long balance;
    private long interest;
    private int visits;

    void deposit(long amount) {
      balance += amount; // want NonAtomicUpdate "balance"
    }

    boolean withdraw(long amount) {
      if (balance < amount) {
        return false;
      }
      balance -= amount; // want UnguardedCheckThenAct "balance" // want NonAtomicUpdate "balance"
      return true;
    }

    void credit(long amount) {
      interest += amount;
    }

    void visited() {
      visits++; // want NonAtomicUpdate "visits"
    }
  }

  static class Bank {
    private final Account[] accounts = new Account[10];
    private final Map<String, Account> owners = new HashMap<>();

    void transfer(int from, int to, long amount) {
      if (accounts[from].withdraw(amount)) {
        accounts[to].deposit(amount);
      }
    }

    Account of(String owner) {
      return owners.get(owner);
    }

    synchronized void endOfDay() {
      for (Account account : accounts) {
        account.credit(1);
      }
    }
  }

  static class Teller implements Runnable {
    private final Bank bank;
    private int handled;

    Teller(Bank bank) {
      this.bank = bank;
    }

    @Override
    public void run() {
      Random random = new Random();
      for (int i = 0; i < 1000; i++) {
        bank.transfer(random.nextInt(10), random.nextInt(10), 1);
        bank.of("Ann").visited();
        bank.endOfDay();
        handled++;
      }
    }
  }

  static class Job {
    private int runs;

    void run() {
      runs++;
    }
  }

  /** Who takes a job has it alone. */
  static class Jobs {
    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>();

    void next() throws InterruptedException {
      Job job = waiting.take();
      job.run();
      waiting.put(job);
    }
  }

  static class Score {
    private int points;
    private int after;
    private int alone;

    void point() {
      points++; // want NonAtomicUpdate "points"
    }

    void late() {
      after++;
    }

    void alone() {
      alone++;
    }
  }

  static class Board {
    final Score home = new Score();
    private final List<Score> guests = new ArrayList<>();
    private final ThreadLocal<Score> mine = ThreadLocal.withInitial(Score::new);

    void goal() {
      home.point();
      mine.get().alone();
      new Score().alone();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Bank bank = new Bank();
    for (int i = 0; i < 4; i++) {
      new Thread(new Teller(bank)).start();
    }
    Jobs jobs = new Jobs();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      pool.submit(
          () -> {
            jobs.next();
            return null;
          });
    }
    Board board = new Board();
    pool.submit(board::goal);
    pool.submit(() -> board.home.point());
    Score score = new Score();
    Thread counter = new Thread(score::late);
    counter.start();
    counter.join();
    score.late();
  }

  /** What the starter does before it waits for the thread. */
  static class Sum {
    private int sum;
    private int ordered;

    void add(int n) {
      sum += n; // want NonAtomicUpdate "sum"
    }

    void addLater(int n) {
      ordered += n;
    }

    static int both() throws InterruptedException {
      Sum sum = new Sum();
      Thread half = new Thread(() -> sum.add(1));
      half.start();
      sum.add(2);
      half.join();
      sum.addLater(3);
      return sum.sum;
    }
  }
}
