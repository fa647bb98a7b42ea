package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.annotations.GuardedBy;

/** Objects that nobody else has yet. */
public class Owned {
  private static Owned latest;

  @GuardedBy("this")
  private final List<String> parts = new ArrayList<>();

  @GuardedBy("this")
  private String name = "";

  @GuardedBy("this")
  private int size;

  {
    size = 1;
  }

  public Owned(String name) {
    this.name = name;
    parts.add(name);
  }

  public Owned(Owned other) {
    synchronized (other) {
      parts.addAll(other.parts);
      name = other.name;
    }
  }

  /** A copy constructor owns itself, not what it copies from. */
  public Owned(Owned other, int n) {
    name = "copy";
    size = other.size + n; // want UnguardedAccess "size"
  }

  public static Owned create(String name) {
    Owned fresh = new Owned("");
    fresh.name = name;
    fresh.parts.add(name);
    fresh.size++;
    return fresh;
  }

  public static Owned published(String name) {
    Owned fresh = new Owned("");
    synchronized (Owned.class) {
      latest = fresh;
    }
    fresh.name = name; // want UnguardedAccess "name"
    return fresh;
  }

  public static synchronized Owned latest() {
    return latest;
  }

  /** Builders hand over what they made. */
  public static final class Builder {
    private final Owned result = new Owned("");

    public Owned build() {
      return result;
    }
  }
}
