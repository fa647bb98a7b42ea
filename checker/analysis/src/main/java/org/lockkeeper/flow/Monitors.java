package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Monitors of synchronized methods (JLS 8.4.3.6). */
public final class Monitors {
  /** Origin of a lock that the method's own modifier acquires. */
  public static final int ENTRY = -2;

  private Monitors() {}

  /** {@code null} for methods that are not synchronized. */
  public static Lock of(MethodInfo method) {
    if (!method.has(Modifier.SYNCHRONIZED)) {
      return null;
    }
    String owner = method.ref().owner();
    Place place =
        method.isStatic()
            ? Place.of(new Root.ClassObject(owner), "java.lang.Class")
            : Place.of(new Root.This(), owner);
    return new Lock(place, Mode.EXCLUSIVE);
  }
}
