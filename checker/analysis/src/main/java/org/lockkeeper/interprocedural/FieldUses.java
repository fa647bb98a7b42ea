package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** Who uses a field, in the whole compilation, and what kinds of objects it holds. */
public final class FieldUses {
  /** Constructors that pass a parameter on to the next, at most. */
  private static final int GIVEN_DEPTH = 3;

  private final Flows flows;
  private final Map<FieldRef, List<Use>> uses = new LinkedHashMap<>();
  private final Map<FieldRef, List<Use>> bySetters = new LinkedHashMap<>();
  private final Map<FieldRef, Set<Trait>> traits = new HashMap<>();
  private final Map<FieldRef, Set<Trait>> contents = new HashMap<>();
  private final Map<FieldRef, String> types = new HashMap<>();

  /** One access of the field, or of the container in it, by a method's own text. */
  public record Use(MethodRef method, Access access) {}

  /** Of all solved methods. */
  public FieldUses(Flows flows) {
    this.flows = flows;
    for (MethodFlow flow : flows.all()) {
      for (Access a : flows.accesses(flow.method().ref())) {
        Optional<FieldRef> field = a.via().isEmpty() ? field(a.target()) : Optional.empty();
        field.ifPresent(
            f ->
                uses.computeIfAbsent(f, k -> new ArrayList<>())
                    .add(new Use(flow.method().ref(), a)));
        if (a.kind() == Access.Kind.WRITE && a.via().size() == 1 && !a.held().isEmpty()) {
          field(a.target())
              .filter(f -> f.owner().equals(flow.method().ref().owner()))
              .ifPresent(
                  f ->
                      bySetters
                          .computeIfAbsent(f, k -> new ArrayList<>())
                          .add(new Use(flow.method().ref(), a)));
        }
      }
    }
  }

  /** The field itself, or the one that holds the array. */
  private static Optional<FieldRef> field(Place place) {
    return Parts.isElement(place) ? field(place.parent()) : place.field();
  }

  /**
   * Whether code elsewhere may use a field that the analysis does not see: by its class or one
   * below (JLS 6.6). A field that is not found is open.
   */
  public boolean open(FieldRef field) {
    FieldInfo info = info(field).orElse(null);
    return info == null
        || shown(info.modifiers())
            && (shown(field.owner())
                || flows.dispatch().subtypes(field.owner()).stream().anyMatch(this::shown));
  }

  /** Whether another package can name the type; a field of it may be inherited from there. */
  private boolean shown(String type) {
    ClassInfo info = flows.hierarchy().find(type).orElse(null);
    return info == null
        || shown(info.modifiers())
            && info.enclosingMethod().isEmpty()
            && info.outer().map(this::shown).orElse(true);
  }

  private static boolean shown(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** Of the object of a method. */
  Cursors cursors(MethodFlow flow) {
    return new Cursors(flow, flows);
  }

  /** In the order of the program. */
  public List<Use> of(FieldRef field) {
    return uses.getOrDefault(field, List.of());
  }

  /** Writes that methods of the same class make by a setter while they hold a lock. */
  public List<Use> bySetters(FieldRef field) {
    return bySetters.getOrDefault(field, List.of());
  }

  /** Every field that is used. */
  public Set<FieldRef> fields() {
    return uses.keySet();
  }

  /** Its declaration. */
  public Optional<FieldInfo> info(FieldRef field) {
    return flows.hierarchy().resolve(field);
  }

  /** Traits of its type and of everything that is known to be assigned to it. */
  public Set<Trait> traits(FieldRef field) {
    Set<Trait> known = traits.get(field);
    if (known == null) {
      known = ofType(field.type());
      traits.put(field, known);
      for (Use use : of(field)) {
        boolean whole = use.access().target().field().isPresent();
        if (whole && use.access().kind() == Access.Kind.WRITE && use.access().value() != null) {
          known.addAll(assigned(field, use));
        }
      }
    }
    return known;
  }

  /** The most telling type name of what it holds: the allocated one when there is one. */
  public String typeName(FieldRef field) {
    traits(field);
    return MethodRef.simple(types.getOrDefault(field, field.type()));
  }

  private Set<Trait> assigned(FieldRef field, Use use) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    flows
        .flow(use.method())
        .ifPresent(flow -> assigned(field, use.access().value(), flow, GIVEN_DEPTH, all));
    return all;
  }

  private void assigned(FieldRef field, Sym value, MethodFlow flow, int depth, Set<Trait> into) {
    for (Sym option : value.options()) {
      if (option instanceof Sym.At at && at.place().root() instanceof Root.Fresh made) {
        String type = at.place().path().isEmpty() ? at.place().type() : "";
        into.addAll(made(flow, made, type, field));
      } else if (option instanceof Sym.At at
          && at.place().root() instanceof Root.Param param
          && at.place().path().isEmpty()
          && flow.method().ref().name().equals("<init>")
          && depth > 0) {
        given(field, param.index(), flow, depth, into);
      }
    }
  }

  /** What the compilation hands to a constructor. */
  private void given(FieldRef field, int index, MethodFlow to, int depth, Set<Trait> into) {
    for (Callers.Caller caller : flows.callers().of(to.method().ref())) {
      Sym[] args = caller.in().args(caller.op());
      if (args != null && index + 1 < args.length) {
        assigned(field, args[index + 1], caller.in(), depth - 1, into);
      }
    }
  }

  private Set<Trait> made(MethodFlow flow, Root.Fresh fresh, String type, FieldRef field) {
    Set<Trait> all = ofType(type);
    Op op = flow.op(fresh.op());
    if (Makings.oneThread(flow, fresh, flows.book())) {
      all.add(Trait.CONFINED);
    }
    if (op instanceof Op.New made) {
      all.addAll(ofType(made.type()));
      types.putIfAbsent(field, made.type());
    } else if (op instanceof Op.Call call) {
      for (Fact.ReturnsTrait f : flows.book().all(Fact.ReturnsTrait.class, call.method())) {
        all.add(f.trait());
        types.putIfAbsent(field, words(call.method()));
      }
      if (!all.isEmpty()) {
        types.putIfAbsent(field, type);
      }
    }
    return all;
  }

  /** Traits of what is put into the container that the field holds, by value or by a function. */
  public Set<Trait> contents(FieldRef field) {
    Set<Trait> all = contents.get(field);
    if (all == null) {
      all = EnumSet.noneOf(Trait.class);
      contents.put(field, all);
      for (Use use : of(field)) {
        MethodFlow flow = flows.flow(use.method()).orElse(null);
        if (flow != null && use.access().kind() == Access.Kind.ACT) {
          contents(flow, use.access(), all);
        }
      }
    }
    return all;
  }

  /** Traits of what one step puts into its container. */
  public Set<Trait> put(MethodFlow flow, Access act) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    contents(flow, act, all);
    return all;
  }

  private void contents(MethodFlow flow, Access act, Set<Trait> into) {
    Sym[] args = flow.args(act.op());
    for (int i = 1; i < args.length; i++) {
      if (args[i] instanceof Sym.At at && at.place().root() instanceof Root.Fresh made) {
        Op op = flow.op(made.op());
        if (op instanceof Op.New n && n.function().isPresent()) {
          flows.flow(n.function().get().target()).ifPresent(f -> returned(f, into));
        } else if (args[i] != act.key()) {
          into.addAll(made(flow, made, at.place().type(), new FieldRef("", "", "")));
        }
      }
    }
  }

  private void returned(MethodFlow function, Set<Trait> into) {
    function.replay(
        (op, n, at) -> {
          Sym result =
              op instanceof Op.Return r && r.value().isPresent() ? at.sym(r.value().get()) : null;
          for (Sym option : result == null ? List.<Sym>of() : result.options()) {
            if (option instanceof Sym.At v && v.place().root() instanceof Root.Fresh made) {
              into.addAll(made(function, made, v.place().type(), new FieldRef("", "", "")));
            }
          }
        });
  }

  private static String words(MethodRef factory) {
    return MethodRef.simple(factory.owner()) + "::" + factory.name();
  }

  /** Traits that a type and its supertypes are given. */
  public Set<Trait> ofType(String type) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    flows.book().ofType(Fact.Is.class, type).forEach(f -> all.add(f.trait()));
    return all;
  }

  /** Traits of what is found at a place of a method. */
  public Set<Trait> traits(Place place, MethodFlow flow) {
    Set<Trait> all = ofType(place.type());
    place.field().ifPresent(f -> all.addAll(traits(f)));
    if (place.path().isEmpty() && place.root() instanceof Root.Fresh made) {
      all.addAll(made(flow, made, place.type(), new FieldRef("", "", place.type())));
    }
    holder(place, flow).ifPresent(f -> all.addAll(contents(f)));
    return all;
  }

  /** The field whose container a call has got it out of: {@code byName.get(name)}. */
  public static Optional<FieldRef> holder(Place place, MethodFlow flow) {
    int made = place.path().isEmpty() && place.root() instanceof Root.Unknown u ? u.op() : -1;
    boolean call = made >= 0 && flow.op(made) instanceof Op.Call c && c.to().isPresent();
    Sym[] args = call ? flow.args(made) : new Sym[0];
    return args.length > 1 && args[0] instanceof Sym.At on ? on.place().field() : Optional.empty();
  }

  /**
   * Whether what the field holds is replaced as a whole and never changed in place: a guard is
   * needed to get hold of it, and not to look through it afterwards.
   */
  public boolean replaced(FieldRef field) {
    List<Access> changes = changes(field);
    return !changes.isEmpty() && changes.stream().noneMatch(FieldUses::inPlace);
  }

  private static boolean inPlace(Access a) {
    return a.kind() == Access.Kind.ACT || Parts.isElement(a.target());
  }

  /** Whether not only whole arrays are put there, which readers may keep. */
  public boolean elementsChange(FieldRef field) {
    return changes(field).stream().anyMatch(a -> Parts.isElement(a.target()));
  }

  /** By those who are not alone with the object. */
  private List<Access> changes(FieldRef field) {
    return of(field).stream().map(Use::access).filter(a -> a.changes() && !a.owned()).toList();
  }

  /** Whether nobody ever holds a lock to use it, once its object is made. */
  public boolean unlocked(FieldRef field) {
    return of(field).stream().map(Use::access).allMatch(a -> a.owned() || a.held().isEmpty());
  }
}
