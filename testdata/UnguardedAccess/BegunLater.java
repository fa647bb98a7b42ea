package cases.unguardedaccess;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
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

  void falseAlarm_waitedFor() throws InterruptedException {
    Order order = new Order();
    Thread shipper = new Thread(() -> order.add(1));
    order.items = 1;
    shipper.start();
    shipper.join();
    order.items = 2; // want UnguardedAccess "items"
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
