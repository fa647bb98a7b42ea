package org.lockkeeper.order;

import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.interprocedural.ClassStarts;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Monitors that only one thread can see. */
final class OwnMonitors {
  private OwnMonitors() {}

  /**
   * Whether it is an object under construction, one made here, or one of a class that is being
   * initialised, which everybody else waits for.
   */
  static boolean is(Lock lock, MethodFlow flow, Flows flows) {
    Place place = lock.place();
    boolean making = flow.method().ref().isConstructor() && place.root() instanceof Root.This;
    boolean made = place.root() instanceof Root.Fresh && place.path().isEmpty();
    return making || made || ClassStarts.own(place, flow.method(), flows);
  }
}
