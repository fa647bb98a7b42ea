package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Tasks that a method makes and returns, and that another hands over. */
class ReturnedTasks {

  static class Crawler {
    private final ExecutorService pool = Executors.newFixedThreadPool(3);
    private int looped;
    private int twice;
    private int added;
    private int objects;
    private int before;
    private int after;

    private Runnable looped(String page) {
      return () -> looped += page.length(); // want NonAtomicUpdate "looped"
    }

    void all(List<String> pages) {
      for (String page : pages) {
        pool.submit(looped(page));
      }
    }

    private Runnable twice() {
      return () -> twice++; // want NonAtomicUpdate "twice"
    }

    void two() {
      new Thread(twice()).start();
      new Thread(twice()).start();
    }

    private Callable<Integer> added(String page) {
      return () -> added += page.length(); // want NonAtomicUpdate "added"
    }

    void listed(List<String> pages) throws InterruptedException {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (String page : pages) {
        tasks.add(added(page));
      }
      pool.invokeAll(tasks);
    }

    private static class Visit implements Runnable {
      private final Crawler crawler;

      Visit(Crawler crawler) {
        this.crawler = crawler;
      }

      @Override
      public void run() {
        crawler.objects++; // want NonAtomicUpdate "objects"
      }
    }

    private Visit visit() {
      return new Visit(this);
    }

    void visits() {
      new Thread(visit()).start();
      new Thread(visit()).start();
    }

    private Runnable goOn() {
      return () -> before++; // want NonAtomicUpdate "before"
    }

    private Runnable goBack() {
      return () -> before--; // want NonAtomicUpdate "before"
    }

    void bothWays() {
      pool.submit(goOn());
      pool.submit(goBack());
      after++;
    }
  }

  /** Made by the operators of a stream. */
  static class Streams {
    private final ExecutorService pool = Executors.newFixedThreadPool(3);
    private int named;
    private int lambdas;
    private int submitted;

    private Callable<Integer> named(String page) {
      return () -> named += page.length(); // want NonAtomicUpdate "named"
    }

    void named(List<String> pages) throws InterruptedException {
      pool.invokeAll(pages.stream().map(this::named).collect(Collectors.toList()));
    }

    void lambdas(List<String> pages) throws InterruptedException {
      int[] sum = {0};
      List<Callable<Integer>> tasks =
          pages.stream()
              .filter(page -> !page.isEmpty())
              .map(page -> (Callable<Integer>) () -> lambdas += page.length()) // want NonAtomicUpdate "lambdas"
              .collect(Collectors.toList());
      pool.invokeAll(tasks);
      pool.invokeAll(
          pages.stream()
              .map(page -> (Callable<Integer>) () -> sum[0] += page.length()) // want NonAtomicUpdate "is not atomic"
              .collect(Collectors.toList()));
    }

    void submitted(List<String> pages) {
      pages.stream().map(this::submitted).forEach(pool::submit);
    }

    private Runnable submitted(String page) {
      return () -> submitted += page.length(); // want NonAtomicUpdate "submitted"
    }
  }

  /** One at a time, with what is its own, or with what may be shared. */
  static class Right {
    private final ExecutorService pool = Executors.newFixedThreadPool(3);
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final AtomicInteger atomic = new AtomicInteger();
    private int once;
    private int awaited;
    private int inTurn;
    private int locked;
    private int streamed;
    private int now;

    private Runnable once() {
      return () -> once++;
    }

    void start() {
      new Thread(once()).start();
    }

    private Runnable awaited(String page) {
      return () -> awaited += page.length();
    }

    void oneByOne(List<String> pages) throws Exception {
      for (String page : pages) {
        pool.submit(awaited(page)).get();
      }
      pool.submit(awaited("a")).get();
      pool.submit(awaited("b")).get();
    }

    private Runnable inTurn(String page) {
      return () -> inTurn += page.length();
    }

    void posted(List<String> pages) {
      for (String page : pages) {
        one.submit(inTurn(page));
      }
      pages.stream().map(this::inTurn).forEach(one::submit);
    }

    private synchronized void lockedStep() {
      locked++;
    }

    private Callable<Integer> locked(String page) {
      return () -> {
        lockedStep();
        return atomic.addAndGet(page.length());
      };
    }

    void locked(List<String> pages) throws InterruptedException {
      pool.invokeAll(pages.stream().map(this::locked).collect(Collectors.toList()));
      one.invokeAll(
          pages.stream()
              .map(page -> (Callable<Integer>) () -> streamed += page.length())
              .collect(Collectors.toList()));
    }

    private Runnable now(String page) {
      return () -> now += page.length();
    }

    void now(List<String> pages) {
      pages.stream().map(this::now).forEach(Runnable::run);
    }
  }

  /** Each object makes its own task. */
  static class Page {
    private int visits;

    Runnable visit() {
      return () -> visits++;
    }

    static void visitAll(List<Page> pages, ExecutorService pool) {
      for (Page page : pages) {
        pool.submit(page.visit());
      }
    }
  }
}
