package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;

/** A template method calls its hook under the base class's lock; the subclass's hook takes another. */
public class InheritedHook {

  abstract static class Service {
    private boolean running;

    public synchronized void start() {
      if (!running) {
        running = true;
        onStart(); // want LockOrderInversion "targets"
      }
    }

    public synchronized boolean isRunning() {
      return running;
    }

    protected abstract void onStart();
  }

  static class Poller extends Service {
    private final Object targets = new Object();
    private final List<String> active = new ArrayList<>();

    @Override
    protected void onStart() {
      synchronized (targets) {
        active.clear();
      }
    }

    void add(String target) {
      synchronized (targets) {
        if (isRunning()) {
          active.add(target);
        }
      }
    }
  }

  /** A lock of the superclass, seen from two subclasses' methods. */
  static class Base {
    protected final Object model = new Object();
    protected final Object view = new Object();
    protected int shown;
  }

  static class Editor extends Base {
    void edit() {
      synchronized (model) {
        synchronized (view) { // want LockOrderInversion "view"
          shown++;
        }
      }
    }

    void paint() {
      synchronized (view) {
        synchronized (model) {
          shown--;
        }
      }
    }
  }
}
