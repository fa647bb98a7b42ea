package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.List;

/** Lists that are replaced as a whole, and looked at through one read. */
public class ReplacedLists {
  private volatile List<Runnable> handlers = new ArrayList<>();
  private volatile List<Runnable> filters = new ArrayList<>();

  void handlers(List<Runnable> next) {
    handlers = new ArrayList<>(next);
  }

  List<Runnable> handlers() {
    return handlers;
  }

  /** Another thread puts another list there; this one stays as it is. */
  void handle() {
    List<Runnable> all = handlers();
    if (all.size() == 1) {
      all.get(0).run();
    }
  }

  void handleFresh() {
    if (handlers.size() == 1) {
      handlers.get(0).run(); // want UnguardedCheckThenAct "handlers"
    }
  }

  void drop(Runnable filter) {
    filters.remove(filter);
  }

  /** From this one others take something out. */
  void filter() {
    List<Runnable> all = filters;
    if (all.size() == 1) {
      all.get(0).run(); // want UnguardedCheckThenAct "filters"
    }
  }

  /** It looks once more at what it got; the first look decides nothing. */
  void handleFirst(int n) {
    if (handlers == null || handlers.isEmpty()) {
      return;
    }
    List<Runnable> all = handlers;
    if (all.isEmpty()) {
      return;
    }
    all.get(n % all.size()).run();
  }

  /** It does not look at what it got. */
  void handleLast() {
    if (handlers == null || handlers.isEmpty()) {
      return;
    }
    List<Runnable> all = handlers;
    all.get(all.size() - 1).run(); // want UnguardedCheckThenAct "handlers"
  }
}
