package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.facts.Target;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Hog;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Calls that are loops themselves: they go through a whole container, such as a search in a list.
 */
public final class Scans {
  private static final int MAX_CALLS = 24;

  private final MethodFlow flow;
  private final FactBook book;
  private final FieldUses uses;

  /** In one solved method. */
  public Scans(MethodFlow flow, FactBook book, FieldUses uses) {
    this.flow = flow;
    this.book = book;
    this.uses = uses;
  }

  /** The containers that a call goes through; none when they are small. */
  public List<Sym> of(Op.Call call, int n) {
    List<Target> through = new ArrayList<>();
    book.all(Fact.Scans.class, call.method()).forEach(f -> through.add(f.what()));
    if (!book.says(Fact.Returns.class, call.method())) {
      book.all(Fact.Iterates.class, call.method()).forEach(f -> through.add(f.what()));
    }
    List<Sym> sources = new ArrayList<>();
    for (Target what : through) {
      int index = what.position() + (call.dispatch() == Op.Dispatch.STATIC ? 0 : 1);
      boolean known = index >= 0 && index < flow.args(n).length;
      Sym source = known ? source(flow.args(n)[index]) : null;
      if (source != null && !small(source, flow, book, uses)) {
        sources.add(source);
      }
    }
    return sources;
  }

  /** Whether a function goes through a container each time, such as {@code names::contains}. */
  public boolean by(Handoffs.Handoff h) {
    Sym[] args = h.args();
    boolean scans =
        h.receiver() && args.length > 0 && book.says(Fact.Scans.class, h.target().ref());
    Sym source = scans ? source(args[0]) : null;
    return source != null && !small(source, flow, book, uses);
  }

  /** Whether what a function goes through is a small thing that it captures. */
  public boolean brief(Hog hog, Handoffs.Handoff h) {
    int at = Sym.parameter(hog.source()) + (h.receiver() ? 1 : 0);
    boolean captured = Sym.parameter(hog.source()) >= 0 && at < h.args().length;
    Sym source = captured ? source(h.args()[at]) : null;
    return source != null && small(source, flow, book, uses);
  }

  /** In words. */
  public static String why(Op.Call call, Sym source) {
    String what = source instanceof Sym.At at ? at.place().toString() : "";
    return "`%s` goes through `%s` in each round".formatted(call.method().name(), what);
  }

  /** What a pipeline of calls starts with; {@code null} when that is unknown or cut short. */
  public Sym source(Sym end) {
    Sym at = end;
    for (int calls = 0; calls < MAX_CALLS && at instanceof Sym.At here; calls++) {
      if (!here.place().path().isEmpty()) {
        return new Sym.At(Parts.container(here.place()), here.origin());
      }
      boolean operator =
          flow.callOf(here.place().root())
              .filter(c -> book.says(Fact.Runs.class, c.method()))
              .filter(c -> c.dispatch() != Op.Dispatch.STATIC)
              .isPresent();
      if (!operator) {
        return cut(here) ? null : here;
      }
      at = flow.args(here.origin())[0];
    }
    return null;
  }

  /** {@code limit(10)} */
  private boolean cut(Sym.At at) {
    return flow.callOf(at.place().root())
        .filter(c -> book.says(Fact.ReturnsTrait.class, c.method()))
        .isPresent();
  }

  /** A constant of the program, or elements that are listed one by one. */
  static boolean small(Sym source, MethodFlow flow, FactBook book, FieldUses uses) {
    Optional<FieldRef> field = source instanceof Sym.At at ? at.place().field() : Optional.empty();
    return listed(source, flow, book)
        || field
            .flatMap(uses::info)
            .filter(f -> f.has(Modifier.STATIC) && f.has(Modifier.FINAL))
            .filter(f -> uses.traits(f.ref()).contains(Trait.IMMUTABLE) || !filled(f.ref(), uses))
            .isPresent();
  }

  /** A counter of some loop, or what holds elements and is no constant. */
  public static boolean grows(Place place, FieldUses uses) {
    return Phi.isNumber(place) || !Primitives.is(place.type()) && !fixed(place, uses);
  }

  /** A text or array inside of a constant, which will always be as long as it is. */
  private static boolean fixed(Place place, FieldUses uses) {
    boolean length = place.type().endsWith("[]") || place.type().equals("java.lang.String");
    return length
        && place.root() instanceof Root.Static
        && place.path().stream()
            .allMatch(
                s ->
                    s instanceof Step.Field f
                        && uses.info(f.ref()).filter(i -> i.has(Modifier.FINAL)).isPresent());
  }

  /** Whether the analysis has seen what the field holds. */
  private static boolean filled(FieldRef field, FieldUses uses) {
    return uses.of(field).stream().anyMatch(u -> u.access().kind() == Access.Kind.WRITE);
  }

  /** {@code List.of("a", "b")}: an immutable collection of the arguments themselves. */
  private static boolean listed(Sym source, MethodFlow flow, FactBook book) {
    int maker = source instanceof Sym.At at ? flow.maker(at.place().root()) : -1;
    if (maker < 0
        || !(flow.op(maker) instanceof Op.Call call)
        || call.dispatch() != Op.Dispatch.STATIC
        || book.says(Fact.Iterates.class, call.method())
        || book.all(Fact.ReturnsTrait.class, call.method()).stream()
            .noneMatch(f -> f.trait() == Trait.IMMUTABLE)) {
      return false;
    }
    for (int i = 0; i < flow.args(maker).length; i++) {
      boolean array = call.method().params().get(i).endsWith("[]");
      boolean here =
          flow.args(maker)[i] instanceof Sym.At at
              && at.place().root() instanceof Root.Fresh
              && at.place().path().isEmpty();
      if (array && !here) {
        return false;
      }
    }
    return true;
  }
}
