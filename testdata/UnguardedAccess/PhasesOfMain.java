package cases.unguardedaccess;

import org.lockkeeper.annotations.GuardedBy;

/** A program needs no locks before it begins its threads, and once they have ended. */
class PhasesOfMain {
  private static final Object lock = new Object();

  @GuardedBy("lock")
  private static int sold;

  private static void sell() {
    synchronized (lock) {
      sold++;
    }
  }

  private static void print() {
    System.out.println("sold: " + sold);
  }

  private static void peek() {
    System.out.println("so far: " + sold); // want UnguardedAccess "sold"
  }

  public static void main(String[] args) throws InterruptedException {
    sold = 0;
    Thread[] sellers = new Thread[4];
    for (int i = 0; i < sellers.length; i++) {
      sellers[i] = new Thread(PhasesOfMain::sell);
      sellers[i].start();
    }
    System.out.println(sold); // want UnguardedAccess "sold"
    peek();
    for (Thread seller : sellers) {
      seller.join();
    }
    System.out.println(sold);
    print();
  }

  static class WithoutThreads {
    @GuardedBy("lock")
    private static int bought;

    public static void main(String[] args) {
      bought = args.length; // want UnguardedAccess "bought"
    }
  }
}
