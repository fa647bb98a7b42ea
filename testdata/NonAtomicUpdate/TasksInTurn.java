package cases.nonatomicupdate;

/** A thread that is waited for before the next one starts shares nothing with it. */
class TasksInTurn {
  private int steps;
  private int races;

  private static int loads;

  static void load() throws InterruptedException {
    Thread first = new Thread(() -> loads++);
    first.start();
    first.join();
    loads++;
    Thread second = new Thread(TasksInTurn::again);
    second.start();
    second.join();
  }

  private static void again() {
    loads++;
  }

  void walk() throws InterruptedException {
    Thread left = new Thread(() -> steps++);
    left.start();
    left.join();
    Thread right = new Thread(() -> steps++);
    right.start();
    right.join();
  }

  void run() throws InterruptedException {
    Thread left = new Thread(() -> races++); // want NonAtomicUpdate "races"
    Thread right = new Thread(() -> races++); // want NonAtomicUpdate "races"
    left.start();
    right.start();
    left.join();
    right.join();
  }
}
