package cases.unguardedcheckthenact;

/** What a getter found may be gone when it is asked once more. */
public class VanishedByGetters {

  static class Link {
    private volatile String peer;
    private volatile Thread reader;
    private volatile String title;

    String getPeer() {
      return peer;
    }

    void setPeer(String peer) {
      this.peer = peer;
    }

    Thread getReader() {
      return reader;
    }

    String getTitle() {
      if (title == null) {
        title = "untitled";
      }
      return title;
    }

    void start(Thread thread) {
      reader = thread;
    }

    void close() {
      reader = null;
      title = null;
    }

    void stop() {
      if (getReader() != null) {
        getReader().interrupt(); // want UnguardedCheckThenAct "reader"
      }
    }

    void stopRight() {
      Thread thread = getReader();
      if (thread != null) {
        thread.interrupt();
      }
    }

    /** The getter makes one. */
    int width() {
      return getTitle() != null ? getTitle().length() : 0;
    }
  }

  private final Link link = new Link();

  int peerLength() {
    if (link.getPeer() == null) {
      return 0;
    }
    return link.getPeer().length(); // want UnguardedCheckThenAct "peer"
  }

  int peerLengthRight() {
    String peer = link.getPeer();
    return peer == null ? 0 : peer.length();
  }

  void forget() {
    link.setPeer(null);
  }

  void connect(String peer) {
    link.setPeer(peer);
  }

  /** Asks again. */
  boolean known() {
    return link.getPeer() != null && link.getPeer() != "none";
  }

  /** Told once how it went. */
  static class Outcome {
    private volatile String failure;
    private volatile long when;

    void set(long when, String failure) {
      this.when = when;
      this.failure = failure;
    }

    int failureLength() {
      if (failure == null) {
        return 0;
      }
      return failure.length();
    }

    long when() {
      return when;
    }
  }

  static Outcome well(long when) {
    Outcome outcome = new Outcome();
    outcome.set(when, null);
    return outcome;
  }

  void finish(Outcome outcome, long when, String failure) {
    outcome.set(when, failure);
  }

  void finish(Outcome outcome, long when) {
    outcome.set(when, null);
  }
}
