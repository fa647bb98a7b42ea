package cases.lockorderviolation;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.annotations.LockOrder;

/** The order is declared in the superclass; a subclass breaks it. */
public class OverriddenAndInherited {

  @LockOrder({"Component.tree", "Component.bounds"})
  abstract static class Component {
    protected final Object tree = new Object();
    protected final Object bounds = new Object();
    protected final List<Component> children = new ArrayList<>();
    protected int width;

    void add(Component child) {
      synchronized (tree) {
        children.add(child);
        synchronized (bounds) {
          width += child.width;
        }
      }
    }

    void resize(int to) {
      synchronized (bounds) {
        width = to;
        resized(); // want LockOrderViolation "resized"
      }
    }

    abstract void resized();
  }

  static class Panel extends Component {
    @Override
    void resized() {
      synchronized (tree) {
        children.clear();
      }
    }
  }
}
