package org.lockkeeper.flow;

import java.util.Optional;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** How operations change {@link FieldValues}, and what they find there. */
final class FieldFlow {
  private FieldFlow() {}

  /** An object is made; of one that the same operation made before nobody speaks any more. */
  static void made(int n, Live at) {
    at.state.fields = at.state.fields.made(new Root.Fresh(n));
  }

  static void write(Op.Write write, Place base, Optional<Place> cell, Live at) {
    if (cell.isEmpty()) {
      return;
    }
    FieldValues fields = at.state.fields.written(cell.get());
    boolean followed = base == null || follows(base, at);
    if (followed && FieldValues.holds(write.slot().field())) {
      boolean vague = write.slot().field().equals(FieldRef.ELEMENT) && !literal(write.slot(), at);
      fields = vague ? fields.lost(base, true) : fields.with(cell.get(), at.sym(write.value()));
    }
    at.state.fields = fields;
  }

  /** Something is put into a container that others have. */
  static void stored(Place container, Sym value, Live at) {
    boolean object = value instanceof Sym.At v && !Primitives.is(v.place().type());
    Place.Step part = new Place.Step.Part("[]", value == null ? 0 : value.hashCode());
    Optional<Place> cell = object ? container.then(part, "") : Optional.empty();
    cell.ifPresent(c -> at.state.fields = at.state.fields.with(c, value));
  }

  /** Objects made here that nobody else has seen, and the receiver itself. */
  private static boolean follows(Place base, Live at) {
    return base.root() instanceof Root.Fresh
        ? at.owned(base)
        : base.root() instanceof Root.This && base.path().isEmpty();
  }

  private static boolean literal(Op.Slot slot, Live at) {
    return slot.index().map(at::sym).filter(Sym.Lit.class::isInstance).isPresent();
  }

  /** What a field or element of an object made here has got from elsewhere; {@code null} if not. */
  static Sym read(Place cell, Live at) {
    FieldValues fields = at.state.fields;
    if (fields.isEmpty() || !(cell.root() instanceof Root.Fresh) || !at.owned(cell)) {
      return null;
    }
    return fields.of(cell).orElse(null);
  }

  /** Any call may have made an object, and have sorted an array that it was given. */
  static void given(int n, Sym[] args, Live at) {
    made(n, at);
    lost(args, 0, false, at);
  }

  private static void lost(Sym[] args, int first, boolean all, Live at) {
    for (int i = at.state.fields.isEmpty() ? args.length : first; i < args.length; i++) {
      Place given = args[i] == null ? null : args[i].where().orElse(null);
      if (given != null && given.root() instanceof Root.Fresh) {
        at.state.fields = at.state.fields.lost(given, all);
      }
    }
  }

  /**
   * What a callee has put into fields of its receiver; what it did to other objects is not known.
   *
   * @param one whether that is certainly who is called
   */
  static void called(Summary callee, boolean one, Op.Call call, Sym[] args, Terms terms, Live at) {
    lost(args, call.dispatch() == Op.Dispatch.STATIC ? 0 : 1, true, at);
    Place on = args.length == 0 || args[0] == null ? null : args[0].where().orElse(null);
    boolean followed = on != null && follows(on, at);
    boolean alone = followed && on.root() instanceof Root.Fresh;
    callee
        .puts()
        .each(
            (cell, value) -> {
              boolean own = cell.root() instanceof Root.This;
              boolean global = cell.root() instanceof Root.Static;
              Sym told = !one || value == null ? null : terms.sym(value, -1);
              if (own && followed || global) {
                put(terms.place(cell), told, at);
              }
              if (own && !alone || global) {
                Transfer.escape(told, at);
              }
            });
  }

  private static void put(Optional<Place> cell, Sym value, Live at) {
    cell.ifPresent(c -> at.state.fields = at.state.fields.with(c, value));
  }

  /** What a callee has put into the new object that it returns. */
  static void returned(Summary callee, int n, Terms terms, Live at) {
    Place object = Place.of(new Root.Fresh(n), callee.makes());
    callee
        .puts()
        .each(
            (cell, value) -> {
              Sym told = value == null ? null : terms.sym(value, -1);
              if (cell.root().equals(FieldValues.RESULT) && told != null) {
                Place there = cell.rebase(object).orElseThrow();
                at.state.fields = at.state.fields.with(there, told);
              }
            });
  }
}
