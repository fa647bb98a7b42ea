package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.List;

/** An edit in two calls, each of which asks for itself whether it is still open. */
class EditsOfOneself {
  private final List<String> lines = new ArrayList<>();

  /** What is written until it is committed. */
  class Edit {
    private final List<String> own = new ArrayList<>();
    private boolean done;

    void write(String line) {
      synchronized (EditsOfOneself.this) {
        if (done) {
          throw new IllegalStateException("done");
        }
        own.add(line);
      }
    }

    void commit() {
      synchronized (EditsOfOneself.this) {
        if (done) {
          throw new IllegalStateException("done");
        }
        lines.addAll(own);
        done = true;
      }
    }
  }

  Edit begin() {
    return new Edit();
  }

  /** The second call asks again, under the lock, before it writes. */
  void update(Edit edit, String line) {
    edit.write(line);
    edit.commit();
  }
}
