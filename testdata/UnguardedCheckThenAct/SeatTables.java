package cases.unguardedcheckthenact;

/** Places in rows: an element of an array in an array. */
public class SeatTables {
  private final boolean[][] taken = new boolean[10][20];
  private final String[][][] halls = new String[3][10][20];

  synchronized void cancel(int row, int seat) {
    taken[row][seat] = false;
  }

  boolean book(int row, int seat) {
    if (taken[row][seat]) {
      return false;
    }
    taken[row][seat] = true; // want UnguardedCheckThenAct "taken"
    return true;
  }

  synchronized boolean bookLocked(int row, int seat) {
    if (taken[row][seat]) {
      return false;
    }
    taken[row][seat] = true;
    return true;
  }

  boolean bookBySection(int row, int seat) {
    synchronized (this) {
      if (!taken[row][seat]) {
        taken[row][seat] = true;
        return true;
      }
    }
    return false;
  }

  synchronized void leave(int hall, int row, int seat) {
    halls[hall][row][seat] = null;
  }

  boolean reserve(int hall, int row, int seat, String name) {
    if (halls[hall][row][seat] == null) {
      halls[hall][row][seat] = name; // want UnguardedCheckThenAct "halls"
      return true;
    }
    return false;
  }

  /** Nobody else has this table. */
  static boolean[][] firstOfEach(int rows) {
    boolean[][] own = new boolean[rows][20];
    for (int row = 0; row < rows; row++) {
      if (!own[row][0]) {
        own[row][0] = true;
      }
    }
    return own;
  }
}
