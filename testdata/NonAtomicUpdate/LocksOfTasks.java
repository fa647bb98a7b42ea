package cases.nonatomicupdate;

/** Each task locks itself, or what it has made for that: the others have locks of their own. */
class LocksOfTasks {

  static class Tank {
    int litres;
    int drained;
    int spilt;
    int sips;
    int drops;
  }

  /** Two pumps fill one tank. */
  static class Pump extends Thread {
    private final Tank tank;

    Pump(Tank tank) {
      this.tank = tank;
    }

    @Override
    public void run() {
      synchronized (this) {
        tank.litres++; // want NonAtomicUpdate "litres"
      }
    }

    static void both(Tank tank) {
      Tank common = new Tank();
      new Pump(common).start();
      new Pump(common).start();
    }
  }

  static class Drain implements Runnable {
    private final Object lock = new Object();
    private final Tank tank;

    Drain(Tank tank) {
      this.tank = tank;
    }

    @Override
    public void run() {
      synchronized (lock) {
        tank.drained += 2; // want NonAtomicUpdate "drained"
      }
    }

    static void all() {
      Tank tank = new Tank();
      for (int i = 0; i < 3; i++) {
        new Thread(new Drain(tank)).start();
      }
    }
  }

  /** The lock came with the tank. */
  static class Leak implements Runnable {
    private final Object lock;
    private final Tank tank;

    Leak(Tank tank, Object lock) {
      this.tank = tank;
      this.lock = lock;
    }

    @Override
    public void run() {
      synchronized (lock) {
        tank.spilt++;
      }
    }

    static void all() {
      Tank tank = new Tank();
      Object lock = new Object();
      for (int i = 0; i < 3; i++) {
        new Thread(new Leak(tank, lock)).start();
      }
    }
  }

  /** Each has a tank of its own. */
  static class Guest implements Runnable {
    private final Tank tank;

    Guest(Tank tank) {
      this.tank = tank;
    }

    @Override
    public synchronized void run() {
      tank.sips++;
    }

    static void all() {
      for (int i = 0; i < 3; i++) {
        new Thread(new Guest(new Tank())).start();
      }
    }
  }

  /** The monitor of the tank. */
  static class Rain implements Runnable {
    private final Tank tank;

    Rain(Tank tank) {
      this.tank = tank;
    }

    @Override
    public void run() {
      synchronized (tank) {
        tank.drops++;
      }
    }

    static void all() {
      Tank tank = new Tank();
      for (int i = 0; i < 3; i++) {
        new Thread(new Rain(tank)).start();
      }
    }
  }

  static class House {
    private int visitors;
    private int residents;

    void open() {
      for (int i = 0; i < 3; i++) {
        Runnable door =
            new Runnable() {
              @Override
              public synchronized void run() {
                visitors++; // want NonAtomicUpdate "visitors"
                synchronized (House.this) {
                  residents++;
                }
              }
            };
        new Thread(door).start();
      }
    }
  }

  /** All tasks have the same object around them, which their maker has made. */
  static class Sale {
    private int tickets = 10;
    private int sold;

    class Seller extends Thread {
      @Override
      public void run() {
        synchronized (Sale.this) {
          tickets--;
        }
        synchronized (this) {
          sold++; // want NonAtomicUpdate "sold"
        }
      }
    }

    static void open() {
      Sale sale = new Sale();
      for (int i = 0; i < 3; i++) {
        sale.new Seller().start();
      }
    }
  }

  /** The maker gives one lock to all of them. */
  static class Clerk extends Thread {
    private Object lock;
    private final int[] sum;

    Clerk(int[] sum) {
      this.sum = sum;
    }

    @Override
    public void run() {
      synchronized (lock) {
        sum[0]++;
      }
    }

    static void hire() {
      int[] sum = new int[1];
      Object lock = new Object();
      for (int i = 0; i < 3; i++) {
        Clerk clerk = new Clerk(sum);
        clerk.lock = lock;
        clerk.start();
      }
    }
  }
}
