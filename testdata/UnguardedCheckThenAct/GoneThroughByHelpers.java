package cases.unguardedcheckthenact;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Asks whether there are listeners, and lets a helper go through those that there are by then. */
class GoneThroughByHelpers {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private String name = "";

  void listen(Runnable listener) {
    listeners.add(listener);
  }

  void leave(Runnable listener) {
    listeners.remove(listener);
  }

  void rename(String to) {
    boolean told = observed();
    name = to;
    if (told) {
      tell();
    }
  }

  void renameInLambda(String to) {
    if (!listeners.isEmpty()) {
      quietly(
          () -> {
            for (Runnable each : listeners) {
              each.run();
            }
          });
    }
  }

  /** Here the helper takes it for granted that there is one. */
  void renameFirst(String to) {
    if (observed()) {
      name = to;
      tellFirst(); // want UnguardedCheckThenAct "listeners"
    }
  }

  /** Here it asks about the first and takes the second for granted. */
  void renameTwo(String to) {
    if (listeners.size() > 1) {
      name = to;
      tellTwo(); // want UnguardedCheckThenAct "listeners"
    }
  }

  String name() {
    return name;
  }

  private boolean observed() {
    return !listeners.isEmpty();
  }

  private void tell() {
    for (Runnable each : listeners) {
      each.run();
    }
  }

  private void tellFirst() {
    listeners.iterator().next().run();
  }

  private void tellTwo() {
    Iterator<Runnable> all = listeners.iterator();
    if (all.hasNext()) {
      all.next().run();
    }
    all.next().run();
  }

  private static void quietly(Runnable action) {
    action.run();
  }
}
