package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;

/** Two owners of one kind of store: who calls the store of one does not lock the other. */
public class SiblingOwners {

  interface Changes {
    void changed(String name);
  }

  interface Store {
    void put(String name);
  }

  static class MemoryStore implements Store {
    private final List<String> names = new ArrayList<>();
    private Changes changes;

    synchronized void tell(Changes to) {
      changes = to;
    }

    @Override
    public synchronized void put(String name) {
      names.add(name);
      if (changes != null) {
        changes.changed(name);
      }
    }
  }

  abstract static class Owner {
    protected final Store store;
    protected int count;

    Owner(Store store) {
      this.store = store;
    }
  }

  /** Always locks itself first. */
  static class Local extends Owner {
    Local(MemoryStore store) {
      super(store);
      store.tell(new Counter());
    }

    synchronized void add(String name) {
      store.put(name);
    }

    private final class Counter implements Changes {
      @Override
      public void changed(String name) {
        synchronized (Local.this) {
          count++;
        }
      }
    }
  }

  /** Has another store, and does not lock at all. */
  static class Remote extends Owner {
    Remote(Store store) {
      super(store);
    }

    void add(String name) {
      store.put(name);
    }
  }
}
