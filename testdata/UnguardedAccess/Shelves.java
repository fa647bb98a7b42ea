package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.annotations.Excludes;
import org.lockkeeper.annotations.Holding;

/** Contracts about {@code this}, called with other names for it. */
class Shelves {
  interface Shelf {
    @Holding("this")
    void put(String book);

    @Excludes("this")
    void tidy();
  }

  static class WoodenShelf implements Shelf {
    private final List<String> books = new ArrayList<>();

    @Override
    public void put(String book) {
      books.add(book);
    }

    @Override
    public void tidy() {
      synchronized (this) {
        books.sort(null);
      }
    }
  }

  private final Shelf oak;

  Shelves(Shelf oak) {
    this.oak = oak;
  }

  void locked() {
    synchronized (oak) {
      oak.put("maps");
    }
    oak.tidy();
  }

  void unlocked() {
    oak.put("maps"); // want UnguardedAccess "`put` is called without holding `oak`"
  }

  void both() {
    synchronized (oak) {
      oak.put("maps");
      oak.tidy(); // want UnguardedAccess "`tidy` must not be called while `oak` is held"
    }
  }
}
