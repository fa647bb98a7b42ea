package org.lockkeeper.interprocedural;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;

/** What is known of a called method whoever calls it, found out once. */
final class Callee {
  private final MethodRef ref;
  private final Meaning meaning;
  private final Dispatch dispatch;
  private List<MethodInfo> declared;
  private List<MethodInfo> virtual;
  private Map<String, List<MethodInfo>> exact;
  private List<MethodInfo> ownDeclared;
  private List<MethodInfo> ownVirtual;

  Callee(MethodRef ref, Meaning meaning, Dispatch dispatch) {
    this.ref = ref;
    this.meaning = meaning;
    this.dispatch = dispatch;
  }

  /** Facts about it. */
  Meaning meaning() {
    return meaning;
  }

  /** Bodies that a call may run; empty when none is known. */
  List<MethodInfo> targets(Op.Dispatch how, Sym receiver, FieldOrigins origins) {
    if (how != Op.Dispatch.VIRTUAL) {
      declared = declared == null ? dispatch.declared(ref) : declared;
      return declared;
    }
    if (Dispatch.made(receiver)) {
      String type = ((Sym.At) receiver).place().type();
      List<MethodInfo> bodies = exactly(type);
      if (!bodies.isEmpty() || !dispatch.analyses(type)) {
        return bodies;
      }
    }
    virtual = virtual == null ? dispatch.virtual(ref) : virtual;
    return virtual.size() > 1 ? kept(receiver, origins) : virtual;
  }

  /** Of several bodies the one that the object in a final field has. */
  private List<MethodInfo> kept(Sym receiver, FieldOrigins origins) {
    Optional<String> type =
        receiver instanceof Sym.At at
            ? at.place().field().flatMap(origins::made)
            : Optional.empty();
    return type.map(this::exactly)
        .filter(virtual::containsAll)
        .filter(b -> !b.isEmpty())
        .orElse(virtual);
  }

  /** Those of them that are analysed, looking at no library's body. */
  List<MethodInfo> own(Op.Dispatch how) {
    if (how != Op.Dispatch.VIRTUAL) {
      ownDeclared = ownDeclared == null ? dispatch.ownDeclared(ref) : ownDeclared;
      return ownDeclared;
    }
    ownVirtual = ownVirtual == null ? dispatch.ownVirtual(ref) : ownVirtual;
    return ownVirtual;
  }

  private List<MethodInfo> exactly(String type) {
    exact = exact == null ? new HashMap<>(2) : exact;
    return exact.computeIfAbsent(type, t -> dispatch.declared(ref.in(t)));
  }
}
