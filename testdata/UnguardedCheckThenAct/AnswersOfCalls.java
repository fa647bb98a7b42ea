package cases.unguardedcheckthenact;

/** What a call made of a field of a neighbour's is no question about the field. */
class AnswersOfCalls {
  private final NeighbourChannel channel = new NeighbourChannel();

  interface Listener {
    void violated(String what);
  }

  static String check(String uri, Listener listener) {
    if (uri.contains("..") && listener != null) {
      listener.violated(uri);
    }
    return uri.isEmpty() ? "empty" : null;
  }

  void complete(String uri) {
    String bad = check(uri, channel.listener());
    if (bad == null) {
      channel.recycle();
    }
  }

  /** This asks the field itself. */
  void recycleOnce() {
    if (channel.listener() != null) {
      channel.recycle(); // want UnguardedCheckThenAct "channel.listener"
    }
  }
}

class NeighbourChannel {
  private final Object lock = new Object();
  private AnswersOfCalls.Listener listener;

  AnswersOfCalls.Listener listener() {
    return listener;
  }

  void listen(AnswersOfCalls.Listener to) {
    synchronized (lock) {
      listener = to;
    }
  }

  void recycle() {
    synchronized (lock) {
      listener = null;
    }
  }
}
