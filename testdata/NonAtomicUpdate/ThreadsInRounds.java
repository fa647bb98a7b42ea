package cases.nonatomicupdate;

import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Threads that a pipeline, a helper or the caller's loop starts one after the other. */
class ThreadsInRounds {

  static class Votes {
    private int votes;

    void vote() {
      votes++; // want NonAtomicUpdate "votes"
    }

    public static void main(String[] args) throws InterruptedException {
      Votes votes = new Votes();
      List<Thread> voters = IntStream.range(0, 8).mapToObj(i -> new Thread(votes::vote)).toList();
      voters.forEach(Thread::start);
      for (Thread voter : voters) {
        voter.join();
      }
      System.out.println(votes.votes);
    }
  }

  static class Steps {
    private static int steps;

    void walk(List<String> walkers) {
      walkers.forEach(
          name -> new Thread(() -> steps++, name).start()); // want NonAtomicUpdate "steps"
    }
  }

  static class Pages {
    private int pages;
    private int last;

    void load(List<String> urls) {
      urls.stream()
          .map(url -> CompletableFuture.supplyAsync(url::length).thenAccept(n -> pages += n)) // want NonAtomicUpdate "pages"
          .toList();
    }

    /** One after the other: the pool has one thread. */
    void loadInTurn(List<String> urls) {
      ExecutorService one = Executors.newSingleThreadExecutor();
      urls.forEach(url -> one.execute(() -> last += url.length()));
      one.shutdown();
    }
  }

  static class Races {
    private int laps;
    private int walked;

    private static void together(int runners, Runnable run) {
      for (int i = 0; i < runners; i++) {
        new Thread(run).start();
      }
    }

    private static void inTurn(int runners, Runnable run) throws InterruptedException {
      for (int i = 0; i < runners; i++) {
        Thread runner = new Thread(run);
        runner.start();
        runner.join();
      }
    }

    void lap() {
      laps++; // want NonAtomicUpdate "laps"
    }

    void walk() {
      walked++;
    }

    static void start() throws InterruptedException {
      Races races = new Races();
      together(4, races::lap);
      inTurn(4, races::walk);
    }
  }

  static class Server {
    private int served;
    private int awaited;

    void serve(ServerSocket server) throws Exception {
      while (!server.isClosed()) {
        handle(server.accept());
        await(server.accept());
      }
    }

    private void handle(Socket socket) {
      new Thread(
              () -> {
                served++; // want NonAtomicUpdate "served"
                close(socket);
              })
          .start();
    }

    /** The next one starts when this one has ended. */
    private void await(Socket socket) throws InterruptedException {
      Thread handler =
          new Thread(
              () -> {
                awaited++;
                close(socket);
              });
      handler.start();
      handler.join();
    }

    private static void close(Socket socket) {
      try {
        socket.close();
      } catch (java.io.IOException e) {
        System.err.println(e);
      }
    }
  }

  /** Each round has an object of its own. */
  static class OwnObjects {
    private int count;

    void add() {
      count++;
    }

    static void start(List<String> names) {
      names.forEach(name -> new Thread(new OwnObjects()::add, name).start());
      Stream.generate(OwnObjects::new).limit(4).forEach(own -> new Thread(own::add).start());
    }
  }

  /** Who starts the thread goes on with the same object, which only a reference has told it of. */
  static class Beside {
    private int count;
    private int direct;

    private void add() {
      count++; // want NonAtomicUpdate "count"
    }

    static void start() throws InterruptedException {
      Beside both = new Beside();
      Thread other = new Thread(both::add);
      other.start();
      both.add();
      Thread third = new Thread(() -> both.direct++); // want NonAtomicUpdate "direct"
      third.start();
      both.direct++;
      third.join();
    }
  }

  static class AfterJoin {
    private int count;

    private void add() {
      count++;
    }

    static void start() throws InterruptedException {
      AfterJoin one = new AfterJoin();
      Thread other = new Thread(one::add);
      other.start();
      other.join();
      one.add();
    }
  }

  static class Waiting {
    private int count;

    private void add() {
      count++;
    }

    static void start(ExecutorService pool) throws Exception {
      Waiting one = new Waiting();
      for (int i = 0; i < 3; i++) {
        pool.submit(one::add).get();
      }
    }
  }

  /** To make such an object is to start its thread. */
  static class Teller implements Runnable {
    private final Till till;
    private final Thread thread;
    private int own;
    private static int all;

    Teller(Till till) {
      this.till = till;
      thread = new Thread(this);
      thread.start();
    }

    @Override
    public void run() {
      till.sell();
      own++;
      all++; // want NonAtomicUpdate "all"
    }

    public static void main(String[] args) throws InterruptedException {
      Till till = new Till();
      Teller first = new Teller(till);
      Teller second = new Teller(till);
      first.thread.join();
      second.thread.join();
    }
  }

  static class Till {
    private int sold;

    void sell() {
      sold++; // want NonAtomicUpdate "sold"
    }
  }

  /** Each has a till of its own. */
  static class Stall extends Thread {
    private final Box box;

    Stall(Box box) {
      this.box = box;
      start();
    }

    @Override
    public void run() {
      box.add();
    }

    public static void main(String[] args) {
      for (int i = 0; i < 4; i++) {
        new Stall(new Box());
      }
    }
  }

  static class Box {
    private int coins;

    void add() {
      coins++;
    }
  }
}
