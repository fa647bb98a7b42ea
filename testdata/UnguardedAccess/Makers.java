package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.annotations.GuardedBy;

/** What class initialisers and factories do before anybody else can look. */
public class Makers {
  @GuardedBy("Makers.class")
  private static final Map<String, Integer> CODES = new HashMap<>();

  @GuardedBy("Makers.class")
  private static int made;

  private static Makers latest;

  static {
    fill();
    List.of("x", "y").forEach(s -> CODES.put(s, 2));
    new Thread(() -> CODES.clear()).start(); // want UnguardedAccess "CODES"
    count();
  }

  private static void fill() {
    CODES.put("a", 1);
    fillMore();
  }

  private static void fillMore() {
    CODES.put("b", 2);
  }

  /** Others call it as well. */
  private static void count() {
    made++; // want UnguardedAccess "made"
  }

  static void again() {
    count();
  }

  static Integer code(String name) {
    return CODES.get(name); // want UnguardedAccess "CODES"
  }

  static synchronized Integer codeRight(String name) {
    return CODES.get(name);
  }

  @GuardedBy("this")
  private final List<String> parts = new ArrayList<>();

  private static Makers empty() {
    return new Makers();
  }

  private static Makers known() {
    Makers m = new Makers();
    latest = m;
    return m;
  }

  static Makers of(String part) {
    Makers m = empty();
    m.parts.add(part);
    return m;
  }

  static Makers ofKnown(String part) {
    Makers m = known();
    m.parts.add(part); // want UnguardedAccess "parts"
    return m;
  }

  static Makers ofLatest(String part) {
    Makers m = latest == null ? empty() : latest;
    m.parts.add(part); // want UnguardedAccess "parts"
    return m;
  }
}
