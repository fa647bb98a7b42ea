package cases.uncheckedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a search found is kept in a variable, or told by a helper. */
public class FoundFlags {
  private final List<String> names = new CopyOnWriteArrayList<>();
  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

  public void add(String name) {
    boolean found = false;
    for (String each : names) {
      if (each.equalsIgnoreCase(name)) {
        found = true;
      }
    }
    if (!found) {
      names.add(name); // want UnguardedCheckThenAct "names"
    }
  }

  public void addFew(String name) {
    int same = 0;
    for (String each : names) {
      if (each.startsWith(name)) {
        same++;
      }
    }
    if (same < 3) {
      names.add(name); // want UnguardedCheckThenAct "names"
    }
  }

  private String find(String prefix) {
    for (String each : names) {
      if (each.startsWith(prefix)) {
        return each;
      }
    }
    return null;
  }

  private boolean known(String name) {
    for (String each : names) {
      if (each.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> first(String prefix) {
    return names.stream().filter(n -> n.startsWith(prefix)).findFirst();
  }

  public void addUnlessFound(String name) {
    if (find(name) == null) {
      names.add(name); // want UnguardedCheckThenAct "names"
    }
  }

  public void addUnlessKnown(String name) {
    if (!known(name)) {
      names.add(name); // want UnguardedCheckThenAct "names"
    }
  }

  public void addUnlessFirst(String name) {
    if (names.stream().filter(n -> n.startsWith(name)).findFirst().isEmpty()) {
      names.add(name); // want UnguardedCheckThenAct "names"
    }
  }

  public String firstOr(String prefix, String other) {
    return first(prefix).orElse(other);
  }

  /** What was found is taken out, or nothing. */
  public void drop(String prefix) {
    String found = find(prefix);
    if (found != null) {
      names.remove(found);
    }
  }

  private boolean copyTo(List<Integer> to) {
    for (Integer each : sizes) {
      to.add(each);
    }
    return to.size() < 10;
  }

  /** The elements decide nothing. */
  public void copyAndMark(List<Integer> to) {
    if (copyTo(to)) {
      sizes.add(-1);
    }
  }

  public void size(int n) {
    sizes.add(n);
  }
}
