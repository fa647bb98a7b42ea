package org.lockkeeper.checks;

import java.util.List;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.ModuleView;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;
import org.lockkeeper.sharing.Updates;

/** What is said of updates, and how one becomes one step. */
final class Updating {
  private Updating() {}

  /** One sentence. */
  static String message(Updates.Update update, String name) {
    Access act = update.write();
    Site read = update.read().site();
    if (update.exchanges() && act.keyed()) {
      return "`%s` is asked on line %d and changed on line %d: another thread may get the same answer"
          .formatted(name, read.line(), act.site().line());
    }
    if (update.exchanges()) {
      return "`%s` is read on line %d and replaced on line %d: another thread may get the same value, and what it sets is lost"
          .formatted(name, read.line(), act.site().line());
    }
    if (update.asksLater()) {
      return "`%s` is changed on line %d and asked for on line %d: the answer may tell of another thread's change"
          .formatted(name, act.site().line(), read.line());
    }
    if (update.lost() != null) {
      return "`%s` is read on line %d and then set back on line %d: what others do to it in between is lost"
          .formatted(name, read.line(), act.site().line());
    }
    if (update.ofValue()) {
      String part =
          act.target()
              .field()
              .map(f -> " on `" + f.name() + "` of a value of `")
              .orElse(" on a value of `");
      return "`%s`%s%s` is not safe: another thread may change the same %s at once"
          .formatted(act.call().name(), part, name, MethodRef.simple(act.target().type()));
    }
    if (inValue(update)) {
      return "update of a value of `%s` is not atomic: another thread may change it at once"
          .formatted(name);
    }
    return read.sameLine(act.site())
        ? "update of `%s` is not atomic: a write by another thread between its read and its write is lost"
            .formatted(name)
        : "update of `%s` is not atomic: read on line %d, written back on line %d"
            .formatted(name, read.line(), act.site().line());
  }

  /** Whether a field of what the container holds is changed. */
  private static boolean inValue(Updates.Update update) {
    Access act = update.write();
    return act.call() == null
        && act.target().field().isPresent()
        && !CheckThenActs.sameContainer(update.read().target(), act.target());
  }

  /** What a write does to the container. */
  static String verb(Updates.Update update) {
    return inValue(update) ? "changes a value of" : "writes";
  }

  /** One call for both. */
  static Edit edit(Updates.Update update, MethodFlow flow, ModuleView view) {
    Access write = update.write();
    List<String> params = write.call().params();
    boolean map = write.keyed() && !isNumber(params.get(0));
    boolean number = !params.isEmpty() && isNumber(params.get(params.size() - 1));
    String into = map ? "compute" : number ? "addAndGet" : "updateAndGet";
    Place container = Parts.container(write.target());
    return new Edit.Update(
        write.site(), update.read().site(), into, view.ask().obstacles(flow, container));
  }

  private static boolean isNumber(String type) {
    return type.equals("int") || type.equals("long");
  }
}
