package cases.nonatomicupdate;

/** A lock that nobody else takes keeps nobody out, whatever else goes wrong in the class. */
public class OtherMonitor {
  private final Object mutex = new Object();
  private int edits;
  private int undone;

  public void edit() {
    synchronized (mutex) {
      edits++;
      undone++;
    }
  }

  public void editBare() {
    edits++; // want NonAtomicUpdate "edits"
  }

  /** Each object of the inner class is another lock. */
  public class Editor {
    public synchronized void edit() {
      edits++; // want NonAtomicUpdate "edits"
    }

    public void editRight() {
      synchronized (mutex) {
        edits++;
      }
    }

    public synchronized void undo() {
      undone--; // want NonAtomicUpdate "undone"
    }
  }

  public int edits() {
    synchronized (mutex) {
      return edits - undone;
    }
  }
}
