package cases.unguardedaccess;

import org.lockkeeper.annotations.GuardedBy;

/** The class of an object is one lock for all only where no subclass can be. */
public class ClassesAsGuards {
  static final class Ticket {
    @GuardedBy("Ticket.class")
    private static int sold;

    private int number;

    void sell() {
      synchronized (getClass()) {
        number = ++sold;
      }
    }

    static int soldByClass() {
      synchronized (Ticket.class) {
        return sold;
      }
    }

    static void refund(Ticket ticket) {
      synchronized (ticket.getClass()) {
        sold--;
      }
    }

    int number() {
      return number + sold; // want UnguardedAccess "sold"
    }
  }

  record Badge(String name) {
    @GuardedBy("Badge.class")
    private static int issued;

    void issue() {
      synchronized (this.getClass()) {
        issued++;
      }
    }
  }

  static class Coupon {
    @GuardedBy("Coupon.class")
    private static int used;

    /** Another lock in a subclass. */
    void use() {
      synchronized (getClass()) {
        used++; // want UnguardedAccess "used"
      }
    }
  }

  static class Seasonal extends Coupon {}

  static final class Voucher extends Coupon {
    @GuardedBy("Voucher.class")
    private static int spent;

    /** The class of something else. */
    void spend(Coupon other) {
      synchronized (other.getClass()) {
        spent++; // want UnguardedAccess "spent"
      }
    }
  }
}
