package org.lockkeeper.interprocedural;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;

/** What the functions do that a step runs: {@code compute(key, (k, n) -> …)}. */
record StepFunctions(MethodFlow flow) {

  /**
   * Whether one of them asks once more, {@code (k, n) -> n > 0 ? n - 1 : n}, or gives back what it
   * is given, so that nothing changes.
   *
   * @param nulls whether to ask for {@code null} is enough
   */
  boolean excuse(Access act, boolean nulls) {
    boolean runs = act.atomic() && act.via().isEmpty();
    for (Sym arg : runs ? flow.args(act.op()) : new Sym[0]) {
      MethodBody body = body(arg).orElse(null);
      if (body != null && (asksAgain(body, nulls) || givesBack(body))) {
        return true;
      }
    }
    return false;
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

  /** Whether every answer is the last parameter, which is the value that is there. */
  private static boolean givesBack(MethodBody body) {
    List<Value.Var> params = body.params();
    List<Op.Return> returns =
        body.blocks().stream()
            .flatMap(block -> block.ops().stream())
            .filter(op -> op instanceof Op.Return r && !r.thrown())
            .map(Op.Return.class::cast)
            .toList();
    return !params.isEmpty()
        && !returns.isEmpty()
        && returns.stream()
            .allMatch(r -> r.value().equals(Optional.of(params.get(params.size() - 1))));
  }
}
