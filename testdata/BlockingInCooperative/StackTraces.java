package cases.blockingincooperative;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;

/** An exception that prints itself in its own way is no more of a wait than any other. */
class StackTraces {
  static class Linked extends RuntimeException {
    private final Exception linked;

    Linked(Exception linked) {
      this.linked = linked;
    }

    @Override
    public void printStackTrace() {
      printStackTrace(System.err);
    }

    @Override
    public void printStackTrace(PrintStream to) {
      to.print("linked to " + linked);
      super.printStackTrace(to);
    }

    @Override
    public void printStackTrace(PrintWriter to) {
      to.print("linked to " + linked);
      super.printStackTrace(to);
    }

    /** What else it prints is told. */
    void report(PrintWriter to) {
      to.print(linked);
    }
  }

  void printed(CompletableFuture<String> answer) {
    answer.whenComplete(
        (text, failure) -> {
          if (failure != null) {
            log(failure);
          }
        });
  }

  void printedTo(CompletableFuture<String> answer, Linked linked, PrintWriter to) {
    answer.thenRun(() -> linked.printStackTrace(to));
  }

  void reported(CompletableFuture<String> answer, Linked linked, PrintWriter to) {
    answer.thenRun(() -> linked.report(to)); // want BlockingInCooperative "report"
  }

  private static void log(Throwable failure) {
    failure.printStackTrace();
  }
}
