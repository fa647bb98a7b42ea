package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * What a callee acquires, seen from a call. What it gets to by calling back an argument, or by a
 * method of its own that subclasses override, depends on the object that is passed or called.
 */
public final class Callbacks {
  private final Knowledge knowledge;
  private final Terms terms;

  /** For one call. */
  public Callbacks(Knowledge knowledge, Terms terms) {
    this.knowledge = knowledge;
    this.terms = terms;
  }

  /** Whether the object passed can be of the class that was assumed to be called back. */
  public boolean possible(Summary.Acquisition a) {
    Place back = a.callback();
    Place passed = back == null ? null : terms.place(bare(back)).orElse(null);
    if (passed == null) {
      return true;
    }
    boolean sub = knowledge.isSubtype(passed.type(), back.type());
    boolean exact = passed.root() instanceof Root.Fresh && passed.path().isEmpty();
    return sub || !exact && knowledge.isSubtype(back.type(), passed.type());
  }

  private static Place bare(Place param) {
    return Place.of(param.root(), param.rootType());
  }

  private Place outside(Place back) {
    Place passed = back == null ? null : terms.place(bare(back)).orElse(null);
    boolean own = self(passed) && !knowledge.isSubtype(passed.type(), back.type());
    return param(passed) || own ? Place.of(passed.root(), back.type()) : null;
  }

  private static boolean param(Place place) {
    return place != null && place.path().isEmpty() && place.root() instanceof Root.Param;
  }

  private static boolean self(Place place) {
    return place != null && place.path().isEmpty() && place.root() instanceof Root.This;
  }

  /** The same in the terms of the caller. */
  public Summary.Acquisition outside(
      Summary.Acquisition a, Op.Call call, Sym receiver, MethodInfo target, int n, MethodFlow in) {
    Optional<Lock> named = terms.lock(a.lock()).map(l -> Summarizer.outward(l, in));
    Lock lock = named.orElseGet(() -> Summarizer.foreign(a.lock(), n));
    List<Summary.Via> via = new ArrayList<>();
    via.add(new Summary.Via(call.site(), target.ref()));
    via.addAll(a.via());
    String type = lock.place().type();
    String narrow = knowledge.isSubtype(a.type(), type) ? a.type() : type;
    Place back = outside(a.callback());
    String owner = target.ref().owner();
    if (back == null && (called(call, receiver) || overridden(receiver, owner, in))) {
      back = Place.of(((Sym.At) receiver).place().root(), owner);
    }
    return new Summary.Acquisition(lock, a.site(), List.copyOf(via), narrow, back);
  }

  /** A method of an argument is called that its class defines, whichever that is. */
  private boolean called(Op.Call call, Sym receiver) {
    return receiver instanceof Sym.At at && param(at.place()) && knowledge.open(call.method());
  }

  /** A method of the same object is called as one of its subclasses defines it. */
  private boolean overridden(Sym receiver, String owner, MethodFlow in) {
    return receiver instanceof Sym.At at && self(at.place()) && below(owner, in);
  }

  private boolean below(String owner, MethodFlow in) {
    String own = in.method().ref().owner();
    return !owner.equals(own) && knowledge.isSubtype(owner, own);
  }
}
