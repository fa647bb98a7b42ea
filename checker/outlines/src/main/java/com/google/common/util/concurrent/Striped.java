package com.google.common.util.concurrent;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/** Outline of Guava's {@code Striped}. */
public abstract class Striped<L> {
  public abstract L get(Object object);

  public abstract L getAt(int n);

  public abstract int size();

  public native Iterable<L> bulkGet(Iterable<? extends Object> iterable);

  public static native Striped<Lock> lock(int n);

  public static native Striped<Lock> lazyWeakLock(int n);

  public static native Striped<Semaphore> semaphore(int n, int n2);

  public static native Striped<ReadWriteLock> readWriteLock(int n);
}
