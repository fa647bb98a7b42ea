package org.lockkeeper.cooperation;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Streams that never wait, since they are over memory. */
final class MemoryStreams {
  /** Wrappers around wrappers, and fields that these are kept in. */
  private static final int MAX_DEPTH = 4;

  private final Flows flows;
  private final FactBook book;
  private final OwnStreams own;
  private final Map<FieldRef, Boolean> kept = new HashMap<>();

  MemoryStreams(Flows flows) {
    this.flows = flows;
    this.book = flows.book();
    this.own = new OwnStreams(flows);
  }

  /** One is called, or is given to what is no stream itself. */
  boolean inMemory(Op.Call call, Sym[] args, MethodFlow flow) {
    boolean given = args.length == 2 && Dispatch.made(args[1]) && !stream(call.method().owner());
    return inMemory(args[given ? 1 : 0], flow, MAX_DEPTH);
  }

  /** Such a one, and none of another kind, is handed to a helper that waits for it. */
  boolean given(Sym stream, Sym[] args, MethodFlow flow) {
    boolean all = inMemory(stream, flow, MAX_DEPTH);
    for (Sym arg : args) {
      boolean another = arg instanceof Sym.At at && stream(at.place().type());
      all = all && (!another || inMemory(arg, flow, MAX_DEPTH));
    }
    return all;
  }

  private boolean stream(String type) {
    return book.says(Fact.Blocks.class, reading(type))
        || book.says(Fact.Blocks.class, writing(type));
  }

  private static MethodRef reading(String type) {
    return new MethodRef(type, "read", List.of(), "int");
  }

  private static MethodRef writing(String type) {
    return new MethodRef(type, "write", List.of("int"), "void");
  }

  private boolean never(String type) {
    return book.denies(Fact.Blocks.class, reading(type))
        || book.denies(Fact.Blocks.class, writing(type));
  }

  /** One that is itself in memory, or was made over such a one. */
  private boolean inMemory(Sym stream, MethodFlow flow, int depth) {
    if (!(stream instanceof Sym.At at) || depth == 0) {
      return false;
    }
    String type = at.place().type();
    boolean made = at.place().root() instanceof Root.Fresh && at.place().path().isEmpty();
    if (stream(type) && own.never(type)) {
      return true;
    }
    if (never(type) || !made) {
      return never(type) || type.equals("java.lang.String") || kept(at.place(), depth);
    }
    if (ownMemory(type)) {
      return true;
    }
    int maker = flow.maker(at.place().root());
    boolean opens = flow.op(maker) instanceof Op.Call c && book.says(Fact.Blocks.class, c.method());
    Sym[] args = flow.args(maker);
    return !opens
        && args.length > 1
        && (args[1] instanceof Sym.Lit || inMemory(args[1], flow, depth - 1));
  }

  /** A stream of the program's own that has nothing but arrays, text and numbers to write to. */
  private boolean ownMemory(String type) {
    ClassInfo info =
        flows.dispatch().analyses(type) ? flows.hierarchy().find(type).orElse(null) : null;
    boolean direct =
        info != null
            && info.superName().filter(up -> stream(up) && own.top(up)).isPresent()
            && info.fields().stream().anyMatch(f -> !f.has(Modifier.STATIC));
    return direct
        && info.fields().stream()
            .filter(f -> !f.has(Modifier.STATIC))
            .allMatch(f -> plain(f.ref().type()));
  }

  private static boolean plain(String type) {
    String element = type.replace("[]", "");
    return Primitives.is(element) || element.startsWith("java.lang.String");
  }

  /** A field that only its class sets, each time to one over memory. */
  private boolean kept(Place place, int depth) {
    FieldRef field = place.field().orElse(null);
    ClassInfo info = field == null ? null : flows.hierarchy().find(field.owner()).orElse(null);
    FieldInfo declared = info == null ? null : info.field(field.name()).orElse(null);
    boolean own =
        declared != null && (declared.has(Modifier.FINAL) || declared.has(Modifier.PRIVATE));
    if (!own || !stream(field.type())) {
      return false;
    }
    Boolean known = kept.get(field);
    if (known == null) {
      kept.put(field, false);
      known = written(field, info, depth);
      kept.put(field, known);
    }
    return known;
  }

  private boolean written(FieldRef field, ClassInfo info, int depth) {
    int[] found = new int[2];
    for (MethodInfo method : info.methods()) {
      MethodFlow flow = flows.flowAnywhere(method).orElse(null);
      if (flow != null) {
        flow.replay(
            (op, n, at) -> {
              boolean sets = op instanceof Op.Write w && w.slot().field().equals(field);
              Sym value = sets ? at.sym(((Op.Write) op).value()) : new Sym.Lit(null);
              if (!(value instanceof Sym.Lit)) {
                found[inMemory(value, flow, depth - 1) ? 1 : 0]++;
              }
            });
      }
    }
    return found[0] == 0 && found[1] > 0;
  }
}
