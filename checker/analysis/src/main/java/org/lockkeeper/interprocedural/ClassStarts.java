package org.lockkeeper.interprocedural;

import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/** What a class initialiser does while all other threads that need the class wait (JLS 12.4.2). */
public final class ClassStarts {
  private ClassStarts() {}

  /**
   * Whether the method is the initialiser of a class, or a step of it.
   *
   * @param making whether it only runs while something is made ready
   */
  static boolean initialises(MethodInfo method, boolean making) {
    return method.ref().name().equals("<clinit>") || making && method.isStatic();
  }

  /** Whether a place begins with a static field of the method's own class. */
  static boolean within(Place place, MethodRef method) {
    return place.root() instanceof Root.Static
        && place.path().get(0) instanceof Step.Field f
        && f.ref().owner().equals(method.owner());
  }

  /** Whether nobody else can have what is at a place while the method runs. */
  public static boolean own(Place place, MethodInfo method, Flows flows) {
    return initialises(method, flows.making(method.ref())) && within(place, method.ref());
  }
}
