package cases.lockorderinversion;

import java.util.HashMap;
import java.util.Map;

/** Who needs a class waits until it is initialised. */
class ClassInitialisers {

  /** The initialiser has both locks before anybody else can have one. */
  static class Defaults {
    private static final Object NAMES = new Object();
    private static final Object VALUES = new Object();
    private static final Map<String, Integer> VALUE = new HashMap<>();

    static {
      synchronized (NAMES) {
        synchronized (VALUES) {
          VALUE.put("size", 16);
        }
      }
      load();
    }

    private static void load() {
      synchronized (NAMES) {
        synchronized (VALUES) {
          VALUE.put("load", 75);
        }
      }
    }

    static void set(String name, int value) {
      synchronized (VALUES) {
        synchronized (NAMES) {
          VALUE.put(name, value);
        }
      }
    }
  }

  /** A step that the initialiser takes, and others later. */
  static class Reloaded {
    private static final Object NAMES = new Object();
    private static final Object VALUES = new Object();
    private static int loads;

    static {
      load();
    }

    static void load() {
      synchronized (NAMES) {
        synchronized (VALUES) { // want LockOrderInversion "VALUES"
          loads++;
        }
      }
    }

    static void reset() {
      load();
      synchronized (VALUES) {
        synchronized (NAMES) {
          loads = 0;
        }
      }
    }
  }

  /** Of another class, which others may have used before. */
  static class Plugins {
    static int known;

    static {
      synchronized (Registry.NAMES) {
        synchronized (Registry.VALUES) { // want LockOrderInversion "VALUES"
          known = 1;
        }
      }
    }
  }

  static class Registry {
    static final Object NAMES = new Object();
    static final Object VALUES = new Object();

    void clear() {
      synchronized (VALUES) {
        synchronized (NAMES) {
          Plugins.known = 0;
        }
      }
    }
  }
}
