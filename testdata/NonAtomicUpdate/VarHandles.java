package cases.nonatomicupdate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Steps by handles: what they are about is hidden in an array of arguments. */
public class VarHandles {
  private static final VarHandle COUNT;
  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(int[].class);

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(VarHandles.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int count;
  private final int[] slots = new int[16];

  void right(int slot) {
    COUNT.getAndAdd(this, 1);
    int old;
    do {
      old = (int) SLOTS.getVolatile(slots, slot);
    } while (!SLOTS.compareAndSet(slots, slot, old, old + 1));
  }

  void missedAlarm_plain() {
    count++; // missed NonAtomicUpdate
  }

  void missedAlarm_element(int slot) {
    SLOTS.setVolatile(slots, slot, (int) SLOTS.getVolatile(slots, slot) + 1); // missed NonAtomicUpdate
  }
}
