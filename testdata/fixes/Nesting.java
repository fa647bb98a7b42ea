package cases.fixes;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Two locks in two orders: with one order both threads come through. */
public class Nesting implements IntFunction<Object>, Supplier<Object> {
  private final Object left = new Object();
  private final Object right = new Object();
  private final Lock top = new ReentrantLock();
  private final Lock bottom = new ReentrantLock();
  private int moves;
  private int lifts;

  @Override
  public Object apply(int step) {
    switch (step % 4) {
      case 0 -> there();
      case 1 -> back();
      case 2 -> up();
      default -> down();
    }
    return step;
  }

  private void there() {
    synchronized (left) {
      synchronized (right) { // want LockOrderInversion "left"
        moves++;
      }
    }
  }

  private void back() {
    synchronized (right) {
      synchronized (left) {
        moves++;
      }
    }
  }

  private void up() {
    bottom.lock();
    try {
      top.lock(); // want LockOrderInversion "bottom"
      try {
        lifts++;
      } finally {
        top.unlock();
      }
    } finally {
      bottom.unlock();
    }
  }

  private void down() {
    top.lock();
    try {
      bottom.lock();
      try {
        lifts++;
      } finally {
        bottom.unlock();
      }
    } finally {
      top.unlock();
    }
  }

  @Override
  public Object get() {
    synchronized (left) {
      top.lock();
      try {
        return moves + " " + lifts;
      } finally {
        top.unlock();
      }
    }
  }
}
