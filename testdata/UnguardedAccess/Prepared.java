package cases.unguardedaccess;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.annotations.GuardedBy;

/** Private steps that fill an object before anybody else has it. */
public class Prepared {
  @GuardedBy("this")
  private final Map<String, String> names = new HashMap<>();

  @GuardedBy("this")
  private int rank;

  public static Prepared parse(String text) {
    Prepared made = new Prepared();
    made.fill(text);
    return made;
  }

  static Prepared empty() {
    var made = new Prepared();
    made.mark();
    return made;
  }

  private void fill(String text) {
    names.put(text, text);
    note();
  }

  private void note() {
    rank++;
  }

  private void mark() {
    rank = 1;
  }

  public static Prepared shared(Map<String, Prepared> all) {
    Prepared made = new Prepared();
    made.reset();
    all.put("made", made);
    return made;
  }

  public void clear() {
    reset();
  }

  private void reset() {
    names.clear(); // want UnguardedAccess "names"
  }

  synchronized void sort(List<String> keys) {
    Collections.sort(keys, (a, b) -> names.get(a).compareTo(names.get(b)));
  }
}
