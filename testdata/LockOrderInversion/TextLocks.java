package cases.lockorderinversion;

/** Equal texts in the source are one object, wherever they stand. */
class TextLocks {
  private static final String ROWS = "rows";
  private static final String COLUMNS = "columns";

  private int cells;

  void grow() {
    synchronized (ROWS) {
      synchronized (COLUMNS) { // want LockOrderInversion "`\"rows\"` before `\"columns\"`"
        cells++;
      }
    }
  }

  void shrink() {
    synchronized (COLUMNS) {
      synchronized (ROWS) {
        cells--;
      }
    }
  }

  static void demo() {
    final String printer = "the printer";
    final String scanner = "the scanner";
    Thread copy =
        new Thread() {
          @Override
          public void run() {
            synchronized (scanner) {
              synchronized (printer) { // want LockOrderInversion "the scanner"
                System.out.println("copies");
              }
            }
          }
        };
    Thread fax =
        new Thread(
            () -> {
              synchronized (printer) {
                synchronized (scanner) {
                  System.out.println("sends");
                }
              }
            });
    copy.start();
    fax.start();
  }

  /** In two classes. */
  static class Spooler {
    private int jobs;

    void spool() {
      synchronized ("spool.in") {
        synchronized ("spool.out") { // want LockOrderInversion "`\"spool.in\"`"
          jobs++;
        }
      }
    }
  }

  static class Driver {
    private int pages;

    void print() {
      synchronized ("spool.out") {
        synchronized ("spool.in") {
          pages++;
        }
      }
    }
  }

  /** Always in one order. */
  static class Ordered {
    private static final String FIRST = "ordered.first";
    private static final String SECOND = "ordered.second";

    private int n;

    void up() {
      synchronized (FIRST) {
        synchronized (SECOND) {
          n++;
        }
      }
    }

    void down() {
      synchronized ("ordered.first") {
        synchronized ("ordered.second") {
          n--;
        }
      }
    }
  }

  /** Fields of the same names with other texts. */
  static class Others {
    private static final String ROWS = "other rows";
    private static final String COLUMNS = "other columns";

    private int n;

    void shrink() {
      synchronized (COLUMNS) {
        synchronized (ROWS) {
          n--;
        }
      }
    }
  }
}
