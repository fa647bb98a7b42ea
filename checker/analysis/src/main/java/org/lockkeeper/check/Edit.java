package org.lockkeeper.check;

import java.util.List;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/** A change of source text: a verb on anchors. Doors that hold source carry it out. */
public sealed interface Edit {

  /** Where it is made. */
  Site anchor();

  /**
   * The call at the anchor becomes another one with this text ({@code $r} receiver, {@code $0}
   * arguments).
   */
  record ReplaceCall(Site anchor, String template) implements Edit {}

  /** The statement at the anchor, with those up to {@code last}, becomes this text. */
  record ReplaceStatements(Site anchor, Site last, String template) implements Edit {}

  /**
   * The statements from the anchor's to {@code last}'s run under the guard, a source expression.
   *
   * @param monitor {@code synchronized} when true, lock, try, finally, unlock when false
   */
  record WrapInLock(Site anchor, Site last, String guard, boolean monitor) implements Edit {}

  /** A statement before (or at the start of the body of) the one at the anchor. */
  record InsertStatement(Site anchor, String statement, boolean atBodyStart) implements Edit {}

  /** The field's declaration gets a modifier, such as {@code volatile}. */
  record AddModifier(Site anchor, FieldRef field, String modifier) implements Edit {}

  /** A declaration gets an annotation; {@code field} or {@code method} is {@code null}. */
  record AddAnnotation(Site anchor, FieldRef field, MethodRef method, String annotation)
      implements Edit {}

  /** The statements at {@code from} move before the anchor. */
  record Move(Site anchor, List<Site> from) implements Edit {
    /** Freezes the list. */
    public Move {
      from = List.copyOf(from);
    }
  }
}
