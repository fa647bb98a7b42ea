package com.google.common.util.concurrent;

/** Fake of Guava's striped locks. */
import java.util.concurrent.locks.Lock;

public abstract class Striped<L> {
  public static native Striped<Lock> lock(int stripes);

  public abstract L get(Object key);

  public abstract L getAt(int index);

  public abstract Iterable<L> bulkGet(Iterable<?> keys);
}
