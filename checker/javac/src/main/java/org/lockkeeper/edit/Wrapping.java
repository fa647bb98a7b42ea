package org.lockkeeper.edit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Obstacle;
import org.lockkeeper.check.TextEdit;

/** Locks around statements, and the order of two locks. */
final class Wrapping {
  private final Source source;
  private final Anchors anchors;

  Wrapping(Source source) {
    this.source = source;
    this.anchors = new Anchors(source);
  }

  /** Statements run under a lock. */
  Outcome carry(Edit.WrapInLock edit) {
    Tree first = anchors.any(edit.anchor()).orElse(null);
    Tree last = anchors.any(edit.last()).orElse(null);
    Region all = first == null || last == null ? null : region(first, last);
    if (all == null) {
      return Outcome.refused("there are no statements of one block to lock around");
    }
    String guard = named(edit.guard(), first);
    Region region = new Names(source).local(head(guard), first).map(all::behind).orElse(all);
    Optional<String> refusal = refusal(edit, region, guard);
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    String text =
        edit.monitor()
            ? region.under(guard).within("synchronized (" + guard + ") {", "}")
            : locked(region, guard);
    String title = edit.monitor() ? "synchronized (" + guard + ")" : guard + ".lock()";
    return Outcome.saying(
        "`" + title + "` around " + region.lines(),
        source.replace(region.start(), region.end(), text));
  }

  private Optional<String> refusal(Edit.WrapInLock edit, Region region, String guard) {
    if (region.loops()) {
      return Optional.of("`" + edit.guard() + "` would be held through the whole loop");
    }
    for (Obstacle each : edit.obstacles()) {
      boolean inside =
          each.site().offset() >= region.start() && each.site().offset() < region.end();
      if (inside && each.kind() == Obstacle.Kind.BLOCKS && !takes(each, edit.guard())) {
        return Optional.of(each.reason() + " while `" + edit.guard() + "` is held");
      }
    }
    return region
        .refusal()
        .or(() -> region.sets(head(guard)))
        .or(
            () ->
                testedForNull(guard, region)
                    .map(t -> "`%s` may be null: its test would come after the lock".formatted(t)));
  }

  private static String head(String guard) {
    return guard.split("\\.", 2)[0];
  }

  /** The guard, or what it is a member of, if the statements ask first whether there is any. */
  private Optional<String> testedForNull(String guard, Region region) {
    return source.trees().stream()
        .filter(t -> source.start(t) >= region.start() && source.start(t) < region.end())
        .filter(BinaryTree.class::isInstance)
        .map(BinaryTree.class::cast)
        .filter(b -> b.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL)
        .map(b -> source.text(b.getLeftOperand()))
        .filter(tested -> (guard + ".").startsWith(tested + "."))
        .findFirst();
  }

  /** Whether what may block is the same lock, taken again, or the read side of a write lock. */
  private boolean takes(Obstacle obstacle, String guard) {
    String lock = guard.replaceFirst("^this\\.", "");
    String read = lock.replaceFirst("\\.writeLock\\(\\)$", ".readLock()");
    return anchors
        .call(obstacle.site())
        .filter(c -> c.getMethodSelect() instanceof MemberSelectTree)
        .map(c -> source.text(Pair.receiver(c)).replaceFirst("^this\\.", ""))
        .filter(r -> r.equals(lock) || r.equals(read))
        .isPresent();
  }

  private Region region(Tree first, Tree last) {
    boolean ahead = source.start(first) <= source.start(last);
    return Region.around(source, ahead ? first : last, ahead ? last : first)
        .map(Region::withAcquisition)
        .orElse(null);
  }

  private String locked(Region region, String guard) {
    String indent = source.indent(region.start());
    String tail = "} finally {\n" + indent + source.step() + guard + ".unlock();\n" + indent + "}";
    return region.within(guard + ".lock();\n" + indent + "try {", tail);
  }

  /** The guard, told apart from a local variable that hides it, in the words of the class. */
  private String named(String guard, Tree at) {
    String head = head(guard);
    String rest = guard.substring(Math.min(guard.length(), head.length() + 1));
    if (isField(rest) && isAround(head, at) && new Names(source).local(rest, at).isEmpty()) {
      return rest;
    }
    boolean hidden = new Names(source).local(head, at).isPresent();
    return hidden && isField(head) ? "this." + guard : guard;
  }

  private boolean isField(String name) {
    return source.trees().stream()
        .anyMatch(
            t ->
                t instanceof VariableTree v
                    && v.getName().contentEquals(name)
                    && source.parent(v) instanceof ClassTree);
  }

  /** Whether a tree stands in a class of that name, and in no other one. */
  private boolean isAround(String type, Tree tree) {
    Tree at = tree;
    while (at != null && !(at instanceof ClassTree)) {
      at = source.parent(at);
    }
    return at instanceof ClassTree c && c.getSimpleName().contentEquals(type);
  }

  /** The two locks are taken in the other order. */
  Outcome carry(Edit.SwapLocks edit) {
    Tree outer = anchors.statement(edit.anchor()).orElse(null);
    Tree inner = anchors.statement(edit.inner()).orElse(null);
    if (outer instanceof SynchronizedTree a && inner instanceof SynchronizedTree b) {
      return swap(a, b);
    }
    MethodInvocationTree first = anchors.call(edit.anchor()).orElse(null);
    MethodInvocationTree second = anchors.call(edit.inner()).orElse(null);
    return first == null || second == null ? BETWEEN : swap(first, second);
  }

  private static final Outcome BETWEEN =
      Outcome.refused("something stands between the two locks that one would have to look at");

  private Outcome swap(SynchronizedTree outer, SynchronizedTree inner) {
    List<? extends StatementTree> body = outer.getBlock().getStatements();
    boolean plain = isPlain(outer.getExpression()) && isPlain(inner.getExpression());
    if (body.size() != 1 || body.get(0) != inner || !plain) {
      return BETWEEN;
    }
    String title = "take `" + bare(inner.getExpression()) + "` first";
    return Outcome.saying(
        title,
        source.replace(outer.getExpression(), source.text(inner.getExpression())),
        source.replace(inner.getExpression(), source.text(outer.getExpression())));
  }

  private Outcome swap(MethodInvocationTree first, MethodInvocationTree second) {
    Tree a = source.parent(first);
    Tree b = source.parent(second);
    Outcome nested = a instanceof ExpressionStatementTree s ? nested(s, b) : BETWEEN;
    if (nested.done()) {
      return nested;
    }
    boolean next = a instanceof ExpressionStatementTree s && b != null && source.next(s) == b;
    return next
        ? Outcome.saying(
            "take `" + source.text(Pair.receiver(second)) + "` first",
            source.replace(a, source.text(b)),
            source.replace(b, source.text(a)))
        : BETWEEN;
  }

  /**
   * {@code a.lock(); try { b.lock(); try { … } finally { b.unlock(); } } finally { a.unlock(); }}.
   */
  private Outcome nested(StatementTree outer, Tree inner) {
    TryTree first = source.next(outer) instanceof TryTree t ? t : null;
    List<? extends StatementTree> body =
        first == null ? List.of() : first.getBlock().getStatements();
    boolean two = body.size() == 2 && body.get(0) == inner && body.get(1) instanceof TryTree;
    MethodInvocationTree a = call(outer);
    MethodInvocationTree b = two ? call((StatementTree) inner) : null;
    MethodInvocationTree freeA = two ? release(first) : null;
    MethodInvocationTree freeB = two ? release((TryTree) body.get(1)) : null;
    boolean matched =
        a != null
            && b != null
            && freeA != null
            && freeB != null
            && same(a, freeA)
            && same(b, freeB);
    if (!matched) {
      return BETWEEN;
    }
    String held = source.text(Pair.receiver(a));
    String acquired = source.text(Pair.receiver(b));
    return Outcome.saying(
        "take `" + acquired + "` first",
        source.replace(Pair.receiver(a), acquired),
        source.replace(Pair.receiver(b), held),
        source.replace(Pair.receiver(freeB), held),
        source.replace(Pair.receiver(freeA), acquired));
  }

  private boolean same(MethodInvocationTree a, MethodInvocationTree b) {
    return source.text(Pair.receiver(a)).equals(source.text(Pair.receiver(b)));
  }

  private static MethodInvocationTree call(StatementTree statement) {
    return statement instanceof ExpressionStatementTree s
            && s.getExpression() instanceof MethodInvocationTree c
            && c.getArguments().isEmpty()
            && c.getMethodSelect() instanceof MemberSelectTree
        ? c
        : null;
  }

  /** The one call of a {@code finally}. */
  private static MethodInvocationTree release(TryTree tree) {
    boolean plain = tree.getCatches().isEmpty() && tree.getResources().isEmpty();
    List<? extends StatementTree> last =
        plain && tree.getFinallyBlock() != null
            ? tree.getFinallyBlock().getStatements()
            : List.of();
    return last.size() == 1 ? call(last.get(0)) : null;
  }

  private static boolean isPlain(Tree expression) {
    return expression instanceof ParenthesizedTree p && Names.isCheap(p.getExpression());
  }

  private String bare(Tree parenthesized) {
    String text = source.text(parenthesized);
    return text.substring(1, text.length() - 1).strip();
  }

  /** What a lock protects runs in {@code try}, its release in {@code finally}. */
  Outcome carry(Edit.ReleaseInFinally edit) {
    MethodInvocationTree acquire = anchors.call(edit.anchor()).orElse(null);
    MethodInvocationTree release = anchors.call(edit.release()).orElse(null);
    StatementTree from = acquire == null ? null : source.statement(acquire);
    StatementTree to = release == null ? null : source.statement(release);
    List<? extends StatementTree> all = from == null ? List.of() : source.siblings(from);
    int i = all.indexOf(from);
    int j = to == null ? -1 : all.indexOf(to);
    if (i < 0 || j <= i + 1 || !(to instanceof ExpressionStatementTree)) {
      return Outcome.refused("the release does not stand in the block of the acquisition");
    }
    Region region = Region.of(source, all.subList(i + 1, j));
    Optional<String> refusal = region.refusal();
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    String indent = source.indent(region.start());
    String tail = "} finally {\n" + indent + source.step() + source.text(to) + "\n" + indent + "}";
    int head = source.start(from);
    TextEdit declared = source.replace(head, head, region.declarations());
    TextEdit block = source.replace(region.start(), source.end(to), region.block("try {", tail));
    return Outcome.saying(
        "release `" + source.text(Pair.receiver(release)) + "` in `finally`",
        declared.text().isEmpty() ? new TextEdit[] {block} : new TextEdit[] {declared, block});
  }
}
