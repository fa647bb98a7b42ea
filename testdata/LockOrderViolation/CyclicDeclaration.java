package cases.lockorderviolation;

import org.lockkeeper.annotations.LockOrder;

/** Declarations that nobody can keep. */
public class CyclicDeclaration {

  @LockOrder({"a", "b", "a"}) static class Plain { // want LockOrderViolation "is cyclic: a < b < a"
    private final Object a = new Object();
    private final Object b = new Object();
    private int as;
    private int bs;

    void useA() {
      synchronized (a) {
        as++;
      }
    }

    void useB() {
      synchronized (b) {
        bs++;
      }
    }
  }

  @LockOrder({"Cpu.state", "Memory.pages"}) static class Cpu {
    private final Object state = new Object();
    private int cycles;

    void tick() {
      synchronized (state) {
        cycles++;
      }
    }
  }

  /** Says the opposite of the class above: the later declaration is reported. */
  @LockOrder({"Memory.pages", "Cpu.state"}) static class Memory { // want LockOrderViolation "pages"
    private final Object pages = new Object();
    private int used;

    void allocate() {
      synchronized (pages) {
        used++;
      }
    }
  }

  /** The same order twice is no contradiction. */
  @LockOrder({"Disk.head", "Cache.lines"}) static class Disk {
    private final Object head = new Object();
    private int seeks;

    void seek() {
      synchronized (head) {
        seeks++;
      }
    }
  }

  @LockOrder({"Disk.head", "Cache.lines"}) static class Cache {
    private final Object lines = new Object();
    private int hits;

    void hit() {
      synchronized (lines) {
        hits++;
      }
    }
  }

  @LockOrder({"plates"}) static class Single { // want LockOrderViolation "fewer than two locks"
    private final Object plates = new Object();
    private int washed;

    void wash() {
      synchronized (plates) {
        washed++;
      }
    }
  }

  @LockOrder({}) static class Forgotten { // want LockOrderViolation "fewer than two locks"
    private int dried;

    synchronized void dry() {
      dried++;
    }
  }
}
