package cases.unguardedcheckthenact;

import sun.misc.Unsafe;

/** Steps that old code takes by the offset of a field. */
class UnsafeStates {
  private final Unsafe unsafe;
  private final long offset;
  private volatile int state;
  private volatile Object value;

  UnsafeStates(Unsafe unsafe, long offset) {
    this.unsafe = unsafe;
    this.offset = offset;
  }

  boolean start() {
    return state == 0 && unsafe.compareAndSwapInt(this, offset, 0, 1);
  }

  void finish(Object result) {
    if (state == 1 && unsafe.compareAndSwapInt(this, offset, 1, 2)) {
      value = result;
      state = 3;
    }
  }

  int next() {
    return state == 3 ? state + 1 : 0;
  }

  void claim(Object mine) {
    if (value == null) {
      value = mine; // want UnguardedCheckThenAct "value"
    }
  }
}
