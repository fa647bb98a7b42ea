package cases.nonatomicupdate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Elements of a shared collection are changed one after the other: no step of a list does that. */
public class ListedElements {

  static class Pane {
    private int width;
    private volatile boolean hidden;

    void grow(int by) {
      width += by;
    }

    int width() {
      return width;
    }
  }

  static class Row {
    private final List<Pane> panes = new CopyOnWriteArrayList<>();
    private final Map<String, Pane> named = new ConcurrentHashMap<>();
    private volatile boolean dirty;

    void resize(int by) {
      for (Pane each : panes) {
        each.grow(by); // want NonAtomicUpdate "update of a value of `panes`"
      }
    }

    void resize(String name, int by) {
      Pane pane = named.get(name);
      if (pane != null) {
        pane.grow(by); // want NonAtomicUpdate "update of a value of `named`"
      }
    }

    int width() {
      int all = 0;
      for (Pane each : panes) {
        all += each.width();
      }
      return all;
    }

    void paint(boolean now) {
      dirty = dirty || now; // want NonAtomicUpdate "dirty"
    }

    void hide() {
      for (Pane each : panes) {
        each.hidden = true;
      }
    }
  }
}
