package cases.splitcriticalsection;

import java.util.Objects;

/** Settings that are only set, and only then announced, where they differ. */
class DifferingSetters {

  static class Settings {
    private int size;
    private int growth;
    private String name;

    synchronized int getSize() {
      return size;
    }

    synchronized void setSize(int size) {
      this.size = size;
    }

    synchronized String getName() {
      return name;
    }

    synchronized void setName(String name) {
      this.name = name;
    }

    synchronized void grow(int by) {
      size += by;
      growth++;
    }

    synchronized int growth() {
      return growth;
    }
  }

  private final Settings settings = new Settings();
  private volatile int resets;

  private static boolean differ(int a, int b) {
    return a != b;
  }

  void setSize(int size) {
    if (differ(settings.getSize(), size)) {
      settings.setSize(size);
      reset();
    }
  }

  void setName(String name) {
    if (Objects.equals(settings.getName(), name)) {
      return;
    }
    settings.setName(name);
    reset();
  }

  void growTo(int size) {
    if (differ(settings.getSize(), size)) {
      settings.setSize(settings.getSize() + 1); // want SplitCriticalSection "`settings.size` may change"
    }
  }

  void growBy(int size) {
    if (differ(settings.getSize(), size)) {
      settings.grow(size); // want SplitCriticalSection "`settings.size` may change"
    }
  }

  private void reset() {
    resets = settings.growth();
  }
}
