package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;

/** A store calls back whom its caller passes, most often the caller itself, which is locked already. */
public class PassedListener {

  interface Recovery {
    void found(String message);
  }

  static class Store {
    private final List<String> messages = new ArrayList<>();

    synchronized void recover(Recovery listener) {
      for (String message : messages) {
        listener.found(message);
      }
    }

    synchronized void add(String message) {
      messages.add(message);
    }
  }

  static class Cursor implements Recovery {
    private final Store store;
    private final List<String> page = new ArrayList<>();

    Cursor(Store store) {
      this.store = store;
    }

    synchronized void fill() {
      store.recover(this);
    }

    @Override
    public synchronized void found(String message) {
      page.add(message);
    }
  }
}
