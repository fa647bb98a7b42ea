package org.lockkeeper.interprocedural;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;

/** What the functions do that a step runs: {@code compute(key, (k, n) -> …)}. */
public record StepFunctions(MethodFlow flow) {
  private static final Set<String> MOVES = Set.of("", "cast");

  /**
   * Whether one of them asks once more, {@code (k, n) -> n > 0 ? n - 1 : n}, or keeps the better
   * one of what it is given and something, {@code n -> Math.max(n, top)}, or gives back what it is
   * given, so that nothing changes.
   *
   * @param nulls whether to ask for {@code null} is enough
   */
  public boolean excuse(Access act, boolean nulls) {
    boolean runs = act.atomic() && act.via().isEmpty();
    for (Sym arg : runs ? flow.args(act.op()) : new Sym[0]) {
      MethodBody body = body(arg).orElse(null);
      if (body != null && (asksAgain(body, nulls) || keepsBetter(body) || givesBack(body))) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@code (prev) -> new Set<>(prev, added)}: works on an object that is there by then, whatever it
   * adds or takes away. What is made of a number only depends on which it was.
   */
  public boolean takesUp(Access act) {
    boolean runs = act.atomic() && act.via().isEmpty();
    for (Sym arg : runs ? flow.args(act.op()) : new Sym[0]) {
      MethodBody body = body(arg).orElse(null);
      if (body != null && !body.params().isEmpty() && uses(body)) {
        return true;
      }
    }
    return false;
  }

  private static boolean uses(MethodBody body) {
    Value.Var there = body.params().get(body.params().size() - 1);
    return body.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> op instanceof Op.Call c && !boxes(c) && c.args().contains(there));
  }

  /** {@code removeIf(old)}: goes through what is there by then, and asks each element. */
  boolean asksEach(Access act) {
    return act.call() != null
        && !act.keyed()
        && flow.meaning(act.call()).removes()
        && !flow.meaning(act.call()).runs().isEmpty();
  }

  private Optional<MethodBody> body(Sym arg) {
    return arg instanceof Sym.At at
        ? flow.function(at.place().root()).flatMap(flow::body)
        : Optional.empty();
  }

  private static boolean asksAgain(MethodBody body, boolean nulls) {
    return body.blocks().stream()
        .flatMap(block -> block.next().stream())
        .map(Block.Edge::test)
        .anyMatch(
            test -> test.filter(t -> nulls || !t.right().equals(Value.Const.NULL)).isPresent());
  }

  /** Whether every answer was worked out of the value that is there, and would be again. */
  private boolean keepsBetter(MethodBody body) {
    List<Value.Var> params = body.params();
    Set<Value> there = new HashSet<>();
    Set<Value> better = new HashSet<>();
    params.stream().skip(Math.max(0, params.size() - 1)).forEach(there::add);
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Copy c && MOVES.contains(c.operator())) {
          same(c.from().get(0), c.to(), there, better);
        } else if (op instanceof Op.Call call && call.to().isPresent()) {
          boolean picks = flow.meaning(call.method()).idempotent();
          if (picks && call.args().stream().anyMatch(there::contains)) {
            better.add(call.to().get());
          } else if (boxes(call)) {
            same(call.args().get(0), call.to().get(), there, better);
          }
        }
      }
    }
    return answers(body, better::contains);
  }

  private static void same(Value from, Value to, Set<Value> there, Set<Value> better) {
    for (Set<Value> all : List.of(there, better)) {
      if (all.contains(from)) {
        all.add(to);
      }
    }
  }

  /** The same value in a box, or out of it, as class files say it. */
  private static boolean boxes(Op.Call call) {
    String name = call.method().name();
    return call.args().size() == 1
        && (name.equals("valueOf") || name.equals(call.method().returns() + "Value"));
  }

  /** Whether every answer is the last parameter, which is the value that is there. */
  private static boolean givesBack(MethodBody body) {
    List<Value.Var> params = body.params();
    return !params.isEmpty() && answers(body, params.get(params.size() - 1)::equals);
  }

  private static boolean answers(MethodBody body, Predicate<Value> which) {
    List<Op.Return> returns =
        body.blocks().stream()
            .flatMap(block -> block.ops().stream())
            .filter(op -> op instanceof Op.Return r && !r.thrown())
            .map(Op.Return.class::cast)
            .toList();
    return !returns.isEmpty()
        && returns.stream().allMatch(r -> r.value().filter(which).isPresent());
  }
}
