package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Operands;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.SameValues;
import org.lockkeeper.interprocedural.Searches;
import org.lockkeeper.interprocedural.SplitSections;
import org.lockkeeper.interprocedural.StepFunctions;
import org.lockkeeper.interprocedural.ThreadKeys;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/** Reads of shared state whose value, changed, is written back to the same place. */
public final class Updates {
  /** Operators that Error Prone does not know as updates of a volatile field. */
  private static final Set<String> OTHER_STEPS =
      Set.of("|", "&", "^", "~", "*", "/", "%", "<<", ">>", ">>>");

  private final MethodFlow flow;
  private final List<Access> accesses;
  private final FieldUses uses;
  private final Guarding guarding;
  private final ChosenValues chosenValues;
  private Ingredients ingredients;

  /**
   * A read and the write that depends on it.
   *
   * @param atomic whether single calls on what is shared are atomic
   * @param lost what others do that the write puts away, whatever was read; the write itself where
   *     two threads that do the same get one value; the read itself where it comes after the write;
   *     {@code null} if the write depends on what was read
   */
  public record Update(Access read, Access write, String advice, boolean atomic, Access lost) {
    Update(Access read, Access write, String advice, boolean atomic) {
      this(read, write, advice, atomic, null);
    }

    /** Whether what was read is used, and another value has taken its place. */
    public boolean exchanges() {
      return lost == write;
    }

    /** Whether the outcome of the write is asked for by another call after it. */
    public boolean asksLater() {
      return lost == read;
    }

    /** Whether a value of the container is changed, and not what it holds. */
    public boolean ofValue() {
      return write.call() != null && !CheckThenActs.sameContainer(read.target(), write.target());
    }

    /** What is shared: the container for what came out of it. */
    public Access shared() {
      boolean inside = write.target().path().isEmpty() || read.kind() != Kind.READ;
      boolean out =
          write.target().root() instanceof Root.Unknown
              || read.kind() == Kind.CHECK && write.target().startsWith(read.target());
      return inside && out ? read : write;
    }
  }

  Updates(MethodFlow flow, List<Access> accesses, FieldUses uses, Guarding guarding) {
    this.flow = flow;
    this.accesses = accesses;
    this.uses = uses;
    this.guarding = guarding;
    this.chosenValues = new ChosenValues(flow, uses);
  }

  /** In one solved method, those of {@code which} that no lock makes one step. */
  List<Update> all(Predicate<Update> which) {
    return of(u -> which.test(u) && guarding.apart(u.read(), u.write(), flow));
  }

  /** In one solved method, whatever lock is held. */
  List<Update> of(Predicate<Update> which) {
    List<Update> found = new ArrayList<>();
    for (Access write : accesses) {
      if (write.changes() && !write.owned()) {
        Access read = source(write);
        boolean own = write.keyed() && ThreadKeys.own(write.key(), flow);
        if (read != null && !own && !otherForm(read, write) && !compared(read, write)) {
          boolean counted = read.kind() == Kind.CHECK && !read.keyed() && write.keyed();
          boolean list = flow.works(Parts.container(write.target()).type(), Fact.Shape.LIST);
          boolean lock = counted || list || read.kind() == Kind.USE;
          String advice = lock ? "hold one lock around both" : advice(write);
          Update update = new Update(read, write, advice, !lock && atomic(write));
          if (which.test(update)) {
            found.add(update);
          }
        }
      }
    }
    return found;
  }

  /**
   * A field of no particular type gets another form of what it holds, such as text for bytes: who
   * comes second does the same again.
   */
  private boolean otherForm(Access read, Access write) {
    boolean any =
        write.kind() == Kind.WRITE
            && write.via().isEmpty()
            && write.target().field().filter(f -> f.type().equals("java.lang.Object")).isPresent();
    return any
        && write.value() instanceof Sym.At at
        && at.origin() >= 0
        && flow.op(at.origin()) instanceof Op.Call
        && flow.args(at.origin()).length > 0
        && flow.args(at.origin())[0] != null
        && flow.args(at.origin())[0].from(read.op());
  }

  /** {@code if (version == seen) version = seen + 1}, under the lock: nobody came in between. */
  private boolean compared(Access read, Access write) {
    for (Access again : write.held().isEmpty() ? List.<Access>of() : accesses) {
      if (again.kind() == read.kind()
          && again.op() != read.op()
          && CheckThenActs.sameContainer(again.target(), read.target())
          && SplitSections.sameSection(again, write)) {
        for (Decisions.Decision d : new Decisions(flow, again.op()).all()) {
          boolean same =
              flow.dependsOn(d.left(), read.op()) || flow.dependsOn(d.right(), read.op());
          if (same && d.region().get(flow.blockOf(write.op()))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Access source(Access write) {
    for (Access read : accesses) {
      if (reads(read, write)
          && (read.op() != write.op() || within(read, write))
          && !read.owned()
          && (same(read.target(), write.target()) || inPlace(read, write))
          && (!read.keyed() || new SameValues(flow).same(read.key(), write.key()))
          && feeds(read, write)) {
        return read;
      }
    }
    return null;
  }

  /** {@code map.forEach((k, v) -> map.put(k, v + 1))}. */
  private static boolean within(Access read, Access write) {
    return read.kind() == Kind.ITERATE && !write.via().isEmpty();
  }

  private boolean reads(Access read, Access write) {
    if (write.kind() == Kind.WRITE) {
      return read.kind() == Kind.READ;
    }
    return read.kind() == Kind.CHECK
        || read.kind() == Kind.USE && sameIndex(read, write)
        || read.kind() == Kind.ITERATE;
  }

  /** {@code list.set(i, list.get(i) + 1)}. */
  private boolean sameIndex(Access read, Access write) {
    boolean gets =
        read.via().isEmpty()
            && write.via().isEmpty()
            && read.call().params().equals(List.of("int"))
            && !flow.meaning(read.call()).finds().isEmpty()
            && write.call().params().contains("int");
    if (!gets) {
      return false;
    }
    int index = write.call().params().indexOf("int") + 1;
    Sym asked = flow.args(read.op())[1];
    return new SameValues(flow).same(asked, flow.args(write.op())[index]);
  }

  private boolean inPlace(Access read, Access write) {
    return read.kind() == Kind.ITERATE && new Searches(flow).inPlace(read, write);
  }

  /** The same container, or what twice was found in one for the same key. */
  private boolean same(Place read, Place write) {
    return CheckThenActs.sameContainer(read, write)
        || read.path().equals(write.path()) && found(read, write);
  }

  private boolean found(Place a, Place b) {
    MethodRef one = flow.callOf(a.root()).map(Op.Call::method).orElse(null);
    MethodRef two = flow.callOf(b.root()).map(Op.Call::method).orElse(null);
    if (one == null || !one.equals(two) || flow.meaning(one).finds().isEmpty()) {
      return false;
    }
    Sym[] first = flow.args(flow.maker(a.root()));
    Sym[] second = flow.args(flow.maker(b.root()));
    boolean same = first.length == second.length;
    for (int i = 0; same && i < first.length; i++) {
      same = new SameValues(flow).same(first[i], second[i]);
    }
    return same;
  }

  boolean feeds(Access read, Access write) {
    if (write.kind() == Kind.WRITE) {
      boolean next = changed(write.value(), read, write) || chosen(read, write);
      return next && !plainVolatile(read, write);
    }
    if (inPlace(read, write)) {
      return true;
    }
    boolean other = read.kind() == Kind.ITERATE && !new Searches(flow).writesBack(write);
    if (other || write.atomic() && !overwrites(read, write) || guarding.removes(write)) {
      return false;
    }
    if (!write.via().isEmpty()) {
      return changed(write.value(), read, write) || chosen(read, write);
    }
    Sym[] args = flow.args(write.op());
    for (int i = 1; i < args.length; i++) {
      if (args[i] != write.key() && changed(args[i], read, write)) {
        return true;
      }
    }
    return chosen(read, write);
  }

  private boolean chosen(Access read, Access write) {
    boolean asks = read.kind() == Kind.READ || read.kind() == Kind.CHECK;
    return asks && !write.atomic() && chosenValues.chosen(read, write);
  }

  /**
   * {@code replace(key, next)} puts the new value over whatever is there by then, unless it asks
   * once more.
   */
  private boolean overwrites(Access read, Access write) {
    for (Access other : accesses) {
      boolean asks = other.op() == write.op() && other.kind() == Kind.CHECK;
      if (asks && other.present() != org.lockkeeper.facts.Fact.When.ALWAYS) {
        return false;
      }
    }
    Sym[] args = flow.args(write.op());
    for (int i = 0; i < args.length; i++) {
      if (expects(args[i], read.op(), i + 1 < args.length)) {
        return false;
      }
    }
    StepFunctions functions = new StepFunctions(flow);
    return !functions.excuse(write, false) && !functions.takesUp(write);
  }

  /** What was read, or for an expected value also a constant that stands for none. */
  private static boolean expects(Sym arg, int read, boolean expected) {
    if (arg instanceof Sym.At at) {
      return at.origin() == read;
    }
    return expected
        && arg instanceof Sym.Any any
        && any.options().stream().anyMatch(o -> expects(o, read, false))
        && any.options().stream().allMatch(o -> o instanceof Sym.Lit || expects(o, read, false));
  }

  /** {@code volatileField++} is Error Prone's to report. */
  private boolean plainVolatile(Access read, Access write) {
    boolean simple =
        read.via().isEmpty()
            && write.value() instanceof Sym.Calc c
            && !OTHER_STEPS.contains(c.operator())
            && outermost(c, own(read));
    return simple
        && read.site().sameLine(write.site())
        && !named(read, write)
        && write
            .target()
            .field()
            .flatMap(uses::info)
            .map(f -> f.has(Modifier.VOLATILE))
            .orElse(false);
  }

  /** Whether a variable gets a value in between, so that these are two statements. */
  private boolean named(Access read, Access write) {
    for (int n = read.op(); n < write.op(); n++) {
      Value.Var to = Operands.made(flow.op(n));
      if (to != null && !to.name().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it stands on one side of the last operator: of {@code a + b + c}, the first does not.
   */
  private static boolean outermost(Sym.Calc sum, Sym own) {
    int last = sum.parts().size() - 1;
    return own.equals(sum.parts().get(last)) || last == 1 && own.equals(sum.parts().get(0));
  }

  private static Sym own(Access read) {
    return new Sym.At(read.target(), read.op());
  }

  /** Computed from what the operation read, not just the same thing again. */
  private boolean changed(Sym value, Access read, Access write) {
    int op = read.op();
    boolean entry = read.keyed() || !write.keyed();
    for (Sym option : value == null ? List.<Sym>of() : value.options()) {
      boolean same = entry && option instanceof Sym.At at && at.origin() == op;
      boolean made =
          flow.dependsOn(option, op) || !adds(write) && ingredients().have(option, op, write.op());
      if (made && (!same || defaulted(op, value))) {
        return true;
      }
    }
    return false;
  }

  /** One more element of a collection puts nothing else away. */
  private boolean adds(Access write) {
    return write.call() != null
        && !write.keyed()
        && flow.works(write.target().type(), Fact.Shape.COLLECTION);
  }

  private Ingredients ingredients() {
    ingredients = ingredients == null ? new Ingredients(flow) : ingredients;
    return ingredients;
  }

  /**
   * {@code map.getOrDefault(key, new Entry())}, or a new one where there was none: each thread may
   * have got its own.
   */
  private boolean defaulted(int op, Sym value) {
    Meaning meaning = flow.op(op) instanceof Op.Call call ? flow.meaning(call.method()) : null;
    return meaning != null
        && meaning.finds().isPresent()
        && !meaning.atomic()
        && (flow.args(op).length > 2 || value.options().stream().anyMatch(Updates::made));
  }

  private static boolean made(Sym option) {
    return option instanceof Sym.At at && at.place().root() instanceof Root.Fresh;
  }

  private boolean atomic(Access access) {
    Set<Trait> traits = uses.traits(access.target(), flow);
    return traits.contains(Trait.CONCURRENT) || traits.contains(Trait.SYNCHRONIZED);
  }

  private String advice(Access write) {
    if (write.call() != null) {
      Set<Trait> traits = uses.traits(write.target(), flow);
      boolean map = write.keyed();
      String one = map ? "`merge` or `compute`" : "`updateAndGet` or `accumulateAndGet`";
      return traits.contains(Trait.CONCURRENT)
          ? "use " + one + ", which is one step"
          : "hold one lock around both";
    }
    FieldInfo info = write.target().field().flatMap(uses::info).orElse(null);
    boolean number = info != null && Primitives.is(info.ref().type());
    boolean free = info == null || !info.has(Modifier.VOLATILE);
    String lock =
        free ? "hold the lock of its other users around both" : "hold one lock around both";
    boolean flag = number && info.ref().type().equals("boolean");
    String atomic = flag ? "AtomicBoolean" : "AtomicInteger, AtomicLong or LongAdder";
    return number ? lock + ", or make it an " + atomic : lock;
  }
}
