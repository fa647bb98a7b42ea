package org.lockkeeper.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/**
 * What is known at every point of one method: a forward analysis to a fixed point (Kildall 1973).
 * Operations are numbered through the blocks in order.
 */
public final class MethodFlow {
  private final MethodInfo method;
  private final MethodBody body;
  private final Knowledge knowledge;
  private final Numbering numbers;
  private final Seen seen;
  private final BlockOrder order;
  private final java.util.BitSet reached;
  private int[] constructors;
  private List<Branch> branches;
  private Map<Integer, List<Branch>> branchesOf;
  private Map<Integer, java.util.BitSet> after;

  /** Solves a body whose callers hold {@code entry}. */
  public MethodFlow(MethodInfo method, MethodBody body, HeldLocks entry, Knowledge knowledge) {
    this.method = method;
    this.body = Shortcuts.of(body);
    this.knowledge = knowledge;
    this.numbers = new Numbering(this.body);
    this.seen = new Seen(numbers, this.body.blocks().size());
    this.order = new BlockOrder(this.body);
    this.reached = new Solver(this, seen, knowledge).solve(entry);
  }

  /** The method. */
  public MethodInfo method() {
    return method;
  }

  /** Facts about a called method. */
  public Meaning meaning(MethodRef called) {
    return knowledge.meaning(called);
  }

  /** Whether a type inherits from another. */
  public boolean isSubtype(String type, String supertype) {
    return knowledge.isSubtype(type, supertype);
  }

  /** Whether the objects of a type are there for that. */
  public boolean works(String type, Fact.Shape as) {
    return knowledge.works(type, as);
  }

  /** Whether that is a trait of the type. */
  public boolean is(String type, Fact.Trait trait) {
    return knowledge.book().ofType(Fact.Is.class, type).contains(new Fact.Is(trait));
  }

  /** Whether two objects of the type that are made of the same are equal. */
  public boolean value(String type) {
    return is(type, Fact.Trait.IMMUTABLE)
        || isSubtype(type, "java.lang.Record")
        || knowledge.hierarchy().find(type).filter(MethodFlow::compares).isPresent();
  }

  private static boolean compares(ClassInfo type) {
    return type.methods().stream().anyMatch(m -> m.ref().name().equals("equals"));
  }

  /** What a call may run, whatever object it is made on; empty when that is not known. */
  public List<MethodInfo> targets(Op.Call call) {
    return knowledge.targets(call, null);
  }

  /** Its body. */
  public MethodBody body() {
    return body;
  }

  /** What a function object runs; empty when that is not known. */
  public Optional<MethodBody> body(Op.Function function) {
    return knowledge.hierarchy().resolve(function.target()).flatMap(MethodInfo::body);
  }

  /** How many operations it has. */
  public int ops() {
    return numbers.ops();
  }

  /** The locks held before an operation. */
  public HeldLocks held(int n) {
    return seen.held(n);
  }

  /** What tests on the way to an operation have shown. */
  public Set<Assumption> assumed(int n) {
    return seen.assumed(n);
  }

  /** Whether any lock is held anywhere in it. */
  public boolean locks() {
    return seen.locks();
  }

  /** The same of a lock that is not somebody else's object in a variable. */
  public boolean locksOwn() {
    boolean[] own = new boolean[1];
    if (locks()) {
      replay((op, n, at) -> own[0] |= at.held().all().stream().anyMatch(h -> own(h.lock())));
    }
    return own[0];
  }

  private static boolean own(Lock lock) {
    Root root = lock.place().root();
    return !lock.place().path().isEmpty() || !(root instanceof Root.Unknown);
  }

  /** Notes which call constructs an allocation. */
  void constructed(int allocation, int call) {
    if (constructors == null) {
      constructors = new int[numbers.ops()];
    }
    constructors[allocation] = call;
  }

  /** Visits every operation that can be reached, block by block. */
  public interface Visitor {
    /** Called before the operation takes effect. */
    void at(Op op, int number, Point point);

    /** Called after a block's last operation. */
    default void end(Block block, Point point) {}
  }

  /** Runs through all reachable operations in the order of the blocks. */
  public void replay(Visitor visitor) {
    Seen.Cursor point = seen.cursor();
    for (Block block : body.blocks()) {
      if (reached.get(block.index())) {
        int n = numbers.first(block.index());
        for (Op op : block.ops()) {
          point.move(op, n);
          visitor.at(op, n++, point);
        }
        point.move(block);
        visitor.end(block, point);
      }
    }
  }

  /** Hands over the end of every reached block, with what holds there. */
  public void ends(BiConsumer<Block, Point> visitor) {
    replay(
        new Visitor() {
          @Override
          public void at(Op op, int number, Point point) {}

          @Override
          public void end(Block block, Point point) {
            visitor.accept(block, point);
          }
        });
  }

  /** A block's end that tests two values. */
  public record Branch(int block, Sym left, Sym right) {}

  /** Every branch that tests something. */
  public List<Branch> branches() {
    if (branches == null) {
      branches = new java.util.ArrayList<>();
      ends(
          (block, point) -> {
            for (Block.Edge edge : block.next()) {
              if (edge.test().isPresent()) {
                Op.Test t = edge.test().get();
                branches.add(new Branch(block.index(), point.sym(t.left()), point.sym(t.right())));
                return;
              }
            }
          });
    }
    return branches;
  }

  /** Every branch whose test looks at something got or computed from an operation. */
  public List<Branch> branches(int op) {
    branchesOf = branchesOf == null ? new HashMap<>() : branchesOf;
    return branchesOf.computeIfAbsent(op, this::branchesFrom);
  }

  private List<Branch> branchesFrom(int op) {
    List<Branch> found = new java.util.ArrayList<>();
    for (Branch b : branches()) {
      if (dependsOn(b.left(), op) || dependsOn(b.right(), op)) {
        found.add(b);
      }
    }
    return List.copyOf(found);
  }

  /** Whether a test looks at what ways that join brought, of this type. */
  public boolean testsJoined(String type) {
    for (Branch b : branches()) {
      for (Sym tested : b.left() == null ? List.<Sym>of() : b.left().options()) {
        boolean joined = tested instanceof Sym.At at && Phi.is(at.place());
        if (joined && ((Sym.At) tested).place().type().equals(type)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a reached operation reads the variable; the tests of branches are none. */
  public boolean uses(Value.Var variable) {
    boolean[] found = new boolean[1];
    replay((op, n, at) -> found[0] |= Operands.used(op).contains(variable));
    return found[0];
  }

  /** Whether nobody looks at what a call returns. */
  public boolean drops(Op.Call call, int op) {
    return call.to().filter(this::uses).isEmpty() && branches(op).isEmpty();
  }

  /** Visits every reached call without replaying what is known: see {@link #args}. */
  public void calls(CallVisitor visitor) {
    for (Block block : body.blocks()) {
      int n = numbers.first(block.index());
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call && seen.called(n)) {
          visitor.at(call, n);
        }
        n++;
      }
    }
  }

  /** Sees calls. */
  public interface CallVisitor {
    /** Called for each. */
    void at(Op.Call call, int number);
  }

  /** Whether a value that the method returns is like that. */
  public boolean returns(Predicate<Sym> what) {
    boolean[] found = new boolean[1];
    replay(
        (op, n, at) -> {
          if (op instanceof Op.Return r && !r.thrown() && r.value().isPresent()) {
            Sym value = at.sym(r.value().get());
            found[0] |= value != null && what.test(value);
          }
        });
    return found[0];
  }

  /** Whether one block can run after another, by normal edges. */
  public boolean reaches(int from, int to) {
    after = after == null ? new HashMap<>() : after;
    return after.computeIfAbsent(from, block -> after(body, block)).get(to);
  }

  /** The same of a body that need not be solved. */
  static boolean reaches(MethodBody body, int from, int to) {
    return after(body, from).get(to);
  }

  private static java.util.BitSet after(MethodBody body, int from) {
    int[] next = Ways.normal(body.blocks().get(from));
    return Ways.from(body, next, at -> true, Ways::normal);
  }

  /** Whether a block can be reached. */
  public boolean reached(int block) {
    return reached.get(block);
  }

  /** The place of a field or element at a point; empty when its path is too long to follow. */
  public Optional<Place> cell(Op.Slot slot, Point at) {
    return Transfer.cell(slot, at, knowledge);
  }

  /** Whether a block is the head of a loop. */
  public boolean loopHead(int block) {
    return order.loopHead(block);
  }

  /** Position of a block in the order of the flow: predecessors first, back edges aside. */
  int order(int block) {
    return order.of(block);
  }

  /** Block of an operation. */
  public int blockOf(int op) {
    return numbers.blockOf(op);
  }

  /** Number of a block's first operation. */
  public int first(int block) {
    return numbers.first(block);
  }

  /** The call that made what a place starts with; empty where none did. */
  public Optional<Op.Call> callOf(Root root) {
    int n = root instanceof Root.Unknown u ? u.op() : -1;
    return n >= 0 && n < ops() && op(n) instanceof Op.Call call
        ? Optional.of(call)
        : Optional.empty();
  }

  /** The operation with a number. */
  public Op op(int number) {
    int block = numbers.blockOf(number);
    return body.blocks().get(block).ops().get(number - numbers.first(block));
  }

  /** Arguments of a reached call, the receiver first; {@code null} stands for unknown ones. */
  public Sym[] args(int call) {
    return seen.args(call);
  }

  /** Whether a value was got or computed from an operation, also through the arguments of calls. */
  public boolean dependsOn(Sym value, int op) {
    return dependsOn(value, op, 3);
  }

  private boolean dependsOn(Sym value, int op, int depth) {
    if (value == null || value.from(op)) {
      return value != null;
    }
    if (depth == 0) {
      return false;
    }
    for (Sym leaf : value.leaves()) {
      if (leaf instanceof Sym.At at) {
        int maker = maker(at.place().root());
        Sym[] args = args(maker);
        for (int i = 0; i < args.length; i++) {
          if (args[i] != leaf && !room(maker, i) && dependsOn(args[i], op, depth - 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** How much room a container is made with: that tells nothing of what is in it. */
  private boolean room(int maker, int arg) {
    return arg > 0
        && op(maker) instanceof Op.Call call
        && call.method().isConstructor()
        && call.method().params().get(arg - 1).equals("int")
        && (works(call.method().owner(), Fact.Shape.COLLECTION)
            || works(call.method().owner(), Fact.Shape.MAP));
  }

  /** The lambda or method reference that was made there; empty for other objects. */
  public Optional<Op.Function> function(Root root) {
    return root instanceof Root.Fresh f && op(f.op()) instanceof Op.New n
        ? n.function()
        : Optional.empty();
  }

  /**
   * The call that made a value: itself for a result, the constructor's for an object; -1 for
   * others.
   */
  public int maker(Root root) {
    if (root instanceof Root.Unknown u) {
      return u.op();
    }
    if (root instanceof Root.Fresh f) {
      if (op(f.op()) instanceof Op.New n && n.function().isEmpty()) {
        return constructors == null ? 0 : constructors[f.op()];
      }
      return f.op();
    }
    return -1;
  }
}
