package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.lockkeeper.annotations.GuardedBy;

/** Objects that a thread made here works on: nobody else sees them before it is begun. */
class BegunLater {
  static class Order {
    @GuardedBy("this")
    int items;

    @GuardedBy("this")
    long total;

    synchronized void add(long price) {
      items++;
      total += price;
    }

    synchronized int items() {
      return items;
    }

    synchronized long total() {
      return total;
    }
  }

  private final ExecutorService pool;

  BegunLater(ExecutorService pool) {
    this.pool = pool;
  }

  void filledFirst() {
    Order order = new Order();
    Thread shipper = new Thread(() -> order.add(1));
    order.items = 1;
    order.total = 5;
    shipper.start();
  }

  void filledAfterwards() {
    Order order = new Order();
    Thread shipper = new Thread(() -> order.add(1));
    shipper.start();
    order.items = 1; // want UnguardedAccess "items"
  }

  void filledInOneGo() {
    Order order = new Order();
    new Thread(() -> order.add(1)).start();
    order.total = 7; // want UnguardedAccess "total"
  }

  void anonymousThread() {
    Order order = new Order();
    Thread shipper =
        new Thread() {
          @Override
          public void run() {
            order.add(1);
          }
        };
    order.items = 1;
    shipper.start();
    order.items = 2; // want UnguardedAccess "items"
  }

  void anonymousTask() {
    Order order = new Order();
    Thread shipper =
        new Thread(
            new Runnable() {
              @Override
              public void run() {
                order.add(1);
              }
            },
            "shipper");
    order.items = 1;
    shipper.start();
    order.items = 2; // want UnguardedAccess "items"
  }

  void localClass() {
    Order order = new Order();
    class Shipping implements Runnable {
      @Override
      public void run() {
        order.add(1);
      }
    }
    Thread shipper = new Thread(new Shipping());
    order.items = 1;
    shipper.start();
    order.items = 2; // want UnguardedAccess "items"
  }

  static class Courier extends Thread {
    private final Order parcel;

    Courier(Order parcel) {
      this.parcel = parcel;
    }

    @Override
    public void run() {
      parcel.add(1);
    }
  }

  void namedThread() {
    Order order = new Order();
    Courier courier = new Courier(order);
    order.items = 1;
    courier.start();
    order.items = 2; // want UnguardedAccess "items"
  }

  void pooled() {
    Order order = new Order();
    FutureTask<Integer> task = new FutureTask<>(() -> order.items());
    order.items = 1;
    pool.execute(task);
    order.items = 2; // want UnguardedAccess "items"
  }

  void waitedFor() throws InterruptedException {
    Order order = new Order();
    Thread shipper = new Thread(() -> order.add(1));
    order.items = 1;
    shipper.start();
    shipper.join();
    order.items = 2;
  }

  void waitedForOneOfTwo() throws InterruptedException {
    Order order = new Order();
    Thread shipper = new Thread(() -> order.add(1));
    Thread packer = new Thread(() -> order.add(2));
    shipper.start();
    packer.start();
    shipper.join();
    order.items = 2; // want UnguardedAccess "items"
    packer.join();
    order.items = 3;
  }

  int waitedForAll() throws InterruptedException {
    Order order = new Order();
    Thread[] shippers = new Thread[4];
    for (int i = 0; i < shippers.length; i++) {
      shippers[i] = new Thread(() -> order.add(1));
      shippers[i].start();
    }
    order.total = 4; // want UnguardedAccess "total"
    for (Thread shipper : shippers) {
      shipper.join();
    }
    return order.items;
  }

  int waitedForListed() {
    Order order = new Order();
    List<Thread> shippers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread shipper = new Thread(() -> order.add(1));
      shippers.add(shipper);
      shipper.start();
    }
    shippers.forEach(s -> s.setName("shipper"));
    order.total = 4; // want UnguardedAccess "total"
    finish(shippers);
    return order.items;
  }

  private static void finish(List<Thread> threads) {
    for (Thread each : threads) {
      try {
        each.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  int waitedForFuture() throws Exception {
    Order order = new Order();
    Future<?> shipped = pool.submit(() -> order.add(1));
    order.total = 4; // want UnguardedAccess "total"
    shipped.get();
    return order.items;
  }

  int waitedForPool() throws InterruptedException {
    Order order = new Order();
    ExecutorService shippers = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 4; i++) {
      shippers.execute(() -> order.add(1));
    }
    order.total = 4; // want UnguardedAccess "total"
    shippers.shutdown();
    shippers.awaitTermination(1, TimeUnit.MINUTES);
    return order.items;
  }

  int waitedForLatch() throws InterruptedException {
    Order order = new Order();
    CountDownLatch shipped = new CountDownLatch(1);
    pool.execute(
        () -> {
          order.add(1);
          shipped.countDown();
        });
    order.total = 4; // want UnguardedAccess "total"
    shipped.await();
    return order.items;
  }

  int waitedForStage() {
    Order order = new Order();
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> order.add(1)),
            CompletableFuture.runAsync(() -> order.add(2)))
        .join();
    return order.items;
  }

  void begunAgain() throws InterruptedException {
    Order order = new Order();
    for (int day = 0; day < 7; day++) {
      order.items = day;
      Thread shipper = new Thread(() -> order.add(1));
      shipper.start();
      order.total = day; // want UnguardedAccess "total"
      shipper.join();
    }
    order.items = 0;
  }

  Thread handedOut() {
    Order order = new Order();
    Thread shipper = new Thread(() -> order.add(1));
    order.items = 1;
    return shipper;
  }

  void begunByHelper() {
    Order order = new Order();
    Thread shipper = new Thread(() -> order.add(1), "shipper");
    begin(shipper);
    order.total = 9; // want UnguardedAccess "total"
  }

  private static void begin(Thread thread) {
    thread.setDaemon(true);
    thread.start();
  }

  private Thread last;

  void kept() {
    Order order = new Order();
    Thread shipper = new Thread(() -> order.add(1));
    shipper.setName("kept");
    order.items = 1;
    synchronized (this) {
      last = shipper;
    }
    order.items = 3; // want UnguardedAccess "items"
  }

  synchronized void beginKept() {
    last.start();
  }

  void oneOfTwo(boolean express) {
    Order order = new Order();
    Thread shipper =
        express ? new Thread(() -> order.add(2)) : new Thread(() -> order.add(1), "slow");
    order.items = 1;
    shipper.start();
    order.items = 2; // want UnguardedAccess "items"
  }

  static class Label implements Runnable {
    private final String text;

    Label(Order order) {
      this.text = order.items() + " items for " + order.total();
    }

    @Override
    public void run() {
      System.out.println(text);
    }
  }

  void labelled() {
    Order order = new Order();
    order.items = 1;
    new Thread(new Label(order)).start();
    order.items = 2;
  }
}
