package org.lockkeeper.flow;

import java.util.List;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;

/**
 * Shared state is touched: a field, or a container through a call.
 *
 * @param target the field, or the container
 * @param key which entry; {@code null} when unknown or the whole is meant, see {@code keyed}
 * @param keyed whether one entry is meant
 * @param value what is written; {@code null} for others
 * @param call the called method; {@code null} for fields
 * @param held locks held there
 * @param op number of the operation in the method that the access is listed for
 * @param site where it stands; the outermost call when {@code via} is not empty
 * @param owned whether no other thread can see the target yet
 * @param atomic whether it tests and acts in one step
 * @param present for checks, and searches in helpers: which answer promises presence
 * @param via the calls that lead there, outermost first; the access itself stands at {@code inner}
 * @param inner where the access itself stands
 */
public record Access(
    Kind kind,
    Place target,
    Sym key,
    boolean keyed,
    Sym value,
    MethodRef call,
    HeldLocks held,
    int op,
    Site site,
    boolean owned,
    boolean atomic,
    When present,
    List<Summary.Via> via,
    Site inner) {

  /** What is done. */
  public enum Kind {
    /** Reads a field. */
    READ,
    /** Writes a field. */
    WRITE,
    /** Asks a container. */
    CHECK,
    /** Asks a container or field, in a helper that throws unless the answer is {@code value}. */
    REFUSE,
    /** Changes a container. */
    ACT,
    /** Needs something to be in the container. */
    USE,
    /** Goes through the elements. */
    ITERATE
  }

  /** A step that a call takes on a container as a whole or on one entry, and heeds nothing. */
  public static Access step(Kind kind, Place on, Sym key, Op.Call call, int op, HeldLocks held) {
    return new Access(
        kind,
        on,
        key,
        key != null,
        null,
        call.method(),
        held,
        op,
        call.site(),
        false,
        true,
        When.ALWAYS,
        List.of(),
        call.site());
  }

  /** The same, with an answer that promises presence. */
  public Access answering(When found) {
    return new Access(
        kind, target, key, keyed, value, call, held, op, site, owned, atomic, found, via, inner);
  }

  /** The same question, where every other answer than this one ends in an exception. */
  public Access refusing(Sym passes) {
    return new Access(
        Kind.REFUSE,
        target,
        key,
        keyed,
        passes,
        call,
        held,
        op,
        site,
        owned,
        atomic,
        present,
        via,
        inner);
  }

  /** The same step, taken as one on the container around what is touched. */
  public Access on(Place whole) {
    return new Access(
        kind, whole, null, false, value, call, held, op, site, owned, atomic, present, via, inner);
  }

  /** The same with another value. */
  public Access putting(Sym other) {
    return new Access(
        kind, target, key, keyed, other, call, held, op, site, owned, atomic, present, via, inner);
  }

  /** The same place touched by a function that another operation makes, once no lock is held. */
  public Access by(Op.Call function, int made, boolean acts) {
    Kind how = acts ? Kind.ACT : Kind.READ;
    HeldLocks none = HeldLocks.NONE;
    MethodRef method = acts ? function.method() : null;
    Site there = function.site();
    return new Access(
        how, target, null, false, null, method, none, made, there, owned, false, present, via,
        there);
  }

  /** Whether it may change the state. */
  public boolean changes() {
    return kind == Kind.WRITE || kind == Kind.ACT;
  }

  /** Name of the called method, or of the field. */
  public String verb() {
    if (call == null) {
      return target.field().map(f -> f.name()).orElse("?");
    }
    return call.isConstructor() ? "new " + MethodRef.simple(call.owner()) : call.name();
  }

  /** How a call reads in a message: {@code containsKey(name)}. */
  public String shown() {
    if (call == null) {
      return target.toString();
    }
    if (key instanceof Sym.Lit l) {
      return verb() + "(" + l.value() + ")";
    }
    boolean given = keyed || changes() && !call.params().isEmpty();
    String named = key instanceof Sym.At at && !nameless(at.place()) ? "" + at.place() : "…";
    return verb() + "(" + (key != null || given ? named : "") + ")";
  }

  private static boolean nameless(Place place) {
    return place.root() instanceof Place.Root.Fresh
        || place.root() instanceof Place.Root.Unknown u && u.name().isEmpty();
  }
}
