package cases.nonatomicupdate;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/** The old state chooses the next one. */
class ChosenNext {
  enum Light {
    RED,
    GREEN,
    YELLOW
  }

  private final AtomicReference<Light> light = new AtomicReference<>(Light.RED);
  private final ConcurrentMap<String, Integer> levels = new ConcurrentHashMap<>();
  private volatile Light shown = Light.RED;

  void next() {
    Light next;
    if (light.get() == Light.RED) {
      next = Light.GREEN;
    } else {
      next = Light.RED;
    }
    light.set(next); // want NonAtomicUpdate "light"
  }

  void nextRight() {
    light.updateAndGet(old -> old == Light.RED ? Light.GREEN : Light.RED);
  }

  void raise(String name) {
    int next = levels.getOrDefault(name, 0) == 0 ? 1 : 2;
    levels.put(name, next); // want NonAtomicUpdate "levels"
  }

  void show() {
    shown = shown == Light.RED ? Light.GREEN : Light.RED; // want NonAtomicUpdate "shown"
  }

  /** Something else chooses. */
  void show(boolean free) {
    shown = free ? Light.GREEN : Light.RED;
  }

  /** Another state chooses. */
  void mirror() {
    shown = light.get() == Light.RED ? Light.RED : Light.GREEN;
  }

  /** As long as it is red, whoever comes looks for another reason. */
  void wait(java.util.function.BooleanSupplier free) {
    while (shown == Light.RED) {
      shown = free.getAsBoolean() ? Light.GREEN : Light.RED;
    }
  }
}
